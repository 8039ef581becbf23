import DigitalMaturity
import MaturityYAML
import Testing

@testable import MaturityQuestionnaires

@Suite("Words of question kinds") struct KindWordsTests {
  private static func options(_ count: Int) -> [AnswerOption] {
    (1...count).map { AnswerOption(id: Identifier("o\($0)"), label: LocalizedText("Option \($0)"), score: nil) }
  }

  private func catalogue() throws -> MessageCatalogue {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addQuestionnaires()
    let phrases = KindMessage.allCases.map { message in
      let named = ["low", "high", "most"].filter { message.rawValue.contains("{\($0)}") }.map { "{\($0)}" }
      return "\(message.key): \"<\(message.key)> \(named.joined(separator: " "))\""
    }
    let text =
      "format: 1\nlanguage: xx\nstatus: reviewed\ndecimal-separator: \",\"\nkinds:\n  \(phrases.joined(separator: "\n  "))\n"
    return try vocabulary.readCatalogue(from: MemorySource(texts: ["xx.yaml": text]), path: "xx.yaml")
  }

  /// What every kind says in English stands in its own tests; here each phrase is the one of its case.
  @Test func everyExpectationIsInTheWordsOfTheCatalogue() throws {
    let words = try catalogue()
    let kinds: [(any OpenAnswerKind, String)] = [
      (TextAnswers(), "<text> "), (NumberAnswers(), "<number> "),
      (NumberAnswers(minimum: 0.5, maximum: 2), "<number-between> 0,5 2"),
      (NumberAnswers(minimum: 1), "<number-at-least> 1"), (NumberAnswers(maximum: 9), "<number-at-most> 9"),
      (NumberAnswers.percentage(), "<percentage-between> 0 100"),
      (NumberAnswers(unit: "%"), "<percentage> "), (NumberAnswers(minimum: 5, unit: "%"), "<percentage-at-least> 5"),
      (NumberAnswers(maximum: 5, unit: "%"), "<percentage-at-most> 5"),
      (ChoicesAnswers(options: Self.options(3)), "<some-options> "),
      (ChoicesAnswers(options: Self.options(3), atMost: 2), "<options-at-most> 2"),
      (RankingAnswers(options: Self.options(3)), "<options-in-order> "),
      (RankingAnswers(options: Self.options(3), atMost: 2), "<first-in-order> 2"),
    ]
    for (kind, expected) in kinds {
      #expect(kind.expectation(in: words) == expected)
      #expect(kind.expectation(in: .english) == kind.expectation)
    }
    #expect(kinds.count == KindMessage.allCases.count)
  }

  /// A kind of somebody else says the same in every language.
  @Test func aKindWithoutWordsSaysItsOwn() throws {
    struct Other: OpenAnswerKind {
      var expectation: String { "anything" }
      func encode(_ cell: Span<UInt8>) -> OpenAnswer? { nil }
      func score(_ answer: OpenAnswer) -> Double? { nil }
    }
    #expect(Other().expectation(in: try catalogue()) == "anything")
  }
}
