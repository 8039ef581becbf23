public import DigitalMaturity
public import MaturityTables

/// What ratings are read for.
public struct RatingsOptions: Sendable, Hashable {
  /// The day up to which ratings count.
  public var on: Day
  /// Today: a later date is a mistake.
  public var today: Day
  /// Whether the notes beside ratings are kept, for results of a person.
  public var keepsNotes: Bool
  /// The order of day and month in dates such as 03/02/2026; what other dates of a file tell when not set.
  public var dates: DateOrder?

  /// Makes options; `today` is the day on which they count when it is not given.
  public init(on: Day, today: Day? = nil, keepsNotes: Bool = false, dates: DateOrder? = nil) {
    self.on = on
    self.today = today ?? on
    self.keepsNotes = keepsNotes
    self.dates = dates
  }
}

/// Reads files of ratings, block by block on any number of workers: the same result on any number, in any order of rows
/// and files.
///
/// A file is CSV. Long, a row a rating, it has the columns `person`, `rater` (self, manager or peer), `competence`, `level`
/// (an id, a name, a value or a description; or `not-needed`), `date`, and if wanted `note`. Wide, a row a person and
/// rater, it has a column for each competence instead of `competence` and `level`: what ``RatingQuestionnaire`` asks for.
///
/// The latest rating by each kind of rater counts. Two of one day by the person or the manager that disagree do not, until one
/// is taken out. Peers of one day who differ are several people: what they say together is up to the ``RaterPolicy``. Whatever
/// does not count, and where peers differ, is told in ``StaffRatings/problems``, with row and column.
public struct RatingsReader: Sendable {
  private let framework: SkillsFramework
  private let options: RatingsOptions
  private let spellings: RatingSpellings
  private var order: RatingsOrder

  /// Begins to read.
  /// - Throws: `DocumentError` for more people and competences than can be told apart.
  public init(staff: StaffList, framework: SkillsFramework, options: RatingsOptions) throws(DocumentError) {
    let most = Int(UInt32.max) / RaterKind.allCases.count / max(1, framework.competences.count)
    guard staff.people.count <= most - RatingPlaces.peopleInBlock else {
      throw DocumentError(Diagnostic(.limit, "there are too many people and competences; read fewer people at once"))
    }
    self.framework = framework
    self.options = options
    spellings = RatingSpellings(framework)
    order = RatingsOrder(StaffRatings(staff: staff, on: options.on, competences: framework.competences.count))
  }

  /// Reads a file.
  /// - Parameters:
  ///   - source: The file.
  ///   - file: The name that problems give it.
  ///   - rater: Who rated, for rows that do not say.
  ///   - day: When, for rows that do not say.
  ///   - workers: How many read at once; at least 1.
  /// - Throws: `DocumentError` when the file cannot be read to its end or lacks a column; `CancellationError` when the
  ///   task is cancelled. What was read before stays. Also when nothing tells the order of day and month in the file's dates:
  ///   what was read then has days that may be wrong, and is of no use.
  public nonisolated(nonsending) mutating func read(
    _ source: consuming ByteSource, file: String, rater: RaterKind? = nil, day: Day? = nil,
    workers: Int = Processors.count
  ) async throws {
    try await read(
      source, file: file, rater: rater, day: day, workers: workers, bytesPerChunk: ChunkReader.standardBytes(.csv),
      bytesForOne: OrderedFold<Int, Int, Int>.bytesForOne)
  }

  /// - Parameters:
  ///   - bytesPerChunk: The bytes of the file that a worker takes at a time.
  ///   - bytesForOne: Below so many bytes one worker reads.
  nonisolated(nonsending) mutating func read(
    _ source: consuming ByteSource, file: String, rater: RaterKind?, day: Day?, workers: Int, bytesPerChunk: Int,
    bytesForOne: Int
  ) async throws {
    var chunks = ChunkReader(source, bytesPerChunk: bytesPerChunk)
    let header = try Self.header(&chunks, file)
    try NamedRows.refuseOtherFormats(header.row, file)
    var problems = SkillsProblems()
    problems.add(Self.problems(of: header.row, file), linesBefore: header.linesBefore)
    let plan = try RatingsPlan(
      header: header.row, linesBefore: header.linesBefore, file: file, rater: rater, day: day,
      staff: order.ratings.staff, framework: framework, spellings: spellings, options: options, problems: &problems)
    order.begin(file, lines: header.lines, problems)
    let work = OrderedFold<RatingsBlock, RatingsOrder, RatingsParser>(
      parse: { chunk, parser in parser.parse(chunk) }, settle: { block, order in order.settle(block) },
      fail: { error, order in order.fail(error) }, finish: { block, parser in parser.reuse(block) })
    // Given away while it is filled, so that nothing is copied.
    let given = order
    order = RatingsOrder(StaffRatings(staff: given.ratings.staff, on: options.on, competences: 0))
    let result = try await work.run(
      chunks, first: header.rest, order: consume given,
      states: (0..<max(1, workers)).map { _ in RatingsParser(plan) }, bytesForOne: bytesForOne)
    order = result.order
    if let failure = order.failure { throw failure }
    if let problem = order.dates.problem(file) { throw DocumentError(problem) }
  }

  /// The ratings read.
  public consuming func finish() -> StaffRatings { order.finish(framework) }

  // MARK: The header

  private struct Header {
    var row: CSVBlock
    var linesBefore: Int
    /// The lines up to its end.
    var lines: Int
    var rest: TableChunk
  }

