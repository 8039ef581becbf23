/// A row of a sheet: its cells that hold something, in the order of their columns.
///
/// ```swift
/// for cell in row.cells where cell.kind == .text { print(cell.column, row.text(of: cell)) }
/// ```
public struct SheetRow: Sendable {
  /// The row's number in the sheet, from 1.
  public internal(set) var number = 0
  /// The cells that hold something. An empty text is something.
  public internal(set) var cells: [SheetCell] = []
  /// The text of all cells, in UTF-8.
  public internal(set) var bytes: [UInt8] = []
  /// What is wrong in the row and did not end the reading.
  public internal(set) var problems: [WorkbookProblem] = []

  init() {}

  /// The text of a cell of this row.
  public func text(of cell: SheetCell) -> String { String(decoding: bytes[cell.range], as: UTF8.self) }

  /// The texts of all columns from the first to the last that holds something, and at least of `count` columns; an
  /// empty text stands for a cell that holds nothing.
  public func texts(atLeast count: Int = 0) -> [String] {
    var texts = [String](repeating: "", count: max(count, cells.last?.column ?? 0))
    for cell in cells { texts[cell.column - 1] = text(of: cell) }
    return texts
  }

  /// Empties the row, and keeps its memory unless someone else still holds it.
  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    problems = []
  }
}
