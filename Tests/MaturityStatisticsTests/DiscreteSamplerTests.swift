import Testing

@testable import MaturityStatistics

/// The largest distance between the share of draws at or below `at` and the expected share.
func distance(_ draws: [Double], at: [Double], share: [Double]) -> Double {
  let sorted = draws.sorted()
  return zip(at, share).reduce(0) { largest, point in
    let below = sorted.partitioningIndex(above: point.0)
    return max(largest, (Double(below) / Double(sorted.count) - point.1).magnitude)
  }
}

/// What that distance exceeds once in a million, by the inequality of Dvoretzky, Kiefer and Wolfowitz (Massart 1990):
/// P(sup |F̂ − F| > ε) ≤ 2·exp(−2·draws·ε²).
func largestDistance(draws: Int) -> Double { squareRoot(naturalLogarithm(2e6) / (2 * Double(draws))) }

extension [Double] {
  /// How many of these sorted numbers are not above `number`, up to rounding.
  fileprivate func partitioningIndex(above number: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= number + 1e-9 * Swift.max(1, number.magnitude) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

@Suite struct DiscreteSamplerTests {
  @Test func aliasTablesKeepTheirChances() {
    var generator = SeededGenerator(seed: 1)
    var tables = AliasTables()
    let weights: [[Double]] = [[1], [3, 0, 1], [1, 1, 1, 1], [0.001, 5, 100, 2, 0]]
    for table in weights { tables.append(table) }
    for (table, chances) in weights.enumerated() {
      let draws = (0..<50_000).map { _ in Double(tables.draw(from: table, using: &generator)) }
      let total = chances.reduce(0, +)
      var sum = 0.0
      let shares = chances.map { chance in
        sum += chance
        return sum / total
      }
      #expect(distance(draws, at: chances.indices.map(Double.init), share: shares) < largestDistance(draws: 50_000))
      for (place, chance) in chances.enumerated() where chance == 0 { #expect(!draws.contains(Double(place))) }
    }
  }

  /// Rates on both sides of the change from tables to rejection.
  @Test func poissonNumbersAgreeWithSciPy() throws {
    let cases = try Oracle.load().resampling.poisson
    #expect(cases.contains { $0.rate > PoissonSampler.largestTabled } && cases.contains { $0.rate < 1 })
    let sampler = PoissonSampler(rates: cases.map(\.rate))
    var draws: [[Double]] = cases.map { _ in [] }
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<40_000 { sampler.draw(using: &generator) { draws[$0].append(Double($1)) } }
    for (numbers, expected) in zip(draws, cases) {
      #expect(numbers.count == 40_000)
      #expect(distance(numbers, at: expected.at, share: expected.share) < largestDistance(draws: 40_000))
    }
  }
}
