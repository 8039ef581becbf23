import DigitalMaturity
import MaturityTables

/// The fast way through a file of a row a rating: rows whose cells lie plainly between commas and line ends, and say nothing
/// but what is looked for.
///
/// Files are mostly sorted by person: what the row before had is tried first, byte for byte, and the competence that comes
/// next in the framework. What is read so is what ``RatingsParser`` reads of the rows as ``CSVReader`` gives them; any
/// other row is left to it.
struct PlainRatings: Sendable {
  /// What a cell says.
  private enum Column {
    case person, rater, competence, level, day, ignored
  }

  /// What a row says.
  private struct Row {
    var person = 0
    var rater: Int
    var competence = 0
    var level = RatingCell.none
    /// The day's number.
    var day: Int
  }

  /// A cell with what ends it, and what it says.
  private struct LastCell {
    var start = 0
    var count = 0
    var value = 0

    /// Whether the same bytes stand at a place.
    @inline(__always)
    func stands(in bytes: Span<UInt8>, at place: Int) -> Bool {
      guard count > 0, bytes.count &- place >= count else { return false }
      if count >= 8 {
        var offset = 0
        while count &- offset > 8 {
          if WordScan.word(bytes, at: start &+ offset) != WordScan.word(bytes, at: place &+ offset) { return false }
          offset &+= 8
        }
        let last = count &- 8
        return WordScan.word(bytes, at: start &+ last) == WordScan.word(bytes, at: place &+ last)
      }
      for offset in 0..<count where bytes[start &+ offset] != bytes[place &+ offset] { return false }
      return true
    }
  }

  private let plan: RatingsPlan
  /// Up to the last column that is looked for.
  private let columns: [Column]
  private let levelColumn: Int
  private let competences: Int
  // Of the chunk that is read.
  private var lastPerson = LastCell()
  private var lastRater = LastCell()
  private var lastDay = LastCell()
  private var lastCompetence = -1

  /// Nil where rows are not a rating each, or more is wanted of them.
  init?(_ plan: RatingsPlan) {
    guard case .long(let competence, let level) = plan.shape, !plan.keepsNotes,
      plan.rater != nil || plan.defaultRater != nil, plan.day != nil || plan.defaultDay != nil
    else { return nil }
    let places = [plan.person, plan.rater, competence, level, plan.day]
    var columns = Array(repeating: Column.ignored, count: (places.compactMap { $0 }.max() ?? 0) + 1)
    for (place, column) in zip(places, [Column.person, .rater, .competence, .level, .day]) {
      if let place { columns[place] = column }
    }
    self.plan = plan
    self.columns = columns
    levelColumn = level
    competences = plan.spellings.competences.count
  }

  /// Begins a chunk.
  mutating func begin() { (lastPerson, lastRater, lastDay) = (LastCell(), LastCell(), LastCell()) }

  /// Reads rows until the bytes end or one is not plain.
  /// - Parameters:
  ///   - start: Where the first row starts.
  ///   - firstLine: The line on which it starts.
  ///   - block: Takes the ratings.
  /// - Returns: Where the first row starts that was not read, and on which line.
  mutating func read(
    _ bytes: Span<UInt8>, at start: Int, line firstLine: Int, into block: inout RatingsBlock
  ) -> (at: Int, line: Int) {
    var (at, line) = (start, firstLine)
    let column = UInt16(truncatingIfNeeded: levelColumn &+ 1)
    while at < bytes.count {
      if bytes[at] == Self.lineFeed {
        at &+= 1
        line &+= 1
        continue
      }
      var row = Row(rater: plan.defaultRater?.position ?? 0, day: plan.defaultDay?.number ?? 0)
      guard let end = read(&row, bytes, at), let next = next(bytes, from: end, rowStart: at) else { break }
      if row.level == RatingCell.none {
        // The cell is blank, and says nothing.
      } else if row.day > plan.on.number {
        block.later += 1
      } else {
        let cell = StaffRatings.cell(
          person: row.person, rater: row.rater, competence: row.competence, of: competences)
        block.entries.append(
          RatingsBlock.Entry(
            cell: UInt32(truncatingIfNeeded: cell), line: UInt32(truncatingIfNeeded: line),
            day: UInt16(truncatingIfNeeded: row.day), level: row.level, column: column))
      }
      at = next
      line &+= 1
    }
    return (at, line)
  }

