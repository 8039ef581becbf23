/// Cuts a source into chunks of whole records, and looks no closer: what has to happen in the order of the file before
/// workers can share it. Memory is that of a chunk, or of one record that is larger.
///
/// Where a chunk is cut changes nothing: its records are those that ``CSVReader`` finds in the whole file.
package struct ChunkReader: ~Copyable, Sendable {
  /// The bytes of a chunk: enough rows that what is done once a chunk costs little beside them. Of JSON Lines more, since
  /// each row names its columns.
  package static func standardBytes(_ format: TableFormat) -> Int { format == .jsonLines ? 2 << 20 : 1 << 20 }

  private var source: ByteSource
  private let limits: TableLimits
  private let format: TableFormat
  private let bytesPerChunk: Int
  /// The bytes read that belong to the next chunk.
  private var rest: [UInt8] = []
  /// The memory of chunks that are done with.
  private var spare: [[UInt8]] = []
  private var hasBegun = false
  private var hasEnded = false
  private var number = 0

  /// Makes a reader. Nothing is opened or read before the first call of ``next()``.
  package init(
    _ source: consuming ByteSource, format: TableFormat = .csv, limits: TableLimits = .standard,
    bytesPerChunk: Int? = nil
  ) {
    self.source = source
    self.format = format
    self.limits = limits
    self.bytesPerChunk = max(1, bytesPerChunk ?? Self.standardBytes(format))
  }

  /// The next chunk; nil at the end. It may hold blank lines alone.
  /// - Throws: `TableError` if the source cannot be read, is UTF-16 or is a workbook.
  package mutating func next() throws(TableError) -> TableChunk? {
    var bytes = spare.popLast() ?? []
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: rest)
    rest.removeAll(keepingCapacity: true)
    var start = 0
    if !hasBegun {
      hasBegun = true
      try fill(&bytes, to: TextEncoding.bytesJudged)
      start = try TextEncoding.markLength(bytes.prefix(TextEncoding.bytesJudged))
    }
    var wanted = start + bytesPerChunk
    while true {
      try fill(&bytes, to: wanted)
      if hasEnded { return bytes.count > start ? chunk(bytes, from: start) : nil }
      let end = lastRecordEnd(bytes, from: start)
      if end > start {
        rest.append(contentsOf: bytes[end...])
        bytes.removeSubrange(end...)
        return chunk(bytes, from: start)
      }
      // So many bytes without a line end, which has two, are too large a record; whoever splits the chunk says so, and
      // nothing can be read after it.
      let enough = limits.bytesPerRecord + 3
      if bytes.count - start >= enough { hasEnded = true }
      wanted = start + min(2 * (wanted - start), enough)
    }
  }

  /// Takes a chunk back that is done with, so that its memory is used again.
  package mutating func recycle(_ chunk: consuming TableChunk) { spare.append(chunk.bytes) }

  private mutating func chunk(_ bytes: [UInt8], from start: Int) -> TableChunk {
    number += 1
    return TableChunk(number: number - 1, bytes: bytes, start: start)
  }

  private mutating func fill(_ bytes: inout [UInt8], to count: Int) throws(TableError) {
    while bytes.count < count, !hasEnded { hasEnded = try !source.read(count - bytes.count, into: &bytes) }
  }

  /// Where the last whole record ends, with its line end; `start` when none does.
  private func lastRecordEnd(_ bytes: [UInt8], from start: Int) -> Int {
    let range = start..<bytes.count
    if format == .jsonLines { return bytes[range].lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? start }
    guard bytes.span.place(of: ASCII.quote, from: start) < bytes.count else {
      return Self.lastLineEnd(bytes, range)
    }
    // A line end may stand in a cell.
    var scanner = RecordScanner(bytesPerRecord: limits.bytesPerRecord, bytesPerBlock: .max)
    scanner.beginBlock()
    _ = scanner.scan(bytes, from: start, isAll: false, rows: .max)
    return scanner.records.last?.isCutOff == true ? start : start + scanner.recordStart
  }

  /// The place after the last line end; `range`'s start when there is none.
  private static func lastLineEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    if let lineFeed = bytes[range].lastIndex(of: ASCII.lineFeed) { return lineFeed + 1 }
    // A line feed may follow the last byte, and belong to it.
    if let ended = bytes[range].dropLast().lastIndex(of: ASCII.carriageReturn) { return ended + 1 }
    return range.lowerBound
  }
}
