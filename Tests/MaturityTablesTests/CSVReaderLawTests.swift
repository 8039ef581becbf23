import Testing

@testable import MaturityTables

/// What a CSV says, by the plainest means: one byte after another, all in memory, no limits.
///
/// An oracle for the reader, which works in words, blocks and place.
private struct PlainParser {
  struct Row: Equatable {
    var line: Int
    var cells: [[UInt8]] = []
    var problems: [Problem] = []
  }

  struct Problem: Equatable {
    var code: TableProblem.Code
    var line: Int
    var column: Int
  }

  private enum State { case cellStart, plain, quoted, quoteInQuoted, afterQuoted }

  /// The rows, and where a quotation mark is never closed, which ends them.
  static func rows(_ bytes: [UInt8]) -> (rows: [Row], open: (line: Int, column: Int)?) {
    var rows: [Row] = []
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var state = State.cellStart
    var line = 1
    var row = Row(line: 1)
    var cell: [UInt8] = []
    var cellLine = 1
    var found: [TableProblem.Code] = []
    /// The bytes of the cell before its closing mark, where text follows that.
    var closedAt: Int?
    /// The first cell that ends the reading.
    var open: (line: Int, column: Int)?

    func endCell() {
      if let closed = closedAt.take(), cell[..<closed].contains(where: { $0 == 0x0A || $0 == 0x0D }),
        cell[closed...].contains(where: { $0 != 0x20 && $0 != 0x09 }), open == nil
      {
        open = (cellLine, row.cells.count + 1)
      }
      if cell.contains(0) {
        found.append(.nulByte)
        cell.removeAll { $0 == 0 }
      }
      if String(validating: cell, as: UTF8.self) == nil { found.append(.invalidUTF8) }
      row.cells.append(cell)
      row.problems += found.map { Problem(code: $0, line: cellLine, column: row.cells.count) }
      cell = []
      found = []
      cellLine = line
      state = .cellStart
    }

    func endRow() {
      endCell()
      if open == nil { rows.append(row) }
    }

    var index = bytes.startIndex
    while index < bytes.endIndex, open == nil {
      let byte = bytes[index]
      index += 1
      let isLineEnd = byte == 0x0A || byte == 0x0D
      if isLineEnd && state != .quoted {
        let isBlank = state == .cellStart && row.cells.isEmpty
        if !isBlank { endRow() }
        if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
        line += 1
        row = Row(line: line)
        cellLine = line
        state = .cellStart
        continue
      }
      switch (state, byte) {
      case (.cellStart, 0x22):
        state = .quoted
      case (.quoted, 0x22):
        state = .quoteInQuoted
      case (.quoteInQuoted, 0x22):
        cell.append(byte)
        state = .quoted
      case (.quoted, _):
        cell.append(byte)
        if byte == 0x0D || (byte == 0x0A && bytes[index - 2] != 0x0D) { line += 1 }
      case (_, 0x2C):
        endCell()
        // A comma promises another cell, even at the end.
        if index == bytes.endIndex || bytes[index] == 0x0A || bytes[index] == 0x0D { state = .plain }
      case (.quoteInQuoted, _):
        found.append(.textAfterQuote)
        closedAt = cell.count
        cell.append(byte)
        state = .afterQuoted
      case (.cellStart, _):
        cell.append(byte)
        state = .plain
      case (.plain, _), (.afterQuoted, _):
        cell.append(byte)
      }
    }
    if open == nil, state == .quoted { open = (cellLine, row.cells.count + 1) }
    if open == nil, state != .cellStart || !row.cells.isEmpty { endRow() }
    return (rows, open)
  }
}

