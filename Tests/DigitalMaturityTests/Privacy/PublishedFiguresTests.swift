import Testing

@testable import DigitalMaturity

/// In any workshop what is counted by cells is what the scorecard counts by groups.
struct PublishedFiguresTests {
  private func sums(_ figures: PublishedFigures, _ columns: Range<Int>) -> [Int] {
    let cells = figures.countedCells()
    var sums = Array(repeating: 0, count: figures.groups.count)
    for breakdown in figures.groups.breakdowns {
      for (cell, group) in breakdown.groupOf.enumerated() { sums[group] += cells.sum(cell, columns) }
    }
    return sums
  }

  @Test(arguments: UInt64(1)...20)
  func cellsCountAsGroupsDo(_ seed: UInt64) throws {
    let scorecard = try RandomWorkshop(seed: seed, people: 80).scorecard()
    let groups = scorecard.groups
    let figures = PublishedFigures(scorecard.counted, everyone: groups[0])
    #expect(sums(figures, 0..<1) == groups.map { $0.respondents ?? 0 })
    for (question, own) in figures.questions.enumerated() {
      let results = groups.map { $0.questions[question] }
      #expect(sums(figures, own[0].counted) == results.map { $0.statuses?[.answered] ?? 0 })
      #expect(
        sums(figures, own[0].counted.lowerBound..<own[0].others.upperBound) == groups.map { $0.respondents ?? 0 })
      let scored = results.map { $0.distribution.reduce(0) { $0 + $1.count } }
      if own.count > 1 { #expect(sums(figures, own[1].counted) == scored) }
    }
    for (subject, position) in scorecard.counted.subjects {
      let results = groups.map { $0.score(of: subject) }
      let figure = try #require(figures.scores[position])
      #expect(sums(figures, figure.counted) == results.map { $0?.people ?? 0 })
      #expect(sums(figures, figure.counted.lowerBound..<figure.others.upperBound) == groups.map { $0.respondents ?? 0 })
      if let reliability = figures.reliabilities[position], subject.kind == .area {
        #expect(sums(figures, reliability.counted) == results.map { $0?.reliability?.people ?? 0 })
      }
    }
    // What is said to be known of figures is true of every cell.
    let cells = figures.countedCells()
    let all = figures.questions.flatMap { $0 } + figures.scores.values
    for relation in all.flatMap(\.relations) {
      for cell in figures.groups.cells.indices { #expect(cells.holds(relation, row: cell)) }
    }
  }

  /// Whether one answer or every answer is needed decides what follows; an imputed answer tells nothing.
  @Test(arguments: [
    (0.0, ScoringDefinition.MissingPolicy.omit, 2), (0.5, .omit, 2), (1, .omit, 2), (0, .block, 2), (0.6, .omit, 1),
    (0, .lowest, 1), (1, .lowest, 0),
  ])
  func relationsFollowFromTheSettings(
    _ minimum: Double, _ missing: ScoringDefinition.MissingPolicy, _ expected: Int
  ) throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1"), .closed("q-2")]
    sample.plan.areas.minimumAnswered = minimum
    sample.plan.areas.missing = missing
    let scorecard = try sample.scorecard([(["q-1": .option("a")], [:])])
    let figures = PublishedFigures(scorecard.counted, everyone: scorecard.groups[0])
    #expect(figures.questions.map { $0[0].relations.count } == [expected, expected])
  }
}
