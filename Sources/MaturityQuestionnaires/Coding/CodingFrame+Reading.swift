public import DigitalMaturity
public import MaturityTables

extension CodingFrame {
  /// Reads a frame from a CSV file with the columns `code`, `label` and `words`: a row a reason, its words with
  /// semicolons between them.
  /// - Throws: `DocumentError` with all problems, each with line and column.
  public static func read(_ source: consuming ByteSource, file: String) throws(DocumentError) -> CodingFrame {
    let table = try NamedColumns(source, file: file, required: ["code", "label", "words"])
    let reasons = table.rows.map { row in
      Reason(
        code: row.cells["code"] ?? "", label: row.cells["label"] ?? "",
        words: (row.cells["words"] ?? "").split(separator: ";").map { NamedColumns.trimmed(String($0)) }
          .filter { !$0.isEmpty })
    }
    if reasons.isEmpty {
      throw DocumentError(
        Diagnostic(
          .emptyDocument, "the file names no reason; add a row for each, with its code, its label and its words",
          at: SourceLocation(file: file, line: 1, column: 1)))
    }
    do throws(DocumentError) {
      return try CodingFrame(reasons)
    } catch {
      throw DocumentError(
        error.diagnostics.map { problem in
          var problem = problem
          if case .index(let index)? = problem.path?.steps.first, table.rows.indices.contains(index) {
            problem.location = SourceLocation(file: file, line: table.rows[index].line, column: 1)
          }
          return problem
        })
    }
  }
}
