import DigitalMaturity
import MaturityScoringRules
import Testing

struct MissingAnswersTests {
  private func sample(
    _ questions: Int, missing: ScoringDefinition.MissingPolicy = .omit,
    dontKnow: ScoringDefinition.DontKnowPolicy = .missing, minimumAnswered: Double = 0
  ) -> ScoringSample {
    var sample = ScoringSample()
    sample.questions = (1...questions).map { .closed("q-\($0)") }
    sample.plan.areas = ScoringDefinition(
      rule: WeightedMean(), missing: missing, dontKnow: dontKnow, minimumAnswered: minimumAnswered)
    return sample
  }

  /// Answers to q-1, q-2… as letters: an option, `-` blank, `?` don't know, `x` not applicable, `!` prefer not to say.
  private func answers(_ letters: String) -> [Identifier<Question>: Answer] {
    var answers: [Identifier<Question>: Answer] = [:]
    for (index, letter) in letters.enumerated() {
      let answer: Answer =
        switch letter {
        case "-": .status(.unanswered)
        case "?": .status(.dontKnow)
        case "x": .status(.notApplicable)
        case "!": .status(.preferNotToSay)
        default: .option(Identifier(String(letter)))
        }
      answers[Identifier("q-\(index + 1)")] = answer
    }
    return answers
  }

  private static let cases:
    [(String, ScoringDefinition.MissingPolicy, ScoringDefinition.DontKnowPolicy, Figure<Double>)] = [
      // Left out: (4 + 2) / 2.
      ("db--", .omit, .missing, .value(3)), ("db?!", .omit, .missing, .value(3)),
      // Lowest: (4 + 2 + 1 + 1) / 4.
      ("db--", .lowest, .missing, .value(2)), ("db?!", .lowest, .missing, .value(2)),
      // Only the don't know: (4 + 2 + 1) / 3.
      ("db?-", .omit, .lowest, .value(7.0 / 3)), ("db?!", .omit, .lowest, .value(7.0 / 3)),
      // Blocked by one blank, not by what does not apply.
      ("ddd-", .block, .missing, .undefined(.missingAnswer)), ("ddd!", .block, .missing, .undefined(.missingAnswer)),
      ("ddd?", .block, .missing, .undefined(.missingAnswer)), ("ddd?", .block, .lowest, .value(13.0 / 4)),
      ("dddx", .block, .missing, .value(4)),
      // Not applicable leaves numerator and denominator under every policy.
      ("dxxx", .omit, .missing, .value(4)), ("dxxx", .lowest, .lowest, .value(4)),
      ("xxxx", .omit, .missing, .undefined(.noneApplicable)), ("xxxx", .lowest, .lowest, .undefined(.noneApplicable)),
      ("xxxx", .block, .missing, .undefined(.noneApplicable)),
      // Nothing answered.
      ("----", .omit, .missing, .undefined(.noneAnswered)), ("??--", .omit, .missing, .undefined(.noneAnswered)),
      ("----", .lowest, .missing, .value(1)), ("?xxx", .omit, .lowest, .value(1)),
      ("----", .block, .missing, .undefined(.missingAnswer)),
    ]

  @Test(arguments: cases)
  func policiesAreAppliedBeforeTheRule(
    _ letters: String, _ missing: ScoringDefinition.MissingPolicy, _ dontKnow: ScoringDefinition.DontKnowPolicy,
    _ expected: Figure<Double>
  ) throws {
    #expect(try sample(4, missing: missing, dontKnow: dontKnow).score([answers(letters)]) == expected)
  }

  @Test("a host that has scores scores them by the same law", arguments: cases)
  func ofScores(
    _ letters: String, _ missing: ScoringDefinition.MissingPolicy, _ dontKnow: ScoringDefinition.DontKnowPolicy,
    _ expected: Figure<Double>
  ) {
    let answers = letters.map { letter in
      switch letter {
      case "-": ItemAnswer(.unanswered)
      case "?": ItemAnswer(.dontKnow)
      case "x": ItemAnswer(.notApplicable)
      case "!": ItemAnswer(.preferNotToSay)
      default: ItemAnswer(score: Double((letter.asciiValue ?? 0) - 96))
      }
    }
    let items = answers.indices.map { ScoringItem(id: "q-\($0)", minimum: 1, maximum: 5) }
    let definition = ScoringDefinition(rule: WeightedMean(), missing: missing, dontKnow: dontKnow)
    let context = ScoringContext(unit: .respondent, levels: [], items: items, answers: answers)
    #expect(definition.score(context) == expected)
  }

