/// The figures of one column of ratings.
public struct RatingsColumn: Sendable, Hashable {
  /// The column's name.
  public let name: String
  /// How many ratings it holds.
  public let n: Int
  /// How many rows of the table have none in it.
  public let missing: Int
  /// How often each rating was given, lowest first; ratings nobody gave are not among them. Undefined (`notFinite`,
  /// `tooLarge`) where a rating cannot be calculated with, and then every other figure is too.
  public let distribution: Figure<Distribution>
  /// The arithmetic mean; see `Distribution.mean`.
  public let mean: Figure<Double>
  /// The sample standard deviation; see `Distribution.standardDeviation`.
  public let standardDeviation: Figure<Double>
  /// The middle rating; see `Distribution.median`.
  public let median: Figure<Double>
  /// The median within steps of 1; see `Distribution.interpolatedMedian(step:)`. Undefined (`notOnPoints`) where not all
  /// ratings are whole numbers.
  public let interpolatedMedian: Figure<Double>
  /// Consensus over the table's scale, from 0 to 1; see `Distribution.consensus(over:)`.
  public let consensus: Figure<Double>
  /// Agreement A on the whole-number points of the scale, from −1 to 1; see `Distribution.agreement`. Undefined
  /// (`outsideScale`, `notOnPoints`, `tooManyValues`) where ratings do not lie on such points or there are too many.
  public let agreement: Figure<Double>
  /// Within-group agreement r_wg on those points, at most 1; see `Distribution.rwg(scale:floored:)`.
  public let rwg: Figure<Double>
  /// `rwg`, 0 where it is below 0.
  public let rwgFloored: Figure<Double>

  init(_ name: String, _ ratings: [Double], rows: Int, scale: ClosedRange<Double>?, points: Figure<[Double]>) {
    let distribution = Figure { () throws(Undefined) in try Distribution(of: ratings) }
    let onPoints = distribution.then { given -> Figure<Distribution> in
      // With fewer than two ratings that is the reason, whatever the scale.
      guard given.n > 1, let low = given.values.first, let high = given.values.last else { return .value(given) }
      guard let scale, scale.contains(low), scale.contains(high) else { return .undefined(.outsideScale) }
      return points.then { points in
        guard given.values.allSatisfy(\.isWhole) else {
          return .undefined(
            Undefined(.notOnPoints, "An answer lies between the points of the scale, which are whole numbers."))
        }
        return Figure { () throws(Undefined) in
          try Distribution(given.pairs + points.map { (value: $0, count: 0) })
        }
      }
    }
    self.name = name
    n = ratings.count
    missing = rows - ratings.count
    self.distribution = distribution
    mean = distribution.then(\.mean)
    standardDeviation = distribution.then(\.standardDeviation)
    median = distribution.then(\.median)
    interpolatedMedian = distribution.then { given in
      given.values.allSatisfy(\.isWhole)
        ? given.interpolatedMedian()
        : .undefined(Undefined(.notOnPoints, "Not all answers are whole numbers, so the scale has no steps of 1."))
    }
    consensus = distribution.then { $0.consensus(over: scale) }
    agreement = onPoints.then(\.agreement)
    rwg = onPoints.then { $0.rwg() }
    rwgFloored = onPoints.then { $0.rwg(floored: true) }
  }

  /// The most points of a scale that agreement and r_wg are worked out for.
  static let mostPoints = 1_000

  /// The whole numbers from the lowest to the highest rating that could be given.
  static func points(of scale: ClosedRange<Double>?) -> Figure<[Double]> {
    guard let scale else { return .undefined(.noValues) }
    let (low, high) = (scale.lowerBound, scale.upperBound)
    guard low.isWhole, high.isWhole else {
      return .undefined(
        Undefined(.notOnPoints, "The ends of the scale are not whole numbers, so it has no whole-number points."))
    }
    if low == high { return .value([low]) }
    // Beyond 2⁵³ adding 1 changes nothing.
    guard high - low < Double(mostPoints), max(low.magnitude, high.magnitude) <= 0x1p53 else {
      return .undefined(
        Undefined(.tooManyValues, "The scale has more than \(mostPoints) points, or points too large to count."))
    }
    return .value(Array(stride(from: low, through: high, by: 1)))
  }
}

extension Double {
  fileprivate var isWhole: Bool { self == rounded() }
}
