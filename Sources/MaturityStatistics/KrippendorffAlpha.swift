/// How numbers are to be compared.
public enum MeasurementLevel: String, Sendable, Hashable, CaseIterable {
  /// Names: equal or not.
  case nominal
  /// Ranks: before or after.
  case ordinal
  /// Numbers whose differences mean something.
  case interval
  /// Numbers from a true zero, whose ratios mean something.
  case ratio
}

/// Krippendorff's alpha: how far any number of raters agree, with or without gaps, beyond chance.
///
/// α = 1 − Dₒ/Dₑ, the disagreement δ² observed within things, pairs of a thing with m ratings weighted 1/(m − 1), over
/// that expected of all ratings paired at random (Krippendorff 2011, “Computing Krippendorff's alpha-reliability”). δ² is
/// for nominal values 0 or 1; ordinal (the number of ratings from c to k, less half those at either end)²; interval
/// (c − k)²; ratio ((c − k)/(c + k))². At most 1; 0 as by chance; below 0 where raters disagree systematically.
///
/// `rows`: a row is a thing rated, a column a rater, a blank `nil`; rows may differ in length, and their order and that of
/// raters does not matter. Things with a single rating are left out. Undefined with no thing rated twice (`tooFewValues`),
/// where all ratings are equal (`noVariation`), for a negative rating at the level `ratio` (`negativeValue`), and for ratings
/// not finite or too large. O(ratings · log ratings); at the level `ratio` also O(different ratings²).
public func krippendorffAlpha(rows: [[Double?]], level: MeasurementLevel) -> Figure<Double> {
  Figure { () throws(Undefined) in
    var things: [Distribution] = []
    for row in rows {
      let thing = try Distribution(of: row.compactMap(\.self))
      if thing.n > 1 { things.append(thing) }
    }
    guard !things.isEmpty else {
      throw Undefined(.tooFewValues, "Nothing was rated twice, so ratings cannot be compared.")
    }
    let all = try Distribution(things.flatMap(\.pairs))
    guard let extent = all.extent, extent.low < extent.high else { throw .noVariation }
    let disagreement = try Disagreement(level, of: all)
    let observed = things.map { disagreement.among($0) / Double($0.n - 1) }.exactSum
    let expected = disagreement.among(all) / Double(all.n - 1)
    guard expected > 0 else { throw .noVariation }
    return try Figure.finite(1 - observed / expected).get()
  }
}

/// The sum of δ² over all ordered pairs of ratings, at a level.
private struct Disagreement {
  private let level: MeasurementLevel
  /// What each value counts as: for ranks the middle of its place among all ratings, for intervals its distance from the
  /// mean, else itself. The ordinal δ is a difference of such ranks.
  private var scores: [Double: Double] = [:]

  init(_ level: MeasurementLevel, of all: Distribution) throws(Undefined) {
    self.level = level
    let mean = try all.mean.get()
    var below = 0.0
    for (value, count) in all.pairs {
      switch level {
      case .nominal: break
      case .ordinal: scores[value] = below + Double(count) / 2 - Double(all.n) / 2
      case .interval: scores[value] = value - mean
      case .ratio:
        guard value >= 0 else { throw Undefined(.negativeValue, "A ratio scale has no values below zero.") }
      }
      below += Double(count)
    }
  }

  func among(_ ratings: Distribution) -> Double {
    let n = Double(ratings.n)
    var sum = ExactSum()
    switch level {
    case .nominal:
      for count in ratings.counts { sum.add(Double(count), times: n - Double(count)) }
    case .ratio:
      for (index, (value, count)) in ratings.pairs.enumerated() {
        for (other, otherCount) in zip(ratings.values, ratings.counts).prefix(index) {
          let part = (value - other) / (value + other)
          sum.add(2 * part * part * Double(count) * Double(otherCount))
        }
      }
    case .ordinal, .interval:
      // Σ over pairs of (a − b)² = 2·n·Σ (a − mean)², here with the mean of these ratings.
      let weighted = ratings.pairs.map { (score: scores[$0.value] ?? 0, count: Double($0.count)) }
      let mean = weighted.map { $0.score * $0.count }.exactSum / n
      for (score, count) in weighted { sum.add(2 * n * count * (score - mean) * (score - mean)) }
    }
    return sum.value
  }
}
