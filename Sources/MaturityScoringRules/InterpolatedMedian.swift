public import DigitalMaturity

/// Where the middle lies within the answers that share the median, in the steps of the items' scale. Items that weigh 0 are
/// left out, other weights make no difference.
public struct InterpolatedMedian: ScoringRule {
  /// `interpolated-median`.
  public static let name = "interpolated-median"
  /// What the rule does.
  public static let summary =
    "The middle of the answered questions that weigh something, moved by half a step of the scale at most towards where more answers lie."
  /// Two of five share the middle, 2, and one lies below: the middle of all lies a little above 2.
  public static let example: RuleExample? = .points("{rule: interpolated-median}", [1, 2, 2, 4, 5])

  /// Makes the rule.
  public init() {}

  /// Makes the rule; it has no options.
  public init(_ options: RuleOptions) throws(DocumentError) {}

  /// From the lowest to the highest score of any item that weighs something: within its own scale no middle leaves it.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? { ScoreRange.spanning(items) }

  /// m − w/2 + w·(n/2 − below)/equal where more than one score equals the median m, else m (the median of grouped data).
  ///
  /// The step w is that of the scale on the side that the middle lies towards, to the next score that an answer to any of
  /// the items can have; 1 where those are not known. So the score stays within the scale. Undefined (`noWeight`) when nothing
  /// that weighs something has a score. O(items · points · log).
  public func score(_ context: ScoringContext) -> Figure<Double> {
    let scored = context.scored.filter { $0.item.weight > 0 }
    let own = context.items.prefix(context.itemCount).filter { $0.weight > 0 }
    guard !scored.isEmpty, let range = ScoreRange.spanning(own) else { return .undefined(.noWeight) }
    let scale = Ties(own.flatMap(\.points)).values
    let ties = Ties(scored.map(\.score), anchors: scale)
    return Figure { () throws(Undefined) in
      let scores = try Distribution(of: scored.lazy.map { ties.value(of: $0.score) })
      if scale.count > 1 { return try scores.interpolatedMedian(on: scale).get() }
      let middle = try scores.interpolatedMedian().get()
      return min(max(middle, range.lowerBound), range.upperBound)
    }
  }
}
