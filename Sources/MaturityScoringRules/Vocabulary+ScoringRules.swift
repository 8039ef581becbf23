public import DigitalMaturity

extension Vocabulary {
  /// Adds this module's scoring rules: `weighted-mean`, `median`, `minimum`, `capped`.
  public mutating func addScoringRules() {
    add(WeightedMean.self)
    add(Median.self)
    add(Minimum.self)
    add(Capped.self)
  }
}
