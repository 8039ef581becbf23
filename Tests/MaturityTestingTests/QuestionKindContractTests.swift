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

  /// Several options, with a mistake of a test's choice.
  private struct Options: OptionAnswerKind {
    var options = ["a", "b", "c"].map { AnswerOption(id: Identifier($0), label: LocalizedText($0), score: nil) }
    var isRanked = false
    var most = 3
    var exclusive: Int?
    var expectation: String { "options" }
    var takesAnything = false
    var forgets = false

    func encode(_ cell: Span<UInt8>) -> OpenAnswer? { cell.count == 1 ? encode([0, 1]) : nil }
    func encode(_ options: [Int]) -> OpenAnswer? {
      if takesAnything { return .word(1) }
      guard !options.isEmpty, options.allSatisfy(self.options.indices.contains) else { return nil }
      if isRanked, Set(options).count < options.count { return nil }
      return .word(
        options.enumerated().reduce(0) { $0 | UInt64(isRanked ? $1.offset + 1 : 1) << UInt64(4 * $1.element) })
    }
    func place(of option: Int, in answer: UInt64) -> Int? {
      let place = Int(answer >> UInt64(4 * option) & 15)
      return place == 0 || forgets && option == 1 ? nil : place
    }
    func score(_ answer: OpenAnswer) -> Double? { nil }
  }

  private enum Several: QuestionKind {
    static let name = "several"
    static let summary = "Several."
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? { .open(Options()) }
  }

  private enum Unruly: QuestionKind {
    static let name = "unruly"
    static let summary = "Takes any positions."
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
      .open(Options(isRanked: true, takesAnything: true))
    }
  }

  private enum Forgetful: QuestionKind {
    static let name = "forgetful"
    static let summary = "Loses an option."
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
      .open(Options(forgets: true))
    }
  }

  private enum Generous: QuestionKind {
    static let name = "generous"
    static let summary = "Lets “none” go with others, and more be named than may."
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
      .open(Options(most: 1, exclusive: 0))
    }
  }

  private enum Unbounded: QuestionKind {
    static let name = "unbounded"
    static let summary = "Accepts numbers beyond its bounds."
    static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? { .open(Bounded()) }
  }

  private struct Bounded: NumberAnswerKind {
    var least: Double? { 10 }
    var greatest: Double? { 20 }
    var expectation: String { "" }
    func mismatch(of cell: Span<UInt8>) -> String { "" }
    func encode(_ cell: Span<UInt8>) -> OpenAnswer? { cell.isEmpty ? nil : .number(5) }
    func score(_ answer: OpenAnswer) -> Double? { nil }
  }

  @Test func kindsMadeOfOptionsOrNumbersPromiseMore() {
    #expect(QuestionKindContract.violations(of: Several.self, question: "{}", cells: ["x"]) == [])
    expect(Unruly.self, "the positions [] are an answer, and they are none")
    expect(Unruly.self, "an option can be ranked twice")
    expect(Forgetful.self, "names 0 options, and 1 to 3 may be named")
    expect(Forgetful.self, "is another answer when its options are named by their positions")
    expect(Generous.self, "names 2 options, and 1 to 1 may be named")
    expect(Generous.self, "names other options with the one that goes with none")
    expect(Unbounded.self, "the cell “5” lies outside the bounds")
    expect(Unbounded.self, "the kind does not say what belongs in a cell")
    expect(Unbounded.self, "nothing is said of the cell “”, which is not understood")
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
