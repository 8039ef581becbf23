/// One problem with an input: what it is, where it is, and how to mend it.
public struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
  /// How much a problem matters.
  public enum Severity: String, Sendable, Hashable {
    /// The input cannot be used.
    case error
    /// The input can be used; the author probably wants to know.
    case warning
  }

  /// What kind of problem it is: stable, for programs to match. An open set; modules add their own.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The code as printed, such as `unknown-key`.
    public let rawValue: String
    /// Makes a code.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// The kind of problem.
  public var code: Code
  /// How much it matters.
  public var severity: Severity
  /// What is wrong and what mends it: one sentence without a full stop.
  public var message: String
  /// The place in a file, when the input came from one.
  public var location: SourceLocation?
  /// The place in the model, when a check of the model found the problem.
  public var path: ModelPath?

  /// Makes a diagnostic.
  public init(
    _ code: Code, severity: Severity = .error, _ message: String, at location: SourceLocation? = nil,
    path: ModelPath? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.path = path
  }

  /// `file:line:column: error: sentence [code]`, or with the model's path where there is no file.
  public var description: String {
    let place = location?.description ?? path.map(\.description) ?? ""
    let start = place.isEmpty ? "" : "\(place): "
    return "\(start)\(severity.rawValue): \(message) [\(code.rawValue)]"
  }
}

extension Diagnostic.Code {
  /// The text is not valid YAML or JSON.
  public static let syntax = Self(rawValue: "syntax")
  /// The bytes are not valid text in an encoding that is read.
  public static let encoding = Self(rawValue: "encoding")
  /// The file has no content.
  public static let emptyDocument = Self(rawValue: "empty-document")
  /// The file holds more than one document.
  public static let severalDocuments = Self(rawValue: "several-documents")
  /// A limit on size, depth or count was passed.
  public static let limit = Self(rawValue: "limit")
  /// A part of the format that is not read here, such as a tag of YAML's.
  public static let unsupported = Self(rawValue: "unsupported")
  /// The same key stands twice in one mapping.
  public static let repeatedKey = Self(rawValue: "repeated-key")
  /// A key that nothing reads.
  public static let unknownKey = Self(rawValue: "unknown-key")
  /// A key that must be there is not.
  public static let missingKey = Self(rawValue: "missing-key")
  /// A value of another type than the key needs.
  public static let wrongType = Self(rawValue: "wrong-type")
  /// A value outside what the key allows.
  public static let invalidValue = Self(rawValue: "invalid-value")
  /// A file that cannot be found or read.
  public static let unreadableFile = Self(rawValue: "unreadable-file")
  /// An include that leaves the folder, goes in a circle or is written wrongly.
  public static let include = Self(rawValue: "include")
}
