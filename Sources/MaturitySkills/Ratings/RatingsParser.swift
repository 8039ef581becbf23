import DigitalMaturity
import MaturityTables

/// What is kept of a chunk of ratings until its turn in the file.
struct RatingsBlock: Sendable {
  /// One rating, bound to its cell.
  struct Entry: Sendable {
    var cell: UInt32
    /// Counted from the chunk's first.
    var line: UInt32
    var day: UInt16
    var level: UInt8
    /// The 1-based number of the cell in its row.
    var column: UInt16
  }

  var entries: [Entry] = []
  var notes: [(cell: UInt32, day: UInt16, text: String)] = []
  var problems = SkillsProblems()
  var later = 0
  /// What dates tell that the worker had not seen told.
  var dates = DateEvidence()
  /// The lines of the chunk.
  var lines = 0
  var failure: TableError?
}

/// Turns the rows of a chunk into ratings. What a worker has of its own.
struct RatingsParser: Sendable {
  private let plan: RatingsPlan
  private let competences: Int
  private var plain: PlainRatings?
  private var block = RatingsBlock()
  /// Memory that the next chunk uses again.
  private var table = CSVBlock()
  private var spare: [RatingsBlock.Entry] = []
  // Rows of a file are often sorted: what the row before had is tried first.
  private var lastPerson: Int?
  private var lastCompetence = -1
  private var lastRater = 0
  private var lastDayHead: UInt64 = 0
  private var lastDayTail: UInt16 = 0
  private var lastDay: Day?

  init(_ plan: RatingsPlan) {
    self.plan = plan
    competences = plan.spellings.competences.count
    plain = PlainRatings(plan)
  }

  /// Reads all rows of a chunk. O(bytes).
  mutating func parse(_ chunk: TableChunk) -> RatingsBlock {
    block = RatingsBlock()
    swap(&block.entries, &spare)
    plain?.begin()
    var (at, line) = (chunk.start, 1)
    // How many rows are read the exact way once one has to be: more and more where few are plain.
    var exactRows = 1
    while at < chunk.bytes.count {
      let lineBefore = line
      if let next = plain?.read(chunk.bytes.span, at: at, line: line, into: &block) { (at, line) = next }
      if at == chunk.bytes.count { break }
      if line - lineBefore >= 16 { exactRows = 1 }
      var reader = CSVReader(chunk.rest(from: at), line: line, reusing: table)
      table = CSVBlock()
      do throws(TableError) {
        try readExactly(&reader, rows: plain == nil ? .max : exactRows)
      } catch {
        block.failure = error
      }
      (at, line) = (reader.rest(of: chunk).start, reader.line)
      table = reader.memory()
      if block.failure != nil { break }
      exactRows = min(2 * exactRows, Self.rowsAtOnce)
    }
    block.lines = line - 1
    defer { block = RatingsBlock() }
    return block
  }

  /// Few rows at a time, so that their cells are in the processor's cache when they are looked up.
  private static let rowsAtOnce = 512

  /// Reads so many rows, or all there are.
  private mutating func readExactly(_ reader: inout CSVReader, rows: Int) throws(TableError) {
    var left = rows
    while left > 0, let rows = try reader.next(rows: min(left, Self.rowsAtOnce)) {
      left -= rows.count
      read(rows)
    }
  }

  /// Takes the memory of a block that is settled.
  mutating func reuse(_ block: consuming RatingsBlock) {
    spare = block.entries
    spare.removeAll(keepingCapacity: true)
  }

  private mutating func read(_ rows: CSVBlock) {
    NamedRows.add(rows.problems, plan.file, &block.problems)
    for row in 0..<rows.count {
      let cells = rows.cells(in: row)
      switch plan.shape {
      case .long(let competence, let level): readLong(rows, row, cells, competence, level)
      case .wide(let columns): readWide(rows, row, cells, columns)
      }
    }
  }

  // MARK: Rows

  private mutating func readLong(
    _ rows: CSVBlock, _ row: Int, _ cells: Range<Int>, _ competenceCell: Int, _ levelCell: Int
  ) {
    // Every cell is read, so that whatever is wrong with the row is told at once.
    let person = person(rows, row, cells)
    let competence = competence(rows, row, cells, competenceCell)
    let rater = rater(rows, row, cells, of: person)
    let day = day(rows, row, cells)
    var level: UInt8?
    if let competence { level = self.level(rows, row, cells, levelCell, in: competence) }
    guard let person, let competence, let rater, let day, let level else { return }
    add(rows, row, cells, person, rater, competence, day, level, levelCell)
  }

