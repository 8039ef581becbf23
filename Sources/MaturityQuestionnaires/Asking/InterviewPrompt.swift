import DigitalMaturity

extension Interview {
  /// What is shown before anything is typed: the questionnaire's title and introduction, the notice, how answers are
  /// given, and the first question; after a stop, where it goes on. Lines end in a newline.
  public var opening: String {
    let (done, all) = progress
    var text = Self.wrapped(questionnaire.title.text(in: language))
    guard isOpen else { return text }
    if notes.isEmpty, done == 0, current == items.indices.first {
      if let introduction = questionnaire.introduction?.text(in: language) { text += "\n" + Self.wrapped(introduction) }
      if !notice.isEmpty { text += "\n" + notice.map { Self.wrapped($0) }.joined() }
      text += "\n" + Self.wrapped("Type the number of an answer and press Enter. ? explains the other keys.")
    } else {
      text += Self.wrapped("Going on where you stopped: \(done) of \(all) questions done.")
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
    if let answer = answers.answer(of: current) { text += Self.wrapped("Answered so far: \(answer).") }
    if let note = notes[item.id] { text += Self.wrapped("Your note: \(note)") }
    text += Self.wrapped(item.instruction + (item.isRequired ? " An answer is needed." : ""))
    return text + Self.wrapped("Or: \(keys(current)).")
  }

  /// “Question 4 of 18, Leadership”.
  private func heading(_ index: Int) -> String {
    switch items[index] {
    case .attribute(let number, _):
      let about = questionnaire.mode == .consensus ? "About your group" : "About you"
      return "\(about), \(number + 1) of \(questionnaire.attributes.count)"
    case .question(_, _, let section):
      let questions = answers.shownQuestions
      let number = (questions.firstIndex(of: index) ?? 0) + 1
      return "Question \(number) of \(questions.count), \(questionnaire.sections[section].title.text(in: language))"
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
    var keys = Self.statusKeys(item).map { "\($0.key) \($0.meaning)" }
    if answers.answer(of: index) != nil {
      keys.append("Enter keeps it")
    } else if !item.isRequired {
      keys.append("Enter leaves it blank")
    }
    keys += ["b back", "? help", "q stop"]
    // A key and what it does stay on one line.
    return keys.map { $0.split(separator: " ").joined(separator: "\u{A0}") }.joined(separator: ", ")
  }

  private static func statusKeys(_ item: InterviewItem) -> [(key: String, meaning: String)] {
    let keys: [(status: AnswerStatus, key: String)] = [
      (.dontKnow, "d"), (.notApplicable, item.isYesNo ? "na" : "n"), (.preferNotToSay, "p"),
    ]
    return keys.filter { item.allowed.contains($0.status) }.map { ($0.key, $0.status.said) }
  }

  /// The help of a question and all keys.
  func help(_ item: InterviewItem) -> String {
    var lines: [String] = []
    if let help = item.help?.text(in: language) { lines.append(help) }
    lines += Self.statusKeys(item).map { "\($0.key): \($0.meaning)." }
    if !item.isRequired { lines.append("Enter on its own: leave it blank, or keep what you answered.") }
    lines += [
      "b: back to the question before.", "+ and some words: a note to your answer.", "-: take your answer out.",
      "q: stop. You can go on later.",
    ]
    if case .words = item.manner {
      lines.append("= in front: what follows is your answer, even if it is one of these.")
    }
    return lines.map { Self.wrapped($0) }.joined()
  }

  /// What is asked at the end.
  private var closing: String {
    let blank = answers.shownQuestions.count { answers.answer(of: $0) == nil }
    let left = blank == 0 ? "None is left blank." : "\(blank) of \(answers.shownQuestions.count) are left blank."
    return "\n" + Self.wrapped("That was the last question. \(left)")
      + Self.wrapped("Enter hands your answers in. b goes back, q stops, and you can go on later.")
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
