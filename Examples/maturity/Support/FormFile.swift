import DigitalMaturity
import MaturityOffice
import MaturityQuestionnaires
import MaturityTables

/// Whatever takes what forms exported: an import, or a workshop of several.
protocol FormReader {
  mutating func read(_ source: consuming ByteSource, file: String) throws(DocumentError)
  mutating func read(file: String, _ next: () throws(DocumentError) -> FormRow?) throws(DocumentError)
}

extension ResponseImport: FormReader {}
extension Workshop: FormReader {}

/// What a form exported: a workbook, known by its first bytes, or CSV.
enum FormFile {
  /// Reads a file.
  /// - Parameters:
  ///   - path: The file; `-` is standard input.
  ///   - sheet: The sheet of a workbook; its first that is not hidden when not given.
  static func read(
    _ path: String, sheet: String? = nil, into reader: inout some FormReader
  ) throws(DocumentError) {
    let name = path == "-" ? "standard input" : path
    var source: ByteSource = path == "-" ? .standardInput : .file(path)
    guard try isWorkbook(&source, name) else {
      try reader.read(source, file: name)
      return
    }
    var rows = try open(source, sheet, name)
    try read(name, &rows, into: &reader)
  }

  /// Reads a file, of a workbook every sheet that has cells, hidden ones too; each is told apart by its name.
  static func readEverySheet(_ path: String, into reader: inout some FormReader) throws(DocumentError) {
    var source: ByteSource = .file(path)
    guard try isWorkbook(&source, path) else {
      try reader.read(source, file: path)
      return
    }
    let workbook: WorkbookReader
    do throws(WorkbookProblem) { workbook = try WorkbookReader(source) } catch {
      throw DocumentError(diagnostic(error, path))
    }
    for sheet in workbook.sheets {
      let name = workbook.sheets.count > 1 ? "\(path), sheet “\(sheet.name)”" : path
      var rows: SheetReader
      do throws(WorkbookProblem) { rows = try workbook.rows(ofSheet: sheet.name) } catch {
        throw DocumentError(diagnostic(error, path))
      }
      try read(name, &rows, into: &reader)
    }
  }

  static func open(
    _ source: consuming ByteSource, _ sheet: String?, _ name: String
  ) throws(DocumentError) -> SheetReader {
    do throws(WorkbookProblem) { return try WorkbookReader(source).rows(ofSheet: sheet) } catch {
      throw DocumentError(diagnostic(error, name))
    }
  }

  private static func read(
    _ name: String, _ rows: inout SheetReader, into reader: inout some FormReader
  ) throws(DocumentError) {
    try reader.read(file: name) { () throws(DocumentError) in
      do throws(WorkbookProblem) {
        return try rows.next().map { row in
          FormRow(
            row.texts(), line: row.number,
            problems: row.problems.map { problem in
              var warning = diagnostic(problem, name)
              warning.severity = .warning
              return warning
            })
        }
      } catch {
        throw DocumentError(diagnostic(error, name))
      }
    }
  }

  /// Whether a file begins as workbooks do, those of today or those before 2007, which are refused with the reason.
  static func isWorkbook(_ source: inout ByteSource, _ name: String) throws(DocumentError) -> Bool {
    do throws(TableError) {
      let head = try source.peek(8)
      return head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    } catch {
      throw DocumentError(
        Diagnostic(
          Diagnostic.Code(rawValue: error.code.rawValue), error.message,
          at: SourceLocation(file: name, line: 1, column: 1)))
    }
  }

  static func diagnostic(_ problem: WorkbookProblem, _ name: String) -> Diagnostic {
    // The description has the sheet and the cell as people see it, such as D5.
    Diagnostic(
      Diagnostic.Code(rawValue: problem.code.rawValue), problem.description,
      at: SourceLocation(file: name, line: problem.row ?? 1, column: problem.column ?? 1))
  }
}
