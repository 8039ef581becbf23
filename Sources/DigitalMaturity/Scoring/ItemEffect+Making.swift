extension ScorecardMaker {
  /// What the variants of a subject make of the same answers.
  func effect(
    _ id: String, _ without: Int?, _ raised: Int?, _ group: Tally.Group, _ strata: Strata?, _ results: [QuestionResult]
  ) -> ItemEffect {
    typealias Effect = (score: Figure<Double>, people: Int?, weighting: FigureWeighting?)
    func figure(_ index: Int?, _ reason: Undefined) -> Effect {
      guard let index else { return (.undefined(reason), nil, nil) }
      let subject = subjects[index]
      guard subject.definition.unit == .respondent else {
        let answers = subject.items.map { item in
          let result = item.isRaised ? self.raised(results[item.column], item, group, strata) : results[item.column]
          return Self.summary(of: result, as: item.item, subject.definition.questionSummary)
        }
        var context = subject.context
        return (subject.score(answers, in: &context), nil, nil)
      }
      let people = self.people(in: group, index)
      let count = people.reduce(0) { $0 + $1.count }
      let weighted = strata?.weighted { self.people(in: $0, index) }
      let distribution = weighted?.distribution ?? people.asDistribution
      return (count == 0 ? .undefined(.nobodyScored) : distribution.then(\.mean), count, weighted?.weighting)
    }
    let one = figure(without, .onlyItem)
    let other = figure(raised, .openItem)
    return ItemEffect(
      id: id, without: one.score, oneHigher: other.score, peopleWithout: one.people,
      peopleHigher: other.people, weightingWithout: one.weighting, weightingHigher: other.weighting)
  }

  /// The result of a question if everybody had chosen the next higher answer, on the same scale.
  private func raised(_ result: QuestionResult, _ item: BoundItem, _ group: Tally.Group, _ strata: Strata?)
    -> QuestionResult
  {
    var result = result
    result.distribution = answers(to: item, in: group)
    let weighted = strata?.weighted { answers(to: item, in: $0) }
    result.statistics = statistics(
      result.distribution, weighted: weighted, clusters: nil, scale: Self.points(of: item.question),
      range: item.question.answers.range, nobody: .noneAnswered, hasInterval: false)
    result.weighting = weighted?.weighting
    return result
  }

  /// The answers to a closed question by what they count as in a subject.
  private func answers(to item: BoundItem, in group: Tally.Group) -> [ScoreCount] {
    var counts: [Double: Int] = [:]
    for (code, count) in group.options(of: item.column, shape: tally.shape).enumerated() where count > 0 {
      if let score = item.score(ofOption: code) { counts[score, default: 0] += count }
    }
    return Self.sorted(counts, anchors: item.item.points)
  }

  /// What each area does to a score that is made of areas.
  func areaEffects(
    _ definition: ScoringDefinition, _ items: [ScoringItem], _ answers: [ItemAnswer]
  ) -> [ItemEffect] {
    func score(_ items: [ScoringItem], _ answers: [ItemAnswer]) -> Figure<Double> {
      let context = ScoringContext(unit: definition.unit, levels: assessment.levels, items: items, answers: answers)
      return definition.rule.score(context).then(Figure.finite)
    }
    return items.indices.map { index in
      var (fewer, others) = (items, answers)
      fewer.remove(at: index)
      others.remove(at: index)
      var higher = answers
      if let value = answers[index].score { higher[index] = ItemAnswer(score: oneLevelUp(value)) }
      return ItemEffect(
        id: items[index].id, without: fewer.isEmpty ? .undefined(.onlyItem) : score(fewer, others),
        oneHigher: answers[index].score == nil ? .undefined(.noneAnswered) : score(items, higher))
    }
  }

  /// A score moved by the distance from its level's value to the next one's, at most to the top of the scale.
  private func oneLevelUp(_ score: Double) -> Double {
    let levels = assessment.levels
    let level = levels.lastIndex { $0.from <= score + 1e-9 } ?? 0
    guard levels.indices.contains(level + 1) else { return levels.last?.value ?? score }
    return min(score + levels[level + 1].value - levels[level].value, levels.last?.value ?? score)
  }
}
