/// The fast way through CSV: rows whose cells lie plainly between commas and line ends.
extension CodedRows {
  /// Reads rows until there are as many as there can be, the bytes end, or a row needs the exact way.
  ///
  /// A plain row has a cell for each column and something in it, ends with a line end, and is well-formed: no quotation mark
  /// or line end in a quoted cell, no byte that is no text. What is read so is what ``CSVReader`` reads.
  /// - Parameters:
  ///   - start: Where the first row starts.
  ///   - firstLine: The line on which it starts.
  /// - Returns: Where the first row starts that was not read, and on which line.
  mutating func readPlain(
    _ bytes: Span<UInt8>, at start: Int, line firstLine: Int, limits: TableLimits
  ) -> (at: Int, line: Int) {
    var (at, line) = (start, firstLine)
    while count < Self.capacity, at < bytes.count {
      if bytes[at] == ASCII.lineFeed {
        at += 1
        line += 1
        continue
      }
      guard let cellsEnd = readPlainRow(bytes, at), let end = Self.lineEnd(bytes, cellsEnd),
        // So long a row could be over a limit.
        cellsEnd - at <= min(limits.bytesPerCell, limits.bytesPerRecord), columns.count <= limits.columns,
        Self.hasText(bytes, at..<cellsEnd)
      else {
        abandonRow()
        break
      }
      endRow(line: line, start: at)
      at = end
      line += 1
    }
    return (at, line)
  }

  /// Reads the cells of the row at `start`.
  /// - Returns: Where they end; nil when the row is not plain.
  private mutating func readPlainRow(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    let last = columns.count - 1
    var window = Window()
    // By number: to hold the list would be counted for each row.
    for number in columns.runs.indices {
      let run = columns.runs[number]
      var column = run.first
      let end = min(run.first + run.count, last)
      while column < end {
        if case .codes(let table, let index) = run.use {
          let read = Self.readCodes(
            bytes, at, columns, table, into: &codes, at: place(count, index + column - run.first), atMost: end - column)
          at = read.end
          column += read.count
          if column == end { break }
        }
        guard let comma = readCell(bytes, at, column, &window), bytes[comma] == ASCII.comma else { return nil }
        at = comma + 1
        column += 1
      }
    }
    return readLastCode(bytes, at, last) ?? readCell(bytes, at, last, &window)
  }

  /// Reads a code of one byte before a line end.
  /// - Returns: The place of the line end; nil for any other cell.
  private mutating func readLastCode(_ bytes: Span<UInt8>, _ start: Int, _ column: Int) -> Int? {
    guard bytes.count - start >= 2, bytes[start] != ASCII.comma, bytes[start + 1] != ASCII.comma,
      Self.isSeparator(bytes[start + 1]), case .codes(let table, let index) = columns.uses[column]
    else { return nil }
    let code = columns.singles[table * 256 + Int(bytes[start])]
    guard code != ByteCodes.none else { return nil }
    codes[place(count, index)] = code
    return start + 1
  }

  /// Reads codes of one byte and blanks, each with its comma, as far as there are.
  private static func readCodes(
    _ bytes: Span<UInt8>, _ start: Int, _ columns: CodedColumns, _ table: Int, into codes: inout [UInt8],
    at output: Int, atMost most: Int
  ) -> (end: Int, count: Int) {
    let singles = columns.singles.span.extracting(table * 256..<(table + 1) * 256)
    var codes = codes.mutableSpan
    var (at, number) = (start, 0)
    if at > 0, bytes[at - 1] == ASCII.comma {
      let read = ByteCodes.readShortCells(
        bytes.extracting((at - 1)...), singles, into: &codes, at: output..<output + most)
      number = read.count
      if number > 0 { at = at - 1 + read.end } else { for cell in 0..<most { codes[output + cell] = columns.blank } }
    }
    while number < most, bytes.count - at >= 2 {
      let code = singles[Int(bytes[at])]
      let isBlank = bytes[at] == ASCII.comma
      guard code != ByteCodes.none, isBlank || bytes[at &+ 1] == ASCII.comma else { break }
      codes[output &+ number] = code
      at &+= isBlank ? 1 : 2
      number &+= 1
    }
    return (at, number)
  }

  /// Reads the cell at `start`, whatever its length.
  /// - Returns: The place of the comma or line end after it; nil when it is not plain.
  private mutating func readCell(
    _ bytes: Span<UInt8>, _ start: Int, _ column: Int, _ window: inout Window
  ) -> Int? {
    if let end = window.plainEnd(bytes, start) {
      put(bytes, start..<end, column: column)
      return end
    }
    guard start < bytes.count else { return nil }
    let isQuoted = bytes[start] == ASCII.quote
    let cellStart = isQuoted ? start + 1 : start
    let (cellEnd, isASCII) = WordScan.textEnd(bytes, from: cellStart, mark: isQuoted ? ASCII.quote : ASCII.comma)
    let end = isQuoted ? cellEnd + 1 : cellEnd
    guard end < bytes.count, !isQuoted || bytes[cellEnd] == ASCII.quote, Self.isSeparator(bytes[end]) else {
      return nil
    }
    // Whether text beyond ASCII is well-formed is not looked at here; a spelling that is known is.
    guard isASCII || isKnown(bytes, cellStart..<cellEnd, column) else { return nil }
    put(bytes, cellStart..<cellEnd, column: column)
    return end
  }

  /// Sixty-four bytes, of which is known where commas are and what is not plain.
  private struct Window {
    private var start = -ByteMask.length
    private var commas: UInt64 = 0
    private var odd: UInt64 = 0

    /// The place of the comma that ends the cell at `place`, where it is near and all before it is plain text.
    mutating func plainEnd(_ bytes: Span<UInt8>, _ place: Int) -> Int? {
      if place &- start >= ByteMask.length {
        guard bytes.count &- place >= ByteMask.length else { return nil }
        start = place
        commas = ByteMask.of(ASCII.comma, bytes, at: place)
        odd = ByteMask.ofOdd(below: 14, or: ASCII.quote, bytes, at: place)
      }
      let offset = UInt64(truncatingIfNeeded: place &- start)
      let comma = (commas &>> offset).trailingZeroBitCount
      guard (odd &>> offset).trailingZeroBitCount > comma else { return nil }
      return place &+ comma
    }
  }

  private func isKnown(_ bytes: Span<UInt8>, _ cell: Range<Int>, _ column: Int) -> Bool {
    guard case .codes(let table, _) = columns.uses[column] else { return false }
    return columns.tables[table].code(of: bytes, cell.lowerBound, cell.upperBound) != CellTable.unknown
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == ASCII.comma || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
  }

  /// Where the line end at `start` ends; nil when there is none, or one that two can be mistaken for.
  private static func lineEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    if bytes[start] == ASCII.lineFeed { return start + 1 }
    guard bytes[start] == ASCII.carriageReturn, start + 1 < bytes.count, bytes[start + 1] == ASCII.lineFeed else {
      return nil
    }
    return start + 2
  }

  /// Whether a plain row has surely something in it.
  private static func hasText(_ bytes: Span<UInt8>, _ row: Range<Int>) -> Bool {
    for place in row {
      let byte = bytes[place]
      if byte > ASCII.comma || byte > 0x20 && byte != ASCII.quote && byte != ASCII.comma { return true }
    }
    return false
  }
}
