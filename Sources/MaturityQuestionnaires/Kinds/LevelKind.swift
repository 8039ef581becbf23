public import DigitalMaturity

/// One statement for each level of maturity: the person chooses the one that is closest.
///
/// For a snapshot question the statements are the area's own level descriptions; without options they are the names of
/// the levels. In response files an answer may also be given as the level's value.
public struct LevelKind: QuestionKind {
  /// `level`.
  public static let name = "level"
  /// What is asked and answered.
  public static let summary = "Choose the statement closest to how things are; each stands for a level."

  /// Reads `options`, which a snapshot has not: its options are the area's descriptions, and every level needs one.
  public static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
    let reader = OptionsReader(log: question.log)
    if let area = context.snapshot {
      if let node = question.value("options") {
        question.log.error(
          .invalidValue,
          "a snapshot question takes its options from the area's level descriptions; leave “options” out",
          at: node.location)
      }
      return .closed(descriptions(of: area, context.levels, question))
    }
    guard let options = reader.options(of: &question, in: context) else {
      return .closed(
        context.levels.map { AnswerOption(id: Identifier($0.id.rawValue), label: $0.name, score: $0.value) })
    }
    reader.requireScores(options, of: name, at: question)
    checkValues(options, question)
    return .closed(options)
  }

  /// A cell may give a level's value, so a value is that of one option, and no id or label of another.
  private static func checkValues(_ options: [AnswerOption], _ question: TableReader) {
    // Nearly always scores go upwards, and no option is called by a number.
    let goUpwards = options.indices.dropFirst().allSatisfy {
      (options[$0 - 1].score ?? .nan) < (options[$0].score ?? .nan)
    }
    if goUpwards, !options.contains(where: mayBeNumber) { return }
    var firstOf: [Double: Int] = [:]
    var spelled: [String: [Int]] = [:]
    for (index, option) in options.enumerated() {
      for text in spellings(of: option) where spelled[text]?.last != index { spelled[text, default: []].append(index) }
    }
    for (index, option) in options.enumerated() {
      guard let score = option.score else { continue }
      let value = DecimalText.exact(score)
      let equal = firstOf[score]
      if equal == nil { firstOf[score] = index }
      let other = [equal, spelled[value]?.first { $0 != index }].compactMap { $0 }.min()
      guard let other else { continue }
      question.log.error(
        .ambiguousOption,
        "an answer may be given as the level's value, and “\(value)” could mean “\(options[other].id)” or “\(option.id)”; "
          + "give them different scores or names",
        at: question.node.member("options")?.location)
    }
  }

  /// Whether an option's id or one of its labels is short and has a digit in it.
  private static func mayBeNumber(_ option: AnswerOption) -> Bool {
    func hasDigit(_ text: String) -> Bool { text.utf8.count <= 32 && text.utf8.contains { $0 >= 48 && $0 <= 57 } }
    if option.label.translations.isEmpty { return hasDigit(option.id.rawValue) || hasDigit(option.label.text) }
    return hasDigit(option.id.rawValue) || option.label.all.contains(where: hasDigit)
  }

  /// How a cell may spell an option, where that may be a number: its text is short, so long statements are passed over.
  private static func spellings(of option: AnswerOption) -> [String] {
    guard mayBeNumber(option) else { return [] }
    return ([option.id.rawValue] + option.label.all).filter { $0.utf8.count <= 32 }.map { Spelling.folded($0) }
  }

  private static func descriptions(
    of area: Area, _ levels: [MaturityLevel], _ question: TableReader
  ) -> [AnswerOption] {
    let missing = levels.filter { area.levels[$0.id] == nil }.map(\.id.rawValue)
    if !missing.isEmpty {
      question.log.error(
        .missingKey,
        "the area “\(area.id)” does not describe \(missing.joined(separator: ", ")); a snapshot needs every level described",
        at: question.node.member("snapshot")?.location ?? question.node.location)
    }
    return levels.compactMap { level in
      area.levels[level.id].map {
        AnswerOption(id: Identifier(level.id.rawValue), label: $0, score: level.value)
      }
    }
  }
}
