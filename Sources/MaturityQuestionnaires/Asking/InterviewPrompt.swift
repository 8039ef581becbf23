import DigitalMaturity

extension Interview {
  /// What is shown before anything is typed: the questionnaire's title and introduction, the notice, how answers are
  /// given, and the first question; after a stop, where it goes on. Lines end in a newline.
  public var opening: String {
    let (done, all) = progress
    var text = Self.wrapped(questionnaire.title.text(in: language))
    guard isOpen else { return text }
    if notes.isEmpty, done == 0, current == items.indices.first {
      for paragraph in questionnaire.introduction?.text(in: language).split(whereSeparator: \.isNewline) ?? [] {
        text += "\n" + Self.wrapped(String(paragraph))
      }
      if !notice.isEmpty { text += "\n" + notice.map { Self.wrapped($0) }.joined() }
      text += "\n" + Self.wrapped(words(.howToAnswer))
    } else {
      text += Self.wrapped(words(.goingOn, ["done": done, "all": all]))
    }
    return text + prompt
  }

  /// What is asked now. It begins with an empty line.
  var prompt: String {
    guard let current else { return isOpen ? closing : "" }
    let item = items[current]
    var text = "\n" + Self.wrapped(heading(current))
    if let introduction = introduction(before: current) { text += Self.wrapped(introduction) }
    text += Self.wrapped(item.text.text(in: language))
    for (number, option) in item.options.enumerated() {
      text += Self.wrapped(option.label.text(in: language), after: "\(number + 1). ")
    }
    if let answer = answers.answer(of: current, words) {
      text += Self.wrapped(words(.answeredSoFar, ["answer": answer]))
    }
    if let note = notes[item.id] { text += Self.wrapped(words(.yourNote, ["note": note])) }
    text += Self.wrapped(item.instruction(words) + (item.isRequired ? " " + words(.isNeeded) : ""))
    return text + Self.wrapped(words(.orKeys, ["keys": keys(current)]))
  }

  /// “Question 4 of 18, Leadership”.
  private func heading(_ index: Int) -> String {
    switch items[index] {
    case .attribute(let number, _):
      return words(
        questionnaire.mode == .consensus ? .aboutYourGroup : .aboutYou,
        ["number": number + 1, "all": questionnaire.attributes.count])
    case .question(_, _, let section):
      let questions = answers.shownQuestions
      let number = (questions.firstIndex(of: index) ?? 0) + 1
      let title = questionnaire.sections[section].title.text(in: language)
      return words(.questionOf, ["number": number, "all": questions.count, "section": title])
    }
  }

  /// What is read before the first question of a section.
  private func introduction(before index: Int) -> String? {
    guard case .question(_, _, let section) = items[index] else { return nil }
    let first = answers.shownQuestions.first { other in
      if case .question(_, _, section) = items[other] { true } else { false }
    }
    return first == index ? questionnaire.sections[section].introduction?.text(in: language) : nil
  }

  /// The keys in a few words, those first that this question alone allows.
  private func keys(_ index: Int) -> String {
    let item = items[index]
    var keys = statusKeys(item).map { words(.keyMeans, ["key": $0.key, "meaning": $0.meaning]) }
    if answers.answer(of: index, words) != nil {
      keys.append(words(.enterKeeps))
    } else if !item.isRequired {
      keys.append(words(.enterLeavesBlank))
    }
    keys += [words(.back), words(.help), words(.stop)]
    // A key and what it does stay on one line.
    return keys.map { $0.split(separator: " ").joined(separator: "\u{A0}") }.joined(separator: ", ")
  }

  private func statusKeys(_ item: InterviewItem) -> [(key: String, meaning: String)] {
    let keys: [(status: AnswerStatus, key: String)] = [
      (.dontKnow, "d"), (.notApplicable, item.isYesNo ? "na" : "n"), (.preferNotToSay, "p"),
    ]
    return keys.filter { item.allowed.contains($0.status) }.map { ($0.key, words($0.status)) }
  }

  /// The help of a question and all keys.
  func help(_ item: InterviewItem) -> String {
    var lines: [String] = []
    if let help = item.help?.text(in: language) { lines.append(help) }
    lines += statusKeys(item).map { words(.keyIs, ["key": $0.key, "meaning": $0.meaning]) }
    if !item.isRequired { lines.append(words(.helpEnter)) }
    lines += [words(.helpBack), words(.helpNote), words(.helpClear), words(.helpStop)]
    if case .words = item.manner { lines.append(words(.helpWords)) }
    return lines.map { Self.wrapped($0) }.joined()
  }

  /// What is asked at the end.
  private var closing: String {
    let blank = answers.shownQuestions.count { answers.answer(of: $0, words) == nil }
    let last =
      blank == 0
      ? words(.lastNoneBlank) : words(.lastSomeBlank, ["blank": blank, "all": answers.shownQuestions.count])
    return "\n" + Self.wrapped(last) + Self.wrapped(words(.handIn))
  }

  /// A text in lines of at most 72 characters where its words allow it; lines after the first begin under its text.
  static func wrapped(_ text: String, after mark: String = "") -> String {
    let indent = String(repeating: " ", count: mark.count)
    var lines: [String] = []
    var line = mark
    var isEmpty = true
    for word in text.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }) {
      if !isEmpty, line.count + 1 + word.count > 72 {
        lines.append(line)
        (line, isEmpty) = (indent, true)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(line)
    return String(lines.joined(separator: "\n").map { $0 == "\u{A0}" ? " " : $0 }) + "\n"
  }
}
