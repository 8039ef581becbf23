/// The id of a thing in an assessment, typed by what it names, so that an area's id is never taken for a question's.
///
/// A valid id is a slug: lower-case letters a to z, digits and hyphens between them. Any text can be held, so
/// that a wrong one can be reported with everything else that is wrong; an ``Assessment`` holds valid ids only.
public struct Identifier<Named>: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The id as text.
  public let rawValue: String

  /// Makes an id of any text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes an id of any text.
  public init(_ text: String) { self.rawValue = text }

  /// Makes an id of a literal.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// The id as text.
  public var description: String { rawValue }

  /// Whether the id is a slug of at most 100 characters.
  public var isValid: Bool {
    guard (1...100).contains(rawValue.utf8.count) else { return false }
    let hyphen = UInt8(ascii: "-")
    var (last, isFirst) = (hyphen, true)
    for byte in rawValue.utf8 {
      guard byte == hyphen || byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 else { return false }
      if isFirst, byte == hyphen { return false }
      (last, isFirst) = (byte, false)
    }
    return last != hyphen
  }
}