@Suite("CSV reader laws")
struct CSVReaderLawTests {
  /// Random text made of what matters to a reader, with some runs that are longer than a word.
  private static func randomBytes(_ generator: inout SeededGenerator) -> [UInt8] {
    let pieces: [[UInt8]] = [
      [0x22], [0x22], [0x22, 0x22], [0x2C], [0x2C], [0x2C, 0x22], [0x0D], [0x0A], [0x0D, 0x0A], [0x00], [0xC3, 0xA9],
      [0xC3], [0xA9], [0x61], [0x2D], Array("abcdefghi".utf8), Array("1,2,3,4,5,1,2,3,4".utf8),
    ]
    // Each text draws on a few of the pieces only, so that some have no quotation mark and some have many.
    let some = (0..<Int.random(in: 2...8, using: &generator)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &generator)]
    }
    let count = Int.random(in: 0...60, using: &generator)
    return (0..<count).flatMap { _ in some[Int.random(in: 0..<some.count, using: &generator)] }
  }

  @Test("random bytes are read as the plain parser reads them, in any chunks and blocks", arguments: 0..<8)
  func fuzz(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1_500 {
      let bytes = Self.randomBytes(&generator)
      let whole = Reading(bytes)
      if whole.error?.code != .utf16 {
        let (plain, open) = PlainParser.rows(bytes)
        #expect(whole.error?.code == (open == nil ? nil : .unterminatedQuote), "\(bytes)")
        #expect(whole.error?.line == open?.line && whole.error?.column == open?.column, "\(bytes)")
        #expect(whole.rows == plain.map(\.cells), "\(bytes)")
        #expect(whole.lines == plain.map(\.line), "\(bytes)")
        let problems = whole.problems.map { PlainParser.Problem(code: $0.code, line: $0.line, column: $0.column) }
        #expect(problems == plain.flatMap(\.problems), "\(bytes)")
        let numbers = plain.enumerated().flatMap { row in row.element.problems.map { _ in row.offset } }
        #expect(whole.problems.map(\.record) == numbers, "\(bytes)")
      }
      let cut = Reading(
        bytes, rows: Int.random(in: 1...5, using: &generator),
        bytesPerRead: Int.random(in: 1...20, using: &generator),
        bytesPerBlock: Int.random(in: 1...40, using: &generator))
      #expect(cut == whole, "\(bytes)")
    }
  }

  @Test("with small limits the records before the error and the error do not depend on chunks", arguments: 0..<4)
  func fuzzLimits(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 1_000)
    var codes: Set<TableError.Code> = []
    for _ in 0..<1_500 {
      let bytes = Self.randomBytes(&generator)
      let limits = TableLimits(
        bytesPerCell: Int.random(in: 1...30, using: &generator),
        bytesPerRecord: Int.random(in: 1...60, using: &generator),
        columns: Int.random(in: 1...12, using: &generator))
      let whole = Reading(bytes, limits: limits)
      let cut = Reading(
        bytes, rows: Int.random(in: 1...5, using: &generator), limits: limits,
        bytesPerRead: Int.random(in: 1...20, using: &generator),
        bytesPerBlock: Int.random(in: 1...40, using: &generator))
      #expect(cut == whole, "\(bytes)")
      #expect(whole.rows.allSatisfy { $0.count <= limits.columns && $0.allSatisfy { $0.count <= limits.bytesPerCell } })
      if let error = whole.error {
        codes.insert(error.code)
        #expect(error.record == nil || error.record == whole.rows.count)
      } else {
        #expect(whole == Reading(bytes), "\(bytes)")
      }
    }
    #expect(codes.isSuperset(of: [.cellTooLarge, .recordTooLarge, .tooManyColumns]))
  }

  @Test("the rows are the same for every chunk size", arguments: 1...70)
  func everyChunkSize(bytesPerRead: Int) {
    let text = """
      \u{FEFF}id,"a ""long"" name",é\r
      1,"line one\r
      line ""two""\r\r
      three",x"y"\r\n
      \r2,"",\r"unfinished ""cell"" at the end,
      of the file
      """
    let bytes = Array(text.utf8)
    #expect(Reading(bytes, bytesPerRead: bytesPerRead) == Reading(bytes))
  }

  @Test("a quoted cell may be far larger than a chunk and a block")
  func largeCell() {
    let cell = Array(repeating: Array("0123456789 \"\"quoted\"\", \r\n".utf8), count: 10_000).flatMap { $0 }
    let bytes = [0x22] + cell + [0x22, 0x2C, 0x31, 0x0A, 0x32]
    let reading = Reading(bytes, bytesPerRead: 1_000, bytesPerBlock: 500)
    let expected = Array(repeating: Array("0123456789 \"quoted\", \r\n".utf8), count: 10_000).flatMap { $0 }
    #expect(reading.rows == [[expected, [0x31]], [[0x32]]])
    #expect(reading.lines == [1, 10_002])
  }

  @Test("a block ends soon after the bytes it may hold")
  func blockSize() throws {
    let bytes = Array(repeating: Array("12345,6789\n".utf8), count: 1_000).flatMap { $0 }
    var reader = CSVReader(.bytes(bytes), bytesPerRead: 4_000, bytesPerBlock: 100)
    var records = 0
    while let block = try reader.next() {
      #expect(block.bytes.count <= 110)
      #expect(block.firstRecord == records)
      records += block.count
    }
    #expect(records == 1_000)
  }
}
