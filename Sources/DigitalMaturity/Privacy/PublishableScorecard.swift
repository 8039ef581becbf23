/// Results that may be shown: what a report takes, and what is written to files and read back.
///
/// Only ``Scorecard/published(under:)`` and ``read(_:file:)`` make one, so a report never sees a figure that its policy
/// withholds.
public struct PublishableScorecard: Sendable, Hashable {
  /// Which assessment was scored.
  public let assessment: AssessmentReference
  /// The questionnaire that was answered.
  public let questionnaire: Identifier<Questionnaire>
  /// Who was asked.
  public let audience: String
  /// Whether people answered one by one or a group agreed.
  public let mode: Questionnaire.Mode
  /// The policy that was applied.
  public let policy: DisclosurePolicy
  /// Everyone first, then the groups of each breakdown; withheld groups keep their place.
  public let groups: [GroupResult]
  /// The population that everyone's scores are weighted to; nil when each person counts once.
  public let population: PopulationWeighting?

  init(
    assessment: AssessmentReference, questionnaire: Identifier<Questionnaire>, audience: String,
    mode: Questionnaire.Mode, policy: DisclosurePolicy, groups: [GroupResult], population: PopulationWeighting? = nil
  ) {
    self.assessment = assessment
    self.questionnaire = questionnaire
    self.audience = audience
    self.mode = mode
    self.policy = policy
    self.groups = groups
    self.population = population
  }

  /// Everyone together.
  public var everyone: GroupResult? { groups.first { $0.key.isEmpty } }

  /// The groups of one breakdown, by its attributes in the questionnaire's order.
  public func groups(by attributes: [Identifier<Attribute>]) -> [GroupResult] {
    groups.filter { $0.key.map(\.attribute) == attributes }
  }

  /// The breakdowns there are, in order.
  public var breakdowns: [[Identifier<Attribute>]] {
    var seen: [[Identifier<Attribute>]] = []
    for group in groups where !group.key.isEmpty {
      let attributes = group.key.map(\.attribute)
      if !seen.contains(attributes) { seen.append(attributes) }
    }
    return seen
  }
}

extension Scorecard {
  /// The results with everything withheld that a policy asks to withhold.
  ///
  /// A figure counts the people behind it, not only its group. What is calculated from withheld figures is withheld with
  /// them. What a group agreed as one answer (`mode: consensus`) is not personal data and is shown.
  public func published(under policy: DisclosurePolicy = .standard) -> PublishableScorecard {
    let shown = mode == .consensus ? groups : suppressed(under: policy)
    return PublishableScorecard(
      assessment: assessment, questionnaire: questionnaire, audience: audience, mode: mode, policy: policy,
      groups: shown, population: population?.published(with: shown))
  }

  private func suppressed(under policy: DisclosurePolicy) -> [GroupResult] {
    let figures = PublishedFigures(counted, everyone: groups[0])
    guard figures.groups.count == groups.count else {
      // Without anybody there is nothing to withhold; else what cannot be matched is not shown.
      return groups.map { group in
        var group = group
        if group.respondents ?? 0 > 0 { group.withhold() }
        return group
      }
    }
    let all = publishedFigures(figures)
    var rule = Suppression(figures.groups, figures.cells, policy: policy)
    let withheld = rule.withheld(all.map(\.counted))
    var published = groups
    let isNested = figures.groups.isNested
    for (figure, hidden) in zip(all, withheld.figures) {
      if let question = figure.question, counted.tally.shape.marks[question] != nil, hidden.contains(true) {
        // An answer that names several options is in many counts at once, and which people could be elsewhere is known
        // of their scores only. In breakdowns that lie within each other they take all they named along.
        for group in groups.indices where !isNested[group] && !withheld.groups[group] {
          published[group].questions[question].options = []
        }
      }
      for group in groups.indices where !withheld.groups[group] {
        func tells(_ weighting: FigureWeighting?) -> Bool { weighting?.tellsApart(groups, hidden: hidden) == true }
        if let question = figure.question {
          if hidden[group] || tells(groups[group].questions[question].weighting) {
            published[group].questions[question].withhold()
          }
        }
        for (scores, index) in figure.scores {
          if hidden[group] || tells(groups[group][keyPath: scores][index].weighting) {
            published[group][keyPath: scores][index].withhold()
          }
        }
      }
    }
    for index in published.indices {
      if withheld.groups[index] { published[index].withhold() } else { published[index].withholdWhatFollows() }
      if counted.breakdowns.cluster != nil { published[index].withholdSmallClusters(policy.threshold) }
    }
    withholdEffects(in: &published, withheld.groups, figures, &rule, policy)
    withholdReliability(in: &published, withheld.groups, figures, &rule, policy)
    return published.map { $0.isSuppressed ? $0 : $0.compared(with: published[0]) }
  }

