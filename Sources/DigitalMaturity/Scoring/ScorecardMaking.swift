extension Scorer {
  /// Makes the results of what was counted: everyone, then each breakdown's groups in the order of their values.
  ///
  /// O(groups × (questions + subjects)), and for likely ranges as many resamples of each area and question.
  /// - Parameters:
  ///   - tally: What was counted.
  ///   - intervals: How likely ranges are found. They follow from the seed alone.
  ///   - smallestStratum: With a population, groups with fewer people behind a figure than this are weighted together for
  ///     it. Give the threshold that the results are published under, or more.
  public func scorecard(
    _ tally: Tally, intervals: IntervalOptions = .standard, smallestStratum: Int = 10
  ) -> Scorecard {
    let tally = tally.joiningTies(
      subjects: subjects.map { subject in
        let items = subject.items.prefix(subject.itemCount).map(\.item)
        let range = subject.definition.rule.range(of: items, levels: assessment.levels)
        let ends = range.map { [$0.lowerBound, $0.upperBound] } ?? []
        return ends + assessment.levels.map(\.value) + items.flatMap(\.points)
      }, numbers: questions.map(\.points))
    return ScorecardMaker(scorer: self, tally: tally, intervals: intervals, smallestStratum: smallestStratum).scorecard
  }
}

/// Makes one scorecard.
struct ScorecardMaker {
  let scorer: Scorer
  let tally: Tally
  let intervals: IntervalOptions
  let smallestStratum: Int

  var assessment: Assessment { scorer.assessment }
  var plan: ScoringPlan { scorer.plan }
  var questionnaire: Questionnaire { scorer.questionnaire }
  var questions: [Question] { scorer.questions }
  var subjects: [BoundSubject] { scorer.subjects }

