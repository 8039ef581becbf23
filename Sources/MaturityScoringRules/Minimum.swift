public import DigitalMaturity

/// The weakest link: the lowest score of the items that have one. Items that weigh 0 are left out.
public struct Minimum: ScoringRule {
  /// `minimum`.
  public static let name = "minimum"
  /// What the rule does.
  public static let summary = "The weakest link: the lowest of the answered questions that weigh something."
  /// The lowest of three.
  public static let example: RuleExample? = .points("{rule: minimum}", [4, 2, 5])

  /// Makes the rule.
  public init() {}

  /// Makes the rule; it has no options.
  public init(_ options: RuleOptions) throws(DocumentError) {}

  /// From the lowest to the highest score of any item that weighs something.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? { ScoreRange.spanning(items) }

  /// The lowest score. Undefined (`noWeight`) when nothing that weighs something has a score.
  public func score(_ context: ScoringContext) -> Figure<Double> {
    let lowest = context.scored.filter { $0.item.weight > 0 }.map(\.score).min()
    return lowest.map { .value($0) } ?? .undefined(.noWeight)
  }
}
