/// A table of a document.
public struct DocumentTable: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// What stands above the column; no row of headings if no column has one.
    public var heading: DocumentText?
    /// The width as a share of the widths of all columns.
    public var width: Double
    /// Whether the text of cells stands to the right, as numbers do.
    public var alignsRight: Bool

    /// Makes a column.
    public init(_ heading: DocumentText? = nil, width: Double = 1, alignsRight: Bool = false) {
      self.heading = heading
      self.width = width
      self.alignsRight = alignsRight
    }
  }

  /// What the table shows: for screen readers, which say it before the table.
  public var summary: String
  /// The columns. A row that is longer adds columns without a heading.
  public var columns: [Column]
  /// Whether the first cell of each row says what the row is about; it is bold.
  public var hasRowHeadings: Bool
  /// The cells by row. A row that is shorter ends with blank cells.
  public var rows: [[DocumentText]]

  /// Makes a table.
  public init(summary: String, columns: [Column], hasRowHeadings: Bool = false, rows: [[DocumentText]] = []) {
    self.summary = summary
    self.columns = columns
    self.hasRowHeadings = hasRowHeadings
    self.rows = rows
  }

  /// - Parameter width: The width of the text on a page, in twentieths of a point.
  func write(to output: inout XMLOutput, width: Int) {
    let count = max(columns.count, rows.map(\.count).max() ?? 0)
    if count == 0 || rows.isEmpty && columns.allSatisfy({ $0.heading == nil }) { return }
    let all = columns + [Column](repeating: Column(), count: count - columns.count)
    let widths = Self.widths(of: all, in: width)
    let hasHeadings = all.contains { $0.heading != nil }
    output.markup(
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>")
    // The value says the same as the attributes, for readers that know only one of them.
    let look = hasHeadings ? hasRowHeadings ? "06A0" : "0620" : hasRowHeadings ? "0680" : "0600"
    output.markup("<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"\(look)\" w:firstRow=\"\(hasHeadings ? 1 : 0)\"")
    output.markup(
      " w:lastRow=\"0\" w:firstColumn=\"\(hasRowHeadings ? 1 : 0)\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>"
    )
    output.markup("<w:tblCaption")
    output.attribute("w:val", summary)
    output.markup("/></w:tblPr><w:tblGrid>")
    for width in widths { output.markup("<w:gridCol w:w=\"\(width)\"/>") }
    output.markup("</w:tblGrid>")
    if hasHeadings {
      // The row is said to be a heading, and comes again on every page.
      output.markup("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
      for (column, width) in zip(all, widths) {
        Self.write(
          column.heading ?? "", alignsRight: column.alignsRight, keepsWithNext: true, width: width, to: &output)
      }
      output.markup("</w:tr>")
    }
    for (place, row) in rows.enumerated() {
      // Where a page ends, three rows or more stand on either side.
      let isKept = place < rows.count - 1 && (place < 2 || place >= rows.count - 3)
      output.markup("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
      for (index, (column, width)) in zip(all, widths).enumerated() {
        Self.write(
          index < row.count ? row[index] : "", alignsRight: column.alignsRight, keepsWithNext: isKept, width: width,
          to: &output)
      }
      output.markup("</w:tr>")
    }
    output.markup("</w:tbl>")
  }

  private static func write(
    _ text: DocumentText, alignsRight: Bool, keepsWithNext: Bool, width: Int, to output: inout XMLOutput
  ) {
    output.markup(
      "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableText\"/>")
    if keepsWithNext { output.markup("<w:keepNext/>") }
    if alignsRight { output.markup("<w:jc w:val=\"right\"/>") }
    output.markup("</w:pPr>")
    text.write(to: &output)
    output.markup("</w:p></w:tc>")
  }

  private static func widths(of columns: [Column], in width: Int) -> [Int] {
    let shares = columns.map { $0.width.isFinite && $0.width > 0 ? min($0.width, 1e6) : 1 }
    let sum = shares.reduce(0, +)
    return shares.map { max(1, Int((Double(width) * $0 / sum).rounded(.down))) }
  }
}
