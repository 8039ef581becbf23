/// A key of a mapping as a reader asks for it.
///
/// A literal, as nearly all are, is compared with the document's bytes where it stands; nothing is copied or counted.
public struct DocumentKey: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  @usableFromInline
  enum Text: Sendable {
    case literal(StaticString)
    case text(String)
  }

  @usableFromInline let text: Text

  /// Makes a key of a literal.
  @inlinable
  public init(stringLiteral value: StaticString) { text = .literal(value) }

  /// Makes a key of any text.
  public init(_ text: String) { self.text = .text(text) }

  /// The key's text.
  public var description: String {
    switch text {
    case .literal(let literal): literal.description
    case .text(let text): text
    }
  }

  /// Lends the key in UTF-8.
  func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    // The pointers are not kept beyond the call.
    switch text {
    case .literal(let literal): return literal.withUTF8Buffer { unsafe body(Span(_unsafeElements: $0)) }
    case .text(var text): return text.withUTF8 { unsafe body(Span(_unsafeElements: $0)) }
    }
  }
}
