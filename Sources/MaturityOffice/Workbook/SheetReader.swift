/// Reads the rows of one sheet, one after another. Memory is that of a row and of a piece of the file.
///
/// Rows without a cell that holds something are left out. A row or cell that does not say where it stands follows the
/// one before it.
public struct SheetReader: ~Copyable {
  /// The sheet's name.
  public let sheet: String

  private let context: SheetContext
  private var xml: XMLReader
  private var isInData = false
  private var number = 0
  private var failure: WorkbookProblem?

  /// The row given last: its memory is used again if the caller has let go of it.
  private var row = SheetRow()
  private var cell = CellBuilder()

  init(_ xml: consuming XMLReader, sheet: String, context: SheetContext) {
    self.xml = xml
    self.sheet = sheet
    self.context = context
  }

  /// The next row; nil at the end of the sheet.
  ///
  /// - Throws: ``WorkbookProblem`` if the sheet cannot be read on. Rows before its place have been delivered, but for a
  ///   damaged archive the last few. Once reading has failed, each call throws the same problem.
  /// - Complexity: linear in the bytes read.
  public mutating func next() throws(WorkbookProblem) -> SheetRow? {
    if let failure { throw failure }
    do throws(WorkbookProblem) {
      return try readRow()
    } catch {
      failure = error.at(sheet: sheet, row: number > 0 ? number : nil)
      throw failure ?? error
    }
  }

  private mutating func readRow() throws(WorkbookProblem) -> SheetRow? {
    while let event = try xml.next() {
      switch (event.kind, event.name) {
      case (.start, .sheetData): isInData = true
      case (.end, .sheetData): isInData = false
      case (.start, .row):
        if isInData { try beginRow(event) }
      case (.end, .row):
        if isInData, try endRow() { return row }
      case (.start, .c):
        if isInData { try beginCell(event) }
      case (.end, .c):
        if isInData { try endCell() }
      default:
        guard isInData else { continue }
        cell.take(event, of: xml)
        if cell.count > context.limits.bytesPerCell { throw tooMuch("cell", context.limits.bytesPerCell) }
      }
    }
    return nil
  }

  private mutating func beginRow(_ event: XMLBatch.Event) throws(WorkbookProblem) {
    row.removeAll()
    cell.column = 0
    guard let said = xml.withAttribute(.r, of: event, { CellReference.row($0) }) ?? number + 1,
      said > number, said <= CellReference.lastRow
    else {
      let text = xml.attribute(.r, of: event) ?? ""
      throw misplaced(column: nil, "A row says that it is row “\(text)”, but it follows row \(number).")
    }
    number = said
    row.number = said
  }

  /// Returns whether there is something in the row.
  private mutating func endRow() throws(WorkbookProblem) -> Bool {
    if row.cells.indices.dropFirst().contains(where: { row.cells[$0].column <= row.cells[$0 - 1].column }) {
      row.cells.sort { $0.column < $1.column }
      for index in row.cells.indices.dropFirst() where row.cells[index].column == row.cells[index - 1].column {
        throw misplaced(column: row.cells[index].column, "Two cells of the sheet say that they stand here.")
      }
    }
    return !row.cells.isEmpty || !row.problems.isEmpty
  }

  private mutating func beginCell(_ event: XMLBatch.Event) throws(WorkbookProblem) {
    let before = cell.column
    cell.begin()
    if let place = xml.withAttribute(.r, of: event, { CellReference($0) }) {
      guard let place, place.row == number else {
        throw misplaced(
          column: nil, "A cell of this row says that it stands at “\(xml.attribute(.r, of: event) ?? "")”.")
      }
      cell.column = place.column
    } else {
      cell.column = before + 1
    }
    if cell.column > CellReference.lastColumn || row.cells.count == CellReference.lastColumn {
      throw misplaced(column: nil, "The row has more than \(CellReference.lastColumn) cells.")
    }
    cell.type = xml.withAttribute(.t, of: event) { CellBuilder.CellType($0) } ?? .number
    cell.style = xml.withAttribute(.s, of: event) { NumberText.index($0) ?? 0 } ?? 0
  }

  private mutating func endCell() throws(WorkbookProblem) {
    if let problem = cell.end(onto: &row, context) {
      row.problems.append(
        WorkbookProblem(
          code: problem.code, sheet: sheet, row: number, column: cell.column, message: problem.message))
    }
    // A shared text is as long as it is.
    if let added = row.cells.last, added.range.count > context.limits.bytesPerCell {
      throw tooMuch("cell", context.limits.bytesPerCell)
    }
    if row.bytes.count > context.limits.bytesPerRow { throw tooMuch("row", context.limits.bytesPerRow) }
  }

  private func tooMuch(_ what: String, _ most: Int) -> WorkbookProblem {
    WorkbookProblem(
      code: .limit, sheet: sheet, row: number, column: what == "row" ? nil : cell.column,
      message: "This \(what) holds more than \(most) bytes of text, which is the most that is read.")
  }

  private func misplaced(column: Int?, _ what: String) -> WorkbookProblem {
    WorkbookProblem(
      code: .badReference, sheet: sheet, row: number > 0 ? number : nil, column: column,
      message: "\(what) The file is damaged: open it in a spreadsheet and save it again.")
  }
}
