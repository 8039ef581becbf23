import DigitalMaturity
import Testing

@Suite struct ScoringContextTests {
  private let items = [
    ScoringItem(id: "a", minimum: 1, maximum: 5, options: ["no", "yes"]),
    ScoringItem(id: "b", weight: 2, minimum: 1, maximum: 5), ScoringItem(id: "c", minimum: 0, maximum: 1),
  ]

  private func context(_ answers: [ItemAnswer], count: Int? = nil) -> ScoringContext {
    ScoringContext(unit: .respondent, levels: [], items: items, itemCount: count, answers: answers)
  }

  @Test func missingAnswersAreUnansweredAndSurplusOnesPassedOver() {
    #expect(context([]).answers == Array(repeating: ItemAnswer(.unanswered), count: 3))
    #expect(context(Array(repeating: ItemAnswer(score: 1), count: 9)).answers.count == 3)
  }

  @Test(arguments: [(nil, 3), (2, 2), (0, 0), (-4, 0), (99, 3)] as [(Int?, Int)])
  func ownItemsAreCountedWithinTheItems(_ given: Int?, _ expected: Int) {
    #expect(context([], count: given).itemCount == expected)
  }

  @Test func scoredAreTheOwnItemsWithAScoreInOrder() {
    let context = context(
      [ItemAnswer(status: .dontKnow, score: 1), ItemAnswer(.notApplicable), ItemAnswer(score: 0.5)], count: 3)
    #expect(context.scored.map(\.item.id) == ["a", "c"])
    #expect(context.scored.map(\.score) == [1, 0.5])
    let fewer = self.context([ItemAnswer(score: 2), ItemAnswer(score: 3), ItemAnswer(score: 1)], count: 2)
    #expect(fewer.scored.map(\.score) == [2, 3], "references are not scored")
  }

  @Test func whatIsKnownOfAQuestion() {
    let context = context([
      ItemAnswer(score: 5, option: 1), ItemAnswer(status: .unanswered, score: 1), ItemAnswer(score: 0, option: 7),
    ])
    #expect(context.known(.question("a")) == Condition.Known(options: ["yes"], score: 5, isAnswered: true))
    #expect(context.known(.question("b")) == .nothing, "an imputed answer is not answered")
    #expect(context.known(.question("c")) == Condition.Known(score: 0, isAnswered: true))
    #expect(context.known(.question("d")) == .nothing)
    #expect(context.known(.area("a")) == .nothing)
  }

  @Test func weightsAreWholeMillionths() {
    #expect(ScoringItem(id: "x", weight: 0.1, minimum: 0, maximum: 1).millionths == 100_000)
    #expect(ScoringItem(id: "x", weight: 0.000_001, minimum: 0, maximum: 1).millionths == 1)
    // 0.29 · 1,000,000 is a little below 290,000 in binary.
    #expect(ScoringItem(id: "x", weight: 0.29, minimum: 0, maximum: 1).millionths == 290_000)
  }
}
