/// Counts one block of rows into a tally: what the answers to a subject's questions add up to, row by row; then group by
/// group the scores and the answers, in counters that stay in the processor's cache.
struct BlockTally {
  private let scorer: Scorer
  private let sheet: AnswerSheet
  /// The block's rows in the sheet.
  private let rows: Range<Int>
  /// The rows, counted from the block's first, those of one group next to each other.
  private let order: [Int32]
  /// The groups that the block's people belong to, each with its stretch of `order`.
  private let groups: [(slot: Int, rows: Range<Int>)]
  private var memory: TallyMemory

  /// Finds the groups of a block of rows, and makes those in the tally that are new. O(rows × questions).
  init(_ scorer: Scorer, _ sheet: AnswerSheet, rows: Range<Int>, _ tally: inout Tally) {
    self.scorer = scorer
    self.sheet = sheet
    self.rows = rows
    (groups, order) = Self.grouped(tally.slots(of: scorer.breakdowns.keys(of: sheet, rows: rows)))
    memory = tally.takeMemory()
  }

  /// Rows by slot, each slot's in their order: counted, then placed.
  private static func grouped(_ slots: [Int32]) -> (groups: [(slot: Int, rows: Range<Int>)], order: [Int32]) {
    var ends = Array(repeating: 0, count: Int(slots.max() ?? -1) + 1)
    count(slots, into: &ends)
    var groups: [(slot: Int, rows: Range<Int>)] = []
    var start = 0
    for (slot, rows) in ends.enumerated() {
      if rows > 0 { groups.append((slot, start..<start + rows)) }
      ends[slot] = start
      start += rows
    }
    var order = Array(repeating: Int32(0), count: slots.count)
    place(slots, &ends, into: &order)
    return (groups, order)
  }

  private static func count(_ slots: [Int32], into sizes: inout [Int]) {
    let slots = slots.span
    var sizes = sizes.mutableSpan
    for row in slots.indices { sizes[Int(slots[row])] &+= 1 }
  }

  private static func place(_ slots: [Int32], _ ends: inout [Int], into order: inout [Int32]) {
    let slots = slots.span
    var ends = ends.mutableSpan
    var order = order.mutableSpan
    for row in slots.indices {
      let slot = Int(slots[row])
      order[ends[slot]] = Int32(truncatingIfNeeded: row)
      ends[slot] &+= 1
    }
  }

  /// Counts everything.
  consuming func count(into tally: inout Tally) {
    for (slot, rows) in groups { tally.update(slot) { $0.respondents += rows.count } }
    countOpenAnswers(into: &tally)
    scorer.others.bytes(of: sheet, rows: rows, into: &memory.bytes)
    // A total as of a row that lacks a step: nothing is needed for alpha.
    memory.totals.fill(1, count: order.count)
    count(scorer.others, subject: nil, into: &tally)
    for (index, subject) in scorer.subjects.enumerated() where subject.itemCount > 0 {
      let sums = scorer.sums[index]
      sums.bytes(of: sheet, rows: rows, into: &memory.bytes)
      if sums.areFour, subject.itemSums != nil, subject.definition.unit == .respondent,
        let keys = subject.linearKeys ?? subject.keys
      {
        sums.words(order: order, &memory)
        count(sums, keys, subject, index, into: &tally)
        continue
      }
      add(sums)
      if subject.definition.unit == .respondent { score(subject, index, into: &tally) }
      guard subject.itemSums != nil else { continue }
      count(sums, subject: index, into: &tally)
    }
    tally.giveBack(memory)
  }

  /// Finds the key and the total of each row.
  private mutating func add(_ sums: AnswerSums) {
    var (keys, totals): ([UInt64], [UInt64]) = ([], [])
    swap(&keys, &memory.keys)
    swap(&totals, &memory.totals)
    sums.add(memory.bytes, order: order, keys: &keys, totals: &totals)
    swap(&keys, &memory.keys)
    swap(&totals, &memory.totals)
  }

  private func countOpenAnswers(into tally: inout Tally) {
    for index in scorer.openQuestions {
      let question = scorer.questions[index]
      let column = sheet.columns[index]
      for (slot, places) in groups {
        for place in places {
          let answer = column.openAnswer(rows.lowerBound + Int(order[place]))
          guard let value = answer.flatMap(question.counted) else { continue }
          tally.update(slot) { $0.numbers[index][value, default: 0] += 1 }
        }
        if let marks = scorer.shape.marks[index], let kind = question.optionKind {
          tally.update(slot) { countOptions(of: kind, marks, column, places, into: &$0.marks[index]) }
        }
      }
    }
  }

  private func countOptions(
    of kind: some OptionAnswerKind, _ marks: OptionMarks, _ column: AnswerSheet.Column, _ places: Range<Int>,
    into counts: inout [Int]
  ) {
    for place in places {
      guard case .word(let answer)? = column.openAnswer(rows.lowerBound + Int(order[place])) else { continue }
      marks.add(answer, of: kind, to: &counts)
    }
  }

  /// Counts answers, and with them what alpha needs of a subject.
  private mutating func count(_ sums: AnswerSums, subject: Int?, into tally: inout Tally) {
    var counters: [UInt64] = []
    swap(&counters, &memory.counters)
    for (slot, rows) in groups {
      for batch in sums.batches {
        counters.fill(0, count: sums.counters(of: batch))
        sums.count(
          batch, memory.bytes, blockRows: order.count, rows: order.span.extracting(rows),
          totals: memory.totals.span.extracting(rows), into: &counters)
        tally.update(slot) { sums.move(batch, counters, to: &$0, subject: subject) }
      }
    }
    swap(&counters, &memory.counters)
  }

