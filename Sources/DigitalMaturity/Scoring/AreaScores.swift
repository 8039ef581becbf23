extension ScorecardMaker {
  /// A score made of areas: of a theme, or of everything.
  func ofAreas(
    _ subject: Subject, name: LocalizedText, _ definition: ScoringDefinition, _ members: [Area],
    _ scores: [SubjectScore], _ results: [QuestionResult]
  ) -> SubjectScore {
    let items = Self.items(members, assessment.levels)
    let areas = members.compactMap { member in scores.first { $0.subject.id == member.id.rawValue } }
    var answers = areas.map(Self.answer)
    let scored = areas.filter { $0.score.value != nil }
    let figure: Figure<Double>
    if scored.isEmpty, let reason = Self.reason(areas) {
      figure = .undefined(reason)
    } else if let reason = definition.prepare(&answers, items: items, count: items.count) {
      figure = .undefined(reason)
    } else {
      let context = ScoringContext(unit: definition.unit, levels: assessment.levels, items: items, answers: answers)
      figure = definition.rule.score(context).then(Figure.finite)
    }
    let columns = subjects.filter { $0.subject.kind == .area && members.map(\.id.rawValue).contains($0.subject.id) }
      .flatMap { bound in bound.items.prefix(bound.itemCount).map(\.column) }
    let effects = subject == scorer.movedSubject ? areaEffects(definition, items, answers) : []
    var score = finish(
      subject, name: name.text, figure, target: nil,
      people: scored.compactMap(\.people).min() ?? 0,
      statuses: Self.statuses(Set(columns), results), distribution: [],
      isOnScale: definition.rule.range(of: items, levels: assessment.levels) != nil,
      statistics: .undefined(figure.reason ?? .madeOfAreas), reliability: nil,
      provenance: Provenance(
        definition, source: .areas, items: items.map { Provenance.Item(id: $0.id, weight: $0.weight) }))
    score.effects = effects
    return score
  }

  /// Areas as items of a score that is made of them.
  static func items(_ areas: [Area], _ levels: [MaturityLevel]) -> [ScoringItem] {
    let scale = levels.scale ?? 0...0
    return areas.map {
      ScoringItem(
        id: $0.id.rawValue, weight: $0.weight, minimum: scale.lowerBound, maximum: scale.upperBound,
        points: levels.map(\.value))
    }
  }

  /// An area's score as an answer for a rule.
  static func answer(of area: SubjectScore) -> ItemAnswer {
    area.score.value.map { ItemAnswer(score: $0) } ?? ItemAnswer(status(area))
  }

  /// An area that is not asked about does not apply to a theme; one that nobody answered is missing from it.
  private static func status(_ area: SubjectScore) -> AnswerStatus {
    switch area.score.reason?.code {
    case .notAsked, .noneApplicable: .notApplicable
    default: .unanswered
    }
  }

  /// Why none of the areas has a score: what the first lacks that is asked about.
  private static func reason(_ areas: [SubjectScore]) -> Undefined? {
    let reasons = areas.compactMap(\.score.reason)
    return reasons.first { $0.code != .notAsked } ?? reasons.first
  }
}
