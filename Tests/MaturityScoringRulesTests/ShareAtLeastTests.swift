import DigitalMaturity
import MaturityScoringRules
import MaturityTesting
import Testing

@Suite("share-at-least") struct ShareAtLeastTests {
  @Test func keepsTheContract() {
    #expect(ScoringRuleContract.violations(of: ShareAtLeast(WeightedMean(), atLeast: 3)) == [])
  }

  @Test(arguments: [([3, 3], 1), ([2, 4], 1), ([2, 3], 0), ([5], 1), ([nil, 1], 0)] as [([Double?], Double)])
  func isOneForAPersonWhoReachesTheBound(_ scores: [Double?], _ expected: Double) {
    #expect(score(ShareAtLeast(WeightedMean(), atLeast: 3), scores) == .value(expected))
  }

  @Test func aMeanThatRoundingPutsBelowTheBoundReachesIt() {
    // 0.1 + 0.2 is not 0.3 in binary.
    #expect(score(ShareAtLeast(Sum(), atLeast: 0.3), [0.1, 0.2]) == .value(1))
  }

  @Test func withoutAnInnerScoreThereIsNone() {
    #expect(score(ShareAtLeast(WeightedMean(), atLeast: 3), [nil]) == .undefined(.noWeight))
  }

  @Test func itIsNotOnTheScaleAndNeedsPeople() {
    let rule = ShareAtLeast(WeightedMean(), atLeast: 3)
    #expect(rule.range(of: items([1])) == nil)
    func problems(_ source: ScoringPlan.Source, _ unit: ScoringUnit) -> [String] {
      rule.problems(scoring: RuleSubject(source: source, unit: unit, items: items([1]), levels: []))
    }
    #expect(problems(.questions, .respondent) == [])
    #expect(problems(.questions, .question) == ["“share-at-least” is a share of people; take “unit: question” out"])
    #expect(
      problems(.areas, .respondent)
        == [
          "“share-at-least” is a share of people, and areas are no people; choose another rule, or for themes add “of: questions”"
        ])
  }
}