  /// Counts the block's people by their scores of a subject, and their answers to it, in one go.
  private mutating func count(
    _ sums: AnswerSums, _ keys: AnswerKeys, _ subject: BoundSubject, _ index: Int, into tally: inout Tally
  ) {
    var linear = LinearScorer(subject)
    var cache = tally.takeCache(of: index)
    var counters: [UInt64] = []
    swap(&counters, &memory.counters)
    for (slot, places) in groups {
      counters.fill(0, count: sums.counters(of: 0))
      var scores = tally.takeScores(slot, subject: index)
      var next = places.lowerBound
      while true {
        scores.resize(to: max(scores.count, tally.scores[index].list.count), with: 0)
        next = sums.countKnown(
          memory.words, next..<places.upperBound, cache, sumBits: keys.sumBits, counters: &counters, scores: &scores)
        guard next < places.upperBound else { break }
        // One that is not known is counted on its own, and is known from then on.
        let (key, total) = sums.sums(memory.words[next])
        let id = newScore(of: next, key, keys, subject, index, &linear, &cache, &tally)
        scores.resize(to: max(scores.count, id + 1), with: 0)
        scores[id] += 1
        let totals = [total]
        sums.count(
          0, memory.bytes, blockRows: order.count, rows: order.span.extracting(next..<next + 1), totals: totals.span,
          into: &counters)
        next += 1
      }
      tally.update(slot) { sums.move(0, counters, to: &$0, subject: index) }
      tally.giveBackScores(scores, slot, subject: index)
    }
    swap(&counters, &memory.counters)
    tally.giveBack(cache, of: index)
  }

  // MARK: Scores

  /// Counts the block's people by their scores of a subject.
  private mutating func score(_ subject: BoundSubject, _ index: Int, into tally: inout Tally) {
    findScores(subject, index, in: &tally)
    let needed = tally.scores[index].list.count
    for (slot, rows) in groups {
      var counts = tally.takeScores(slot, subject: index)
      if counts.count < needed { counts.append(contentsOf: repeatElement(0, count: needed - counts.count)) }
      Self.count(memory.ids.span.extracting(rows), into: &counts)
      tally.giveBackScores(counts, slot, subject: index)
    }
  }

  /// Counts ids.
  private static func count(_ ids: Span<Int32>, into counts: inout [Int]) {
    var counts = counts.mutableSpan
    for place in ids.indices { counts[Int(ids[place])] &+= 1 }
  }

  /// Finds the id of each row's score: by its key where there is one, else it is calculated.
  private mutating func findScores(_ subject: BoundSubject, _ index: Int, in tally: inout Tally) {
    memory.ids.resize(to: order.count, with: -1)
    var linear = LinearScorer(subject)
    var cache = tally.takeCache(of: index)
    var next = 0
    if !cache.isOff, let keys = subject.linearKeys ?? subject.keys {
      while let place = cache.find(memory.keys, from: next, sumBits: keys.sumBits, into: &memory.ids) {
        let id = newScore(of: place, memory.keys[place], keys, subject, index, &linear, &cache, &tally)
        memory.ids[place] = Int32(truncatingIfNeeded: id)
        next = place + 1
        if cache.isOff { break }
      }
    }
    if cache.isOff || subject.linearKeys ?? subject.keys == nil {
      for place in next..<order.count {
        let score = score(subject, answers(of: subject, place), &linear)
        memory.ids[place] = Int32(truncatingIfNeeded: tally.id(of: score, subject: index))
      }
    }
    tally.giveBack(cache, of: index)
  }

  /// The id of a score that the cache does not know, and knows from then on where it can.
  private func newScore(
    of place: Int, _ key: UInt64, _ keys: AnswerKeys, _ subject: BoundSubject, _ index: Int,
    _ linear: inout LinearScorer?, _ cache: inout ScoreCache, _ tally: inout Tally
  ) -> Int {
    let answers = answers(of: subject, place)
    let id = tally.id(of: score(subject, answers, &linear), subject: index)
    if cache.isOff { return id }
    let form = subject.linearKeys == nil ? nil : linear?.sumForm(answers)
    if subject.linearKeys != nil, form == nil {
      // Nothing has been counted yet with a sum that does not say all: each pattern is met here first.
      cache.stopPacking()
      return id
    }
    cache.insert(
      key, sumBits: keys.sumBits, form: form.map { ScoreCache.Form(score: $0, offset: keys.offset(of: answers)) },
      id: id)
    return id
  }

  /// The answers of the row at a place of the order.
  private func answers(of subject: BoundSubject, _ place: Int) -> [ItemAnswer] {
    let row = rows.lowerBound + Int(order[place])
    // Of an item and a column, which have many parts, only those are taken that a code needs.
    let (items, columns) = (subject.items.span, sheet.columns.span)
    var answers: [ItemAnswer] = []
    answers.reserveCapacity(items.count)
    for index in items.indices {
      let column = items[index].column
      let code = columns[column].codes[row]
      if code == AnswerCode.open.rawValue {
        answers.append(items[index].answer(columns[column], row: row))
      } else {
        answers.append(items[index].answers[Int(items[index].places.of(code))])
      }
    }
    return answers
  }

  private func score(
    _ subject: BoundSubject, _ answers: [ItemAnswer], _ linear: inout LinearScorer?
  ) -> Figure<Double> {
    if let score = linear?.score(answers) { return score }
    var context = subject.context
    return subject.score(answers, in: &context)
  }
}
