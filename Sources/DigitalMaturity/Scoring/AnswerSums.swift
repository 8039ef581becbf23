/// Adds up what the answers to some questions stand for, row by row, and counts the answers place by place.
///
/// For each question a table holds what each answer adds to two numbers of its row: a key, which says what the person
/// scores, and a total of steps, of which alpha is made. Answers are looked at two at a time, since the ``AnswerPlace``s of
/// two questions with up to eleven options each fit into a byte, and four such bytes at a time.
struct AnswerSums: Sendable {
  private struct Item: Sendable {
    let column: Int
    let places: AnswerPlace
    /// Where its places begin in the tables of places.
    let start: Int
  }

  /// Where an item's answers are counted.
  private struct Counting: Sendable {
    /// Where its places begin among a batch's counters.
    let start: Int
    /// Where its places begin among the tally's counts; −1 where they are counted with another subject's.
    let counts: Int
    let places: Int
    /// Where its steps begin among ``steps``.
    let steps: Int
    /// How many of its places, the first ones, can have a step.
    let stepPlaces: Int
    /// Where its sums begin among those of a subject; −1 where none are wanted.
    let sums: Int
  }

  /// One question, or two that are looked at together; or none, to make up four.
  private struct Unit: Sendable {
    var first: Int?
    var second: Int?
  }

  private let items: [Item]
  /// For each item and place, its step; 0 where there is none.
  private let steps: [Int]
  /// For each batch, the items that are counted in it.
  private let countings: [[Counting]]

  /// The units of one or two questions with few places, then those of one with many; of each a multiple of four.
  private let units: [Unit]
  /// How many fours of units have few places.
  private let smallFours: Int
  /// How many questions have many places.
  private let large: Int
  /// For each unit, 256 times what its byte adds to the key and to the total; nothing where neither is wanted.
  private let sumTable: [SIMD2<UInt64>]

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
    var steps: [Int] = []
    let stepItems = sums?.steps.count ?? 0
    for (number, own) in columns.enumerated() {
      let places = AnswerPlace(options: shape.options[own.column])
      items.append(Item(column: own.column, places: places, start: parts.count))
      let table = number < stepItems ? sums?.steps[number] : nil
      for place in 0..<places.count {
        // Steps stand above the number of answers without one.
        let total = table.map { $0[place].map { UInt64($0) << 32 } ?? 1 } ?? 0
        parts.append(SIMD2(keys?.parts[number][place] ?? 0, total))
        steps.append(table?[place] ?? 0)
      }
    }
    self.items = items
    self.steps = steps

