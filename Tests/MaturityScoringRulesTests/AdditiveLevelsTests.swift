import DigitalMaturity
import MaturityScoringRules
import MaturityTesting
import Testing

@Suite("additive-levels") struct AdditiveLevelsTests {
  func score(_ answers: [(level: Double?, weight: Double, answer: ItemAnswer)]) -> Figure<Double> {
    AdditiveLevels().score(
      ScoringContext(
        unit: .respondent, levels: [],
        items: answers.enumerated().map {
          ScoringItem(
            id: "q\($0.offset)", weight: $0.element.weight, level: $0.element.level, minimum: 0, maximum: 1)
        }, answers: answers.map(\.answer)))
  }

  @Test func keepsTheContract() { #expect(ScoringRuleContract.violations(of: AdditiveLevels()) == []) }

  /// Two streams of three levels, as OWASP SAMM scores a practice: the toolbox adds the mean of each level.
  @Test func addsTheMeanOfEachLevel() {
    let practice = [(1.0, 1.0), (1, 0.5), (2, 0.25), (2, 0.5), (3, 0), (3, 0.25)].map {
      (level: Double?.some($0.0), weight: 1.0, answer: ItemAnswer(score: $0.1))
    }
    #expect(score(practice) == .value(0.75 + 0.375 + 0.125))
  }

  @Test func itemsCountByTheirWeightWithinALevel() {
    #expect(score([(1, 3, ItemAnswer(score: 1)), (1, 1, ItemAnswer(score: 0))]) == .value(0.75))
    #expect(score([(1, 1, ItemAnswer(score: 1)), (1, 0, ItemAnswer(score: 0))]) == .value(1))
  }

  @Test func whatDoesNotApplyLeavesItsLevelsMean() {
    #expect(score([(1, 1, ItemAnswer(score: 1)), (1, 1, ItemAnswer(.notApplicable))]) == .value(1))
    #expect(
      score([(1, 1, ItemAnswer(score: 1)), (2, 1, ItemAnswer(.notApplicable))]) == .undefined(.levelWithoutAnswers))
  }

  @Test func aBlankCountsAsTheLowestScoreUnlessToldOtherwise() {
    #expect(ScoringDefinition(rule: AdditiveLevels()).missing == .lowest)
    #expect(ScoringDefinition(rule: AdditiveLevels(), missing: .block).missing == .block)
    #expect(ScoringDefinition(rule: WeightedMean()).missing == .omit)
    #expect(ScoringDefinition(rule: Capped(AdditiveLevels(), ceilings: [])).missing == .lowest)
  }

  @Test func itemsWithoutALevelDoNotCount() {
    #expect(score([(1, 1, ItemAnswer(score: 1)), (nil, 1, ItemAnswer(score: 0))]) == .value(1))
    #expect(score([(nil, 1, ItemAnswer(score: 0))]) == .undefined(.noLevel))
  }

  @Test func theRangeIsTheSumOfTheLevels() {
    let items = [(1.0, 0.0, 1.0), (1, 0, 2), (2, -1, 1)].map {
      ScoringItem(id: "q", level: $0.0, minimum: $0.1, maximum: $0.2)
    }
    #expect(AdditiveLevels().range(of: items) == -1...3)
    #expect(AdditiveLevels().range(of: []) == nil)
  }
}
