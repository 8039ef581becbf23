public import DigitalMaturity

extension Vocabulary {
  /// Adds the report formats of this module: `html`, `markdown`, `table` and `csv`.
  public mutating func addReports() {
    add(TextTableReportFormat())
    add(MarkdownReportFormat())
    add(HTMLReportFormat())
    add(CSVReportFormat())
  }
}
