/// Every figure that a scorecard has of each group, as counts of people in cells.
struct PublishedFigures {
  /// The groups, numbered as the scorecard's.
  let groups: CellGroups
  /// For each question, who answered it; and who gave an answer with a score, where those may be fewer.
  private(set) var questions: [[CountedFigure]] = []
  /// For each subject that is scored person by person, and each variant of one, who has a score.
  private(set) var scores: [Int: CountedFigure] = [:]
  /// For each of them whose reliability is known, who answered every question.
  private(set) var reliabilities: [Int: CountedFigure] = [:]
  private let columns: FigureColumns
  private let tally: Tally
  /// For each cell, the positions of the tally's groups that it is made of.
  private let members: [[Int]]

  /// - Parameters:
  ///   - counted: What a scorecard was made of.
  ///   - everyone: The scorecard's result of everyone.
  init(_ counted: CountedCells, everyone: GroupResult) {
    let breakdowns = counted.breakdowns
    tally = counted.tally
    let attributes = Set(breakdowns.requested.joined()).sorted()
    var members: [[Int]: [Int]] = [:]
    for (group, key) in tally.keys.enumerated() {
      members[breakdowns.values(of: key, in: attributes), default: []].append(group)
    }
    // In the order of their values, not of the rows that were counted.
    let values = members.keys.sorted { $0.lexicographicallyPrecedes($1) }
    groups = CellGroups(
      cells: values.map { zip($0, attributes).map { $0 < breakdowns.attributes[$1].values.count ? $0 : nil } },
      by: breakdowns.requested.map { breakdown in breakdown.compactMap { attributes.firstIndex(of: $0) } })
    self.members = values.map { members[$0] ?? [] }
    columns = FigureColumns(counted)
    questions = columns.questions.map { $0.hasUnscored ? [$0.answers, $0.scores] : [$0.answers] }
    scores = columns.scores
    reliabilities = columns.reliabilities
    addRelations(counted, everyone)
  }

  /// The people of each cell by category; the first column is all of them. Counted anew each time, since only one has to
  /// be kept of so many.
  func countedCells() -> CategoryCounts {
    var cells = CategoryCounts(width: columns.width, rows: members.count)
    for (cell, groups) in members.enumerated() {
      for group in groups { columns.count(tally.groups[group], into: &cells, row: cell) }
    }
    return cells
  }

  /// What follows for who has a score from who answered what, as far as the settings tell.
  private mutating func addRelations(_ counted: CountedCells, _ everyone: GroupResult) {
    for score in everyone.allScores {
      // A score of one question is withheld with it and moves with it.
      guard score.provenance.source == .questions, score.provenance.items.count > 1,
        let position = counted.subjects[score.subject],
        let scored = scores[position]?.counted
      else { continue }
      let items = score.provenance.items.compactMap { item in
        everyone.questions.firstIndex { $0.id.rawValue == item.id }
      }
      let relations = Self.relations(score.provenance, scored, items.map { columns.questions[$0] })
      scores[position]?.relations = relations.map(\.relation)
      for (item, relation) in relations {
        for item in item.map({ [items[$0]] }) ?? items { questions[item][0].relations.append(relation) }
      }
    }
  }

  /// - Returns: Each with the question it is about; nil for all.
  private static func relations(
    _ provenance: Provenance, _ scored: Range<Int>, _ items: [FigureColumns.Question]
  ) -> [(item: Int?, relation: FigureRelation)] {
    var relations: [(item: Int?, relation: FigureRelation)] = []
    let needsAll = provenance.missing == .block || provenance.minimumAnswered >= 1
    let isImputed = provenance.missing == .lowest || provenance.dontKnow == .lowest
    let needsOne = !needsAll && provenance.minimumAnswered * Double(items.count) <= 1
    for (index, item) in items.enumerated() {
      if needsOne, provenance.items[index].weight > 0 {
        relations.append((index, FigureRelation(more: [scored], less: [item.scores.counted])))
      }
      if needsAll, !isImputed {
        relations.append((index, FigureRelation(more: [item.answers.counted] + item.notAsked, less: [scored])))
      }
    }
    if !isImputed {
      relations.append((nil, FigureRelation(more: items.map(\.answers.counted), less: [scored])))
    }
    return relations
  }
}
