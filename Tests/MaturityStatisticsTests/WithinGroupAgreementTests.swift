import MaturityStatistics
import Testing

@Suite struct WithinGroupAgreementTests {
  @Test func agreesWithTheFormulaOverSingleAnswers() throws {
    for expected in try Oracle.load().distributions {
      let distribution = try Distribution(values: expected.values, counts: expected.counts)
      #expect(close(distribution.rwg(), expected.rwg))
      #expect(close(distribution.rwg(floored: true), expected.rwgFloored))
      #expect(distribution.rwg(scale: expected.values) == distribution.rwg())
    }
  }

  /// For five points James, Demaree and Wolf 1984 give the expected variance 2, for seven 4; s² here is 7.6/9 by hand.
  @Test func usesTheUniformDistributionOfTheScale() throws {
    let distribution = try Distribution(of: [2, 2, 3, 3, 3, 3, 4, 4, 5, 3])
    let variance = 7.6 / 9
    #expect(close(distribution.rwg(scale: [1, 2, 3, 4, 5]), 1 - variance / 2))
    #expect(close(distribution.rwg(scale: [1, 2, 3, 4, 5, 6, 7]), 1 - variance / 4))
    let split = try Distribution(values: [1, 2, 3, 4, 5], counts: [1, 0, 0, 0, 1])
    #expect(split.rwg() == .value(1 - 8.0 / 2))
    #expect(split.rwg(floored: true) == .value(0))
    #expect(try Distribution(values: [1, 2], counts: [0, 5]).rwg() == .value(1))
  }

  @Test func isUndefinedWithAReason() throws {
    #expect(try Distribution(values: [1, 2], counts: [0, 0]).rwg().reason?.code == .noValues)
    #expect(try Distribution(values: [1, 2], counts: [1, 0]).rwg().reason?.code == .tooFewValues)
    #expect(try Distribution(values: [3], counts: [9]).rwg().reason?.code == .scaleOfOnePoint)
    let distribution = try Distribution(of: [1, 2, 5])
    #expect(distribution.rwg(scale: [1, 2, 3]).reason?.code == .outsideScale)
    #expect(distribution.rwg(scale: [5, 1]).reason?.code == .invalidShape)
    #expect(distribution.rwg(scale: []).reason?.code == .scaleOfOnePoint)
    #expect(distribution.rwg(scale: [1, .infinity]).reason?.code == .notFinite)
    #expect(distribution.rwg(scale: [1, 1e308]).reason?.code == .tooLarge)
    // A scale so narrow that its variance is no number above 0.
    #expect(try Distribution(values: [0, 1e-200], counts: [1, 1]).rwg().reason?.code == .noVariation)
  }
}
