/// How far raters of the same things agree: the six intraclass correlations of Shrout and Fleiss.
///
/// From the mean squares between things (B), within them (W), between raters (J) and of the residual (E), with n things
/// and k raters (Shrout and Fleiss 1979, “Intraclass correlations: uses in assessing rater reliability”, Psychological
/// Bulletin 86, 420–428). All are at most 1 and may lie below 0. Undefined (`noVariation`) where a denominator is not
/// above 0, such as where things do not differ.
public struct IntraclassCorrelation: Sendable, Hashable {
  /// ICC(1,1), each thing rated by other raters, one rating: (B − W) / (B + (k − 1)·W).
  public var icc1: Figure<Double>
  /// ICC(2,1), raters drawn from many, one rating: (B − E) / (B + (k − 1)·E + k·(J − E)/n).
  public var icc2: Figure<Double>
  /// ICC(3,1), these raters only, one rating: (B − E) / (B + (k − 1)·E).
  public var icc3: Figure<Double>
  /// ICC(1,k), the mean of k ratings: (B − W) / B.
  public var icc1k: Figure<Double>
  /// ICC(2,k), the mean of k ratings: (B − E) / (B + (J − E)/n).
  public var icc2k: Figure<Double>
  /// ICC(3,k), the mean of k ratings: (B − E) / B.
  public var icc3k: Figure<Double>
  /// How many things were rated by every rater; others are left out.
  public var n: Int
  /// How many raters.
  public var raters: Int

  /// The correlations of a table: a row is a thing rated, a column a rater, a blank `nil`; their order does not matter.
  ///
  /// Throws `invalidShape` where rows differ in length, `tooFewValues` with fewer than two raters or things rated by all,
  /// `notFinite` or `tooLarge`. O(things · raters).
  public init(rows: [[Double?]]) throws(Undefined) {
    let raters = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == raters }) else {
      throw Undefined(.invalidShape, "The rows differ in length.")
    }
    let complete = rows.map { $0.compactMap(\.self) }.filter { $0.count == raters }
    for rating in complete.joined() { try Distribution.check(rating) }
    guard raters > 1 else { throw .tooFew("raters", raters, needed: 2) }
    guard complete.count > 1 else { throw .tooFew("things rated by every rater", complete.count, needed: 2) }

    let n = Double(complete.count)
    let k = Double(raters)
    let centre = complete.joined().exactSum / n / k
    let table = complete.map { $0.map { $0 - centre } }
    let offset = table.joined().exactSum / n / k
    let things = table.map { $0.exactSum / k - offset }
    let judges = (0..<raters).map { rater in table.map { $0[rater] }.exactSum / n - offset }
    var squares = ExactSum()
    var within = ExactSum()
    var residual = ExactSum()
    for (row, thing) in zip(table, things) {
      for (rating, judge) in zip(row, judges) {
        let distance = rating - offset
        squares.add(distance * distance)
        within.add((distance - thing) * (distance - thing))
        residual.add((distance - thing - judge) * (distance - thing - judge))
      }
    }
    let b = k * things.map { $0 * $0 }.exactSum / (n - 1)
    let j = n * judges.map { $0 * $0 }.exactSum / (k - 1)
    let w = within.value / (n * (k - 1))
    let e = residual.value / ((n - 1) * (k - 1))
    // Squares of rounding errors are not spread.
    let nothing = 1e-20 * squares.value

    func ratio(_ numerator: Double, _ denominator: Double) -> Figure<Double> {
      denominator > nothing ? .finite(numerator / denominator) : .undefined(.noVariation)
    }
    icc1 = ratio(b - w, b + (k - 1) * w)
    icc2 = ratio(b - e, b + (k - 1) * e + k * (j - e) / n)
    icc3 = ratio(b - e, b + (k - 1) * e)
    icc1k = ratio(b - w, b)
    icc2k = ratio(b - e, b + (j - e) / n)
    icc3k = ratio(b - e, b)
    self.n = complete.count
    self.raters = raters
  }
}

extension Sequence<Double> {
  /// The sum, rounded once.
  var exactSum: Double {
    var sum = ExactSum()
    for number in self { sum.add(number) }
    return sum.value
  }
}
