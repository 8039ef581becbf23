/// What the workbook's own part says of a sheet that was written.
struct FinishedSheet {
  var name: String
  var isHidden: Bool
  /// The rows that every printed page begins with.
  var titleRows: ClosedRange<Int>?

  /// The part that lists the sheets.
  static func workbook(_ sheets: [FinishedSheet]) -> XMLOutput {
    var output = XMLOutput.declared
    output.markup(
      """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews><sheets>
      """)
    for (index, sheet) in sheets.enumerated() {
      output.markup("<sheet")
      output.attribute("name", sheet.name)
      output.markup(" sheetId=\"\(index + 1)\"\(sheet.isHidden ? " state=\"hidden\"" : "") r:id=\"rId\(index + 1)\"/>")
    }
    output.markup("</sheets>")
    let titled = sheets.enumerated().filter { $0.element.titleRows != nil }
    if !titled.isEmpty {
      output.markup("<definedNames>")
      for (index, sheet) in titled {
        guard let rows = sheet.titleRows else { continue }
        output.markup("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">")
        output.text("\(SheetNames.quoted(sheet.name))!$\(rows.lowerBound):$\(rows.upperBound)")
        output.markup("</definedName>")
      }
      output.markup("</definedNames>")
    }
    output.markup("</workbook>")
    return output
  }
}
