/// Results that may be shown: what a report takes, and what is written to files and read back.
///
/// Only ``Scorecard/published(under:)`` and ``read(_:file:limits:)`` make one, so a report never sees a figure that its policy
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
  /// What the assessment is called that the results are of, and its day; the host says both.
  public var occasion = Occasion()

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

  /// The same results, said to be of an assessment with a name and a day.
  public func of(_ occasion: Occasion) -> PublishableScorecard {
    var scorecard = self
    scorecard.occasion = occasion
    return scorecard
  }

  /// Everyone together.
  public var everyone: GroupResult? { groups.first { $0.key.isEmpty } }

  /// Whether the answers are agreed ones, each about something else, such as a proposal: a breakdown has one answer a group.
  /// They stand side by side then, and an average over them tells of none.
  public var standsSideBySide: Bool {
    mode == .consensus
      && breakdowns.contains { breakdown in
        let groups = self.groups(by: breakdown)
        return groups.count > 1 && groups.allSatisfy { $0.respondents == 1 }
      }
  }

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
    let shown = mode == .consensus ? groups : suppressedGroups(under: policy)
    return PublishableScorecard(
      assessment: assessment, questionnaire: questionnaire, audience: audience, mode: mode, policy: policy,
      groups: shown, population: population?.published(with: shown))
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
