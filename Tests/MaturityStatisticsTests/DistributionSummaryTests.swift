import MaturityStatistics
import Testing

@Suite struct DistributionSummaryTests {
  @Test func agreesWithNumPyAndPython() throws {
    let cases = try Oracle.load().distributions
    #expect(cases.count > 20)
    for expected in cases {
      let distribution = try Distribution(values: expected.values, counts: expected.counts)
      #expect(close(distribution.mean, expected.mean))
      #expect(close(distribution.standardDeviation, expected.sd))
      #expect(distribution.median == .value(expected.median))
      for (share, quantile) in expected.quantiles {
        #expect(close(distribution.quantile(try #require(Double(share))), quantile))
      }
      if let step = expected.step {
        #expect(close(distribution.interpolatedMedian(step: step), expected.interpolatedMedian))
      }
    }
  }

  @Test func anEmptyDistributionHasNoFigures() throws {
    let empty = try Distribution(values: [1, 2], counts: [0, 0])
    for figure in [empty.mean, empty.median, empty.quantile(0.5), empty.interpolatedMedian(), empty.variance] {
      #expect(figure.reason?.code == .noValues)
    }
    #expect(empty.modes.isEmpty)
    #expect(try Distribution(of: [4]).mean == .value(4))
    #expect(try Distribution(of: [4]).standardDeviation.reason?.code == .tooFewValues)
  }

  @Test(arguments: [0.0, -1, .nan, .infinity]) func aStepIsAboveZero(step: Double) throws {
    #expect(try Distribution(of: [1, 2]).interpolatedMedian(step: step).reason?.code == .invalidOption)
  }

  @Test(arguments: [-0.1, 1.1, .nan]) func aShareIsFromZeroToOne(share: Double) throws {
    #expect(try Distribution(of: [1, 2]).quantile(share).reason?.code == .invalidOption)
  }

  @Test func anInterpolatedMedianNeedsMoreThanOneAnswerOnIt() throws {
    // By hand: 2 below, 3 on the median of n = 6: 3 − ½ + (3 − 2)/3.
    #expect(close(try Distribution(of: [1, 2, 3, 3, 3, 5]).interpolatedMedian(), 2.5 + 1.0 / 3))
    #expect(try Distribution(of: [1, 2, 5]).interpolatedMedian() == .value(2))
    #expect(try Distribution(of: [1, 2, 4, 5]).interpolatedMedian() == .value(3))
    // Between 2 and 4 lies 3, a point of the scale that nobody gave.
    #expect(try Distribution(values: [2, 3, 4], counts: [5, 0, 5]).interpolatedMedian() == .value(3))
  }

  /// By hand: 1 of 3 below and 2 on the median, so a quarter of a step down; to the next point below, however far.
  @Test(
    arguments: [
      ([1, 1.1], [1.1, 1.1, 1], 1.1 - 0.1 / 4), ([1, 1.1], [1, 1, 1.1], 1 + 0.1 / 4),
      ([0.1, 0.6, 0.7], [0.6, 0.6, 0.1], 0.6 - 0.5 / 4), ([0.1, 0.6, 0.7], [0.6, 0.6, 0.7], 0.6 + 0.1 / 4),
      ([0, 1, 5], [1, 1, 0, 5], 1), ([0, 1, 5], [0, 5, 5], 5 - 4.0 / 4), ([3], [3, 3], 3),
      // Between two points: in the step that it lies in, and no further than the scale goes.
      ([1, 2, 4], [3, 3, 1], 3 - 2.0 / 4), ([1, 5], [4.9, 4.9, 5], 5), ([1, 2], [7, 7, 8], 7),
    ] as [([Double], [Double], Double)])
  func onAScaleTheMiddleMovesInItsSteps(_ scale: [Double], _ values: [Double], _ expected: Double) throws {
    #expect(close(try Distribution(of: values).interpolatedMedian(on: scale), expected))
  }

  @Test func onEqualStepsTheScaleIsItsStep() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<100 {
      let base = try generator.distribution(points: 6)
      guard base.n > 0 else { continue }
      let middle = try base.interpolatedMedian().get()
      #expect(close(base.interpolatedMedian(on: base.values), middle))
      // No middle leaves a scale, however unequal its steps.
      let scale = base.values.map { $0 * $0 / 7 }
      let other = try Distribution(values: scale, counts: base.counts)
      let moved = try other.interpolatedMedian(on: scale).get()
      #expect(moved >= scale[0] && moved <= scale[scale.count - 1])
    }
    for scale in [[], [2, 1], [1, 1], [.nan, 1]] as [[Double]] {
      #expect(try Distribution(of: [1, 1]).interpolatedMedian(on: scale).reason?.code == .invalidShape)
    }
    #expect(try Distribution(values: [1], counts: [0]).interpolatedMedian(on: [1, 2]).reason?.code == .noValues)
  }

  @Test func modesMayTie() throws {
    #expect(try Distribution(values: [1, 2, 3], counts: [4, 1, 4]).modes == [1, 3])
  }

  /// Adding a constant moves places, multiplying scales them; spreads ignore the one and follow the other.
  @Test func followsTheLawsOfScaling() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      let base = try generator.distribution(points: 6)
      guard base.n > 1 else { continue }
      let moved = try Distribution(values: base.values.map { $0 * 8 - 3 }, counts: base.counts)
      #expect(close(moved.mean, try base.mean.get() * 8 - 3))
      #expect(close(moved.standardDeviation, try base.standardDeviation.get() * 8))
      #expect(close(moved.interpolatedMedian(step: 8), try base.interpolatedMedian().get() * 8 - 3))
      #expect(close(moved.quantile(0.3), try base.quantile(0.3).get() * 8 - 3))
      // The scale turned round.
      let turned = try Distribution(values: base.values.reversed().map { 7 - $0 }, counts: base.counts.reversed())
      #expect(close(turned.mean, 7 - (try base.mean.get())))
      #expect(close(turned.interpolatedMedian(), 7 - (try base.interpolatedMedian().get())))
      #expect(close(turned.standardDeviation, try base.standardDeviation.get()))
      // Every count doubled: the same places.
      let doubled = try Distribution(values: base.values, counts: base.counts.map { $0 * 2 })
      #expect(doubled.mean == base.mean)
      #expect(doubled.median == base.median)
      #expect(doubled.modes == base.modes)
    }
  }

  @Test func keepsPrecisionFarFromZero() throws {
    let far = try Distribution(values: [1e9, 1e9 + 1, 1e9 + 2], counts: [1, 1, 1])
    #expect(far.variance == .value(1))
    let same = try Distribution(values: [0.1], counts: [3])
    #expect(same.mean == .value(0.1))
    #expect(same.variance == .value(0))
  }

  @Test func theLargestNumbersGiveFiguresOrReasons() throws {
    let huge = try Distribution(values: [-1e60, 0, 1e60], counts: [.max / 4, 1, .max / 4])
    for figure in [
      huge.mean, huge.variance, huge.median, huge.quantile(0.999), huge.interpolatedMedian(), huge.consensus(),
      huge.agreement, huge.rwg(),
    ] {
      #expect(try figure.get().isFinite)
    }
    #expect(huge.quantile(1) == .value(1e60))
  }
}
