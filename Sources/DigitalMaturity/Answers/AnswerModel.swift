/// What can be answered to a question, and what each answer scores.
public enum AnswerModel: Sendable {
  /// One of a list of options: at most ``AnswerCode/maximumOptions``.
  case closed([AnswerOption])
  /// Anything a kind can read: a number, several choices, text.
  case open(any OpenAnswerKind)

  /// The options of a closed question; empty for an open one.
  public var options: [AnswerOption] {
    switch self {
    case .closed(let options): options
    case .open: []
    }
  }

  /// The lowest and highest score an answer can have; nil when answers have none.
  public var range: ClosedRange<Double>? {
    switch self {
    case .closed(let options):
      var range: ClosedRange<Double>?
      for option in options {
        guard let score = option.score, score.isFinite else { continue }
        range = min(range?.lowerBound ?? score, score)...max(range?.upperBound ?? score, score)
      }
      return range
    case .open(let kind): return kind.range
    }
  }
}

/// One option of a closed question.
public struct AnswerOption: Sendable, Hashable {
  /// Its id, unique in the question: what a response file holds.
  public var id: Identifier<AnswerOption>
  /// What the person reads.
  public var label: LocalizedText
  /// Its score on the assessment's scale; nil for an option that has none.
  public var score: Double?

  /// Makes an option.
  public init(id: Identifier<AnswerOption>, label: LocalizedText, score: Double?) {
    self.id = id
    self.label = label
    self.score = score
  }
}

/// The value of an answer to an open question.
public enum OpenAnswer: Sendable, Hashable {
  /// A finite number.
  case number(Double)
  /// Several choices or a ranking, packed.
  case word(UInt64)
  /// Text.
  case text(String)
}

/// How answers to an open question are read and scored.
public protocol OpenAnswerKind: Sendable {
  /// The answer that a cell means, or nil when it is not understood. Called once a cell, never for a blank one.
  func encode(_ cell: Span<UInt8>) -> OpenAnswer?
  /// An answer's score on the assessment's scale; nil when it has none.
  func score(_ answer: OpenAnswer) -> Double?
  /// The lowest and highest score; nil when answers are not scored. Default: nil.
  var range: ClosedRange<Double>? { get }
  /// What belongs in the cell, for messages: “a number from 0 to 100”.
  var expectation: String { get }
  /// What is wrong with the kind's own settings, a sentence each, for questions built in Swift; a document's are checked
  /// when they are read. Default: nothing.
  var problems: [String] { get }
}

extension OpenAnswerKind {
  /// Not scored.
  public var range: ClosedRange<Double>? { nil }
  /// Nothing.
  public var problems: [String] { [] }
}
