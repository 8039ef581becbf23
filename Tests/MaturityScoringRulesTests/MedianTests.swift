import DigitalMaturity
import MaturityScoringRules
import MaturityTesting
import Testing

@Suite("median and minimum") struct MedianTests {
  @Test func keepTheContract() {
    #expect(ScoringRuleContract.violations(of: Median()) == [])
    #expect(ScoringRuleContract.violations(of: Minimum()) == [])
    #expect(ScoringRuleContract.violations(of: Median(), items: items([0, 1, 2, 3])) == [])
    #expect(ScoringRuleContract.violations(of: Minimum(), items: items([0])) == [])
  }

  @Test(
    arguments: [
      ([3], 3, 3), ([1, 5], 3, 1), ([5, 1, 2], 2, 1), ([4, 1, 3, 2], 2.5, 1), ([nil, 4, nil, 2], 3, 2),
      ([2, 2, 2, 5], 2, 2),
    ] as [([Double?], Double, Double)])
  func areTheMiddleAndTheLowest(_ scores: [Double?], _ median: Double, _ minimum: Double) {
    #expect(score(Median(), scores) == .value(median))
    #expect(score(Minimum(), scores) == .value(minimum))
  }

  @Test func weightsMakeNoDifferenceButZeroLeavesOut() {
    #expect(score(Median(), [1, 2, 5], weights: [9, 1, 1]) == .value(2))
    #expect(score(Median(), [1, 2, 5], weights: [0, 1, 1]) == .value(3.5))
    #expect(score(Minimum(), [1, 2, 5], weights: [0, 1, 1]) == .value(2))
  }

  @Test(arguments: [([], []), ([nil], [1]), ([3], [0])] as [([Double?], [Double])])
  func withoutAnAnswerThatWeighsThereIsNone(_ scores: [Double?], _ weights: [Double]) {
    #expect(score(Median(), scores, weights: weights) == .undefined(.noWeight))
    #expect(score(Minimum(), scores, weights: weights) == .undefined(.noWeight))
  }

  @Test func theMiddleOfLargeNumbersIsFinite() {
    #expect(score(Median(), [1e308, 1.5e308]) == .value(1.25e308))
    #expect(score(Median(), [-1.7e308, 1.7e308]) == .value(0))
  }

  @Test func imputedAnswersCount() {
    let context = ScoringContext(
      unit: .respondent, levels: [], items: items([1, 1, 1]),
      answers: [ItemAnswer(score: 5), ItemAnswer(status: .dontKnow, score: 1), ItemAnswer(score: 4)])
    #expect(Median().score(context) == .value(4))
    #expect(Minimum().score(context) == .value(1))
  }
}
