/// The means of all nⁿ resamples of n values on a grid, such as answers on a scale: what more and more resamples tend to.
///
/// In steps of the grid the sum of a resample is the sum of n independent draws, so its shares are those of one draw
/// multiplied by themselves n times, as polynomials are. They are sums of products of numbers above 0, so that no digits
/// are lost; ends whose shares are below 1e-18 are left out.
struct EveryResample {
  private let n: Int
  private let grid: Grid
  /// For each sum from `first` steps on, the share of resamples with at most that sum.
  private let cumulative: [Double]
  private let first: Int
  /// The sum of the values themselves, in steps.
  private let observed: Int

  /// Sums in more steps than this take longer than drawing some thousand resamples.
  private static let mostSums = 4096.0

  /// Nil for values on no grid, and for too many sums. `distribution` has at least two different values. O(sums²).
  init?(_ distribution: Distribution) {
    let used = distribution.pairs.filter { $0.count > 0 }
    guard let grid = Grid(used.map(\.value), most: Int(Self.mostSums)) else { return nil }
    let size = Double(distribution.n)
    var draw = Array(repeating: 0.0, count: grid.places[grid.places.count - 1] + 1)
    // Values that differ by rounding alone share a place.
    for (place, pair) in zip(grid.places, used) { draw[place] += Double(pair.count) / size }
    let mean = draw.indices.reduce(0) { $0 + Double($1) * draw[$1] }
    let variance = draw.indices.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) * draw[$1] }
    // Nearly all sums lie within nine standard deviations.
    guard min(size * Double(draw.count - 1), 18 * squareRoot(size * variance)) <= Self.mostSums else { return nil }
    n = distribution.n
    self.grid = grid
    observed = zip(grid.places, used).reduce(0) { $0 + $1.0 * $1.1.count }
    let sums = Shares(first: 0, shares: draw).power(n)
    first = sums.first
    var total = 0.0
    cumulative = sums.shares.map { share in
      total += share
      return total
    }
  }

  /// The share of resamples with a lower mean than the values themselves have, and half of those with the same.
  var shareBelow: Double { (share(upTo: observed - 1) + share(upTo: observed)) / 2 }

  /// A quantile of the means of all resamples, as `Distribution.quantile(_:)` finds it.
  func quantile(_ p: Double) -> Double {
    let p = min(max(p, 0), 1)
    // Beyond 9⁹ the step from one resample to the next does not show.
    guard n <= 9 else { return mean { $0 >= p - 1e-12 } }
    let all = (0..<n).reduce(1.0) { all, _ in all * Double(n) }
    let place = (all - 1) * p
    func ranked(_ rank: Double) -> Double { mean { ($0 * all).rounded() >= rank } }
    let low = ranked(place.rounded(.down) + 1)
    let high = ranked(min(place.rounded(.down) + 2, all))
    return low + (high - low) * (place - place.rounded(.down))
  }

  private func share(upTo sum: Int) -> Double {
    sum < first ? 0 : cumulative[min(sum - first, cumulative.count - 1)]
  }

  /// The mean of the resamples with the first sum up to which their share is far enough, or with the last.
  private func mean(_ isFarEnough: (Double) -> Bool) -> Double {
    let sum = first + (cumulative.firstIndex(where: isFarEnough) ?? cumulative.count - 1)
    return (grid.lowest * Double(n) + grid.step * Double(sum)) / Double(n)
  }

  /// The shares of sums from `first` on.
  private struct Shares {
    var first: Int
    var shares: [Double]

    /// The shares of the sum of as many independent draws. O(shares² of the result).
    func power(_ exponent: Int) -> Shares {
      guard exponent > 1 else { return self }
      let half = power(exponent / 2)
      let whole = half.added(to: half)
      return exponent.isMultiple(of: 2) ? whole : whole.added(to: self)
    }

    private func added(to other: Shares) -> Shares {
      var sums = Array(repeating: 0.0, count: shares.count + other.shares.count - 1)
      let given = shares.span
      for (place, share) in other.shares.enumerated() where share > 0 {
        var output = sums.mutableSpan
        for index in given.indices { output[place &+ index] += share * given[index] }
      }
      let start = sums.firstIndex { $0 > 1e-18 } ?? 0
      let end = sums.lastIndex { $0 > 1e-18 } ?? sums.count - 1
      return Shares(first: first + other.first + start, shares: Array(sums[start...end]))
    }
  }
}

/// Equal steps that all of some numbers lie on.
struct Grid {
  let lowest: Double
  let step: Double
  /// How many steps each number lies above the lowest.
  let places: [Int]

  /// The widest grid; nil for fewer than two numbers, and where there are more steps than `most` from end to end.
  ///
  /// `numbers` are in increasing order. Numbers within 1e-12 of the whole range count as on the grid.
  init?(_ numbers: [Double], most: Int) {
    guard let low = numbers.first, let high = numbers.last, low < high else { return nil }
    let range = high - low
    var step = range
    for number in numbers {
      // Euclid's algorithm; what is left of rounding is no remainder.
      var rest = number - low
      while rest > 1e-10 * range { (step, rest) = (rest, step.truncatingRemainder(dividingBy: rest)) }
      guard step * Double(most) >= range else { return nil }
    }
    let steps = (range / step).rounded()
    lowest = low
    self.step = range / steps
    var places: [Int] = []
    for number in numbers {
      let place = ((number - low) / self.step).rounded()
      guard (number - low - place * self.step).magnitude <= 1e-12 * range else { return nil }
      places.append(Int(place))
    }
    self.places = places
  }
}
