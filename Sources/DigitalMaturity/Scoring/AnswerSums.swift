/// Adds up what the answers to some questions stand for, row by row, and counts the answers place by place.
///
/// For each question a table holds what each answer adds to two numbers of its row: a key, which says what the person
/// scores, and a total of steps, of which alpha is made. Answers are looked at two at a time: the ``AnswerPlace``s of two
/// questions with up to nine options each fit into a byte.
struct AnswerSums: Sendable {
  private struct Item: Sendable {
    let column: Int
    let options: Int
    /// Whether its answers are counted here, and not with another subject's.
    let isCounted: Bool
    /// Its places in the tables of places.
    let places: Range<Int>
    /// Where its counters begin.
    let counters: Int
  }

  /// One question, or two that are looked at together.
  private struct Unit: Sendable {
    let first: Int
    let second: Int?
    /// Where the counters of its questions begin.
    let counters: (first: Int, second: Int)

    init(_ items: [Item], _ first: Int, _ second: Int?) {
      self.first = first
      self.second = second
      counters = (items[first].counters, second.map { items[$0].counters } ?? 0)
    }
  }

  private let items: [Item]
  /// How many items have steps: the first ones.
  private let stepItems: Int
  /// For each item and place, what it adds to the key and to the total.
  private let parts: [SIMD2<UInt64>]
  /// For each item and place, where the tally counts it.
  private let countIndexes: [Int]

  /// The units of two questions, then those of one.
  private let units: [Unit]
  private let pairs: Int
  /// For each unit, 256 times what its byte adds to the key and to the total.
  private let table: [SIMD2<UInt64>]

  /// How many counters there are.
  let counters: Int

  /// What an answer without a score adds to a total: more than any sum of steps.
  private static let missing: UInt64 = 1 << 32
  /// The most places of a question that shares a byte.
  private static let half = 16

  /// - Parameters:
  ///   - columns: The questions' columns, and whether they are counted here.
  ///   - keys: What is added to keys; nil for nothing.
  ///   - sums: What is added to totals, of the first items; nil for nothing.
  ///   - shape: What the tally counts.
  init(_ columns: [(column: Int, isCounted: Bool)], keys: AnswerKeys?, sums: ItemSums?, shape: Tally.Shape) {
    var items: [Item] = []
    var parts: [SIMD2<UInt64>] = []
    var countIndexes: [Int] = []
    var counters = 0
    stepItems = sums?.steps.count ?? 0
    for (number, own) in columns.enumerated() {
      let options = shape.options[own.column]
      let steps = number < stepItems ? sums?.steps[number] : nil
      let start = parts.count
      for place in 0..<AnswerPlace.count(options: options) {
        let step = steps.map { $0[place].map { UInt64($0) } ?? Self.missing } ?? 0
        parts.append(SIMD2(keys?.parts[number][place] ?? 0, step))
        let code = AnswerPlace.code(of: place, options: options).rawValue
        countIndexes.append(shape.offsets[own.column] + shape.index(of: code, question: own.column))
      }
      items.append(
        Item(
          column: own.column, options: options, isCounted: own.isCounted, places: start..<parts.count,
          counters: counters))
      counters += max(parts.count - start, Self.half)
    }
    self.items = items
    self.parts = parts
    self.countIndexes = countIndexes
    self.counters = counters

    let small = items.indices.filter { items[$0].places.count <= Self.half }
    let large = items.indices.filter { items[$0].places.count > Self.half }
    pairs = small.count / 2
    var units = (0..<pairs).map { Unit(items, small[2 * $0], small[2 * $0 + 1]) }
    units += (small.dropFirst(2 * pairs) + large).map { Unit(items, $0, nil) }
    self.units = units
    table = units.flatMap { unit in
      Self.table(parts[items[unit.first].places], unit.second.map { parts[items[$0].places] })
    }
  }

  /// What each byte of a unit adds.
  private static func table(
    _ first: ArraySlice<SIMD2<UInt64>>, _ second: ArraySlice<SIMD2<UInt64>>?
  ) -> [SIMD2<UInt64>] {
    var table = Array(repeating: SIMD2<UInt64>(), count: 256)
    for (place, part) in first.prefix(256).enumerated() {
      guard let second else {
        table[place] = part
        continue
      }
      for (other, otherPart) in second.enumerated() { table[place << 4 | other] = part &+ otherPart }
    }
    return table
  }

  // MARK: Rows

  /// Finds the byte of each unit in each row: all rows' of the first unit, then of the next.
  func bytes(of sheet: AnswerSheet, rows: Range<Int>, into bytes: inout [UInt8]) {
    bytes.fill(0, count: units.count * rows.count)
    for (number, unit) in units.enumerated() {
      let first = items[unit.first]
      let start = number * rows.count
      Self.put(sheet.columns[first.column].codes, rows, options: first.options, into: &bytes, at: start)
      guard let second = unit.second.map({ items[$0] }) else { continue }
      Self.add(sheet.columns[second.column].codes, rows, options: second.options, to: &bytes, at: start)
    }
  }

  private static func put(_ codes: [UInt8], _ rows: Range<Int>, options: Int, into bytes: inout [UInt8], at start: Int)
  {
    let last = AnswerPlace.last(options: options)
    let codes = codes.span.extracting(rows)
    var bytes = bytes.mutableSpan
    for row in codes.indices { bytes[start &+ row] = AnswerPlace.of(codes[row], last: last) }
  }

