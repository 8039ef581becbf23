/// How a cell looks: every kind that is used becomes one of the workbook's styles.
struct CellStyle: Hashable {
  enum Role: Int, CaseIterable {
    case body, title, note, heading, link
  }

  var role = Role.body
  var format = NumberFormat.general
  var alignment = SheetColumn.Alignment.general
  var wraps = false
}

/// The styles of a workbook, numbered in the order of their first use.
struct CellStyles {
  private var numbers: [CellStyle: Int] = [:]
  private var list: [CellStyle] = []

  init() { _ = self[CellStyle()] }

  /// A style's number.
  subscript(style: CellStyle) -> Int {
    mutating get {
      if let number = numbers[style] { return number }
      numbers[style] = list.count
      list.append(style)
      return list.count - 1
    }
  }

  /// The workbook's part of styles.
  func part() -> XMLOutput {
    var output = XMLOutput.declared
    output.markup("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
    // Numbers from 164 on are free for formats of one's own.
    let codes = Array(Set(list.map(\.format.code))).sorted()
    output.markup("<numFmts count=\"\(codes.count)\">")
    for (index, code) in codes.enumerated() {
      output.markup("<numFmt numFmtId=\"\(164 + index)\"")
      output.attribute("formatCode", code)
      output.markup("/>")
    }
    output.markup("</numFmts>")
    output.markup(
      """
      <fonts count="5"><font><sz val="11"/><name val="Arial"/><family val="2"/></font>\
      <font><b/><sz val="15"/><name val="Arial"/><family val="2"/></font>\
      <font><sz val="11"/><name val="Arial"/><family val="2"/></font>\
      <font><b/><sz val="11"/><name val="Arial"/><family val="2"/></font>\
      <font><u/><sz val="11"/><color rgb="FF12436D"/><name val="Arial"/><family val="2"/></font></fonts>
      """)
    // The first two fills are fixed by the format.
    output.markup(
      """
      <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FFE6ECF1"/><bgColor indexed="64"/></patternFill></fill></fills>\
      <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
      <border><left/><right/><top/><bottom style="medium"><color rgb="FF12436D"/></bottom><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
      """)
    output.markup("<cellXfs count=\"\(list.count)\">")
    for style in list {
      let code = codes.firstIndex(of: style.format.code) ?? 0
      let isHeading = style.role == .heading
      let vertical = isHeading ? "bottom" : style.role == .title ? "center" : "top"
      output.markup("<xf numFmtId=\"\(style.format == .general ? 0 : 164 + code)\" fontId=\"\(style.role.rawValue)\"")
      output.markup(
        " fillId=\"\(isHeading ? 2 : 0)\" borderId=\"\(isHeading ? 1 : 0)\" xfId=\"0\" applyNumberFormat=\"1\"")
      output.markup(" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">")
      output.markup("<alignment horizontal=\"\(style.alignment.rawValue)\" vertical=\"\(vertical)\"")
      // Room between a column to the right and the next one to the left.
      if style.alignment == .left || style.alignment == .right { output.markup(" indent=\"1\"") }
      output.markup(style.wraps ? " wrapText=\"1\"/></xf>" : "/></xf>")
    }
    output.markup(
      "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
    output.markup("</styleSheet>")
    return output
  }
}
