public import DigitalMaturity

/// Where the middle lies within the answers that share the median. Items that weigh 0 are left out, other weights make no
/// difference.
public struct InterpolatedMedian: ScoringRule {
  /// `interpolated-median`.
  public static let name = "interpolated-median"
  /// What the rule does.
  public static let summary =
    "The middle of the answered questions that weigh something, moved by half a point at most towards the side where more answers lie."
  /// Three twos and a one: the middle lies a little below 2.
  public static let example: RuleExample? = .points("{rule: interpolated-median}", [1, 2, 2, 4, 5])

  /// Makes the rule.
  public init() {}

  /// Makes the rule; it has no options.
  public init(_ options: RuleOptions) throws(DocumentError) {}

  /// From the lowest to the highest score of any item that weighs something: within its own scale no middle leaves it.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? { ScoreRange.spanning(items) }

  /// m − ½ + (n/2 − below)/equal where more than one score equals the median m, else m (the median of grouped data in
  /// unit steps). Undefined (`noWeight`) when nothing that weighs something has a score. O(items · log items).
  public func score(_ context: ScoringContext) -> Figure<Double> {
    let scores = context.scored.filter { $0.item.weight > 0 }.map(\.score)
    guard !scores.isEmpty else { return .undefined(.noWeight) }
    return Figure { () throws(Undefined) in
      try Distribution(of: scores).interpolatedMedian().get()
    }
  }
}