  /// A question's answers, a subject's scores, or several that say the same.
  private struct PublishedFigure {
    var counted: [CountedFigure]
    var question: Int?
    var scores: [(WritableKeyPath<GroupResult, [SubjectScore]>, Int)] = []
  }

  /// The questions, each with the scores that are made of it alone, and all other scores.
  private func publishedFigures(_ figures: PublishedFigures) -> [PublishedFigure] {
    var all = figures.questions.enumerated().map { PublishedFigure(counted: $1, question: $0) }
    for scores in [\GroupResult.areas, \.themes, \.principles, \.literacies] {
      for (index, score) in groups[0][keyPath: scores].enumerated() {
        guard let figure = counted.subjects[score.subject].flatMap({ figures.scores[$0] }) else { continue }
        let items = score.provenance.items.map(\.id)
        if items.count == 1, let question = groups[0].questions.firstIndex(where: { $0.id.rawValue == items[0] }) {
          all[question].counted.append(figure)
          all[question].scores.append((scores, index))
        } else {
          all.append(PublishedFigure(counted: [figure], scores: [(scores, index)]))
        }
      }
    }
    return all
  }

  /// What a score would be without a question counts people of its own: those who answered enough of the others.
  private func withholdEffects(
    in published: inout [GroupResult], _ hidden: [Bool], _ figures: PublishedFigures, _ rule: inout Suppression,
    _ policy: DisclosurePolicy
  ) {
    for scores in [\GroupResult.areas, \.themes, \.principles, \.literacies] {
      for subject in groups[0][keyPath: scores].indices {
        guard groups[0][keyPath: scores][subject].effects.count == counted.variants.count else { continue }
        let already = published.map {
          $0[keyPath: scores][subject].isWithheld || $0[keyPath: scores][subject].statuses == nil
        }
        for (item, variant) in counted.variants.enumerated() {
          for (position, effect) in [(variant.without, \ItemEffect.without), (variant.raised, \.oneHigher)] {
            guard let figure = position.flatMap({ figures.scores[$0] }) else { continue }
            let withheld = rule.withheld(figure, groups: hidden, already: already)
            let isLarge = groups[0][keyPath: scores][subject].effects[item].people(of: effect) ?? 0 >= policy.threshold
            // The number of people is not published: everyone's figure stands for itself.
            for group in groups.indices {
              let own = groups[group][keyPath: scores][subject].effects[item].weighting(of: effect)
              let isHidden = withheld[group] && (group > 0 || already[0] || !isLarge)
              guard isHidden || own?.tellsApart(groups, hidden: withheld) == true else { continue }
              published[group][keyPath: scores][subject].effects[item][keyPath: effect] = .undefined(.withheld)
            }
          }
        }
      }
    }
  }

