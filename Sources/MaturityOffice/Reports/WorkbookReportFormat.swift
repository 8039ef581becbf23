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
  private let words: WorkbookWords

  /// Makes the format.
  /// - Parameters:
  ///   - words: The workbook's own words.
  ///   - page: Lays results out as tables; `MaturityReports` has one.
  public init(words: WorkbookWords = WorkbookWords(), page: @escaping @Sendable (ReportContext) -> ResultPage) {
    self.words = words
    self.page = page
  }

  /// Writes the workbook. O(cells).
  public func write(_ context: ReportContext, to output: inout ByteOutput) {
    output.write(bytes: page(context).workbook(words: words))
  }
}

/// What a workbook of results says in its own words.
public struct WorkbookWords: Sendable, Hashable {
  /// The language of the words, as a tag.
  public var language = "en-GB"
  /// The name of the first sheet.
  public var cover = "Cover"
  /// The name of the sheet that lists the others.
  public var contents = "Contents"
  /// The name of the sheet that explains marks.
  public var notes = "Notes"
  /// Above the names of sheets.
  public var sheet = "Sheet"
  /// Above what a sheet holds.
  public var holds = "What it holds"
  /// Above marks.
  public var mark = "Mark"
  /// Above what a mark or note says.
  public var meaning = "What it means"
  /// What stands beside a sentence that explains no mark, before its number.
  public var note = "Note"
  /// What `[c]` means.
  public var withheld = "Withheld, so that nobody can be picked out."
  /// What `[x]` means.
  public var none = "There is no figure. Where a reason is known, it stands beside it."
  /// What a screen reader is told under the title of a sheet with a table.
  public var oneTable = "This sheet has one table."

  /// English words.
  public init() {}
}
