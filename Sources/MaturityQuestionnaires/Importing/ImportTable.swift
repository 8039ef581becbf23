import DigitalMaturity

/// One table while it is imported: what its columns mean, and what has been found of them.
struct ImportTable {
  var report: ImportedFile
  /// The rows of the sheet that later ones replace.
  var replaced: Set<Int> = []
  /// Whether its rows were made of a file with a row an answer.
  var hasRowPerAnswer = false
  let headerRows: Int

  /// What a column is read as, with the position of its question or attribute.
  private enum Reader {
    case closed(Int)
    case open(Int)
    case option(OptionColumns.Mark, of: Int)
    case attribute(Int)
    case ignored
  }

  private let columns: [FormColumn]
  private let importer: any ResponseImporter
  private let questions: [Question]
  private let readers: [Reader]
  /// What the cells of closed questions and of attributes mean, by column.
  private let labels: [FormLabels?]
  private let prefix: String
  private let respondentColumn: Int?
  private let dateColumn: Int?
  private let raterColumn: Int?
  private let responseColumn: Int?
  private let emailColumn: Int?
  private var detailColumns: [FormDetail: Int] = [:]
  /// What cells met before mean, by column: answers repeat.
  private var meanings: [[String: FormLabels.Meaning]]
  private var notUnderstood: [[String: Int]]
  /// The lines of the rows that were taken.
  private var lines: [Int] = []
  private var isRowDamaged = false
  /// How several choices in a cell are told apart, by column.
  private var choices: [Int: FormChoices] = [:]
  private let options: OptionColumns
  private let choiceSeparator: String

  init(
    _ report: ImportedFile, _ layout: FormLayout, _ binding: ColumnBinding, _ questionnaire: Questionnaire,
    _ importer: any ResponseImporter, prefix: String
  ) {
    self.report = report
    self.importer = importer
    self.prefix = prefix
    headerRows = max(1, layout.headerRows)
    choiceSeparator = layout.choiceSeparator
    columns = layout.columns
    options = OptionColumns(questionnaire)
    let questions = questionnaire.questions
    self.questions = questions
    readers = binding.targets.map { target in
      switch target {
      case .question(let index):
        switch questions[index].answers {
        case .closed: .closed(index)
        case .open: .open(index)
        }
      case .option(let mark, of: let index): .option(mark, of: index)
      case .attribute(let index): .attribute(index)
      case .respondent, .rater, .date, nil: .ignored
      }
    }
    labels = readers.map { reader in
      switch reader {
      case .closed(let index): FormLabels(questions[index])
      case .attribute(let index): FormLabels(questionnaire.attributes[index])
      case .open, .option, .ignored: nil
      }
    }
    for (number, reader) in readers.enumerated() {
      if case .open(let index) = reader, let kind = questions[index].optionKind {
        choices[number] = FormChoices(kind.options)
      }
    }
    respondentColumn = binding.targets.firstIndex(of: .respondent)
    dateColumn = binding.targets.firstIndex(of: .date)
    raterColumn = binding.targets.firstIndex(of: .rater)
    responseColumn = zip(columns, binding.targets).enumerated().first { $1.0.role == .response && $1.1 == nil }?.offset
    for (number, column) in columns.enumerated() where binding.targets[number] == nil {
      if case .detail(let detail) = column.role, detailColumns[detail] == nil { detailColumns[detail] = number }
    }
    emailColumn = detailColumns[.email]
    meanings = Array(repeating: [:], count: columns.count)
    notUnderstood = Array(repeating: [:], count: columns.count)
  }

