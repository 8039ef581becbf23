/// How reliably several items measure one thing: Cronbach's alpha, and what each item does to it.
///
/// α = k/(k − 1)·(1 − Σ s²ᵢ / s²ₜ), with k items of sample variances s²ᵢ and s²ₜ that of people's totals (Cronbach 1951,
/// “Coefficient alpha and the internal structure of tests”, Psychometrika 16, 297–334). At most 1; below 0 where items
/// pull apart.
public struct CronbachAlpha: Sendable, Hashable {
  /// Alpha. Undefined (`noVariation`) where people's totals do not vary.
  public var alpha: Figure<Double>
  /// Alpha of the items brought to equal spread: k·r / (1 + (k − 1)·r), with r the mean correlation of pairs. Undefined where
  /// an item does not vary, pairs were not summed, or the denominator is not above 0.
  public var standardized: Figure<Double>
  /// How many people: those who answered every item, or pairwise the fewest behind any pair.
  public var n: Int
  /// Each item's correlation with the sum of the others, from −1 to 1. Undefined (`noVariation`) where either does not vary,
  /// and (`inconsistentPairs`) where pairs of different people give more than 1.
  public var itemRest: [Figure<Double>]
  /// Alpha of the other items, for each item. Undefined where only one other is left, or the others' sum does not vary.
  public var ifDropped: [Figure<Double>]

  /// The reliability of items that vary in this way. O(items).
  public init(_ moments: ItemMoments) {
    var variances = ExactSum()
    for variance in moments.variances { variances.add(variance) }
    var total = ExactSum()
    for covariance in moments.covariancesWithTotal { total.add(covariance) }
    let itemVariance = variances.value
    let totalVariance = total.value
    // Sums of items that cancel leave rounding, not spread.
    let nothing = 1e-12 * itemVariance

    func alpha(items: Int, _ itemVariance: Double, _ totalVariance: Double) -> Figure<Double> {
      guard items > 1 else { return .undefined(.tooFew("items", items, needed: 2)) }
      guard totalVariance > nothing else { return .undefined(.noVariation) }
      return .finite(Double(items) / Double(items - 1) * (1 - itemVariance / totalVariance))
    }

    n = moments.n
    self.alpha = alpha(items: moments.items, itemVariance, totalVariance)
    let items = Double(moments.items)
    standardized = moments.meanCorrelation.then { r in
      let spread = 1 + (items - 1) * r
      return spread > 1e-12 ? .finite(items * r / spread) : .undefined(.noVariation)
    }
    itemRest = []
    ifDropped = []
    for (variance, covariance) in zip(moments.variances, moments.covariancesWithTotal) {
      let rest = totalVariance - 2 * covariance + variance
      ifDropped.append(alpha(items: moments.items - 1, itemVariance - variance, rest))
      guard variance > 0, rest > nothing else {
        itemRest.append(.undefined(.noVariation))
        continue
      }
      let correlation = (covariance - variance) / (squareRoot(variance) * squareRoot(rest))
      itemRest.append(
        correlation.magnitude <= 1 + 1e-9
          ? .finite(min(max(correlation, -1), 1))
          : .undefined(
            Undefined(.inconsistentPairs, "The pairs of items come from different people and do not fit one another.")))
    }
  }
}
