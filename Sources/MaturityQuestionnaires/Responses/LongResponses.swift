import DigitalMaturity
import MaturityTables

/// Response files with a row an answer: columns `respondent`, `question` and `answer`, in any order. What stands for a
/// question may also be an attribute. Rows of one respondent may stand anywhere; memory is that of all answers.
struct LongResponses: Sendable {
  private let questionnaire: Questionnaire
  private let policy: DuplicatePolicy
  private let columns: [ResponseColumn]
  /// The column of each question and attribute, by its folded id.
  private let places: [String: Int]
  private let names: [String]
  private var sheet: AnswerSheet
  /// The row of each respondent, by the folded id.
  private var rows: [String: Int] = [:]
  /// Where each respondent was first met: a report and a line.
  private var firstPlaces: [(report: Int, line: Int)] = []
  /// The columns of each respondent that have an answer.
  private var answered: [Set<Int>] = []
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

  static let header: Set<String> = ["respondent", "question", "answer"]

  init(_ questionnaire: Questionnaire, _ policy: DuplicatePolicy) {
    self.questionnaire = questionnaire
    self.policy = policy
    var binding = HeaderBinding(questionnaire, file: "", line: 1)
    for name in binding.known { binding.add(name) }
    columns = binding.columns
    names = binding.known
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
      guard let head = try? reader.next(rows: 1) else { return false }
      let names = Set(head.cells(in: 0).map { Spelling.folded(head.text(of: $0)) })
      let own = Set(questionnaire.questions.map(\.id.rawValue) + questionnaire.attributes.map(\.id.rawValue))
      // A questionnaire may have a question of that name.
      return names.isSuperset(of: header) && own.isDisjoint(with: header)
    } catch {
      throw ResponseOrder.documentError(error, file: file.name)
    }
  }

  // MARK: Reading

  /// Reads a file.
  mutating func read(_ source: consuming ByteSource, file: String) throws(DocumentError) {
    reports.append(Report(name: file))
    var reader = CSVReader(source)
    var places: (respondent: Int, question: Int, answer: Int)?
    var width = 0
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
          guard let places else {
            places = headerPlaces(block, row)
            width = cells.count
            continue
          }
          add(block, cells, places, width, line: block.line(of: row))
        }
      }
    } catch {
      throw ResponseOrder.documentError(error, file: file)
    }
  }

  private mutating func headerPlaces(
    _ block: CSVBlock, _ row: Int
  ) -> (respondent: Int, question: Int, answer: Int) {
    var found: [String: Int] = [:]
    reports[reports.count - 1].line = block.line(of: row)
    for (number, cell) in block.cells(in: row).enumerated() {
      let name = block.text(of: cell)
      let folded = Spelling.folded(name)
      if Self.header.contains(folded), found[folded] == nil {
        found[folded] = number
      } else if !folded.isEmpty {
        note(
          .unknownColumn, "the column “\(name.prefix(60))” is none of respondent, question and answer, and is left out",
          number, isDamage: false)
      }
    }
    return (found["respondent"] ?? 0, found["question"] ?? 0, found["answer"] ?? 0)
  }

  private mutating func add(
    _ block: CSVBlock, _ cells: Range<Int>, _ places: (respondent: Int, question: Int, answer: Int), _ width: Int,
    line: Int
  ) {
    func text(_ place: Int) -> String { place < cells.count ? block.text(of: cells.lowerBound + place) : "" }
    if cells.allSatisfy({ block.range(of: $0).isEmpty }) { return }
    let report = reports.count - 1
    reports[report].line = line
    reports[report].rows += 1
    reports[report].isRowDamaged = false
    defer { if reports[report].isRowDamaged { reports[report].damagedRows += 1 } }
    if cells.count > width {
      note(.raggedRow, "the row has \(cells.count) cells and the header \(width); the surplus ones are left out", width)
    }
    let id = text(places.respondent)
    let folded = Spelling.folded(id)
    guard !folded.isEmpty else {
      return note(.emptyRespondent, "the row names no respondent and is left out", places.respondent)
    }
    let name = text(places.question)
    guard let column = self.places[Spelling.folded(name)] else {
      let hint = NearestName.nearest(Spelling.folded(name), in: names)
      return note(
        .unknownColumn,
        "“\(name.prefix(60))” is no question or attribute of “\(questionnaire.id)”; the row is left out\(hint)",
        places.question)
    }
    let row = self.row(of: folded)
    guard places.answer < cells.count, !block.range(of: cells.lowerBound + places.answer).isEmpty else { return }
    if !answered[row].insert(column).inserted {
      reports[report].repeats += 1
      if policy == .reject {
        note(
          .duplicateRespondent,
          "the respondent “\(folded)” answers “\(names[column])” in an earlier row; this one is left out",
          places.question,
          isDamage: false)
      }
      if policy != .last { return }
    }
    block.withCell(cells.lowerBound + places.answer) { cell in set(cell, columns[column], row, places.answer) }
  }

  private mutating func row(of folded: String) -> Int {
    if let row = rows[folded] { return row }
    let report = reports.count - 1
    rows[folded] = sheet.count
    sheet.addRespondent(notStated: questionnaire.attributes.map(\.notStated))
    answered.append([])
    firstPlaces.append((report, reports[report].line))
    reports[report].respondents += 1
    return sheet.count - 1
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
    guard !ResponsePlan.isOffered(code, question) else { return }
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

  private mutating func note(_ code: Diagnostic.Code, _ message: String, _ place: Int, isDamage: Bool = true) {
    let report = reports.count - 1
    if isDamage { reports[report].isRowDamaged = true }
    reports[report].problems.add(
      Diagnostic(
        code, severity: .warning, message,
        at: SourceLocation(file: reports[report].name, line: reports[report].line, column: place + 1)))
  }

  // MARK: Results

  /// The keys of the respondents that were met in other files, once each.
  func keys(metIn met: RespondentsMet) -> [UInt128: Int] {
    var keys: [UInt128: Int] = [:]
    for id in rows.keys where met.contains(id) { keys[RespondentIds.key(Array(id.utf8).span)] = 1 }
    return keys
  }

  /// The answers, without respondents met in other files unless the last row counts, and what came of each file.
  consuming func finished(metBefore met: RespondentsMet) -> (sheet: AnswerSheet, reports: [ResponseFileReport]) {
    if policy != .last {
      let left = rows.filter { met.contains($0.key) }.sorted { $0.value < $1.value }
      for (id, row) in left {
        let place = firstPlaces[row]
        reports[place.report].repeats += 1
        reports[place.report].respondents -= 1
        guard policy == .reject else { continue }
        reports[place.report].problems.add(
          Diagnostic(
            .duplicateRespondent, severity: .warning,
            "the respondent “\(id)” stands in another file; the answers here are left out",
            at: SourceLocation(file: reports[place.report].name, line: place.line, column: 1)))
      }
      sheet.remove(rows: left.map(\.value))
    }
    return (
      sheet,
      reports.map {
        ResponseFileReport(
          name: $0.name, problems: $0.problems, respondents: $0.respondents, repeats: $0.repeats, rows: $0.rows,
          damagedRows: $0.damagedRows)
      }
    )
  }
}