  private mutating func readWide(
    _ rows: CSVBlock, _ row: Int, _ cells: Range<Int>, _ columns: [(cell: Int, competence: Int)]
  ) {
    let person = person(rows, row, cells)
    let rater = rater(rows, row, cells, of: person)
    let day = day(rows, row, cells)
    for column in columns {
      guard let level = level(rows, row, cells, column.cell, in: column.competence), let person, let rater, let day
      else { continue }
      add(rows, row, cells, person, rater, column.competence, day, level, column.cell)
    }
  }

  private mutating func add(
    _ rows: CSVBlock, _ row: Int, _ cells: Range<Int>, _ person: Int, _ rater: Int, _ competence: Int, _ day: Day,
    _ level: UInt8, _ column: Int
  ) {
    if level == RatingCell.none { return }
    guard day <= plan.on else {
      block.later += 1
      return
    }
    let cell = plan.places.cell(person: person, rater: rater, competence: competence)
    block.entries.append(
      RatingsBlock.Entry(
        cell: UInt32(truncatingIfNeeded: cell), line: UInt32(truncatingIfNeeded: rows.line(of: row)),
        day: UInt16(truncatingIfNeeded: day.number), level: level, column: UInt16(truncatingIfNeeded: column + 1)))
    guard plan.keepsNotes, let note = plan.note, note < cells.count else { return }
    let text = rows.text(of: cells.lowerBound + note)
    if text.contains(where: { !$0.isWhitespace }) {
      block.notes.append((UInt32(truncatingIfNeeded: cell), UInt16(truncatingIfNeeded: day.number), text))
    }
  }

  // MARK: Cells

  /// A cell's range without the blanks around it; nil where the row is too short.
  @inline(__always)
  private func range(_ rows: CSVBlock, _ cells: Range<Int>, _ cell: Int) -> Range<Int>? {
    guard cell < cells.count else { return nil }
    return NamedRows.trimmed(rows.range(of: cells.lowerBound &+ cell), of: rows.bytes.span)
  }

  private mutating func person(_ rows: CSVBlock, _ row: Int, _ cells: Range<Int>) -> Int? {
    guard let range = range(rows, cells, plan.person), !range.isEmpty else {
      // A row of blanks, as spreadsheets leave them, is none; nor is one of an empty table, which says who rates alone.
      let rater = plan.rater.map { cells.lowerBound + $0 }
      if cells.allSatisfy({ $0 == rater || NamedRows.trimmed(rows.range(of: $0), of: rows.bytes.span).isEmpty }) {
        return nil
      }
      note(.incompleteRow, rows, row, plan.person) { "not counted: the row names no person" }
      return nil
    }
    let code = rows.bytes.span.extracting(range)
    if let lastPerson, plan.staff.codes.equals(lastPerson, code) { return lastPerson }
    if let person = plan.staff.codes.position(of: code) {
      lastPerson = person
      return person
    }
    let text = Self.text(rows, range)
    let staff = plan.staff
    note(.unknownPerson, rows, row, plan.person) {
      // Comparing a name with ten thousand takes time.
      let known = staff.people.count <= 2_000 ? staff.people.map(\.code) : []
      return "not counted: there is no person “\(text)” in the list of people\(NearestName.nearest(text, in: known))"
    }
    return nil
  }

  private mutating func competence(_ rows: CSVBlock, _ row: Int, _ cells: Range<Int>, _ cell: Int) -> Int? {
    guard let range = range(rows, cells, cell), !range.isEmpty else {
      noteUnlessBlank(rows, row, cells, cell, "not counted: the row names no competence")
      return nil
    }
    let bytes = rows.bytes.span.extracting(range)
    let next = lastCompetence &+ 1 < competences ? lastCompetence &+ 1 : 0
    if next < competences, plan.spellings.competences.equals(next, bytes) {
      lastCompetence = next
      return next
    }
    if let competence = plan.spellings.competences.position(of: bytes) {
      lastCompetence = competence
      return competence
    }
    let text = Self.text(rows, range)
    if let competence = plan.spellings.competence(Spelling.folded(text)) { return competence }
    let known = plan.spellings.competences
    note(.unknownCompetence, rows, row, cell) {
      "not counted: there is no competence “\(text)”\(NearestName.nearest(text, in: (0..<known.count).map { known[$0] }))"
    }
    return nil
  }