  /// What the ids of a file's respondents begin with: its name without folder, ending, and what downloads add, as an id.
  static func prefix(of file: String) -> String {
    var name = file.split(separator: "/").last.map(String.init) ?? file
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = String(name[..<dot]) }
    // “Title(1-104)” of Microsoft Forms, “Title (Responses)” of Google, “Title (2)” of a second download.
    while name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex {
      let inner = name[name.index(after: open)...].dropLast().lowercased()
      guard inner == "responses" || inner.allSatisfy({ $0.isNumber || $0 == "-" }) else { break }
      name = String(name[..<open])
      while name.last == " " { name.removeLast() }
    }
    var slug = ""
    for character in LooseText.folded(name) {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, slug.last != "-" {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "response" : slug
  }

  // MARK: Respondents

  private func cell(_ column: Int?, _ row: FormRow) -> String {
    column.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? ""
  }

  /// The id of a row's respondent: as the form has it, or made of the response's number.
  func respondent(of row: FormRow) -> (text: String, folded: String) {
    let own = String(cell(respondentColumn, row).prefix(200))
    if !Spelling.folded(own).isEmpty {
      let text = LooseText.trimmed(own)
      return (text, Spelling.folded(text))
    }
    let number = LooseText.trimmed(String(cell(responseColumn, row).prefix(200)))
    let text = "\(prefix)-\(number.isEmpty ? "row-\(row.line)" : number)"
    return (text, Spelling.folded(text))
  }

  /// Whether a row says no more than who rates, as the rows of an empty table do.
  func isUnused(_ row: FormRow) -> Bool {
    guard let raterColumn else { return false }
    return row.cells.enumerated().allSatisfy { $0 == raterColumn || LooseText.folded(String($1.prefix(1_000))).isEmpty }
  }

  /// The number of the column that says who rates.
  var raterNumber: Int { (raterColumn ?? 0) + 1 }

  /// Who rates by a row's own word, where that is somebody else than whom the questionnaire is for.
  func otherRater(of row: FormRow, than audience: String) -> String? {
    let rater = LooseText.trimmed(String(cell(raterColumn, row).prefix(200)))
    let folded = LooseText.folded(rater)
    return folded.isEmpty || folded == LooseText.folded(audience) ? nil : rater
  }

  /// Takes a row: the day of its answers as it is written; blank where no column says it.
  mutating func take(_ row: FormRow) -> String {
    lines.append(row.line)
    return LooseText.trimmed(String(cell(dateColumn, row).prefix(200)))
  }

  /// The e-mail address of a row, folded; nil where there is none.
  func email(of row: FormRow) -> String? {
    let folded = Spelling.folded(String(cell(emailColumn, row).prefix(400)))
    return folded.contains("@") ? folded : nil
  }

  /// The number of the column that says who a respondent is.
  func identityColumn(_ isID: Bool) -> Int { ((isID ? respondentColumn ?? responseColumn : emailColumn) ?? 0) + 1 }

  // MARK: Details

  func details(of row: FormRow) -> [FormDetail: String] {
    var details: [FormDetail: String] = [:]
    for (detail, column) in detailColumns {
      let text = LooseText.trimmed(cell(column, row))
      if !text.isEmpty { details[detail] = text }
    }
    return details
  }

  /// Writes the times of this table's rows, which are the last, as ISO 8601. One that cannot be read is left out.
  mutating func writeDates(
    _ details: inout [[FormDetail: String]], _ order: DateOrder?, _ problems: inout ResponseProblems
  ) {
    let first = details.count - lines.count
    for detail in [FormDetail.started, .completed] {
      guard let column = detailColumns[detail] else { continue }
      let dates = FormDates(details[first...].compactMap { $0[detail] }, order: order)
      for (offset, line) in lines.enumerated() {
        guard let text = details[first + offset][detail] else { continue }
        details[first + offset][detail] = date(text, dates, line, column, &problems)
      }
    }
  }

  /// Writes the days of this table's rows, which are the last, as ISO 8601, without the time. One that cannot be read is
  /// left out.
  mutating func writeDays(_ days: inout [String], _ order: DateOrder?, _ problems: inout ResponseProblems) {
    guard let dateColumn else { return }
    let first = days.count - lines.count
    let dates = FormDates(Array(days[first...]), order: order)
    for (offset, line) in lines.enumerated() {
      let day = date(days[first + offset], dates, line, dateColumn, &problems) ?? ""
      days[first + offset] = String(day.prefix(10))
    }
  }

  /// A date as ISO 8601; nil, with a note, for one that cannot be read.
  private mutating func date(
    _ text: String, _ dates: FormDates, _ line: Int, _ column: Int, _ problems: inout ResponseProblems
  ) -> String? {
    switch dates.read(text) {
    case .blank: return nil
    case .date(let date): return date
    case .ambiguous:
      note(
        .ambiguousDate,
        "“\(ImportedFile.short(text))” may begin with the day or the month, and no date of the column tells which; it is left out unless --dates says so",
        line, column + 1, into: &problems, countsAsDamage: false)
    case .unknown:
      note(
        .unknownAnswer, "“\(ImportedFile.short(text))” is not a date that is read here; it is left out", line,
        column + 1, into: &problems, countsAsDamage: false)
    }
    return nil
  }

  // MARK: Answers

  /// Reads the answers of the sheet's last respondent.
  mutating func read(_ row: FormRow, into sheet: inout AnswerSheet, _ problems: inout ResponseProblems) {
    isRowDamaged = false
    if row.cells.count > columns.count,
      row.cells[columns.count...].contains(where: { !LooseText.folded(String($0.prefix(1_000))).isEmpty })
    {
      note(
        .raggedRow,
        "the row has \(row.cells.count) cells and the header \(columns.count); the surplus ones are left out",
        row.line, columns.count + 1, into: &problems)
    }
    var ticked: [Int: [(mark: OptionColumns.Mark, number: Int)]] = [:]
    for number in readers.indices where row.cells.indices.contains(number) && !row.cells[number].isEmpty {
      switch readers[number] {
      case .ignored: continue
      case .option(let mark, of: let index):
        switch options.tick(importer.translate(row.cells[number], in: columns[number]), mark, of: index) {
        case .yes: ticked[index, default: []].append((mark, number))
        case .no: continue
        case .unknown:
          noteUnknown(row, number, columns[number].title, "yes, no or nothing; it counts as not ticked", &problems)
        }
      case .closed(let index):
        switch meaning(of: row.cells[number], number) {
        case .blank: continue
        case .code(let code):
          let answer = AnswerCode(rawValue: UInt8(truncatingIfNeeded: code))
          sheet.set(answer, question: index)
          checkOffered(answer, index, row, number, &problems)
        case .unknown:
          noteUnknown(
            row, number, questions[index].id.rawValue, "one of its answers; it counts as blank", &problems)
        }
      case .attribute(let index):
        switch meaning(of: row.cells[number], number) {
        case .blank: continue
        case .code(let code): sheet.set(attribute: index, value: code)
        case .unknown:
          noteUnknown(
            row, number, columns[number].title, "one of its answers; it counts as not stated", &problems)
        }
      case .open(let index):
        if case .open(let kind) = questions[index].answers {
          readOpen(row, number, index, kind, into: &sheet, &problems)
        }
      }
    }
    for (index, marks) in ticked.sorted(by: { $0.key < $1.key }) { set(marks, index, row, into: &sheet, &problems) }
    if isRowDamaged { report.damagedRows += 1 }
  }

  /// Sets the answer of a question whose options have a column each. Nothing ticked is no answer: whether the question was
  /// seen, no column tells, and branching says what is not shown.
  private mutating func set(
    _ ticked: [(mark: OptionColumns.Mark, number: Int)], _ index: Int, _ row: FormRow, into sheet: inout AnswerSheet,
    _ problems: inout ResponseProblems
  ) {
    let positions = ticked.compactMap { if case .option(let option) = $0.mark { option } else { nil } }
    if positions.isEmpty, ticked.count == 1, case .status(let status) = ticked[0].mark {
      sheet.set(AnswerCode(status), question: index)
      return
    }
    guard case .open(let kind) = questions[index].answers else { return }
    if positions.count == ticked.count, let answer = questions[index].optionKind?.encode(positions),
      sheet.set(answer, question: index)
    {
      return
    }
    let names = ticked.map { options.name($0.mark, of: index) }.joined(separator: ", ")
    note(
      .unknownAnswer,
      "\(ImportedFile.short(names)) together are not \(kind.expectation); the question counts as blank",
      row.line, ticked[0].number + 1, into: &problems)
  }

  /// What a cell means, looked up once for each text of a column.
  private mutating func meaning(of cell: String, _ number: Int) -> FormLabels.Meaning {
    if let met = meanings[number][cell] { return met }
    guard let labels = labels[number] else { return .unknown }
    let meaning = labels.meaning(of: importer.translate(cell, in: columns[number]))
    if meanings[number].count < 1_000, cell.utf8.count <= 1_000 { meanings[number][cell] = meaning }
    return meaning
  }

  private mutating func readOpen(
    _ row: FormRow, _ number: Int, _ index: Int, _ kind: any OpenAnswerKind, into sheet: inout AnswerSheet,
    _ problems: inout ResponseProblems
  ) {
    let cell = LooseText.trimmed(importer.translate(row.cells[number], in: columns[number]))
    switch FormLabels.statuses.meaning(of: cell) {
    case .blank: return
    case .code(let code):
      let answer = AnswerCode(rawValue: UInt8(truncatingIfNeeded: code))
      sheet.set(answer, question: index)
      checkOffered(answer, index, row, number, &problems)
    case .unknown:
      let answer = several(cell, number, index) ?? one(cell, kind)
      guard let answer, sheet.set(answer, question: index) else {
        return noteUnknown(
          row, number, questions[index].id.rawValue, "\(kind.expectation); it counts as blank", &problems)
      }
    }
  }

  /// A cell as its kind reads it, or as a number that people wrote with marks between thousands.
  private func one(_ cell: String, _ kind: any OpenAnswerKind) -> OpenAnswer? {
    kind.encode(Array(cell.utf8).span) ?? LooseText.number(cell).flatMap { kind.encode(Array($0.utf8).span) }
  }

  /// Several choices as the form joins them.
  private func several(_ cell: String, _ number: Int, _ index: Int) -> OpenAnswer? {
    guard let kind = questions[index].optionKind else { return nil }
    return choices[number]?.positions(in: cell, separator: choiceSeparator).flatMap { kind.encode($0) }
  }

  // MARK: Problems

  private mutating func checkOffered(
    _ answer: AnswerCode, _ index: Int, _ row: FormRow, _ number: Int, _ problems: inout ResponseProblems
  ) {
    if answer.option != nil || questions[index].offers(answer) { return }
    note(
      .statusNotAllowed,
      "“\(questions[index].id)” does not offer “\(answer.status.words)”; it is kept as that all the same",
      row.line, number + 1, into: &problems, countsAsDamage: false)
  }

  private mutating func noteUnknown(
    _ row: FormRow, _ number: Int, _ name: String, _ expectation: String, _ problems: inout ResponseProblems
  ) {
    let text = ImportedFile.short(row.cells[number])
    if notUnderstood[number][text] != nil || notUnderstood[number].count < 100 {
      notUnderstood[number][text, default: 0] += 1
    }
    note(
      .unknownAnswer, "“\(text)” in the column of “\(ImportedFile.short(name))” is not \(expectation)", row.line,
      number + 1, into: &problems)
  }

  mutating func note(
    _ code: Diagnostic.Code, _ message: String, _ line: Int, _ column: Int, into problems: inout ResponseProblems,
    countsAsDamage: Bool = true
  ) {
    if countsAsDamage { isRowDamaged = true }
    problems.add(
      Diagnostic(code, severity: .warning, message, at: SourceLocation(file: report.file, line: line, column: column)))
  }

  /// The report, with what was not understood.
  func finished() -> ImportedFile {
    var report = report
    for (number, values) in notUnderstood.enumerated() {
      report.columns[number].notUnderstood = values.map { ImportedValue(text: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }
    return report
  }
}
