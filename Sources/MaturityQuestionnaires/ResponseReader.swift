public import DigitalMaturity
public import MaturityTables

/// Reads a response file, a row a respondent and a column a question, into answer sheets, block by block.
///
/// Columns are named by the ids of questions and attributes, in any order; `respondent` holds an id that is used to find
/// repeats and then forgotten. A cell is an option's id or label, or for `level` questions the level's value; blank means
/// unanswered. What is not understood is noted in ``problems`` with its row and column, and the row's other answers are
/// kept. A row whose respondent has been met is left out, and noted.
public struct ResponseReader: ~Copyable {
  /// What is wrong so far.
  public private(set) var problems: ResponseProblems
  /// The respondents read so far.
  public private(set) var respondents = 0

  private var reader: CSVReader
  private let file: String
  private let columns: [ResponseColumn]
  private let questionnaire: Questionnaire
  private let headerCount: Int
  private var met: Set<String>
  /// The problems of the block being read.
  private var found: [Diagnostic] = []

  /// Reads the header.
  /// - Parameters:
  ///   - source: The file.
  ///   - file: The name that problems give it.
  ///   - questionnaire: The questionnaire that was answered.
  ///   - met: Respondents met in other files of the same questionnaire.
  /// - Throws: `DocumentError` when there is no header, or none of its columns is a question.
  public init(
    _ source: consuming ByteSource, file: String, questionnaire: Questionnaire, met: Set<String> = []
  ) throws(DocumentError) {
    var reader = CSVReader(source)
    var problems = ResponseProblems()
    guard let header = try Self.next(&reader, rows: 1, file: file) else {
      throw DocumentError(
        Diagnostic(
          .emptyDocument, "the file is empty; its first row names the questions",
          at: SourceLocation(file: file, line: 1, column: 1)))
    }
    var binding = HeaderBinding(questionnaire, file: file, line: header.line(of: 0))
    for cell in header.cells(in: 0) { binding.add(header.text(of: cell)) }
    for problem in header.problems { problems.add(Self.diagnostic(problem, file: file)) }
    for problem in try binding.finish() { problems.add(problem) }
    self.file = file
    self.questionnaire = questionnaire
    self.met = met
    self.problems = problems
    columns = binding.columns
    headerCount = header.cells(in: 0).count
    self.reader = reader
  }

  /// The ids of the respondents met, for reading the next file of the same questionnaire.
  public consuming func respondentsMet() -> Set<String> { met }

  /// The next block of respondents, 4,096 rows or fewer; nil at the end. O(bytes).
  /// - Throws: `DocumentError` when the file cannot be read on.
  public mutating func next() throws(DocumentError) -> AnswerSheet? {
    guard let block = try Self.next(&reader, rows: 4096, file: file) else { return nil }
    for problem in block.problems { found.append(Self.diagnostic(problem, file: file)) }
    let rows = rows(of: block)
    var sheet = AnswerSheet(for: questionnaire)
    sheet.addRespondents(rows.count)
    for (number, column) in columns.enumerated() { read(column, number, rows, block, into: &sheet) }
    respondents += sheet.count
    // Found column by column, told row by row.
    found.sort {
      ($0.location?.line ?? 0, $0.location?.column ?? 0) < ($1.location?.line ?? 0, $1.location?.column ?? 0)
    }
    for problem in found { problems.add(problem) }
    found = []
    return sheet
  }

  // MARK: Rows

  /// A row that counts.
  private struct Row {
    var cells: Range<Int>
    var line: Int
  }

  /// The rows of a block, without those that are empty or whose respondent has been met.
  private mutating func rows(of block: CSVBlock) -> [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(block.count)
    let respondent = columns.firstIndex { if case .respondent = $0 { true } else { false } }
    for index in 0..<block.count {
      let row = Row(cells: block.cells(in: index), line: block.line(of: index))
      if isEmpty(row, of: block) {
        note(.emptyRow, "the row has nothing in it and is left out", row.line, 1)
        continue
      }
      if row.cells.count != headerCount { noteRagged(row) }
      if let respondent, isRepeated(row, of: block, column: respondent) { continue }
      rows.append(row)
    }
    return rows
  }

