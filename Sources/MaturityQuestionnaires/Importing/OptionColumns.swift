import DigitalMaturity

/// Columns that each hold one option of a question with several choices, ticked or not: `channels[phone]`,
/// `CHANNELS_phone`, or `Which do you use? [By phone]`, as LimeSurvey, SurveyMonkey and others have them.
struct OptionColumns: Sendable {
  /// What is ticked in a column: an option, by its position, or what the question offers instead.
  enum Mark: Sendable, Hashable {
    case option(Int)
    case status(AnswerStatus)
  }

  private struct Choices: Sendable {
    let id: String
    let options: [AnswerOption]
    let allowed: AnswerStatusSet
    let labels: FormChoices
  }

  /// The questions with several choices, by position.
  private let questions: [Int: Choices]
  /// The most bytes that a name can have which is that of a question and an option: marks and spaces beside them are few.
  let longestName: Int

  init(_ questionnaire: Questionnaire) {
    var questions: [Int: Choices] = [:]
    var longest = 0
    for (index, question) in questionnaire.questions.enumerated() {
      guard let kind = question.optionKind, !kind.isRanked else { continue }
      questions[index] = Choices(
        id: question.id.rawValue, options: kind.options, allowed: question.allowed, labels: FormChoices(kind.options))
      let texts = question.text.all + [question.id.rawValue]
      let labels = kind.options.flatMap { $0.label.all + [$0.id.rawValue] } + ["not-applicable"]
      longest = max(longest, (texts.map(\.utf8.count).max() ?? 0) + (labels.map(\.utf8.count).max() ?? 0))
    }
    self.questions = questions
    longestName = 3 * longest + 64
  }

  var isEmpty: Bool { questions.isEmpty }

  /// Whether a question has several choices.
  func has(_ question: Int) -> Bool { questions[question] != nil }

  /// The option or status that the second part of a column's name is.
  func mark(_ part: String, of question: Int) -> Mark? {
    guard let choices = questions[question] else { return nil }
    if let option = choices.labels.position(of: part) { return .option(option) }
    // A product's codes may have no hyphens.
    let bare = choices.options.indices.filter {
      choices.options[$0].id.rawValue.filter { $0 != "-" } == LooseText.folded(part)
    }
    if bare.count == 1 { return .option(bare[0]) }
    guard case .code(let code) = FormLabels.statuses.meaning(of: part) else { return nil }
    let status = AnswerCode(rawValue: UInt8(truncatingIfNeeded: code)).status
    return choices.allowed.contains(status) ? .status(status) : nil
  }

  /// The name of a mark, such as `channels[phone]`; without one of any option.
  func name(_ mark: Mark?, of question: Int) -> String {
    guard let choices = questions[question] else { return "" }
    let part =
      switch mark {
      case .option(let option): choices.options[option].id.rawValue
      case .status(let status): status.rawValue
      case nil: "option"
      }
    return "\(choices.id)[\(part)]"
  }

  /// The ways in which a name falls into that of a question and that of an option, the likeliest first.
  static func parts(of name: String) -> [(question: String, option: String)] {
    var text = name[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.last == "]" {
      // A label may have brackets in it, and so may what stands before it.
      let opens = text.indices.filter { text[$0] == "[" }
      return (opens.prefix(4) + opens.dropFirst(4).suffix(1)).reversed().flatMap { open in
        let option = String(text[text.index(after: open)...].dropLast())
        let question = String(text[..<open])
        // “CHANNELS[SQ001]. Which do you use? [By phone]”
        let code = question.firstIndex(of: "[").map { [(String(question[..<$0]), option)] } ?? []
        return [(question, option)] + code
      }
    }
    guard let mark = text.lastIndex(of: "_"), !text.contains(where: \.isWhitespace) else { return [] }
    return [(String(text[..<mark]), String(text[text.index(after: mark)...]))]
  }

  /// What a cell of such a column says.
  enum Tick {
    case yes
    case no
    case unknown
  }

  private static let yes: Set<String> = ["yes", "y", "1", "x", "true", "checked", "selected", "ticked"]
  private static let no: Set<String> = [
    "", "no", "n", "0", "false", "unchecked", "not selected", "not ticked", "n/a", "-", "–",
  ]

  /// What a cell says: `Y` or the option's own words where it is ticked; nothing, `N`, or `N/A`, which LimeSurvey writes
  /// where the question was not shown, where it is not.
  func tick(_ cell: String, _ mark: Mark, of question: Int) -> Tick {
    let folded = LooseText.folded(String(cell.prefix(2_000)))
    if Self.no.contains(folded) { return .no }
    if Self.yes.contains(folded) || self.mark(folded, of: question) == mark { return .yes }
    // What somebody wrote beside “other”.
    if case .option(let option) = mark, questions[question]?.options[option].id == "other" { return .yes }
    return .unknown
  }
}
