/// Cuts a source into blocks of whole records. It knows nothing of cells.
struct BlockReader: ~Copyable, Sendable {
  private var source: ByteSource
  private let bytesPerRead: Int
  private var scanner: RecordScanner

  /// What was read; the bytes before `blockStart` are done with.
  private var pending: [UInt8] = []
  private var blockStart = 0
  private var hasBegun = false
  private var hasEnded = false

  /// The 0-based number of the next block's first record.
  private var nextRecord = 0

  init(_ source: consuming ByteSource, limits: TableLimits, bytesPerRead: Int, bytesPerBlock: Int) {
    self.source = source
    self.bytesPerRead = max(1, bytesPerRead)
    self.scanner = RecordScanner(bytesPerRecord: limits.bytesPerRecord, bytesPerBlock: max(1, bytesPerBlock))
  }

  /// Reads a chunk, which has whole records alone and starts on a line.
  init(_ chunk: TableChunk, limits: TableLimits, bytesPerBlock: Int, line: Int) {
    source = .bytes([])
    bytesPerRead = 1
    scanner = RecordScanner(
      bytesPerRecord: limits.bytesPerRecord, bytesPerBlock: max(1, bytesPerBlock), line: line)
    pending = chunk.bytes
    blockStart = chunk.start
    hasBegun = true
    hasEnded = true
  }

  /// The 1-based line after the records given so far.
  var line: Int { scanner.recordLine }

  /// What follows the records given so far, of a chunk's bytes.
  func rest(of chunk: TableChunk) -> TableChunk {
    TableChunk(number: chunk.number, bytes: chunk.bytes, start: blockStart)
  }

  /// The next block of at most `rows` records, or nil at the end. Its bytes go into `bytes`, which must be empty.
  mutating func next(rows: Int, into bytes: inout [UInt8]) throws(TableError) -> RecordBlock? {
    if !hasBegun {
      try begin()
      hasBegun = true
    }
    while true {
      scanner.beginBlock()
      while !scanner.scan(pending, from: blockStart, isAll: hasEnded, rows: rows) { try readMore() }
      let blockEnd = blockStart + scanner.recordStart
      if !scanner.records.isEmpty { bytes.append(contentsOf: pending[blockStart..<blockEnd]) }
      blockStart = blockEnd
      let block = RecordBlock(records: scanner.records, firstRecord: nextRecord, firstLine: scanner.firstLine)
      nextRecord += block.records.count
      if !block.records.isEmpty { return block }
      // A long run of blank lines makes an empty block, and so does the end.
      if hasEnded && blockStart == pending.count { return nil }
    }
  }

  /// Reads the first bytes, skips a byte order mark, and refuses UTF-16 and workbooks.
  private mutating func begin() throws(TableError) {
    while pending.count < TextEncoding.bytesJudged && !hasEnded { try readMore() }
    blockStart = try TextEncoding.markLength(pending.prefix(TextEncoding.bytesJudged))
  }

  private mutating func readMore() throws(TableError) {
    // Moving the rest to the front only when it is the smaller part keeps the total work linear.
    if blockStart >= pending.count - blockStart {
      pending.removeSubrange(..<blockStart)
      blockStart = 0
    }
    hasEnded = try !source.read(bytesPerRead, into: &pending)
  }
}

/// Whole records, found but not yet split into cells. Their bytes are held apart.
struct RecordBlock: Sendable {
  let records: [RecordSpan]
  let firstRecord: Int
  let firstLine: Int
}
