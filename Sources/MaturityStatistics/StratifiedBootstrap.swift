extension Bootstrap {
  /// People of one stratum, such as a directorate, each of whom counts `weight` times.
  public struct Stratum: Sendable, Hashable {
    /// The values of its people.
    public var distribution: Distribution
    /// What each of them counts: finite, 0 or more.
    public var weight: Double

    /// Makes a stratum.
    public init(_ distribution: Distribution, weight: Double) {
      self.distribution = distribution
      self.weight = weight
    }
  }

  /// The likely range of a weighted mean Σ w·Σx / Σ w·n over strata, resampling people within each stratum and keeping the
  /// strata's sizes (Davison and Hinkley 1997, “Bootstrap methods and their application”, § 3.2; for BCa the empirical
  /// influence values of § 5.3 give a = Σ W³·n⁻³·Σ(x − x̄)³ / (6·(Σ W²·n⁻²·Σ(x − x̄)²)^1.5), with W a stratum's share of
  /// all weight).
  ///
  /// Strata without people are left out; the order of strata does not matter. Undefined with fewer than two people, where
  /// nobody differs from others of the stratum, for a weight that is not finite or below 0 and weights that are all 0, and
  /// otherwise as `interval(ofMean:)`. All resamples are counted for a single stratum alone.
  /// O(resamples · strata · (values · log n)).
  public func interval(ofMeanOverStrata strata: [Stratum]) -> Figure<Interval> {
    interval { () throws(Undefined) in
      guard strata.allSatisfy({ $0.weight.isFinite && $0.weight >= 0 }) else {
        throw .option("A stratum's weight is finite and not below 0.")
      }
      let used = strata.filter { $0.distribution.n > 0 && $0.weight > 0 }
      // Each by itself first, since their sum may be more than an integer holds.
      guard used.allSatisfy({ $0.distribution.n <= MeanResampler.largest }) else { throw .tooManyToResample }
      let people = used.reduce(0) { $0 + $1.distribution.n }
      guard people > 1 else { throw .tooFew("values", people, needed: 2) }
      guard used.contains(where: \.distribution.varies) else { throw .noVariation }
      guard people <= MeanResampler.largest else { throw .tooManyToResample }
      let total = used.reduce(0) { $0 + $1.weight * Double($1.distribution.n) }
      guard total.isFinite, total > 0 else { throw .notFinite }
      var parts: [WeightedPart] = []
      for stratum in used {
        let n = Double(stratum.distribution.n)
        parts.append(
          WeightedPart(
            share: stratum.weight * n / total, n: n, mean: try stratum.distribution.mean.get(),
            squares: try stratum.distribution.centralMoment(2).get(),
            cubes: try stratum.distribution.centralMoment(3).get(), distribution: stratum.distribution))
      }
      parts.sort { ($0.n, $0.share, $0.mean, $0.squares, $0.cubes) < ($1.n, $1.share, $1.mean, $1.squares, $1.cubes) }
      let acceleration = Bootstrap.acceleration(
        squares: parts.reduce(0) { $0 + $1.share * $1.share * $1.squares / ($1.n * $1.n) },
        cubes: parts.reduce(0) { $0 + $1.share * $1.share * $1.share * $1.cubes / ($1.n * $1.n * $1.n) })
      if parts.count == 1, let every = EveryResample(parts[0].distribution) {
        return Resampling(shareBelow: every.shareBelow, acceleration: acceleration, quantile: every.quantile)
      }
      return Resampling(
        estimate: parts.reduce(0) { $0 + $1.share * $1.mean }, means: means(of: parts, resamples: 0..<resamples),
        acceleration: acceleration)
    }
  }

  private struct WeightedPart {
    var share, n, mean, squares, cubes: Double
    var distribution: Distribution
  }

  private func means(of parts: [WeightedPart], resamples: Range<Int>) -> [Double] {
    let resamplers = parts.map { MeanResampler($0.distribution, mean: $0.mean) }
    return resamples.map { index in
      var generator = SeededGenerator(seed: seed, stream: UInt64(index))
      var mean = 0.0
      for (part, resampler) in zip(parts, resamplers) { mean += part.share * resampler.draw(using: &generator) }
      return mean
    }
  }
}

/// The design effect of unequal weights: how many times larger weighting makes the variance of a mean, n·Σ w² / (Σ w)²
/// over people (Kish 1965, “Survey sampling”, § 11.7). 1 where all weights are equal, at most n.
///
/// n divided by it is the effective number of people.
/// - Parameter weights: Each weight, finite and 0 or more, with how many people have it.
/// - Returns: Undefined where nobody has a weight above 0, and for weights or counts that cannot be.
public func designEffect(_ weights: [(weight: Double, people: Int)]) -> Figure<Double> {
  guard weights.allSatisfy({ $0.weight.isFinite && $0.weight >= 0 && $0.people >= 0 }) else {
    return .undefined(.option("Weights are finite and not below 0, and so are numbers of people."))
  }
  guard let largest = weights.filter({ $0.people > 0 }).map(\.weight).max(), largest > 0 else {
    return .undefined(.noValues)
  }
  // Relative to the largest, so that no square overflows.
  let n = weights.reduce(0.0) { $0 + Double($1.people) }
  let sum = weights.reduce(0.0) { $0 + $1.weight / largest * Double($1.people) }
  let squares = weights.reduce(0.0) { $0 + ($1.weight / largest) * ($1.weight / largest) * Double($1.people) }
  return .finite(max(n * squares / (sum * sum), 1))
}
