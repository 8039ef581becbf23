import MaturityStatistics
import Testing

@Suite struct AgreementTests {
  private func agreement(_ counts: [Int]) throws -> Figure<Double> {
    try Distribution(values: counts.indices.map(Double.init), counts: counts).agreement
  }

  @Test func agreesWithTheDefinitionTripleByTriple() throws {
    for expected in try Oracle.load().distributions {
      #expect(close(try agreement(expected.counts), expected.agreement))
    }
  }

  /// van der Eijk 2001: 1 for one category, 0 for a uniform distribution, −1 for half at each end.
  @Test func knowsItsEnds() throws {
    #expect(close(try agreement([30, 40, 210, 130, 530, 50, 10]), 0.6113333, within: 5e-8))
    #expect(try agreement([0, 0, 9, 0, 0]) == .value(1))
    #expect(close(try agreement([4, 4, 4, 4, 4]), 0))
    #expect(close(try agreement([5, 0, 0, 0, 0, 5]), -1))
    #expect(close(try agreement([5, 5]), 0))
    #expect(close(try agreement([3, 1]), 0.5))
  }

  @Test func isUndefinedWithAReason() throws {
    #expect(try agreement([0, 0]).reason?.code == .noValues)
    #expect(try agreement([0, 1]).reason?.code == .tooFewValues)
    #expect(try agreement([7]).reason?.code == .scaleOfOnePoint)
  }

  @Test func dependsOnOrderAndSharesAlone() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<100 {
      let distribution = try generator.distribution(points: Int.random(in: 2...9, using: &generator))
      guard distribution.n > 1 else { continue }
      let figure = try distribution.agreement.get()
      #expect(figure >= -1 && figure <= 1)
      #expect(close(try agreement(distribution.counts.reversed()), figure))
      #expect(close(try agreement(distribution.counts.map { $0 * 7 }), figure))
      let uneven = try Distribution(values: distribution.values.map { $0 * $0 }, counts: distribution.counts)
      #expect(uneven.agreement == distribution.agreement)
    }
  }

  @Test func longScalesAreNoTrap() throws {
    var counts = Array(repeating: 0, count: 10_000)
    counts[0] = 5
    counts[9_999] = 5
    #expect(close(try agreement(counts), -1))
  }
}

@Suite struct TwoCampsTests {
  private func camps(_ counts: [Int]) throws -> Figure<Bool> {
    try Distribution(values: counts.indices.map(Double.init), counts: counts).isInTwoCamps
  }

  @Test(arguments: [[5, 0, 0, 0, 5], [10, 8, 1, 7, 9], [2, 0, 0, 2], [20, 5, 1, 2, 15]])
  func sees(counts: [Int]) throws {
    #expect(try camps(counts) == .value(true))
  }

  @Test(arguments: [
    [4, 4, 4, 4, 4],  // flat
    [4, 4, 3, 4, 4],  // flat but for chance: A < 0, no real dip
    [1, 3, 9, 3, 1],  // one peak
    [9, 0, 0, 0, 1],  // a single dissenter
    [40, 1, 0, 1, 5],  // a few dissenters
    [1, 0, 1, 1, 1],  // A < 0, but a single answer is no camp
    [0, 0, 8, 0, 0],
  ]) func doesNotSee(counts: [Int]) throws {
    #expect(try camps(counts) == .value(false))
  }

  /// So that the cases above do look at the second and the third condition.
  @Test(arguments: [[4, 4, 3, 4, 4], [1, 0, 1, 1, 1]])
  func someAreSparedThoughAgreementIsNegative(counts: [Int]) throws {
    #expect(try Distribution(values: [1, 2, 3, 4, 5], counts: counts).agreement.get() < 0)
  }

  @Test func needsFourAnswers() throws {
    #expect(try camps([1, 0, 2]).reason?.code == .tooFewValues)
    #expect(try camps([4]).reason?.code == .scaleOfOnePoint)
    #expect(try camps([0, 0]).reason?.code == .noValues)
    #expect(try camps([.max / 2, 0, .max / 2]) == .value(true))
  }
}
