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
