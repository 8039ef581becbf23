import DigitalMaturity
import MaturityTables

/// The fast way through a file of a row a rating: rows whose cells lie plainly between commas and line ends, and say nothing
/// but what is looked for.
///
/// Files are mostly sorted by person: the cells before, between and after competence and level are first compared with those
/// of the row before, byte for byte, and the competence with the one that comes next in the framework. What is read so is
/// what ``RatingsParser`` reads of the rows as ``CSVReader`` gives them; any other row is left to it.
struct PlainRatings: Sendable {
  /// What a cell says.
  private enum Column {
    case person, rater, day, ignored
  }

  private let plan: RatingsPlan
  private let competenceIsFirst: Bool
  /// The columns before competence and level, between them, and after them up to the last that is looked for.
  private let columnsBefore: [Column]
  private let columnsBetween: [Column]
  private let columnsAfter: [Column]
  /// How many columns there are after those, which nobody looks for.
  private let columnsLeft: Int
  /// The bytes of a row that is surely under all limits.
  private let longest = TableLimits.standard.bytesPerCell
  private let nextCompetences: [ShortCell]
  private var levels = ShortCells()
  // What the last row said.
  private var person = 0
  private var rater: Int
  private var day: Int
  private var competence = -1
  private var level = RatingCell.none
  /// The rating of the row before, without what changes from row to row.
  private var entry: RatingsBlock.Entry
  /// The cell of the first competence.
  private var firstCell = 0
  private var isLater = false
  /// Whether person, rater and day are bound to those.
  private var isBound = false
  /// What the dates so far told: one that tells more is left to the exact way, which knows its place.
  private var dates = DateEvidence()
  // What stood before, between and after in the last row, where it is little: it may be of an earlier chunk.
  private var fewBefore = FewBytes()
  private var fewBetween = FewBytes()
  private var fewAfter = FewBytes()
  // Of the chunk that is read.
  private var before = KnownBytes()
  private var between = KnownBytes()
  private var after = KnownBytes()
  private var lastPerson = KnownBytes()
  private var lastRater = KnownBytes()
  private var lastDay = KnownBytes()

  /// Nil where rows are not a rating each, or more is wanted of them.
  init?(_ plan: RatingsPlan) {
    guard case .long(let competence, let level) = plan.shape, !plan.keepsNotes,
      plan.rater != nil || plan.defaultRater != nil, plan.day != nil || plan.defaultDay != nil
    else { return nil }
    let places = [plan.person, plan.rater, plan.day]
    let last = max(places.compactMap { $0 }.max() ?? 0, competence, level)
    var columns = Array(repeating: Column.ignored, count: last + 1)
    for (place, column) in zip(places, [Column.person, .rater, .day]) {
      if let place { columns[place] = column }
    }
    let (first, second) = (min(competence, level), max(competence, level))
    self.plan = plan
    competenceIsFirst = competence < level
    columnsBefore = Array(columns[..<first])
    columnsBetween = Array(columns[first..<second].dropFirst())
    columnsAfter = Array(columns[second...].dropFirst())
    columnsLeft = plan.columns - columns.count
    let end = Self.comma
    let ids = plan.spellings.competences
    nextCompetences = (0..<ids.count).map { position in
      let id = Array(ids[position].utf8)
      return ShortCell(id.span, end: end, value: position) ?? ShortCell()
    }
    rater = plan.defaultRater?.position ?? 0
    day = plan.defaultDay?.number ?? 0
    entry = RatingsBlock.Entry(
      cell: 0, line: 0, day: 0, level: 0, column: UInt16(truncatingIfNeeded: level &+ 1))
    if columnsBefore.isEmpty { fewBefore = .nothing }
    if columnsBetween.isEmpty { fewBetween = .nothing }
  }

