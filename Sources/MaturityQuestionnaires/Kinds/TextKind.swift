public import DigitalMaturity

/// Free text. It has no score.
public struct TextKind: QuestionKind {
  /// `text`.
  public static let name = "text"
  /// What is asked and answered.
  public static let summary = "Write in your own words; the answer has no score."

  /// Reads nothing: a text question has no keys of its own.
  public static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
    .open(TextAnswers())
  }
}

/// How free text is read.
public struct TextAnswers: OpenAnswerKind {
  /// Makes the answers of a text question.
  public init() {}

  /// Text.
  public var expectation: String { expectation(in: .english) }

  /// Text, in the words of a language.
  public func expectation(in words: MessageCatalogue) -> String { words.text(KindMessage.text) }

  /// The text, invalid UTF-8 repaired.
  public func encode(_ cell: Span<UInt8>) -> OpenAnswer? {
    .text(String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self))
  }

  /// No score.
  public func score(_ answer: OpenAnswer) -> Double? { nil }
}
