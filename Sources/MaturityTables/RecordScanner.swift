/// Where one record stands in the bytes of its block.
struct RecordSpan: Sendable {
  let start: UInt32
  /// After the last byte, before the line end.
  let end: UInt32
  /// Lines after the block's first.
  let line: UInt32
  /// Whether a cell opens with a quotation mark.
  let isQuoted: Bool
  /// Whether a line end stands inside a cell.
  let spansLines: Bool
  /// Whether the record is over the limit; `end` is then at the limit.
  let isCutOff: Bool
}

/// Finds where records begin and end, and nothing else, so that cells can be split elsewhere.
///
/// It looks at bytes as they arrive and at each byte once. All places count from the start of the current block.
struct RecordScanner: Sendable {
  private let bytesPerRecord: Int
  private let bytesPerBlock: Int

  /// The records found in this block.
  private(set) var records: [RecordSpan] = []
  /// The 1-based line of the file at which the block starts.
  private(set) var firstLine: Int
  /// Where the record begun last starts: all bytes before it are done with.
  private(set) var recordStart = 0

  private var position = 0
  private var line: Int
  /// The 1-based line at which the record begun last starts.
  private(set) var recordLine: Int
  private var isInQuotes = false
  private var isQuoted = false

  /// - Parameters:
  ///   - bytesPerRecord: The most bytes of a record.
  ///   - bytesPerBlock: A block ends after the record that reaches this many bytes.
  ///   - line: The 1-based line of the file at which the first block starts.
  init(bytesPerRecord: Int, bytesPerBlock: Int, line: Int = 1) {
    self.bytesPerRecord = bytesPerRecord
    self.bytesPerBlock = bytesPerBlock
    self.line = line
    firstLine = line
    recordLine = line
  }

  /// Starts the next block, at what was `recordStart`.
  mutating func beginBlock() {
    records.removeAll(keepingCapacity: true)
    recordStart = 0
    position = 0
    line = recordLine
    firstLine = recordLine
    isInQuotes = false
    isQuoted = false
  }

  /// Scans on from where the last call stopped.
  ///
  /// - Parameters:
  ///   - read: the bytes read. From `start` they are the block's; each call has at least those of the call before.
  ///   - isAll: whether the file ends where `read` ends.
  ///   - rows: the most records of a block.
  /// - Returns: true if the block is complete, false if it needs more bytes.
  mutating func scan(_ read: [UInt8], from start: Int, isAll: Bool, rows: Int) -> Bool {
    let bytes = read.span.extracting(start..<read.count)
    let count = bytes.count
    while true {
      position = Self.nextMark(bytes, from: position)
      if position - recordStart > bytesPerRecord { return cutOff() }
      guard position < count else { return isAll ? finish() : false }

      let byte = bytes[position]
      let next = position + 1
      if byte == ASCII.quote {
        if !isInQuotes {
          // Elsewhere than at the start of a cell a quotation mark is text.
          if position == recordStart || bytes[position - 1] == ASCII.comma {
            isInQuotes = true
            isQuoted = true
          }
          position = next
        } else if next < count {
          if bytes[next] == ASCII.quote {
            position = next + 1
          } else {
            isInQuotes = false
            position = next
          }
        } else {
          // Whether it is doubled is not known yet.
          guard isAll else { return false }
          isInQuotes = false
          position = next
        }
      } else if isInQuotes {
        // CR LF is one line end: its LF does not count again.
        if byte == ASCII.carriageReturn || bytes[position - 1] != ASCII.carriageReturn { line += 1 }
        position = next
      } else {
        var end = next
        if byte == ASCII.carriageReturn {
          if next < count {
            if bytes[next] == ASCII.lineFeed { end += 1 }
          } else if !isAll {
            return false
          }
        }
        endRecord()
        position = end
        recordStart = end
        line += 1
        recordLine = line
        if records.count >= rows || end >= bytesPerBlock { return true }
      }
    }
  }

  /// Adds the record that ends at `position`, unless it is a blank line.
  private mutating func endRecord(isCutOff: Bool = false) {
    if position > recordStart {
      records.append(
        RecordSpan(
          start: UInt32(recordStart), end: UInt32(position), line: UInt32(recordLine - firstLine),
          isQuoted: isQuoted, spansLines: line > recordLine, isCutOff: isCutOff))
    }
    isQuoted = false
  }

  /// Ends the last record at the end of the file.
  private mutating func finish() -> Bool {
    endRecord()
    recordStart = position
    recordLine = line
    return true
  }

  /// Ends the block before a record over the limit, or, if that is the block's first, with as much of it as is allowed.
  private mutating func cutOff() -> Bool {
    if records.isEmpty {
      position = recordStart + bytesPerRecord
      endRecord(isCutOff: true)
      recordStart = position
    }
    return true
  }

  /// The place of the next quotation mark or line end from `start`, or the end of the bytes.
  private static func nextMark(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let quotes = WordScan.eight(ASCII.quote)
    let lineFeeds = WordScan.eight(ASCII.lineFeed)
    let returns = WordScan.eight(ASCII.carriageReturn)
    let count = bytes.count
    var at = start
    while count - at >= 8 {
      let word = WordScan.word(bytes, at: at)
      let hits =
        WordScan.firstZeroByte(word ^ quotes) | WordScan.firstZeroByte(word ^ lineFeeds)
        | WordScan.firstZeroByte(word ^ returns)
      if hits != 0 { return at + WordScan.firstPlace(hits) }
      at += 8
    }
    while at < count {
      let byte = bytes[at]
      if byte == ASCII.quote || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { return at }
      at += 1
    }
    return at
  }
}
