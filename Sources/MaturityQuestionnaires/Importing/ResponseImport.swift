public import DigitalMaturity
public import MaturityTables

/// Reads what forms export, of one or several files, into one sheet of answers to a questionnaire.
///
/// ```swift
/// var responses = ResponseImport(to: questionnaire)
/// try responses.read(.file("How we work(1-104).csv"), file: "How we work(1-104).csv")
/// let answers = ResponseForm.csv(responses.sheet, of: questionnaire)
/// ```
///
/// Columns are found by the question's code in their text, then by their text; a ``ColumnMap`` comes before both. Whatever
/// is no question or attribute is left out. Names, e-mail addresses and times are discarded unless the options keep them;
/// an e-mail address still tells that a person answered twice. What is not understood counts as blank, and is one of
/// ``problems`` with its row and column.
public struct ResponseImport: Sendable {
  /// The questionnaire that was answered.
  public let questionnaire: Questionnaire
  /// The answers so far, with an id for each respondent.
  public private(set) var sheet: AnswerSheet
  /// Who answered and when, a respondent each; empty unless the options keep it. Times are ISO 8601.
  public private(set) var details: [[FormDetail: String]] = []
  /// Of a named questionnaire the day of each respondent's answers, as ISO 8601; blank where the form does not say it.
  public private(set) var days: [String] = []
  /// What is wrong, in the order of files and rows.
  public private(set) var problems = ResponseProblems()
  /// What came of each file.
  public private(set) var files: [ImportedFile] = []

  private let importers: [any ResponseImporter]
  private let options: ImportOptions
  private let matcher: ColumnMatcher
  /// A respondent who was met.
  private struct Met: Sendable {
    var row: Int
    let place: SourceLocation
    /// Whether it was in a file with a row an answer.
    let hasRowPerAnswer: Bool
  }

  /// The respondents met, by id and by e-mail address.
  private var met: [String: Met] = [:]
  /// The ids that each row was met by.
  private var keys: [[String]] = []
  private var usedEntries: Set<Int> = []
  /// What each file asks.
  private var asked: [String: Set<ColumnTarget>] = [:]

  /// Makes an import of nothing yet.
  /// - Parameters:
  ///   - questionnaire: The questionnaire that was answered.
  ///   - importers: The products whose tables are recognised, those to try first in front.
  ///   - options: How responses are imported.
  public init(
    to questionnaire: Questionnaire, importers: [any ResponseImporter] = .standard,
    options: ImportOptions = ImportOptions()
  ) {
    self.init(to: questionnaire, importers, options, ColumnMatcher(questionnaire))
  }

  /// - Parameter matcher: The questionnaire's.
  init(
    to questionnaire: Questionnaire, _ importers: [any ResponseImporter], _ options: ImportOptions,
    _ matcher: ColumnMatcher
  ) {
    self.questionnaire = questionnaire
    self.importers = importers
    self.options = options
    self.matcher = matcher
    sheet = AnswerSheet(for: questionnaire)
    for entry in options.map.entries {
      guard let target = entry.target, matcher.target(named: target) == nil else { continue }
      problems.add(
        Diagnostic(
          .unknownColumn,
          "“\(questionnaire.id)” has no question or attribute “\(target)”\(NearestName.hint(target, in: matcher.ids))",
          at: entry.location))
    }
  }

  /// Reads what a form exported as CSV, in whatever encoding and with whatever separator a spreadsheet saved it again (see
  /// `TableText`); or a response file: CSV with a row a respondent or a row an answer, or JSON Lines. Of one respondent the
  /// answers of a file with a row an answer come after those of all others, in whatever order files are read. O(bytes).
  /// - Throws: `DocumentError` when it cannot be read to its end, is empty, or none of its columns is a question.
  public mutating func read(_ source: consuming ByteSource, file: String) throws(DocumentError) {
    var rows = try FormRows(source, file: file, columns: matcher.ids, duplicates: options.duplicates)
    try read(file: file, hasRowPerAnswer: rows.hasRowPerAnswer) { () throws(DocumentError) in try rows.next() }
  }

  /// Reads the rows of any table, such as a sheet of a workbook. O(cells).
  /// - Parameters:
  ///   - file: The name that problems give the table.
  ///   - next: The next row; nil at the end.
  /// - Throws: `DocumentError` when there is no row, none of the columns is a question, and what `next` throws; the rows
  ///   before that stay.
  public mutating func read(
    file: String, _ next: () throws(DocumentError) -> FormRow?
  ) throws(DocumentError) {
    try read(file: file, hasRowPerAnswer: false, next)
  }

