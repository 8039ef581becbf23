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
    // Nearly always scores go upwards, and no option is called by another's.
    let goUpwards = options.indices.dropFirst().allSatisfy {
      (options[$0 - 1].score ?? .nan) < (options[$0].score ?? .nan)
    }
    if goUpwards, options.allSatisfy(isCalledByNoOther) { return }
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

  /// Whether an option's id and labels are no numbers, or its own score.
  private static func isCalledByNoOther(_ option: AnswerOption) -> Bool {
    func isSound(_ text: String) -> Bool { !mayBeNumber(text) || Double(text) == option.score }
    guard isSound(option.id.rawValue) else { return false }
    return option.label.translations.isEmpty ? isSound(option.label.text) : option.label.all.allSatisfy(isSound)
  }

  /// Whether a text is short, has a digit and nothing that no number has: blanks around it may be beyond ASCII.
  private static func mayBeNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 32 else { return false }
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"), ...0x20,
        0x80...:
        continue
      default: return false
      }
    }
    return hasDigit
  }

  /// How a cell may spell an option, where that may be a number.
  private static func spellings(of option: AnswerOption) -> [String] {
    ([option.id.rawValue] + option.label.all).filter(mayBeNumber).map { Spelling.folded($0) }
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
