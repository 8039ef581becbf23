/// Splits the records of a block into cells, and takes quotation marks away in place.
struct CellSplitter: Sendable {
  let limits: TableLimits

  /// Fills `block`, whose bytes are there already, with the cells of `records`.
  ///
  /// Returns the error of the first record over a limit; that record and those after it are then left out.
  func split(_ source: RecordBlock, into block: inout CSVBlock) -> TableError? {
    block.firstRecord = source.firstRecord
    block.firstLine = source.firstLine
    for (row, record) in source.records.enumerated() {
      let number = source.firstRecord + row
      let line = source.firstLine + Int(record.line)
      let problemsBefore = block.problems.count
      do throws(TableError) {
        if record.isQuoted {
          try splitQuoted(record, number: number, line: line, block: &block)
        } else {
          try splitPlain(record, number: number, line: line, block: &block)
        }
        if record.isCutOff { throw recordTooLarge(number: number, line: line) }
      } catch {
        let firstCell = block.rowList.last?.endCell ?? 0
        block.cellList.removeSubrange(firstCell...)
        block.problems.removeSubrange(problemsBefore...)
        return error
      }
      block.rowList.append(CSVBlock.Row(endCell: block.cellList.count, line: record.line))
    }
    return nil
  }

  // MARK: Records without quotation marks

  private func splitPlain(
    _ record: RecordSpan, number: Int, line: Int, block: inout CSVBlock
  ) throws(TableError) {
    let firstCell = block.cellList.count
    let range = Int(record.start)..<Int(record.end)
    let isOdd = appendPlainCells(range, of: block.bytes, to: &block.cellList)
    let cells = firstCell..<block.cellList.count
    // A record can only hold a cell over the limit if it is longer than that itself.
    if range.count > limits.bytesPerCell || cells.count > limits.columns {
      for cell in cells { try check(block.range(of: cell).count, column: cell - firstCell, number: number, line: line) }
    }
    if isOdd {
      for cell in cells { inspect(cell, column: cell - firstCell, number: number, line: line, block: &block) }
    }
  }

  /// Appends the cells between the commas of `range`, or at least one more than is allowed.
  ///
  /// Returns whether a byte is NUL or not ASCII, so that the cells need a closer look.
  private func appendPlainCells(_ range: Range<Int>, of bytes: [UInt8], to cells: inout [CSVBlock.Cell]) -> Bool {
    let commas = WordScan.eight(ASCII.comma)
    let columns = limits.columns
    let bytes = bytes.span
    var oddBits: UInt64 = 0
    // A word adds up to eight cells before the number of columns is looked at again.
    cells.append(addingCapacity: min(range.count + 1, columns + 9)) { output in
      var start = range.lowerBound
      var at = range.lowerBound
      while range.upperBound - at >= 8 {
        let word = WordScan.word(bytes, at: at)
        oddBits |= word | (word &- WordScan.lowBits)
        var hits = WordScan.zeroBytes(word ^ commas)
        while hits != 0 {
          let end = at &+ WordScan.firstPlace(hits)
          output.append(CSVBlock.Cell(start: start, end: end))
          start = end &+ 1
          hits &= hits &- 1
        }
        if output.count > columns { return }
        at += 8
      }
      while at < range.upperBound {
        let byte = bytes[at]
        if byte == 0 || byte >= 0x80 { oddBits = WordScan.highBits }
        if byte == ASCII.comma {
          output.append(CSVBlock.Cell(start: start, end: at))
          start = at + 1
        }
        at += 1
      }
      output.append(CSVBlock.Cell(start: start, end: at))
    }
    return oddBits & WordScan.highBits != 0
  }

  // MARK: Records with quotation marks

  private func splitQuoted(
    _ record: RecordSpan, number: Int, line: Int, block: inout CSVBlock
  ) throws(TableError) {
    let end = Int(record.end)
    let isOdd = hasOddBytes(Int(record.start)..<end, of: block.bytes.span)
    var line = line
    var column = 0
    var at = Int(record.start)
    while true {
      let cell: Range<Int>
      if at < end && block.bytes[at] == ASCII.quote {
        let opened = unquote(at, recordEnd: end, bytes: &block.bytes)
        cell = opened.cell
        at = opened.next
        switch opened.ending {
        case .closed: break
        case .textAfter(let place):
          try checkClosed(cell, textAfter: place, number: number, line: line, column: column, block)
          block.problems.append(.textAfterQuote(record: number, line: line, column: column + 1))
        case .unterminated:
          // What is cut off may be closed further on.
          if !record.isCutOff { throw unterminated(number: number, line: line, column: column) }
        }
      } else {
        let comma = WordScan.first(ASCII.comma, in: block.bytes.span, at..<end)
        cell = at..<comma
        at = comma
      }
      try check(cell.count, column: column, number: number, line: line)
      block.cellList.append(CSVBlock.Cell(start: cell.lowerBound, end: cell.upperBound))
      // Line ends stand in cells only, and unquoting keeps them all.
      let lines = record.spansLines ? lineEnds(in: block.bytes.span.extracting(cell)) : 0
      if isOdd {
        inspect(block.cellList.count - 1, column: column, number: number, line: line, block: &block)
      }
      if at == end { return }
      line += lines
      column += 1
      at += 1
    }
  }

  private enum Ending {
    case closed
    /// With the place of the text that follows the closing mark.
    case textAfter(Int)
    case unterminated
  }

