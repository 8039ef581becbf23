import DigitalMaturity
import MaturityScoringRules
import Testing

struct ThemeTests {
  private var sample: ScoringSample {
    var sample = ScoringSample()
    sample.areas = [
      Area(id: "one", name: "One", themes: ["t"], weight: 1), Area(id: "two", name: "Two", themes: ["t"], weight: 3),
      Area(id: "three", name: "Three"),
    ]
    sample.themes = [Theme(id: "t", name: "T"), Theme(id: "empty", name: "Empty")]
    sample.questions = [
      .closed("q-1"), .closed("q-2"), .closed("q-3", areas: ["two": 1]), .closed("q-4", areas: ["three": 1]),
    ]
    sample.plan.themes = ScoringDefinition(rule: WeightedMean())
    return sample
  }

  private let answers: [[Identifier<Question>: Answer]] = [
    ["q-1": .option("a"), "q-2": .option("c"), "q-3": .option("e"), "q-4": .option("e")],
    ["q-1": .option("d"), "q-4": .option("c")],
  ]

  /// Area one is (2 + 4) / 2 = 3, area two 5: the page adds up by the areas it shows.
  @Test func aThemeOfAreasIsMadeOfTheGroupsAreaScores() throws {
    let result = try sample.everyone(answers)
    #expect(result.themes[0].score == .value((3 + 3 * 5) / 4))
    #expect(result.themes[0].people == 1)
    #expect(result.themes[0].statuses?[.answered] == 4)
    #expect(result.themes[0].coverage == .value(4.0 / 6))
    #expect(result.themes[0].distribution.isEmpty)
    #expect(result.themes[0].provenance.source == .areas)
    #expect(result.themes[1].score == .undefined(.notAsked))
  }

  @Test func aThemeOfQuestionsIsMadeOfPeoplesAnswersWithTheWeightsOfTheAreas() throws {
    var sample = sample
    sample.plan.themeSource = .questions
    let result = try sample.everyone(answers)
    // (1 + 3 + 3 · 5) / 5 = 3.8 and 4.
    #expect(result.themes[0].score == .value(3.9))
    #expect(result.themes[0].people == 2)
    #expect(result.themes[0].distribution.map(\.score) == [3.8, 4])
    #expect(result.themes[0].provenance.items.map(\.weight) == [1, 1, 3])
    #expect(result.themes[1].score == .undefined(.notAsked))
  }

  @Test func aQuestionOfTwoAreasOfAThemeCountsForBoth() throws {
    var sample = sample
    sample.plan.themeSource = .questions
    sample.questions[2] = .closed("q-3", areas: ["one": 0.5, "two": 1])
    // 0.5 · 1 + 1 · 3.
    #expect(try sample.everyone(answers).themes[0].provenance.items.map(\.weight) == [1, 1, 3.5])
  }

  @Test func anAreaWithoutAScoreIsLeftOutOrBlocksAsTheThemeSays() throws {
    let people: [[Identifier<Question>: Answer]] = [["q-1": .option("d")]]
    var sample = sample
    #expect(try sample.everyone(people).themes[0].score == .value(4))
    sample.plan.themes.missing = .block
    #expect(try sample.everyone(people).themes[0].score == .undefined(.missingAnswer))
    sample.plan.themes.missing = .lowest
    // (4 + 3 · 1) / 4
    #expect(try sample.everyone(people).themes[0].score == .value(1.75))
    sample.plan.themes = ScoringDefinition(rule: WeightedMean(), minimumAnswered: 0.6)
    #expect(try sample.everyone(people).themes[0].score == .undefined(.tooFewAnswered))
  }

  @Test func anAreaThatDoesNotApplyLeavesTheTheme() throws {
    var sample = sample
    sample.plan.themes = ScoringDefinition(rule: WeightedMean(), missing: .block)
    #expect(
      try sample.everyone([["q-1": .option("d"), "q-3": .status(.notApplicable)]]).themes[0].score == .value(4))
  }

  /// The reason is that of an area that was asked about, not of one that was not.
  @Test func withoutAnyAreaScoreTheThemeHasTheAreasReason() throws {
    let people: [[Identifier<Question>: Answer]] = [["q-4": .option("a")]]
    #expect(try sample.everyone(people).themes[0].score == .undefined(.noneAnswered))
    var members = sample
    members.areas.insert(Area(id: "zero", name: "Zero", themes: ["t"]), at: 0)
    let other = Questionnaire(
      id: "other", title: "Other",
      sections: [.init(id: "s", title: "S", questions: [.closed("z", areas: ["zero": 1])])])
    var draft = AssessmentDraft(id: "two", version: "1.0.0", title: "Two")
    draft.levels = members.levels
    draft.themes = members.themes
    draft.areas = members.areas
    draft.scoring = members.plan
    draft.questionnaires = [members.questionnaire, other]
    let scorer = try Scorer(Assessment(draft), questionnaire: "all")
    var tally = scorer.makeTally()
    scorer.tally(try members.sheet(people.map { ($0, [:]) }), into: &tally)
    let result = scorer.scorecard(tally).groups[0]
    #expect(result.areas[0].score == .undefined(.notAsked))
    #expect(result.themes[0].score == .undefined(.noneAnswered))
  }

  @Test func anOverallScoreIsMadeOfEveryAreaAndOnlyWhenAskedFor() throws {
    var sample = sample
    #expect(try sample.everyone(answers).overall == nil)
    sample.plan.overall = ScoringDefinition(rule: Minimum())
    let overall = try sample.everyone(answers).overall
    #expect(overall?.score == .value(3))
    #expect(overall?.subject == .overall)
    #expect(overall?.level == "level-3")
    #expect(overall?.people == 1)
  }

  @Test func whatAPlanDoesNotSayIsScoredAsAreasAre() {
    let areas = ScoringDefinition(rule: Minimum(), missing: .lowest, minimumAnswered: 0.5)
    let plan = ScoringPlan(areas: areas)
    #expect(plan.principles.missing == .lowest)
    #expect(plan.literacies.minimumAnswered == 0.5)
    #expect(plan.themes.rule is Minimum)
    // An area without a score is not a blank answer.
    #expect(plan.themes.missing == .omit)
    #expect(ScoringPlan(areas: areas, themeSource: .questions).themes.missing == .lowest)
  }
}
