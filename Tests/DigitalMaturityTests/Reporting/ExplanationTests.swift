import DigitalMaturity
import MaturityScoringRules
import Testing

/// Every number here was worked out by hand.
struct ExplanationTests {
  private var sample: ScoringSample {
    var sample = ScoringSample()
    sample.areas = [
      Area(id: "one", name: "One", themes: ["t"], weight: 2, target: 4),
      Area(id: "two", name: "Two", themes: ["t"], weight: 1),
    ]
    sample.themes = [Theme(id: "t", name: "T")]
    sample.questions = [
      .closed("q-1", weight: 3), .closed("q-2", isReversed: true), .closed("q-3", areas: ["two": 1]),
    ]
    sample.plan.areas.minimumAnswered = 0.55
    sample.plan.themes = ScoringDefinition(rule: WeightedMean())
    sample.attributes = [Attribute("part", values: ["x", "y"])]
    return sample
  }

  private func people(
    _ count: Int, _ answers: [Identifier<Question>: Answer], part: String = "x"
  ) -> [ScoringSample.Person] {
    Array(repeating: (answers, ["part": part]), count: count)
  }

  /// Six score (3 · 2 + 4) / 4 = 2.5, six (3 · 4 + 1) / 4 = 3.25; one answered one of two, one found none applicable.
  private var fourteen: [ScoringSample.Person] {
    people(6, ["q-1": .option("b"), "q-2": .option("b"), "q-3": .option("a")])
      + people(6, ["q-1": .option("d"), "q-2": .option("e"), "q-3": .option("c")])
      + people(1, ["q-1": .option("a"), "q-3": .status(.dontKnow)])
      + people(1, ["q-1": .status(.notApplicable), "q-2": .status(.notApplicable)])
  }

  private func explanation(
    _ subject: Subject, of sample: ScoringSample, _ people: [ScoringSample.Person],
    by breakdowns: [[Identifier<Attribute>]] = [], group: [GroupAttribute] = []
  ) throws -> Explanation? {
    let scorecard = try sample.scorecard(people, by: breakdowns).published()
    let context = ReportContext(assessment: try sample.assessment(), scorecards: [scorecard])
    return context.explanation(of: subject, in: scorecard, group: group)
  }

  @Test func whatGroupsAgreedIsNoPersonAndNoHint() throws {
    var sample = ScoringSample()
    sample.questions = [.number("n")]
    sample.mode = .consensus
    let scorer = try Scorer(try sample.assessment(), questionnaire: "all", effectsOn: Subject(.area, "one"))
    var tally = scorer.makeTally()
    scorer.tally(try sample.sheet([(["n": .number(3)], [:]), (["n": .number(4)], [:]), ([:], [:])]), into: &tally)
    let scorecard = scorer.scorecard(tally).published()
    let context = ReportContext(assessment: try sample.assessment(), scorecards: [scorecard])
    let text = try #require(context.explanation(of: Subject(.area, "one"), in: scorecard)?.text)
    #expect(text.contains("Each agreed answer is scored by the rule: 2 of 3 have a score; 1 without one is left out."))
    #expect(text.contains("Agreed answers by their score: 1 × 3, 1 × 4."))
    #expect(text.contains("Sum 7, divided by 2 agreed answers: 3.5."))
    // A number has no next higher answer, and two answers of groups are no hint of anybody.
    #expect(text.contains("n: without it no score") && !text.contains("one answer higher"))
    #expect(!text.contains("hint") && !text.contains("person"))
  }