  /// The rater, who may rate people in the person's roles.
  private mutating func rater(_ rows: CSVBlock, _ row: Int, _ cells: Range<Int>, of person: Int?) -> Int? {
    let cell = plan.rater ?? plan.person
    var found: Int?
    if let column = plan.rater, let range = range(rows, cells, column), !range.isEmpty {
      let bytes = rows.bytes.span.extracting(range)
      if plan.spellings.raters.equals(lastRater, bytes) {
        found = lastRater
      } else {
        let text = Self.text(rows, range)
        found = plan.spellings.raters.position(of: bytes) ?? plan.spellings.rater(Spelling.folded(text))
        guard let found else {
          note(.unknownRater, rows, row, cell) {
            "not counted: “\(text)” is no rater; write self, manager or peer"
          }
          return nil
        }
        lastRater = found
      }
    } else {
      found = plan.defaultRater?.position
      if found == nil { noteUnlessBlank(rows, row, cells, cell, "not counted: the row does not say who rated") }
    }
    guard let found, let person else { return found }
    let roles = plan.staff.people[person].roleSet
    let first = roles &* RaterKind.allCases.count
    if plan.allowed[first &+ found] { return found }
    let may = Array(plan.allowed[first..<first + RaterKind.allCases.count])
    let roleSet = plan.staff.roleSets[roles]
    note(.raterNotAllowed, rows, row, cell) {
      let allowed = RaterKind.allCases.filter { may[$0.position] }.map(\.words)
      let names = roleSet.map { "“\($0)”" }.joined(separator: ", ")
      return
        "not counted: people in the role \(names) are rated by "
        + "\(allowed.isEmpty ? "nobody" : allowed.joined(separator: " and ") + " alone")"
    }
    return nil
  }

  private mutating func day(_ rows: CSVBlock, _ row: Int, _ cells: Range<Int>) -> Day? {
    guard let column = plan.day, let range = range(rows, cells, column), !range.isEmpty else {
      if let day = plan.defaultDay { return day }
      noteUnlessBlank(
        rows, row, cells, plan.day ?? plan.person, "not counted: the row does not say when the rating was made")
      return nil
    }
    let bytes = rows.bytes.span.extracting(range)
    if bytes.count == 10 {
      let head = bytes.word(at: 0)
      let tail = UInt16(bytes[8]) << 8 | UInt16(bytes[9])
      if let lastDay, head == lastDayHead, tail == lastDayTail { return lastDay }
      if let day = DateEvidence.day(bytes, order: plan.dates), day <= plan.today {
        if plan.dates == nil, let kind = DateEvidence.kind(bytes) {
          block.dates.add(kind, .init(line: rows.line(of: row), column: column + 1, text: Self.text(rows, range)))
          plain?.know(kind)
        }
        (lastDayHead, lastDayTail, lastDay) = (head, tail, day)
        return day
      }
    }
    let text = Self.text(rows, range)
    if let day = DateEvidence.day(bytes, order: plan.dates) {
      let today = plan.today
      note(.futureDate, rows, row, column) {
        "not counted: \(day) has not come yet; today is \(today)"
      }
    } else {
      note(.invalidDate, rows, row, column) {
        "not counted: “\(text)” is not a date such as 2026-11-22 or 22/11/2026"
      }
    }
    return nil
  }

  /// The level's code; nil, with a report, for a cell that says none.
  private mutating func level(
    _ rows: CSVBlock, _ row: Int, _ cells: Range<Int>, _ cell: Int, in competence: Int
  ) -> UInt8? {
    guard let range = range(rows, cells, cell), !range.isEmpty else { return RatingCell.none }
    if let level = plan.spellings.levelID(rows.bytes.span.extracting(range)) { return level }
    let text = String(decoding: rows.bytes[range], as: UTF8.self)
    if let code = plan.spellings.level(Spelling.folded(text), in: competence) { return code }
    let known = plan.spellings.levels
    note(.unknownLevel, rows, row, cell) {
      "not counted: there is no level “\(NamedRows.short(text))”"
        + NearestName.hint(text, in: (0..<known.count).map { known[$0] })
    }
    return nil
  }

  // MARK: Problems

  private mutating func noteUnlessBlank(
    _ rows: CSVBlock, _ row: Int, _ cells: Range<Int>, _ cell: Int, _ message: String
  ) {
    // What is wrong with the row of nobody is that it names nobody.
    if range(rows, cells, plan.person)?.isEmpty ?? true { return }
    note(.incompleteRow, rows, row, cell) { message }
  }

  private mutating func note(
    _ code: Diagnostic.Code, _ rows: CSVBlock, _ row: Int, _ cell: Int, _ message: () -> String
  ) {
    block.problems.add(code, plan.file, line: rows.line(of: row), column: cell + 1, message)
  }

  private static func text(_ rows: CSVBlock, _ range: Range<Int>) -> String {
    NamedRows.short(String(decoding: rows.bytes[range], as: UTF8.self))
  }
}
