import Testing

@testable import MaturityStatistics

/// Whatever the input, a figure is finite or has a reason, and nothing traps.
@Suite struct HostileInputTests {
  private func number(_ generator: inout SeededGenerator) -> Double {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: Double(bitPattern: generator.next())
    case 1:
      [.nan, .infinity, 1e308, -1e308, 1e60, -1e60, .leastNonzeroMagnitude, 0, -0.0]
        .randomElement(using: &generator) ?? 0
    case 2: Double.random(in: -1e-150...1e-150, using: &generator)
    case 3: Double.random(in: -1e60...1e60, using: &generator)
    default: Double(Int.random(in: -2...3, using: &generator))
    }
  }

  private func isSound(_ figure: Figure<Double>) -> Bool {
    figure.value?.isFinite ?? figure.reason.map { !$0.code.rawValue.isEmpty && $0.sentence.hasSuffix(".") } ?? false
  }

  private func isSound(_ figure: Figure<Interval>) -> Bool {
    isSound(figure.map(\.low)) && isSound(figure.map(\.high)) && (figure.value.map { $0.low <= $0.high } ?? true)
  }

  @Test func distributions() {
    var generator = SeededGenerator(seed: 31)
    var last: Distribution?
    var made = 0
    for _ in 0..<4_000 {
      let values = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        let count = [0, 1, 2, 40, 1_000_000, .max / 8, .max, -1].randomElement(using: &generator) ?? 0
        return (value: number(&generator), count: count)
      }
      let figure = Figure { () throws(Undefined) in try Distribution(values) }
      guard let distribution = figure.value else { continue }
      made += 1
      let figures = [
        distribution.mean, distribution.variance, distribution.standardDeviation, distribution.median,
        distribution.quantile(0.9), distribution.interpolatedMedian(step: number(&generator)), distribution.consensus(),
        distribution.agreement, distribution.rwg(), distribution.rwg(scale: [number(&generator), number(&generator)]),
        cliffsDelta(distribution, last ?? distribution),
      ]
      #expect(figures.allSatisfy(isSound))
      let confidence = Bool.random(using: &generator) ? 0.95 : number(&generator)
      let difference = MeanDifference(of: distribution, minus: last ?? distribution, confidence: confidence)
      #expect(isSound(difference.difference) && isSound(difference.interval))
      for method in Bootstrap.Method.allCases {
        let bootstrap = Bootstrap(method: method, confidence: confidence, resamples: 20)
        #expect(isSound(bootstrap.interval(ofMean: distribution)))
        #expect(isSound(bootstrap.interval(ofMeanOver: [distribution, last ?? distribution, distribution])))
        let strata = [distribution, last ?? distribution].map { Bootstrap.Stratum($0, weight: 1) }
        #expect(isSound(bootstrap.interval(ofMeanOverStrata: strata)))
      }
      _ = distribution.camps
      #expect(distribution.movers(toAgree: number(&generator)) >= 0)
      let counts = (0..<4).map { _ in
        [-1, 0, 1, 2, 40, .max / 2, .max].randomElement(using: &generator) ?? 0
      }
      let pairs = ShareDifference.Pairs(both: counts[0], gained: counts[1], lost: counts[2], neither: counts[3])
      let share = ShareDifference(from: (counts[3], counts[2]), to: (1, 40), pairs: pairs, confidence: confidence)
      #expect(isSound(share.difference) && isSound(share.interval))
      last = distribution
    }
    #expect(made > 500)
  }

  @Test func tables() {
    var generator = SeededGenerator(seed: 32)
    var made = 0
    for _ in 0..<4_000 {
      let columns = Int.random(in: 0...4, using: &generator)
      let rows = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        (0..<columns).map { _ in Int.random(in: 0..<9, using: &generator) == 0 ? nil : number(&generator) }
      }
      for level in MeasurementLevel.allCases { #expect(isSound(krippendorffAlpha(rows: rows, level: level))) }
      let correlations = Figure { () throws(Undefined) in try IntraclassCorrelation(rows: rows) }
      if let icc = correlations.value {
        #expect([icc.icc1, icc.icc2, icc.icc3, icc.icc1k, icc.icc2k, icc.icc3k].allSatisfy(isSound))
      }
      for missing in ItemMoments.MissingAnswers.allCases {
        let moments = Figure { () throws(Undefined) in try ItemMoments(rows: rows, missing: missing) }
        guard let alpha = moments.map(CronbachAlpha.init).value else { continue }
        made += 1
        #expect(([alpha.alpha, alpha.standardized] + alpha.itemRest + alpha.ifDropped).allSatisfy(isSound))
      }
      let sums = (0..<3).map { _ in number(&generator) }
      let products = (0..<3).map { _ in (0..<3).map { _ in number(&generator) } }
      let n = [-1, 0, 1, 2, 9, .max].randomElement(using: &generator) ?? 0
      let moments = Figure { () throws(Undefined) in try ItemMoments(n: n, sums: sums, products: products) }
      if let alpha = moments.map(CronbachAlpha.init).value {
        #expect(([alpha.alpha, alpha.standardized] + alpha.itemRest + alpha.ifDropped).allSatisfy(isSound))
      }
    }
    #expect(made > 500)
  }
}
