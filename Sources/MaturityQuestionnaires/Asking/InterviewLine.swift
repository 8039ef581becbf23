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
  init(_ line: String, for item: InterviewItem) {
    self = Self.command(line, item) ?? Self.answer(line, item)
  }

  // MARK: Commands

  private static func command(_ line: String, _ item: InterviewItem) -> InterviewLine? {
    switch line.lowercased() {
    case "": return .blank
    case "?": return .help
    case "b": return .back
    case "q": return .stop
    case "-": return .clear
    case "d": return status(.dontKnow, item)
    case "p": return status(.preferNotToSay, item)
    case "na": return status(.notApplicable, item)
    // Whoever types n to such a question says no.
    case "n" where !item.isYesNo: return status(.notApplicable, item)
    default: break
    }
    if let note = note(line, item) { return note }
    let folded = Spelling.folded(line)
    let spelled = AnswerStatus.spellings.first { $0.spelling == folded && $0.status != .notShown }
    return spelled.map { status($0.status, item) }
  }

  private static func note(_ line: String, _ item: InterviewItem) -> InterviewLine? {
    guard line.hasPrefix("+") else { return nil }
    let rest = line.dropFirst()
    switch item.manner {
    case .number, .words:
      // A number may have a plus in front.
      guard rest.isEmpty || rest.first == " " else { return nil }
    case .one, .several: break
    }
    let note = rest.drop { $0 == " " }
    return note.isEmpty ? .wrong("Type + and then your note, such as: + ask the depot as well.") : .note(String(note))
  }

  private static func status(_ status: AnswerStatus, _ item: InterviewItem) -> InterviewLine {
    if item.allowed.contains(status) { return .status(status) }
    var message = "“\(status.said)” is no answer to this question."
    if case .words = item.manner { message += " To answer with those letters alone, put = in front." }
    return .wrong("\(message) \(item.instruction)\(item.isRequired ? "" : " Enter on its own leaves it blank.")")
  }

  // MARK: Answers

  private static func answer(_ line: String, _ item: InterviewItem) -> InterviewLine {
    switch item.manner {
    case .one:
      if item.isYesNo, let answer = yesOrNo(line, item) { return answer }
      return one(line, item)
    case .several(let kind): return several(line, kind, item)
    case .number(let kind):
      guard kind.encode(Array(line.utf8).span) != nil else {
        return .wrong("“\(short(line))” is not \(kind.expectation). \(item.instruction)")
      }
      return .answer(cell: line, shown: line)
    case .words(let kind):
      let text = line.hasPrefix("=") ? String(line.dropFirst().drop { $0 == " " }) : line
      guard !text.isEmpty else { return .wrong("Nothing stands behind =. \(item.instruction)") }
      guard kind.encode(Array(text.utf8).span) != nil else {
        return .wrong("That is not \(kind.expectation). \(item.instruction)")
      }
      return .answer(cell: text, shown: short(text))
    }
  }

  private static func yesOrNo(_ line: String, _ item: InterviewItem) -> InterviewLine? {
    let word: String
    switch line.lowercased() {
    case "y": word = "yes"
    case "n": word = "no"
    default: return nil
    }
    return item.options.contains { $0.id == word } ? .answer(cell: word, shown: word) : nil
  }

  private static func one(_ line: String, _ item: InterviewItem) -> InterviewLine {
    switch position(line, item) {
    case .success(let position): return .answer(cell: item.options[position].id, shown: String(position + 1))
    case .failure(let problem): return .wrong("\(problem.message) \(item.instruction)")
    }
  }

  private struct Problem: Error { let message: String }

  /// The position of the option that a text means: by its number, else by its id or label. A single letter is none, since
  /// letters are commands.
  private static func position(_ text: String, _ item: InterviewItem) -> Result<Int, Problem> {
    let options = item.options
    if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
      guard let number = Int(text), options.indices.contains(number - 1) else {
        return .failure(Problem(message: "There is no \(short(text))."))
      }
      return .success(number - 1)
    }
    let folded = Spelling.folded(text)
    let matches = options.indices.filter { index in
      Spelling.folded(options[index].id) == folded
        || options[index].label.all.contains { Spelling.folded($0) == folded }
    }
    if text.count > 1, matches.count == 1 { return .success(matches[0]) }
    return .failure(Problem(message: "“\(short(text))” is not the number of an answer."))
  }

  private static func several(_ line: String, _ kind: any OptionAnswerKind, _ item: InterviewItem) -> InterviewLine {
    let isNumbers = line.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || " ,;".utf8.contains($0)
    }
    // Labels may have blanks and commas in them.
    let parts = isNumbers ? line.split { " ,;".contains($0) } : line.split(separator: ";")
    var positions: [Int] = []
    for part in parts {
      switch position(part.trimmed, item) {
      case .success(let position):
        if positions.contains(position) {
          if kind.isRanked { return .wrong("\(position + 1) stands twice. \(item.instruction)") }
          continue
        }
        positions.append(position)
      case .failure(let problem): return .wrong("\(problem.message) \(item.instruction)")
      }
    }
    if positions.isEmpty { return .wrong("There is no number in that. \(item.instruction)") }
    if let exclusive = kind.exclusive, positions.contains(exclusive), positions.count > 1 {
      return .wrong("\(exclusive + 1) goes with no other: choose it alone, or leave it out.")
    }
    if positions.count > kind.most {
      return .wrong("That is \(positions.count) of them, and at most \(kind.most) can be named. \(item.instruction)")
    }
    guard kind.encode(positions) != nil else { return .wrong("That is not \(kind.expectation). \(item.instruction)") }
    return .answer(
      cell: positions.map { item.options[$0].id }.joined(separator: ";"),
      shown: positions.map { String($0 + 1) }.joined(separator: ", "))
  }

  /// A text for messages: at most 40 characters of it.
  private static func short(_ text: String) -> String { text.count <= 40 ? text : "\(text.prefix(39))…" }
}

extension InterviewItem {
  /// What to type, in a sentence.
  var instruction: String {
    let count = options.count
    switch manner {
    case .one: return count == 1 ? "Type 1." : "Type a number from 1 to \(count)."
    case .several(let kind):
      if kind.isRanked {
        let least = kind.most < count ? "the first \(kind.most) in order" : "them in order"
        return "Type the numbers of \(least), the most important first, such as \(count > 1 ? "2 1" : "1")."
      }
      let most = kind.most < count - (kind.exclusive == nil ? 0 : 1) ? ", at most \(kind.most)" : ""
      return "Type the numbers of all that apply\(most), such as \(count > 2 ? "1 3" : "1")."
    case .number(let kind): return "Type \(kind.expectation)."
    case .words(let kind):
      return kind is TextAnswers ? "Type your answer on one line." : "Type \(kind.expectation)."
    }
  }
}

extension AnswerStatus {
  /// The status as it is said to a person.
  var said: String {
    switch self {
    case .answered: "answered"
    case .unanswered: "left blank"
    case .dontKnow: "don't know"
    case .notApplicable: "does not apply"
    case .preferNotToSay: "prefer not to say"
    case .notShown: "not asked"
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
