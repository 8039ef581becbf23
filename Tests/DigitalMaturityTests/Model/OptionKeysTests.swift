import DigitalMaturity
import Testing

struct OptionKeysTests {
  private func question(_ options: [(id: String, label: String)]) -> Question {
    Question(
      id: "q", kind: "choice", text: "?",
      answers: .closed(
        options.map { AnswerOption(id: Identifier($0.id), label: LocalizedText($0.label), score: nil) }))
  }

  @Test func optionsAreLetteredInTheirOrder() {
    #expect(question([("low", "Low"), ("middle", "Middle"), ("high", "High")]).optionKeys == ["A", "B", "C"])
    #expect(question([("a", "Low"), ("b", "High")]).optionKeys == ["A", "B"])
    #expect(question([]).optionKeys == [])
  }

  @Test(arguments: [(0, "A"), (4, "E"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (249, "IP")])
  func lettersGoOnAfterZ(_ index: Int, _ letter: String) {
    #expect(question((0..<250).map { ("o-\($0)", "Option \($0)") }).optionKeys[index] == letter)
  }

  @Test(arguments: [
    [("b", "Low"), ("a", "High")], [("low", "B"), ("high", "A")], [("x", "High"), ("y", "Low"), ("z", "a")],
  ]) func aLetterThatIsAnotherOptionsNameIsNoKey(_ options: [(String, String)]) {
    let question = question(options.map { (id: $0.0, label: $0.1) })
    #expect(question.optionKeys == options.map(\.0))
  }

  @Test("what a person chooses instead of an answer has the next letters, or its name") func statuses() {
    var closed = question([("low", "Low"), ("high", "High")])
    closed.allowed = [.dontKnow, .notApplicable]
    #expect(closed.statusKeys.map(\.status) == [.notApplicable, .dontKnow])
    #expect(closed.statusKeys.map(\.key) == ["C", "D"])
    // A letter that is how an option is spelled would be read as that.
    var spelled = question([("low", "D"), ("high", "High")])
    spelled.allowed = [.dontKnow, .notApplicable]
    #expect(spelled.statusKeys.map(\.key) == ["not-applicable", "dont-know"])
    #expect(question([("low", "Low")]).statusKeys.isEmpty)
  }
}
