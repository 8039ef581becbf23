import Testing

@testable import MaturityStatistics

@Suite struct StratifiedBootstrapTests {
  private let small: [(values: [Double], weight: Double)] = [([1, 2, 5], 3), ([2, 4], 0.5)]

  private func strata(_ small: [(values: [Double], weight: Double)]) throws -> [Bootstrap.Stratum] {
    try small.map { Bootstrap.Stratum(try Distribution(of: $0.values), weight: $0.weight) }
  }

  /// All resamples within one list.
  private func every(_ values: [Double]) -> [Double] {
    let n = values.count
    let lists = (0..<n).reduce([[]] as [[Double]]) { lists, _ in lists.flatMap { list in values.map { list + [$0] } } }
    return lists.map { $0.reduce(0, +) / Double(n) }
  }

  /// 27 × 4 equally likely resamples, each with its weighted mean: the limits lie where the shares 0.025 and 0.975 do.
  @Test func agreesWithEveryResample() throws {
    let total = 3 * 3 + 2 * 0.5
    let exact = every(small[0].values).flatMap { first in
      every(small[1].values).map { (9 * first + 1 * $0) / total }
    }.sorted()
    #expect(exact.count == 108)
    let interval = try Bootstrap(resamples: 100_000, seed: 5).interval(ofMeanOverStrata: strata(small)).get()
    // A share of 100,000 draws is off by less than 0.003 with five standard errors.
    func range(_ p: Double) -> ClosedRange<Double> {
      exact[Int((p - 0.003) * 108)] - 1e-9...exact[min(Int(((p + 0.003) * 108).rounded(.up)), 107)] + 1e-9
    }
    #expect(range(0.025).contains(interval.low))
    #expect(range(0.975).contains(interval.high))
  }

  /// One stratum, whatever it counts, is a plain bootstrap, counted or drawn: the same resamples, and the same
  /// acceleration.
  @Test(arguments: Bootstrap.Method.allCases) func oneStratumIsAPlainSample(_ method: Bootstrap.Method) throws {
    for values in [[1, 2, 3, 5], [1, 2, 3, 5].map(squareRoot)] {
      let distribution = try Distribution(values: values, counts: [3, 9, 4, 2])
      let bootstrap = Bootstrap(method: method, seed: 9)
      let plain = try bootstrap.interval(ofMean: distribution).get()
      let weighted = try bootstrap.interval(ofMeanOverStrata: [Bootstrap.Stratum(distribution, weight: 7.25)]).get()
      #expect(abs(plain.low - weighted.low) < 1e-12 && abs(plain.high - weighted.high) < 1e-12)
    }
  }

  @Test func theOrderAndTheScaleOfWeightsDoNotMatter() throws {
    let strata = try strata(small)
    let bootstrap = Bootstrap(seed: 2)
    let first = try bootstrap.interval(ofMeanOverStrata: strata).get()
    let turned = try bootstrap.interval(ofMeanOverStrata: Array(strata.reversed())).get()
    let doubled = try bootstrap.interval(
      ofMeanOverStrata: strata.map { Bootstrap.Stratum($0.distribution, weight: 2 * $0.weight) }
    ).get()
    #expect(first == turned)
    #expect(abs(first.low - doubled.low) < 1e-12 && abs(first.high - doubled.high) < 1e-12)
  }

  @Test(
    arguments: [
      ([([], 1), ([], 1)], Undefined.Code.noValues),
      ([([2], 1)], .tooFewValues),
      ([([2, 2], 1), ([4], 3)], .noVariation),
      ([([1, 2], -1)], .invalidOption),
      ([([1, 2], .infinity)], .invalidOption),
      ([([1, 2], 0)], .noValues),
    ] as [([([Double], Double)], Undefined.Code)])
  func whatHasNoRange(_ values: [([Double], Double)], _ code: Undefined.Code) throws {
    let figure = Bootstrap().interval(ofMeanOverStrata: try strata(values.map { (values: $0.0, weight: $0.1) }))
    #expect(figure.reason?.code == code)
  }

  /// Kish's formula by hand: weights 2, 2 and 5 give 3·33/81.
  @Test func designEffectIsKishs() {
    #expect(designEffect([(2, 2), (5, 1)]).value.map { abs($0 - 99 / 81) < 1e-12 } == true)
    #expect(designEffect([(1e300, 40)]) == .value(1))
    #expect(designEffect([(3, 4), (0, 4)]) == .value(2))
    #expect(designEffect([]).reason?.code == .noValues)
    #expect(designEffect([(0, 3)]).reason?.code == .noValues)
    #expect(designEffect([(.nan, 3)]).reason?.code == .invalidOption)
  }
}
