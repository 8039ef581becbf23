/// What stands around the cells of a sheet.
extension SheetBody {
  mutating func begin(_ columnStyles: [Int]) {
    xml.markup(
      """
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
      <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>
      """)
    xml.markup("<sheetView workbookViewId=\"0\">")
    let hasHeadings = layout.columns.contains { $0.heading != nil }
    let rows = layout.freezesHeadings && hasHeadings ? (layout.title == nil ? 0 : 1) + layout.notes.count + 1 : 0
    let columns = min(max(0, layout.frozenColumns), layout.columns.count)
    if rows > 0 || columns > 0 {
      let pane = rows > 0 ? columns > 0 ? "bottomRight" : "bottomLeft" : "topRight"
      xml.markup("<pane")
      if columns > 0 { xml.markup(" xSplit=\"\(columns)\"") }
      if rows > 0 { xml.markup(" ySplit=\"\(rows)\"") }
      let corner = CellReference(column: columns + 1, row: rows + 1)
      xml.markup(" topLeftCell=\"\(corner)\" activePane=\"\(pane)\" state=\"frozen\"/><selection pane=\"\(pane)\"/>")
    }
    xml.markup("</sheetView></sheetViews>")
    // With another height than this, LibreOffice does not fit rows to their text.
    xml.markup("<sheetFormatPr defaultRowHeight=\"15\"/>")
    if !layout.columns.isEmpty {
      xml.markup("<cols>")
      for (index, (column, style)) in Swift.zip(layout.columns, columnStyles).enumerated() {
        let width = column.width.isFinite ? min(max(column.width, 0), 255) : 12
        xml.markup("<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"")
        xml.number(width)
        xml.markup("\" style=\"\(style)\" customWidth=\"1\"/>")
      }
      xml.markup("</cols>")
    }
    xml.markup("<sheetData>")
  }

  /// Ends the sheet.
  /// - Returns: Its table, if it has one.
  mutating func end(_ lists: inout ValueLists, listSheet: String) -> SheetTable? {
    if isRowOpen { endRow() }
    xml.markup("</sheetData>")
    writeValidations(&lists, listSheet)
    if !links.isEmpty {
      xml.markup("<hyperlinks>")
      for link in links {
        xml.markup("<hyperlink ref=\"\(link.place)\"")
        xml.attribute("location", "\(SheetNames.quoted(link.target))!A1")
        xml.markup("/>")
      }
      xml.markup("</hyperlinks>")
    }
    xml.markup("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>")
    // A4, one page wide and as many high as it takes.
    let orientation = layout.isLandscape ? "landscape" : "portrait"
    xml.markup("<pageSetup paperSize=\"9\" orientation=\"\(orientation)\" fitToWidth=\"1\" fitToHeight=\"0\"/>")
    xml.markup("<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>")
    var table: SheetTable?
    // A table has a row under its headings.
    if layout.isTable, let headingRow, row > headingRow + 1 {
      table = SheetTable(headings: headings, rows: headingRow...min(row - 1, CellReference.lastRow))
      xml.markup("<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>")
    }
    xml.markup("</worksheet>")
    return table
  }

  private mutating func writeValidations(_ lists: inout ValueLists, _ listSheet: String) {
    let first = (headingRow ?? row - 1) + 1
    let last = min(first + layout.rowsToFill - 1, CellReference.lastRow)
    let columns = layout.columns.indices.filter {
      !layout.columns[$0].values.isEmpty || layout.columns[$0].prompt?.isEmpty == false
    }
    guard last >= first, !columns.isEmpty else { return }
    xml.markup("<dataValidations count=\"\(columns.count)\">")
    for index in columns {
      let column = layout.columns[index]
      let letters = CellReference.letters(ofColumn: index + 1)
      xml.markup("<dataValidation type=\"\(column.values.isEmpty ? "none" : "list")\" allowBlank=\"1\"")
      xml.markup(" showInputMessage=\"1\" showErrorMessage=\"1\"")
      if let refusal = column.refusal { xml.attribute("error", SheetNames.prefix(refusal, units: 225)) }
      if let prompt = column.prompt { xml.attribute("prompt", SheetNames.prefix(prompt, units: 255)) }
      xml.markup(" sqref=\"\(letters)\(first):\(letters)\(last)\">")
      if !column.values.isEmpty {
        xml.element("formula1", lists.formula(column.values, sheet: listSheet))
      }
      xml.markup("</dataValidation>")
    }
    xml.markup("</dataValidations>")
  }
}
