import DigitalMaturity
import MaturityScoringRules
import MaturityTesting
import Testing

@Suite("interpolated-median") struct InterpolatedMedianTests {
  @Test func keepsTheContract() {
    #expect(ScoringRuleContract.violations(of: InterpolatedMedian()) == [])
    #expect(ScoringRuleContract.violations(of: InterpolatedMedian(), items: items([0, 1, 2, 3])) == [])
  }

  /// Worked by hand from m − ½ + (n/2 − below)/equal; the last three are Python's `statistics.median_grouped`.
  @Test(
    arguments: [
      ([3], 3), ([1, 5], 3), ([2, 2], 2), ([1, 2, 2, 4, 5], 2.25), ([1, 2, 2, 3, 4, 4, 4, 4, 4, 5], 3.7),
      ([1, 3, 3, 5, 7], 3.25), ([nil, 2, 2, nil, 3], 2.25),
    ] as [([Double?], Double)])
  func isTheMedianOfGroupedData(_ scores: [Double?], _ expected: Double) throws {
    let score = try #require(score(InterpolatedMedian(), scores).value)
    #expect(abs(score - expected) < 1e-12)
  }

  @Test func weightsMakeNoDifferenceButZeroLeavesOut() {
    #expect(score(InterpolatedMedian(), [1, 2, 5], weights: [9, 1, 1]) == .value(2))
    #expect(score(InterpolatedMedian(), [1, 2, 2], weights: [0, 1, 1]) == .value(2))
  }

  @Test(arguments: [([], []), ([nil], [1]), ([3], [0])] as [([Double?], [Double])])
  func withoutAnAnswerThatWeighsThereIsNone(_ scores: [Double?], _ weights: [Double]) {
    #expect(score(InterpolatedMedian(), scores, weights: weights) == .undefined(.noWeight))
  }

  @Test func scoresTooLargeToCalculateWithAreUndefined() {
    #expect(score(InterpolatedMedian(), [1e308, 1e308]).reason?.code == .tooLarge)
  }
}
