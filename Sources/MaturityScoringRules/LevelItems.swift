public import DigitalMaturity

/// What rules share that go level by level.
enum LevelItems {
  /// The items that weigh something, by the level they carry, lowest first.
  static func byLevel(_ items: [ScoringItem]) -> [(level: Double, items: [ScoringItem])] {
    let weighty = items.filter { $0.weight > 0 && $0.level != nil }
    return Dictionary(grouping: weighty) { $0.level ?? 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Why a rule cannot go level by level over a subject's items.
  static func problems(_ rule: String, _ subject: RuleSubject) -> [String] {
    guard subject.source == .questions else {
      return ["“\(rule)” goes by the levels that questions carry, and areas carry none; choose another rule"]
    }
    let values = Set(subject.levels.map(\.value))
    return subject.items.filter { $0.weight > 0 }.compactMap { item in
      guard let level = item.level else {
        return "“\(rule)” goes level by level, and the question “\(item.id)” carries no level; add “level” to it"
      }
      if values.contains(level) { return nil }
      return "the question “\(item.id)” carries the level \(shown(level)), which is no level's value; "
        + "the values are \(subject.levels.map { shown($0.value) }.joined(separator: ", "))"
    }
  }

  private static func shown(_ number: Double) -> String { DecimalText.exact(number) }
}

extension Undefined.Code {
  /// No item carries a level.
  public static let noLevel = Self(rawValue: "no-level")
  /// The lowest level is asked about and is not reached.
  public static let belowLowestLevel = Self(rawValue: "below-lowest-level")
  /// No item of a level has a score.
  public static let levelWithoutAnswers = Self(rawValue: "level-without-answers")
}

extension Undefined {
  /// No item carries a level.
  public static let noLevel = Undefined(.noLevel, "None of its questions carries a level.")
  /// The lowest level is asked about and is not reached.
  public static let belowLowestLevel = Undefined(.belowLowestLevel, "Not even the lowest level is reached.")
  /// No item of a level has a score.
  public static let levelWithoutAnswers = Undefined(
    .levelWithoutAnswers, "No question of one of the levels has a score, so the levels do not add up.")
}
