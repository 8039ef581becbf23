public import DigitalMaturity

extension Vocabulary {
  /// Adds the report formats of this module: `html`, `markdown`, `table`, `csv` and `csvw`, and for a
  /// session that goes on `agenda` and `wall`.
  public mutating func addReports() {
    add(TextTableReportFormat())
    add(MarkdownReportFormat())
    add(HTMLReportFormat())
    add(CSVReportFormat())
    add(CSVWReportFormat())
    add(AgendaReportFormat())
    add(WallReportFormat())
    let groups: [any CatalogueMessage.Type] = [
      ReportMessage.self, SessionMessage.self, FormMessage.self, PaperMessage.self, TableMessage.self,
      ChartMessage.self,
    ]
    for group in groups { add(messages: group) }
  }
}