  /// Alpha counts people of its own: those who answered every question.
  private func withholdReliability(
    in published: inout [GroupResult], _ hidden: [Bool], _ figures: PublishedFigures, _ rule: inout Suppression,
    _ policy: DisclosurePolicy
  ) {
    for area in groups[0].areas.indices {
      let already = published.map { $0.areas[area].isWithheld || $0.areas[area].statuses == nil }
      guard let position = counted.positions[groups[0].areas[area].subject],
        let figure = figures.reliabilities[position]
      else { continue }
      let withheld = rule.withheld(figure, groups: hidden, already: already)
      for group in groups.indices where withheld[group] {
        // Everyone's alpha gives nobody away without its number of people.
        if group == 0, !already[0], groups[0].areas[area].reliability?.people ?? 0 >= policy.threshold {
          published[0].areas[area].reliability?.people = nil
        } else {
          published[group].areas[area].withholdReliability()
        }
      }
    }
  }
}

extension FigureWeighting {
  /// Whether a group that is withheld has a weight of its own: the weighted and the unweighted mean would then be two
  /// equations for what withheld groups answered, and the design effect one for how many they are.
  fileprivate func tellsApart(_ groups: [GroupResult], hidden: [Bool]) -> Bool {
    zip(groups, hidden).contains { $1 && alone.contains($0.key) }
  }
}

extension PopulationWeighting {
  /// The population without how many answered in groups that are withheld. Headcounts are no secret.
  fileprivate func published(with results: [GroupResult]) -> PopulationWeighting {
    let shown = Set(results.filter { !$0.isSuppressed }.map(\.key))
    var population = self
    // What is taken together with groups that are withheld has their weight, which tells how many they are.
    let hidden = Set(groups.compactMap { shown.contains($0.key) ? nil : $0.weight })
    for index in groups.indices where groups[index].weight.map(hidden.contains) ?? false {
      population.groups[index].weight = nil
    }
    for index in groups.indices where !shown.contains(groups[index].key) {
      // That nobody answered is said by the absence of a result.
      if groups[index].respondents == 0, !results.contains(where: { $0.key == groups[index].key }) { continue }
      population.groups[index].respondents = nil
      population.groups[index].weight = nil
    }
    return population
  }
}

extension ItemEffect {
  /// How many people stand behind one of its figures.
  fileprivate func people(of figure: WritableKeyPath<ItemEffect, Figure<Double>>) -> Int? {
    figure == \.without ? peopleWithout : peopleHigher
  }

  /// How the people behind one of its figures are weighted.
  fileprivate func weighting(of figure: WritableKeyPath<ItemEffect, Figure<Double>>) -> FigureWeighting? {
    figure == \.without ? weightingWithout : weightingHigher
  }

  fileprivate mutating func withhold() {
    without = .undefined(.withheld)
    oneHigher = .undefined(.withheld)
  }
}

extension GroupResult {
  /// Withholds everything about the group but that it exists.
  fileprivate mutating func withhold() {
    respondents = nil
    isSuppressed = true
    for index in areas.indices { areas[index].withhold() }
    for index in themes.indices { themes[index].withhold() }
    for index in principles.indices { principles[index].withhold() }
    for index in literacies.indices { literacies[index].withhold() }
    for index in questions.indices { questions[index].withhold() }
    overall?.withhold()
  }

  fileprivate mutating func withholdSmallClusters(_ threshold: Int) {
    for index in areas.indices {
      areas[index].statistics = areas[index].statistics.map { $0.published(under: threshold, of: key) }
    }
    for index in questions.indices {
      questions[index].statistics = questions[index].statistics.map { $0.published(under: threshold, of: key) }
    }
  }

  /// The group with what sets its areas apart from everybody else's.
  fileprivate func compared(with everyone: GroupResult) -> GroupResult {
    if key.isEmpty { return self }
    var group = self
    for index in areas.indices where everyone.areas.indices.contains(index) {
      group.areas[index].comparison = areas[index].comparison(with: everyone.areas[index])
    }
    return group
  }

