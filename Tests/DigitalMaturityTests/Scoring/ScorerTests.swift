import DigitalMaturity
import MaturityScoringRules
import Testing

struct ScorerTests {
  @Test func peopleAreScoredAndThenAveraged() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1"), .closed("q-2", weight: 3)]
    let result = try sample.everyone([
      ["q-1": .option("a"), "q-2": .option("e")],  // (1 + 3 · 5) / 4 = 4
      ["q-1": .option("c")],  // 3
      ["q-2": .option("b")],  // 2
    ])
    let area = result.areas[0]
    #expect(area.score == .value(3))
    #expect(area.people == 3)
    #expect(area.distribution == [2, 3, 4].map { ScoreCount(score: $0, count: 1) })
    #expect(area.coverage == .value(4.0 / 6))
  }

  @Test func questionsAreAveragedAndThenScored() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1"), .closed("q-2", weight: 3)]
    sample.plan.areas.unit = .question
    let result = try sample.everyone([
      ["q-1": .option("a"), "q-2": .option("e")], ["q-1": .option("c")], ["q-2": .option("b")],
    ])
    // q-1: (1 + 3) / 2 = 2; q-2: (5 + 2) / 2 = 3.5; (2 + 3 · 3.5) / 4.
    #expect(result.areas[0].score == .value(3.125))
    #expect(result.areas[0].people == 2)
    #expect(result.areas[0].distribution == [1, 2, 3, 5].map { ScoreCount(score: $0, count: 1) })
  }

  @Test func withUnitQuestionAQuestionNobodyAnsweredIsMissing() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1"), .closed("q-2")]
    sample.plan.areas = ScoringDefinition(rule: WeightedMean(), missing: .lowest, unit: .question)
    #expect(try sample.score([["q-1": .option("e")]]) == .value(3))
    #expect(try sample.score([["q-1": .option("e"), "q-2": .status(.notApplicable)]]) == .value(5))
    sample.plan.areas.missing = .block
    #expect(try sample.score([["q-1": .option("e")]]) == .undefined(.missingAnswer))
    sample.plan.areas = ScoringDefinition(rule: WeightedMean(), minimumAnswered: 1, unit: .question)
    #expect(try sample.score([["q-1": .option("e")]]) == .undefined(.tooFewAnswered))
  }

  @Test func aReversedQuestionCountsFromTheOtherEnd() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q", scores: [1, 2, 4, 5], isReversed: true)]
    let result = try sample.everyone([["q": .option("a")], ["q": .option("c")]])
    // 1 + 5 − 1 = 5 and 1 + 5 − 4 = 2.
    #expect(result.areas[0].score == .value(3.5))
    #expect(result.questions[0].mean == .value(3.5))
    #expect(result.questions[0].distribution == [ScoreCount(score: 2, count: 1), ScoreCount(score: 5, count: 1)])
    // Options are counted as they were chosen.
    #expect(result.questions[0].options.map(\.count) == [1, 0, 1, 0])
    #expect(result.areas[0].provenance.items.map(\.isReversed) == [true])
  }

  @Test func anOpenNumberScoresAsItselfOrReversed() throws {
    var sample = ScoringSample()
    sample.questions = [.number("n"), .number("m", isReversed: true)]
    let result = try sample.everyone([["n": .number(2.5), "m": .number(1.25)], ["n": .number(2.5)]])
    #expect(result.questions[0].mean == .value(2.5))
    #expect(result.questions[0].distribution == [ScoreCount(score: 2.5, count: 2)])
    #expect(result.questions[1].mean == .value(4.75))
    #expect(result.questions[0].options.isEmpty)
    // ((2.5 + 4.75) / 2 + 2.5) / 2
    #expect(result.areas[0].score == .value(3.0625))
  }

  @Test func weightsMayBeZeroAndHaveSixDecimals() throws {
    var sample = ScoringSample()
    sample.questions = [
      .closed("q-1", weight: 0.000001), .closed("q-2", weight: 0.000003), .closed("q-3", weight: 0),
    ]
    let all: [Identifier<Question>: Answer] = ["q-1": .option("a"), "q-2": .option("e"), "q-3": .option("c")]
    #expect(try sample.score([all]) == .value(4))
    // Only what weighs nothing is answered.
    #expect(try sample.score([["q-3": .option("c")]]) == .undefined(.noWeight))
    // It is still one of the questions that were answered.
    #expect(try sample.everyone([all]).areas[0].coverage == .value(1))
  }

  @Test func aShareOfAQuestionMultipliesItsWeight() throws {
    var sample = ScoringSample()
    sample.areas.append(Area(id: "two", name: "Two"))
    sample.questions = [
      .closed("q-1", areas: ["one": 0.5, "two": 1], weight: 3), .closed("q-2", weight: 0.5),
    ]
    let result = try sample.everyone([["q-1": .option("a"), "q-2": .option("e")]])
    // (1.5 · 1 + 0.5 · 5) / 2
    #expect(result.areas.map(\.score) == [.value(2), .value(1)])
    #expect(result.areas[0].provenance.items.map(\.weight) == [1.5, 0.5])
  }

  /// 0.333333 · 0.5 has seven decimals: what is calculated with is also what is told.
  @Test func aProductOfWeightsIsRoundedToSixDecimals() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q", areas: ["one": 0.5], weight: 0.333333)]
    #expect(try sample.everyone([]).areas[0].provenance.items.map(\.weight) == [0.166667])
  }

  @Test func principlesAndLiteraciesAreScoredByTheirOwnDefinition() throws {
    var sample = ScoringSample()
    sample.principles = [
      Principle(id: "p", set: "set", name: "P", statement: "P"),
      Principle(id: "blind-spot", set: "set", name: "B", statement: "B"),
    ]
    sample.literacies = [Literacy(id: "l", name: "L")]
    sample.questions = [
      .closed("q-1", principles: ["p": 1], literacies: ["l": 1]),
      .closed("q-2", principles: ["p": 3], literacies: ["l": 1]),
    ]
    sample.plan.principles = ScoringDefinition(rule: WeightedMean(), minimumAnswered: 1)
    sample.plan.literacies = ScoringDefinition(rule: Minimum())
    let result = try sample.everyone([
      ["q-1": .option("a"), "q-2": .option("e")], ["q-1": .option("c")],
    ])
    #expect(result.principles.map(\.score) == [.value(4), .undefined(.notAsked)])
    #expect(result.principles[0].people == 1)
    #expect(result.literacies.map(\.score) == [.value(2)])
    #expect(result.literacies[0].people == 2)
    #expect(result.score(of: Subject(.principle, "p"))?.score == .value(4))
    #expect(result.score(of: Subject(.area, "p")) == nil)
  }

  @Test func anAreaMayHaveARuleOfItsOwn() throws {
    var sample = ScoringSample()
    sample.areas.append(Area(id: "two", name: "Two"))
    sample.questions = ["q-1", "q-2", "q-3"].map { .closed($0, areas: ["one": 1, "two": 1]) }
    sample.plan.areasByID = ["two": ScoringDefinition(rule: Median())]
    let result = try sample.everyone([["q-1": .option("a"), "q-2": .option("b"), "q-3": .option("e")]])
    #expect(result.areas.map(\.score) == [.value(8.0 / 3), .value(2)])
    #expect(result.areas.map(\.provenance.rule) == ["weighted-mean", "median"])
  }

  @Test func aRuleMayLookAtQuestionsOfAnotherArea() throws {
    var sample = ScoringSample()
    sample.areas.append(Area(id: "two", name: "Two"))
    sample.questions = [.closed("q"), .closed("policy", scores: [1, 5], areas: ["two": 1])]
    let capped = Capped(WeightedMean(), ceilings: [.init(at: 2, when: .test(.question("policy"), .isOption(["a"])))])
    sample.plan.areasByID = ["one": ScoringDefinition(rule: capped)]
    let result = try sample.everyone([
      ["q": .option("e"), "policy": .option("a")], ["q": .option("e"), "policy": .option("b")],
    ])
    #expect(result.areas[0].distribution == [ScoreCount(score: 2, count: 1), ScoreCount(score: 5, count: 1)])
    // The question looked at is not one of the area's own.
    #expect(result.areas[0].provenance.items.map(\.id) == ["q"])
    #expect(result.areas[0].statuses?.total == 2)
  }

  @Test func aCohortOfNobodyHasReasonsEverywhere() throws {
    let sample = RandomWorkshop(seed: 2, people: 0).sample
    for breakdowns: [[Identifier<Attribute>]] in [[], [["part"], ["part", "role"]]] {
      let scorecard = try sample.scorecard([], by: breakdowns)
      #expect(scorecard.groups.count == 1)
      let everyone = scorecard.groups[0]
      #expect(everyone.respondents == 0)
      for score in everyone.areas + everyone.themes + everyone.principles + everyone.literacies {
        #expect(score.score == .undefined(.noRespondents), "\(score.subject)")
        #expect(score.people == 0)
        #expect(score.level == nil)
        #expect(score.gap == nil)
        #expect(score.coverage.value == nil)
      }
      #expect(everyone.overall?.score == .undefined(.noRespondents))
      #expect(
        zip(sample.questions, everyone.questions).allSatisfy { question, result in
          result.mean.reason?.code == (question.answers.range == nil ? .noScores : .noneAnswered)
        })
    }
  }

  @Test func anUnknownQuestionnaireOrAttributeIsNamedWithTheNearest() throws {
    let sample = RandomWorkshop(seed: 2, people: 0).sample
    let assessment = try sample.assessment()
    let questionnaire = #expect(throws: DocumentError.self) { try Scorer(assessment, questionnaire: "al") }
    #expect(questionnaire?.description.contains("“all”") == true)
    let attribute = #expect(throws: DocumentError.self) {
      try Scorer(assessment, questionnaire: "all", breakdowns: [["prt"], ["rle"]])
    }
    #expect(attribute?.diagnostics.count == 2)
    #expect(attribute?.description.contains("“part”") == true)
  }
}
