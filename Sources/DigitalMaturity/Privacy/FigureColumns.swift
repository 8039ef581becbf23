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
    /// For each option, its column.
    fileprivate let options: [Int]
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
  /// For each subject, the place of each of its scores among those that are no reasons; −1 for a reason.
  private let values: [[Int]]

  init(_ counted: CountedCells) {
    tally = counted.tally
    var width = 1
    questions = counted.scoredOptions.enumerated().map { question, isScored in
      var met: Set<Double> = []
      for group in counted.tally.groups where !group.numbers[question].isEmpty {
        met.formUnion(group.numbers[question].keys)
      }
      let numbers = met.sorted()
      let start = width
      let unscored = start + numbers.count + isScored.count(where: { $0 })
      // An open answer may have no score.
      let others = unscored + isScored.count(where: { !$0 }) + 1
      width = others + Tally.Shape.statuses - 1
      var next = (scored: start + numbers.count, unscored: unscored)
      let options = isScored.map { isScored in
        if isScored { next.scored += 1 } else { next.unscored += 1 }
        return isScored ? next.scored - 1 : next.unscored - 1
      }
      return Question(
        answers: CountedFigure(counted: start..<others, others: others..<width),
        scores: CountedFigure(counted: start..<unscored, others: unscored..<width),
        // Unanswered, don't know, not applicable, prefer not to say, not shown: the third and the last.
        notAsked: [others + 2..<others + 3, others + 4..<others + 5],
        hasUnscored: unscored > start && isScored.contains(false), options: options,
        numbers: Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, start + $0) }))
    }
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
    func add(_ count: Int, to column: Int) { cells[row, column] += Int32(truncatingIfNeeded: count) }
    add(group.respondents, to: 0)
    let counts = group.counts
    for (index, question) in questions.enumerated() {
      var place = tally.shape.offsets[index]
      for column in question.options {
        add(counts[place], to: column)
        place += 1
      }
      let others = question.answers.others
      for (status, column) in others.enumerated() { add(counts[place + status], to: column) }
      // What is open and has no number has no score.
      var open = counts[place + Tally.Shape.statuses - 1]
      if open == 0 { continue }
      for (number, count) in group.numbers[index] {
        add(count, to: question.numbers[number] ?? 0)
        open -= count
      }
      add(open, to: others.lowerBound - 1)
    }
    for (subject, figure) in scores {
      var people = 0
      let columns = values[subject]
      for (score, count) in group.scores[subject].enumerated() where count > 0 && columns[score] >= 0 {
        add(count, to: figure.counted.lowerBound + columns[score])
        people += count
      }
      add(group.respondents - people, to: figure.others.lowerBound)
    }
    for (subject, figure) in reliabilities {
      add(group.moments[subject].n, to: figure.counted.lowerBound)
      add(group.respondents - group.moments[subject].n, to: figure.others.lowerBound)
    }
  }
}