  private static func header(_ chunks: inout ChunkReader, _ file: String) throws(DocumentError) -> Header {
    var lines = 0
    do throws(TableError) {
      while let chunk = try chunks.next() {
        var reader = CSVReader(chunk)
        let row = try reader.next(rows: 1)
        let linesBefore = lines
        // A chunk may be blank lines alone.
        lines += reader.line - 1
        if let row { return Header(row: row, linesBefore: linesBefore, lines: lines, rest: reader.rest(of: chunk)) }
      }
    } catch {
      throw NamedRows.failure(error, file)
    }
    throw DocumentError(
      Diagnostic(
        .emptyDocument, "the file is empty; its first row names the columns",
        at: SourceLocation(file: file, line: 1, column: 1)))
  }

  private static func problems(of row: CSVBlock, _ file: String) -> SkillsProblems {
    var problems = SkillsProblems()
    NamedRows.add(row.problems, file, &problems)
    return problems
  }
}

/// What depends on the order of files: which rating is the latest, lines, and the order of problems.
struct RatingsOrder: Sendable {
  private(set) var ratings: StaffRatings
  /// What ended the reading of the file.
  private(set) var failure: DocumentError?
  /// What the dates of the file tell.
  private(set) var dates = DateEvidence()
  private var files: [String] = []
  /// The lines before the next block.
  private var lines = 0
  private var disagreements: [Disagreement] = []

  /// A rating that disagrees with an earlier row of its day.
  private struct Disagreement: Sendable {
    var cell: UInt32
    var day: UInt16
    var level: UInt8
    var file: UInt8
    var line: UInt32
    var column: UInt16
  }

  init(_ ratings: StaffRatings) { self.ratings = ratings }

  /// Begins a file.
  mutating func begin(_ file: String, lines: Int, _ problems: SkillsProblems) {
    files.append(file)
    self.lines = lines
    failure = nil
    dates = DateEvidence()
    ratings.problems.add(problems)
  }

  /// Takes the next block of the file.
  /// - Returns: Whether the file goes on after it.
  mutating func settle(_ block: RatingsBlock) -> Bool {
    let file = UInt8(clamping: min(files.count - 1, 127))
    let lines = UInt32(truncatingIfNeeded: lines)
    let hasNotes = !ratings.notes.isEmpty
    var withoutNote: [Int] = []
    var disagreeing: [RatingsBlock.Entry] = []
    let entries = block.entries.span
    var place = 0
    while place < entries.count {
      ratings.cells.withBlock(of: Int(entries[place].cell)) { cells, first in
        // Rows are mostly sorted, so that many ratings in a row are of one block.
        while place < entries.count {
          let entry = entries[place]
          let index = Int(entry.cell) &- first
          guard cells.indices.contains(index) else { return }
          place &+= 1
          let known = cells[index]
          if known.level == RatingCell.none || entry.day > known.day {
            cells[index] = RatingCell(line: lines &+ entry.line, day: entry.day, level: entry.level, file: file)
            if hasNotes { withoutNote.append(Int(entry.cell)) }
          } else if entry.day == known.day, entry.level != known.level {
            cells[index].file |= RatingCell.disagrees
            disagreeing.append(entry)
          }
        }
      }
    }
    for index in withoutNote { ratings.notes[index] = nil }
    for entry in disagreeing {
      disagreements.append(
        Disagreement(
          cell: entry.cell, day: entry.day, level: entry.level, file: file, line: lines &+ entry.line,
          column: entry.column))
    }
    for note in block.notes where ratings.cells[Int(note.cell)].day == note.day {
      ratings.notes[Int(note.cell), default: []].insert(note.text)
    }
    ratings.read += block.entries.count
    ratings.later += block.later
    ratings.problems.add(block.problems, linesBefore: self.lines)
    dates.add(block.dates, linesBefore: self.lines)
    if let error = block.failure { fail(error) }
    self.lines += block.lines
    return failure == nil
  }

  /// Ends the reading of the file.
  mutating func fail(_ error: TableError) {
    failure = DocumentError(
      Diagnostic(
        Diagnostic.Code(rawValue: error.code.rawValue), error.message,
        at: error.line.map { SourceLocation(file: files.last ?? "", line: lines + $0, column: error.column ?? 1) }))
  }

  /// The ratings, with what disagrees on the day that counts named.
  consuming func finish(_ framework: SkillsFramework) -> StaffRatings {
    var ratings = ratings
    func words(_ level: UInt8) -> String {
      framework.levels.indices.contains(Int(level)) ? "“\(framework.levels[Int(level)].id)”" : "not needed"
    }
    let raters = RaterKind.allCases
    for found in disagreements {
      let cell = ratings.cells[Int(found.cell)]
      guard cell.day == found.day, cell.file & RatingCell.disagrees != 0 else { continue }
      let (person, rater, competence) = ratings.cells.places.parts(of: Int(found.cell))
      let isOfPeers = raters[rater] == .peer
      if isOfPeers { ratings.peers[Int(found.cell), default: [cell.level]].insert(found.level) }
      ratings.problems.add(
        .conflictingRatings, files[Int(found.file)], line: Int(found.line), column: Int(found.column)
      ) {
        let first = cell.file & ~RatingCell.disagrees
        let other = first == found.file ? "" : " of \(files[Int(first)])"
        let day = Day(number: Int(found.day)).map { "\($0)" } ?? ""
        if isOfPeers {
          return
            "two peer ratings of “\(ratings.staff.people[person].code)” in “\(framework.competences[competence].id)” on "
            + "\(day) differ: \(words(found.level)) here, \(words(cell.level)) on line \(cell.line)\(other); “mean” and "
            + "“lowest” of raters take both, else neither counts"
        }
        return "\(raters[rater].words) rates “\(ratings.staff.people[person].code)” in "
          + "“\(framework.competences[competence].id)” twice on \(day): \(words(found.level)) here, \(words(cell.level)) on "
          + "line \(cell.line)\(other); neither counts until one is taken out"
      }
    }
    return ratings
  }
}
