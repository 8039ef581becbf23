/// Rows of a table, a few hundred at a time: the codes of common cells, and where all other cells are.
///
/// Cells are ranges of the bytes of the reader that filled the rows.
package struct CodedRows: Sendable {
  /// A cell of a column of codes whose meaning the column's table does not know.
  package struct OtherCell: Sendable {
    package let row: Int
    /// The number of its column in the table.
    package let column: Int
    /// Which of the columns of codes it belongs to.
    package let index: Int
    package let bytes: Range<Int>
  }

  /// How many rows there can be: few, so that the codes stay in the processor's cache until they are taken. A multiple of 16.
  package static let capacity = 448

  /// The number of rows.
  package internal(set) var count = 0
  /// The codes of the first row, then of the next; blank where a row has no cell.
  package var codes: [UInt8]
  /// The cells that are not known to their column's table, row by row.
  package internal(set) var others: [OtherCell] = []
  /// The 1-based line on which each row starts.
  package internal(set) var lines: [UInt32] = []
  /// Where each row starts in the bytes.
  package internal(set) var starts: [UInt32] = []
  /// The lines of rows that have nothing in them and are left out.
  package internal(set) var emptyLines: [Int] = []
  /// The rows that have more or fewer cells than the table has columns.
  package internal(set) var ragged: [(row: Int, cells: Int)] = []
  /// What is wrong in the rows.
  package internal(set) var problems: [TableProblem] = []

  /// Whether there is a row, or something to be said of one.
  var hasAnything: Bool { count > 0 || !problems.isEmpty || !emptyLines.isEmpty }

  package let columns: CodedColumns
  /// The cells that are kept, row by row: where each is among the bytes, empty where a row has none.
  package internal(set) var kept: [CSVBlock.Cell]

  package init(_ columns: CodedColumns) {
    self.columns = columns
    kept = Array(repeating: Self.none, count: Self.capacity * columns.keptCount)
    codes = Array(repeating: columns.blank, count: Self.capacity * columns.codeWidth)
  }

  /// Where the code of a row in one of the columns of codes is among ``codes``.
  package func place(_ row: Int, _ index: Int) -> Int { row * columns.codeWidth + index }

  /// Gives the codes of ``capacity`` rows in the first column of codes, then in the next; those beyond the last row mean
  /// nothing.
  package func transpose(into codes: inout [UInt8]) {
    if codes.count != self.codes.count { codes = self.codes }
    var columns = codes.mutableSpan
    ByteCodes.transpose(self.codes.span, width: self.columns.codeWidth, into: &columns)
  }

  // MARK: Filling

  static let none = CSVBlock.Cell(start: 0, end: 0)

  /// Takes all rows out, to be filled anew.
  mutating func removeAll() {
    if count > 0 {
      // All at once, which costs less than finding those that are not blank.
      Self.fill(&codes, columns.blank)
      Self.fill(&kept, Self.none)
    }
    count = 0
    others.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    emptyLines.removeAll(keepingCapacity: true)
    ragged.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
  }

  private static func fill<Element>(_ elements: inout [Element], _ element: Element) {
    var elements = elements.mutableSpan
    elements.update(repeating: element)
  }

  /// Puts a cell into the row that is being read, after those that were ended.
  mutating func put(_ bytes: Span<UInt8>, _ cell: Range<Int>, column: Int) {
    switch columns.uses[column] {
    case .ignored: return
    case .kept(let index):
      kept[count * columns.keptCount + index] = CSVBlock.Cell(start: cell.lowerBound, end: cell.upperBound)
    case .codes(let table, let index):
      guard !cell.isEmpty else { return }
      let code = columns.tables[table].code(of: bytes, cell.lowerBound, cell.upperBound)
      if code == CellTable.unknown {
        others.append(OtherCell(row: count, column: column, index: index, bytes: cell))
      } else {
        codes[place(count, index)] = UInt8(truncatingIfNeeded: code)
      }
    }
  }

  /// Whether the row that is being read has a code other than blank in a column, or a cell that is kept.
  func hasCell(_ column: Int) -> Bool {
    switch columns.uses[column] {
    case .ignored: false
    case .kept(let index): kept[count * columns.keptCount + index].end > 0
    case .codes(_, let index): codes[place(count, index)] != columns.blank
    }
  }

  /// Ends the row that is being read.
  mutating func endRow(line: Int, start: Int) {
    lines.append(UInt32(truncatingIfNeeded: line))
    starts.append(UInt32(truncatingIfNeeded: start))
    count += 1
  }

  /// Gives the row up that is being read.
  mutating func abandonRow() {
    for index in 0..<columns.codeCount { codes[place(count, index)] = columns.blank }
    for index in 0..<columns.keptCount { kept[count * columns.keptCount + index] = Self.none }
    while let last = others.last, last.row == count { others.removeLast() }
  }
}
