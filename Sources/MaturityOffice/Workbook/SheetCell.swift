/// A cell of a sheet that holds something: where, what kind, and where its text stands in its row.
public struct SheetCell: Sendable, Hashable {
  /// What a cell holds. Of a formula it is the result that was saved with it.
  public enum Kind: Sendable, Hashable {
    /// Text, in any number of fonts.
    case text
    /// A number, in the fewest digits that mean it: `3`, `0.5`, `1e-07`; `45%` where it is shown as a percentage. A length of
    /// time is a number of days.
    case number
    /// A date or time in ISO 8601: `2026-03-14`, `2026-03-14T09:30:00` or `09:30:00`, rounded to milliseconds.
    case date
    /// `TRUE` or `FALSE`.
    case boolean
    /// An error, such as `#N/A`.
    case error
  }

  /// The column, from 1.
  public let column: Int
  /// What the cell holds.
  public let kind: Kind
  /// Of a number, its value; of a date, the days since the workbook's epoch, where it was saved as such.
  public let number: Double?
  /// Where the text stands in ``SheetRow/bytes``.
  public let range: Range<Int>
}
