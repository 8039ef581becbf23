public import DigitalMaturity

extension Vocabulary {
  /// Adds the report format `xlsx`, and the words of workbooks and documents, so that catalogues may hold them.
  /// - Parameter page: Lays results out as tables; `MaturityReports` has one.
  public mutating func addOffice(page: @escaping @Sendable (ReportContext) -> ResultPage) {
    add(WorkbookReportFormat(page: page))
    add(messages: OfficeMessage.self)
  }
}
