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

  /// Reads the first bytes, skips a byte order mark, and refuses UTF-16.
  private mutating func begin() throws(TableError) {
    // Judged on the same bytes however few of them a read gives.
    let enough = 64
    while pending.count < enough && !hasEnded { try readMore() }
    let head = pending.prefix(enough)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      blockStart = 3
    } else if Self.isUTF16(head) {
      throw TableError(
        code: .utf16,
        message: """
          This is UTF-16 text, which cannot be read here. Save it again in UTF-8: in Excel choose Save As and \
          the type “CSV UTF-8 (Comma delimited)”.
          """)
    }
  }

  /// Whether a file that begins like this is UTF-16: by its byte order mark, or because every second byte is NUL.
  private static func isUTF16(_ head: ArraySlice<UInt8>) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    let pairs = head.count / 2
    guard pairs >= 2 else { return false }
    var nuls = (even: 0, odd: 0)
    for (index, byte) in head.prefix(pairs * 2).enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { nuls.even += 1 } else { nuls.odd += 1 }
    }
    return nuls == (pairs, 0) || nuls == (0, pairs)
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
