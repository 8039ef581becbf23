import DigitalMaturity

/// The annex on how reliably areas are measured.
struct ReliabilitySection: SectionContent {
  let table: ReliabilityTable

  let id = "reliability"
  var title: Phrase { table.title }

  func write(to writer: inout HTMLWriter) {
    writer.element("p", phrase: table.introduction)
    writer.table(
      table.caption, table.words, id: "table-reliability", least: 34, headings: table.columns.map(\.heading)
    ) { writer in
      writer.tableHead(table.columns)
      writer.element("tbody") { writer in
        for row in table.rows {
          writer.element("tr") { writer in
            writer.rowHeading(row.first ?? "")
            for (cell, column) in zip(row, table.columns).dropFirst() {
              if column.isNumber { writer.numberCell(cell.plain) } else { writer.cell(cell) }
            }
          }
        }
      }
    }
  }
}