  // MARK: Rows

  /// Reads the cells of a row that are looked for.
  /// - Returns: Where the last of them ends; nil when one is not plain or says what nobody knows.
  private mutating func read(_ row: inout Row, _ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    for (index, column) in columns.enumerated() {
      if index > 0 {
        guard bytes[at] == Self.comma else { return nil }
        at &+= 1
      }
      let end: Int?
      switch column {
      case .person:
        end = Self.read(bytes, at, &lastPerson) { plan.staff.codes.position(of: $0) }
        row.person = lastPerson.value
      case .rater:
        end = Self.read(bytes, at, &lastRater) { plan.spellings.raters.position(of: $0) }
        row.rater = lastRater.value
      case .day:
        end = Self.read(bytes, at, &lastDay) { Day($0).flatMap { $0 <= plan.today ? $0.number : nil } }
        row.day = lastDay.value
      case .competence:
        end = readCompetence(bytes, at)
        row.competence = lastCompetence
      case .level:
        end = Self.end(bytes, at)
        guard let end, let level = plan.spellings.plainLevel(bytes.extracting(at..<end)) else { return nil }
        row.level = level
      case .ignored: end = Self.end(bytes, at)
      }
      guard let end else { return nil }
      at = end
    }
    let roles = plan.staff.people[row.person].roleSet
    return plan.allowed[roles &* RaterKind.allCases.count &+ row.rater] ? at : nil
  }

  /// The start of the next row, after cells that nobody looks for.
  /// - Returns: Nil when they are not plain, more than the header names, or so many bytes that they could be over a limit.
  private func next(_ bytes: Span<UInt8>, from end: Int, rowStart: Int) -> Int? {
    var at = end
    var left = plan.columns &- columns.count
    while bytes[at] == Self.comma {
      guard left > 0, let end = Self.end(bytes, at &+ 1) else { return nil }
      at = end
      left &-= 1
    }
    guard at &- rowStart <= TableLimits.standard.bytesPerCell else { return nil }
    if bytes[at] == Self.lineFeed { return at &+ 1 }
    // A carriage return alone is a line end too.
    return at &+ 1 < bytes.count && bytes[at &+ 1] == Self.lineFeed ? at &+ 2 : nil
  }

  // MARK: Cells

  private static var comma: UInt8 { UInt8(ascii: ",") }
  private static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  private static var carriageReturn: UInt8 { UInt8(ascii: "\r") }

  /// Reads a cell that most often says what it said in the row before.
  /// - Returns: Where it ends; nil when it is not plain or says what nobody knows.
  @inline(__always)
  private static func read(
    _ bytes: Span<UInt8>, _ start: Int, _ last: inout LastCell, _ meaning: (Span<UInt8>) -> Int?
  ) -> Int? {
    if last.stands(in: bytes, at: start) { return start &+ last.count &- 1 }
    guard let end = end(bytes, start), end > start, let value = meaning(bytes.extracting(start..<end)) else {
      return nil
    }
    last = LastCell(start: start, count: end &- start &+ 1, value: value)
    return end
  }

  private mutating func readCompetence(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let next = lastCompetence &+ 1 < competences ? lastCompetence &+ 1 : 0
    if next < competences, let end = plan.spellings.competences.end(of: next, in: bytes, at: start),
      end < bytes.count, Self.isEnd(bytes[end])
    {
      lastCompetence = next
      return end
    }
    guard let end = Self.end(bytes, start), end > start,
      let competence = plan.spellings.competences.position(of: bytes.extracting(start..<end))
    else { return nil }
    lastCompetence = competence
    return end
  }

  private static func isEnd(_ byte: UInt8) -> Bool { byte == comma || byte == lineFeed || byte == carriageReturn }

  /// Where a cell ends; nil for one in quotation marks, of more than ASCII, or that the bytes end in.
  @inline(__always)
  private static func end(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.count, bytes[start] != UInt8(ascii: "\"") else { return nil }
    let (end, isASCII) = WordScan.textEnd(bytes, from: start, mark: comma)
    return isASCII && end < bytes.count && isEnd(bytes[end]) ? end : nil
  }
}