  /// Withholds what would give a withheld question or area away: first of scores made of questions, then of areas.
  fileprivate mutating func withholdWhatFollows() {
    let hidden = Set(questions.lazy.filter(\.isWithheld).map(\.id.rawValue))
    if hidden.isEmpty, !areas.contains(where: \.isWithheld) { return }
    for scores in [\GroupResult.areas, \.themes, \.principles, \.literacies] {
      for index in self[keyPath: scores].indices {
        self[keyPath: scores][index].withholdWhatFollows(fromQuestions: hidden)
      }
    }
    for index in themes.indices { themes[index].withholdWhatFollows(fromAreas: areas) }
    overall?.withholdWhatFollows(fromAreas: areas)
  }
}

extension SubjectScore {
  /// Whether the figure is withheld.
  public var isWithheld: Bool { score.reason?.code == .withheld }

  /// A score that no question can have is still undefined for its own reason: that gives nobody away.
  fileprivate mutating func withhold() {
    if score.reason?.code == .notAsked { return }
    score = .undefined(.withheld)
    level = nil
    gap = nil
    people = nil
    weighting = nil
    withholdAnswers()
  }

  /// Withholds what became of the questions, and leaves the score.
  private mutating func withholdAnswers() {
    coverage = .undefined(.withheld)
    statuses = nil
    distribution = []
    isUnanimous = false
    for index in effects.indices { effects[index].withhold() }
    // A score that is not made of people's has no statistics, and that gives nobody away.
    if statistics.reason?.code != .notOfPeople { statistics = .undefined(.withheld) }
    withholdReliability()
  }

  fileprivate mutating func withholdReliability() {
    reliability = reliability.map { _ in Reliability(alpha: .undefined(.withheld), people: nil, items: []) }
  }

  /// Where both are shown: nothing follows from it that did not before.
  fileprivate func comparison(with everyone: SubjectScore) -> GroupComparison {
    guard !distribution.isEmpty, statistics.value != nil, everyone.statistics.value != nil else { return .none }
    return .of(distribution, everyone: everyone.distribution)
  }

  /// With `unit: question` the score is a sum of what is shown of its questions. Otherwise people's scores stand for
  /// themselves, but the pooled answers less those that are shown are the withheld ones.
  fileprivate mutating func withholdWhatFollows(fromQuestions hidden: Set<String>) {
    guard provenance.source == .questions, provenance.items.contains(where: { hidden.contains($0.id) }) else { return }
    if provenance.unit == .question { withhold() } else { withholdAnswers() }
  }

  /// A score made of areas is a sum of theirs.
  fileprivate mutating func withholdWhatFollows(fromAreas areas: [SubjectScore]) {
    guard provenance.source == .areas else { return }
    let parts = areas.filter { area in provenance.items.contains { $0.id == area.subject.id } }
    if parts.contains(where: \.isWithheld) {
      withhold()
    } else if parts.contains(where: { $0.statuses == nil }) {
      withholdAnswers()
    }
  }
}

extension ScoreStatistics {
  /// The fewest clusters of which a likely range is shown: of fewer, its limits may be the mean of one of them.
  fileprivate static let fewestClusters = 5

  /// A range over clusters is shown for everyone alone, and of enough clusters of enough people: a group's own clusters
  /// are crossed groups, which nobody has asked for and nothing protects.
  fileprivate func published(under threshold: Int, of key: [GroupAttribute]) -> ScoreStatistics {
    guard let clusters else { return self }
    var statistics = self
    let isShown = key.isEmpty && clusters.count >= Self.fewestClusters && clusters.allSatisfy { $0 >= threshold }
    if !isShown { statistics.interval = .undefined(.withheld) }
    statistics.clusters = nil
    return statistics
  }
}

extension QuestionResult {
  /// Whether the figure is withheld.
  public var isWithheld: Bool { mean.reason?.code == .withheld }

  fileprivate mutating func withhold() {
    statuses = nil
    weighting = nil
    statistics = .undefined(.withheld)
    options = []
    distribution = []
  }
}
