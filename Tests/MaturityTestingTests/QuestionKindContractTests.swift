import DigitalMaturity
import MaturityQuestionnaires
import MaturityTesting
import Testing

/// An open kind that says what a test wants it to say.
private struct Answers: OpenAnswerKind {
  var number: Double?
  var range: ClosedRange<Double>?
  var expectation: String { "anything" }
  func encode(_ cell: Span<UInt8>) -> OpenAnswer? { number.map { .number($0) } }
  func score(_ answer: OpenAnswer) -> Double? { number }
}

@Suite("The contract of question kinds catches kinds that break it") struct QuestionKindContractTests {
  private struct Silent: QuestionKind {
    static let name = "Silent Kind"
    static let summary = ""
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? { nil }
  }

  private struct Twins: QuestionKind {
    static let name = "twins"
    static let summary = "Two of the same."
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
      .closed([AnswerOption(id: "a", label: "A", score: .infinity), AnswerOption(id: "a", label: "B", score: 1)])
    }
  }

  private struct Careless: QuestionKind {
    static let name = "careless"
    static let summary = "Takes any key."
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
      question.acceptAllKeys()
      return .closed([])
    }
  }

  private struct Many: QuestionKind {
    static let name = "many"
    static let summary = "Too many."
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
      .closed((0..<251).map { AnswerOption(id: Identifier("o\($0)"), label: "X", score: nil) })
    }
  }

  private struct OutOfRange: QuestionKind {
    static let name = "out-of-range"
    static let summary = "Scores beyond its range."
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
      .open(Answers(number: 6, range: 1...5))
    }
  }

  private struct Undeclared: QuestionKind {
    static let name = "undeclared"
    static let summary = "Scores without a range."
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
      .open(Answers(number: 6, range: nil))
    }
  }

  private struct Deaf: QuestionKind {
    static let name = "deaf"
    static let summary = "Understands no cell."
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? { .open(Answers()) }
  }

  private func expect<Kind: QuestionKind>(
    _ kind: Kind.Type, _ words: String, question: String = "{}",
    _ sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let violations = QuestionKindContract.violations(of: kind, question: question, cells: ["5"])
    #expect(violations.contains { $0.contains(words) }, "\(violations)", sourceLocation: sourceLocation)
  }

  @Test func eachBrokenPromiseIsASentence() {
    expect(Silent.self, "the name “Silent Kind” is not small letters, digits and hyphens")
    expect(Silent.self, "the kind does not say what it asks; write a summary")
    expect(Silent.self, "the question cannot be read")
    expect(Twins.self, "two options have the same id")
    expect(Twins.self, "the option “a” scores inf")
    expect(Careless.self, "a closed question has no options")
    expect(Careless.self, "a misspelt key goes unreported")
    expect(Many.self, "there are over 250 options")
    expect(OutOfRange.self, "scores 6.0, outside the declared range")
    expect(Undeclared.self, "scores 6.0, outside the declared range")
    expect(Deaf.self, "the cell “5” is not understood")
    expect(TextKind.self, "the question cannot be read", question: "[]")
    expect(TextKind.self, "the question cannot be read", question: "{")
    expect(TextKind.self, "a valid question has a problem", question: #"{"options": []}"#)
  }

  @Test func aGoodKindHasNone() {
    #expect(QuestionKindContract.violations(of: TextKind.self, question: "{}", cells: ["x"]) == [])
  }
}
