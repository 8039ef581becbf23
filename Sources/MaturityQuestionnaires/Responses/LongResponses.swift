import DigitalMaturity
import MaturityTables

/// Response files with a row an answer: columns `respondent`, `question` and `answer`, in any order. What stands for a
/// question may also be an attribute. Rows of one respondent may stand anywhere; memory is that of all answers.
struct LongResponses: Sendable {
  private let questionnaire: Questionnaire
  private let policy: DuplicatePolicy
  private var answers: LongAnswers
  private let columns: [ResponseColumn]
  /// The column of each question and attribute, by its folded id.
  private let places: [String: Int]
  private let known: [String]
  private var sheet: AnswerSheet
  /// Where each respondent was first met: a report and a line.
  private var firstPlaces: [(report: Int, line: Int)] = []
  private var reports: [Report] = []

  private struct Report {
    var name: String
    var problems = ResponseProblems()
    var respondents = 0
    var repeats = 0
    var rows = 0
    var damagedRows = 0
    /// Where the next row stands.
    var line = 0
    var isRowDamaged = false
  }

  init(_ questionnaire: Questionnaire, _ policy: DuplicatePolicy) {
    self.questionnaire = questionnaire
    self.policy = policy
    answers = LongAnswers(policy)
    var binding = HeaderBinding(questionnaire, file: "", line: 1)
    for name in binding.known { binding.add(name) }
    columns = binding.columns
    known = binding.known
    places = Dictionary(
      binding.known.enumerated().dropFirst().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    sheet = AnswerSheet(for: questionnaire)
  }

  /// Whether a file has a row an answer, by its header. The source stays at its start.
  static func isLong(
    _ source: inout ByteSource, _ file: ResponseFile, _ questionnaire: Questionnaire
  ) throws(DocumentError) -> Bool {
    guard (file.format ?? TableFormat(path: file.name)) == .csv else { return false }
    do throws(TableError) {
      var reader = CSVReader(.bytes(try source.peek(64 << 10)))
      guard let head = try? reader.next(rows: 1), LongTable(header: head.cells(in: 0).map(head.text(of:))) != nil else {
        return false
      }
      // A questionnaire may have a question of that name.
      let own = questionnaire.questions.map(\.id.rawValue) + questionnaire.attributes.map(\.id.rawValue)
      return Set(own).isDisjoint(with: LongTable.header)
    } catch {
      throw ResponseOrder.documentError(error, file: file.name)
    }
  }

  // MARK: Reading

  /// Reads a file.
  mutating func read(_ source: consuming ByteSource, file: String) throws(DocumentError) {
    reports.append(Report(name: file))
    var reader = CSVReader(source)
    var table: LongTable?
    do throws(TableError) {
      while let block = try reader.next() {
        for problem in block.problems {
          reports[reports.count - 1].problems.add(
            Diagnostic(
              Diagnostic.Code(rawValue: problem.code.rawValue), severity: .warning, problem.message,
              at: SourceLocation(file: file, line: problem.line, column: problem.column)))
        }
        for row in 0..<block.count {
          let cells = block.cells(in: row)
          reports[reports.count - 1].line = block.line(of: row)
          guard let table else {
            table = LongTable(header: cells.map(block.text(of:)))
            for other in table?.others ?? [] { note(other, isDamage: false) }
            continue
          }
          add(block, cells, table)
        }
      }
    } catch {
      throw ResponseOrder.documentError(error, file: file)
    }
  }

  private mutating func add(_ block: CSVBlock, _ cells: Range<Int>, _ table: LongTable) {
    if cells.allSatisfy({ block.range(of: $0).isEmpty }) { return }
    let report = reports.count - 1
    reports[report].rows += 1
    reports[report].isRowDamaged = false
    defer { if reports[report].isRowDamaged { reports[report].damagedRows += 1 } }
    if let surplus = table.surplus(cells: cells.count) { note(surplus) }
    do throws(LongTable.Problem) {
      let row = try table.row(cells: cells.count) { block.text(of: cells.lowerBound + $0) }
      add(row, block, cells, table)
    } catch {
      note(error)
    }
  }

  private mutating func add(_ said: LongTable.Row, _ block: CSVBlock, _ cells: Range<Int>, _ table: LongTable) {
    guard let column = places[Spelling.folded(said.question)] else {
      let hint = NearestName.nearest(Spelling.folded(said.question), in: known)
      return note(
        .unknownColumn,
        "“\(said.question.prefix(60))” is no question or attribute of “\(questionnaire.id)”; the row is left out\(hint)",
        table.question)
    }
    let row = row(of: said.respondent.folded)
    guard table.answer < cells.count, !block.range(of: cells.lowerBound + table.answer).isEmpty else { return }
    let taken = answers.take(
      row, column, respondent: said.respondent.folded, question: known[column], place: table.question)
    if taken.isRepeat { reports[reports.count - 1].repeats += 1 }
    if let problem = taken.problem { note(problem, isDamage: false) }
    guard taken.counts else { return }
    block.withCell(cells.lowerBound + table.answer) { cell in set(cell, columns[column], row, table.answer) }
  }

  private mutating func row(of folded: String) -> Int {
    let row = answers.row(of: folded)
    guard row == sheet.count else { return row }
    let report = reports.count - 1
    sheet.addRespondent(notStated: questionnaire.attributes.map(\.notStated))
    firstPlaces.append((report, reports[report].line))
    reports[report].respondents += 1
    return row
  }

  // MARK: Answers

  private mutating func set(_ cell: Span<UInt8>, _ column: ResponseColumn, _ row: Int, _ place: Int) {
    switch column {
    case .respondent, .ignored: return
    case .attribute(let index, let codes):
      let attribute = questionnaire.attributes[index]
      switch codes.meaning(of: cell) {
      case .blank: return
      case .code(let value): sheet.set(attribute: index, value: value, row: row)
      case .unknown:
        noteUnknown(cell, attribute.id.rawValue, attribute.values.map(\.id.rawValue), "not stated", place)
      }
    case .closed(let index, let question, let codes):
      switch codes.meaning(of: cell) {
      case .blank: return
      case .code(let raw): set(raw, question, index, row, place)
      case .unknown:
        noteUnknown(cell, question.id.rawValue, question.answers.options.map(\.id.rawValue), "blank", place)
      }
    case .open(let index, let question, let kind):
      switch CellCodes.statuses.meaning(of: cell) {
      case .blank: return
      case .code(let raw): set(raw, question, index, row, place)
      case .unknown:
        guard let answer = kind.encode(cell), sheet.set(answer, question: index, row: row) else {
          return note(
            .unknownAnswer,
            "“\(ResponseParser.text(cell))” as answer to “\(question.id)” is not \(kind.expectation); it counts as blank",
            place)
        }
      }
    }
  }

  private mutating func set(_ raw: UInt16, _ question: Question, _ index: Int, _ row: Int, _ place: Int) {
    let code = AnswerCode(rawValue: UInt8(truncatingIfNeeded: raw))
    sheet.set(code, question: index, row: row)
    guard !question.offers(code) else { return }
    note(
      .statusNotAllowed, "“\(question.id)” does not offer “\(code.status.words)”; it is kept as that all the same",
      place, isDamage: false)
  }

  // MARK: Problems

  private mutating func noteUnknown(
    _ cell: Span<UInt8>, _ name: String, _ known: [String], _ outcome: String, _ place: Int
  ) {
    let text = ResponseParser.text(cell)
    note(
      .unknownAnswer,
      "“\(text)” is not one of the answers to “\(name)”; it counts as \(outcome)\(NearestName.hint(text, in: known))",
      place)
  }

  private mutating func note(_ problem: LongTable.Problem, isDamage: Bool = true) {
    note(problem.code, problem.message, problem.place, isDamage: isDamage)
  }

  private mutating func note(_ code: Diagnostic.Code, _ message: String, _ place: Int, isDamage: Bool = true) {
    let report = reports.count - 1
    if isDamage { reports[report].isRowDamaged = true }
    reports[report].problems.add(
      Diagnostic(
        code, severity: .warning, message,
        at: SourceLocation(file: reports[report].name, line: reports[report].line, column: place + 1)))
  }

  // MARK: Results

  /// What anybody has answered, by the ids of questions and attributes.
  var names: [String] { answers.columns.map { known[$0] } }

  /// Gives the answers, respondent by respondent, and tells what came of each file.
  /// - Parameter body: Takes a row of the sheet, the respondent's id, folded, and the sheet; says how many of its answers do
  ///   not count, and the problem with that, if it is one.
  consuming func given(_ body: (Int, String, AnswerSheet) -> (repeats: Int, problem: String?)) -> [ResponseFileReport] {
    for (id, row) in answers.rows.sorted(by: { $0.value < $1.value }) {
      let place = firstPlaces[row]
      let (repeats, problem) = body(row, id, sheet)
      reports[place.report].repeats += repeats
      guard let problem else { continue }
      reports[place.report].problems.add(
        Diagnostic(
          .duplicateRespondent, severity: .warning, problem,
          at: SourceLocation(file: reports[place.report].name, line: place.line, column: 1)))
    }
    return finishedReports
  }

  private var finishedReports: [ResponseFileReport] {
    reports.map {
      ResponseFileReport(
        name: $0.name, problems: $0.problems, respondents: $0.respondents, repeats: $0.repeats, rows: $0.rows,
        damagedRows: $0.damagedRows)
    }
  }

  /// The keys of the respondents that were met in other files, once each.
  func keys(metIn met: RespondentsMet) -> [UInt128: Int] {
    var keys: [UInt128: Int] = [:]
    for id in answers.rows.keys where met.contains(id) { keys[RespondentIds.key(Array(id.utf8).span)] = 1 }
    return keys
  }

  /// The answers, without respondents met in other files unless the last row counts, and what came of each file.
  consuming func finished(after repeats: RespondentRepeats) -> (sheet: AnswerSheet, reports: [ResponseFileReport]) {
    if policy != .last {
      let left = answers.rows.filter { repeats.met.contains($0.key) }.sorted { $0.value < $1.value }
      let hint = repeats.mayAskMore(Set(names)) ? RespondentRepeats.joinHint : ""
      for (id, row) in left {
        let place = firstPlaces[row]
        reports[place.report].repeats += 1
        reports[place.report].respondents -= 1
        guard policy == .reject else { continue }
        reports[place.report].problems.add(
          Diagnostic(
            .duplicateRespondent, severity: .warning,
            "the respondent “\(id)” stands in another file; the answers here are left out\(hint)",
            at: SourceLocation(file: reports[place.report].name, line: place.line, column: 1)))
      }
      sheet.remove(rows: left.map(\.value))
    }
    return (sheet, finishedReports)
  }
}
