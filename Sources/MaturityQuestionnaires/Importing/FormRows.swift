import DigitalMaturity
import MaturityTables

/// The rows of a CSV file as forms export it and spreadsheets save it again: see ``TableText``.
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

  init(_ source: consuming ByteSource, file: String) {
    self.source = consume source
    self.file = file
  }

  /// The next row; nil at the end.
  mutating func next() throws(DocumentError) -> FormRow? {
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
    return notes
      + block.problems[problem..<end].map {
        Diagnostic(
          Diagnostic.Code(rawValue: $0.code.rawValue), severity: .warning, $0.message,
          at: SourceLocation(file: file, line: linesBefore + $0.line, column: $0.column))
      }
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
    reader = CSVReader(.bytes(text.bytes))
  }

  /// All rows of a small table.
  static func all(of source: consuming ByteSource, file: String) throws(DocumentError) -> [FormRow] {
    var reader = FormRows(source, file: file)
    var rows: [FormRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }
}
