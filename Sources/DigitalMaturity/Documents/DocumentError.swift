/// Everything that is wrong with an input, all at once.
public struct DocumentError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The problems, in the order of their places; at least one is an error.
  public let diagnostics: [Diagnostic]

  /// Makes an error of problems.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Makes an error of one problem.
  public init(_ diagnostic: Diagnostic) { self.diagnostics = [diagnostic] }

  /// The problems, a line each.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// Collects problems while an input is read, so that one run reports them all.
///
/// A reference, because readers nest: every part of a document reports into the same log.
public final class DiagnosticLog {
  /// The problems so far, in the order they were found.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Makes an empty log.
  public init() {}

  /// Notes a problem.
  public func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Notes an error.
  public func error(
    _ code: Diagnostic.Code, _ message: String, at location: SourceLocation? = nil, path: ModelPath? = nil
  ) {
    add(Diagnostic(code, message, at: location, path: path))
  }

  /// Notes a warning.
  public func warning(
    _ code: Diagnostic.Code, _ message: String, at location: SourceLocation? = nil, path: ModelPath? = nil
  ) {
    add(Diagnostic(code, severity: .warning, message, at: location, path: path))
  }

  /// Takes problems out.
  func remove(where isUnwanted: (Diagnostic) -> Bool) { diagnostics.removeAll(where: isUnwanted) }

  /// Whether any problem is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The problems by file (in order of first mention), line and column; those without a place come last.
  public var sorted: [Diagnostic] { sorted(files: []) }

  /// The problems by file (in the order given, then of first mention), line and column. In the order of a document's
  /// files a problem stands before those that follow from it: what is defined comes before what refers to it.
  func sorted(files: [String]) -> [Diagnostic] {
    var fileOrder = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for diagnostic in diagnostics {
      guard let file = diagnostic.location?.file, fileOrder[file] == nil else { continue }
      fileOrder[file] = fileOrder.count
    }
    func place(_ entry: (offset: Int, element: Diagnostic)) -> (Int, Int, Int, Int) {
      guard let location = entry.element.location else { return (.max, 0, 0, entry.offset) }
      return (fileOrder[location.file] ?? .max, location.line, location.column, entry.offset)
    }
    return diagnostics.enumerated().sorted { place($0) < place($1) }.map(\.element)
  }

  /// Throws all problems if any of them is an error.
  public func throwIfErrors() throws(DocumentError) { try throwIfErrors(files: []) }

  func throwIfErrors(files: [String]) throws(DocumentError) {
    if hasErrors { throw DocumentError(sorted(files: files)) }
  }
}
