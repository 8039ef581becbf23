import DigitalMaturity
import MaturityTables

/// What depends on the order of a file: lines, repeated respondents, and the order of problems.
struct ResponseOrder: Sendable {
  let file: String
  private(set) var problems: ResponseProblems
  private(set) var respondents = 0
  /// What ended the reading.
  private(set) var failure: DocumentError?
  /// Whether ids are out of order of which none was kept.
  private(set) var needsAllIds = false
  private(set) var repeats: RespondentRepeats
  /// The rows with anything in them, those left out included.
  private(set) var rows = 0
  /// The rows that could not be read as they were meant.
  private(set) var damagedRows = 0
  /// The lines before the next block.
  private var lines: Int
  private var unknownKeys: Set<String> = []
  private let plan: ResponsePlan
  /// Whether the file may ask what none before it asks.
  private let mayAskMore: Bool

  init(_ plan: ResponsePlan, file: String, lines: Int, problems: ResponseProblems, repeats: RespondentRepeats) {
    self.plan = plan
    self.file = file
    self.lines = lines
    self.problems = problems
    self.repeats = repeats
    mayAskMore = repeats.mayAskMore(plan.names)
  }

  /// The repeats, to go on with in the next file.
  var repeatsOfNext: RespondentRepeats { repeats.next(after: plan.names) }

  /// Settles the next block of the file: leaves out those met before, and tells what is wrong.
  /// - Returns: Whether the file goes on after the block.
  mutating func settle(_ block: inout ResponseBlock) -> Bool {
    guard let repeated = repeats.add(block.ids) else {
      needsAllIds = true
      return false
    }
    rows += block.sheet.count
    if !repeated.isEmpty { leaveOut(repeated, of: &block) }
    for unknown in block.unknownKeys { note(unknown, of: &block) }
    if !block.notes.isEmpty { tell(block.notes) }
    respondents += block.sheet.count
    if let error = block.failure { fail(error) }
    lines += block.lineCount
    return failure == nil
  }

  /// Ends the reading.
  mutating func fail(_ error: TableError) {
    failure = Self.documentError(error, file: file, linesBefore: lines)
  }

  /// Notes a key that is no column, once for the whole file.
  private mutating func note(_ unknown: JSONLinesReader.UnknownKey, of block: inout ResponseBlock) {
    let folded = Spelling.folded(unknown.key)
    guard unknownKeys.insert(folded).inserted else { return }
    block.notes.append(
      ResponseBlock.Note(
        code: .unknownColumn,
        message: HeaderBinding.unknown(unknown.key, folded: folded, of: plan.questionnaire, plan.keys.names),
        line: unknown.line, column: unknown.column, isDamage: false))
  }

  private func leaveOut(_ rows: [Int], of block: inout ResponseBlock) {
    let left = Set(rows)
    block.notes.removeAll { $0.row.map(left.contains) ?? false }
    for row in rows where repeats.areProblems {
      let id = String(decoding: block.ids.id(row), as: UTF8.self)
      block.notes.append(
        ResponseBlock.Note(
          code: .duplicateRespondent,
          message:
            "the respondent “\(id)” stands in an earlier row or file; this one is left out, since each person has one "
            + "number over all files" + (mayAskMore ? RespondentRepeats.joinHint : ""),
          line: Int(block.lines[row]), column: (plan.respondent?.number ?? 0) + 1, isDamage: false))
    }
    block.sheet.remove(rows: rows)
  }

  /// Tells what is wrong row by row, though it was found column by column.
  private mutating func tell(_ notes: [ResponseBlock.Note]) {
    let order = notes.indices.sorted {
      (notes[$0].line, notes[$0].column, $0) < (notes[$1].line, notes[$1].column, $1)
    }
    var damagedLine = 0
    for index in order {
      let note = notes[index]
      if note.isDamage, note.line != damagedLine {
        damagedLine = note.line
        damagedRows += 1
      }
      // A line that is no JSON is no row of the sheet.
      if note.code.rawValue == TableProblem.Code.badJSON.rawValue { rows += 1 }
      problems.add(note.code) {
        Diagnostic(
          note.code, severity: .warning, note.message,
          at: SourceLocation(file: file, line: lines + note.line, column: note.column))
      }
    }
  }

  /// The error of a table as one of a document.
  static func documentError(_ error: TableError, file: String, linesBefore: Int = 0) -> DocumentError {
    DocumentError(
      Diagnostic(
        Diagnostic.Code(rawValue: error.code.rawValue), error.message,
        at: SourceLocation(
          file: file, line: error.line.map { linesBefore + $0 } ?? 1, column: error.column ?? 1)))
  }
}
