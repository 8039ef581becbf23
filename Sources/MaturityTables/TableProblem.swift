/// Something wrong in a table that does not end the reading: the cell is kept, as the message says.
public struct TableProblem: Sendable, Hashable, CustomStringConvertible {
  /// The kind of a problem. The set is open: later versions may add codes.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The code as text, such as `text-after-quote`.
    public let rawValue: String

    /// Makes a code from its text.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// Text stands between a closing quotation mark and the next comma or line end.
    public static let textAfterQuote = Code(rawValue: "text-after-quote")
    /// A cell holds a byte of value 0; it is left out of the cell.
    public static let nulByte = Code(rawValue: "nul-byte")
    /// A cell is not valid UTF-8.
    public static let invalidUTF8 = Code(rawValue: "invalid-utf-8")
    /// A line of JSON Lines is no JSON object; it is left out.
    public static let badJSON = Code(rawValue: "bad-json")
    /// A key stands twice in a line of JSON Lines; the first counts.
    public static let repeatedKey = Code(rawValue: "repeated-key")
    /// A list or an object stands in a line of JSON Lines where text or a number belongs.
    public static let nestedValue = Code(rawValue: "nested-value")
  }

  /// The kind of the problem.
  public let code: Code

  /// The 0-based number of the record (the header is record 0).
  public let record: Int

  /// The 1-based line of the file where the cell starts.
  public let line: Int

  /// The 1-based number of the cell in its record; in JSON Lines, of the byte in its line.
  public let column: Int

  /// What is wrong and how to mend it, in plain sentences.
  public let message: String

  /// Makes a problem.
  public init(code: Code, record: Int, line: Int, column: Int, message: String) {
    self.code = code
    self.record = record
    self.line = line
    self.column = column
    self.message = message
  }

  /// The place and the message.
  public var description: String {
    "line \(line), column \(column): \(message)"
  }
}

extension TableProblem {
  // The messages are literals, so that a file full of problems costs no text per problem.

  static func textAfterQuote(record: Int, line: Int, column: Int) -> TableProblem {
    TableProblem(
      code: .textAfterQuote, record: record, line: line, column: column,
      message: """
        Text follows the closing quotation mark of this cell and was kept as part of it. \
        Write a quotation mark inside a quoted cell twice, or put a comma after the closing one.
        """)
  }

  static func nulByte(record: Int, line: Int, column: Int) -> TableProblem {
    TableProblem(
      code: .nulByte, record: record, line: line, column: column,
      message: """
        This cell holds a NUL byte, which is no part of any text; the rest of the cell is read without it. \
        Export the file again, in UTF-8.
        """)
  }

  static func invalidUTF8(record: Int, line: Int, column: Int) -> TableProblem {
    TableProblem(
      code: .invalidUTF8, record: record, line: line, column: column,
      message: """
        This cell is not valid UTF-8, so some of its letters cannot be shown. \
        Save the file again as CSV in UTF-8.
        """)
  }
}
