/// Adds up what the answers to some questions stand for, row by row, and counts the answers place by place.
///
/// For each question a table holds what each answer adds to two numbers of its row: a key, which says what the person
/// scores, and a total of steps, of which alpha is made.
struct AnswerSums: Sendable {
  private struct Item: Sendable {
    let column: Int
    /// Its places in the tables.
    let places: Range<Int>
    /// Whether its answers are counted here, and not with another subject's.
    let isCounted: Bool
  }

  private let items: [Item]
  /// The items whose answers are counted or have steps.
  private let counted: [Item]
  /// How many items have steps: the first ones.
  private let stepItems: Int
  /// For each item and each ``AnswerPlace``, what it adds to the key and to the total.
  private let table: [SIMD2<UInt64>]
  /// For each item and place, where the tally counts it.
  private let countIndexes: [Int]

  /// What an answer without a score adds to a total: more than any sum of steps.
  private static let missing: UInt64 = 1 << 32

  /// - Parameters:
  ///   - columns: The questions' columns, and whether they are counted here.
  ///   - keys: What is added to keys; nil for nothing.
  ///   - sums: What is added to totals, of the first items; nil for nothing.
  ///   - shape: What the tally counts.
  init(_ columns: [(column: Int, isCounted: Bool)], keys: AnswerKeys?, sums: ItemSums?, shape: Tally.Shape) {
    var items: [Item] = []
    var table: [SIMD2<UInt64>] = []
    var countIndexes: [Int] = []
    stepItems = sums?.steps.count ?? 0
    for (number, own) in columns.enumerated() {
      let options = shape.options[own.column]
      let start = table.count
      for place in 0..<AnswerPlace.count(options: options) {
        var steps: UInt64 = 0
        if let sums, number < stepItems { steps = sums.steps[number][place].map { UInt64($0) } ?? Self.missing }
        table.append(SIMD2(keys.map { $0.parts[number][place] } ?? 0, steps))
        let code = AnswerPlace.code(of: place, options: options)
        countIndexes.append(shape.offsets[own.column] + shape.index(of: code.rawValue, question: own.column))
      }
      items.append(Item(column: own.column, places: start..<table.count, isCounted: own.isCounted))
    }
    counted = items.enumerated().filter { [stepItems] in $0 < stepItems || $1.isCounted }.map(\.element)
    self.items = items
    self.table = table
    self.countIndexes = countIndexes
  }

  /// How many places all items have.
  var places: Int { table.count }

  // MARK: Rows

  /// Finds the key and the total of each row.
  /// - Parameter places: All rows' places in the first column, then in the next.
  func add(_ places: [UInt8], rows: Int, into sums: inout [SIMD2<UInt64>]) {
    sums.fill(SIMD2(), count: rows)
    for item in items {
      var sums = sums.mutableSpan
      let column = places.span.extracting(item.column * rows..<(item.column + 1) * rows)
      let table = table.span.extracting(item.places)
      for row in column.indices { sums[row] &+= table[Int(column[row])] }
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
  func count(
    _ places: [UInt8], rows: Span<Int32>, increments: [UInt64], into counters: inout [UInt64]
  ) {
    let total = increments.count
    let (places, increments, counted) = (places.span, increments.span, counted.span)
    var counters = counters.mutableSpan
    var next = 0
    // Four questions at a time, so that what is known of a row is looked up less often.
    while counted.count - next >= 4 {
      let (a, b, c, d) = (counted[next], counted[next + 1], counted[next + 2], counted[next + 3])
      let (columnA, columnB) = (a.column &* total, b.column &* total)
      let (columnC, columnD) = (c.column &* total, d.column &* total)
      for place in rows.indices {
        let row = Int(rows[place])
        let increment = increments[row]
        counters[a.places.lowerBound &+ Int(places[columnA &+ row])] &+= increment
        counters[b.places.lowerBound &+ Int(places[columnB &+ row])] &+= increment
        counters[c.places.lowerBound &+ Int(places[columnC &+ row])] &+= increment
        counters[d.places.lowerBound &+ Int(places[columnD &+ row])] &+= increment
      }
      next += 4
    }
    for number in next..<counted.count {
      let (start, column) = (counted[number].places.lowerBound, counted[number].column &* total)
      for place in rows.indices {
        let row = Int(rows[place])
        counters[start &+ Int(places[column &+ row])] &+= increments[row]
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
    let (table, countIndexes) = (table.span, countIndexes.span)
    var counters = counters.mutableSpan
    var counts = counts.mutableSpan
    var sums = sums.mutableSpan
    var wholeRows = 0
    for number in counted.indices {
      let item = counted[number]
      var (n, sum, squares, products) = (0, 0, 0, 0)
      for place in item.places where counters[place] != 0 {
        let counter = counters[place]
        counters[place] = 0
        if item.isCounted { counts[countIndexes[place]] &+= Int(counter & 0xFFFF) }
        let (whole, step) = (Int(counter >> 16 & 0xFFFF), Int(truncatingIfNeeded: table[place].y))
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
