import Testing

@testable import MaturityStatistics

@Suite struct BootstrapTests {
  /// All nⁿ resamples of a sample, each a list of places.
  private func everyResample(of n: Int) -> [[Int]] {
    (0..<n).reduce([[]]) { lists, _ in lists.flatMap { list in (0..<n).map { list + [$0] } } }
  }

  private func shares(of sorted: [Double]) -> (at: [Double], share: [Double]) {
    let at = Array(Set(sorted)).sorted()
    return (at, at.map { point in Double(sorted.count(where: { $0 <= point + 1e-12 })) / Double(sorted.count) })
  }

  /// Where a quantile of so many draws must lie, given all means there are, sorted. The share of draws below a point has the
  /// standard error √(p(1 − p)/draws); five of them, and a draw for the interpolation, bracket the quantile.
  private func limits(_ p: Double, of exact: [Double], draws: Int) -> ClosedRange<Double> {
    let error = 5 * squareRoot(p * (1 - p) / Double(draws)) + 1 / Double(draws)
    let (at, share) = shares(of: exact)
    let low = zip(at, share).first { $0.1 >= p - error }?.0 ?? exact[0]
    let high = zip(at, share).first { $0.1 > p + error }?.0 ?? exact[exact.count - 1]
    return low - 1e-9...high + 1e-9
  }

  /// The whole distribution of resampled means, not only its limits, against every resample there is.
  @Test func agreesWithEveryResample() throws {
    let draws = 100_000
    for expected in try Oracle.load().resampling.small {
      let values = expected.values
      let exact = everyResample(of: values.count).map { places in
        places.reduce(0) { $0 + values[$1] } / Double(values.count)
      }.sorted()
      // The same enumeration as the oracle's.
      #expect(close(Bootstrap.quantile(0.025, of: exact), expected.percentile[0], within: 1e-12))
      #expect(close(Bootstrap.quantile(0.975, of: exact), expected.percentile[1], within: 1e-12))

      let distribution = try Distribution(of: values)
      let mean = try distribution.mean.get()
      let bootstrap = Bootstrap(resamples: draws, seed: 7)
      let means = bootstrap.means(of: distribution, mean: mean, resamples: 0..<draws)
      let (at, share) = shares(of: exact)
      #expect(distance(means, at: at, share: share) < largestDistance(draws: draws))

      let interval = try bootstrap.interval(ofMean: distribution).get()
      // Values on a grid are not drawn.
      #expect(close(interval.low, expected.percentile[0]))
      #expect(close(interval.high, expected.percentile[1]))
      #expect(interval.method == .percentileBootstrap && interval.confidence == 0.95)

      let acceleration = Bootstrap.acceleration(
        squares: try distribution.centralMoment(2).get(), cubes: try distribution.centralMoment(3).get())
      #expect(close(acceleration, expected.acceleration))
      let corrected = try Bootstrap.corrected(
        (0.025, 0.975), Bootstrap.Resampling(estimate: mean, means: exact, acceleration: acceleration))
      #expect(close(corrected.low, expected.shares[0]))
      #expect(close(corrected.high, expected.shares[1]))
    }
  }

  /// Both draw 200,000 resamples; a limit's standard error is then below a third of the step between means, 1/n.
  @Test func agreesWithSciPy() throws {
    let expected = try Oracle.load().resampling.large
    let distribution = try Distribution(values: expected.values, counts: expected.counts)
    let step = 1 / Double(distribution.n)
    for (method, limits) in [(Bootstrap.Method.percentile, expected.percentile), (.bca, expected.bca)] {
      let bootstrap = Bootstrap(method: method, resamples: expected.resamples, seed: 3)
      let interval = try bootstrap.interval(ofMean: distribution).get()
      #expect(close(interval.low, limits[0], within: step + 1e-9))
      #expect(close(interval.high, limits[1], within: step + 1e-9))
    }
    #expect(expected.percentile != expected.bca)
  }

  /// How often one value is drawn is binomial. The other values are told apart but count for next to nothing, so that
  /// counts in blocks of every kind are looked at: rare, common and most frequent.
  @Test func largeSamplesAgreeWithTheBinomialDistribution() throws {
    let draws = 20_000
    for expected in try Oracle.load().resampling.binomial {
      let (n, successes) = (expected.n, expected.successes)
      let others = n - successes
      let splits = [[others], [others / 2, others - others / 2], [1, others / 10, others - others / 10 - 1]]
      for counts in splits {
        let values = counts.indices.map { Double($0) * 1e-15 } + [1]
        let distribution = try Distribution(values: values, counts: counts + [successes])
        let means = Bootstrap(seed: 11).means(
          of: distribution, mean: try distribution.mean.get(), resamples: 0..<draws)
        let drawn = means.map { ($0 * Double(n)).rounded() }
        #expect(distance(drawn, at: expected.at, share: expected.share) < largestDistance(draws: draws))
      }
    }
  }

