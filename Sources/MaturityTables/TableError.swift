/// What ended the reading of a table.
///
/// An error with a place comes after all records before that place; nothing after it can be read.
public struct TableError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of an error. The set is open: later versions may add codes.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The code as text, such as `not-found`.
    public let rawValue: String

    /// Makes a code from its text.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// There is no such file.
    public static let notFound = Code(rawValue: "not-found")
    /// The file exists, but it could not be opened or read.
    public static let unreadable = Code(rawValue: "unreadable")
    /// The bytes are UTF-16 text.
    public static let utf16 = Code(rawValue: "utf-16")
    /// The bytes are a workbook of a spreadsheet, or another zip archive.
    public static let workbook = Code(rawValue: "workbook")
    /// A quoted cell has no closing quotation mark before the end of the file, or only on a later line, in front of more text.
    public static let unterminatedQuote = Code(rawValue: "unterminated-quote")
    /// A cell is over ``TableLimits/bytesPerCell``.
    public static let cellTooLarge = Code(rawValue: "cell-too-large")
    /// A record is over ``TableLimits/bytesPerRecord``.
    public static let recordTooLarge = Code(rawValue: "record-too-large")
    /// A record has more cells than ``TableLimits/columns``.
    public static let tooManyColumns = Code(rawValue: "too-many-columns")
    /// A file is over the most bytes that are read at once.
    public static let tableTooLarge = Code(rawValue: "table-too-large")
  }

  /// The kind of the error.
  public let code: Code

  /// The 0-based number of the record (the header is record 0), where the error has a place.
  public let record: Int?

  /// The 1-based line of the file where the cell or record starts, where the error has a place.
  public let line: Int?

  /// The 1-based number of the cell in its record, where the error is about a cell.
  public let column: Int?

  /// What is wrong and how to mend it, in plain sentences.
  public let message: String

  /// Makes an error.
  public init(code: Code, record: Int? = nil, line: Int? = nil, column: Int? = nil, message: String) {
    self.code = code
    self.record = record
    self.line = line
    self.column = column
    self.message = message
  }

  /// The place, where there is one, and the message.
  public var description: String {
    switch (line, column) {
    case (let line?, let column?): "line \(line), column \(column): \(message)"
    case (let line?, nil): "line \(line): \(message)"
    default: message
    }
  }
}
