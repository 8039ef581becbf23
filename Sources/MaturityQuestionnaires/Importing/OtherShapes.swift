import DigitalMaturity
import MaturityTables

/// JSON Lines as a table: a column for each known key that a line has.
enum JSONLinesRows {
  /// Reads a whole file. O(bytes + lines × known keys).
  static func read(
    _ source: consuming ByteSource, file: String, columns: [String]
  ) throws(DocumentError) -> [FormRow] {
    let keys = JSONKeys(columns) { Array(Spelling.folded(String(decoding: $0, as: UTF8.self)).utf8) }
    var rows: [FormRow] = []
    var notes: [Diagnostic] = []
    var unknown: Set<String> = []
    var lines = 0
    // Every cell is read as it stands.
    var kept = CodedColumns(codeCount: 0, blank: 0)
    for _ in columns { _ = kept.addKept() }
    var coded = CodedRows(kept)
    do throws(TableError) {
      var chunks = ChunkReader(source, format: .jsonLines)
      while let chunk = try chunks.next() {
        var reader = JSONLinesReader(chunk, keys: keys)
        while try reader.next(into: &coded) {
          for row in 0..<coded.count {
            let cells = columns.indices.map { column in
              String(decoding: reader.bytes[coded.kept[row * columns.count + column].range], as: UTF8.self)
            }
            rows.append(FormRow(cells, line: lines + Int(coded.lines[row])))
          }
          notes += coded.problems.map { FormRows.diagnostic($0, file: file, linesBefore: lines) }
        }
        for key in reader.unknown where unknown.insert(Spelling.folded(key.key)).inserted {
          notes.append(
            Diagnostic(
              .unknownColumn, severity: .warning,
              "the key “\(key.key.prefix(60))” is no question or attribute and is left out\(NearestName.nearest(key.key, in: columns))",
              at: SourceLocation(file: file, line: lines + key.line, column: key.column)))
        }
        lines += reader.line - 1
      }
    } catch {
      throw ResponseOrder.documentError(error, file: file, linesBefore: lines)
    }
    if rows.isEmpty && notes.isEmpty { return [] }
    let used = columns.indices.filter { column in rows.contains { !$0.cells[column].isEmpty } }
    // Notes stand with the header: they come in the order of lines, and rows may be missing.
    return [FormRow(used.map { columns[$0] }, line: 1, problems: notes)]
      + rows.map { row in FormRow(used.map { row.cells[$0] }, line: row.line) }
  }
}

/// A table with a row an answer, turned into one with a row a respondent.
struct LongRows {
  private let file: String
  private let places: (respondent: Int, question: Int, answer: Int)
  private let duplicates: DuplicatePolicy
  private var header: FormRow
  private var columns: [String: Int] = [:]
  private var owners: [String: Int] = [:]
  private var wide: [FormRow] = []

  /// Whether a row names the columns of such a table.
  static func isHeader(_ row: FormRow) -> Bool {
    Set(row.cells.map(LooseText.folded)).isSuperset(of: LongResponses.header)
  }

  init(_ header: FormRow, file: String, _ duplicates: DuplicatePolicy) {
    let names = header.cells.map(LooseText.folded)
    func place(_ name: String) -> Int { names.firstIndex(of: name) ?? 0 }
    places = (place("respondent"), place("question"), place("answer"))
    self.file = file
    self.duplicates = duplicates
    self.header = FormRow(["respondent"], line: header.line, problems: header.problems)
  }

  /// Adds an answer.
  mutating func add(_ row: FormRow) {
    func cell(_ place: Int) -> String { row.cells.indices.contains(place) ? row.cells[place] : "" }
    header.problems += row.problems
    let (id, title) = (Spelling.folded(cell(places.respondent)), Spelling.folded(cell(places.question)))
    guard !id.isEmpty, !title.isEmpty else {
      if row.cells.contains(where: { !$0.isEmpty }) {
        note(.emptyRespondent, "the row names no respondent or no question and is left out", row, places.respondent)
      }
      return
    }
    let column = columns[title] ?? header.cells.count
    if column == header.cells.count {
      columns[title] = column
      header.cells.append(cell(places.question))
    }
    let owner = owners[id] ?? wide.count
    if owner == wide.count {
      owners[id] = owner
      wide.append(FormRow([cell(places.respondent)], line: row.line))
    }
    while wide[owner].cells.count <= column { wide[owner].cells.append("") }
    if !wide[owner].cells[column].isEmpty {
      if duplicates == .reject {
        note(
          .duplicateRespondent,
          "the respondent “\(id)” answers “\(title.prefix(60))” in an earlier row; this one is left out", row,
          places.question)
      }
      if duplicates != .last { return }
    }
    wide[owner].cells[column] = cell(places.answer)
  }

  private mutating func note(_ code: Diagnostic.Code, _ message: String, _ row: FormRow, _ place: Int) {
    header.problems.append(
      Diagnostic(
        code, severity: .warning, message, at: SourceLocation(file: file, line: row.line, column: place + 1)))
  }

  /// The table: a column a question, in the order in which they were met.
  var rows: [FormRow] { [header] + wide }
}
