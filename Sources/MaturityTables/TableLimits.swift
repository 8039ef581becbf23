/// How large a cell and a record of a table may be before reading ends with an error.
///
/// The limits keep a broken file, such as one with a quotation mark that is never closed, from filling the memory.
public struct TableLimits: Sendable, Hashable {
  /// The most bytes one cell may hold, counted without its quotation marks.
  public let bytesPerCell: Int

  /// The most bytes one record may hold, counted as they stand in the file, without the line end.
  public let bytesPerRecord: Int

  /// The most cells one record may have.
  public let columns: Int

  /// 16 MiB a cell, 64 MiB a record and 16,384 columns, which is what a spreadsheet can hold.
  public static let standard = TableLimits()

  /// Makes limits. Values outside 1 to 1 GiB are moved to the nearest end of that range.
  public init(bytesPerCell: Int = 16 << 20, bytesPerRecord: Int = 64 << 20, columns: Int = 16_384) {
    // Places inside a block are held in 32 bits, so a record must stay well below 4 GiB.
    let allowed = 1...(1 << 30)
    self.bytesPerCell = min(max(bytesPerCell, allowed.lowerBound), allowed.upperBound)
    self.bytesPerRecord = min(max(bytesPerRecord, allowed.lowerBound), allowed.upperBound)
    self.columns = min(max(columns, allowed.lowerBound), allowed.upperBound)
  }
}
