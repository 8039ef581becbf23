/// A block of whole records of a CSV file.
///
/// The cells of all its records lie one after another in one list, and their text is a range of ``bytes``, with
/// quotation marks already taken away. To read cells without copying, take the span of the bytes once:
///
/// ```swift
/// let bytes = block.bytes.span
/// for row in 0..<block.count {
///   for cell in block.cells(in: row) {
///     let text = bytes.extracting(block.range(of: cell))
///   }
/// }
/// ```
///
/// Records may have different numbers of cells; each has at least one. Rows and cells count from 0, and asking for one
/// that does not exist is a programming error, as it is with an array.
public struct CSVBlock: Sendable {
  @frozen @usableFromInline
  package struct Cell: Sendable {
    @usableFromInline package let start: UInt32
    @usableFromInline package let end: UInt32

    @inlinable
    init(start: Int, end: Int) {
      self.start = UInt32(truncatingIfNeeded: start)
      self.end = UInt32(truncatingIfNeeded: end)
    }

    @inlinable package var range: Range<Int> { Int(start)..<Int(end) }
  }

  @frozen @usableFromInline
  struct Row: Sendable {
    /// One past the row's last cell.
    @usableFromInline let endCell: Int
    /// Lines after the block's first.
    @usableFromInline let line: UInt32

    @inlinable
    init(endCell: Int, line: UInt32) {
      self.endCell = endCell
      self.line = line
    }
  }

  /// The text of all cells, with bytes between them that mean nothing.
  public internal(set) var bytes: [UInt8] = []

  /// The 0-based number of the block's first record in the file. The header is record 0; blank lines are no records.
  public internal(set) var firstRecord = 0

  /// What is wrong in the block's records, in the order of the file. The cells concerned are kept.
  public internal(set) var problems: [TableProblem] = []

  @usableFromInline package var cellList: [Cell] = []
  @usableFromInline var rowList: [Row] = []
  @usableFromInline var firstLine = 1

  package init() {}

  /// Empties the block, and keeps its memory for the next unless someone else still holds this one.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cellList.removeAll(keepingCapacity: true)
    rowList.removeAll(keepingCapacity: true)
    problems = []
  }

  /// The number of records.
  @inlinable
  public var count: Int { rowList.count }

  /// The 1-based line of the file on which a record starts.
  @inlinable
  public func line(of row: Int) -> Int {
    firstLine + Int(rowList[row].line)
  }

  /// The indices of a record's cells, in the order of its columns; never empty. O(1).
  @inlinable
  public func cells(in row: Int) -> Range<Int> {
    (row == 0 ? 0 : rowList[row - 1].endCell)..<rowList[row].endCell
  }

  /// Where the text of a cell lies in ``bytes``. O(1).
  @inlinable
  public func range(of cell: Int) -> Range<Int> {
    let cell = cellList[cell]
    return Int(cell.start)..<Int(cell.end)
  }

  /// Calls `body` with the bytes of a cell, without copying them. They may be invalid UTF-8.
  @inlinable
  public func withCell<Result, Failure: Error>(
    _ cell: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes.span.extracting(range(of: cell)))
  }

  /// The text of a cell, as a copy; U+FFFD stands where it is not valid UTF-8.
  public func text(of cell: Int) -> String {
    String(decoding: bytes[range(of: cell)], as: UTF8.self)
  }
}
