extension GroupResult {
  /// Withholds everything about the group but that it exists.
  /// - Parameter nothing: Another group of the same scorecard that is withheld: what says the same is shared with it.
  mutating func withhold(as nothing: GroupResult? = nil) {
    respondents = nil
    isSuppressed = true
    areas.withhold(as: nothing?.areas)
    themes.withhold(as: nothing?.themes)
    principles.withhold(as: nothing?.principles)
    literacies.withhold(as: nothing?.literacies)
    if let nothing {
      // A withheld question says the same of every group.
      questions = nothing.questions
    } else {
      for index in questions.indices { questions[index].withhold() }
    }
    overall?.withhold()
  }

  /// Withholds what would give a withheld question or area away: first of scores made of questions, then of areas.
  mutating func withholdWhatFollows(from isHidden: [Bool], _ parts: ScoreParts) {
    if !isHidden.contains(true), !areas.contains(where: \.isWithheld) { return }
    for (scores, questions) in zip(parts.scores, parts.questions) {
      for (index, questions) in questions.enumerated() where questions.contains(where: { isHidden[$0] }) {
        self[keyPath: scores][index].withholdWhatFollowsFromQuestions()
      }
    }
    for index in themes.indices where themes[index].provenance.source == .areas {
      themes[index].withholdWhatFollows(fromAreas: areas)
    }
    overall?.withholdWhatFollows(fromAreas: areas)
  }

  mutating func withholdSmallClusters(_ threshold: Int) {
    for index in areas.indices {
      areas[index].statistics = areas[index].statistics.map { $0.published(under: threshold, of: key) }
    }
    for index in themes.indices {
      themes[index].statistics = themes[index].statistics.map { $0.published(under: threshold, of: key) }
    }
    for index in questions.indices {
      questions[index].statistics = questions[index].statistics.map { $0.published(under: threshold, of: key) }
    }
  }

  /// Sets its areas apart from everybody else's.
  /// - Parameter everyone: For each area everyone by their score; nil where that is not shown.
  mutating func compare(with everyone: [[ScoreCount]?]) {
    for (index, everyone) in everyone.enumerated() where areas.indices.contains(index) {
      if let everyone, areas[index].isComparable {
        areas[index].comparison = .of(areas[index].distribution, everyone: everyone)
      } else {
        areas[index].comparison = .none
      }
    }
  }
}

extension [SubjectScore] {
  /// Withholds them all.
  /// - Parameter nothing: Those of another group, withheld: shared where each says what is left here, since copies take long.
  fileprivate mutating func withhold(as nothing: [SubjectScore]?) {
    if let nothing, indices.allSatisfy({ self[$0].leavesWhenWithheld(nothing[$0]) }) {
      self = nothing
    } else {
      for index in indices { self[index].withhold() }
    }
  }
}

extension SubjectScore {
  /// Whether the figure is withheld.
  @inlinable public var isWithheld: Bool { score.reason?.code == .withheld }

  /// A score that no question can have is still undefined for its own reason: that gives nobody away.
  mutating func withhold() {
    if score.reason?.code == .notAsked { return }
    score = .undefined(.withheld)
    level = nil
    gap = nil
    people = nil
    weighting = nil
    withholdAnswers()
  }

  /// Whether another group's withheld score of the same subject is what would be left of this one.
  fileprivate func leavesWhenWithheld(_ other: SubjectScore) -> Bool {
    score.reason?.code != .notAsked && other.isWithheld && effects.isEmpty
      && (statistics.reason?.code == .notOfPeople) == (other.statistics.reason?.code == .notOfPeople)
  }

  /// Withholds what became of the questions, and leaves the score.
  private mutating func withholdAnswers() {
    coverage = .undefined(.withheld)
    statuses = nil
    distribution = []
    isUnanimous = false
    reasonsWithout = []
    for index in effects.indices { effects[index].withhold() }
    // A score that is not made of people's has no statistics, and that gives nobody away.
    if statistics.reason?.code != .notOfPeople { statistics = .undefined(.withheld) }
    withholdReliability()
  }

  /// Whether its reliability is withheld.
  var hasWithheldReliability: Bool { reliability?.alpha.reason?.code == .withheld }

  mutating func withholdReliability() {
    reliability = reliability.map { _ in Reliability(alpha: .undefined(.withheld), people: nil, items: []) }
  }

  /// Whether it can be set beside everyone's: where both are shown nothing follows from that.
  var isComparable: Bool {
    guard case .value = statistics else { return false }
    return !distribution.isEmpty
  }

  /// With `unit: question` the score is a sum of what is shown of its questions. Otherwise people's scores stand for
  /// themselves, but the pooled answers less those that are shown are the withheld ones.
  fileprivate mutating func withholdWhatFollowsFromQuestions() {
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
  private static let fewestClusters = 5

  /// A range over clusters is shown for everyone alone, and of enough clusters of enough people: a group's own clusters
  /// are crossed groups, which nobody has asked for and nothing protects.
  fileprivate func published(under threshold: Int, of key: [GroupAttribute]) -> ScoreStatistics {
    guard let clusters else { return self }
    var statistics = self
    let isShown = key.isEmpty && clusters.count >= Self.fewestClusters && clusters.allSatisfy { $0 >= threshold }
    if !isShown { statistics.interval = .undefined(Self.fewClusters) }
    statistics.clusters = nil
    return statistics
  }

  private static let fewClusters = Undefined(
    .withheld,
    "Withheld: likely ranges over clusters, such as sessions, are shown for everyone together and of \(fewestClusters) clusters or more, "
      + "each of as many people as must stand behind a figure.")
}

// One field of each is looked at: a result is large, and a copy of every one would cost more than all the rest.
extension [SubjectScore] {
  /// How many of the figures are withheld. O(scores).
  package var withheldCount: Int { indices.count { self[$0].score.reason?.code == .withheld } }
}

extension [QuestionResult] {
  /// How many of the figures are withheld. O(questions).
  package var withheldCount: Int {
    indices.count { index in
      switch self[index].statistics {
      case .undefined(let reason): reason.code == .withheld
      case .value: self[index].statistics.value?.mean.reason?.code == .withheld
      }
    }
  }
}

extension QuestionResult {
  /// Whether the figure is withheld.
  @inlinable public var isWithheld: Bool { mean.reason?.code == .withheld }

  mutating func withhold() {
    statuses = nil
    weighting = nil
    statistics = .undefined(.withheld)
    options = []
    distribution = []
  }
}

extension ItemEffect {
  /// How many people stand behind one of its figures.
  func people(of figure: WritableKeyPath<ItemEffect, Figure<Double>>) -> Int? {
    figure == \.without ? peopleWithout : peopleHigher
  }

  /// How the people behind one of its figures are weighted.
  func weighting(of figure: WritableKeyPath<ItemEffect, Figure<Double>>) -> FigureWeighting? {
    figure == \.without ? weightingWithout : weightingHigher
  }

  fileprivate mutating func withhold() {
    without = .undefined(.withheld)
    oneHigher = .undefined(.withheld)
  }
}

extension FigureWeighting {
  /// Whether a group that is withheld has a weight of its own: the weighted and the unweighted mean would then be two
  /// equations for what withheld groups answered, and the design effect one for how many they are.
  func tellsApart(_ groups: [GroupResult], hidden: [Bool]) -> Bool {
    zip(groups, hidden).contains { $1 && alone.contains($0.key) }
  }
}
