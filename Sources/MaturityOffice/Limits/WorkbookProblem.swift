/// Something wrong with a workbook: what, where, and how to mend it.
///
/// Thrown, it ended the reading: nothing after its place can be read. In ``SheetRow/problems`` it did not, and the
/// message says what became of the cell.
public struct WorkbookProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of a problem. The set is open: later versions may add codes.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The code as text, such as `encrypted`.
    public let rawValue: String

    /// Makes a code from its text.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// There is no such file, or it cannot be read.
    public static let unreadable = Code(rawValue: "unreadable")
    /// The file is no .xlsx workbook.
    public static let notAWorkbook = Code(rawValue: "not-a-workbook")
    /// The workbook is protected with a password.
    public static let encrypted = Code(rawValue: "encrypted")
    /// The file ends too early, or its parts do not fit together.
    public static let damaged = Code(rawValue: "damaged")
    /// A limit of ``WorkbookLimits`` was passed.
    public static let limit = Code(rawValue: "limit")
    /// The file uses a part of the format that is not read here.
    public static let unsupported = Code(rawValue: "unsupported")
    /// A part of the workbook is not well-formed XML.
    public static let badXML = Code(rawValue: "bad-xml")
    /// A part of the workbook declares a document type or entities.
    public static let documentType = Code(rawValue: "document-type")
    /// No sheet has the name asked for, or there is none at all.
    public static let noSuchSheet = Code(rawValue: "no-such-sheet")
    /// A cell or row says that it stands where it cannot stand.
    public static let badReference = Code(rawValue: "bad-reference")
    /// A cell refers to a text that the workbook does not hold.
    public static let noSuchText = Code(rawValue: "no-such-text")
    /// A cell that should hold a number holds something else.
    public static let badNumber = Code(rawValue: "bad-number")
    /// A cell is of a kind that is not known.
    public static let unknownKind = Code(rawValue: "unknown-kind")
    /// A formula was saved without its result.
    public static let noResult = Code(rawValue: "no-result")
    /// A cell that is written does not fit into a sheet.
    public static let doesNotFit = Code(rawValue: "does-not-fit")
  }

  /// The kind of the problem.
  public let code: Code

  /// The sheet's name, where the problem is in one.
  public let sheet: String?

  /// The 1-based row in the sheet, where the problem has one.
  public let row: Int?

  /// The 1-based column in the sheet, where the problem is about a cell.
  public let column: Int?

  /// What is wrong and how to mend it, in plain sentences.
  public let message: String

  /// Makes a problem.
  public init(code: Code, sheet: String? = nil, row: Int? = nil, column: Int? = nil, message: String) {
    self.code = code
    self.sheet = sheet
    self.row = row
    self.column = column
    self.message = message
  }

  /// The place, where there is one, and the message.
  public var description: String {
    var place = sheet.map { "sheet “\($0)”" } ?? ""
    if let row {
      if !place.isEmpty { place += ", " }
      place += column.map { "cell \(CellReference(column: $0, row: row))" } ?? "row \(row)"
    }
    return place.isEmpty ? message : "\(place): \(message)"
  }

  /// The same problem, with the sheet and the row where it was met unless it has a place already.
  func at(sheet: String, row: Int?) -> WorkbookProblem {
    self.sheet == nil
      ? WorkbookProblem(code: code, sheet: sheet, row: row, column: nil, message: message) : self
  }
}
