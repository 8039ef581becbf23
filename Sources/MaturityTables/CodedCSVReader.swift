/// Reads a chunk of CSV into rows of codes: plain rows the fast way, and each other row as ``CSVReader`` reads it.
package struct CodedCSVReader: ~Copyable {
  /// The bytes that the cells of the rows given last are ranges of.
  package private(set) var bytes: [UInt8]
  /// The 1-based line after the rows read so far, counted from the chunk's start.
  package private(set) var line = 1

  private let chunk: TableChunk
  private let limits: TableLimits
  private var at: Int
  private var failure: TableError?
  /// How many rows are read the exact way once one has to be: more and more where few are plain.
  private var exactRows = 1

  package init(_ chunk: TableChunk, limits: TableLimits = .standard) {
    self.chunk = chunk
    self.limits = limits
    bytes = chunk.bytes
    at = chunk.start
  }

  /// The next rows, in place of those given last, and perhaps none but problems; false at the end.
  /// - Throws: `TableError` at a record over the limits, after all rows before it.
  package mutating func next(into rows: inout CodedRows) throws(TableError) -> Bool {
    rows.removeAll()
    if let failure { throw failure }
    let all = chunk.bytes
    (at, line) = rows.readPlain(all.span, at: at, line: line, limits: limits)
    if rows.count > 0 {
      bytes = all
      if rows.count >= 16 { exactRows = 1 }
      return true
    }
    guard at < all.count else { return false }
    return try readExactly(into: &rows)
  }

  private mutating func readExactly(into rows: inout CodedRows) throws(TableError) -> Bool {
    let rest = TableChunk(number: chunk.number, bytes: chunk.bytes, start: at)
    var reader = CSVReader(rest, limits: limits, line: line)
    let block = try reader.next(rows: exactRows)
    exactRows = min(exactRows * 2, CodedRows.capacity)
    (at, line, failure) = (reader.rest(of: chunk).start, reader.line, reader.failure)
    guard let block else { return false }
    bytes = block.bytes
    rows.read(block)
    return true
  }
}

extension CodedRows {
  /// Takes the rows of a block, which are no more than there can be.
  fileprivate mutating func read(_ block: CSVBlock) {
    let bytes = block.bytes.span
    problems = block.problems
    for row in 0..<block.count {
      let cells = block.cells(in: row)
      let line = block.line(of: row)
      guard cells.contains(where: { !Self.isBlank(bytes, block.range(of: $0)) }) else {
        emptyLines.append(line)
        continue
      }
      for (column, cell) in cells.prefix(columns.count).enumerated() {
        put(bytes, block.range(of: cell), column: column)
      }
      if cells.count != columns.count { ragged.append((count, cells.count)) }
      endRow(line: line, start: 0)
    }
  }

  /// Whether a cell has nothing but spaces and tabs.
  static func isBlank(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    for place in cell where bytes[place] != 0x20 && bytes[place] != ASCII.tab { return false }
    return true
  }
}
