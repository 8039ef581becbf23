/// Which column counts what of a tally's groups: first all people, then the categories of each figure.
struct FigureColumns {
  /// The columns of a question: answers with a score, other answers, and what became of it otherwise.
  struct Question {
    let answers: CountedFigure
    let scores: CountedFigure
    /// Not applicable, and not shown.
    let notAsked: [Range<Int>]
    /// Whether an answer may have no score.
    let hasUnscored: Bool
    /// For each number that was answered, its column.
    fileprivate let numbers: [Double: Int]
  }

  let questions: [Question]
  /// By the positions of subjects.
  let scores: [Int: CountedFigure]
  let reliabilities: [Int: CountedFigure]
  /// The number of columns.
  let width: Int
  private let tally: Tally
  /// For each place among a group's counts, its column.
  private let columnOf: [Int]
  /// For each subject, the place of each of its scores among those that are no reasons; −1 for a reason.
  private let values: [[Int]]

  init(_ counted: CountedCells) {
    tally = counted.tally
    var width = 1
    var columnOf: [Int] = []
    questions = counted.scoredOptions.enumerated().map { question, isScored in
      var met: Set<Double> = []
      // By their places: to go through them copies each group.
      for group in counted.tally.groups.indices {
        let numbers = counted.tally.groups[group].numbers[question]
        if !numbers.isEmpty { met.formUnion(numbers.keys) }
      }
      let numbers = met.sorted()
      let start = width
      let unscored = start + numbers.count + isScored.count(where: { $0 })
      // An open answer may have no score.
      let others = unscored + isScored.count(where: { !$0 }) + 1
      width = others + Tally.Shape.statuses - 1
      var next = (scored: start + numbers.count, unscored: unscored)
      for isScored in isScored {
        columnOf.append(isScored ? next.scored : next.unscored)
        if isScored { next.scored += 1 } else { next.unscored += 1 }
      }
      // What is open and has no number has no score.
      columnOf += Array(others..<width) + [others - 1]
      return Question(
        answers: CountedFigure(counted: start..<others, others: others..<width),
        scores: CountedFigure(counted: start..<unscored, others: unscored..<width),
        // Unanswered, don't know, not applicable, prefer not to say, not shown: the third and the last.
        notAsked: [others + 2..<others + 3, others + 4..<others + 5],
        hasUnscored: unscored > start && isScored.contains(false),
        numbers: Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, start + $0) }))
    }
    self.columnOf = columnOf
    var places: [[Int]] = []
    var valueCounts: [Int] = []
    for subject in tally.shape.subjects.indices {
      var next = 0
      places.append(
        counted.tally.scores[subject].list.map { score in
          if score.value == nil { return -1 }
          next += 1
          return next - 1
        })
      valueCounts.append(next)
    }
    values = places
    var scores: [Int: CountedFigure] = [:]
    var reliabilities: [Int: CountedFigure] = [:]
    for (subject, items) in tally.shape.subjects.enumerated() {
      let end = width + valueCounts[subject]
      scores[subject] = CountedFigure(counted: width..<end, others: end..<end + 1)
      width = end + 1
      if items > 0 {
        reliabilities[subject] = CountedFigure(counted: width..<width + 1, others: width + 1..<width + 2)
        width += 2
      }
    }
    self.scores = scores
    self.reliabilities = reliabilities
    self.width = width
  }

  /// Adds the people of one of the tally's groups to a row.
  func count(_ group: Tally.Group, into cells: inout CategoryCounts, row: Int) {
    let start = row * width
    var counts = cells.counts.mutableSpan
    counts.add(group.respondents, to: start)
    for (place, column) in columnOf.enumerated() { counts.add(group.counts[place], to: start + column) }
    for (index, numbers) in group.numbers.enumerated() where !numbers.isEmpty {
      for (number, count) in numbers {
        counts.add(count, to: start + (questions[index].numbers[number] ?? 0))
        counts.add(-count, to: start + questions[index].answers.others.lowerBound - 1)
      }
    }
    for (subject, figure) in scores {
      let values = values[subject]
      let first = start + figure.counted.lowerBound
      var people = 0
      for (score, count) in group.scores[subject].enumerated() where count > 0 && values[score] >= 0 {
        counts.add(count, to: first + values[score])
        people += count
      }
      counts.add(group.respondents - people, to: start + figure.others.lowerBound)
    }
    for (subject, figure) in reliabilities {
      counts.add(group.moments[subject].n, to: start + figure.counted.lowerBound)
      counts.add(group.respondents - group.moments[subject].n, to: start + figure.others.lowerBound)
    }
  }
}

extension MutableSpan<Int32> {
  fileprivate mutating func add(_ count: Int, to place: Int) { self[place] &+= Int32(truncatingIfNeeded: count) }
}
