extension Distribution {
  /// The arithmetic mean Σ c·x / n; within the values. Undefined (`noValues`) when n = 0.
  public var mean: Figure<Double> {
    guard let extent else { return .undefined(.noValues) }
    var sum = ExactSum()
    for (value, count) in zip(values, counts) { sum.add(value, times: Double(count)) }
    return .finite(min(max(sum.value / Double(n), extent.low), extent.high))
  }

  /// The sample variance Σ c·(x − mean)² / (n − 1), in squared units; 0 or more. Undefined (`tooFewValues`) when n < 2.
  public var variance: Figure<Double> { variance(about: mean) }

  /// The sample variance, for who has the mean already.
  package func variance(about mean: Figure<Double>) -> Figure<Double> {
    guard n > 1 else { return .undefined(.tooFew("values", n, needed: 2)) }
    return centralMoment(2, about: mean).map { $0 / Double(n - 1) }
  }

  /// The sample standard deviation, the root of `variance`, in the values' units. Undefined when n < 2.
  public var standardDeviation: Figure<Double> { variance.map(squareRoot) }

  /// The middle value, or halfway between the two middle ones. Undefined (`noValues`) when n = 0.
  public var median: Figure<Double> {
    guard n > 0 else { return .undefined(.noValues) }
    let low = value(at: (n - 1) / 2)
    let high = value(at: n / 2)
    return .finite(low + (high - low) / 2)
  }

  /// The value below which the share `p` (0 to 1) of values lies: with h = (n − 1)·p, the value at ⌊h⌋ plus the fraction
  /// of h towards the next one (Hyndman and Fan 1996, type 7; the default of R and NumPy).
  ///
  /// Undefined when n = 0, or (`invalidOption`) where `p` is not from 0 to 1.
  public func quantile(_ p: Double) -> Figure<Double> {
    guard n > 0 else { return .undefined(.noValues) }
    guard p >= 0, p <= 1 else { return .undefined(.option("A quantile's share lies between 0 and 1.")) }
    let place = Double(n - 1) * p
    let index = Int(exactly: place.rounded(.down)).map { min($0, n - 1) } ?? n - 1
    let low = value(at: index)
    let high = value(at: min(index, n - 2) + 1)
    return .finite(low + (high - low) * (place - place.rounded(.down)))
  }

  /// The interpolated median: where the middle lies within the answers m that share the median.
  ///
  /// m − w/2 + w·(n/2 − below)/equal where more than one answer equals the median m, else m itself: `below` answers lie
  /// under m, `equal` answers on it, and w is the `step` of the scale, its answers taken as spread evenly over m ± w/2.
  /// It lies within half a step of the median. The textbook median of grouped data, in unit steps by default; there it is
  /// Python's `statistics.median_grouped`. ``interpolatedMedian(on:)`` takes the steps from a scale, equal or not.
  ///
  /// Undefined (`noValues`) when n = 0, or (`invalidOption`) for a step not above 0 or not finite.
  public func interpolatedMedian(step: Double = 1) -> Figure<Double> {
    guard step > 0, step.isFinite else { return .undefined(.option("The step of a scale is above 0.")) }
    return median.then { median in .finite(median + step * shift(from: median)) }
  }

  /// The interpolated median on a scale whose steps need not be equal.
  ///
  /// As ``interpolatedMedian(step:)``, with w the step of the scale on the side that the middle lies towards: from the
  /// median to the next point. On equal steps the two are the same; a median on a point moves at most halfway to the next
  /// one, so that none leaves the scale, and one that lies between two points moves within the ends of the scale. Where as
  /// many answers lie below the median as above it, it stays.
  ///
  /// `scale`: the points, strictly increasing. Undefined (`noValues`) when n = 0, or (`invalidShape`) for a scale without
  /// points or out of order. O(values + points).
  public func interpolatedMedian(on scale: [Double]) -> Figure<Double> {
    guard let low = scale.first, let high = scale.last, zip(scale, scale.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return .undefined(Undefined(.invalidShape, "The scale has no points, or they are not in increasing order."))
    }
    return median.then { median in
      let shift = shift(from: median)
      let above = shift > 0 ? scale.firstIndex { $0 > median } : scale.firstIndex { $0 >= median }
      // Nothing lies beyond the ends to move towards.
      guard shift != 0, let above, above > 0 else { return .value(median) }
      let moved = median + (scale[above] - scale[above - 1]) * shift
      return .finite(min(max(moved, min(low, median)), max(high, median)))
    }
  }

  /// By how many steps the middle lies off the median, −½ to ½; 0 where no more than one value equals it.
  private func shift(from median: Double) -> Double {
    var below = 0
    for (value, count) in zip(values, counts) where value <= median {
      if value == median, count > 1 { return (Double(n) / 2 - Double(below)) / Double(count) - 0.5 }
      below += count
    }
    return 0
  }

  /// The values given most often, in increasing order: several where they tie, none when n = 0.
  public var modes: [Double] {
    guard n > 0, let most = counts.max() else { return [] }
    return zip(values, counts).filter { $0.1 == most }.map { $0.0 }
  }

  /// The smallest and the largest value given; `nil` when n = 0.
  var extent: (low: Double, high: Double)? {
    guard let low = counts.firstIndex(where: { $0 > 0 }), let high = counts.lastIndex(where: { $0 > 0 }) else {
      return nil
    }
    return (values[low], values[high])
  }

  /// Whether values differ at all.
  var varies: Bool { extent.map { $0.low < $0.high } ?? false }

  /// Σ c·(x − mean)^power.
  func centralMoment(_ power: Int) -> Figure<Double> { centralMoment(power, about: mean) }

  private func centralMoment(_ power: Int, about mean: Figure<Double>) -> Figure<Double> {
    guard varies else { return mean.map { _ in 0 } }
    return mean.then { mean in
      var sum = ExactSum()
      for (value, count) in zip(values, counts) where count > 0 {
        let distance = value - mean
        var term = distance
        for _ in 1..<max(power, 1) { term *= distance }
        sum.add(term * Double(count))
      }
      return .finite(sum.value)
    }
  }

  /// The value at a place from 0 to n − 1, in increasing order.
  private func value(at place: Int) -> Double {
    var before = 0
    for (value, count) in zip(values, counts) {
      before += count
      if place < before { return value }
    }
    return values.last ?? 0
  }
}
