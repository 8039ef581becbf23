import DigitalMaturity
import MaturityScoringRules
import MaturityTesting
import Testing

@Suite("sum") struct SumTests {
  @Test func keepsTheContract() {
    #expect(ScoringRuleContract.violations(of: Sum()) == [])
    let wide = [
      ScoringItem(id: "a", weight: 0.5, minimum: -2, maximum: 3), ScoringItem(id: "b", minimum: 4, maximum: 9),
      ScoringItem(id: "c", weight: 2, minimum: -5, maximum: -1),
    ]
    #expect(ScoringRuleContract.violations(of: Sum(), items: wide) == [])
  }

  @Test(
    arguments: [
      ([1, 2, 3], [1, 1, 1], 6), ([3, 4, 2], [1, 1, 2], 11), ([4, nil], [0.5, 9], 2),
      ([1, 1, 1], [0.1, 0.2, 0.3], 0.6),
    ] as [([Double?], [Double], Double)])
  func addsUp(_ scores: [Double?], _ weights: [Double], _ expected: Double) {
    #expect(score(Sum(), scores, weights: weights) == .value(expected))
  }

  @Test(arguments: [([], []), ([nil], [1]), ([3], [0])] as [([Double?], [Double])])
  func withoutAnAnswerThatWeighsThereIsNone(_ scores: [Double?], _ weights: [Double]) {
    #expect(score(Sum(), scores, weights: weights) == .undefined(.noWeight))
  }

  @Test func theRangeHoldsEverySumOfSomeItems() {
    #expect(Sum().range(of: items([1, 2])) == 1...15)
    #expect(Sum().range(of: items([0, 2])) == 2...10)
    #expect(Sum().range(of: [ScoringItem(id: "a", minimum: -1, maximum: 2)]) == -1...2)
    #expect(Sum().range(of: []) == nil)
  }
}
