public import MaturityTables

/// Reads an .xlsx workbook (ECMA-376): its sheets by name, and their rows one after another.
///
/// ```swift
/// let workbook = try WorkbookReader(.file("responses.xlsx"))
/// var rows = try workbook.rows()
/// while let row = try rows.next() {
///   print(row.number, row.texts())
/// }
/// ```
///
/// The packed file is held in memory, and so are the texts that its cells share; of a sheet there is one row at a time.
/// Nothing outside of the file is ever fetched, and formulas are not computed: what was saved as their results is read.
public struct WorkbookReader: Sendable {
  /// A sheet of cells.
  public struct Sheet: Sendable, Hashable {
    /// The name on its tab.
    public let name: String
    /// Whether people do not see it.
    public let isHidden: Bool
    let part: String
  }

  /// The sheets in the order of their tabs. Sheets that hold a chart alone are left out.
  public let sheets: [Sheet]

  private let archive: ZipArchive
  private let context: SheetContext

  /// Reads a workbook's directory, its shared texts and its styles.
  /// - Throws: ``WorkbookProblem`` if the source cannot be read, is no workbook, is encrypted, damaged or over a limit.
  public init(
    _ source: consuming ByteSource, limits: WorkbookLimits = .standard
  ) throws(WorkbookProblem) {
    let bytes = try Self.read(source, most: limits.bytesPerFile)
    archive = try ZipArchive(bytes, limits: limits)
    let root = try Relationships(of: "", in: archive, limits: limits)
    guard let name = root.first(ofType: "officeDocument")?.part, let part = archive.part(named: name) else {
      throw ForeignFile.problem(archive)
    }
    let relationships = try Relationships(of: name, in: archive, limits: limits)
    var context = SheetContext(limits: limits)
    if let part = relationships.first(ofType: "sharedStrings")?.part.flatMap(archive.part(named:)) {
      context.strings = try SharedStrings(part, of: archive, limits: limits)
    }
    if let part = relationships.first(ofType: "styles")?.part.flatMap(archive.part(named:)) {
      context.formats = try NumberFormats(part, of: archive, limits: limits)
    }

    var sheets: [Sheet] = []
    var isWorkbook = false
    var xml = XMLReader(try ZipPartReader(part, of: archive), limits: limits)
    while let event = try xml.next() {
      guard event.kind == .start else { continue }
      switch event.name {
      case .workbook: isWorkbook = true
      case .workbookPr:
        let from1904 = xml.attribute(.date1904, of: event)
        context.datesFrom1904 = from1904 == "1" || from1904 == "true"
      case .sheet:
        guard let id = xml.attribute(.relationshipId, of: event), let target = relationships[id],
          target.type == "worksheet"
        else { continue }
        let state = xml.attribute(.state, of: event) ?? "visible"
        sheets.append(
          Sheet(name: xml.attribute(.name, of: event) ?? "", isHidden: state != "visible", part: target.part ?? ""))
      default: break
      }
    }
    if !isWorkbook { throw ForeignFile.problem(archive) }
    self.sheets = sheets
    self.context = context
  }

  /// The rows of a sheet.
  /// - Parameter name: The sheet's name, in capitals or not; the first sheet that is not hidden if it is nil.
  /// - Throws: ``WorkbookProblem`` if there is no such sheet, or it cannot be read.
  public func rows(ofSheet name: String? = nil) throws(WorkbookProblem) -> SheetReader {
    let sheet = try sheet(name)
    guard let part = archive.part(named: sheet.part) else {
      throw WorkbookProblem(
        code: .damaged, sheet: sheet.name,
        message: "The file does not hold this sheet's cells. Save it again in a spreadsheet.")
    }
    do throws(WorkbookProblem) {
      let xml = XMLReader(try ZipPartReader(part, of: archive), limits: context.limits)
      return SheetReader(xml, sheet: sheet.name, context: context)
    } catch {
      throw error.at(sheet: sheet.name, row: nil)
    }
  }

  private func sheet(_ name: String?) throws(WorkbookProblem) -> Sheet {
    guard let first = sheets.first(where: { !$0.isHidden }) ?? sheets.first else {
      throw WorkbookProblem(
        code: .noSuchSheet, message: "The workbook has no sheet with cells. Check that it is the right file.")
    }
    guard let name else { return first }
    if let sheet = sheets.first(where: { $0.name == name })
      ?? sheets.first(where: { $0.name.lowercased() == name.lowercased() })
    {
      return sheet
    }
    let names = sheets.map { "“\($0.name)”" }.joined(separator: ", ")
    throw WorkbookProblem(
      code: .noSuchSheet, message: "The workbook has no sheet named “\(name)”. Its sheets are \(names).")
  }

  private static func read(_ source: consuming ByteSource, most: Int) throws(WorkbookProblem) -> [UInt8] {
    var source = source
    var bytes: [UInt8] = []
    do throws(TableError) {
      while try source.read(1 << 20, into: &bytes) {
        if bytes.count > most {
          throw TableError(
            code: .tooLargeFile,
            message: """
              The file has over \(most) bytes, which is the most that is read. Copy the sheet that is needed into a new \
              workbook.
              """)
        }
      }
    } catch {
      throw WorkbookProblem(code: error.code == .tooLargeFile ? .limit : .unreadable, message: error.message)
    }
    return bytes
  }
}

extension TableError.Code {
  fileprivate static let tooLargeFile = Self(rawValue: "too-large-file")
}

/// What the cells of all sheets need to be read.
struct SheetContext: Sendable {
  let limits: WorkbookLimits
  var strings = SharedStrings()
  var formats = NumberFormats()
  var datesFrom1904 = false

  init(limits: WorkbookLimits) { self.limits = limits }
}