  /// - Parameter hasRowPerAnswer: Whether the rows were made of a file with a row an answer.
  mutating func read(
    file: String, hasRowPerAnswer: Bool, _ next: () throws(DocumentError) -> FormRow?
  ) throws(DocumentError) {
    var head: [FormRow] = []
    var failure: DocumentError?
    do throws(DocumentError) {
      while head.count < 3, let row = try next() { head.append(row) }
    } catch {
      failure = error
    }
    guard !head.isEmpty else {
      throw failure
        ?? DocumentError(
          Diagnostic(
            .emptyDocument, "the file is empty; its first row names the columns",
            at: SourceLocation(file: file, line: 1, column: 1)))
    }
    for row in head { for problem in row.problems { problems.add(problem) } }
    var table = try begin(file, head)
    table.hasRowPerAnswer = hasRowPerAnswer
    defer { finish(&table) }
    for row in head.dropFirst(table.headerRows) { add(row, &table) }
    if let failure { throw failure }
    while let row = try next() {
      for problem in row.problems { problems.add(problem) }
      add(row, &table)
    }
  }

  /// How many questions a table asks, by its first rows. O(columns × questions).
  static func questions(
    in head: [FormRow], _ importers: [any ResponseImporter], _ map: ColumnMap, _ matcher: ColumnMatcher
  ) -> Int {
    guard let layout = importers.lazy.compactMap({ $0.layout(of: head) }).first else { return 0 }
    let binding = ColumnBinding(layout, matcher, map, keepsDetails: false, hasHints: false)
    return Set(binding.targets.compactMap { $0?.question }).count
  }

  /// The entries of the map that name no column of any file read.
  public var unusedEntries: [ColumnMap.Entry] {
    options.map.entries.enumerated().filter { !usedEntries.contains($0.offset) }.map(\.element)
  }

  // MARK: Header

  private mutating func begin(_ file: String, _ head: [FormRow]) throws(DocumentError) -> ImportTable {
    // No text of a question is so long, and one that is would be compared with every other.
    let head = head.map { row in FormRow(row.cells.map { String($0.prefix(2_000)) }, line: row.line) }
    let known = importers.lazy.compactMap { importer in importer.layout(of: head).map { (importer, $0) } }.first
    guard let (importer, layout) = known else {
      throw DocumentError(
        Diagnostic(
          .unknownColumn,
          "this is no table of a kind that is read: \(importers.map(\.name).joined(separator: ", ")); check that it is the right file",
          at: SourceLocation(file: file, line: head[0].line, column: 1)))
    }
    let binding = ColumnBinding(layout, matcher, options.map, keepsDetails: options.keepsDetails)
    usedEntries.formUnion(binding.used)
    var report = ImportedFile(file: file, importer: importer.name)
    report.columns = zip(layout.columns, binding.outcomes).map { ImportedColumn(title: $0.title, outcome: $1) }
    let found = Set(binding.targets.compactMap { target in target?.question.map { .question($0) } ?? target })
    report.missing = matcher.names.filter { !found.contains($0.key) }.map(\.value)
    report.missing = (questionnaire.attributes.map(\.id.rawValue) + questionnaire.questions.map(\.id.rawValue))
      .filter(Set(report.missing).contains)
    let hasQuestion = found.contains { $0.question != nil }
    note(report, line: head[0].line, isUsable: hasQuestion)
    if hasQuestion, questionnaire.isNamed, !found.contains(.respondent) {
      problems.add(
        Diagnostic(
          .missingColumn, severity: .warning,
          "no column has the code of the person; ask for it in the form, or say which column it is with a map: "
            + "“respondent”", at: SourceLocation(file: file, line: head[0].line, column: 1)))
    }
    guard hasQuestion else {
      files.append(report)
      throw DocumentError(
        Diagnostic(
          .missingColumn, "no column of the first row asks a question of “\(questionnaire.id)”; name some with a map",
          at: SourceLocation(file: file, line: head[0].line, column: 1)))
    }
    asked[file, default: []].formUnion(found)
    return ImportTable(
      report, layout, binding, questionnaire, importer, prefix: options.prefix ?? ImportTable.prefix(of: file))
  }

  /// Notes the columns that are left out although they may be wanted, and the questions without one.
  private mutating func note(_ report: ImportedFile, line: Int, isUsable: Bool) {
    func place(_ column: Int) -> SourceLocation { SourceLocation(file: report.file, line: line, column: column) }
    for (number, column) in report.columns.enumerated() {
      let name = ImportedFile.short(column.title)
      switch column.outcome {
      case .unmapped(let nearest):
        let hint = nearest.map { "; the nearest is “\($0)”" } ?? ""
        problems.add(.unknownColumn) {
          Diagnostic(
            .unknownColumn, severity: .warning,
            "the column “\(name)” is no question that is known and is left out\(hint)",
            at: place(number + 1))
        }
      case .repeated(let id, of: let other):
        problems.add(.repeatedColumn) {
          Diagnostic(
            .repeatedColumn, severity: .warning,
            "the column “\(name)” asks “\(id)” as column \(other) does, and is left out", at: place(number + 1))
        }
      case .ambiguous(let ids):
        problems.add(.repeatedColumn) {
          Diagnostic(
            .repeatedColumn, severity: .warning,
            "the column “\(name)” could be \(ids.joined(separator: " or ")) and is left out; say which with a map",
            at: place(number + 1))
        }
      case .mapped, .response, .detail, .unused: continue
      }
    }
    guard isUsable, options.expectsAllQuestions else { return }
    for id in report.missing {
      problems.add(.missingColumn) {
        Diagnostic(
          .missingColumn, severity: .warning, "no column asks “\(id)”; it counts as blank for everyone", at: place(1))
      }
    }
  }

