import DigitalMaturity

/// What a line means that a person types.
enum InterviewLine: Equatable {
  case help
  case back
  case stop
  /// Enter on its own.
  case blank
  /// Takes an answer out that was given.
  case clear
  case note(String)
  case status(AnswerStatus)
  /// An answer: the cell of a response file that says so, and how it is said back.
  case answer(cell: String, shown: String)
  /// Something else, and what would be right.
  case wrong(String)

  /// Reads a line that has no blanks around it and no control characters in it.
  init(_ line: String, for item: InterviewItem, _ words: InterviewWords) {
    let reader = InterviewLineReader(item: item, words: words)
    self = reader.command(line) ?? reader.answer(line)
  }
}

/// Reads a line for an item, in the words of the interview.
private struct InterviewLineReader {
  let item: InterviewItem
  let words: InterviewWords

  // MARK: Commands

  func command(_ line: String) -> InterviewLine? {
    switch line.lowercased() {
    case "": return .blank
    case "?": return .help
    case "b": return .back
    case "q": return .stop
    case "-": return .clear
    case "d": return status(.dontKnow)
    case "p": return status(.preferNotToSay)
    case "na": return status(.notApplicable)
    // Whoever types n to such a question says no.
    case "n" where !item.isYesNo: return status(.notApplicable)
    default: break
    }
    if let note = note(line) { return note }
    let folded = Spelling.folded(line)
    let spelled = AnswerStatus.spellings.first { $0.spelling == folded && $0.status != .notShown }
    return spelled.map { status($0.status) }
  }

  private func note(_ line: String) -> InterviewLine? {
    guard line.hasPrefix("+") else { return nil }
    let rest = line.dropFirst()
    switch item.manner {
    case .number, .words:
      // A number may have a plus in front.
      guard rest.isEmpty || rest.first == " " else { return nil }
    case .one, .several: break
    }
    let note = rest.drop { $0 == " " }
    return note.isEmpty ? .wrong(words(.howToNote)) : .note(String(note))
  }

  private func status(_ status: AnswerStatus) -> InterviewLine {
    if item.allowed.contains(status) { return .status(status) }
    var sentences = [words(.noSuchStatus, ["status": words(status)])]
    if case .words = item.manner { sentences.append(words(.lettersAlone)) }
    sentences.append(item.instruction(words))
    if !item.isRequired { sentences.append(words(.enterAloneLeavesBlank)) }
    return .wrong(sentences.joined(separator: " "))
  }

  // MARK: Answers

  func answer(_ line: String) -> InterviewLine {
    switch item.manner {
    case .one:
      if item.isYesNo, let answer = yesOrNo(line) { return answer }
      return one(line)
    case .several(let kind): return several(line, kind)
    case .number(let kind):
      guard kind.encode(Array(line.utf8).span) != nil else {
        return wrong(words(.textIsNot, ["text": short(line), "expectation": kind.expectation(in: words.catalogue)]))
      }
      return .answer(cell: line, shown: line)
    case .words(let kind):
      let text = line.hasPrefix("=") ? String(line.dropFirst().drop { $0 == " " }) : line
      guard !text.isEmpty else { return wrong(words(.nothingBehind)) }
      guard kind.encode(Array(text.utf8).span) != nil else {
        return wrong(words(.thatIsNot, ["expectation": kind.expectation(in: words.catalogue)]))
      }
      return .answer(cell: text, shown: short(text))
    }
  }

  private func yesOrNo(_ line: String) -> InterviewLine? {
    let word: String
    switch line.lowercased() {
    case "y": word = "yes"
    case "n": word = "no"
    default: return nil
    }
    return item.options.contains { $0.id == word } ? .answer(cell: word, shown: word) : nil
  }

  private func one(_ line: String) -> InterviewLine {
    switch position(line) {
    case .success(let position): return .answer(cell: item.options[position].id, shown: String(position + 1))
    case .failure(let problem): return wrong(problem.message)
    }
  }

  private struct Problem: Error { let message: String }

  /// The position of the option that a text means: by its number, else by its id or label. A single letter is none, since
  /// letters are commands.
  private func position(_ text: String) -> Result<Int, Problem> {
    let options = item.options
    if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      guard let number = Int(text), options.indices.contains(number - 1) else {
        return .failure(Problem(message: words(.thereIsNo, ["number": short(text)])))
      }
      return .success(number - 1)
    }
    let folded = Spelling.folded(text)
    let matches = options.indices.filter { index in
      Spelling.folded(options[index].id) == folded
        || options[index].label.all.contains { Spelling.folded($0) == folded }
    }
    if text.count > 1, matches.count == 1 { return .success(matches[0]) }
    return .failure(Problem(message: words(.noNumberOfAnswer, ["text": short(text)])))
  }

  private func several(_ line: String, _ kind: any OptionAnswerKind) -> InterviewLine {
    let isNumbers = line.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || " ,;".utf8.contains($0)
    }
    // Labels may have blanks and commas in them.
    let parts = isNumbers ? line.split { " ,;".contains($0) } : line.split(separator: ";")
    var positions: [Int] = []
    for part in parts {
      switch position(part.trimmed) {
      case .success(let position):
        if positions.contains(position) {
          if kind.isRanked { return wrong(words(.twice, ["number": position + 1])) }
          continue
        }
        positions.append(position)
      case .failure(let problem): return wrong(problem.message)
      }
    }
    if positions.isEmpty { return wrong(words(.noNumber)) }
    if let exclusive = kind.exclusive, positions.contains(exclusive), positions.count > 1 {
      return .wrong(words(.goesAlone, ["number": exclusive + 1]))
    }
    if positions.count > kind.most {
      return wrong(words(.tooMany, ["count": positions.count, "most": kind.most]))
    }
    guard kind.encode(positions) != nil else {
      return wrong(words(.thatIsNot, ["expectation": kind.expectation(in: words.catalogue)]))
    }
    return .answer(
      cell: positions.map { item.options[$0].id }.joined(separator: ";"),
      shown: positions.map { String($0 + 1) }.joined(separator: ", "))
  }

  /// What is wrong, and what would be right.
  private func wrong(_ problem: String) -> InterviewLine { .wrong("\(problem) \(item.instruction(words))") }

  /// A text for messages: at most 40 characters of it.
  private func short(_ text: String) -> String { text.count <= 40 ? text : "\(text.prefix(39))…" }
}

extension InterviewItem {
  /// What to type, in a sentence.
  func instruction(_ words: InterviewWords) -> String {
    let count = options.count
    switch manner {
    case .one: return count == 1 ? words(.typeOne) : words(.typeNumber, ["count": count])
    case .several(let kind):
      if kind.isRanked {
        let example = count > 1 ? "2 1" : "1"
        return kind.most < count
          ? words(.typeFirst, ["most": kind.most, "example": example]) : words(.typeOrder, ["example": example])
      }
      let example = count > 2 ? "1 3" : "1"
      return kind.most < count - (kind.exclusive == nil ? 0 : 1)
        ? words(.typeMost, ["most": kind.most, "example": example]) : words(.typeAll, ["example": example])
    case .number(let kind): return words(.typeExpected, ["expectation": kind.expectation(in: words.catalogue)])
    case .words(let kind):
      return kind is TextAnswers
        ? words(.typeLine) : words(.typeExpected, ["expectation": kind.expectation(in: words.catalogue)])
    }
  }
}

extension StringProtocol {
  /// Without spaces around it.
  var trimmed: String {
    var rest = Substring(self).drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
