public import DigitalMaturity

/// Σ w x / Σ w over the items that have a score.
public struct WeightedMean: LinearScoringRule {
  /// `weighted-mean`.
  public static let name = "weighted-mean"
  /// What the rule does.
  public static let summary = "The mean of the scores there are, each counting by its weight."
  /// Three answers, the last of twice the weight.
  public static let example: RuleExample? = .points("{rule: weighted-mean}", [2, 4, 5], weights: [1, 1, 2])

  /// Makes the rule.
  public init() {}

  /// Makes the rule; it has no options.
  public init(_ options: RuleOptions) throws(DocumentError) {}

  /// From the lowest to the highest score of any item that weighs something.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? { ScoreRange.spanning(items) }

  /// Weights in whole millionths, so that sums of whole scores are exact. Undefined when they add up to nothing.
  public func form(_ context: ScoringContext) -> Figure<LinearForm> {
    var weights = Array(repeating: 0.0, count: context.items.count)
    var total = 0.0
    for index in 0..<context.itemCount where context.answers[index].score != nil {
      weights[index] = context.items[index].millionths
      total += weights[index]
    }
    return total > 0 ? .value(LinearForm(weights: weights, divisor: total)) : .undefined(.noWeight)
  }
}
