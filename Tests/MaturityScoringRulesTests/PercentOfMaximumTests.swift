import DigitalMaturity
import MaturityScoringRules
import MaturityTesting
import Testing

@Suite("percent-of-maximum") struct PercentOfMaximumTests {
  @Test(arguments: PercentOfMaximum.Base.allCases)
  func keepsTheContract(_ base: PercentOfMaximum.Base) {
    #expect(ScoringRuleContract.violations(of: PercentOfMaximum(base: base)) == [])
    let uneven = [
      ScoringItem(id: "a", weight: 0.25, minimum: 0, maximum: 100), ScoringItem(id: "b", minimum: -2, maximum: 2),
      ScoringItem(id: "c", weight: 3, minimum: 2, maximum: 7),
    ]
    #expect(ScoringRuleContract.violations(of: PercentOfMaximum(base: base), items: uneven) == [])
  }

  /// Σ w (x − base) / Σ w (5 − base), worked by hand.
  @Test(
    arguments: [
      ([1, 1], [1, 1], 0, 20), ([5, 5], [1, 1], 100, 100), ([3, 5], [1, 1], 75, 80), ([3, nil], [1, 1], 50, 60),
      ([2, 4], [1, 3], 62.5, 70),
    ] as [([Double?], [Double], Double, Double)])
  func isTheShareOfTheHighestSum(_ scores: [Double?], _ weights: [Double], _ ofMinimum: Double, _ ofZero: Double) {
    #expect(score(PercentOfMaximum(), scores, weights: weights) == .value(ofMinimum))
    #expect(score(PercentOfMaximum(base: .zero), scores, weights: weights) == .value(ofZero))
  }

  @Test func imputedAnswersCountAndOmittedOnesLeaveTheMaximum() {
    func context(_ last: ItemAnswer) -> ScoringContext {
      ScoringContext(unit: .respondent, levels: [], items: items([1, 1]), answers: [ItemAnswer(score: 5), last])
    }
    #expect(PercentOfMaximum().score(context(ItemAnswer(status: .unanswered, score: 1))) == .value(50))
    #expect(PercentOfMaximum().score(context(ItemAnswer(.unanswered))) == .value(100))
  }

  /// 100 · (2 · −1 + 3) / (2 · 0 + 4) = 25: what can score nothing above zero counts all the same.
  @Test func fromZeroEveryQuestionCounts() {
    let items = [
      ScoringItem(id: "a", weight: 2, minimum: -2, maximum: 0), ScoringItem(id: "b", minimum: 0, maximum: 4),
    ]
    let context = ScoringContext(
      unit: .respondent, levels: [], items: items, answers: [ItemAnswer(score: -1), ItemAnswer(score: 3)])
    #expect(PercentOfMaximum(base: .zero).score(context) == .value(25))
    #expect(PercentOfMaximum(base: .zero).range(of: items) == nil, "any percentage below 100 may be")
    #expect(PercentOfMaximum().range(of: items) == 0...100)
    let first = ScoringContext(unit: .respondent, levels: [], items: [items[0]], answers: [ItemAnswer(score: -1)])
    #expect(PercentOfMaximum(base: .zero).score(first) == .undefined(.nothingToReach))
    #expect(ScoringRuleContract.violations(of: PercentOfMaximum(base: .zero), items: items) == [])
  }

  @Test func withoutAnythingToReachThereIsNone() {
    let flat = ScoringItem(id: "a", minimum: 2, maximum: 2)
    let context = ScoringContext(unit: .respondent, levels: [], items: [flat], answers: [ItemAnswer(score: 2)])
    #expect(PercentOfMaximum().score(context) == .undefined(.nothingToReach))
    #expect(PercentOfMaximum().range(of: [flat]) == nil)
    #expect(score(PercentOfMaximum(), [nil]) == .undefined(.noWeight))
  }
}
