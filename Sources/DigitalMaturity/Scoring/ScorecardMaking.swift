extension Scorer {
  /// Makes the results of what was counted: everyone, then each breakdown's groups in the order of their values.
  ///
  /// O(groups × (questions + subjects)).
  public func scorecard(_ tally: Tally) -> Scorecard {
    var groups = [result(of: tally.sum { _ in true }, key: [], tally)]
    for breakdown in breakdowns.requested {
      var members: [[Int]: [UInt32]] = [:]
      for key in tally.keys { members[breakdowns.values(of: key, in: breakdown), default: []].append(key) }
      for values in members.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        let keys = Set(members[values] ?? [])
        let group = tally.sum { keys.contains($0) }
        groups.append(result(of: group, key: breakdowns.key(values, in: breakdown), tally))
      }
    }
    return Scorecard(
      assessment: AssessmentReference(assessment), questionnaire: questionnaire.id, audience: questionnaire.audience,
      mode: questionnaire.mode, groups: groups)
  }

  private func result(of group: Tally.Group, key: [GroupAttribute], _ tally: Tally) -> GroupResult {
    let results = questions.indices.map { questionResult($0, group, tally.shape) }
    var scores: [Subject: SubjectScore] = [:]
    for (index, subject) in subjects.enumerated() {
      scores[subject.subject] = score(subject, index, group, tally, results)
    }
    func all(_ kind: Subject.Kind, _ ids: [String]) -> [SubjectScore] { ids.compactMap { scores[Subject(kind, $0)] } }
    let areas = all(.area, assessment.areas.map(\.id.rawValue))
    let themes =
      plan.themeSource == .questions
      ? all(.theme, assessment.themes.map(\.id.rawValue))
      : assessment.themes.map { theme in
        ofAreas(
          Subject(.theme, theme.id.rawValue), name: theme.name, plan.themes,
          assessment.areas.filter { $0.themes.contains(theme.id) }, areas, results)
      }
    let overall = plan.overall.map {
      ofAreas(.overall, name: assessment.title, $0, assessment.areas, areas, results)
    }
    return GroupResult(
      key: key, respondents: group.respondents, areas: areas, themes: themes,
      principles: all(.principle, assessment.principles.map(\.id.rawValue)),
      literacies: all(.literacy, assessment.literacies.map(\.id.rawValue)), overall: overall, questions: results)
  }

  // MARK: Questions

  private func questionResult(_ index: Int, _ group: Tally.Group, _ shape: Tally.Shape) -> QuestionResult {
    let question = questions[index]
    var counts = group.numbers[index]
    let options = zip(question.answers.options, group.options(of: index, shape: shape)).map { option, count in
      if let score = option.score, count > 0 { counts[question.effective(score), default: 0] += count }
      return OptionCount(option: option.id, count: count)
    }
    let distribution = Self.sorted(counts)
    return QuestionResult(
      id: question.id, statuses: group.statuses(of: index, shape: shape), mean: Self.mean(distribution),
      options: options, distribution: distribution)
  }

  private static func sorted(_ counts: [Double: Int]) -> [ScoreCount] {
    counts.sorted { $0.key < $1.key }.map { ScoreCount(score: $0.key, count: $0.value) }
  }

  /// Σ count · score / n, added exactly.
  private static func mean(_ distribution: [ScoreCount]) -> Figure<Double> {
    guard !distribution.isEmpty else { return .undefined(.noneAnswered) }
    return Figure(catching: { () throws(Undefined) in
      try Distribution(distribution.map { (value: $0.score, count: $0.count) })
    }).then(\.mean)
  }

  // MARK: Scores from questions

  private func score(
    _ subject: BoundSubject, _ index: Int, _ group: Tally.Group, _ tally: Tally, _ results: [QuestionResult]
  ) -> SubjectScore {
    let own = subject.items.prefix(subject.itemCount)
    let figure: Figure<Double>
    let people: Int
    let distribution: [ScoreCount]
    switch subject.definition.unit {
    case .respondent:
      let scores = tally.people(group, subject: index)
      var counts: [Double: Int] = [:]
      for (score, count) in scores { if let score = score.value { counts[score] = count } }
      distribution = Self.sorted(counts)
      people = distribution.reduce(0) { $0 + $1.count }
      figure = people > 0 ? Self.mean(distribution) : .undefined(whyNobody(subject, group, scores.keys.map(\.reason)))
    case .question:
      var pooled: [Double: Int] = [:]
      for item in own {
        for entry in results[item.column].distribution { pooled[entry.score, default: 0] += entry.count }
      }
      distribution = Self.sorted(pooled)
      people = own.compactMap { results[$0.column].statuses?[.answered] }.filter { $0 > 0 }.min() ?? 0
      var context = subject.context
      figure =
        group.respondents == 0 && subject.itemCount > 0
        ? .undefined(.noRespondents)
        : subject.score(subject.items.map { Self.summary(of: results[$0.column]) }, in: &context)
    }
    let area = subject.subject.kind == .area ? assessment.areas.first { $0.id.rawValue == subject.subject.id } : nil
    return finish(
      subject.subject, name: name(of: subject.subject), figure, target: area?.target, people: people,
      statuses: Self.statuses(Set(own.map(\.column)), results), distribution: distribution,
      isOnScale: subject.definition.rule.range(of: own.map(\.item), levels: assessment.levels) != nil,
      provenance: subject.provenance)
  }

  /// What everyone without a score lacks.
  private func whyNobody(_ subject: BoundSubject, _ group: Tally.Group, _ reasons: [Undefined?]) -> Undefined {
    if subject.itemCount == 0 { return .notAsked }
    if group.respondents == 0 { return .noRespondents }
    return reasons.count == 1 ? (reasons.first ?? nil) ?? .nobodyScored : .nobodyScored
  }

  /// A question summarised over people, as an answer for a rule.
  private static func summary(of result: QuestionResult) -> ItemAnswer {
    if let mean = result.mean.value { return ItemAnswer(score: mean) }
    guard let statuses = result.statuses, statuses.applicable == 0, statuses.total > 0 else {
      return ItemAnswer(.unanswered)
    }
    return ItemAnswer(statuses[.notApplicable] > 0 ? .notApplicable : .notShown)
  }

  private static func statuses(_ columns: Set<Int>, _ results: [QuestionResult]) -> StatusCounts {
    var sum = StatusCounts()
    for column in columns {
      if let statuses = results[column].statuses { sum += statuses }
    }
    return sum
  }

  // MARK: Scores from areas

  private func ofAreas(
    _ subject: Subject, name: LocalizedText, _ definition: ScoringDefinition, _ members: [Area],
    _ scores: [SubjectScore], _ results: [QuestionResult]
  ) -> SubjectScore {
    let scale = assessment.levels.scale ?? 0...0
    let items = members.map {
      ScoringItem(
        id: $0.id.rawValue, weight: $0.weight, minimum: scale.lowerBound, maximum: scale.upperBound)
    }
    let areas = members.compactMap { member in scores.first { $0.subject.id == member.id.rawValue } }
    var answers = areas.map { area in area.score.value.map { ItemAnswer(score: $0) } ?? ItemAnswer(Self.status(area)) }
    let scored = areas.filter { $0.score.value != nil }
    let figure: Figure<Double>
    if scored.isEmpty, let reason = Self.reason(areas) {
      figure = .undefined(reason)
    } else if !definition.rule.references.isEmpty {
      figure = .undefined(.needsQuestions)
    } else if let reason = definition.prepare(&answers, items: items, count: items.count) {
      figure = .undefined(reason)
    } else {
      let context = ScoringContext(unit: definition.unit, levels: assessment.levels, items: items, answers: answers)
      figure = definition.rule.score(context).then(Figure.finite)
    }
    let columns = subjects.filter { $0.subject.kind == .area && members.map(\.id.rawValue).contains($0.subject.id) }
      .flatMap { bound in bound.items.prefix(bound.itemCount).map(\.column) }
    return finish(
      subject, name: name.text, figure, target: nil,
      people: scored.compactMap(\.people).min() ?? 0,
      statuses: Self.statuses(Set(columns), results), distribution: [],
      isOnScale: definition.rule.range(of: items, levels: assessment.levels) != nil,
      provenance: Provenance(
        definition, source: .areas, items: items.map { Provenance.Item(id: $0.id, weight: $0.weight) }))
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

  // MARK: Finishing

  private func finish(
    _ subject: Subject, name: String, _ figure: Figure<Double>, target: Double?, people: Int, statuses: StatusCounts,
    distribution: [ScoreCount], isOnScale: Bool, provenance: Provenance
  ) -> SubjectScore {
    let score = figure.value
    let target = isOnScale ? target : nil
    return SubjectScore(
      subject: subject, name: name, score: figure,
      level: isOnScale ? score.flatMap { assessment.levels.level(for: $0)?.id } : nil, target: target,
      gap: score.flatMap { score in target.map { $0 - score } }, people: people,
      coverage: statuses.applicable > 0
        ? .value(Double(statuses[.answered]) / Double(statuses.applicable)) : .undefined(.noneApplicable),
      statuses: statuses, distribution: distribution,
      isUnanimous: distribution.count == 1 && people > 1, provenance: provenance)
  }

  private func name(of subject: Subject) -> String {
    switch subject.kind {
    case .area: assessment.areas.first { $0.id.rawValue == subject.id }?.name.text ?? subject.id
    case .theme: assessment.themes.first { $0.id.rawValue == subject.id }?.name.text ?? subject.id
    case .principle: assessment.principles.first { $0.id.rawValue == subject.id }?.name.text ?? subject.id
    case .literacy: assessment.literacies.first { $0.id.rawValue == subject.id }?.name.text ?? subject.id
    case .overall: assessment.title.text
    }
  }
}
