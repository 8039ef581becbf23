import DigitalMaturity
import MaturityScoringRules
import Testing

struct RecommendedActionsTests {
  private func action(_ id: String, _ when: Condition?, _ state: Progress.State? = nil) -> Action {
    Action(id: Identifier(id), name: LocalizedText(id), area: "one", when: when, progress: state.map { Progress($0) })
  }

  private func recommended(_ people: Int, _ option: Identifier<AnswerOption>) throws -> [String] {
    var sample = ScoringSample()
    sample.questions = [.closed("q", principles: ["p": 1])]
    sample.principles = [Principle(id: "p", set: "set", name: "P", statement: "P")]
    sample.actions = [
      action("below-three", .test(.area("one"), .below(3))), action("always", nil),
      action("three-or-more", .test(.area("one"), .atLeast(3))),
      action("not-three", .not(.test(.area("one"), .atLeast(3)))),
      action("principle", .test(.principle("p"), .atMost(2))),
      // What is over is recommended no more, what goes on still is.
      action("done", nil, .done), action("stopped", nil, .stopped),
      action("pilot", .test(.area("one"), .below(3)), .pilot),
    ]
    let scorecard = try sample.scorecard((0..<people).map { _ in (["q": .option(option)], [:]) }).published()
    return try sample.assessment().recommendedActions(for: scorecard).map(\.id.rawValue)
  }

  @Test func actionsWhoseConditionHoldsComeInTheAssessmentsOrder() throws {
    #expect(try recommended(12, "b") == ["below-three", "always", "not-three", "principle", "pilot"])
    #expect(try recommended(12, "c") == ["always", "three-or-more"])
  }

  /// Nothing is compared with a withheld score: no action gives away on which side of 3 nine people are.
  @Test func aWithheldScoreMakesNoComparisonTrue() throws {
    #expect(try recommended(9, "b") == ["always", "not-three"])
    #expect(try recommended(9, "e") == ["always", "not-three"])
  }
}
