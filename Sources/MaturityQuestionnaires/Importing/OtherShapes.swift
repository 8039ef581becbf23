import DigitalMaturity
import MaturityTables

/// JSON Lines as a table: a column for each known key that a line has.
enum JSONLinesRows {
  /// Reads a whole file. O(bytes + lines × known keys).
  static func read(
    _ source: consuming ByteSource, file: String, columns: [String]
  ) throws(DocumentError) -> [FormRow] {
    // A list is a cell as forms write several choices; where one is chosen, it is no answer and is said to be none.
    let keys = JSONKeys(columns, lists: Set(columns.indices)) {
      Array(Spelling.folded(String(decoding: $0, as: UTF8.self)).utf8)
    }
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
  private let table: LongTable
  private var answers: LongAnswers
  private var header: FormRow
  private var columns: [String: Int] = [:]
  private var wide: [FormRow] = []

  /// - Returns: Nil unless a row names the columns of such a table.
  init?(_ header: FormRow, file: String, _ duplicates: DuplicatePolicy) {
    guard let table = LongTable(header: header.cells) else { return nil }
    self.table = table
    self.file = file
    answers = LongAnswers(duplicates)
    self.header = FormRow(["respondent"], line: header.line, problems: header.problems)
    for other in table.others { note(other, line: header.line) }
  }

  /// Adds an answer.
  mutating func add(_ row: FormRow) {
    header.problems += row.problems
    if row.cells.allSatisfy(\.isEmpty) { return }
    if let surplus = table.surplus(cells: row.cells.count) { note(surplus, line: row.line) }
    do throws(LongTable.Problem) {
      add(try table.row(cells: row.cells.count) { row.cells[$0] }, row)
    } catch {
      note(error, line: row.line)
    }
  }

  private mutating func add(_ said: LongTable.Row, _ row: FormRow) {
    let title = Spelling.folded(said.question)
    let column = columns[title] ?? header.cells.count
    if column == header.cells.count {
      columns[title] = column
      header.cells.append(said.question)
    }
    let owner = answers.row(of: said.respondent.folded)
    if owner == wide.count { wide.append(FormRow([said.respondent.text], line: row.line)) }
    let answer = table.answer < row.cells.count ? row.cells[table.answer] : ""
    if answer.isEmpty { return }
    let taken = answers.take(
      owner, column, respondent: said.respondent.folded, question: title, place: table.question)
    if let problem = taken.problem { note(problem, line: row.line) }
    guard taken.counts else { return }
    while wide[owner].cells.count <= column { wide[owner].cells.append("") }
    wide[owner].cells[column] = answer
  }

  private mutating func note(_ problem: LongTable.Problem, line: Int) {
    header.problems.append(
      Diagnostic(
        problem.code, severity: .warning, problem.message,
        at: SourceLocation(file: file, line: line, column: problem.place + 1)))
  }

  /// The table: a column a question, in the order in which they were met.
  var rows: [FormRow] { [header] + wide }
}
