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
    let shown = mode == .consensus ? groups : Self.suppressed(groups, policy)
    return PublishableScorecard(
      assessment: assessment, questionnaire: questionnaire, audience: audience, mode: mode, policy: policy,
      groups: shown, population: population?.published(with: shown))
  }

  private static func suppressed(_ groups: [GroupResult], _ policy: DisclosurePolicy) -> [GroupResult] {
    let rule = Suppression(groups.map(\.key), policy: policy)
    let none = Array(repeating: false, count: groups.count)
    let hidden = rule.withheld(people: groups.map { $0.respondents ?? 0 }, already: none)
    var published = groups

    /// Withholds one figure of each group, where too few people stand behind it.
    func apply<Result>(
      _ figures: WritableKeyPath<GroupResult, [Result]>, people: (Result) -> Int?,
      weighting: (Result) -> FigureWeighting?, withhold: (inout Result) -> Void
    ) {
      let count = groups.map { $0[keyPath: figures].count }.min() ?? 0
      for figure in 0..<count {
        let people = groups.map { people($0[keyPath: figures][figure]) ?? 0 }
        let hidden = rule.withheld(people: people, already: hidden)
        for index in groups.indices {
          let weighting = weighting(groups[index][keyPath: figures][figure])
          if hidden[index] || weighting?.tellsApart(groups, hidden: hidden) == true {
            withhold(&published[index][keyPath: figures][figure])
          }
        }
      }
    }
    apply(
      \.questions, people: { $0.statuses?[.answered] }, weighting: \.weighting, withhold: { $0.withhold() })
    for scores in [\GroupResult.areas, \.themes, \.principles, \.literacies] {
      apply(scores, people: \.peopleScored, weighting: \.weighting, withhold: { $0.withhold() })
    }
    for index in published.indices {
      published[index].withholdWhatFollows()
      if hidden[index] { published[index].withhold() }
      published[index].withholdSmallClusters(policy.threshold)
    }
    withholdEffects(of: groups, in: &published, rule)
    withholdReliability(of: groups, in: &published, rule)
    return published.map { $0.compared(with: published.first { $0.key.isEmpty }) }
  }
}

extension Scorecard {
  /// What a score would be without a question counts people of its own: those who answered enough of the others.
  private static func withholdEffects(of groups: [GroupResult], in published: inout [GroupResult], _ rule: Suppression)
  {
    for scores in [\GroupResult.areas, \.themes, \.principles, \.literacies] {
      for subject in groups.map({ $0[keyPath: scores].count }).min().map({ 0..<$0 }) ?? 0..<0 {
        let withheld = published.map {
          $0[keyPath: scores][subject].isWithheld || $0[keyPath: scores][subject].statuses == nil
        }
        for effect in groups.map({ $0[keyPath: scores][subject].effects.count }).min().map({ 0..<$0 }) ?? 0..<0 {
          for (people, weighting, figure) in [
            (\ItemEffect.peopleWithout, \ItemEffect.weightingWithout, \ItemEffect.without),
            (\.peopleHigher, \.weightingHigher, \.oneHigher),
          ] {
            let counts = groups.map { $0[keyPath: scores][subject].effects[effect][keyPath: people] }
            guard counts.contains(where: { $0 != nil }) else { continue }
            let hidden = rule.withheld(people: counts.map { $0 ?? 0 }, already: withheld)
            for index in groups.indices {
              let weighting = groups[index][keyPath: scores][subject].effects[effect][keyPath: weighting]
              guard hidden[index] || weighting?.tellsApart(groups, hidden: hidden) == true else { continue }
              published[index][keyPath: scores][subject].effects[effect][keyPath: figure] = .undefined(.withheld)
            }
          }
        }
      }
    }
  }

  /// Alpha counts people of its own: those who answered every question.
  private static func withholdReliability(
    of groups: [GroupResult], in published: inout [GroupResult], _ rule: Suppression
  ) {
    for area in groups.map(\.areas.count).min().map({ 0..<$0 }) ?? 0..<0 {
      let withheld = published.map { $0.areas[area].isWithheld || $0.areas[area].statuses == nil }
      let hidden = rule.withheld(people: groups.map { $0.areas[area].reliability?.people ?? 0 }, already: withheld)
      for index in groups.indices where hidden[index] { published[index].areas[area].withholdReliability() }
    }
  }
}

extension FigureWeighting {
  /// Whether groups that are withheld count differently: the weighted and the unweighted mean would then be two equations
  /// for what they answered.
  fileprivate func tellsApart(_ groups: [GroupResult], hidden: [Bool]) -> Bool {
    Set(zip(groups, hidden).compactMap { group, isHidden in isHidden ? weights[group.key] : nil }).count > 1
  }
}

extension PopulationWeighting {
  /// The population without how many answered in groups that are withheld. Headcounts are no secret.
  fileprivate func published(with results: [GroupResult]) -> PopulationWeighting {
    let shown = Set(results.filter { !$0.isSuppressed }.map(\.key))
    var population = self
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
  fileprivate func compared(with everyone: GroupResult?) -> GroupResult {
    guard let everyone, !key.isEmpty else { return self }
    var group = self
    for index in areas.indices {
      group.areas[index].difference = everyone.score(of: areas[index].subject).flatMap(areas[index].difference)
    }
    return group
  }

  /// Withholds what would give a withheld question or area away: first of scores made of questions, then of areas.
  fileprivate mutating func withholdWhatFollows() {
    let hidden = Set(questions.filter(\.isWithheld).map(\.id.rawValue))
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

  /// The people behind a score that sums up people; nil for one calculated from figures that are published beside it.
  fileprivate var peopleScored: Int? {
    provenance.source == .questions && provenance.unit == .respondent ? people : nil
  }

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

  /// How this score differs from that of everybody else, who are everyone less this group: both are shown, so nothing
  /// follows from it that did not before.
  fileprivate func difference(from everyone: SubjectScore) -> ScoreDifference? {
    guard !distribution.isEmpty, statistics.value != nil, everyone.statistics.value != nil else { return nil }
    var others: [Double: Int] = [:]
    for entry in everyone.distribution { others[entry.score, default: 0] += entry.count }
    for entry in distribution { others[entry.score, default: 0] -= entry.count }
    let rest = others.filter { $0.value != 0 }.map { ScoreCount(score: $0.key, count: $0.value) }
    guard !rest.isEmpty, let first = distribution.asDistribution.value, let second = rest.asDistribution.value else {
      return nil
    }
    return ScoreDifference(of: first, minus: second)
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
