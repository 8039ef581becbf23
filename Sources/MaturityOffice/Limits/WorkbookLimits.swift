/// How large a workbook, its parts, rows and cells may be before reading ends with an error.
///
/// A workbook is compressed, so a small file can hold very much: the limits keep one that was made to do harm, or that
/// is broken, from filling the memory or taking hours.
public struct WorkbookLimits: Sendable, Hashable {
  /// The most bytes the file may have. It is held in memory.
  public var bytesPerFile: Int
  /// The most bytes one part of the file, such as a sheet, may have once it is unpacked.
  public var bytesPerPart: Int
  /// The most bytes all parts together may have once they are unpacked.
  public var bytesInAll: Int
  /// How many times larger than packed a part of over 1 MiB may be once it is unpacked.
  public var ratio: Int
  /// The most parts the file may have.
  public var parts: Int
  /// How deep the XML of a part may be nested.
  public var depth: Int
  /// The most bytes of text one cell may hold, in UTF-8.
  public var bytesPerCell: Int
  /// The most bytes of text one row may hold, in UTF-8.
  public var bytesPerRow: Int

  /// 64 MiB a file, 256 MiB a part, 512 MiB in all, 250 times larger than packed, 10,000 parts, 64 deep, 16 MiB a cell
  /// and 64 MiB a row.
  public static let standard = WorkbookLimits()

  /// Makes limits.
  public init(
    bytesPerFile: Int = 64 << 20, bytesPerPart: Int = 256 << 20, bytesInAll: Int = 512 << 20, ratio: Int = 250,
    parts: Int = 10_000, depth: Int = 64, bytesPerCell: Int = 16 << 20, bytesPerRow: Int = 64 << 20
  ) {
    self.bytesPerFile = bytesPerFile
    self.bytesPerPart = bytesPerPart
    self.bytesInAll = bytesInAll
    self.ratio = ratio
    self.parts = parts
    self.depth = depth
    self.bytesPerCell = bytesPerCell
    self.bytesPerRow = bytesPerRow
  }
}
