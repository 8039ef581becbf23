import DigitalMaturity
import MaturityScoringRules
import MaturityTesting
import Testing

@Suite("weighted-mean") struct WeightedMeanTests {
  @Test func keepsTheContract() {
    #expect(ScoringRuleContract.violations(of: WeightedMean()) == [])
    #expect(ScoringRuleContract.violations(of: WeightedMean(), items: items([0, 0.000_001, 1_000_000])) == [])
  }

  @Test(
    arguments: [
      ([1, 2, 3], [1, 1, 1], 2), ([1, 2, 3], [1, 2, 3], 14.0 / 6), ([4, 1], [3, 1], 3.25), ([5], [0.5], 5),
      ([1, nil, 4], [1, 9, 2], 3), ([2, 5], [1, 0], 2), ([3, 3, 3], [0.1, 0.2, 0.3], 3),
    ] as [([Double?], [Double], Double)])
  func isTheSumOfWeightTimesScoreByTheSumOfWeights(_ scores: [Double?], _ weights: [Double], _ expected: Double) {
    #expect(score(WeightedMean(), scores, weights: weights) == .value(expected))
  }

  @Test func ofTenthsItIsExact() {
    // In binary 0.1·4 + 0.2·4 + 0.7·4 is not 4; in whole millionths it is.
    #expect(score(WeightedMean(), [4, 4, 4], weights: [0.1, 0.2, 0.7]) == .value(4))
  }

  @Test(
    arguments: [([], []), ([nil, nil], [1, 1]), ([2, 3], [0, 0]), ([2, nil], [0, 5])] as [([Double?], [Double])])
  func withoutWeightThereIsNone(_ scores: [Double?], _ weights: [Double]) {
    #expect(score(WeightedMean(), scores, weights: weights) == .undefined(.noWeight))
  }

  @Test func imputedAnswersCountWithTheirScore() {
    let context = ScoringContext(
      unit: .respondent, levels: [], items: items([1, 1, 1]),
      answers: [ItemAnswer(score: 5), ItemAnswer(status: .unanswered, score: 1), ItemAnswer(.notApplicable)])
    #expect(WeightedMean().score(context) == .value(3))
  }

  @Test func answersToReferencesDoNotCount() {
    let other = ScoringItem(id: "other", weight: 100, minimum: 1, maximum: 5)
    #expect(score(WeightedMean(), [2, 4], references: [other], answers: [ItemAnswer(score: 5)]) == .value(3))
  }

  @Test func numbersBeyondAllScalesAreUndefinedAndNotInfinite() {
    #expect(score(WeightedMean(), [1e308, 1e308]) == .undefined(.notFinite))
    #expect(score(WeightedMean(), [1e300, 1e300]) == .value(1e300))
  }

  @Test func theRangeIsThatOfItemsThatWeighSomething() {
    let items = [
      ScoringItem(id: "a", minimum: 1, maximum: 3), ScoringItem(id: "b", minimum: 0, maximum: 2),
      ScoringItem(id: "c", weight: 0, minimum: -9, maximum: 9),
    ]
    #expect(WeightedMean().range(of: items) == 0...3)
    #expect(WeightedMean().range(of: []) == nil)
    #expect(WeightedMean().range(of: [items[2]]) == nil)
  }
}
