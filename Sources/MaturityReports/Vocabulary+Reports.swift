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
    add(messages: ReportMessage.self)
    add(messages: SessionMessage.self)
    add(messages: FormMessage.self)
    add(messages: PaperMessage.self)
    add(messages: TableMessage.self)
    add(messages: ChartMessage.self)
  }
}
