import DigitalMaturity
import MaturityScoringRules
import Testing

struct BranchingTests {
  private var sample: ScoringSample {
    var sample = ScoringSample()
    sample.questions = [
      // Stands before the question it hangs on.
      .closed("third", showWhen: .test(.question("second"), .atLeast(3))),
      .closed("first"),
      .closed("second", showWhen: .test(.question("first"), .isOption(["d", "e"]))),
    ]
    return sample
  }

  private func statuses(_ result: GroupResult) -> [AnswerStatus?] {
    result.questions.map { question in AnswerStatus.allCases.first { (question.statuses?[$0] ?? 0) > 0 } }
  }

  @Test func aHiddenAnswerIsNotShownAndNeverScoresWhateverTheFileHolds() throws {
    let result = try sample.everyone([["third": .option("e"), "first": .option("a"), "second": .option("e")]])
    // The second is hidden by the first, and the third by the second, which has an answer in the file.
    #expect(statuses(result) == [.notShown, .answered, .notShown])
    #expect(result.areas[0].score == .value(1))
    #expect(result.areas[0].coverage == .value(1))
    #expect(result.questions[2].options.map(\.count) == [0, 0, 0, 0, 0])
    #expect(result.questions[2].mean.reason?.code == .noneAnswered)
  }

  @Test func aChainOpensLinkByLink() throws {
    let second = try sample.everyone([["third": .option("e"), "first": .option("d"), "second": .option("b")]])
    #expect(statuses(second) == [.notShown, .answered, .answered])
    #expect(second.areas[0].score == .value(3))
    let third = try sample.everyone([["third": .option("e"), "first": .option("d"), "second": .option("c")]])
    #expect(statuses(third) == [.answered, .answered, .answered])
    #expect(third.areas[0].score == .value(4))
  }

  @Test(arguments: [Answer.status(.dontKnow), .status(.notApplicable), .status(.preferNotToSay), .status(.unanswered)])
  func whatIsNotAnAnswerOpensNothingAndIsHiddenToo(_ answer: Answer) throws {
    #expect(try statuses(sample.everyone([["first": answer, "second": .option("e")]]))[2] == .notShown)
    #expect(try statuses(sample.everyone([["first": .option("a"), "second": answer]]))[2] == .notShown)
  }

  @Test func hiddenQuestionsLeaveTheCoverage() throws {
    let result = try sample.everyone([
      ["first": .option("a")],  // the others are hidden
      ["first": .option("e")],  // the second is shown and blank, the third hidden
      ["first": .option("e"), "second": .option("e"), "third": .option("a")],
    ])
    // Shown: 1 + 2 + 3; answered: 1 + 1 + 3.
    #expect(result.areas[0].coverage == .value(5.0 / 6))
    #expect(result.areas[0].statuses?[.notShown] == 3)
  }

  @Test func aPersonToWhomNothingIsShownHasNoScore() throws {
    var sample = ScoringSample()
    sample.areas = [Area(id: "one", name: "One"), Area(id: "two", name: "Two")]
    sample.questions = [
      .closed("gate", areas: ["two": 1]), .closed("q", showWhen: .test(.question("gate"), .isOption(["e"]))),
    ]
    let result = try sample.everyone([["gate": .option("a"), "q": .option("e")]])
    #expect(result.areas[0].score.reason?.code == .noneApplicable)
    #expect(result.areas[0].coverage.reason?.code == .noneApplicable)
    #expect(result.areas[1].score == .value(1))
  }

  @Test func openAnswersHideAndAreHidden() throws {
    var sample = ScoringSample()
    sample.questions = [
      .number("n"), .closed("q", showWhen: .test(.question("n"), .above(3))),
      .number("m", showWhen: .test(.question("q"), .answered(true))),
    ]
    let hidden = try sample.everyone([["n": .number(3), "q": .option("e"), "m": .number(5)]])
    #expect(statuses(hidden) == [.answered, .notShown, .notShown])
    #expect(hidden.questions[2].distribution.isEmpty)
    #expect(hidden.areas[0].score == .value(3))
    let shown = try sample.everyone([["n": .number(3.5), "q": .option("e"), "m": .number(5)]])
    #expect(statuses(shown) == [.answered, .answered, .answered])
    #expect(shown.areas[0].score == .value(4.5))
  }

  /// A comparison looks at the score as it counts: strong agreement with a negative statement is a low score.
  @Test func comparisonsLookAtTheReversedScore() throws {
    var sample = ScoringSample()
    sample.questions = [
      .closed("negative", isReversed: true), .closed("q", showWhen: .test(.question("negative"), .atLeast(4))),
    ]
    #expect(try statuses(sample.everyone([["negative": .option("e"), "q": .option("a")]]))[1] == .notShown)
    #expect(try statuses(sample.everyone([["negative": .option("b"), "q": .option("a")]]))[1] == .answered)
  }
}
