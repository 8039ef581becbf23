/// How often each value of an ordered scale was given: the input of most statistics here.
///
/// A point of the scale that nobody chose is held with the count 0, since some figures (agreement, r_wg) depend on the
/// whole scale. Values are finite and within ±1e60, so that no square or fourth power overflows. Built from answers in any
/// order, two distributions of the same answers are equal, and so is every figure drawn from them, to the last bit.
public struct Distribution: Sendable, Hashable {
  /// The points of the scale, strictly increasing.
  public let values: [Double]
  /// How often each was given, none below 0; as long as `values`.
  public let counts: [Int]
  /// How many values were given in all: Σ counts.
  public let n: Int

  /// The largest magnitude of a value.
  static let largest = 1e60

  /// A distribution of values in strictly increasing order, each with its count.
  ///
  /// Throws `invalidShape` (lengths differ, values out of order), `notFinite`, `tooLarge` or `invalidCount`. O(values).
  public init(values: [Double], counts: [Int]) throws(Undefined) {
    guard values.count == counts.count else {
      throw Undefined(.invalidShape, "There are \(values.count) values but \(counts.count) counts.")
    }
    for value in values { try Distribution.check(value) }
    guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw Undefined(.invalidShape, "The values are not in increasing order.")
    }
    var total = 0
    for count in counts {
      let (sum, overflow) = total.addingReportingOverflow(count)
      guard count >= 0 else { throw Undefined(.invalidCount, "A count is below zero.") }
      guard !overflow else { throw Undefined(.invalidCount, "The counts add up to more than an integer holds.") }
      total = sum
    }
    self.values = values.map { $0 == 0 ? 0 : $0 }  // one zero, not two
    self.counts = counts
    n = total
  }

  /// A distribution of pairs in any order; the counts of a repeated value are added.
  ///
  /// Throws `notFinite`, `tooLarge` or `invalidCount`. O(pairs · log pairs).
  public init(_ pairs: some Sequence<(value: Double, count: Int)>) throws(Undefined) {
    var values: [Double] = []
    var counts: [Int] = []
    let pairs = Array(pairs)
    for pair in pairs {
      try Distribution.check(pair.value)
      guard pair.count >= 0 else { throw Undefined(.invalidCount, "A count is below zero.") }
    }
    for pair in pairs.sorted(by: { $0.value < $1.value }) {
      guard let last = counts.indices.last, values[last] == pair.value else {
        values.append(pair.value)
        counts.append(pair.count)
        continue
      }
      let (sum, overflow) = counts[last].addingReportingOverflow(pair.count)
      guard !overflow else { throw Undefined(.invalidCount, "The counts add up to more than an integer holds.") }
      counts[last] = sum
    }
    try self.init(values: values, counts: counts)
  }

  /// A distribution of single values in any order.
  ///
  /// `scale`: points to hold even where nobody gave them. Throws `notFinite` or `tooLarge`. O(n · log n).
  public init(of single: some Sequence<Double>, scale: [Double] = []) throws(Undefined) {
    try self.init(single.map { (value: $0, count: 1) } + scale.map { (value: $0, count: 0) })
  }

  /// Both distributions together, on the points of both scales. Throws `invalidCount` where the counts overflow.
  public func merged(with other: Distribution) throws(Undefined) -> Distribution {
    try Distribution(pairs + other.pairs)
  }

  /// The same answers moved to the nearest point of a scale, halfway upwards: for figures that need categories, such as
  /// the agreement of people's mean scores. Throws `invalidShape` for a scale with no points or out of order.
  public func moved(to scale: [Double]) throws(Undefined) -> Distribution {
    guard !scale.isEmpty else { throw Undefined(.invalidShape, "The scale has no points.") }
    var counts = Array(repeating: 0, count: scale.count)
    var point = 0
    for (value, count) in zip(values, self.counts) {
      while point + 1 < scale.count, value - scale[point] >= scale[point + 1] - value { point += 1 }
      counts[point] += count  // no overflow: at most n
    }
    return try Distribution(values: scale, counts: counts)
  }

  var pairs: [(value: Double, count: Int)] { zip(values, counts).map { (value: $0, count: $1) } }

  static func check(_ value: Double) throws(Undefined) {
    guard value.isFinite else { throw .notFinite }
    guard value.magnitude <= largest else {
      throw Undefined(.tooLarge, "A value is beyond ±1e60, too large to calculate with.")
    }
  }
}