  private func isEmpty(_ row: Row, of block: CSVBlock) -> Bool {
    let bytes = block.bytes.span
    return row.cells.allSatisfy { cell in
      block.range(of: cell).allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 }
    }
  }

  /// Whether the row's respondent stands in an earlier row; such a row is left out.
  private mutating func isRepeated(_ row: Row, of block: CSVBlock, column: Int) -> Bool {
    guard column < row.cells.count else { return false }
    let id = Spelling.folded(block.text(of: row.cells.lowerBound + column))
    guard !id.isEmpty, !met.insert(id).inserted else { return false }
    note(
      .duplicateRespondent, "the respondent “\(id)” stands in an earlier row; this one is left out", row.line,
      column + 1)
    return true
  }

  // MARK: Columns

  private mutating func read(
    _ column: ResponseColumn, _ number: Int, _ rows: [Row], _ block: CSVBlock, into sheet: inout AnswerSheet
  ) {
    switch column {
    case .respondent, .ignored: return
    case .attribute(let index, let codes):
      readAttribute(index, codes, number, rows, block, into: &sheet)
    case .closed(let index, let question, let codes):
      readClosed(index, question, codes, number, rows, block, into: &sheet)
    case .open(let index, let question, let kind):
      readOpen(index, question, kind, number, rows, block, into: &sheet)
    }
  }

  private mutating func readAttribute(
    _ index: Int, _ codes: CellCodes, _ number: Int, _ rows: [Row], _ block: CSVBlock, into sheet: inout AnswerSheet
  ) {
    let attribute = questionnaire.attributes[index]
    var values = Array(repeating: attribute.notStated, count: rows.count)
    let bytes = block.bytes.span
    for (row, place) in rows.enumerated() where number < place.cells.count {
      let cell = bytes.extracting(block.range(of: place.cells.lowerBound + number))
      switch codes.meaning(of: cell) {
      case .blank: continue
      case .code(let value): values[row] = value
      case .unknown:
        noteUnknown(
          cell, attribute.id.rawValue, attribute.values.map(\.id.rawValue), "not stated", place.line, number + 1)
      }
    }
    sheet.setLast(values, attribute: index)
  }

  private mutating func readClosed(
    _ index: Int, _ question: Question, _ codes: CellCodes, _ number: Int, _ rows: [Row], _ block: CSVBlock,
    into sheet: inout AnswerSheet
  ) {
    var answers = Array(repeating: AnswerCode.unanswered.rawValue, count: rows.count)
    let bytes = block.bytes.span
    for (row, place) in rows.enumerated() where number < place.cells.count {
      let cell = bytes.extracting(block.range(of: place.cells.lowerBound + number))
      switch codes.meaning(of: cell) {
      case .blank: continue
      case .code(let raw):
        let code = UInt8(truncatingIfNeeded: raw)
        answers[row] = code
        if code >= AnswerCode.maximumOptions { checkOffered(AnswerCode(rawValue: code), question, place.line, number) }
      case .unknown:
        noteUnknown(
          cell, question.id.rawValue, question.answers.options.map(\.id.rawValue), "blank", place.line, number + 1)
      }
    }
    sheet.setLast(answers, question: index)
  }

  private mutating func readOpen(
    _ index: Int, _ question: Question, _ kind: any OpenAnswerKind, _ number: Int, _ rows: [Row], _ block: CSVBlock,
    into sheet: inout AnswerSheet
  ) {
    var answers = Array(repeating: AnswerCode.unanswered.rawValue, count: rows.count)
    var values: [(row: Int, answer: OpenAnswer)] = []
    let bytes = block.bytes.span
    for (row, place) in rows.enumerated() where number < place.cells.count {
      let cell = bytes.extracting(block.range(of: place.cells.lowerBound + number))
      switch CellCodes.statuses.meaning(of: cell) {
      case .blank: continue
      case .code(let raw):
        answers[row] = UInt8(truncatingIfNeeded: raw)
        checkOffered(AnswerCode(rawValue: answers[row]), question, place.line, number)
      case .unknown:
        if let answer = kind.encode(cell) {
          values.append((row, answer))
        } else {
          note(
            .unknownAnswer,
            "“\(Self.text(cell))” in column “\(question.id)” is not \(kind.expectation); it counts as blank",
            place.line, number + 1)
        }
      }
    }
    sheet.setLast(answers, question: index)
    for (row, answer) in values { sheet.set(answer, question: index, row: row) }
  }

  /// Notes a status that the question does not offer; branching's own needs no offer.
  private mutating func checkOffered(_ code: AnswerCode, _ question: Question, _ line: Int, _ number: Int) {
    guard code != .notShown, !question.allowed.contains(code.status) else { return }
    note(
      .statusNotAllowed, "“\(question.id)” does not offer “\(code.status.words)”; it is kept as that all the same",
      line,
      number + 1)
  }

  // MARK: Problems

  private mutating func noteRagged(_ row: Row) {
    let outcome = row.cells.count < headerCount ? "the missing ones count as blank" : "the surplus ones are left out"
    note(
      .raggedRow, "the row has \(row.cells.count) cells and the header \(headerCount); \(outcome)", row.line,
      min(row.cells.count, headerCount) + 1)
  }

  private mutating func noteUnknown(
    _ cell: Span<UInt8>, _ column: String, _ known: [String], _ outcome: String, _ line: Int, _ number: Int
  ) {
    let text = Self.text(cell)
    note(
      .unknownAnswer,
      "“\(text)” in column “\(column)” is not one of its answers; it counts as \(outcome)\(NearestName.hint(text, in: known))",
      line, number)
  }

  private mutating func note(_ code: Diagnostic.Code, _ message: String, _ line: Int, _ column: Int) {
    found.append(
      Diagnostic(code, severity: .warning, message, at: SourceLocation(file: file, line: line, column: column)))
  }

  private static func text(_ cell: Span<UInt8>) -> String {
    let text = String(decoding: cell.indices.prefix(200).map { cell[$0] }, as: UTF8.self)
    return text.count <= 40 ? text : "\(text.prefix(39))…"
  }

  private static func diagnostic(_ problem: TableProblem, file: String) -> Diagnostic {
    Diagnostic(
      Diagnostic.Code(rawValue: problem.code.rawValue), severity: .warning, problem.message,
      at: SourceLocation(file: file, line: problem.line, column: problem.column))
  }

  private static func next(
    _ reader: inout CSVReader, rows: Int, file: String
  ) throws(DocumentError) -> CSVBlock? {
    do throws(TableError) {
      return try reader.next(rows: rows)
    } catch {
      throw DocumentError(
        Diagnostic(
          Diagnostic.Code(rawValue: error.code.rawValue), error.message,
          at: SourceLocation(file: file, line: error.line ?? 1, column: error.column ?? 1)))
    }
  }
}
