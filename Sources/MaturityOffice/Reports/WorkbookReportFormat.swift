public import DigitalMaturity

/// Results as an .xlsx workbook: a cover, a list of its sheets, notes, and one titled table a sheet.
///
/// It follows the advice of the UK's Government Analysis Function on spreadsheets that everybody can use: a title in the
/// first cell of each sheet, tables marked as such, no merged cells, marks that are explained, nothing that is told by
/// colour alone. Numbers are numbers, unrounded and shown rounded. Nothing in it is a formula.
public struct WorkbookReportFormat: ReportFormat {
  /// `xlsx`.
  public let name = "xlsx"
  /// `xlsx`.
  public let fileExtension = "xlsx"
  private let page: @Sendable (ReportContext) -> ResultPage

  /// Makes the format.
  /// - Parameter page: Lays results out as tables; `MaturityReports` has one.
  public init(page: @escaping @Sendable (ReportContext) -> ResultPage) { self.page = page }

  /// Writes the workbook. O(cells).
  public func write(_ context: ReportContext, to output: inout ByteOutput) {
    output.write(bytes: page(context).workbook())
  }
}
