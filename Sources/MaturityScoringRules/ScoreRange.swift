import DigitalMaturity

/// Ranges of scores that rules share.
enum ScoreRange {
  /// From the lowest minimum to the highest maximum of the items that weigh something; nil without any.
  static func spanning(_ items: [ScoringItem]) -> ClosedRange<Double>? {
    var range: ClosedRange<Double>?
    for index in items.indices where items[index].weight > 0 {
      let (low, high) = (items[index].minimum, items[index].maximum)
      range = min(range?.lowerBound ?? low, low)...max(range?.upperBound ?? high, high)
    }
    return range
  }
}
