public import DigitalMaturity

/// Σ over levels of the mean of that level's items: each level adds what is done of it, whether or not those below are
/// complete (the way of OWASP SAMM).
///
/// Items carry the value of the level they belong to, and count by their weight within it. A blank counts as the lowest
/// score unless the document says otherwise.
public struct AdditiveLevels: ScoringRule {
  /// `additive-levels`.
  public static let name = "additive-levels"
  /// What the rule does.
  public static let summary =
    "The mean of each level's questions, added up over the levels; questions carry “level”, and a blank counts as the lowest score."
  /// Two questions a level: 1, then a half, then a quarter.
  public static let example: RuleExample? = RuleExample(
    "{rule: additive-levels}",
    [(1.0, 1.0), (1, 1), (2, 0.5), (2, 0.5), (3, 0.5), (3, 0)].enumerated().map { index, item in
      (
        ScoringItem(id: "q\(index + 1)", level: item.0, minimum: 0, maximum: 1),
        ItemAnswer(score: item.1)
      )
    })

  /// Makes the rule.
  public init() {}

  /// Makes the rule; it has no options.
  public init(_ options: RuleOptions) throws(DocumentError) {}

  /// A blank counts as the lowest score.
  public var defaultMissing: ScoringDefinition.MissingPolicy { .lowest }

  /// From the sum of each level's lowest scores to that of the highest.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? {
    let levels = LevelItems.byLevel(items)
    guard !levels.isEmpty else { return nil }
    var low = 0.0
    var high = 0.0
    for (_, items) in levels {
      low += items.map(\.minimum).min() ?? 0
      high += items.map(\.maximum).max() ?? 0
    }
    return low.isFinite && high.isFinite ? low...high : nil
  }

  /// Items without a level, or with one that the assessment does not have.
  public func problems(scoring subject: RuleSubject) -> [String] { LevelItems.problems(Self.name, subject) }

  /// The sum. Undefined (`level-without-answers`) where no item of a level has a score: leaving the level out would count
  /// it as nothing. O(items · levels).
  public func score(_ context: ScoringContext) -> Figure<Double> {
    let own = zip(context.items, context.answers).prefix(context.itemCount)
      .filter { $0.0.weight > 0 && $0.0.level != nil }
    let levels = Set(own.compactMap(\.0.level)).sorted()
    guard !levels.isEmpty else { return .undefined(.noLevel) }
    var score = 0.0
    for level in levels {
      var sum = 0.0
      var weights = 0.0
      for (item, answer) in own where item.level == level {
        guard let score = answer.score else { continue }
        sum += item.millionths * score
        weights += item.millionths
      }
      guard weights > 0 else { return .undefined(.levelWithoutAnswers) }
      score += sum / weights
    }
    return .finite(score)
  }
}
