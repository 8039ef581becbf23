import DigitalMaturity
import MaturityScoringRules
import Testing

/// Every number here was worked out by hand.
@Suite("Rules are explained to be followed with a pocket calculator") struct RuleExplanationTests {
  /// Of weight 3, 1 and 0 at level 1, and of weight 2 at level 2; scores from 1 to 5.
  private func sample(_ definition: ScoringDefinition) -> ScoringSample {
    var sample = ScoringSample()
    sample.levels = [0, 1, 2, 100].map {
      MaturityLevel(id: Identifier("level-\(Int($0))"), value: $0, name: LocalizedText("Level \(Int($0))"))
    }
    sample.questions = [("q-1", 3, 1), ("q-2", 1, 1), ("q-3", 0, 1), ("q-4", 2, 2)].map {
      (id: String, weight: Double, level: Double) in
      let plain = Question.closed(id, weight: weight)
      return Question(
        id: plain.id, kind: plain.kind, text: plain.text, answers: plain.answers, measures: plain.measures,
        weight: weight, level: level)
    }
    sample.plan = ScoringPlan(areas: definition)
    return sample
  }

  /// q-1 counts as 2, q-2 as 3.5, q-3 as 5 and q-4 as 5.
  private let ten: [ScoringSample.Person] = ["c", "d"].flatMap { option -> [ScoringSample.Person] in
    Array(
      repeating: (
        ["q-1": .option("b"), "q-2": .option(Identifier(option)), "q-3": .option("e"), "q-4": .option("e")], [:]
      ), count: 5)
  }

  private func explanation(_ sample: ScoringSample, _ people: [ScoringSample.Person]) throws -> Explanation {
    let scorer = try Scorer(sample.assessment(), questionnaire: "all", effectsOn: Subject(.area, "one"))
    var tally = scorer.makeTally()
    scorer.tally(try sample.sheet(people), into: &tally)
    let scorecard = scorer.scorecard(tally, intervals: .none).published()
    let context = ReportContext(assessment: try sample.assessment(), scorecards: [scorecard])
    return try #require(context.explanation(of: Subject(.area, "one"), in: scorecard))
  }

  /// The steps from how questions are summarised up to what each of them does.
  private func calculation(_ rule: any ScoringRule, _ people: [ScoringSample.Person]) throws -> [Explanation.Step] {
    let explanation = try explanation(sample(ScoringDefinition(rule: rule, unit: .question)), people)
    let start = try #require(explanation.steps.firstIndex { $0.text.hasPrefix("Each question is averaged") })
    let end = try #require(explanation.steps.firstIndex { $0.text.hasPrefix("What each question does") })
    return Array(explanation.steps[(start + 1)..<end])
  }

  private static let products: Explanation.Step =
    "Weight × mean: 3 × 2 (q-1), 1 × 3.5 (q-2), 0 × 5 (q-3), 2 × 5 (q-4)."
  private static let leftOut: Explanation.Step = "Left out, since they weigh 0: q-3."
  private static let order: Explanation.Step = "In order: 2 (q-1), 3.5 (q-2), 5 (q-4)."
  private static let met = Explanation.Step(
    "What is met:",
    details: [
      "q-1, level 1, weight 3: 2, which is less than 3: not met",
      "q-2, level 1, weight 1: 3.5, which is at least 3: met", "q-4, level 2, weight 2: 5, which is at least 3: met",
    ])

