/// Counts one block of rows into a tally, column by column, so that what is looked up stays in the processor's cache.
struct BlockTally {
  private let scorer: Scorer
  private let sheet: AnswerSheet
  /// The block's rows, those of one group next to each other.
  private let order: [Int]
  /// The groups that the block's people belong to, each with its stretch of `order`.
  private let groups: [(slot: Int, rows: Range<Int>)]
  /// The codes of all columns, one column after another, each in that order.
  private let codes: [UInt8]

  /// Finds the groups of a block of rows, and makes those in the tally that are new. O(rows × questions).
  init(_ scorer: Scorer, _ sheet: AnswerSheet, rows: Range<Int>, _ tally: inout Tally) {
    self.scorer = scorer
    self.sheet = sheet
    let slots = scorer.breakdowns.keys(of: sheet, rows: rows).map { tally.slot(of: $0) }
    // Rows by slot, in their order: counted, then placed.
    var numberOfSlot = Array(repeating: -1, count: (slots.max() ?? 0) + 1)
    var sizes: [(slot: Int, rows: Int)] = []
    let numbers = slots.map { slot in
      if numberOfSlot[slot] < 0 {
        numberOfSlot[slot] = sizes.count
        sizes.append((slot, 0))
      }
      sizes[numberOfSlot[slot]].rows += 1
      return numberOfSlot[slot]
    }
    var groups: [(slot: Int, rows: Range<Int>)] = []
    var ends: [Int] = []
    for (slot, count) in sizes {
      let start = groups.last?.rows.upperBound ?? 0
      ends.append(start)
      groups.append((slot, start..<start + count))
    }
    self.groups = groups
    var order = Array(repeating: 0, count: rows.count)
    for (row, number) in numbers.enumerated() {
      order[ends[number]] = rows.lowerBound + row
      ends[number] += 1
    }
    self.order = order
    let isOneGroup = groups.count == 1
    var codes: [UInt8] = []
    codes.reserveCapacity(sheet.columns.count * order.count)
    for column in sheet.columns {
      if isOneGroup {
        codes.append(contentsOf: column.codes[rows])
      } else {
        let column = column.codes
        let rows = order
        codes.append(addingCapacity: rows.count) { output in
          let column = column.span
          let rows = rows.span
          for place in rows.indices { output.append(column[rows[place]]) }
        }
      }
    }
    self.codes = codes
  }

  /// Counts everything.
  func count(into tally: inout Tally) {
    for (slot, rows) in groups { tally.update(slot) { countAnswers(rows, into: &$0) } }
    for (index, subject) in scorer.subjects.enumerated() where subject.itemCount > 0 {
      if subject.definition.unit == .respondent { score(subject, index, into: &tally) }
      if let sums = subject.itemSums { addMoments(subject, sums, index, into: &tally) }
    }
  }

  // MARK: Answers

  private func countAnswers(_ rows: Range<Int>, into group: inout Tally.Group) {
    group.respondents += rows.count
    countCodes(rows, into: &group.counts)
    for index in scorer.openQuestions {
      let question = scorer.questions[index]
      for row in rows {
        guard let value = sheet.columns[index].openAnswer(order[row]).flatMap(question.counted) else { continue }
        group.numbers[index][value, default: 0] += 1
      }
      if let marks = scorer.shape.marks[index], let kind = question.optionKind {
        countOptions(of: kind, marks, sheet.columns[index], rows, into: &group.marks[index])
      }
    }
  }

  private func countOptions(
    of kind: some OptionAnswerKind, _ marks: OptionMarks, _ column: AnswerSheet.Column, _ rows: Range<Int>,
    into counts: inout [Int]
  ) {
    for row in rows {
      guard case .word(let answer)? = column.openAnswer(order[row]) else { continue }
      marks.add(answer, of: kind, to: &counts)
    }
  }

  private func countCodes(_ rows: Range<Int>, into counts: inout [Int]) {
    var counts = counts.mutableSpan
    let codes = codes.span
    let places = scorer.countIndexes.span
    let offsets = scorer.shape.offsets.span
    for question in 0..<offsets.count - 1 {
      let (offset, table, column) = (offsets[question], question &* 256, question &* order.count)
      for row in rows { counts[offset &+ Int(places[table &+ Int(codes[column &+ row])])] &+= 1 }
    }
  }

  // MARK: Scores