  private static func add(_ codes: [UInt8], _ rows: Range<Int>, options: Int, to bytes: inout [UInt8], at start: Int) {
    let last = AnswerPlace.last(options: options)
    let codes = codes.span.extracting(rows)
    var bytes = bytes.mutableSpan
    for row in codes.indices {
      bytes[start &+ row] = bytes[start &+ row] &<< 4 | AnswerPlace.of(codes[row], last: last)
    }
  }

  /// Finds the key and the total of each row.
  func add(_ bytes: [UInt8], rows: Int, into sums: inout [SIMD2<UInt64>]) {
    sums.fill(SIMD2(), count: rows)
    let (bytes, table) = (bytes.span, table.span)
    var sums = sums.mutableSpan
    var unit = 0
    // Four units at a time, so that sums are fetched less often.
    while units.count - unit >= 4 {
      let (a, b, c, d) = (unit &* rows, (unit + 1) &* rows, (unit + 2) &* rows, (unit + 3) &* rows)
      let start = unit &* 256
      for row in 0..<rows {
        let first = table[start &+ Int(bytes[a &+ row])] &+ table[start &+ 256 &+ Int(bytes[b &+ row])]
        let second = table[start &+ 512 &+ Int(bytes[c &+ row])] &+ table[start &+ 768 &+ Int(bytes[d &+ row])]
        sums[row] &+= first &+ second
      }
      unit += 4
    }
    while unit < units.count {
      for row in 0..<rows { sums[row] &+= table[unit &* 256 &+ Int(bytes[unit &* rows &+ row])] }
      unit += 1
    }
  }

  /// What each row adds to the counters of its answers: one answer; and where it has a step for every item, one whole row
  /// and its total.
  static func increments(_ sums: [SIMD2<UInt64>], into increments: inout [UInt64]) {
    let sums = sums.span
    var increments = increments.mutableSpan
    for row in sums.indices {
      let total = sums[row].y
      increments[row] = total < missing ? total << 32 | 1 << 16 | 1 : 1
    }
  }

  // MARK: Counters

  /// Adds rows' increments to the counters of their answers. A counter holds those of up to 65,535 rows.
  func count(_ bytes: [UInt8], rows: Span<Int32>, increments: [UInt64], into counters: inout [UInt64]) {
    let total = increments.count
    let (bytes, increments, units) = (bytes.span, increments.span, units.span)
    var counters = counters.mutableSpan
    var next = 0
    // Two units at a time, so that what is known of a row is looked up less often.
    while pairs - next >= 2 {
      let (a, b) = (next &* total, (next + 1) &* total)
      let (countersA, countersB) = (units[next].counters, units[next + 1].counters)
      for place in rows.indices {
        let row = Int(rows[place])
        let increment = increments[row]
        let (byteA, byteB) = (bytes[a &+ row], bytes[b &+ row])
        counters[countersA.first &+ Int(byteA &>> 4)] &+= increment
        counters[countersA.second &+ Int(byteA & 15)] &+= increment
        counters[countersB.first &+ Int(byteB &>> 4)] &+= increment
        counters[countersB.second &+ Int(byteB & 15)] &+= increment
      }
      next += 2
    }
    for unit in next..<units.count {
      let (first, second) = units[unit].counters
      for place in rows.indices {
        let row = Int(rows[place])
        let byte = bytes[unit &* total &+ row]
        counters[first &+ Int(unit < pairs ? byte &>> 4 : byte)] &+= increments[row]
        if unit < pairs { counters[second &+ Int(byte & 15)] &+= increments[row] }
      }
    }
  }

  /// Moves counters to a group's counts, and to its sums of a subject. They are 0 afterwards.
  func move(_ counters: inout [UInt64], to group: inout Tally.Group, subject: Int?) {
    var moments = MomentSums(items: 0)
    if let subject { swap(&moments, &group.moments[subject]) }
    moments.n += move(&counters, counts: &group.counts, sums: &moments.sums)
    if let subject { swap(&moments, &group.moments[subject]) }
  }

  /// - Returns: How many rows have a step for every item.
  private func move(_ counters: inout [UInt64], counts: inout [Int], sums: inout [Int]) -> Int {
    let (items, parts, countIndexes) = (items.span, parts.span, countIndexes.span)
    var counters = counters.mutableSpan
    var counts = counts.mutableSpan
    var sums = sums.mutableSpan
    var wholeRows = 0
    for number in items.indices where number < stepItems || items[number].isCounted {
      let item = items[number]
      let shift = item.counters &- item.places.lowerBound
      var (n, sum, squares, products) = (0, 0, 0, 0)
      for place in item.places where counters[shift &+ place] != 0 {
        let counter = counters[shift &+ place]
        counters[shift &+ place] = 0
        if item.isCounted { counts[countIndexes[place]] &+= Int(counter & 0xFFFF) }
        let (whole, step) = (Int(counter >> 16 & 0xFFFF), Int(truncatingIfNeeded: parts[place].y))
        n &+= whole
        sum &+= whole &* step
        squares &+= whole &* step &* step
        products &+= Int(counter >> 32) &* step
      }
      guard number < stepItems else { continue }
      wholeRows = n
      sums[3 * number] &+= sum
      sums[3 * number + 1] &+= squares
      sums[3 * number + 2] &+= products
    }
    return wholeRows
  }
}
