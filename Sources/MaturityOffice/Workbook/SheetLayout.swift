/// A sheet to be written: its name, what stands above its table, and the table's columns.
public struct SheetLayout: Sendable, Hashable {
  /// The name on the tab. It is changed where a workbook cannot have it: at most 31 UTF-16 units, none of
  /// `[ ] : * ? / \`, no apostrophe at either end, not `History`, and no name twice.
  public var name: String
  /// What the sheet is about, in the first row; no such row if it is nil.
  public var title: String?
  /// Sentences under the title, a row each.
  public var notes: [String]
  /// The columns. A row of their headings follows the notes, unless no column has one.
  public var columns: [SheetColumn]
  /// Whether the table is marked as one, with the name of the sheet, so that screen readers and formulas find it. Its
  /// headings must differ then: one that stands twice gets a number.
  public var isTable: Bool
  /// Whether the heading row, and what is above it, stays when the sheet is scrolled.
  public var freezesHeadings: Bool
  /// How many columns stay when the sheet is scrolled to the side.
  public var frozenColumns: Int
  /// How many rows under the headings people may fill in: the columns' lists hold for them.
  public var rowsToFill: Int
  /// Whether a printed page is wider than high.
  public var isLandscape: Bool

  /// Makes a sheet.
  public init(
    _ name: String, title: String? = nil, notes: [String] = [], columns: [SheetColumn] = [], isTable: Bool = false,
    freezesHeadings: Bool = false, frozenColumns: Int = 0, rowsToFill: Int = 0, isLandscape: Bool = false
  ) {
    self.name = name
    self.title = title
    self.notes = notes
    self.columns = columns
    self.isTable = isTable
    self.freezesHeadings = freezesHeadings
    self.frozenColumns = frozenColumns
    self.rowsToFill = rowsToFill
    self.isLandscape = isLandscape
  }
}

/// A column of a sheet to be written.
public struct SheetColumn: Sendable, Hashable {
  /// Where the text of cells stands.
  public enum Alignment: String, Sendable, Hashable {
    /// Numbers to the right, text to the left.
    case general
    /// To the left.
    case left
    /// In the middle.
    case center
    /// To the right.
    case right
  }

  /// What stands above the column.
  public var heading: String?
  /// The width in digits of the normal font, at most 255.
  public var width: Double
  /// How numbers are shown.
  public var format: NumberFormat
  /// Where the text of cells stands.
  public var alignment: Alignment
  /// Whether long text goes on in a next line of its cell.
  public var wraps: Bool
  /// The values that people may fill in; any if there are none.
  public var values: [String]
  /// What a person is told who enters a cell to be filled in, at most 255 characters; the rest is left out.
  public var prompt: String?
  /// What a person is told who fills in another value, at most 225 characters; the spreadsheet's own words if it is nil.
  public var refusal: String?

  /// Makes a column.
  public init(
    _ heading: String? = nil, width: Double = 12, format: NumberFormat = .general, alignment: Alignment = .general,
    wraps: Bool = true, values: [String] = [], prompt: String? = nil, refusal: String? = nil
  ) {
    self.heading = heading
    self.width = width
    self.format = format
    self.alignment = alignment
    self.wraps = wraps
    self.values = values
    self.prompt = prompt
    self.refusal = refusal
  }
}

/// How a cell shows a number.
public struct NumberFormat: Sendable, Hashable {
  /// The code as workbooks write it, such as `0.0%`.
  let code: String

  /// As it is.
  public static let general = NumberFormat(code: "General")
  /// As text: what is typed stays as it was typed, such as `007`.
  public static let text = NumberFormat(code: "@")
  /// Rounded to a whole number, with commas between thousands.
  public static let whole = NumberFormat(code: "#,##0")

  /// Rounded to `count` decimals, 0 to 15.
  public static func decimals(_ count: Int) -> NumberFormat { NumberFormat(code: "0\(zeros(count))") }

  /// A share of one as a percentage, rounded to `count` decimals, 0 to 15.
  public static func percent(decimals count: Int = 0) -> NumberFormat { NumberFormat(code: "0\(zeros(count))%") }

  private static func zeros(_ count: Int) -> String {
    count < 1 ? "" : "." + String(repeating: "0", count: min(count, 15))
  }
}
