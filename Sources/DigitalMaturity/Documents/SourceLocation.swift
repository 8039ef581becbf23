/// A place in a source file.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
  /// The file's name as the reader was given it, relative to the assessment's folder.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in characters (Unicode scalars), from 1.
  public var column: Int

  /// Makes a place.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}
