/// Writes an .xlsx workbook (ECMA-376), a sheet after another and a cell after another.
///
/// ```swift
/// var workbook = WorkbookWriter(OfficeProperties(title: "Digital maturity"))
/// workbook.beginSheet(
///   SheetLayout("Scores", title: "Scores by area", columns: [SheetColumn("Area", width: 30), SheetColumn("Score")]))
/// workbook.text("Leadership")
/// workbook.number(3.5)
/// workbook.endRow()
/// let bytes = workbook.finish()
/// ```
///
/// Only packed bytes are held. Nothing that is written is ever a formula: text that begins with `=` is a cell of text.
/// There are no merged cells. The same calls give the same bytes.
public struct WorkbookWriter: ~Copyable {
  /// What did not fit into the format, and what became of it.
  public private(set) var problems: [WorkbookProblem] = []

  private let properties: OfficeProperties
  private let listSheet: String
  private let hidesLists: Bool
  private var package = OfficePackage()
  private var names = SheetNames()
  private var styles = CellStyles()
  private var lists = ValueLists()
  private var finished: [FinishedSheet] = []
  private var tables = TableNames()
  private var sheet: SheetBody?

  /// Makes a workbook without a sheet.
  /// - Parameters:
  ///   - properties: What the workbook says about itself.
  ///   - listSheet: The name of the sheet for lists of values that are too long to stand in a cell's rule. There is one
  ///     only when it is needed.
  ///   - hidesLists: Whether people do not see that sheet.
  public init(_ properties: OfficeProperties, listSheet: String = "Lists", hidesLists: Bool = true) {
    self.properties = properties
    self.hidesLists = hidesLists
    self.listSheet = names.unique(listSheet)
  }

  /// Begins a sheet, with its title, notes and headings; the sheet before it is ended.
  /// - Returns: The sheet's name as it came to be.
  @discardableResult
  public mutating func beginSheet(_ layout: SheetLayout) -> String {
    endSheet()
    let name = names.unique(layout.name)
    begin(SheetBody(layout, name: name, styles: &styles))
    return name
  }

  /// Writes a cell of text. Line ends are kept as line feeds; control characters become U+FFFD. Of a text over 32,767
  /// UTF-16 units, which is the most a cell can hold, the rest is left out, and told in ``problems``.
  public mutating func text(_ text: String) {
    sheet?.text(text, link: nil, &problems)
    flush()
  }

  /// Writes a cell of text that leads to the start of another sheet of this workbook.
  public mutating func text(_ text: String, linkedTo target: String) {
    sheet?.text(text, link: (SheetNames.allowed(target), styles[CellStyle(role: .link)]), &problems)
  }

  /// Writes a cell with a number, shown as its column says; a blank one if it is not finite.
  public mutating func number(_ number: Double) { sheet?.number(number, &problems) }

  /// Writes a cell with a whole number, shown as its column says.
  public mutating func number(_ number: Int) { sheet?.number(number, &problems) }

  /// Writes a cell that is true or false.
  public mutating func boolean(_ value: Bool) { sheet?.boolean(value, &problems) }

  /// Writes a cell that holds nothing.
  public mutating func blank() { sheet?.blank() }

  /// Ends the row. A row without cells is a blank one.
  public mutating func endRow() {
    sheet?.endRow()
    flush()
  }

  /// Ends the workbook and returns it. A workbook without a sheet gets an empty one, since there must be one.
  public consuming func finish() -> [UInt8] {
    endSheet()
    if finished.isEmpty { beginSheet(SheetLayout("Sheet")) }
    endSheet()
    writeLists()
    package.add("xl/workbook.xml", type: "spreadsheetml.sheet.main", FinishedSheet.workbook(finished))
    package.add("xl/styles.xml", type: "spreadsheetml.styles", styles.part())
    var relationships = finished.indices.map {
      OfficePackage.Relationship(id: "rId\($0 + 1)", type: "worksheet", target: "worksheets/sheet\($0 + 1).xml")
    }
    relationships.append(
      OfficePackage.Relationship(id: "rId\(finished.count + 1)", type: "styles", target: "styles.xml"))
    package.add(relationships, of: "xl/workbook.xml")
    return package.finish(main: "xl/workbook.xml", properties)
  }

  private mutating func begin(_ body: consuming SheetBody) {
    package.begin("xl/worksheets/sheet\(finished.count + 1).xml", type: "spreadsheetml.worksheet")
    sheet = body
  }

  private mutating func flush() {
    if let count = sheet?.xml.bytes.count, count > 64 << 10 { writeOut() }
  }

  private mutating func writeOut() {
    guard var body = sheet.take() else { return }
    package.write(&body.xml)
    body.removeWritten()
    sheet = body
  }

  private mutating func endSheet() {
    guard var body = sheet.take() else { return }
    let part = "xl/worksheets/sheet\(finished.count + 1).xml"
    let table = body.end(&lists, listSheet: listSheet)
    package.write(&body.xml)
    package.end()
    if let table {
      let number = tables.count + 1
      let name = tables.unique(body.name)
      package.add("xl/tables/table\(number).xml", type: "spreadsheetml.table", table.part(number: number, name: name))
      package.add(
        [OfficePackage.Relationship(id: "rId1", type: "table", target: "../tables/table\(number).xml")], of: part)
    }
    finished.append(FinishedSheet(name: body.name, isHidden: false, titleRows: body.titleRows))
  }

  private mutating func writeLists() {
    let columns = lists.columns
    guard let count = columns.map(\.count).max() else { return }
    let layout = SheetLayout("", columns: columns.map { _ in SheetColumn(width: 40) })
    begin(SheetBody(layout, name: listSheet, styles: &styles))
    for row in 0..<count {
      for column in columns {
        if row < column.count { text(column[row]) } else { blank() }
      }
      endRow()
    }
    endSheet()
    if hidesLists { finished[finished.count - 1].isHidden = true }
  }
}
