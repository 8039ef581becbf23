@testable import DigitalMaturity
import MaturityQuestionnaires
import Testing

@Suite("Conditions are decided after the questions they look at") struct ShowOrderTests {
  private func order(_ waits: [String: [String]], _ ids: [String]) -> ShowOrder {
    ShowOrder(
      ids.map { id in
        Question(
          id: Identifier(id), kind: "text", text: "T", answers: .open(TextAnswers()),
          showWhen: waits[id].map { .all($0.map { .test(.question(Identifier($0)), .answered(true)) }) })
      })
  }

  @Test func questionsWithoutConditionsAreNotInIt() {
    let order = order([:], ["a", "b"])
    #expect(order.order.isEmpty)
    #expect(order.cyclic.isEmpty)
  }

  @Test func chainsAreDecidedFromTheirStartEvenBackwards() {
    let order = order(["a": ["b"], "b": ["c"]], ["a", "b", "c"])
    #expect(order.order == [1, 0])
    #expect(order.cyclic.isEmpty)
  }

  @Test func aConditionThatTestsNothingIsDecided() {
    #expect(order(["a": [], "b": ["gone"]], ["a", "b"]).order.sorted() == [0, 1])
  }

  @Test func circlesAreFound() {
    #expect(order(["a": ["a"]], ["a"]).cyclic == [0])
    #expect(order(["a": ["b"], "b": ["a"]], ["a", "b"]).cyclic == [0, 1])
    #expect(order(["a": ["b"], "b": ["a"], "c": ["b"], "d": ["c"]], ["a", "b", "c", "d"]).cyclic == [0, 1])
    #expect(order(["a": ["x", "b"], "b": ["a", "a"]], ["x", "a", "b"]).cyclic == [1, 2])
  }

  /// Any order of a random graph without circles puts each question after those it looks at.
  @Test(arguments: 0..<20) func everyQuestionComesAfterItsReferences(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let ids = (0..<30).map { "q\($0)" }
    let rank = Array(0..<30).shuffled(using: &generator)
    var waits: [String: [String]] = [:]
    for index in ids.indices where rank[index] > 0 && Bool.random(using: &generator) {
      let earlier = ids.indices.filter { rank[$0] < rank[index] }
      waits[ids[index]] = (0..<3).compactMap { _ in earlier.randomElement(using: &generator).map { ids[$0] } }
    }
    let order = order(waits, ids)
    #expect(order.cyclic.isEmpty)
    #expect(Set(order.order.map { ids[$0] }) == Set(waits.keys))
    for (position, index) in order.order.enumerated() {
      let before = Set(order.order.prefix(position))
      for reference in waits[ids[index]] ?? [] where waits[reference] != nil {
        #expect(before.contains(ids.firstIndex(of: reference) ?? -1))
      }
    }
  }

  @Test func aLongChainDoesNotOverflow() {
    let ids = (0..<20_000).map { "q\($0)" }
    var waits: [String: [String]] = [:]
    for index in 1..<ids.count { waits[ids[index]] = [ids[index - 1]] }
    #expect(order(waits, ids).order == Array(1..<ids.count))
  }
}
