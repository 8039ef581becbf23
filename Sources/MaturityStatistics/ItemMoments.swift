/// How the answers to several items vary together: all that Cronbach's alpha needs, from answers or from running sums.
///
/// Answers of whole numbers, or whole multiples of one step, give exact sums up to 2⁵³, and then the variances here are
/// right to the last bit. Answers with a large common part, such as years, are best moved towards 0 before summing.
public struct ItemMoments: Sendable, Hashable {
  /// Which people count where some left items blank.
  public enum MissingAnswers: String, Sendable, Hashable, CaseIterable {
    /// Only people who answered every item.
    case listwise
    /// For each pair of items, the people who answered both; for an item's variance, all who answered it.
    case pairwise
  }

  /// How many items.
  public let items: Int
  /// How many people: those who answered every item, or pairwise the fewest behind any pair of items.
  public let n: Int
  /// Each item's sample variance.
  public let variances: [Double]
  /// Each item's sample covariance with the total of all items, itself among them.
  public let covariancesWithTotal: [Double]
  /// The mean correlation over all pairs of items; undefined where an item does not vary, or pairs were not summed.
  public let meanCorrelation: Figure<Double>

  /// From listwise sums over `n` people: `sums[i]` = Σ xᵢ, `products[i][j]` = Σ xᵢ·xⱼ (of which i ≤ j is read).
  ///
  /// Throws `invalidShape`, `notFinite`, or `tooFewValues` (fewer than two items or people). O(items²).
  public init(n: Int, sums: [Double], products: [[Double]]) throws(Undefined) {
    let row = Array(repeating: n, count: sums.count)
    try self.init(
      counts: Array(repeating: row, count: sums.count),
      sums: sums.map { Array(repeating: $0, count: sums.count) }, products: products)
  }

  /// From pairwise sums: over the people who answered items i and j, `counts[i][j]` of them, `sums[i][j]` = Σ xᵢ and
  /// `products[i][j]` = Σ xᵢ·xⱼ. Of counts and products i ≤ j is read.
  ///
  /// Throws `invalidShape`, `notFinite`, or `tooFewValues` (fewer than two items, or people behind a pair). O(items²).
  public init(counts: [[Int]], sums: [[Double]], products: [[Double]]) throws(Undefined) {
    let items = sums.count
    guard items > 1 else { throw .tooFew("items", items, needed: 2) }
    guard counts.count == items, products.count == items,
      (0..<items).allSatisfy({ counts[$0].count == items && sums[$0].count == items && products[$0].count == items })
    else {
      throw Undefined(.invalidShape, "The sums are not a square table of items.")
    }
    var covariances = Array(repeating: Array(repeating: 0.0, count: items), count: items)
    var fewest = Int.max
    for item in 0..<items {
      for other in item..<items {
        let n = counts[item][other]
        fewest = min(fewest, n)
        let covariance = try ItemMoments.covariance(
          n: n, sums[item][other], sums[other][item], product: products[item][other])
        covariances[item][other] = covariance
        covariances[other][item] = covariance
      }
    }
    self.items = items
    n = fewest
    variances = (0..<items).map { max(0, covariances[$0][$0]) }
    covariancesWithTotal = covariances.map { row in
      var sum = ExactSum()
      for covariance in row { sum.add(covariance) }
      return sum.value
    }
    let deviations = variances.map(squareRoot)
    var correlations = ExactSum()
    for item in 0..<items {
      for other in item + 1..<items {
        correlations.add(covariances[item][other] / deviations[item] / deviations[other])
      }
    }
    let pairs = Double(items) * Double(items - 1) / 2
    meanCorrelation = deviations.contains(0) ? .undefined(.noVariation) : .finite(correlations.value / pairs)
  }

  /// From listwise sums over `n` people without pairs of items: `sums[i]` = Σ xᵢ, `squares[i]` = Σ xᵢ² and
  /// `productsWithTotal[i]` = Σ xᵢ·t, with t a person's total over all items. Only the standardized alpha is undefined then.
  ///
  /// Throws `invalidShape`, `notFinite`, or `tooFewValues` (fewer than two items or people). O(items).
  public init(n: Int, sums: [Double], squares: [Double], productsWithTotal: [Double]) throws(Undefined) {
    let items = sums.count
    guard items > 1 else { throw .tooFew("items", items, needed: 2) }
    guard squares.count == items, productsWithTotal.count == items else {
      throw Undefined(.invalidShape, "The sums are not of the same number of items.")
    }
    var total = ExactSum()
    for sum in sums { total.add(sum) }
    var variances: [Double] = []
    var covariances: [Double] = []
    for item in 0..<items {
      let sum = sums[item]
      variances.append(max(0, try ItemMoments.covariance(n: n, sum, sum, product: squares[item])))
      covariances.append(try ItemMoments.covariance(n: n, sum, total.value, product: productsWithTotal[item]))
    }
    self.items = items
    self.n = n
    self.variances = variances
    covariancesWithTotal = covariances
    meanCorrelation = .undefined(.pairsNotSummed)
  }

  /// (n·Σxy − Σx·Σy) / (n·(n − 1)), the numerator without rounding.
  static func covariance(n: Int, _ x: Double, _ y: Double, product: Double) throws(Undefined) -> Double {
    guard n > 1 else { throw .tooFew("people who answered", n, needed: 2) }
    var sum = ExactSum()
    sum.add(Double(n), times: product)
    sum.add(-x, times: y)
    return try Figure.finite(sum.value / Double(n) / Double(n - 1)).get()
  }
}

extension Undefined {
  static var pairsNotSummed: Undefined { Undefined(.noValues, "Pairs of items were not summed.") }
}