    let few = items.indices.filter { items[$0].places.count <= Self.half }
    let many = items.indices.filter { items[$0].places.count > Self.half }
    var units = stride(from: 0, to: few.count, by: 2).map {
      Unit(first: few[$0], second: $0 + 1 < few.count ? few[$0 + 1] : nil)
    }
    while units.count % 4 > 0 { units.append(Unit()) }
    let smallFours = units.count / 4
    self.smallFours = smallFours
    units += many.map { Unit(first: $0) }
    while units.count % 4 > 0 { units.append(Unit()) }
    large = many.count
    self.units = units
    func counting(_ number: Int?, _ start: Int) -> Counting? {
      guard let number, number < stepItems || columns[number].isCounted else { return nil }
      let item = items[number]
      let lastStep = number < stepItems ? sums?.steps[number].lastIndex { $0 != nil } : nil
      return Counting(
        start: start, counts: columns[number].isCounted ? shape.offsets[item.column] : -1, places: item.places.count,
        steps: item.start, stepPlaces: lastStep.map { $0 + 1 } ?? 0, sums: number < stepItems ? number * 3 : -1)
    }
    let small = (0..<smallFours).map { four in
      (0..<4).flatMap { number in
        let unit = units[four * 4 + number]
        return [
          counting(unit.first, number * 2 * Self.half), counting(unit.second, (number * 2 + 1) * Self.half),
        ]
      }
    }
    countings = (small + many.map { [counting($0, 0)] }).map { $0.compactMap(\.self) }
    let length = keys == nil && sums == nil ? 0 : 256 * units.count
    var sumTable = Array(repeating: SIMD2<UInt64>.zero, count: length)
    for (number, unit) in units.enumerated() where length > 0 {
      guard let first = unit.first.map({ items[$0] }) else { continue }
      let second = unit.second.map { items[$0] }
      let shift = number / 4 < smallFours ? 4 : 0
      for place in 0..<first.places.count {
        for other in 0..<(second?.places.count ?? 1) {
          let part = second.map { parts[$0.start + other] } ?? .zero
          sumTable[256 * number + (place << shift | other)] = parts[first.start + place] &+ part
        }
      }
    }
    self.sumTable = sumTable
  }

  // MARK: Rows

  /// Finds the byte of each unit in each row: all rows' of the first unit, then of the next.
  func bytes(of sheet: AnswerSheet, rows: Range<Int>, into bytes: inout [UInt8]) {
    bytes.resize(to: units.count * rows.count, with: 0)
    for (number, unit) in units.enumerated() {
      let start = number * rows.count
      guard let first = unit.first.map({ items[$0] }) else {
        Self.put(0, rows.count, into: &bytes, at: start)
        continue
      }
      let codes = sheet.columns[first.column].codes
      if let second = unit.second.map({ items[$0] }) {
        let others = sheet.columns[second.column].codes
        Self.put(codes, first.places, others, second.places, rows, into: &bytes, at: start)
      } else {
        Self.put(codes, rows, first.places, shift: number / 4 < smallFours ? 4 : 0, into: &bytes, at: start)
      }
    }
  }

  private static func put(_ byte: UInt8, _ rows: Int, into bytes: inout [UInt8], at start: Int) {
    var bytes = bytes.mutableSpan
    for row in 0..<rows { bytes[start &+ row] = byte }
  }

  private static func put(
    _ codes: [UInt8], _ rows: Range<Int>, _ places: AnswerPlace, shift: UInt8, into bytes: inout [UInt8], at start: Int
  ) {
    let codes = codes.span.extracting(rows)
    var bytes = bytes.mutableSpan
    for row in codes.indices { bytes[start &+ row] = places.of(codes[row]) &<< shift }
  }

  private static func put(
    _ first: [UInt8], _ firstPlaces: AnswerPlace, _ second: [UInt8], _ secondPlaces: AnswerPlace, _ rows: Range<Int>,
    into bytes: inout [UInt8], at start: Int
  ) {
    let (first, second) = (first.span.extracting(rows), second.span.extracting(rows))
    var bytes = bytes.mutableSpan
    for row in first.indices {
      bytes[start &+ row] = firstPlaces.of(first[row]) &<< 4 | secondPlaces.of(second[row])
    }
  }

  /// Finds the key and the total of each row, in a given order of the rows.
  ///
  /// A total is 2³² times the sum of the row's steps, and one more for each item without a step. Where neither is wanted,
  /// nothing is written.
  func add(_ bytes: [UInt8], order: [Int32], keys: inout [UInt64], totals: inout [UInt64]) {
    keys.resize(to: order.count, with: 0)
    totals.resize(to: order.count, with: 0)
    for four in 0..<sumTable.count / 1024 { add(four, bytes, order, &keys, &totals) }
  }

  private func add(
    _ four: Int, _ bytes: [UInt8], _ order: [Int32], _ keys: inout [UInt64], _ totals: inout [UInt64]
  ) {
    let (order, bytes) = (order.span, bytes.span)
    let rows = order.count
    let (a, b, c, d) = Self.starts(four, rows)
    let (bytesA, bytesB) = (bytes.extracting(a..<a &+ rows), bytes.extracting(b..<b &+ rows))
    let (bytesC, bytesD) = (bytes.extracting(c..<c &+ rows), bytes.extracting(d..<d &+ rows))
    let start = four &* 1024
    let sumTable = sumTable.span.extracting(start..<start &+ 1024)
    var keys = keys.mutableSpan
    var totals = totals.mutableSpan
    // Said here, so that it is not asked row by row.
    let (keyCount, totalCount) = (keys.count, totals.count)
    precondition(keyCount == rows && totalCount == rows)
    for place in order.indices {
      let row = Int(order[place])
      let (a, b) = (Int(bytesA[row]), 256 &+ Int(bytesB[row]))
      let (c, d) = (512 &+ Int(bytesC[row]), 768 &+ Int(bytesD[row]))
      let sums = (sumTable[a] &+ sumTable[b]) &+ (sumTable[c] &+ sumTable[d])
      keys[place] = four == 0 ? sums.x : keys[place] &+ sums.x
      totals[place] = four == 0 ? sums.y : totals[place] &+ sums.y
    }
  }

  /// Where the bytes of four units begin.
  private static func starts(_ four: Int, _ rows: Int) -> (Int, Int, Int, Int) {
    let start = four &* 4 &* rows
    return (start, start &+ rows, start &+ 2 &* rows, start &+ 3 &* rows)
  }

  /// Whether keys and totals are made of four bytes, each of two questions: then ``countKnown(_:_:_:sumBits:counters:scores:)``
  /// serves.
  var areFour: Bool { smallFours == 1 && large == 0 && !sumTable.isEmpty }

  /// Puts the four bytes of each row into a word, the first of them lowest, in a given order of the rows.
  func words(order: [Int32], _ memory: inout TallyMemory) {
    memory.unordered.resize(to: order.count, with: 0)
    memory.words.resize(to: order.count + 1, with: 0)
    Self.put(memory.bytes, into: &memory.unordered)
    Self.put(memory.unordered, order, into: &memory.words)
  }

  private static func put(_ unordered: [UInt32], _ order: [Int32], into words: inout [UInt32]) {
    let (order, unordered) = (order.span, unordered.span)
    var words = words.mutableSpan
    let (orderCount, wordCount) = (order.count, words.count)
    precondition(wordCount > orderCount)
    for place in order.indices { words[place] = unordered[Int(order[place])] }
  }

  private static func put(_ bytes: [UInt8], into words: inout [UInt32]) {
    let rows = words.count
    let (a, b, c, d) = starts(0, rows)
    let bytes = bytes.span
    let (bytesA, bytesB) = (bytes.extracting(a..<a &+ rows), bytes.extracting(b..<b &+ rows))
    let (bytesC, bytesD) = (bytes.extracting(c..<c &+ rows), bytes.extracting(d..<d &+ rows))
    var words = words.mutableSpan
    for row in bytesA.indices { words[row] = word(bytesA[row], bytesB[row], bytesC[row], bytesD[row]) }
  }

  @inline(__always)
  private static func word(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> UInt32 {
    (UInt32(a) | UInt32(b) &<< 8) | (UInt32(c) | UInt32(d) &<< 8) &<< 16
  }

  /// The key and the total of a row's word.
  func sums(_ word: UInt32) -> (key: UInt64, total: UInt64) {
    let sums = Self.sums(word, sumTable.span.extracting(0..<1024))
    return (sums.x, sums.y)
  }

  @inline(__always)
  private static func sums(_ word: UInt32, _ table: Span<SIMD2<UInt64>>) -> SIMD2<UInt64> {
    let (a, b) = (Int(word & 0xFF), 256 &+ Int(word &>> 8 & 0xFF))
    let (c, d) = (512 &+ Int(word &>> 16 & 0xFF), 768 &+ Int(word &>> 24))
    return (table[a] &+ table[b]) &+ (table[c] &+ table[d])
  }

  /// Counts rows by their scores and by their answers in one go, up to the first whose score is not known.
  /// - Parameters:
  ///   - words: The words of a block's rows in order, and one more.
  ///   - places: The stretch of them that is counted.
  ///   - cache: The scores that are known.
  ///   - sumBits: How many bits of a key are its sum.
  ///   - counters: What ``count(_:_:blockRows:rows:totals:into:)`` counts.
  ///   - scores: The people with each score; as many as the cache knows ids.
  /// - Returns: The place of the first row that was not counted.
  func countKnown(
    _ words: [UInt32], _ places: Range<Int>, _ cache: ScoreCache, sumBits: Int, counters: inout [UInt64],
    scores: inout [Int]
  ) -> Int {
    let words = words.span.extracting(places.lowerBound...places.upperBound)
    let sumTable = sumTable.span.extracting(0..<1024)
    let (slots, ids, bits) = (cache.slots.span, cache.ids.span, UInt64(sumBits))
    var counters = counters.mutableSpan
    var scores = scores.mutableSpan
    let (slotCount, counterCount) = (slots.count, counters.count)
    precondition(slotCount > 0 && counterCount == 8 * Self.half)
    var next = words[0]
    var nextSums = Self.sums(next, sumTable)
    for place in 0..<words.count &- 1 {
      let (word, sums) = (next, nextSums)
      // Added up while the one before is still being looked for.
      next = words[place &+ 1]
      nextSums = Self.sums(next, sumTable)
      let id = ScoreCache.id(of: sums.x, sumBits: bits, slots, ids)
      guard id >= 0 else { return places.lowerBound &+ place }
      scores[Int(id)] &+= 1
      Self.count(word, Self.increment(sums.y), &counters)
    }
    return places.upperBound
  }

  // MARK: Counters

  /// What is counted together: the questions of four units with few places, or one with many.
  var batches: Range<Int> { 0..<smallFours + large }

  /// How many counters a batch needs.
  func counters(of batch: Int) -> Int { batch < smallFours ? 8 * Self.half : 256 }

  /// Counts the answers of rows. A counter holds those of up to 65,535 rows.
  ///
  /// An answer counts as 1 in a counter's low bits; where its row has a step for every item, as 1 whole row above them, and
  /// as the row's total above that.
  /// - Parameters:
  ///   - bytes: The bytes of a block's rows.
  ///   - blockRows: How many rows the block has.
  ///   - rows: The rows that are counted.
  ///   - totals: Their totals.
  func count(
    _ batch: Int, _ bytes: [UInt8], blockRows: Int, rows: Span<Int32>, totals: Span<UInt64>,
    into counters: inout [UInt64]
  ) {
    if batch < smallFours {
      Self.count(four: batch, bytes.span, blockRows, rows, totals, &counters)
    } else {
      let start = (smallFours * 4 + batch - smallFours) * blockRows
      Self.count(bytes.span.extracting(start..<start + blockRows), rows, totals, &counters)
    }
  }

  private static func count(
    four: Int, _ bytes: Span<UInt8>, _ blockRows: Int, _ rows: Span<Int32>, _ totals: Span<UInt64>,
    _ counters: inout [UInt64]
  ) {
    let (a, b, c, d) = starts(four, blockRows)
    let (bytesA, bytesB) = (bytes.extracting(a..<a &+ blockRows), bytes.extracting(b..<b &+ blockRows))
    let (bytesC, bytesD) = (bytes.extracting(c..<c &+ blockRows), bytes.extracting(d..<d &+ blockRows))
    var counters = counters.mutableSpan
    let (rowCount, totalCount, counterCount) = (rows.count, totals.count, counters.count)
    precondition(totalCount == rowCount && counterCount == 8 * half)
    for place in rows.indices {
      let row = Int(rows[place])
      let word = Self.word(bytesA[row], bytesB[row], bytesC[row], bytesD[row])
      count(word, increment(totals[place]), &counters)
    }
  }

  /// Counts eight answers in 8 · ``half`` counters.
  @inline(__always)
  private static func count(_ word: UInt32, _ increment: UInt64, _ counters: inout MutableSpan<UInt64>) {
    counters[Int(word &>> 4 & 15)] &+= increment
    counters[16 &+ Int(word & 15)] &+= increment
    counters[32 &+ Int(word &>> 12 & 15)] &+= increment
    counters[48 &+ Int(word &>> 8 & 15)] &+= increment
    counters[64 &+ Int(word &>> 20 & 15)] &+= increment
    counters[80 &+ Int(word &>> 16 & 15)] &+= increment
    counters[96 &+ Int(word &>> 28)] &+= increment
    counters[112 &+ Int(word &>> 24 & 15)] &+= increment
  }

  private static func count(
    _ bytes: Span<UInt8>, _ rows: Span<Int32>, _ totals: Span<UInt64>, _ counters: inout [UInt64]
  ) {
    var counters = counters.mutableSpan
    let (rowCount, totalCount, counterCount) = (rows.count, totals.count, counters.count)
    precondition(totalCount == rowCount && counterCount == 256)
    for place in rows.indices { counters[Int(bytes[Int(rows[place])])] &+= Self.increment(totals[place]) }
  }

  /// What a row adds to the counters of its answers.
  @inline(__always)
  private static func increment(_ total: UInt64) -> UInt64 {
    UInt32(truncatingIfNeeded: total) == 0 ? total | 1 << 16 | 1 : 1
  }

  /// Adds what was counted to a group's counts, and to its sums of a subject.
  func move(_ batch: Int, _ counters: [UInt64], to group: inout Tally.Group, subject: Int?) {
    let batch = countings[batch]
    let (countings, counters) = (batch.span, counters.span)
    var counts = group.counts.mutableSpan
    for number in countings.indices where countings[number].counts >= 0 {
      let counting = countings[number]
      let counters = counters.extracting(counting.start..<counting.start &+ counting.places)
      // Also those that nobody chose: to look which they are would take longer.
      for place in counters.indices { counts[counting.counts &+ place] &+= Int(counters[place] & 0xFFFF) }
    }
    if let subject { add(countings, counters, to: &group.moments[subject]) }
  }

  private func add(_ countings: Span<Counting>, _ counters: Span<UInt64>, to moments: inout MomentSums) {
    let allSteps = steps.span
    var sums = moments.sums.mutableSpan
    var n = 0
    for number in countings.indices where countings[number].sums >= 0 {
      let counting = countings[number]
      let steps = allSteps.extracting(counting.steps..<counting.steps &+ counting.stepPlaces)
      let counters = counters.extracting(counting.start..<counting.start &+ counting.stepPlaces)
      var (people, sum, squares, products) = (0, 0, 0, 0)
      for place in steps.indices {
        let (counter, step) = (counters[place], steps[place])
        let whole = Int(counter &>> 16 & 0xFFFF)
        people &+= whole
        sum &+= whole &* step
        squares &+= whole &* step &* step
        products &+= Int(counter &>> 32) &* step
      }
      sums[counting.sums] &+= sum
      sums[counting.sums &+ 1] &+= squares
      sums[counting.sums &+ 2] &+= products
      // The same for every item, and said once.
      if counting.sums == 0 { n = people }
    }
    moments.n &+= n
  }
}
