import DigitalMaturity
import MaturityScoringRules
import Testing

/// Every number here was worked out by hand.
struct ItemEffectTests {
  private var sample: ScoringSample {
    var sample = ScoringSample()
    sample.areas = [
      Area(id: "one", name: "One", themes: ["t"], weight: 2), Area(id: "two", name: "Two", themes: ["t"], weight: 1),
    ]
    sample.themes = [Theme(id: "t", name: "T")]
    sample.questions = [.closed("q-1", weight: 3), .closed("q-2"), .closed("q-3", areas: ["two": 1])]
    sample.plan.themes = ScoringDefinition(rule: WeightedMean())
    return sample
  }

  private func people(_ count: Int, _ answers: [Identifier<Question>: Answer]) -> [ScoringSample.Person] {
    Array(repeating: (answers, [:]), count: count)
  }

  private func scorecard(_ sample: ScoringSample, _ people: [ScoringSample.Person], _ subject: Subject) throws
    -> Scorecard
  {
    let scorer = try Scorer(sample.assessment(), questionnaire: "all", effectsOn: subject)
    var tally = scorer.makeTally()
    scorer.tally(try sample.sheet(people), into: &tally)
    return scorer.scorecard(tally, intervals: .none)
  }

  private let answers: [Identifier<Question>: Answer] = ["q-1": .option("b"), "q-2": .option("d"), "q-3": .option("e")]

  /// (3 · 2 + 4) / 4 = 2.5; q-1 one higher (3 · 3 + 4) / 4, q-2 one higher (3 · 2 + 5) / 4.
  @Test(arguments: ScoringUnit.allCases)
  func aQuestionIsLeftOutAndRaised(_ unit: ScoringUnit) throws {
    var sample = sample
    sample.plan.areas.unit = unit
    let area = try #require(
      try scorecard(sample, people(12, answers), Subject(.area, "one")).published().everyone?.areas.first)
    #expect(area.score == .value(2.5))
    #expect(area.effects.map(\.id) == ["q-1", "q-2"])
    #expect(area.effects.map(\.without) == [.value(4), .value(2)])
    #expect(area.effects.map(\.oneHigher) == [.value(3.25), .value(2.75)])
  }

  @Test func theHighestAnswerStaysAndTheOnlyQuestionCannotBeLeftOut() throws {
    let area = try #require(
      try scorecard(sample, people(12, answers), Subject(.area, "two")).everyone?.score(of: Subject(.area, "two")))
    #expect(area.effects.map(\.without) == [.undefined(.onlyItem)])
    #expect(area.effects.map(\.oneHigher) == [.value(5)])
  }

  /// (2 · 2.5 + 5) / 3 = 10 / 3; without one 5, without two 2.5; one a level higher (2 · 3.5 + 5) / 3 = 4, two stays.
  @Test func anAreaOfAThemeToo() throws {
    let theme = try #require(
      try scorecard(sample, people(12, answers), Subject(.theme, "t")).everyone?.themes.first)
    #expect(theme.effects.map(\.without) == [.value(5), .value(2.5)])
    #expect(theme.effects.map(\.oneHigher) == [.value(4), .value(10.0 / 3)])
  }

  @Test func nothingIsFoundUnlessAskedFor() throws {
    let card = try scorecard(sample, people(12, answers), Subject(.area, "one"))
    #expect(card.everyone?.areas[1].effects == [])
    #expect(try sample.scorecard(people(12, answers)).everyone?.areas[0].effects == [])
  }

  /// Without q-1 only nine people have a score, fewer than the threshold.
  @Test func whatFewPeopleStandBehindIsWithheld() throws {
    let few = people(9, ["q-1": .option("b"), "q-2": .option("d")]) + people(10, ["q-1": .option("c")])
    let card = try scorecard(sample, few, Subject(.area, "one"))
    #expect(card.everyone?.areas[0].effects[0].without == .value(4))
    let effects = try #require(card.published().everyone?.areas[0].effects)
    #expect(effects.map(\.without) == [.undefined(.withheld), .undefined(.withheld)], "q-2 is withheld, so all is")
    let lower = try #require(card.published(under: DisclosurePolicy(threshold: 9)).everyone?.areas[0].effects)
    #expect(lower[0].without == .value(4))
  }
}