  /// Moves the text of the quoted cell that opens at `quote` together, right behind that quotation mark.
  ///
  /// `next` is the place of the comma after the cell, or the record's end.
  private func unquote(
    _ quote: Int, recordEnd: Int, bytes: inout [UInt8]
  ) -> (cell: Range<Int>, next: Int, ending: Ending) {
    var span = bytes.mutableSpan
    let start = quote + 1
    var write = start
    var read = start
    while true {
      let mark = WordScan.first(ASCII.quote, in: span.span, read..<recordEnd)
      write = move(read..<mark, to: write, in: &span)
      guard mark < recordEnd else { return (start..<write, recordEnd, .unterminated) }
      read = mark + 1
      guard read < recordEnd && span[read] == ASCII.quote else { break }
      span[write] = ASCII.quote
      write += 1
      read += 1
    }
    if read == recordEnd || span[read] == ASCII.comma { return (start..<write, read, .closed) }
    let comma = WordScan.first(ASCII.comma, in: span.span, read..<recordEnd)
    let textStart = write
    write = move(read..<comma, to: write, in: &span)
    return (start..<write, comma, .textAfter(textStart))
  }

  /// Moves bytes towards the front and returns where they end.
  private func move(_ range: Range<Int>, to target: Int, in span: inout MutableSpan<UInt8>) -> Int {
    let end = target + range.count
    if target == range.lowerBound { return end }
    var write = target
    for read in range {
      span[write] = span[read]
      write += 1
    }
    return end
  }

  // MARK: What is wrong

  private func check(_ length: Int, column: Int, number: Int, line: Int) throws(TableError) {
    if column >= limits.columns {
      throw TableError(
        code: .tooManyColumns, record: number, line: line, column: column + 1,
        message: """
          This record has more than \(limits.columns) cells. Check that the file is a CSV with a record on each line.
          """)
    }
    if length > limits.bytesPerCell {
      throw TableError(
        code: .cellTooLarge, record: number, line: line, column: column + 1,
        message: """
          This cell is longer than \(limits.bytesPerCell) bytes. Check that its quotation marks are closed and that \
          the file is a CSV.
          """)
    }
  }

  /// Refuses a cell of several lines that closes in front of text: most likely a mark is missing, and what closes it is that
  /// of a later row, so that the rows between would be its text. Blanks may follow.
  private func checkClosed(
    _ cell: Range<Int>, textAfter place: Int, number: Int, line: Int, column: Int, _ block: CSVBlock
  ) throws(TableError) {
    let bytes = block.bytes.span
    let lines = lineEnds(in: bytes.extracting(cell.lowerBound..<place))
    guard lines > 0, !CodedRows.isBlank(bytes, place..<cell.upperBound) else { return }
    throw TableError(
      code: .unterminatedQuote, record: number, line: line, column: column + 1,
      message: """
        The quotation mark that opens this cell is closed \(lines == 1 ? "a line" : "\(lines) lines") further down, in front of \
        more text, so what stands between would be its text, and nothing of it is read. Put a quotation mark where the cell ends; inside a cell in \
        quotation marks write each twice.
        """)
  }

  private func unterminated(number: Int, line: Int, column: Int) -> TableError {
    TableError(
      code: .unterminatedQuote, record: number, line: line, column: column + 1,
      message: """
        The quotation mark that opens this cell is never closed, so all that follows in the file would be its text, and \
        nothing of it is read. Put a quotation mark where the cell ends; inside a cell in quotation marks write each \
        twice.
        """)
  }

  private func recordTooLarge(number: Int, line: Int) -> TableError {
    TableError(
      code: .recordTooLarge, record: number, line: line,
      message: """
        This record is longer than \(limits.bytesPerRecord) bytes. Check that its quotation marks are closed and that \
        the file is a CSV with a record on each line.
        """)
  }

  private func hasOddBytes(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    var oddBits: UInt64 = 0
    var at = range.lowerBound
    while range.upperBound - at >= 8 {
      let word = WordScan.word(bytes, at: at)
      oddBits |= word | (word &- WordScan.lowBits)
      at += 8
    }
    while at < range.upperBound {
      let byte = bytes[at]
      if byte == 0 || byte >= 0x80 { return true }
      at += 1
    }
    return oddBits & WordScan.highBits != 0
  }

  /// Tells what is wrong with the text of a cell, and takes NUL bytes out of it.
  private func inspect(_ index: Int, column: Int, number: Int, line: Int, block: inout CSVBlock) {
    var cell = block.range(of: index)
    if let text = block.bytes.removeNULs(cell) {
      cell = text
      block.cellList[index] = CSVBlock.Cell(start: cell.lowerBound, end: cell.upperBound)
      block.problems.append(.nulByte(record: number, line: line, column: column + 1))
    }
    if !block.bytes.span.extracting(cell).isValidUTF8 {
      block.problems.append(.invalidUTF8(record: number, line: line, column: column + 1))
    }
  }

  /// The line ends in a cell: CR LF, LF or CR.
  private func lineEnds(in text: Span<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      if byte == ASCII.carriageReturn || (byte == ASCII.lineFeed && previous != ASCII.carriageReturn) { count += 1 }
      previous = byte
    }
    return count
  }
}

extension [UInt8] {
  /// Moves the bytes of a range together, without those that are NUL.
  /// - Returns: The range that is left; nil where none was NUL.
  mutating func removeNULs(_ range: Range<Int>) -> Range<Int>? {
    var write = WordScan.first(0, in: span, range)
    guard write < range.upperBound else { return nil }
    for read in write..<range.upperBound where self[read] != 0 {
      self[write] = self[read]
      write += 1
    }
    return range.lowerBound..<write
  }
}