  @Test func anAreaIsPeopleByTheirScore() throws {
    let text = try explanation(Subject(.area, "one"), of: sample, fourteen)?.text
    #expect(
      text == """
        One: area “one”, questionnaire “all”, everyone

        1. Made of 2 questions: q-1 (weight 3), q-2 (weight 1, reversed).
        2. Rule “weighted-mean”; blank answers are left out; a don't know counts as a blank; at least 55 % of what applies \
        must be answered.
        3. What became of the questions:
            q-1: 13 answered, 1 not applicable
              scores 1 × 1, 6 × 2, 6 × 4; mean 2.8462
            q-2: 12 answered, 1 left blank, 1 not applicable
              scores 6 × 1, 6 × 4; mean 2.5
        4. Answered: 25 of 26 that were shown and applied, 96 %.
        5. Each person is scored by the rule: 12 of 14 have a score; 2 without one are left out.
        6. People by their score: 6 × 2.5, 6 × 3.25.
        7. Sum 34.5, divided by 12 people: 2.875.

        Score 2.875; level “Level 2”, which begins at 2; target 4, 1.125 below it.

        """)
  }

  @Test func itSaysWhyPeopleAreLeftOutAndWhichAnswersHaveNoScore() throws {
    var sample = sample
    sample.questions[0].answers = .closed([
      AnswerOption(id: "a", label: "A", score: 1), AnswerOption(id: "b", label: "B", score: 4),
      AnswerOption(id: "other", label: "Other", score: nil),
    ])
    let answers =
      people(12, ["q-1": .option("a"), "q-2": .option("b"), "q-3": .option("a")])
      + people(5, ["q-1": .option("other"), "q-2": .option("e"), "q-3": .option("c")])
      + people(2, ["q-3": .option("c")]) + people(3, ["q-1": .option("a"), "q-3": .option("c")])
    let scorer = try Scorer(try sample.assessment(), questionnaire: "all", effectsOn: Subject(.area, "one"))
    var tally = scorer.makeTally()
    scorer.tally(try sample.sheet(answers), into: &tally)
    let scorecard = scorer.scorecard(tally).published()
    let context = ReportContext(assessment: try sample.assessment(), scorecards: [scorecard])
    let text = try #require(context.explanation(of: Subject(.area, "one"), in: scorecard)?.text)
    #expect(text.contains("q-1: 20 answered, 2 left blank\n      scores 15 × 1, 5 × none; mean 1\n"))
    #expect(
      text.contains(
        """
        17 of 22 have a score; 5 without one are left out.
            Too few of its questions were answered.
            None of its questions was answered.

        """))
  }

  /// Beside a withheld question, and in a withheld group, nothing is told of those who are left out.
  @Test func whyFewAreLeftOutIsWithheldWithTheRest() throws {
    var sample = sample
    sample.plan.areas.minimumAnswered = 0
    let answers =
      people(9, ["q-1": .option("b"), "q-2": .option("b")]) + people(5, ["q-2": .option("b")])
      + people(1, ["q-3": .option("a")]) + people(3, ["q-3": .option("a")], part: "y")
    let scorer = try Scorer(
      try sample.assessment(), questionnaire: "all", breakdowns: [["part"]], effectsOn: Subject(.area, "one"))
    var tally = scorer.makeTally()
    scorer.tally(try sample.sheet(answers), into: &tally)
    let scorecard = scorer.scorecard(tally)
    #expect(scorecard.groups.allSatisfy { !$0.areas[0].reasonsWithout.isEmpty })
    #expect(scorecard.published().groups.allSatisfy { $0.areas[0].reasonsWithout.isEmpty })
  }

  @Test func aThemeIsItsAreasByTheirWeight() throws {
    // (2 · 2.875 + 1 · 2) / 3 = 7.75 / 3
    let text = try explanation(Subject(.theme, "t"), of: sample, fourteen)?.text
    #expect(
      text == """
        T: theme “t”, questionnaire “all”, everyone

        1. Made of 2 areas: one (weight 2), two (weight 1).
        2. Rule “weighted-mean”; blank answers are left out; a don't know counts as a blank.
        3. Weight × score: 2 × 2.875 (One), 1 × 2 (Two).
        4. Sum 7.75, divided by the weights 3: 2.5833.

        Score 2.5833; level “Level 2”, which begins at 2.

        """)
  }

  @Test func aScoreOfQuestionsIsTheirMeansByTheirWeight() throws {
    var sample = sample
    sample.plan.areas = ScoringDefinition(rule: WeightedMean(), missing: .lowest, dontKnow: .lowest, unit: .question)
    let steps = try explanation(Subject(.area, "one"), of: sample, fourteen)?.steps ?? []
    // q-1: (1 + 12 + 24) / 13 = 37 / 13; 3 · 37 / 13 + 2.5 = 11.0385.
    #expect(steps[1].text.contains("a blank counts as the lowest score; a don't know counts as the lowest score"))
    #expect(
      steps.suffix(3) == [
        "Each question is averaged over the people who answered it.",
        "Weight × mean: 3 × 2.8462 (q-1), 1 × 2.5 (q-2). Shown to four decimals, added up unrounded.",
        "Sum 11.0385, divided by the weights 4: 2.7596.",
      ])
  }

  @Test func aRuleThatIsNoMeanIsNotDressedUpAsOne() throws {
    var sample = sample
    sample.plan.themes.rule = Minimum()
    let steps = try explanation(Subject(.theme, "t"), of: sample, fourteen)?.steps
    #expect(steps?.suffix(2) == ["In order: 2 (Two), 2.875 (One).", "The lowest is 2."])
    #expect(steps?[1].text.hasPrefix("Rule “minimum”") == true)
  }

  @Test func aRulesOptionsAreTold() throws {
    var sample = sample
    sample.plan.areas.missing = .block
    sample.plan.areas.rule = Capped(
      WeightedMean(), ceilings: [.init(at: 2, when: .test(.question("q-3"), .below(3)))])
    let steps = try explanation(Subject(.area, "one"), of: sample, fourteen)?.steps ?? []
    #expect(
      steps[1].text.hasPrefix(
        "Rule “capped” with ceilings at 2 when q-3 below 3, inner weighted-mean; one blank means no score;"))
  }

  @Test func anAreaWithoutAScoreIsNamedWithItsReason() throws {
    let none = people(12, ["q-1": .option("c"), "q-2": .option("c")])
    let explanation = try explanation(Subject(.theme, "t"), of: sample, none)
    #expect(
      explanation?.steps.suffix(3) == [
        "Two has no score: None of its questions was answered.", "Weight × score: 2 × 3 (One).",
        "Sum 6, divided by the weights 2: 3.",
      ])
  }

  @Test func aScoreThatIsNoneSaysWhy() throws {
    let few = people(12, ["q-1": .option("c")])
    let explanation = try explanation(Subject(.area, "one"), of: sample, few)
    #expect(explanation?.result == "No score. Too few of its questions were answered.")
    #expect(explanation?.steps.last?.text == "Answered: 12 of 24 that were shown and applied, 50 %.")
  }

  @Test func whatIsNotAskedHasNoSteps() throws {
    var sample = sample
    sample.principles = [Principle(id: "p", set: "set", name: "P", statement: "P")]
    let explanation = try explanation(Subject(.principle, "p"), of: sample, fourteen)
    #expect(explanation?.steps == [])
    #expect(explanation?.result == "No score. No question of this questionnaire measures it.")
  }

  @Test func aWithheldScoreTellsHowItIsMadeAndNoNumber() throws {
    let small = fourteen + people(4, ["q-1": .option("e"), "q-2": .option("a"), "q-3": .option("e")], part: "y")
    let explanation = try explanation(
      Subject(.area, "one"), of: sample, small, by: [["part"]], group: [GroupAttribute(attribute: "part", value: "y")])
    #expect(explanation?.title == "One: area “one”, questionnaire “all”, y")
    #expect(explanation?.steps.count == 2)
    #expect(
      explanation?.result
        == "No score. Withheld: too few people stand behind it or behind a figure that it would give away.")
  }

  @Test func aGroupIsNamedByItsLabels() throws {
    var sample = sample
    sample.attributes[0].values[0].label = LocalizedText(translations: ["en": "North", "cy": "Gogledd"], first: "en")
    let people = fourteen + fourteen.map { (answers: $0.answers, attributes: [:]) }
    let scorecard = try sample.scorecard(people, by: [["part"]]).published()
    let context = ReportContext(
      assessment: try sample.assessment(), scorecards: [scorecard], options: ReportOptions(language: "cy"))
    let titles = scorecard.groups.map {
      context.explanation(of: Subject(.area, "one"), in: scorecard, group: $0.key)?.title
    }
    #expect(
      titles == ["everyone", "Gogledd", "part not stated"].map { "One: area “one”, questionnaire “all”, \($0)" })
  }

  /// A question with too few answers in an area with enough: the score is shown, and nothing that would give them away.
  @Test func theAnswersBesideAWithheldQuestionAreLeftOut() throws {
    var sample = sample
    sample.plan.areas.minimumAnswered = 0
    let answers = people(9, ["q-1": .option("b"), "q-2": .option("b")]) + people(5, ["q-2": .option("b")])
    let explanation = try explanation(Subject(.area, "one"), of: sample, answers)
    // (9 · 2.5 + 5 · 4) / 14
    #expect(explanation?.result.hasPrefix("Score 3.0357;") == true)
    #expect(
      explanation?.steps.dropFirst(2).map { $0 } == [
        Explanation.Step(
          "What became of the questions:",
          details: ["q-1: withheld", .init("q-2: 14 answered", details: ["scores 14 × 4; mean 4"])]),
        "Each person is scored by the rule: 14 of 14 have a score.",
        "How many people have which score is withheld, as a question that it is made of is.",
      ])
  }

  @Test func aTargetThatIsReachedIsSaidToBe() throws {
    var sample = sample
    sample.areas[0].target = 2.875
    #expect(
      try explanation(Subject(.area, "one"), of: sample, fourteen)?.result
        == "Score 2.875; level “Level 2”, which begins at 2; target 2.875, reached.")
  }

  @Test func whatDoesNotExistHasNoExplanation() throws {
    #expect(try explanation(Subject(.area, "three"), of: sample, fourteen) == nil)
    let group = [GroupAttribute(attribute: "part", value: "x")]
    #expect(try explanation(Subject(.area, "one"), of: sample, fourteen, group: group) == nil)
  }

  // MARK: Questions, effects and other forms

  @Test func aQuestionIsItsAnswersByTheirScore() throws {
    let scorecard = try sample.scorecard(fourteen).published()
    let context = ReportContext(assessment: try sample.assessment(), scorecards: [scorecard])
    // q-2 is reversed: b counts 4 and e counts 1, six each.
    let explanation = try #require(context.explanation(ofQuestion: "q-2", in: scorecard))
    #expect(explanation.title.hasSuffix("Question “q-2”, questionnaire “all”, everyone"))
    #expect(explanation.steps[0] == "Answers: 12 answered, 1 left blank, 1 not applicable.")
    #expect(explanation.steps[1].details.map(\.text).contains { $0.hasPrefix("6 × ") })
    #expect(explanation.steps[2] == "The question is reversed: a score counts as 1 + 5 less the score.")
    #expect(explanation.steps[3] == "6 × 1 + 6 × 4 = 30, divided by 12 answers: 2.5.")
    #expect(explanation.result == "Mean 2.5.")
    #expect(context.explanation(ofQuestion: "q-9", in: scorecard) == nil)
  }

  @Test func aWithheldQuestionSaysNoNumber() throws {
    let scorecard = try sample.scorecard(people(7, ["q-1": .option("b")])).published()
    let context = ReportContext(assessment: try sample.assessment(), scorecards: [scorecard])
    let explanation = try #require(context.explanation(ofQuestion: "q-1", in: scorecard))
    #expect(explanation.steps == [] && explanation.result.hasPrefix("No mean. Withheld"))
  }

  @Test func whatMovesTheScoreIsToldTheStrongestFirst() throws {
    let scorer = try Scorer(sample.assessment(), questionnaire: "all", effectsOn: Subject(.area, "one"))
    var tally = scorer.makeTally()
    let twelve = people(12, ["q-1": .option("b"), "q-2": .option("b")])
    scorer.tally(try sample.sheet(twelve), into: &tally)
    let scorecard = scorer.scorecard(tally, intervals: .none).published()
    let context = ReportContext(assessment: try sample.assessment(), scorecards: [scorecard])
    let step = context.explanation(of: Subject(.area, "one"), in: scorecard)?.steps.last
    // (3 · 2 + 4) / 4 = 2.5; q-2 is reversed, so one answer higher counts 5.
    #expect(
      step
        == Explanation.Step(
          "What each question does to the score, the strongest first:",
          details: [
            "q-1: without it 4, 1.5 more; one answer higher 3.25, 0.75 more",
            "q-2: without it 2, 0.5 less; one answer higher 2.75, 0.25 more",
          ]))
  }

  @Test func itIsWrittenAsMarkdownAndJSONToo() throws {
    let explanation = Explanation(
      title: "A *b*", steps: ["One.", .init("Two:", details: [.init("x", details: ["y_z"])])], result: "Done.")
    #expect(
      explanation.markdown == """
        # A \\*b\\*

        1. One.
        2. Two:
           - x
             - y\\_z

        **Done.**

        """)
    // From the tenth step on numbers are wider, and what belongs to a step stands as far in as its text.
    let ten = Explanation(
      title: "T", steps: Array(repeating: "One.", count: 9) + [.init("Ten:", details: ["x"])], result: "Done.")
    #expect(ten.markdown.contains("\n10. Ten:\n    - x\n"))
    var writer = JSONWriter()
    explanation.write(to: &writer)
    let document = try JSONReader.read(writer.finish().bytes, file: "e.json")
    let steps = document.root.member("steps")?.elements.map { $0 } ?? []
    #expect(document.root.member("title")?.text == "A *b*")
    #expect(steps.count == 2 && steps[0].member("details") == nil)
    #expect(steps[1].member("details")?.elements.map { $0.member("text")?.text } == ["x"])
  }
}
