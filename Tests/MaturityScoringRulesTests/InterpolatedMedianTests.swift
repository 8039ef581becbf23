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

  /// By hand: a quarter of the step down, which on these scales is 0.1, and 0.5 below 0.6.
  @Test(
    arguments: [
      ([1.0, 1.1], [1.1, 1.1, 1.0], 1.075), ([0.1, 0.6, 0.7], [0.6, 0.1 + 0.7 - 0.2, 0.1], 0.475),
      ([1, 2, 3, 4, 5], [2, 2, 1], 1.75), ([0, 50, 100], [50, 50, 100], 62.5),
    ] as [([Double], [Double], Double)])
  func theStepIsThatOfTheScale(_ points: [Double], _ scores: [Double], _ expected: Double) throws {
    let items = scores.indices.map {
      ScoringItem(id: "q\($0)", minimum: points[0], maximum: points[points.count - 1], points: points)
    }
    let context = ScoringContext(
      unit: .respondent, levels: [], items: items, answers: scores.map { ItemAnswer(score: $0) })
    #expect(abs(try InterpolatedMedian().score(context).get() - expected) < 1e-12)
  }

  @Test func withoutPointsThatAreKnownItStaysWithinTheRange() throws {
    let items = (0..<3).map { ScoringItem(id: "q\($0)", minimum: 1, maximum: 1.1) }
    let context = ScoringContext(
      unit: .respondent, levels: [], items: items, answers: [1.1, 1.1, 1].map { ItemAnswer(score: $0) })
    // Half a point at most, 1.1 − ¼, would be 0.85.
    #expect(InterpolatedMedian().score(context) == .value(1))
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
