import DigitalMaturity
import MaturityScoringRules
import Testing

@Suite struct ScoringDefinitionTests {
  @Test(
    arguments: [
      (0, 10, 0), (0.5, 4, 2), (0.5, 5, 3), (0.1, 30, 3), (0.55, 20, 11), (0.07, 100, 7), (0.7, 10, 7), (1.0 / 3, 3, 1),
      (1, 7, 7), (0.01, 1, 1),
      (0.5, 0, 0),
    ] as [(Double, Int, Int)])
  func answersNeededAreRoundedUpButNotByBinaryDust(_ share: Double, _ applicable: Int, _ needed: Int) {
    let definition = ScoringDefinition(rule: Median(), minimumAnswered: share)
    #expect(definition.answersNeeded(of: applicable) == needed)
  }

  @Test func whatIsNotGivenIsScoredAsAreasAre() {
    var plan = ScoringPlan(
      areas: ScoringDefinition(rule: Median(), missing: .block, minimumAnswered: 0.5, unit: .question))
    #expect(plan.principles.missing == .block)
    #expect(plan.literacies.minimumAnswered == 0.5)
    #expect(plan.themes.rule is Median)
    #expect(plan.themes.missing == .omit, "themes are made of areas, of which none is left blank")
    plan.areas = ScoringDefinition(rule: Minimum())
    #expect(plan.principles.rule is Minimum)
    plan.literacies = ScoringDefinition(rule: WeightedMean())
    plan.areas = ScoringDefinition(rule: Median())
    #expect(plan.literacies.rule is WeightedMean)
    #expect(plan.principles.rule is Median)
  }

  @Test func areasMayHaveTheirOwn() {
    let plan = ScoringPlan(
      areas: ScoringDefinition(rule: Median()), areasByID: ["x": ScoringDefinition(rule: Minimum())])
    #expect(plan.definition(for: "x").rule is Minimum)
    #expect(plan.definition(for: "y").rule is Median)
  }
}