  /// Begins a chunk.
  mutating func begin() {
    (before, between, after) = (KnownBytes(), KnownBytes(), KnownBytes())
    (lastPerson, lastRater, lastDay) = (KnownBytes(), KnownBytes(), KnownBytes())
  }

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
    while at < bytes.count {
      if bytes[at] == Self.lineFeed {
        at &+= 1
        line &+= 1
        continue
      }
      var next = readLikeLast(bytes, at)
      if next < 0 { next = readRow(bytes, at) ?? -1 }
      // So long a row could be over a limit.
      if next < 0 || next &- at > longest { break }
      if level == RatingCell.none {
        // The cell is blank, and says nothing.
      } else if isLater {
        block.later += 1
      } else {
        entry.cell = UInt32(truncatingIfNeeded: firstCell &+ competence)
        entry.line = UInt32(truncatingIfNeeded: line)
        entry.level = level
        block.entries.append(entry)
      }
      at = next
      line &+= 1
    }
    return (at, line)
  }

  /// Takes what a date told.
  mutating func know(_ kind: DateEvidence.Kind) { dates.add(kind, .init(line: 0, column: 0, text: "")) }

  // MARK: Rows

  /// Reads a row that differs from the last in competence and level alone, and has the next competence.
  /// - Returns: Where the next one starts; negative for any other row.
  @inline(__always)
  private mutating func readLikeLast(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    // Nothing of it is longer than what is compared, so that one look is enough for all words.
    guard isBound, competenceIsFirst, bytes.count &- start >= 5 &* FewBytes.width else { return -1 }
    guard fewBefore.stand(in: bytes, atKnown: start) else { return -1 }
    var at = start &+ fewBefore.count
    let next = competence &+ 1 < nextCompetences.count ? competence &+ 1 : 0
    guard next < nextCompetences.count, nextCompetences[next].stands(in: bytes, atKnown: at) else { return -1 }
    at &+= nextCompetences[next].count &+ 1
    guard fewBetween.stand(in: bytes, atKnown: at) else { return -1 }
    at &+= fewBetween.count
    let cell = levels.likely(bytes, atKnown: at)
    guard cell.stands(in: bytes, atKnown: at) else { return -1 }
    at &+= cell.count
    guard fewAfter.stand(in: bytes, atKnown: at) else { return -1 }
    competence = next
    level = UInt8(truncatingIfNeeded: cell.value)
    return at &+ fewAfter.count
  }

  /// Reads a row.
  /// - Returns: Where the next one starts; nil when a cell is not plain or says what nobody knows.
  @inline(__always)
  private mutating func readRow(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    if !columnsBefore.isEmpty {
      if before.stands(in: bytes, at: at) { at &+= before.count } else { at = readBefore(bytes, at) }
      if at < 0 { return nil }
    }
    at = competenceIsFirst ? readCompetence(bytes, at) : readLevel(bytes, at)
    if at < 0 || bytes[at] != Self.comma { return nil }
    at &+= 1
    if !columnsBetween.isEmpty {
      if between.stands(in: bytes, at: at) { at &+= between.count } else { at = readBetween(bytes, at) }
      if at < 0 { return nil }
    }
    at = competenceIsFirst ? readLevel(bytes, at) : readCompetence(bytes, at)
    if at < 0 { return nil }
    if after.stands(in: bytes, at: at) { at &+= after.count } else { at = readAfter(bytes, at) }
    if at < 0 { return nil }
    if !isBound, !bind() { return nil }
    return at
  }

  private mutating func readBefore(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    before.count = 0
    fewBefore = FewBytes()
    let end = readCells(columnsBefore, bytes, start)
    if end >= 0 {
      before = KnownBytes(start: start, count: end &- start)
      fewBefore = FewBytes(bytes.extracting(start..<end)) ?? FewBytes()
    }
    return end
  }

  private mutating func readBetween(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    between.count = 0
    fewBetween = FewBytes()
    let end = readCells(columnsBetween, bytes, start)
    if end >= 0 {
      between = KnownBytes(start: start, count: end &- start)
      fewBetween = FewBytes(bytes.extracting(start..<end)) ?? FewBytes()
    }
    return end
  }

  /// Reads cells with the comma after each.
  /// - Returns: Where the last comma ends; negative when a cell is not plain or says what nobody knows.
  private mutating func readCells(_ columns: [Column], _ bytes: Span<UInt8>, _ start: Int) -> Int {
    isBound = false
    var at = start
    for column in columns {
      at = readCell(column, bytes, at)
      guard at >= 0, bytes[at] == Self.comma else { return -1 }
      at &+= 1
    }
    return at
  }

  /// Reads the cells from what ends competence and level on, each with the comma before it, up to the line end.
  private mutating func readAfter(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    after.count = 0
    fewAfter = FewBytes()
    isBound = false
    var at = start
    for column in columnsAfter {
      guard bytes[at] == Self.comma else { return -1 }
      at = readCell(column, bytes, at &+ 1)
      if at < 0 { return -1 }
    }
    var left = columnsLeft
    while bytes[at] == Self.comma {
      // More cells than the header names are told of.
      if left == 0 { return -1 }
      at = Self.end(bytes, at &+ 1)
      if at < 0 { return -1 }
      left &-= 1
    }
    if bytes[at] == Self.carriageReturn {
      // Alone it is a line end too.
      guard at &+ 1 < bytes.count, bytes[at &+ 1] == Self.lineFeed else { return -1 }
      at &+= 1
    }
    after = KnownBytes(start: start, count: at &+ 1 &- start)
    fewAfter = FewBytes(bytes.extracting(start..<at &+ 1)) ?? FewBytes()
    return at &+ 1
  }

  /// Binds person, rater and day to the cells of ratings.
  /// - Returns: Whether the rater may rate the person.
  private mutating func bind() -> Bool {
    let roles = plan.staff.people[person].roleSet
    guard plan.allowed[roles &* RaterKind.allCases.count &+ rater] else { return false }
    firstCell = plan.places.cell(person: person, rater: rater, competence: 0)
    isLater = day > plan.on.number
    entry.day = UInt16(truncatingIfNeeded: day)
    isBound = true
    return true
  }

  // MARK: Cells

  private static var comma: UInt8 { UInt8(ascii: ",") }
  private static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  private static var carriageReturn: UInt8 { UInt8(ascii: "\r") }

  /// Reads a cell that is not the competence or the level.
  /// - Returns: Where it ends; negative when it is not plain or says what nobody knows.
  private mutating func readCell(_ column: Column, _ bytes: Span<UInt8>, _ start: Int) -> Int {
    let end: Int
    switch column {
    case .person:
      let next = person &+ 1
      end = Self.read(bytes, start, &lastPerson) { code in
        // People are mostly in the order of their list.
        if next < plan.staff.people.count, plan.staff.codes.equals(next, code) { return next }
        return plan.staff.codes.position(of: code)
      }
      person = lastPerson.value
    case .rater:
      end = Self.read(bytes, start, &lastRater) { plan.spellings.raters.position(of: $0) }
      rater = lastRater.value
    case .day:
      end = Self.read(bytes, start, &lastDay) { cell in
        if plan.dates == nil, let kind = DateEvidence.kind(cell), !dates.knows(kind) { return nil }
        return DateEvidence.day(cell, order: plan.dates).flatMap { $0 <= plan.today ? $0.number : nil }
      }
      day = lastDay.value
    case .ignored: end = Self.end(bytes, start)
    }
    return end
  }

  /// Reads a cell that may say what it said before.
  /// - Returns: Where it ends; negative when it is not plain or says what nobody knows.
  @inline(__always)
  private static func read(
    _ bytes: Span<UInt8>, _ start: Int, _ last: inout KnownBytes, _ meaning: (Span<UInt8>) -> Int?
  ) -> Int {
    // Its bytes have what ends it with them.
    if last.stands(in: bytes, at: start) { return start &+ last.count &- 1 }
    let end = Self.end(bytes, start)
    guard end > start, let value = meaning(bytes.extracting(start..<end)) else { return -1 }
    last = KnownBytes(start: start, count: end &- start &+ 1, value: value)
    return end
  }

  @inline(__always)
  private mutating func readCompetence(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let next = competence &+ 1 < nextCompetences.count ? competence &+ 1 : 0
    if bytes.count &- start >= FewBytes.width, next < nextCompetences.count,
      nextCompetences[next].stands(in: bytes, at: start)
    {
      competence = next
      return start &+ nextCompetences[next].count
    }
    return findCompetence(bytes, start)
  }

  private mutating func findCompetence(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let end = Self.end(bytes, start)
    guard end > start, let found = plan.spellings.competences.position(of: bytes.extracting(start..<end)) else {
      return -1
    }
    competence = found
    return end
  }

  @inline(__always)
  private mutating func readLevel(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    if bytes.count &- start >= FewBytes.width {
      let cell = levels.likely(bytes, at: start)
      if cell.stands(in: bytes, at: start) {
        level = UInt8(truncatingIfNeeded: cell.value)
        return start &+ cell.count
      }
    }
    return findLevel(bytes, start)
  }

  private mutating func findLevel(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let end = Self.end(bytes, start)
    guard end >= start else { return -1 }
    let cell = bytes.extracting(start..<end)
    guard let found = plan.spellings.plainLevel(cell) else { return -1 }
    level = found
    if bytes.count &- start >= FewBytes.width, let kept = ShortCell(cell, end: bytes[end], value: Int(found)) {
      levels.keep(kept, bytes, at: start)
    }
    return end
  }

  /// Where a cell ends; negative for one in quotation marks, of more than ASCII, or that the bytes end in.
  @inline(__always)
  private static func end(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    guard start < bytes.count, bytes[start] != UInt8(ascii: "\"") else { return -1 }
    let (end, isASCII) = WordScan.textEnd(bytes, from: start, mark: comma)
    guard isASCII, end < bytes.count else { return -1 }
    return bytes[end] == comma || bytes[end] == lineFeed || bytes[end] == carriageReturn ? end : -1
  }
}