  /// (3 · 2 + 3.5 + 2 · 5) / 6 = 19.5 / 6; of the maximum 3 · 1 + 2.5 + 2 · 4 = 13.5 of 24.
  @Test(
    arguments: [
      (WeightedMean(), [products, "Sum 19.5, divided by the weights 6: 3.25."]),
      (Sum(), [products, "Sum 19.5."]),
      (
        PercentOfMaximum(),
        [
          leftOut,
          .init(
            "Weight × (score − base), of weight × (highest score − base):",
            details: [
              "q-1: 3 × (2 − 1) = 3, of 3 × (5 − 1) = 12", "q-2: 1 × (3.5 − 1) = 2.5, of 1 × (5 − 1) = 4",
              "q-4: 2 × (5 − 1) = 8, of 2 × (5 − 1) = 8",
            ]), "100 × 13.5, divided by 24: 56.25.",
        ]
      ), (Minimum(), [leftOut, order, "The lowest is 2."]),
      (Median(), [leftOut, order, "The middle one of 3 is 3.5."]),
      (InterpolatedMedian(), [leftOut, order, "The middle one of 3 is 3.5."]),
      (
        Staged(metAt: 3, partialCredit: true),
        [
          leftOut, met, "Level 0: nothing is asked up to it: reached.",
          "Level 1: 1 of the weights 4 up to it are met, a share of 0.25; 1 is needed: not reached.",
          "The step to level 1 has the weights 4, of which 1 are met: 0 + 1 ÷ 4 × (1 − 0) = 0.25.",
        ]
      ),
      (
        Staged(metAt: 3, share: 0.25),
        [
          leftOut, met, "Level 0: nothing is asked up to it: reached.",
          "Level 1: 1 of the weights 4 up to it are met, a share of 0.25; 0.25 is needed: reached.",
          "Level 2: 3 of the weights 6 up to it are met, a share of 0.5; 0.25 is needed: reached.",
          "The highest level reached is 2.",
        ]
      ),
      (
        AdditiveLevels(),
        [
          leftOut,
          .init(
            "The mean of each level:",
            details: [
              "Level 1: 3 × 2 (q-1) + 1 × 3.5 (q-2) = 9.5, divided by the weights 4: 2.375",
              "Level 2: 2 × 5 (q-4) = 10, divided by the weights 2: 5",
            ]), "Added up: 2.375 + 5 = 7.375.",
        ]
      ),
      (
        Capped(WeightedMean(), ceilings: [.init(at: 2, when: .test(.question("q-2"), .below(4)))]),
        [
          products, "Sum 19.5, divided by the weights 6: 3.25.",
          .init(
            "The rule “weighted-mean” makes of the answers 3.25, which is then held under ceilings:",
            details: [.init("at most 2 while q-2 below 4: so it is, 3.25 → 2", details: ["q-2: 3.5"])]),
        ]
      ),
    ] as [(any ScoringRule, [Explanation.Step])])
  func ofSummaries(_ rule: any ScoringRule, _ expected: [Explanation.Step]) throws {
    #expect(try calculation(rule, ten) == expected)
  }

