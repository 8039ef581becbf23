import DigitalMaturity

/// Ranges of scores that rules share.
enum ScoreRange {
  /// From the lowest minimum to the highest maximum of the items that weigh something; nil without any.
  static func spanning(_ items: [ScoringItem]) -> ClosedRange<Double>? {
    let weighty = items.filter { $0.weight > 0 }
    guard let low = weighty.map(\.minimum).min(), let high = weighty.map(\.maximum).max() else { return nil }
    return low...high
  }
}
