import DigitalMaturity
import MaturityOffice
import MaturityTables

/// A table that somebody keeps in a spreadsheet: CSV, or the first sheet of a workbook that is not hidden, read as CSV.
enum TableFile {
  /// The table's bytes, as CSV. What is wrong with cells of a workbook is printed.
  /// - Parameter path: The file; `-` is standard input.
  static func source(_ path: String) throws(DocumentError) -> ByteSource {
    let name = path == "-" ? "standard input" : path
    var source: ByteSource = path == "-" ? .standardInput : .file(path)
    guard try FormFile.isWorkbook(&source, name) else { return source }
    var rows = try FormFile.open(source, nil, name)
    var (bytes, writer, line) = ([UInt8](), CSVWriter(), 1)
    var problems: [Diagnostic] = []
    do throws(WorkbookProblem) {
      while let row = try rows.next() {
        // Rows that the sheet leaves out are lines too, so that problems name the row that people see.
        while line < row.number {
          bytes.append(0x0A)
          line += 1
        }
        // Read again right here, and opened by no spreadsheet: nothing needs an apostrophe.
        let texts = row.texts()
        for text in texts { writer.number(text) }
        writer.endRow()
        bytes += writer.bytes
        writer.removeAll()
        // A row without cells is a blank line, which comes with the next row.
        if !texts.isEmpty { line += 1 }
        problems += row.problems.map { problem in
          var warning = FormFile.diagnostic(problem, name)
          warning.severity = .warning
          return warning
        }
      }
    } catch {
      throw DocumentError(FormFile.diagnostic(error, name))
    }
    if !problems.isEmpty { Terminal.message(DiagnosticPrinter().text(problems)) }
    return .bytes(bytes)
  }
}
