public import DigitalMaturity

extension Vocabulary {
  /// Adds this module's scoring rules: `weighted-mean`, `median`, `interpolated-median`, `minimum`, `sum`,
  /// `percent-of-maximum`, `staged`, `additive-levels`, `share-at-least`, `capped`.
  public mutating func addScoringRules() {
    add(WeightedMean.self)
    add(Median.self)
    add(InterpolatedMedian.self)
    add(Minimum.self)
    add(Sum.self)
    add(PercentOfMaximum.self)
    add(Staged.self)
    add(AdditiveLevels.self)
    add(ShareAtLeast.self)
    add(Capped.self)
    add(messages: RuleMessage.self)
  }
}
