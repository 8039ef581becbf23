public import DigitalMaturity

/// Σ w x over the items that have a score.
public struct Sum: LinearScoringRule {
  /// `sum`.
  public static let name = "sum"
  /// What the rule does.
  public static let summary = "The scores there are, each times its weight, added up."
  /// Three answers and a weight of two.
  public static let example: RuleExample? = .points("{rule: sum}", [3, 4, 2], weights: [1, 1, 2])

  /// Makes the rule.
  public init() {}

  /// Makes the rule; it has no options.
  public init(_ options: RuleOptions) throws(DocumentError) {}

  /// From the least a sum can be, when all but one item are left out, to the sum of all highest scores.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? {
    let weighty = items.filter { $0.weight > 0 }
    let lowest = weighty.map { $0.weight * $0.minimum }
    let highest = weighty.map { $0.weight * $0.maximum }
    guard let least = lowest.min(), let most = highest.max() else { return nil }
    let low = least < 0 ? lowest.reduce(0) { $0 + min($1, 0) } : least
    let high = most > 0 ? highest.reduce(0) { $0 + max($1, 0) } : most
    return low.isFinite && high.isFinite ? low...high : nil
  }

  /// Weights in whole millionths, divided by a million, so that sums of whole scores are exact. Undefined when nothing
  /// that weighs something has a score.
  public func form(_ context: ScoringContext) -> Figure<LinearForm> {
    var weights = Array(repeating: 0.0, count: context.items.count)
    var isWeighty = false
    for index in 0..<context.itemCount where context.answers[index].score != nil {
      weights[index] = context.items[index].millionths
      isWeighty = isWeighty || weights[index] > 0
    }
    return isWeighty ? .value(LinearForm(weights: weights, divisor: 1_000_000)) : .undefined(.noWeight)
  }
}