  /// Where every distance is 1, the mean of a resample is the number of people in it over n.
  @Test(arguments: [[1], [9], [60], [40, 3], [10_000], [700, 1, 300, 2], [2_000_000, 3_000_000]])
  func everyResampleHasAsManyPeople(counts: [Int]) throws {
    let values = counts.indices.map { 1 + Double($0) * 0x1p-40 }
    let resampler = MeanResampler(try Distribution(values: values, counts: counts), mean: 0)
    for stream in 0..<2_000 as Range<UInt64> {
      var generator = SeededGenerator(seed: 17, stream: stream)
      #expect(close(resampler.draw(using: &generator), 1, within: 1e-11))
    }
  }

  @Test func manyValuesKeepMeanAndVariance() throws {
    var generator = SeededGenerator(seed: 6)
    let draws = 4_000
    for n in [500, 50_000, 5_000_000] {
      let counts = (0..<100).map { _ in Int.random(in: 0...n / 50, using: &generator) }
      let distribution = try Distribution(values: (0..<100).map(Double.init), counts: counts)
      let mean = try distribution.mean.get()
      let means = try Distribution(of: Bootstrap(seed: 2).means(of: distribution, mean: mean, resamples: 0..<draws))
      // The variance of a resampled mean is the population variance over n; its own relative error √(2/draws).
      let variance = try distribution.centralMoment(2).get() / Double(distribution.n) / Double(distribution.n)
      #expect(close(means.variance.map { $0 / variance }, 1, within: 5 * squareRoot(2 / Double(draws))))
      #expect(close(means.mean.map { $0 - mean }, 0, within: 5 * squareRoot(variance / Double(draws))))
    }
  }

  @Test func clustersAgreeWithEveryResample() throws {
    let groups: [[Double]] = [[1, 2], [3, 3, 4, 5, 5], [2], [4, 4, 1], []]
    let full = groups.filter { !$0.isEmpty }
    let exact = everyResample(of: full.count).map { places in
      let people = places.flatMap { full[$0] }
      return people.reduce(0, +) / Double(people.count)
    }.sorted()
    let draws = 100_000
    let distributions = try groups.map { try Distribution(of: $0) }
    let interval = try Bootstrap(resamples: draws, seed: 5).interval(ofMeanOver: distributions).get()
    #expect(limits(0.025, of: exact, draws: draws).contains(interval.low))
    #expect(limits(0.975, of: exact, draws: draws).contains(interval.high))
    for method in Bootstrap.Method.allCases {
      let bootstrap = Bootstrap(method: method, seed: 9)
      let turned = bootstrap.interval(ofMeanOver: distributions.reversed())
      #expect(turned.value != nil && turned == bootstrap.interval(ofMeanOver: distributions))
    }
  }

  /// Groups of one person each are people.
  @Test func clustersOfOneAreTheOrdinaryBootstrap() throws {
    let values = [1.0, 2, 2, 4, 7, 3, 5, 5]
    let draws = 50_000
    let bootstrap = Bootstrap(method: .bca, resamples: draws, seed: 13)
    let people = try bootstrap.interval(ofMean: Distribution(of: values)).get()
    let groups = try bootstrap.interval(ofMeanOver: values.map { try Distribution(of: [$0]) }).get()
    #expect(close(people.low, groups.low, within: 1.0 / 8 + 1e-9))
    #expect(close(people.high, groups.high, within: 1.0 / 8 + 1e-9))
  }

  @Test func isTheSameOnAnyNumberOfThreads() throws {
    let distribution = try Distribution(values: [1, 2, 3, 4, 5], counts: [20, 300, 4_000, 2_000, 50])
    let bootstrap = Bootstrap(seed: 99)
    let mean = try distribution.mean.get()
    let whole = bootstrap.means(of: distribution, mean: mean, resamples: 0..<500)
    let parts = [400..<500, 0..<123, 123..<400].map {
      bootstrap.means(of: distribution, mean: mean, resamples: $0)
    }
    #expect(whole == parts[1] + parts[2] + parts[0])
    let wider = try Distribution(values: [0, 1, 2, 3, 4, 5, 6], counts: [0, 20, 300, 4_000, 2_000, 50, 0])
    #expect(bootstrap.interval(ofMean: wider) == bootstrap.interval(ofMean: distribution))
    // Without a grid resamples are drawn.
    let free = try Distribution(values: [1, 2, 3, 4, 5].map(squareRoot), counts: distribution.counts)
    #expect(bootstrap.interval(ofMean: free) == bootstrap.interval(ofMean: free))
    #expect(Bootstrap(seed: 98).interval(ofMean: free) != bootstrap.interval(ofMean: free))
  }