  @Test func aQuestionsLowestScoreIsThatOfItsOwnOptionsAlsoWhenReversed() throws {
    var sample = sample(2, missing: .lowest)
    sample.questions[1] = .closed("q-2", scores: [2, 3, 5], isReversed: true)
    // 4, and 2 + 5 − 5 = 2 for the blank.
    #expect(try sample.score([answers("d-")]) == .value(3))
  }

  @Test func anImputedAnswerIsNotAnswered() throws {
    let result = try sample(4, missing: .lowest, dontKnow: .lowest).everyone([answers("d-?x")])
    let area = result.areas[0]
    #expect(area.score == .value(2))
    #expect(area.statuses?[.answered] == 1)
    #expect(area.coverage == .value(1.0 / 3))
    #expect(result.questions[1].statuses?[.answered] == 0)
    #expect(result.questions[1].distribution.isEmpty)
    // One answered of three applicable is less than half, whatever is imputed.
    let strict = sample(4, missing: .lowest, dontKnow: .lowest, minimumAnswered: 0.5)
    #expect(try strict.score([answers("d-?x")]) == .undefined(.tooFewAnswered))
  }

  private static let minimums: [(Double, Int, Int)] = [
    (0, 30, 0), (0.1, 30, 3), (0.1, 31, 4), (0.5, 3, 2), (0.5, 4, 2), (0.5, 5, 3), (1, 7, 7), (0.7, 10, 7),
    (0.3, 10, 3), (1.0 / 3, 3, 1), (2.0 / 3, 3, 2), (0.5, 0, 0), (0.6, 5, 3), (0.55, 100, 55), (0.000001, 1, 1),
    (0.28, 25, 7), (0.56, 25, 14), (0.14, 50, 7),
  ]

  @Test(arguments: minimums)
  func theMinimumIsRoundedUpAndNotPushedUpByBinaryFractions(_ share: Double, _ applicable: Int, _ needed: Int) {
    let definition = ScoringDefinition(rule: WeightedMean(), minimumAnswered: share)
    #expect(definition.answersNeeded(of: applicable) == needed)
  }

  @Test(arguments: [Double.nan, .infinity, -1, 2])
  func aShareThatIsNoneAsksForEverything(_ share: Double) {
    #expect(ScoringDefinition(rule: WeightedMean(), minimumAnswered: share).answersNeeded(of: 4) == 4)
  }

  /// 0.28 · 25 is 7.000000000000001 in binary.
  @Test func sevenOfTwentyFiveAreTwentyEightPerCent() throws {
    let sample = sample(25, minimumAnswered: 0.28)
    #expect(try sample.score([answers("ccccccc")]) == .value(3))
    #expect(try sample.score([answers("cccccc")]) == .undefined(.tooFewAnswered))
  }

  @Test func theMinimumCountsWhatAppliesToThePerson() throws {
    let sample = sample(4, minimumAnswered: 0.5)
    #expect(try sample.score([answers("b---")]) == .undefined(.tooFewAnswered))
    #expect(try sample.score([answers("b-xx")]) == .value(2))
    #expect(try sample.score([answers("bd--")]) == .value(3))
  }

  @Test func thePeopleWithoutAScoreAreLeftOutOfTheMean() throws {
    let result = try sample(2, minimumAnswered: 1).everyone([answers("aa"), answers("ee"), answers("e-")])
    #expect(result.areas[0].score == .value(3))
    #expect(result.areas[0].people == 2)
    #expect(result.respondents == 3)
  }

  @Test func oneReasonSharedByAllIsTheReasonAndSeveralAreSummedUp() throws {
    let sample = sample(2, minimumAnswered: 1)
    #expect(try sample.score([answers("e-"), answers("-e")]) == .undefined(.tooFewAnswered))
    #expect(try sample.score([answers("e-"), answers("--")]) == .undefined(.nobodyScored))
  }

  @Test func anAnswerWithoutAScoreIsAnsweredAndDoesNotCount() throws {
    var sample = sample(2)
    sample.questions[1] = .closed("q-2", scores: [1, nil, 5])
    let result = try sample.everyone([answers("db")])
    #expect(result.areas[0].score == .value(4))
    #expect(result.areas[0].coverage == .value(1))
    #expect(try sample.score([answers("-b")]) == .undefined(.noScores))
  }
}