  // MARK: Rows

  private mutating func add(_ row: FormRow, _ table: inout ImportTable) {
    guard row.cells.contains(where: { !LooseText.folded(String($0.prefix(1_000))).isEmpty }) else {
      return table.note(
        .emptyRow, "the row has nothing in it and is left out", row.line, 1, into: &problems, countsAsDamage: false)
    }
    if table.isUnused(row) { return }
    table.report.rows += 1
    if let rater = table.otherRater(of: row, than: questionnaire.audience) {
      return table.note(
        .unknownAnswer,
        "“\(ImportedFile.short(rater))” rates in this row, and with “\(questionnaire.id)” rates \(questionnaire.audience); the "
          + "row is left out", row.line, table.raterNumber, into: &problems)
    }
    let id = table.respondent(of: row)
    // Where people are rated the address is the rater's, who may rate many; the code says who is rated.
    let email = questionnaire.isNamed ? nil : table.email(of: row)
    var ids = [id.folded] + (email.map { ["@" + $0] } ?? [])
    let earlier = ids.compactMap { met[$0] }
    if let first = earlier.first {
      table.report.repeats += 1
      let counts = counts(after: earlier, table.hasRowPerAnswer)
      if options.duplicates == .reject {
        let isSameID = met[id.folded] != nil
        let who = isSameID ? "the respondent “\(id.text)”" : "a person with the same e-mail address"
        let here = SourceLocation(file: table.report.file, line: row.line, column: table.identityColumn(isSameID))
        let (counted, left) = counts ? (here, first.place) : (first.place, here)
        problems.add(
          Diagnostic(
            .duplicateRespondent, severity: .warning,
            "\(who) stands at \(counted.file):\(counted.line) already; this row is left out"
              + joinHint(left.file, counted.file), at: left))
      }
      guard counts else {
        // By whatever else the row is known, it is the same person.
        for key in ids where met[key] == nil { met[key] = first }
        return
      }
      for row in Set(earlier.map(\.row)) where table.replaced.insert(row).inserted { ids += keys[row] }
    }
    sheet.addRespondent(id.text, notStated: questionnaire.attributes.map(\.notStated))
    let day = table.take(row)
    if questionnaire.isNamed { days.append(day) }
    if options.keepsDetails { details.append(table.details(of: row)) }
    let place = SourceLocation(file: table.report.file, line: row.line, column: 1)
    for key in ids { met[key] = Met(row: sheet.count - 1, place: place, hasRowPerAnswer: table.hasRowPerAnswer) }
    keys.append(ids)
    table.read(row, into: &sheet, &problems)
  }

  /// What is said where a file asks what the one that counts does not: it may be the rest of a questionnaire.
  private func joinHint(_ left: String, _ counted: String) -> String {
    guard let more = asked[left], let counted = asked[counted], !more.isSubset(of: counted) else { return "" }
    return "; it asks other things: import it on its own, and “maturity score --join” puts the answers together"
  }

  /// Whether a row counts in place of those of the same person, which were read before it. Files with a row an answer come
  /// after all others, whenever they are read.
  private func counts(after earlier: [Met], _ hasRowPerAnswer: Bool) -> Bool {
    let comesLast = hasRowPerAnswer || !earlier.contains(where: \.hasRowPerAnswer)
    if options.duplicates == .last { return comesLast }
    return !hasRowPerAnswer && earlier.allSatisfy(\.hasRowPerAnswer)
  }

  /// Takes out the rows that later ones replace, and writes the dates of the file in one way.
  private mutating func finish(_ table: inout ImportTable) {
    if options.keepsDetails { table.writeDates(&details, options.dates, &problems) }
    if questionnaire.isNamed { table.writeDays(&days, options.dates, &problems) }
    if !table.replaced.isEmpty {
      let rows = table.replaced.sorted()
      sheet.remove(rows: rows)
      for row in rows.reversed() {
        keys.remove(at: row)
        if options.keepsDetails { details.remove(at: row) }
        if questionnaire.isNamed { days.remove(at: row) }
      }
      for (row, ids) in keys.enumerated() {
        for id in ids { met[id]?.row = row }
      }
    }
    files.append(table.finished())
  }
}

extension ResponseImport {
  /// The answers as a response file; who answered and when in columns at its end, where that is kept. O(answers).
  public var csv: ByteOutput {
    let kept = FormDetail.allCases.filter { detail in details.contains { $0[detail] != nil } }
    return ResponseForm.csv(
      sheet, of: questionnaire, days: days,
      extra: kept.map { detail in (detail.rawValue, details.map { $0[detail] ?? "" }) })
  }

  /// What came of each file as lines for people, and the entries of the map that named no column.
  public var report: String {
    files.map(\.text).joined(separator: "\n")
      + unusedEntries.map { "No column of the map: \(ImportedFile.short($0.column))\n" }.joined()
  }
}