  /// What is drawn tends to what is counted.
  @Test(arguments: [[3, 1, 4, 1, 5], [40, 0, 30, 2, 1], [900, 2_000, 700, 30, 1]])
  func drawnAndCountedAgree(counts: [Int]) throws {
    // The fifth value moved by a hair leaves no grid.
    let distribution = try Distribution(values: [1, 2, 3, 4, 5], counts: counts)
    let free = try Distribution(values: [1, 2, 3, 4, 5 + 1e-9], counts: counts)
    #expect(EveryResample(distribution) != nil && EveryResample(free) == nil)
    for method in Bootstrap.Method.allCases {
      let counted = try Bootstrap(method: method).interval(ofMean: distribution).get()
      let drawn = try Bootstrap(method: method, resamples: 200_000, seed: 5).interval(ofMean: free).get()
      // A limit's standard error is below a third of the step between means, 1/n.
      #expect(close(counted.low, drawn.low, within: 1 / Double(distribution.n) + 1e-8))
      #expect(close(counted.high, drawn.high, within: 1 / Double(distribution.n) + 1e-8))
    }
  }

  @Test func followsTheLawsOfScaling() throws {
    let base = try Distribution(values: [1, 2, 3, 4], counts: [5, 9, 20, 7])
    let moved = try Distribution(values: base.values.map { $0 * 25 - 40 }, counts: base.counts)
    for method in Bootstrap.Method.allCases {
      let bootstrap = Bootstrap(method: method, seed: 4)
      let (one, other) = try (bootstrap.interval(ofMean: base).get(), bootstrap.interval(ofMean: moved).get())
      #expect(close(other.low, one.low * 25 - 40))
      #expect(close(other.high, one.high * 25 - 40))
      let mean = try base.mean.get()
      #expect(one.low < mean && mean < one.high)
      let wide = try Bootstrap(method: method, confidence: 0.99, seed: 4).interval(ofMean: base).get()
      #expect(wide.low < one.low && one.high < wide.high)
    }
  }

  @Test func isUndefinedWithAReason() throws {
    let fine = try Distribution(of: [1, 2, 2])
    let (empty, one, same) = try (Distribution(of: []), Distribution(of: [1]), Distribution(of: [2, 2, 2]))
    for method in Bootstrap.Method.allCases {
      let bootstrap = Bootstrap(method: method)
      #expect(bootstrap.interval(ofMean: empty).reason?.code == .noValues)
      #expect(bootstrap.interval(ofMean: one).reason?.code == .tooFewValues)
      #expect(bootstrap.interval(ofMean: same).reason?.code == .noVariation)
      #expect(bootstrap.interval(ofMeanOver: []).reason?.code == .noValues)
      #expect(bootstrap.interval(ofMeanOver: [fine, empty]).reason?.code == .tooFewValues)
      #expect(bootstrap.interval(ofMeanOver: [fine, fine]).reason?.code == .noVariation)
      for confidence in [0, 1, -1, .nan, .infinity] {
        #expect(Bootstrap(method: method, confidence: confidence).interval(ofMean: fine).reason?.code == .invalidOption)
      }
      for resamples in [0, -1, 1_000_001, .max, .min] {
        #expect(Bootstrap(method: method, resamples: resamples).interval(ofMean: fine).reason?.code == .invalidOption)
      }
      let many = try Distribution(values: [1, 2], counts: [.max / 2, .max / 2])
      #expect(bootstrap.interval(ofMean: many).reason?.code == .tooLarge)
      let most = try Distribution(values: [-1e60, 0, 1e60], counts: [400_000_000, 1, 599_999_999])
      #expect(try bootstrap.interval(ofMean: most).get().high.isFinite)
    }
    let free = try Distribution(of: [1, 2, 3, 5, 6, 7].map(squareRoot))
    #expect(Bootstrap(method: .bca, resamples: 1).interval(ofMean: free).reason?.code == .noVariation)
    #expect(Bootstrap(resamples: 1).interval(ofMean: fine).value != nil)
  }
}
