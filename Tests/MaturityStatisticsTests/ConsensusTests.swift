import MaturityStatistics
import Testing

@Suite struct ConsensusTests {
  @Test func agreesWithTheFormulaOverSingleAnswers() throws {
    for expected in try Oracle.load().distributions {
      let distribution = try Distribution(values: expected.values, counts: expected.counts)
      #expect(close(distribution.consensus(), expected.consensus))
      let wide = try #require(expected.values.first) - 1...(try #require(expected.values.last)) + 3
      #expect(close(distribution.consensus(over: wide), expected.wideConsensus))
    }
  }

  /// Ends and middle of the measure as Tastle and Wierman 2007 state them, and the value DESIGN names.
  @Test func knowsItsEnds() throws {
    let published = try Distribution(values: [1, 2, 3, 4, 5, 6, 7], counts: [30, 40, 210, 130, 530, 50, 10])
    #expect(close(published.consensus(), 0.7256876, within: 5e-8))
    #expect(try Distribution(values: [1, 2, 3, 4, 5], counts: [5, 0, 0, 0, 5]).consensus() == .value(0))
    #expect(try Distribution(values: [1, 2, 3, 4, 5], counts: [0, 0, 7, 0, 0]).consensus() == .value(1))
  }

  /// Seven points that lie one apart, far from zero: what is published of them near it, which the numbers hold exactly.
  @Test(arguments: [1e9, 1e12, -1e12, 0x1p50])
  func largeNumbersLoseNothing(_ offset: Double) throws {
    let counts = [30, 40, 210, 130, 530, 50, 10]
    let near = try Distribution(values: [1, 2, 3, 4, 5, 6, 7], counts: counts)
    let far = try Distribution(values: near.values.map { $0 + offset }, counts: counts)
    let expected = try near.consensus().get()
    #expect(close(far.consensus(), expected, within: 1e-14))
  }

  @Test func isUndefinedWithAReason() throws {
    #expect(try Distribution(values: [1, 2], counts: [0, 0]).consensus().reason?.code == .noValues)
    #expect(try Distribution(values: [1, 2], counts: [1, 0]).consensus().reason?.code == .tooFewValues)
    #expect(try Distribution(values: [3], counts: [9]).consensus().reason?.code == .scaleOfOnePoint)
    let distribution = try Distribution(values: [1, 2, 5], counts: [2, 2, 0])
    #expect(distribution.consensus(over: 1...1.5).reason?.code == .outsideScale)
    #expect(distribution.consensus(over: 2...2).reason?.code == .scaleOfOnePoint)
    #expect(distribution.consensus(over: -.infinity...(.infinity)).reason?.code == .notFinite)
    let largest = Double.greatestFiniteMagnitude
    #expect(distribution.consensus(over: -largest...largest).reason?.code == .notFinite)
    #expect(distribution.consensus(over: 1...2).value == 0)
  }

  @Test func liesFromZeroToOneAndIgnoresScaling() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      let distribution = try generator.distribution(points: Int.random(in: 2...9, using: &generator))
      guard distribution.n > 1 else { continue }
      let consensus = try distribution.consensus().get()
      #expect(consensus >= 0 && consensus <= 1)
      let moved = try Distribution(values: distribution.values.map { 25 * $0 - 100 }, counts: distribution.counts)
      #expect(close(moved.consensus(), consensus))
      let turned = try Distribution(
        values: distribution.values.reversed().map { -$0 }, counts: distribution.counts.reversed())
      #expect(close(turned.consensus(), consensus))
      let wider = try #require(distribution.values.last) + 1
      #expect(try distribution.consensus(over: 1...wider).get() >= consensus - 1e-12)
    }
  }

  /// One answer of a thousand million millions at the far end: the mean rounds to the near end.
  @Test func aSingleFarAnswerIsNoInfinity() throws {
    let distribution = try Distribution(values: [1, 5], counts: [1_000_000_000_000_000_000, 1])
    #expect(close(distribution.consensus(), 1))
  }
}
