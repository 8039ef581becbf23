public import DigitalMaturity

/// The middle score of the items that have one; of an even number, the mean of the middle two. Weights other than 0 make
/// no difference; items that weigh 0 are left out.
public struct Median: ScoringRule {
  /// `median`.
  public static let name = "median"
  /// What the rule does.
  public static let summary =
    "The middle of the answered questions that weigh something; of an even number, halfway between the middle two."
  /// The middle of five.
  public static let example: RuleExample? = .points("{rule: median}", [1, 2, 4, 4, 5])

  /// Makes the rule.
  public init() {}

  /// Makes the rule; it has no options.
  public init(_ options: RuleOptions) throws(DocumentError) {}

  /// From the lowest to the highest score of any item that weighs something.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? { ScoreRange.spanning(items) }

  /// The median. Undefined (`noWeight`) when nothing that weighs something has a score. O(items · log items).
  public func score(_ context: ScoringContext) -> Figure<Double> {
    let scores = context.scored.filter { $0.item.weight > 0 }.map(\.score).sorted()
    guard !scores.isEmpty else { return .undefined(.noWeight) }
    let middle = scores.count / 2
    // Halves first: the sum of two large scores may not be finite.
    return .value(
      scores.count.isMultiple(of: 2) ? scores[middle - 1] / 2 + scores[middle] / 2 : scores[middle])
  }
}
