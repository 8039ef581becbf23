/// Counts one block of rows into a tally, column by column, so that what is looked up stays in the processor's cache.
struct BlockTally {
  private let scorer: Scorer
  private let sheet: AnswerSheet
  /// The block's rows, those of one group next to each other.
  private let order: [Int]
  /// The groups that the block's people belong to, each with its stretch of `order`.
  private let groups: [(slot: Int, rows: Range<Int>)]
  /// Each column's codes, in that order.
  private let codes: [[UInt8]]

  /// Finds the groups of a block of rows, and makes those in the tally that are new. O(rows × questions).
  init(_ scorer: Scorer, _ sheet: AnswerSheet, rows: Range<Int>, _ tally: inout Tally) {
    self.scorer = scorer
    self.sheet = sheet
    let slots = scorer.breakdowns.keys(of: sheet, rows: rows).map { tally.slot(of: $0) }
    let isOneGroup = slots.allSatisfy { $0 == slots[0] }
    // A stable sort by slot.
    let places = isOneGroup ? Array(slots.indices) : slots.indices.sorted { (slots[$0], $0) < (slots[$1], $1) }
    order = places.map { rows.lowerBound + $0 }
    var groups: [(slot: Int, rows: Range<Int>)] = []
    var start = 0
    for (index, place) in places.enumerated() where index + 1 == places.count || slots[places[index + 1]] != slots[place] {
      groups.append((slots[place], start..<index + 1))
      start = index + 1
    }
    self.groups = groups
    let order = order
    codes = sheet.columns.map { column in
      isOneGroup ? Array(column.codes[rows]) : order.map { column.codes[$0] }
    }
  }

  /// Counts everything.
  func count(into tally: inout Tally) {
    for (slot, rows) in groups { tally.update(slot) { $0.respondents += rows.count } }
    for index in scorer.questions.indices { countAnswers(index, into: &tally) }
    for (index, subject) in scorer.subjects.enumerated() where subject.itemCount > 0 {
      if subject.definition.unit == .respondent { score(subject, index, into: &tally) }
      if let sums = subject.itemSums { addMoments(subject, sums, index, into: &tally) }
    }
  }

  // MARK: Answers

  private func countAnswers(_ question: Int, into tally: inout Tally) {
    let offset = scorer.shape.offsets[question]
    let isOpen = if case .open = scorer.questions[question].answers { true } else { false }
    let column = codes[question]
    let places = scorer.countIndexes[question]
    for (slot, rows) in groups {
      tally.update(slot) { group in
        var counts = group.counts.mutableSpan
        let codes = column.span
        let places = places.span
        for row in rows { counts[offset &+ Int(places[Int(codes[row])])] &+= 1 }
      }
      guard isOpen else { continue }
      for row in rows {
        guard let score = sheet.columns[question].openAnswer(order[row]).flatMap(scorer.questions[question].score)
        else { continue }
        tally.update(slot) { $0.numbers[question][score, default: 0] += 1 }
      }
    }
  }

  // MARK: Scores

  private func score(_ subject: BoundSubject, _ index: Int, into tally: inout Tally) {
    var cache = tally.takeCache(of: index)
    let isLinear = subject.linearKeys != nil && !cache.isByCombination
    guard let keys = isLinear ? subject.linearKeys : subject.keys else {
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
            cache.switchToCombinations()
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
      let column = codes[item.column]
      var packed = packed.mutableSpan
      let codes = column.span
      let part = part.span
      for row in codes.indices { packed[row] &+= part[Int(codes[row])] }
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
    let columns = subject.items.prefix(subject.itemCount).map(\.column)
    var totals = Array(repeating: 0, count: order.count)
    for (place, steps) in zip(columns, sums.steps) {
      let column = codes[place]
      var totals = totals.mutableSpan
      let codes = column.span
      let steps = steps.span
      for row in codes.indices { totals[row] &+= steps[Int(codes[row])] }
    }
    var whole: [Int] = []
    for (slot, rows) in groups {
      // Those who answered every item: nothing missing has pulled their total below 0.
      whole.removeAll(keepingCapacity: true)
      for row in rows where totals[row] >= 0 { whole.append(row) }
      guard !whole.isEmpty else { continue }
      tally.update(slot) { group in
        group.moments[index].n += whole.count
        for (item, place) in columns.enumerated() {
          var (sum, squares, products) = (0, 0, 0)
          let column = codes[place]
          let table = sums.steps[item]
          let codes = column.span
          let steps = table.span
          for row in whole {
            let step = steps[Int(codes[row])]
            sum &+= step
            squares &+= step &* step
            products &+= step &* totals[row]
          }
          group.moments[index].sums[3 * item] += sum
          group.moments[index].sums[3 * item + 1] += squares
          group.moments[index].sums[3 * item + 2] += products
        }
      }
    }
  }
}
