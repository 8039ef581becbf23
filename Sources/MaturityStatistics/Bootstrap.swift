/// The likely range of a mean, from resampling the answers themselves: no shape of distribution is assumed.
///
/// Where values lie on a grid, as answers on a scale do, and are not too many, all the resamples there are are counted: the
/// result is what ever more resamples tend to, and neither their number nor the seed matters. Otherwise resample i takes
/// its random numbers from (seed, i) alone, so the result is the same on any number of threads, and for answers in any
/// order. The cost does not depend on the number of people, only on the number of different values.
public struct Bootstrap: Sendable, Hashable {
  /// Which quantiles of the resampled means are the limits.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// The shares (1 ± confidence)/2 of the resampled means, as `Distribution.quantile(_:)` finds them (Efron 1979; Efron
    /// and Tibshirani 1993, “An introduction to the bootstrap”, ch. 13).
    case percentile
    /// Bias-corrected and accelerated: each share moved to Φ(z₀ + (z₀ + z)/(1 − a·(z₀ + z))), with z its normal quantile,
    /// the bias z₀ = Φ⁻¹(the share of resampled means below the mean, and half of those equal to it), and the
    /// acceleration a = Σ d³/(6·(Σ d²)^1.5) of the jackknife's distances d (Efron 1987, “Better bootstrap confidence
    /// intervals”, JASA 82, 171–185).
    case bca
  }

  /// Which quantiles of the resampled means are the limits.
  public var method: Method
  /// The confidence, above 0 and below 1.
  public var confidence: Double
  /// How many resamples are drawn, from 1 to 1,000,000, where not all of them are counted.
  public var resamples: Int
  /// What the random numbers follow from.
  public var seed: UInt64

  /// A bootstrap of these options.
  public init(
    method: Method = .percentile, confidence: Double = 0.95, resamples: Int = 2000, seed: UInt64 = 1
  ) {
    self.method = method
    self.confidence = confidence
    self.resamples = resamples
    self.seed = seed
  }

  /// The likely range of the mean, resampling people. Within the values given.
  ///
  /// Undefined with fewer than two values, where all are equal (`noVariation`: resampling cannot say more), with more than
  /// 1,000,000,000 (`tooLarge`), for options out of range, and for BCa where all resampled means lie on one side of the
  /// mean. O(n · steps of the grid) at least and its square at most where all resamples are counted; otherwise
  /// O(resamples · (values · log n + log resamples)).
  public func interval(ofMean distribution: Distribution) -> Figure<Interval> {
    interval { () throws(Undefined) in
      guard distribution.n > 1 else { throw .tooFew("values", distribution.n, needed: 2) }
      guard distribution.varies else { throw .noVariation }
      guard distribution.n <= MeanResampler.largest else { throw .tooManyToResample }
      let acceleration = Bootstrap.acceleration(
        squares: try distribution.centralMoment(2).get(), cubes: try distribution.centralMoment(3).get())
      if let every = EveryResample(distribution) {
        return Resampling(shareBelow: every.shareBelow, acceleration: acceleration, quantile: every.quantile)
      }
      let mean = try distribution.mean.get()
      return Resampling(
        estimate: mean, means: means(of: distribution, mean: mean, resamples: 0..<resamples),
        acceleration: acceleration)
    }
  }

  /// The likely range of the mean of all people, resampling whole groups, such as workshop sessions, whose members are more
  /// alike than strangers (Davison and Hinkley 1997, “Bootstrap methods and their application”, § 3.8).
  ///
  /// Each resample draws as many groups as there are, with replacement, and takes the mean over all people in them. Empty
  /// groups are left out; the order of groups does not matter. Undefined with fewer than two groups, where all groups have
  /// the same mean, and otherwise as `interval(ofMean:)`. O(resamples · (groups + log resamples)).
  public func interval(ofMeanOver groups: [Distribution]) -> Figure<Interval> {
    interval { () throws(Undefined) in
      let groups = groups.filter { $0.n > 0 }
      guard groups.count > 1 else { throw .tooFew("groups", groups.count, needed: 2) }
      let all = try Distribution(groups.flatMap(\.pairs))
      let mean = try all.mean.get()
      var clusters: [Cluster] = []
      for group in groups {
        clusters.append(Cluster(n: Double(group.n), excess: (try group.mean.get() - mean) * Double(group.n)))
      }
      clusters.sort { ($0.n, $0.excess) < ($1.n, $1.excess) }
      // Means that differ by rounding alone are one mean.
      let width = all.extent.map { $0.high - $0.low } ?? 0
      guard clusters.contains(where: { $0.excess.magnitude > 1e-12 * width * $0.n }) else { throw .noVariation }
      // What leaving out each group does to the mean, less what it does on average.
      let moves = clusters.map { $0.excess / (Double(all.n) - $0.n) }
      let average = moves.reduce(0, +) / Double(moves.count)
      return Resampling(
        estimate: mean, means: means(of: clusters, mean: mean, resamples: 0..<resamples),
        acceleration: Bootstrap.acceleration(
          squares: moves.reduce(0) { $0 + ($1 - average) * ($1 - average) },
          cubes: moves.reduce(0) { $0 + ($1 - average) * ($1 - average) * ($1 - average) }))
    }
  }

  /// The means of the resamples with these numbers.
  func means(of distribution: Distribution, mean: Double, resamples: Range<Int>) -> [Double] {
    let resampler = MeanResampler(distribution, mean: mean)
    return resamples.map { index in
      var generator = SeededGenerator(seed: seed, stream: UInt64(index))
      return resampler.draw(using: &generator)
    }
  }

  /// A group's size, and by how much the sum of its values exceeds what the mean of all would give.
  struct Cluster {
    var n, excess: Double
  }

  func means(of clusters: [Cluster], mean: Double, resamples: Range<Int>) -> [Double] {
    resamples.map { index in
      var generator = SeededGenerator(seed: seed, stream: UInt64(index))
      var n = 0.0
      var excess = 0.0
      for _ in clusters {
        let cluster = clusters[Int(generator.next().multipliedFullWidth(by: UInt64(clusters.count)).high)]
        n += cluster.n
        excess += cluster.excess
      }
      return mean + excess / n
    }
  }

  /// What is known of the means of resamples.
  struct Resampling {
    /// The share of them below the mean, and half of those equal to it.
    var shareBelow: Double
    var acceleration: Double
    var quantile: (Double) -> Double

    init(shareBelow: Double, acceleration: Double, quantile: @escaping (Double) -> Double) {
      self.shareBelow = shareBelow
      self.acceleration = acceleration
      self.quantile = quantile
    }

    init(estimate: Double, means: [Double], acceleration: Double) {
      // Means that differ from the estimate by rounding alone are equal to it.
      let near = 1e-12 * ((means.max() ?? 0) - (means.min() ?? 0))
      let below = means.count(where: { $0 < estimate - near })
      let equal = means.count(where: { ($0 - estimate).magnitude <= near })
      self.init(shareBelow: (Double(below) + Double(equal) / 2) / Double(means.count), acceleration: acceleration) {
        Bootstrap.quantile($0, of: means)
      }
    }
  }

  func interval(_ resample: () throws(Undefined) -> Resampling) -> Figure<Interval> {
    Figure { () throws(Undefined) in
      guard confidence > 0, confidence < 1 else { throw .confidence }
      guard resamples >= 1, resamples <= 1_000_000 else {
        throw .option("The number of resamples lies between 1 and 1,000,000.")
      }
      let resampling = try resample()
      var shares = (low: (1 - confidence) / 2, high: (1 + confidence) / 2)
      if method == .bca { shares = try Bootstrap.corrected(shares, resampling) }
      let name: Interval.Method = method == .bca ? .bcaBootstrap : .percentileBootstrap
      return try Figure.between(
        resampling.quantile(shares.low), resampling.quantile(shares.high), confidence: confidence, method: name
      ).get()
    }
  }

  /// The quantile of numbers, type 7. O(numbers).
  static func quantile(_ p: Double, of numbers: [Double]) -> Double {
    let place = Double(numbers.count - 1) * min(max(p, 0), 1)
    let index = Int(place)
    var numbers = numbers
    let low = numbers.select(index)
    // The next one in order is the least of those after it.
    let next = numbers[(index + 1)...].min() ?? low
    return low + (next - low) * (place - Double(index))
  }

  static func acceleration(squares: Double, cubes: Double) -> Double { cubes / (6 * squares * squareRoot(squares)) }

  /// BCa's shares in place of the percentile method's.
  static func corrected(
    _ shares: (low: Double, high: Double), _ resampling: Resampling
  ) throws(Undefined) -> (low: Double, high: Double) {
    let (share, acceleration) = (resampling.shareBelow, resampling.acceleration)
    guard acceleration.isFinite else { throw .notFinite }
    guard share > 0, share < 1 else {
      throw Undefined(.noVariation, "All resampled means lie on one side of the mean, so its bias cannot be corrected.")
    }
    let bias = Normal.quantile(share)
    func moved(_ p: Double) throws(Undefined) -> Double {
      let z = bias + Normal.quantile(p)
      guard z.isFinite, 1 - acceleration * z > 0 else { throw .notFinite }
      return Normal.share(below: bias + z / (1 - acceleration * z))
    }
    return (try moved(shares.low), try moved(shares.high))
  }
}
