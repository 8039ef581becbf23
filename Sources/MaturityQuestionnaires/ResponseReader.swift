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
  private let notStated: [UInt16]
  private let questionnaire: Questionnaire
  private let headerCount: Int
  private var met: Set<String>

  /// Reads the header.
  /// - Parameters:
  ///   - source: The file.
  ///   - file: The name that problems give it.
  ///   - questionnaire: The questionnaire that was answered.
  ///   - met: Respondents met in other files of the same questionnaire.
  /// - Throws: ``DocumentError`` when there is no header, or none of its columns is a question.
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
    notStated = questionnaire.attributes.map(\.notStated)
    columns = binding.columns
    headerCount = header.cells(in: 0).count
    self.reader = reader
  }

  /// The ids of the respondents met, for reading the next file of the same questionnaire.
  public consuming func respondentsMet() -> Set<String> { met }

  /// The next block of respondents; nil at the end.
  /// - Throws: ``DocumentError`` when the file cannot be read on.
  public mutating func next() throws(DocumentError) -> AnswerSheet? {
    guard let block = try Self.next(&reader, rows: 4096, file: file) else { return nil }
    for problem in block.problems { problems.add(Self.diagnostic(problem, file: file)) }
    var sheet = AnswerSheet(for: questionnaire)
    for row in 0..<block.count { read(row, of: block, into: &sheet) }
    respondents += sheet.count
    return sheet
  }

  private mutating func read(_ row: Int, of block: borrowing CSVBlock, into sheet: inout AnswerSheet) {
    let cells = block.cells(in: row)
    let line = block.line(of: row)
    if isEmpty(cells, of: block) {
      note(.emptyRow, "the row has nothing in it and is left out", line, 1)
      return
    }
    if cells.count != headerCount {
      note(
        .raggedRow,
        "the row has \(cells.count) cells and the header \(headerCount); "
          + (cells.count < headerCount ? "the missing ones count as blank" : "the surplus ones are left out"),
        line, min(cells.count, headerCount) + 1)
    }
    if isRepeated(cells, of: block, line: line) { return }
    sheet.addRespondent(notStated: notStated)
    for (index, column) in columns.enumerated() where index < cells.count {
      let cell = cells.lowerBound + index
      block.withCell(cell) { bytes in read(bytes, column, line, index + 1, into: &sheet) }
    }
  }

  private func isEmpty(_ cells: Range<Int>, of block: borrowing CSVBlock) -> Bool {
    cells.allSatisfy { cell in
      block.withCell(cell) { bytes in bytes.indices.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 } }
    }
  }

  /// Whether the row's respondent stands in an earlier row; such a row is left out.
  private mutating func isRepeated(_ cells: Range<Int>, of block: borrowing CSVBlock, line: Int) -> Bool {
    guard let position = columns.firstIndex(where: \.isRespondent), position < cells.count else { return false }
    let id = Spelling.folded(block.text(of: cells.lowerBound + position))
    guard !id.isEmpty, !met.insert(id).inserted else { return false }
    note(
      .duplicateRespondent, "the respondent “\(id)” stands in an earlier row; this one is left out", line, position + 1)
    return true
  }

  private mutating func read(
    _ cell: Span<UInt8>, _ column: ResponseColumn, _ line: Int, _ number: Int, into sheet: inout AnswerSheet
  ) {
    switch column {
    case .respondent, .ignored: return
    case .attribute(let index, let codes):
      switch codes.meaning(of: cell) {
      case .blank: return
      case .code(let value): sheet.set(attribute: index, value: value)
      case .unknown:
        let known = questionnaire.attributes[index].values.map(\.id.rawValue)
        noteUnknown(cell, questionnaire.attributes[index].id.rawValue, known, "not stated", line, number)
      }
    case .closed(let index, let question, let codes):
      switch codes.meaning(of: cell) {
      case .blank: return
      case .code(let raw): set(AnswerCode(rawValue: UInt8(truncatingIfNeeded: raw)), index, line, number, &sheet)
      case .unknown:
        noteUnknown(cell, question.id.rawValue, question.answers.options.map(\.id.rawValue), "blank", line, number)
      }
    case .open(let index, let question, let kind):
      switch CellCodes.statuses.meaning(of: cell) {
      case .blank: return
      case .code(let raw): set(AnswerCode(rawValue: UInt8(truncatingIfNeeded: raw)), index, line, number, &sheet)
      case .unknown:
        if let answer = kind.encode(cell) {
          sheet.set(answer, question: index)
        } else {
          note(
            .unknownAnswer,
            "“\(Self.text(cell))” in column “\(question.id)” is not \(kind.expectation); it counts as blank", line,
            number)
        }
      }
    }
  }

  private mutating func set(
    _ code: AnswerCode, _ index: Int, _ line: Int, _ number: Int, _ sheet: inout AnswerSheet
  ) {
    sheet.set(code, question: index)
    guard code.option == nil, code != .notShown, let question = columns[number - 1].question,
      !question.allowed.contains(code.status)
    else { return }
    note(
      .statusNotAllowed, "“\(question.id)” does not offer “\(code.status.words)”; it is kept as that all the same",
      line,
      number)
  }

  // MARK: Problems

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
    problems.add(
      Diagnostic(
        code, severity: .warning, message, at: SourceLocation(file: file, line: line, column: column)))
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