  /// 2, 2 and 5 of a scale with steps of 1: 2 + (1.5 / 2 − 0.5) = 2.25.
  @Test func aMiddleThatQuestionsShareIsInterpolated() throws {
    let people: [ScoringSample.Person] = Array(
      repeating: (["q-1": .option("b"), "q-2": .option("b"), "q-4": .option("e")], [:]), count: 10)
    let steps = try calculation(InterpolatedMedian(), people)
    #expect(steps.first == "q-3 has no mean: None of its questions was answered.")
    #expect(
      steps.last == "The middle of 3 is 2: 0 lie below it and 2 on it. 2 + 1 × ((3 ÷ 2 − 0) ÷ 2 − 0.5) = 2.25.")
  }

  @Test func whatCountsAsTheLowestIsSaidTo() throws {
    let people: [ScoringSample.Person] = Array(
      repeating: (["q-1": .option("b"), "q-2": .option("c"), "q-3": .option("e")], [:]), count: 10)
    // (3 · 2 + 3 + 2 · 1) / 6 = 11 / 6
    let definition = ScoringDefinition(rule: WeightedMean(), missing: .lowest, unit: .question)
    let text = try explanation(sample(definition), people).text
    #expect(text.contains("q-4 has no answers and counts as its lowest score, 1."))
    #expect(text.contains("2 × 1 (q-4).") && text.contains("Sum 11, divided by the weights 6: 1.8333."))
  }

  /// One agreed set: (3 · 2 + 4 + 2 · 5) / 6 = 3.3333, which is at least 3.
  @Test func oneSetOfAnswersIsCalculated() throws {
    var sample = sample(ScoringDefinition(rule: ShareAtLeast(WeightedMean(), atLeast: 3)))
    sample.mode = .consensus
    let text = try explanation(sample, [(ten[9].answers, [:])]).text
    #expect(text.contains("Weight × score: 3 × 2 (q-1), 1 × 4 (q-2), 0 × 5 (q-3), 2 × 5 (q-4)."))
    #expect(text.contains("Sum 20, divided by the weights 6: 3.3333."))
    #expect(text.contains("3.3333 is at least 3, which counts 1."))
  }

  /// What somebody needs who has one person's answers; a person's own are not told.
  @Test(
    arguments: [
      (
        PercentOfMaximum(base: .zero),
        ["over what has a score:", "q-1: 3 × (score − 0), of 3 × (5 − 0) = 15"]
      ),
      (Staged(metAt: 3), ["Level 1: q-1 (weight 3, met from 3), q-2 (weight 1, met from 3)\n"]),
      (
        ShareAtLeast(AdditiveLevels(), atLeast: 3),
        ["Level 1: q-1 (weight 3), q-2 (weight 1)\n", "Level 2: q-4 (weight 2)\n"]
      ),
    ] as [(any ScoringRule, [String])])
  func howEachPersonIsScored(_ rule: any ScoringRule, _ expected: [String]) throws {
    let text = try explanation(sample(ScoringDefinition(rule: rule)), ten).text
    for line in expected { #expect(text.contains(line), "\(line) in \(text)") }
  }

  /// 4 × 0 and 6 × 3: 3 + 3 · ((5 − 4) / 6 − ½) = 2. 6 × 1 and 4 × 3: 1 + 2 · (5 / 6 − ½) = 1.6667. Everybody at the top is 3.
  @Test func mediansOfAnyScaleAreTheOnesThatCount() throws {
    var sample = ScoringSample()
    sample.levels = [0, 3].map {
      MaturityLevel(id: Identifier("level-\(Int($0))"), value: $0, name: LocalizedText("Level \(Int($0))"))
    }
    sample.questions = [.closed("a-1", scores: [0, 3]), .closed("a-2", scores: [0, 1, 3])]
    sample.plan.areas = ScoringDefinition(
      rule: WeightedMean(), unit: .question, questionSummary: .interpolatedMedian)
    let people: [ScoringSample.Person] =
      Array(repeating: (["a-1": .option("b"), "a-2": .option("b")], [:]), count: 6)
      + Array(repeating: (["a-1": .option("a"), "a-2": .option("c")], [:]), count: 4)
    let text = try explanation(sample, people).text
    #expect(
      text.contains(
        "scores 4 × 0, 6 × 3; middle 3, with 4 below it and 6 on it: 3 + 3 × ((10 ÷ 2 − 4) ÷ 6 − 0.5) = 2\n"))
    #expect(text.contains("1 + 2 × ((10 ÷ 2 − 0) ÷ 6 − 0.5) = 1.6667\n"))
    #expect(text.contains("Weight × median: 1 × 2 (a-1), 1 × 1.6667 (a-2)."))
    #expect(text.contains("Sum 3.6667, divided by the weights 2: 1.8333."))
    #expect(text.contains("a-1: without it 1.6667, 0.1667 less; one answer higher 2.3333, 0.5 more"))
    #expect(text.contains("a-2: without it 2, 0.1667 more; one answer higher 2.5, 0.6667 more"))
  }

  @Test func openQuestionsHaveMediansToo() throws {
    var sample = ScoringSample()
    sample.questions = [.number("n-1"), .number("n-2")]
    sample.plan.areas = ScoringDefinition(rule: WeightedMean(), unit: .question, questionSummary: .median)
    let people: [ScoringSample.Person] =
      Array(repeating: (["n-1": .number(5), "n-2": .number(4)], [:]), count: 6)
      + Array(repeating: (["n-1": .number(1), "n-2": .number(2)], [:]), count: 4)
    let text = try explanation(sample, people).text
    #expect(text.contains("scores 4 × 1, 6 × 5; middle 5\n") && text.contains("divided by the weights 2: 4.5."))
    #expect(text.contains("n-1: without it 4, 0.5 less\n") && text.contains("n-2: without it 5, 0.5 more\n"))
  }

  /// 0.000001 · 5 + 0.000002 · 2 = 0.000009; / 0.000003 = 3.
  @Test func smallWeightsAreDecimals() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1", weight: 0.000001), .closed("q-2", weight: 0.000002)]
    sample.plan.areas.unit = .question
    let people: [ScoringSample.Person] = Array(
      repeating: (["q-1": .option("e"), "q-2": .option("b")], [:]), count: 10)
    let text = try explanation(sample, people).text
    #expect(text.contains("q-1 (weight 0.000001), q-2 (weight 0.000002)."))
    #expect(text.contains("Weight × mean: 0.000001 × 5 (q-1), 0.000002 × 2 (q-2)."))
    #expect(text.contains("Sum 0.000009, divided by the weights 0.000003: 3."))
  }
}
