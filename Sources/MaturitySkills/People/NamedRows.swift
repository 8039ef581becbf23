import DigitalMaturity
import MaturityTables

/// Reads a small CSV file row by row, its columns found by their names.
enum NamedRows {
  /// A column that is looked for.
  struct Column {
    /// What it is called here.
    let name: String
    /// Other names that files give it, which count where none has its own.
    var others: [String] = []
    /// Whether the file cannot be read without it.
    var isRequired = false

    /// Whose role or roles a row is of.
    static let role = Column(
      name: "role", others: ["roles", "job", "job role", "job title", "post"], isRequired: true)
  }

  /// A row, with its cells in the order of the columns that were asked for.
  struct Row {
    fileprivate let block: CSVBlock
    /// For each column, the number of its cell; nil where there is none.
    fileprivate let places: [Int?]
    /// The row's cells among those of the block.
    fileprivate var cells = 0..<0
    /// The 1-based line.
    fileprivate(set) var line = 0

    /// Where a column's text stands, without the blanks around it; empty where there is none.
    private func range(_ column: Int) -> Range<Int> {
      guard let place = places[column], place < cells.count else { return 0..<0 }
      return NamedRows.trimmed(block.range(of: cells.lowerBound + place), of: block.bytes.span)
    }

    fileprivate var isBlank: Bool { places.indices.allSatisfy { range($0).isEmpty } }

    /// A cell's text without the blanks around it; empty where there is none.
    func text(_ column: Int) -> String { String(decoding: block.bytes[range(column)], as: UTF8.self) }

    /// Calls `body` with a cell's bytes without the blanks around them; empty where there is none.
    func withBytes<Result>(_ column: Int, _ body: (Span<UInt8>) -> Result) -> Result {
      body(block.bytes.span.extracting(range(column)))
    }

    /// The 1-based number of a column's cell; 1 where there is none.
    func place(_ column: Int) -> Int { (places[column] ?? 0) + 1 }
  }

  /// Reads all rows.
  /// - Throws: `DocumentError` when there is no header, a required column is missing, or the file cannot be read.
  static func read(
    _ source: consuming ByteSource, file: String, columns: [Column], problems: inout SkillsProblems,
    _ body: (Row, inout SkillsProblems) -> Void
  ) throws(DocumentError) {
    var reader = CSVReader(source)
    guard let header = try next(&reader, file, rows: 1) else {
      throw DocumentError(
        Diagnostic(
          .emptyDocument, "the file is empty; its first row names the columns",
          at: SourceLocation(file: file, line: 1, column: 1)))
    }
    let places = try bind(header, file, columns, &problems)
    while let block = try next(&reader, file, rows: 4096) {
      add(block.problems, file, &problems)
      var row = Row(block: block, places: places)
      for index in 0..<block.count {
        (row.cells, row.line) = (block.cells(in: index), block.line(of: index))
        if !row.isBlank { body(row, &problems) }
      }
    }
  }

  /// The place of each column in the header.
  private static func bind(
    _ header: CSVBlock, _ file: String, _ columns: [Column], _ problems: inout SkillsProblems
  ) throws(DocumentError) -> [Int?] {
    try refuseOtherFormats(header, file)
    var places: [Int?] = Array(repeating: nil, count: columns.count)
    let line = header.line(of: 0)
    let known = columns.map(\.name)
    let names = Set(header.cells(in: 0).map { Spelling.folded(header.text(of: $0)) })
    for (index, cell) in header.cells(in: 0).enumerated() {
      let text = header.text(of: cell)
      let name = Spelling.folded(text)
      if name.isEmpty { continue }
      let place = columns.firstIndex { $0.name == name || $0.others.contains(name) && !names.contains($0.name) }
      guard let column = place else {
        problems.add(.skippedColumn, file, line: line, column: index + 1) {
          "the column “\(short(text))” is not read\(NearestName.nearest(text, in: known))"
        }
        continue
      }
      guard places[column] == nil else {
        throw DocumentError(
          Diagnostic(
            .invalidValue,
            "“\(short(text))” is a second column for “\(columns[column].name)”; take out the one that is not meant",
            at: SourceLocation(file: file, line: line, column: index + 1)))
      }
      places[column] = index
    }
    let missing = zip(columns, places).filter { $0.0.isRequired && $0.1 == nil }.map { "“\($0.0.name)”" }
    guard missing.isEmpty else {
      throw DocumentError(
        Diagnostic(
          .missingKey,
          "the first row lacks the column\(missing.count == 1 ? "" : "s") \(missing.joined(separator: " and ")); add "
            + (missing.count == 1 ? "it" : "them"),
          at: SourceLocation(file: file, line: line, column: 1)))
    }
    return places
  }

  /// Refuses what spreadsheets save that is not CSV with commas, with the mend: else every column would seem to be missing.
  static func refuseOtherFormats(_ header: CSVBlock, _ file: String) throws(DocumentError) {
    let cells = header.cells(in: 0)
    guard let first = cells.first else { return }
    let text = header.text(of: first)
    guard cells.count == 1, text.contains(";") || text.contains("\t") else { return }
    let marks = text.contains(";") ? "semicolons" : "tabs"
    throw DocumentError(
      Diagnostic(
        .missingKey, "\(marks) stand between the cells; save the file as CSV with commas",
        at: SourceLocation(file: file, line: header.line(of: 0), column: 1)))
  }

  /// The next block of a reader.
  static func next(
    _ reader: inout CSVReader, _ file: String, rows: Int
  ) throws(DocumentError) -> CSVBlock? {
    do throws(TableError) {
      return try reader.next(rows: rows)
    } catch {
      throw failure(error, file)
    }
  }

  /// What ended the reading of a file.
  static func failure(_ error: TableError, _ file: String) -> DocumentError {
    DocumentError(
      Diagnostic(
        Diagnostic.Code(rawValue: error.code.rawValue), error.message,
        at: error.line.map { SourceLocation(file: file, line: $0, column: error.column ?? 1) }))
  }

  /// Adds what is wrong with the cells of a block.
  static func add(_ found: [TableProblem], _ file: String, _ problems: inout SkillsProblems) {
    for problem in found {
      problems.add(
        Diagnostic.Code(rawValue: problem.code.rawValue), file, line: problem.line, column: problem.column
      ) { problem.message }
    }
  }

  /// A range without the blanks at its ends.
  @inline(__always)
  static func trimmed(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, bytes[low] == 0x20 || bytes[low] == 0x09 { low += 1 }
    while high > low, bytes[high - 1] == 0x20 || bytes[high - 1] == 0x09 { high -= 1 }
    return low..<high
  }

  /// At most forty characters of a text.
  static func short(_ text: String) -> String { text.count <= 40 ? text : "\(text.prefix(39))…" }
}
