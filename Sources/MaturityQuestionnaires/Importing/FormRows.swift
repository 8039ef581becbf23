import DigitalMaturity
import MaturityTables

/// The rows of a file with a row a respondent, whatever its shape: CSV as forms export it and spreadsheets save it again
/// (see ``TableText``), CSV with a row an answer, or JSON Lines.
struct FormRows: ~Copyable {
  private let file: String
  private var source: ByteSource?
  private var reader: CSVReader?
  private var linesBefore = 0
  private var block: CSVBlock?
  private var row = 0
  /// The next of the block's problems.
  private var problem = 0
  /// What is said of the next row, beside its own problems.
  private var notes: [Diagnostic] = []
  /// Whether the file has a row an answer.
  private(set) var hasRowPerAnswer = false
  /// Rows that come before those of the reader.
  private var ahead: ArraySlice<FormRow> = []

  /// Opens a file.
  /// - Parameters:
  ///   - columns: The names that keys of JSON Lines may have.
  ///   - duplicates: Of a file with a row an answer, which of several answers to one question counts.
  init(
    _ source: consuming ByteSource, file: String, columns: [String], duplicates: DuplicatePolicy
  ) throws(DocumentError) {
    if TableFormat(path: file) == .jsonLines {
      self.init(nil, file: file)
      ahead = try JSONLinesRows.read(source, file: file, columns: columns)[...]
      return
    }
    self.init(consume source, file: file)
    guard let head = try next() else { return }
    if var long = LongRows(head, file: file, duplicates) {
      while let row = try next() { long.add(row) }
      ahead = long.rows[...]
      hasRowPerAnswer = true
    } else {
      ahead = [head]
    }
  }

  /// Opens a CSV file with a row a respondent, or of any other rows.
  init(_ source: consuming ByteSource?, file: String) {
    self.source = consume source
    self.file = file
  }

  /// The next row; nil at the end.
  mutating func next() throws(DocumentError) -> FormRow? {
    if let row = ahead.popFirst() { return row }
    while true {
      if let block, row < block.count {
        defer { row += 1 }
        return FormRow(
          block.cells(in: row).map { block.text(of: $0) }, line: linesBefore + block.line(of: row),
          problems: problems(of: block))
      }
      guard try readBlock() else { return nil }
    }
  }

  /// What the table has wrong in the current row.
  private mutating func problems(of block: CSVBlock) -> [Diagnostic] {
    defer { notes = [] }
    let end = block.problems[problem...].firstIndex { $0.record > block.firstRecord + row } ?? block.problems.count
    defer { problem = end }
    return notes + block.problems[problem..<end].map { Self.diagnostic($0, file: file, linesBefore: linesBefore) }
  }

  private mutating func readBlock() throws(DocumentError) -> Bool {
    do throws(TableError) {
      if let source = source.take() { try open(source) }
      block = try reader?.next(rows: 256)
    } catch {
      throw ResponseOrder.documentError(error, file: file, linesBefore: linesBefore)
    }
    row = 0
    problem = 0
    return block != nil
  }

  private mutating func open(_ source: consuming ByteSource) throws(TableError) {
    let text = try TableText(source)
    linesBefore = text.linesBefore
    if text.broken > 0 {
      notes = [
        Diagnostic(
          .encoding, severity: .warning,
          "\(text.broken) characters of this UTF-16 file are broken and read as \u{FFFD}; export it again",
          at: SourceLocation(file: file, line: 1, column: 1))
      ]
    }
    if let other = text.firstOther { notes = [Self.diagnostic(other, file: file)] }
    reader = CSVReader(.bytes(text.bytes))
  }

  /// What is said of a file that is read as Windows-1252.
  private static func diagnostic(_ other: TableText.OtherByte, file: String) -> Diagnostic {
    let byte = String(other.byte, radix: 16, uppercase: true)
    let letter = other.byte == 0xA0 ? "a non-breaking space" : "“\(other.letter)”"
    let mixed = other.lineOfUTF8.map { "; yet line \($0) looks like UTF-8, and its letters are read wrongly" } ?? ""
    return Diagnostic(
      .encoding, severity: .warning,
      "the byte \(byte) in this line is no UTF-8, so the whole file is read as Windows-1252, where it is "
        + "\(letter)\(mixed); if letters look wrong, save the file again as CSV in UTF-8",
      at: SourceLocation(file: file, line: other.line, column: 1))
  }

  /// A problem of a table as one of a document.
  static func diagnostic(_ problem: TableProblem, file: String, linesBefore: Int) -> Diagnostic {
    Diagnostic(
      Diagnostic.Code(rawValue: problem.code.rawValue), severity: .warning, problem.message,
      at: SourceLocation(file: file, line: linesBefore + problem.line, column: problem.column))
  }

  /// All rows of a small table.
  static func all(of source: consuming ByteSource, file: String) throws(DocumentError) -> [FormRow] {
    var reader = FormRows(source, file: file)
    var rows: [FormRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }
}
