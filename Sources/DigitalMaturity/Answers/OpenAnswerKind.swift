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
///
/// What more an answer has to it is said by a refinement: ``NumberAnswerKind``, ``OptionAnswerKind``.
public protocol OpenAnswerKind: Sendable {
  /// The answer that a cell means, or nil when it is not understood. Called once a cell, never for a blank one.
  func encode(_ cell: Span<UInt8>) -> OpenAnswer?
  /// What is said of a cell that is not understood, after its text and its column: “is not a number; it counts as
  /// blank”. Default: that it is not what ``expectation`` says.
  func mismatch(of cell: Span<UInt8>) -> String
  /// An answer's score on the assessment's scale; nil when it has none.
  func score(_ answer: OpenAnswer) -> Double?
  /// The lowest and highest score; nil when answers are not scored. Default: nil.
  var range: ClosedRange<Double>? { get }
  /// The scores that an answer can have, in any order, where they are a few, as those of bands are: the points of its scale.
  /// Default: empty.
  var points: [Double] { get }
  /// How a score follows from an answer, in a sentence for explanations. Default: empty.
  var method: String { get }
  /// What belongs in the cell, for messages: “a number from 0 to 100”.
  var expectation: String { get }
  /// The same in the words of a language, for forms and interviews. Default: ``expectation``.
  func expectation(in words: MessageCatalogue) -> String
  /// What is wrong with the kind's own settings, a sentence each, for questions built in Swift; a document's are checked
  /// when they are read. Default: nothing.
  var problems: [String] { get }
}

extension OpenAnswerKind {
  /// That it is not what ``expectation`` says.
  public func mismatch(of cell: Span<UInt8>) -> String { "is not \(expectation); it counts as blank" }
  /// What belongs in the cell, in English.
  public func expectation(in words: MessageCatalogue) -> String { expectation }
  /// Not scored.
  public var range: ClosedRange<Double>? { nil }
  /// None that are known.
  public var points: [Double] { [] }
  /// Empty.
  public var method: String { "" }
  /// Nothing.
  public var problems: [String] { [] }
}
