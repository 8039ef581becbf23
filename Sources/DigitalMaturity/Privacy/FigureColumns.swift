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
  /// For each subject, the positions of its scores that are no reasons.
  private let values: [[Int]]

  init(_ counted: CountedCells) {
    tally = counted.tally
    var width = 1
    questions = counted.scoredOptions.enumerated().map { question, isScored in
      let numbers = Set(counted.tally.groups.flatMap { $0.numbers[question].keys }).sorted()
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
    values = tally.shape.subjects.indices.map { subject in
      counted.tally.scores[subject].list.indices.filter { counted.tally.scores[subject].list[$0].value != nil }
    }
    var scores: [Int: CountedFigure] = [:]
    var reliabilities: [Int: CountedFigure] = [:]
    for (subject, items) in tally.shape.subjects.enumerated() {
      let end = width + values[subject].count
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
    for (index, question) in questions.enumerated() {
      let offset = tally.shape.offsets[index]
      for (option, column) in question.options.enumerated() { add(group.counts[offset + option], to: column) }
      let statuses = offset + question.options.count
      let open = group.counts[statuses + Tally.Shape.statuses - 1]
      let numbers = group.numbers[index]
      for (number, count) in numbers { add(count, to: question.numbers[number] ?? 0) }
      let others = question.answers.others
      add(open - numbers.values.reduce(0, +), to: others.lowerBound - 1)
      for (status, column) in others.enumerated() { add(group.counts[statuses + status], to: column) }
    }
    for (subject, figure) in scores {
      var people = 0
      for (value, column) in zip(values[subject], figure.counted) where group.scores[subject].indices.contains(value) {
        add(group.scores[subject][value], to: column)
        people += group.scores[subject][value]
      }
      add(group.respondents - people, to: figure.others.lowerBound)
    }
    for (subject, figure) in reliabilities {
      add(group.moments[subject].n, to: figure.counted.lowerBound)
      add(group.respondents - group.moments[subject].n, to: figure.others.lowerBound)
    }
  }
}
