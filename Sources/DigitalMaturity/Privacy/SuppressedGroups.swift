extension Scorecard {
  /// The groups without what a policy withholds.
  func suppressedGroups(under policy: DisclosurePolicy) -> [GroupResult] {
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
    var rule = Suppression(figures.groups, figures.countedCells(), policy: policy)
    let withheld = rule.withheld(all.map(\.counted))
    var published = published(all, withheld, isNested: figures.groups.isNested, policy)
    withholdEffects(in: &published, withheld.groups, figures, &rule, policy)
    withholdReliability(in: &published, withheld.groups, figures, &rule, policy)
    return published
  }

  private typealias Scores = WritableKeyPath<GroupResult, [SubjectScore]>
  private static var scores: [Scores] { [\.areas, \.themes, \.principles, \.literacies] }

  /// A question's answers, a subject's scores, or several that say the same.
  private struct PublishedFigure {
    var counted: [CountedFigure]
    var question: Int?
    var scores: [(of: Scores, index: Int)] = []
  }

  /// The questions, each with the scores that are made of it alone, and all other scores.
  private func publishedFigures(_ figures: PublishedFigures) -> [PublishedFigure] {
    var all = figures.questions.enumerated().map { PublishedFigure(counted: $1, question: $0) }
    for scores in Self.scores {
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

  /// The groups without withheld questions and scores, and what would give those away; each set beside everyone.
  private func published(
    _ figures: [PublishedFigure], _ withheld: Suppression.Withheld, isNested: [Bool], _ policy: DisclosurePolicy
  ) -> [GroupResult] {
    // What is withheld says the same of most groups: they share it.
    var nothing = groups[0]
    nothing.withhold()
    // An answer that names several options is in many counts at once, and which people could be elsewhere is known of
    // their scores only. In breakdowns that lie within each other they take all they named along.
    let several = zip(figures, withheld.figures).compactMap { figure, hidden -> Int? in
      guard let question = figure.question, counted.tally.shape.marks[question] != nil else { return nil }
      return hidden.contains(true) ? question : nil
    }
    let parts = ScoreParts(groups[0], Self.scores)
    var everyone: [[ScoreCount]?] = []
    var published: [GroupResult] = []
    published.reserveCapacity(groups.count)
    for (index, group) in groups.enumerated() {
      var group = group
      if withheld.groups[index] {
        group.withhold(as: nothing)
      } else {
        var isHidden = Array(repeating: false, count: group.questions.count)
        // By their places: a copy of every figure for every group takes longer than all the rest.
        for place in figures.indices {
          let isOwn = withheld.figures[place][index]
          if let question = figures[place].question {
            isHidden[question] = isOwn || tells(group.questions[question].weighting, withheld.figures[place])
          }
          for (scores, score) in figures[place].scores
          where isOwn || tells(group[keyPath: scores][score].weighting, withheld.figures[place]) {
            group[keyPath: scores][score].withhold()
          }
        }
        if isHidden.contains(true) {
          group.questions = isHidden.indices.map { isHidden[$0] ? nothing.questions[$0] : group.questions[$0] }
        }
        if !isNested[index] { for question in several { group.questions[question].options = [] } }
        group.withholdWhatFollows(from: isHidden, parts)
      }
      if counted.breakdowns.cluster != nil { group.withholdSmallClusters(policy.threshold) }
      if index == 0 {
        everyone = group.areas.map { $0.isComparable ? $0.distribution : nil }
      } else if !group.isSuppressed {
        group.compare(with: everyone)
      }
      published.append(group)
    }
    return published
  }

  /// Whether how a figure is weighted tells of a group that is withheld.
  private func tells(_ weighting: @autoclosure () -> FigureWeighting?, _ hidden: [Bool]) -> Bool {
    population != nil && weighting()?.tellsApart(groups, hidden: hidden) == true
  }

  /// What a score would be without a question counts people of its own: those who answered enough of the others.
  private func withholdEffects(
    in published: inout [GroupResult], _ hidden: [Bool], _ figures: PublishedFigures, _ rule: inout Suppression,
    _ policy: DisclosurePolicy
  ) {
    if counted.variants.isEmpty { return }
    for scores in Self.scores {
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
              let isHidden = withheld[group] && (group > 0 || already[0] || !isLarge)
              let own = groups[group][keyPath: scores][subject].effects[item]
              guard isHidden || tells(own.weighting(of: effect), withheld) else { continue }
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
      guard let position = counted.positions[groups[0].areas[area].subject],
        let figure = figures.reliabilities[position]
      else { continue }
      let already = published.map { $0.areas[area].statuses == nil || $0.areas[area].isWithheld }
      let withheld = rule.withheld(figure, groups: hidden, already: already)
      for group in groups.indices where withheld[group] {
        // Everyone's alpha gives nobody away without its number of people.
        if group == 0, !already[0], groups[0].areas[area].reliability?.people ?? 0 >= policy.threshold {
          published[0].areas[area].reliability?.people = nil
        } else if !published[group].areas[area].hasWithheldReliability {
          published[group].areas[area].withholdReliability()
        }
      }
    }
  }
}

/// Which questions or areas each score is made of, by their positions: the same for every group.
struct ScoreParts {
  /// A kind of scores of a group.
  let scores: [WritableKeyPath<GroupResult, [SubjectScore]>]
  /// For each kind and score, the questions it is made of.
  let questions: [[[Int]]]

  init(_ group: GroupResult, _ scores: [WritableKeyPath<GroupResult, [SubjectScore]>]) {
    self.scores = scores
    let positions = Dictionary(
      group.questions.enumerated().map { ($1.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
    questions = scores.map { scores in
      group[keyPath: scores].map { score in
        score.provenance.source == .questions ? score.provenance.items.compactMap { positions[$0.id] } : []
      }
    }
  }
}
