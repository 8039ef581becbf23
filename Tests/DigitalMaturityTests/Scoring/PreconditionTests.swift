import DigitalMaturity
import Testing

/// What a caller must not do, and is told at once.
struct PreconditionTests {
  @Test func aTallyOfAnotherScorerStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var sample = ScoringSample()
      sample.questions = [.closed("q")]
      let scorer = try sample.scorer()
      sample.questions.append(.closed("r"))
      var tally = try sample.scorer().makeTally()
      scorer.tally(AnswerSheet(questions: 1, attributes: 0), into: &tally)
    }
  }

  @Test func aSheetWithOtherColumnsStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var sample = ScoringSample()
      sample.questions = [.closed("q")]
      let scorer = try sample.scorer()
      var tally = scorer.makeTally()
      scorer.tally(AnswerSheet(questions: 2, attributes: 0), into: &tally)
    }
  }

  /// The two above fail for their reason, not because the sample does.
  @Test func theSameWithoutTheMistakeGoesThrough() async {
    await #expect(processExitsWith: .success) {
      var sample = ScoringSample()
      sample.questions = [.closed("q")]
      let scorer = try sample.scorer()
      var tally = try sample.scorer().makeTally()
      scorer.tally(AnswerSheet(questions: 1, attributes: 0), into: &tally)
    }
  }
}
