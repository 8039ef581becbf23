import Testing

@testable import MaturityStatistics

@Suite struct ProbabilityTests {
  @Test func normalQuantilesAgreeWithSciPy() throws {
    for expected in try Oracle.load().probability.normal {
      #expect(close(Normal.quantile(expected.p), expected.quantile, within: 1e-12))
      #expect(close(Normal.share(below: expected.quantile) / expected.p, 1, within: 1e-11))
    }
  }

  @Test func studentQuantilesAgreeWithSciPy() throws {
    for expected in try Oracle.load().probability.student {
      let student = StudentT(freedom: expected.freedom)
      #expect(close(student.quantile(upperTail: expected.tail), expected.quantile, within: 1e-10))
      guard expected.freedom <= 1e6 else { continue }
      #expect(close(student.upperTail(expected.at) / expected.share, 1, within: 1e-9))
    }
  }
}

@Suite struct WilsonIntervalTests {
  @Test func agreesWithSciPy() throws {
    for expected in try Oracle.load().wilson {
      let interval = try wilsonInterval(
        successes: expected.successes, of: expected.n, confidence: expected.confidence
      ).get()
      #expect(close(interval.low, expected.low))
      #expect(close(interval.high, expected.high))
      #expect(interval.confidence == expected.confidence)
      #expect(interval.method == .wilson)
    }
  }

  /// Newcombe 1998, “Two-sided confidence intervals for the single proportion”, Statistics in Medicine 17, table I.
  @Test(arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)])
  func agreesWithNewcombe(successes: Int, n: Int, low: Double, high: Double) throws {
    let interval = try wilsonInterval(successes: successes, of: n).get()
    #expect(close(interval.low, low, within: 5e-5))
    #expect(close(interval.high, high, within: 5e-5))
  }

  @Test func isUndefinedWithAReason() throws {
    #expect(wilsonInterval(successes: 0, of: 0).reason?.code == .noValues)
    #expect(wilsonInterval(successes: -1, of: 5).reason?.code == .invalidCount)
    #expect(wilsonInterval(successes: 6, of: 5).reason?.code == .invalidCount)
    #expect(wilsonInterval(successes: 0, of: -1).reason?.code == .invalidCount)
    for confidence in [0, 1, -0.5, .nan, .infinity] {
      #expect(wilsonInterval(successes: 1, of: 5, confidence: confidence).reason?.code == .invalidOption)
    }
    #expect(wilsonInterval(successes: .max, of: .max).value?.high == 1)
    // z = 8.2924 by any table that goes so far: nearly the whole range.
    #expect(try wilsonInterval(successes: 1, of: 5, confidence: 1.0.nextDown).get().high > 0.94)
  }

  @Test func holdsItsShareAndMirrors() throws {
    for n in [1, 2, 7, 400] {
      for successes in stride(from: 0, through: n, by: max(1, n / 7)) {
        let interval = try wilsonInterval(successes: successes, of: n).get()
        let share = Double(successes) / Double(n)
        #expect(interval.low >= 0 && interval.low <= share && share <= interval.high && interval.high <= 1)
        let mirror = try wilsonInterval(successes: n - successes, of: n).get()
        #expect(close(interval.low, 1 - mirror.high))
      }
    }
  }
}

@Suite struct GroupDifferenceTests {
  @Test func agreesWithSciPyAndEveryPair() throws {
    for expected in try Oracle.load().groups {
      let (x, y) = try (Distribution(of: expected.x), Distribution(of: expected.y))
      #expect(close(cliffsDelta(x, y), expected.delta))
      for (confidence, limits) in expected.welch {
        let result = MeanDifference(of: x, minus: y, confidence: try #require(Double(confidence)))
        #expect(close(result.difference, expected.difference))
        let interval = try result.interval.get()
        #expect(close(interval.low, limits[0]))
        #expect(close(interval.high, limits[1]))
      }
    }
  }

  /// SciPy 1.17.1: stats.t.interval(c, 4, loc=x.mean() - 2, scale=stats.sem(x)) of x = [1, 2, 2, 3, 5].
  @Test(arguments: [
    (0.95, -1.2830766883484384, 2.4830766883484383), (0.9, -0.845888837833249, 2.0458888378332483),
  ])
  func aGivenNumberIsNoSample(_ confidence: Double, _ low: Double, _ high: Double) throws {
    let group = try Distribution(of: [1, 2, 2, 3, 5])
    let result = MeanDifference(of: group, minus: 2, confidence: confidence)
    #expect(close(result.difference, 0.6))
    let interval = try result.interval.get()
    #expect(close(interval.low, low) && close(interval.high, high) && interval.method == .student)
    #expect(MeanDifference(of: try Distribution(of: [1]), minus: 2).interval.reason?.code == .tooFewValues)
    #expect(MeanDifference(of: try Distribution(of: [2, 2]), minus: 2).interval.reason?.code == .noVariation)
  }

  @Test func deltaIsAboutOrderAlone() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<50 {
      let (x, y) = try (generator.distribution(points: 6), generator.distribution(points: 6))
      guard x.n > 0, y.n > 0 else { continue }
      let delta = try cliffsDelta(x, y).get()
      #expect(delta >= -1 && delta <= 1)
      #expect(close(cliffsDelta(y, x), -delta))
      #expect(cliffsDelta(x, x) == .value(0))
      let (stretched, other) = try (
        Distribution(values: x.values.map { $0 * $0 * $0 }, counts: x.counts),
        Distribution(values: y.values.map { $0 * $0 * $0 }, counts: y.counts)
      )
      #expect(cliffsDelta(stretched, other) == .value(delta))
    }
    let (low, high) = try (Distribution(of: [1, 2]), Distribution(of: [3, 4, 5]))
    #expect(cliffsDelta(low, high) == .value(-1))
    let (many, more) = try (Distribution(values: [1], counts: [.max]), Distribution(values: [0], counts: [.max]))
    #expect(cliffsDelta(many, more) == .value(1))
  }

  @Test func isUndefinedWithAReason() throws {
    let (empty, one, same, two) = try (
      Distribution(of: []), Distribution(of: [1]), Distribution(of: [2, 2]), Distribution(of: [1, 2])
    )
    #expect(cliffsDelta(empty, two).reason?.code == .noValues)
    #expect(MeanDifference(of: two, minus: empty).difference.reason?.code == .noValues)
    #expect(MeanDifference(of: one, minus: two).difference == .value(-0.5))
    #expect(MeanDifference(of: one, minus: two).interval.reason?.code == .tooFewValues)
    #expect(MeanDifference(of: same, minus: same).interval.reason?.code == .noVariation)
    #expect(MeanDifference(of: same, minus: two, confidence: 1).interval.reason?.code == .invalidOption)
    #expect(try MeanDifference(of: same, minus: two, confidence: 1.0.nextDown).interval.get().high > 1e14)
    let huge = try Distribution(values: [-1e60, 1e60], counts: [3, 3])
    #expect(try MeanDifference(of: huge, minus: two).interval.get().high.isFinite)
  }
}