  var scorecard: Scorecard {
    let breakdowns = scorer.breakdowns
    let strata = strata
    var groups = [result(of: tally.keys, key: [], strata: strata)]
    for breakdown in breakdowns.requested {
      var members: [[Int]: [UInt32]] = [:]
      for key in tally.keys { members[breakdowns.values(of: key, in: breakdown), default: []].append(key) }
      for values in members.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        groups.append(result(of: members[values] ?? [], key: breakdowns.key(values, in: breakdown)))
      }
    }
    return Scorecard(
      assessment: scorer.reference, questionnaire: questionnaire.id, audience: questionnaire.audience,
      mode: questionnaire.mode, groups: groups,
      population: strata.flatMap { strata in scorer.population.map { strata.told($0.attributes) } },
      counted: CountedCells(tally, scorer))
  }

  /// Everyone by the groups of the population; nil without one.
  private var strata: Strata? {
    guard let population = scorer.population else { return nil }
    let breakdown = population.attributes.compactMap { attribute in
      questionnaire.attributes.firstIndex { $0.id == attribute }
    }
    var members: [[Int]: [UInt32]] = [:]
    for key in tally.keys { members[scorer.breakdowns.values(of: key, in: breakdown), default: []].append(key) }
    for group in population.groups {
      let values = zip(group.values, breakdown).map { value, position in
        questionnaire.attributes[position].values.firstIndex { $0.id == value } ?? 0
      }
      members[values, default: []] += []
    }
    let headcounts = Dictionary(
      population.groups.map { ($0.values, $0.people) }, uniquingKeysWith: { first, _ in first })
    return Strata(
      members.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { values in
        let key = scorer.breakdowns.key(values, in: breakdown)
        let stated = key.compactMap(\.value)
        return Strata.Stratum(
          key: key, counts: sum(of: members[values] ?? []),
          headcount: stated.count == key.count ? headcounts[stated] : nil)
      }, fewest: smallestStratum)
  }

  /// The result of the finest groups with these keys, together.
  /// - Parameter strata: The same people by the groups of a population, to weigh them by.
  func result(of keys: [UInt32], key: [GroupAttribute], strata: Strata? = nil) -> GroupResult {
    let group = sum(of: keys)
    let clusters = scorer.breakdowns.cluster.map { cluster in
      Dictionary(grouping: keys) { scorer.breakdowns.values(of: $0, in: [cluster]) }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { sum(of: $0.value) }
    }
    let results = questions.indices.map { questionResult($0, group, clusters, strata) }
    var scores: [Subject: SubjectScore] = [:]
    let variants = Set(scorer.variants.flatMap { [$0.without, $0.raised] }.compactMap { $0 })
    for (index, subject) in subjects.enumerated() where !variants.contains(index) {
      scores[subject.subject] = score(subject, index, group, clusters, strata, results)
    }
    if let moved = scorer.movedSubject, let items = scores[moved]?.provenance.items {
      scores[moved]?.effects = zip(items, scorer.variants).map { item, variant in
        effect(item.id, variant.without, variant.raised, group, strata, results)
      }
      if let index = subjects.firstIndex(where: { $0.subject == moved }) {
        scores[moved]?.reasonsWithout = reasonsWithout(group, index)
      }
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

  func sum(of keys: [UInt32]) -> Tally.Group {
    let keys = Set(keys)
    return tally.sum { keys.contains($0) }
  }

  // MARK: Questions

  func questionResult(
    _ index: Int, _ group: Tally.Group, _ clusters: [Tally.Group]?, _ strata: Strata?
  ) -> QuestionResult {
    let question = questions[index]
    let statuses = group.statuses(of: index, shape: tally.shape)
    let distribution = answers(to: index, in: group)
    let weighted = strata?.weighted { answers(to: index, in: $0) }
    return QuestionResult(
      id: question.id, statuses: statuses,
      statistics: statistics(
        distribution, weighted: weighted, clusters: clusters?.map { answers(to: index, in: $0) },
        scale: Self.points(of: question), range: question.answers.range,
        nobody: question.hasFigures ? .noneAnswered : .noScores),
      options: options(of: index, group, answers: statuses[.answered]), distribution: distribution,
      weighting: weighted?.weighting)
  }

  /// The scores that an answer can have, lowest first; nil where they are not a few that are known.
  static func points(of question: Question) -> [Double]? {
    let points = question.points
    return points.isEmpty ? nil : points
  }

  /// How many chose each of a question's options.
  private func options(of index: Int, _ group: Tally.Group, answers: Int) -> [OptionCount] {
    let options = questions[index].answers.options
    guard let marks = tally.shape.marks[index] else {
      return zip(options, group.options(of: index, shape: tally.shape)).map { OptionCount(option: $0.id, count: $1) }
    }
    let counts = group.marks[index]
    return options.enumerated().map { position, option in
      OptionCount(
        option: option.id, count: counts[position],
        meanPlace: marks.meanPlace(of: position, in: counts, answers: answers))
    }
  }

  /// The answers to a question by score as it counts.
  func answers(to index: Int, in group: Tally.Group) -> [ScoreCount] {
    let question = questions[index]
    var counts = group.numbers[index]
    for (option, count) in zip(question.answers.closedOptions, group.options(of: index, shape: tally.shape)) {
      if let score = option.score, count > 0 { counts[question.effective(score), default: 0] += count }
    }
    return Self.sorted(counts, anchors: question.points)
  }

  /// The statistics of scores, with the likely range of their mean.
  func statistics(
    _ distribution: [ScoreCount], weighted: WeightedScores?, clusters: [[ScoreCount]]?, scale: [Double]?,
    range: ClosedRange<Double>?,
    nobody: Undefined, isShare: Bool = false, hasInterval: Bool = true
  ) -> Figure<ScoreStatistics> {
    guard !distribution.isEmpty else { return .undefined(nobody) }
    return (weighted?.distribution ?? distribution.asDistribution).map { values in
      var statistics = ScoreStatistics(values, scale: scale, range: range)
      if let weighted { statistics.correct(forPeople: weighted.people, countedAs: values.n) }
      guard let bootstrap = intervals.bootstrap else { return statistics }
      guard hasInterval else {
        statistics.interval = .undefined(.withoutRange)
        return statistics
      }
      if questionnaire.mode == .consensus {
        statistics.interval = .undefined(.agreedAnswer)
      } else if let weighted {
        statistics.interval =
          clusters == nil ? bootstrap.interval(ofMeanOverStrata: weighted.strata) : .undefined(.clustersAndWeights)
      } else if let clusters {
        statistics.clusters = clusters.map { $0.reduce(0) { $0 + $1.count } }.filter { $0 > 0 }
        statistics.interval = bootstrap.interval(ofMeanOver: clusters.compactMap(\.asDistribution.value))
      } else if isShare {
        let reached = distribution.last { $0.score == 1 }?.count ?? 0
        statistics.interval = wilsonInterval(successes: reached, of: values.n, confidence: bootstrap.confidence)
      } else {
        statistics.interval = bootstrap.interval(ofMean: values)
      }
      return statistics
    }
  }

  /// Counts by score, lowest first; scores that differ by rounding alone are one.
  static func sorted(_ counts: [Double: Int], anchors: @autoclosure () -> [Double] = []) -> [ScoreCount] {
    let sorted = counts.sorted { $0.key < $1.key }.map { ScoreCount(score: $0.key, count: $0.value) }
    guard sorted.haveTies else { return sorted }
    let ties = Ties(Array(counts.keys), anchors: anchors())
    let joined = Dictionary(counts.map { (ties.value(of: $0.key), $0.value) }, uniquingKeysWith: +)
    return joined.sorted { $0.key < $1.key }.map { ScoreCount(score: $0.key, count: $0.value) }
  }

  // MARK: Scores from questions

  func score(
    _ subject: BoundSubject, _ index: Int, _ group: Tally.Group, _ clusters: [Tally.Group]?, _ strata: Strata?,
    _ results: [QuestionResult]
  ) -> SubjectScore {
    let own = subject.items.prefix(subject.itemCount)
    let figure: Figure<Double>
    let people: Int
    let distribution: [ScoreCount]
    let statistics: Figure<ScoreStatistics>
    var weighting: FigureWeighting?
    let rule = subject.definition.rule
    // No key paths here: they are followed at run time, which takes longer than all the rest.
    let range = rule.range(of: own.map { $0.item }, levels: assessment.levels)
    switch subject.definition.unit {
    case .respondent:
      distribution = self.people(in: group, index)
      people = distribution.reduce(0) { $0 + $1.count }
      let isShare = rule is any ShareScoringRule
      let reasons = tally.people(group, subject: index).map { $0.score.reason }
      let weighted = strata?.weighted { self.people(in: $0, index) }
      weighting = weighted?.weighting
      statistics = self.statistics(
        distribution, weighted: weighted, clusters: clusters?.map { self.people(in: $0, index) },
        scale: isShare ? [0, 1] : range == nil ? nil : assessment.levels.map { $0.value },
        range: isShare ? 0...1 : range == nil ? nil : assessment.levels.scale,
        nobody: whyNobody(subject, group, reasons), isShare: isShare,
        hasInterval: subject.subject.kind == .area || subject.subject.kind == .theme)
      figure = statistics.then(\.mean)
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
        : subject.score(
          subject.items.map {
            Self.summary(of: results[$0.column], as: $0.item, subject.definition.questionSummary)
          }, in: &context)
      statistics = .undefined(figure.reason ?? .madeOfQuestions)
    }
    let reliability =
      subject.subject.kind == .area && own.count > 1
      ? subject.itemSums == nil
        ? Reliability(alpha: .undefined(.scoresTooFine), people: nil, items: [])
        : Reliability(group.moments[index], of: own.map { $0.question.id }) : nil
    let area = subject.subject.kind == .area ? assessment.areas.first { $0.id.rawValue == subject.subject.id } : nil
    var score = finish(
      subject.subject, name: name(of: subject.subject), figure, target: area?.target, people: people,
      statuses: Self.statuses(Set(own.map { $0.column }), results), distribution: distribution,
      isOnScale: range != nil, statistics: statistics, reliability: reliability, provenance: subject.provenance)
    score.weighting = weighting
    return score
  }

  /// People by their score of a subject, lowest first.
  func people(in group: Tally.Group, _ subject: Int) -> [ScoreCount] {
    tally.people(group, subject: subject)
      .compactMap { score, count in score.value.map { ScoreCount(score: $0, count: count) } }
      .sorted { $0.score < $1.score }
  }

  /// Why people have no score of a subject, the commonest reason first.
  func reasonsWithout(_ group: Tally.Group, _ subject: Int) -> [Undefined] {
    tally.people(group, subject: subject)
      .compactMap { score, count in score.reason.map { (reason: $0, count: count) } }
      .sorted { (-$0.count, $0.reason.sentence) < (-$1.count, $1.reason.sentence) }.map(\.reason)
  }

  /// What everyone without a score lacks.
  func whyNobody(_ subject: BoundSubject, _ group: Tally.Group, _ reasons: [Undefined?]) -> Undefined {
    if subject.itemCount == 0 { return .notAsked }
    if group.respondents == 0 { return .noRespondents }
    return reasons.count == 1 ? (reasons.first ?? nil) ?? .nobodyScored : .nobodyScored
  }

  /// A question summarised over people, as an answer for a rule. The score, what each question does to it and its explanation
  /// all ask here.
  static func summary(
    of result: QuestionResult, as item: ScoringItem, _ kind: ScoringDefinition.QuestionSummary
  ) -> ItemAnswer {
    let summary = result.statistics.then { statistics in
      switch kind {
      case .mean: statistics.mean
      case .median: statistics.median
      case .interpolatedMedian:
        // The statistics have none where the points of the scale are not known; and weighted answers are not in files.
        switch result.weighting {
        case nil: result.distribution.asDistribution.then(item.interpolatedMedian)
        case .some(let weighting):
          weighting.distribution.map { $0.then(item.interpolatedMedian) } ?? statistics.interpolatedMedian
        }
      }
    }
    if let summary = summary.value { return ItemAnswer(score: summary) }
    guard let statuses = result.statuses, statuses.applicable == 0, statuses.total > 0 else {
      return ItemAnswer(.unanswered)
    }
    return ItemAnswer(statuses[.notApplicable] > 0 ? .notApplicable : .notShown)
  }

  static func statuses(_ columns: Set<Int>, _ results: [QuestionResult]) -> StatusCounts {
    var sum = StatusCounts()
    for column in columns {
      if let statuses = results[column].statuses { sum += statuses }
    }
    return sum
  }

  // MARK: Finishing

  func finish(
    _ subject: Subject, name: String, _ figure: Figure<Double>, target: Double?, people: Int, statuses: StatusCounts,
    distribution: [ScoreCount], isOnScale: Bool, statistics: Figure<ScoreStatistics>, reliability: Reliability?,
    provenance: Provenance
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
      isUnanimous: distribution.count == 1 && people > 1, statistics: statistics, reliability: reliability,
      provenance: provenance)
  }

  func name(of subject: Subject) -> String {
    switch subject.kind {
    case .area: assessment.areas.first { $0.id.rawValue == subject.id }?.name.text ?? subject.id
    case .theme: assessment.themes.first { $0.id.rawValue == subject.id }?.name.text ?? subject.id
    case .principle: assessment.principles.first { $0.id.rawValue == subject.id }?.name.text ?? subject.id
    case .literacy: assessment.literacies.first { $0.id.rawValue == subject.id }?.name.text ?? subject.id
    case .overall: assessment.title.text
    }
  }
}
