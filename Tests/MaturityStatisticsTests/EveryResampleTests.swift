import Testing

@testable import MaturityStatistics

@Suite struct EveryResampleTests {
  /// Enumeration, one by one: what is counted here in a few products.
  private func means(_ values: [Double]) -> [Double] {
    let sums = values.reduce([0.0]) { sums, _ in sums.flatMap { sum in values.map { sum + $0 } } }
    return sums.map { $0 / Double(values.count) }.sorted()
  }

  static let samples: [[Double]] = [
    [1, 2], [1, 1, 5], [2, 3, 3, 5], [1, 2, 2, 4, 7], [-3, 0.5, 0.5, 2, 1, 1], [0, 17, 35, 52, 70, 87],
    [1, 4.0 / 3, 2.5, 3, 5], [0.1, 0.2, 0.30000000000000004],
    [0.1, 0.6, 0.1 + 0.7 - 0.2, 0.7, 0.6], [1, 1, 2, 2, 2, 4, 5],
  ]

  @Test(arguments: samples)
  func agreesWithEnumeration(values: [Double]) throws {
    let distribution = try Distribution(values.map { (value: $0, count: 1) })
    let every = try #require(EveryResample(distribution))
    let means = means(values)
    for p in [0, 1e-5, 0.01, 0.025, 0.05, 0.1, 0.3, 0.5, 0.77, 0.9, 0.95, 0.975, 0.99, 1] {
      #expect(close(every.quantile(p), Bootstrap.quantile(p, of: means)), "quantile \(p)")
    }
    let resampling = Bootstrap.Resampling(
      estimate: try distribution.mean.get(), means: means, acceleration: 0)
    #expect(close(every.shareBelow, resampling.shareBelow))
  }

  /// How many of a resample's answers are yes is binomial.
  @Test func yesAndNoAreBinomial() throws {
    var met = 0
    for expected in try Oracle.load().resampling.binomial {
      let distribution = try Distribution(
        values: [0, 1], counts: [expected.n - expected.successes, expected.successes])
      guard let every = EveryResample(distribution) else { continue }
      met += 1
      for (successes, share) in zip(expected.at, expected.share) where share > 1e-6 && share < 1 - 1e-6 {
        let mean = successes / Double(expected.n)
        // Reached at the share itself, exceeded right above it.
        #expect(close(every.quantile(share - 1e-10), mean))
        #expect(every.quantile(share + 1e-10) > mean + 0.5 / Double(expected.n))
      }
    }
    #expect(met > 0)
  }

  /// The variance of a resampled mean is the variance of the answers over n; its quantiles are nearly a normal
  /// distribution's once n is large.
  @Test func manyAnswersAreNearlyNormal() throws {
    let distribution = try Distribution(values: [1, 2, 3, 4, 5], counts: [1_000, 4_000, 5_000, 4_000, 1_000])
    let every = try #require(EveryResample(distribution))
    let error = squareRoot(try distribution.centralMoment(2).get()) / Double(distribution.n)
    for p in [0.001, 0.025, 0.2, 0.5, 0.975] {
      #expect(close(every.quantile(p), 3 + Normal.quantile(p) * error, within: 2 / Double(distribution.n)))
    }
    #expect(close(every.shareBelow, 0.5))
  }

  @Test func isOnlyForGridsThatAreCoarse() throws {
    #expect(EveryResample(try Distribution(of: [1, 2, 2.0.squareRoot()])) == nil)
    #expect(EveryResample(try Distribution(of: [0, 1e-5, 1])) == nil)
    #expect(EveryResample(try Distribution(values: [1, 5], counts: [400_000_000, 600_000_000])) == nil)
    #expect(EveryResample(try Distribution(values: [1, 5], counts: [400_000_000, 1])) != nil)
    #expect(EveryResample(try Distribution(values: [-1e60, 0, 1e60], counts: [1, 2, 3])) != nil)
  }

  @Test func theGridIsTheWidest() throws {
    let grid = try #require(Grid([0.1, 0.4, 1.0], most: 100))
    #expect(grid.places == [0, 1, 3])
    #expect(close(grid.step, 0.3) && grid.lowest == 0.1)
    #expect(Grid([1], most: 100) == nil)
    #expect(Grid([0, 1, 1000], most: 100) == nil)
    #expect(Grid([0, 1, 100], most: 100)?.places == [0, 1, 100])
  }
}
