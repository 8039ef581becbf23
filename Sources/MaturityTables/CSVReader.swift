/// Reads a CSV file (RFC 4180) in blocks of whole records. Memory is that of a block, whatever the size of the file.
///
/// ```swift
/// var reader = CSVReader(.file("responses.csv"))
/// while let block = try reader.next() {
///   for row in 0..<block.count { … }
/// }
/// ```
///
/// - Cells are separated by commas; a cell that starts with a quotation mark may hold commas, line ends and doubled
///   quotation marks. In other cells a quotation mark is text. Spaces are kept.
/// - Lines end with CR LF, LF or CR, even mixed; the last line end may be missing. In quoted cells they are kept as
///   they are. Blank lines are skipped, and counted as lines.
/// - A quotation mark that is never closed, or on a later line only, in front of more text, ends the reading with an error
///   at its cell, after the records before it: what follows it may be many records.
/// - A UTF-8 byte order mark at the start is skipped. UTF-16 and workbooks are refused.
/// - What is wrong with a cell is one of the block's ``CSVBlock/problems`` and does not stop the reading.
///
/// Records and problems do not depend on how the file arrives or how many rows are asked for. One owner reads, from
/// one thread at a time; blocks may go to any thread.
public struct CSVReader: ~Copyable, Sendable {
  private var blocks: BlockReader
  private let splitter: CellSplitter

  /// The block given last: its memory is used again if the caller has let go of it.
  private var last = CSVBlock()
  /// What every further call throws.
  private(set) var failure: TableError?

  /// Makes a reader. Nothing is opened or read before the first call of ``next(rows:)``.
  public init(_ source: consuming ByteSource, limits: TableLimits = .standard) {
    self.init(source, limits: limits, bytesPerRead: 1 << 20, bytesPerBlock: 1 << 20)
  }

  /// - Parameters:
  ///   - bytesPerRead: the most bytes asked of the source at a time.
  ///   - bytesPerBlock: a block ends after the record that reaches this many bytes, however many rows are wanted.
  init(_ source: consuming ByteSource, limits: TableLimits = .standard, bytesPerRead: Int, bytesPerBlock: Int) {
    blocks = BlockReader(source, limits: limits, bytesPerRead: bytesPerRead, bytesPerBlock: bytesPerBlock)
    splitter = CellSplitter(limits: limits)
  }

  /// Reads a chunk of a file. Records count from the chunk's start, lines from `line` on.
  package init(
    _ chunk: TableChunk, limits: TableLimits = .standard, bytesPerBlock: Int = 64 << 10, line: Int = 1,
    reusing memory: consuming CSVBlock = CSVBlock()
  ) {
    blocks = BlockReader(chunk, limits: limits, bytesPerBlock: bytesPerBlock, line: line)
    splitter = CellSplitter(limits: limits)
    last = memory
  }

  /// Gives up the block given last, whose memory another reader can use again.
  package consuming func memory() -> CSVBlock { last }

  /// The 1-based line after the records read so far.
  package var line: Int { blocks.line }

  /// What follows the records read so far, when this reads a chunk.
  package func rest(of chunk: TableChunk) -> TableChunk { blocks.rest(of: chunk) }

  /// The next block of whole records, at least one; nil at the end.
  ///
  /// - Parameter rows: the most records wanted; below 1 it is 1. A block of more than about 1 MiB ends earlier.
  /// - Throws: `TableError` if the source cannot be read, is UTF-16 or a workbook, or holds a record over the limits or with a
  ///   quotation mark that is never closed. All records before such a record are delivered first. Once reading has failed, each call throws the same error.
  /// - Complexity: linear in the bytes read.
  public mutating func next(rows: Int = 4096) throws(TableError) -> CSVBlock? {
    if let failure { throw failure }
    last.removeAll()
    let records: RecordBlock?
    do throws(TableError) {
      records = try blocks.next(rows: max(1, rows), into: &last.bytes)
    } catch {
      failure = error
      throw error
    }
    guard let records else { return nil }
    failure = splitter.split(records, into: &last)
    if let failure, last.count == 0 { throw failure }
    return last
  }
}