  private func score(_ subject: BoundSubject, _ index: Int, into tally: inout Tally) {
    var cache = tally.takeCache(of: index)
    let isLinear = subject.linearKeys != nil
    guard !cache.isOff, let keys = subject.linearKeys ?? subject.keys else {
      tally.giveBack(cache, of: index)
      return scoreEach(subject, index, into: &tally)
    }
    let packed = pack(subject, keys)
    var linear = LinearScorer(subject)
    for (slot, rows) in groups {
      var counts = tally.takeScores(slot, subject: index)
      for row in rows {
        var id = cache.id(of: packed[row])
        if id < 0 {
          let answers = answers(of: subject, row)
          if isLinear, linear?.weighsAsUsual(answers) == false {
            // Nothing has been counted yet with a sum that does not say all: each kind of key is met here first.
            tally.giveBackScores(counts, slot, subject: index)
            cache.stopPacking()
            tally.giveBack(cache, of: index)
            return scoreRest(subject, index, from: (slot, row), into: &tally)
          }
          id = tally.id(of: score(subject, answers, &linear), subject: index)
          cache.insert(packed[row], id: id)
        }
        while counts.count <= id { counts.append(0) }
        counts[id] &+= 1
      }
      tally.giveBackScores(counts, slot, subject: index)
    }
    tally.giveBack(cache, of: index)
  }

  /// The key of each row.
  private func pack(_ subject: BoundSubject, _ keys: AnswerKeys) -> [UInt64] {
    var packed = Array(repeating: UInt64(0), count: order.count)
    for (item, part) in zip(subject.items, keys.parts) {
      var packed = packed.mutableSpan
      let codes = codes.span
      let part = part.span
      let column = item.column &* packed.count
      for row in packed.indices { packed[row] &+= part[Int(codes[column &+ row])] }
    }
    return packed
  }

  /// Scores the rows from one on, each by itself.
  private func scoreRest(
    _ subject: BoundSubject, _ index: Int, from first: (slot: Int, row: Int), into tally: inout Tally
  ) {
    for (slot, rows) in groups where rows.upperBound > first.row {
      scoreEach(subject, index, slot, rows.clamped(to: first.row..<rows.upperBound), into: &tally)
    }
  }

  private func scoreEach(_ subject: BoundSubject, _ index: Int, into tally: inout Tally) {
    for (slot, rows) in groups { scoreEach(subject, index, slot, rows, into: &tally) }
  }

  private func scoreEach(
    _ subject: BoundSubject, _ index: Int, _ slot: Int, _ rows: Range<Int>, into tally: inout Tally
  ) {
    var linear = LinearScorer(subject)
    var counts = tally.takeScores(slot, subject: index)
    for row in rows {
      let id = tally.id(of: score(subject, answers(of: subject, row), &linear), subject: index)
      while counts.count <= id { counts.append(0) }
      counts[id] += 1
    }
    tally.giveBackScores(counts, slot, subject: index)
  }

  private func answers(of subject: BoundSubject, _ row: Int) -> [ItemAnswer] {
    subject.items.map { $0.answer(sheet.columns[$0.column], row: order[row]) }
  }

  private func score(
    _ subject: BoundSubject, _ answers: [ItemAnswer], _ linear: inout LinearScorer?
  ) -> Figure<Double> {
    if let score = linear?.score(answers) { return score }
    var context = subject.context
    return subject.score(answers, in: &context)
  }

  // MARK: Sums

  private func addMoments(_ subject: BoundSubject, _ sums: ItemSums, _ index: Int, into tally: inout Tally) {
    let columns = subject.items.prefix(subject.itemCount).map { $0.column * order.count }
    var totals = Array(repeating: 0, count: order.count)
    for (column, steps) in zip(columns, sums.steps) {
      var totals = totals.mutableSpan
      let codes = codes.span
      let steps = steps.span
      for row in totals.indices { totals[row] &+= steps[Int(codes[column &+ row])] }
    }
    var whole: [Int] = []
    for (slot, rows) in groups {
      // Those who answered every item: nothing missing has pulled their total below 0.
      whole.removeAll(keepingCapacity: true)
      for row in rows where totals[row] >= 0 { whole.append(row) }
      guard !whole.isEmpty else { continue }
      let added = moments(of: whole, columns, sums.steps, totals)
      tally.update(slot) { $0.moments[index].add(added) }
    }
  }

  private func moments(
    of rows: [Int], _ columns: [Int], _ steps: [[Int]], _ totals: [Int]
  ) -> MomentSums {
    var moments = MomentSums(items: columns.count)
    moments.n = rows.count
    for (item, column) in columns.enumerated() {
      var (sum, squares, products) = (0, 0, 0)
      let table = steps[item]
      let (codes, steps, totals, rows) = (codes.span, table.span, totals.span, rows.span)
      for place in rows.indices {
        let row = rows[place]
        let step = steps[Int(codes[column &+ row])]
        sum &+= step
        squares &+= step &* step
        products &+= step &* totals[row]
      }
      moments.sums[3 * item] = sum
      moments.sums[3 * item + 1] = squares
      moments.sums[3 * item + 2] = products
    }
    return moments
  }
}
