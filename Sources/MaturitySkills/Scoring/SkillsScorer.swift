public import DigitalMaturity

/// Scores people against what their roles ask.
///
/// A literacy's level is made of its essential competences by the framework's rule. Without one it is the highest level at
/// which all of them are met: a level asks for itself in each, but up to the level that the role asks of the literacy for
/// no more than the role does. So a literacy is met when all its essential competences are. By another rule it is met when
/// its level reaches what the rule gives somebody who is exactly at what the role asks of each.
///
/// While one of the essential competences is not rated the literacy is not rated either: by every rule, whatever the others
/// are and whatever the rule says of missing answers. Somebody rated in part would otherwise count as soon as the answer is
/// bad and never while it may still be good, and shares of those who are rated would be too low. What a person is below in
/// is told by the competences.
///
/// The scorer is immutable and can be shared between threads.
public struct SkillsScorer: Sendable {
  /// The framework.
  public let framework: SkillsFramework
  /// The literacies that the framework has competences of, in the assessment's order.
  public let literacies: [Literacy]
  /// Which assessment the framework is part of.
  public let assessment: AssessmentReference
  let rule: LiteracyRule

  /// Makes a scorer.
  /// - Throws: `DocumentError` for an assessment without a skills framework.
  public init(_ assessment: Assessment) throws(DocumentError) {
    guard let framework = assessment.section(SkillsFramework.self) else {
      throw DocumentError(
        Diagnostic(.missingKey, "the assessment “\(assessment.id)” has no skills framework; add “skills”"))
    }
    self.framework = framework
    let used = Set(framework.competences.map(\.literacy))
    literacies = assessment.literacies.filter { used.contains($0.id) }
    self.assessment = AssessmentReference(assessment)
    rule = LiteracyRule(framework.scoring, levels: framework.levels)
  }

  /// Scores everybody.
  /// - Parameters:
  ///   - ratings: The ratings, of a list of people read with this framework.
  ///   - raters: How the ratings of several raters become one.
  ///   - oldest: The day before which a rating is too old; none is when not given.
  /// - Complexity: O(people · competences).
  public func scores(
    of ratings: StaffRatings, raters: RaterPolicy = .managerOverSelf, validFrom oldest: Day? = nil
  ) -> SkillsScores {
    let scoring = PeopleScoring(self, ratings, raters, oldest)
    return scoring.scores([scoring.scored(ratings.staff.people.indices)])
  }

  /// Scores everybody, as ``scores(of:raters:validFrom:)`` does, each worker so many people.
  public func scores(
    of ratings: StaffRatings, raters: RaterPolicy = .managerOverSelf, validFrom oldest: Day? = nil, workers: Int
  ) async -> SkillsScores {
    let people = ratings.staff.people.count
    // Few people are scored sooner than shared.
    let size = max(1_000, (people + max(1, workers) - 1) / max(1, workers))
    if size >= people { return scores(of: ratings, raters: raters, validFrom: oldest) }
    let scoring = PeopleScoring(self, ratings, raters, oldest)
    let parts = await withTaskGroup(of: ScoredPeople.self) { group in
      for start in stride(from: 0, to: people, by: size) {
        group.addTask { scoring.scored(start..<min(start + size, people)) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    return scoring.scores(parts.sorted { $0.first < $1.first })
  }
}

/// What some people scored, one after the other.
private struct ScoredPeople: Sendable {
  /// The position of the first.
  let first: Int
  /// For each and each competence, what the raters say together.
  var standings: [UInt16]
  /// For each and each literacy, the position of an outcome.
  var positions: [UInt32]
  var outcomes: [LiteracyOutcome]
}

/// What people are scored by. Workers share it.
private struct PeopleScoring: Sendable {
  private let scorer: SkillsScorer
  private let ratings: StaffRatings
  private let raters: RaterPolicy
  private let oldest: Day?
  private let combined: CombinedRatings
  /// What is said of people whose peers differ, by the person's position.
  private let several: [Int: [(competence: Int, code: UInt16)]]
  private let requirements: [RoleRequirements]

  init(_ scorer: SkillsScorer, _ ratings: StaffRatings, _ raters: RaterPolicy, _ oldest: Day?) {
    self.scorer = scorer
    self.ratings = ratings
    self.raters = raters
    self.oldest = oldest
    let limit = UInt16(clamping: oldest?.number ?? 0)
    let (cells, places) = (ratings.cells, ratings.cells.places)
    let differing = ratings.peers.filter { cells[$0.key].day >= limit }.sorted { $0.key < $1.key }
      .map { (parts: places.parts(of: $0.key), said: $0.value) }
    combined = CombinedRatings(
      levels: scorer.framework.levels, policy: raters,
      several: differing.map { parts, said in
        CombinedRatings.Several(
          own: cells.row(parts.person, .own)[parts.competence],
          manager: cells.row(parts.person, .manager)[parts.competence], peers: said)
      }, oldest: limit)
    several = Dictionary(
      grouping: zip(differing, combined.several).map { ($0.parts.person, $0.parts.competence, $1) }, by: \.0
    ).mapValues { $0.map { (competence: $0.1, code: $0.2) } }
    requirements = ratings.staff.roleSets.map { RoleRequirements($0, scorer.framework, scorer.literacies) }
  }

  /// Scores some people.
  func scored(_ people: Range<Int>) -> ScoredPeople {
    let competences = scorer.framework.competences.count
    let standings = standings(people, competences)
    var outcomes = OutcomeCache(
      rule: scorer.rule, values: combined.values, requirements: requirements, literacies: scorer.literacies.count)
    var positions: [UInt32] = []
    positions.reserveCapacity(people.count * scorer.literacies.count)
    let codes = standings.span
    for (index, person) in people.enumerated() {
      let own = codes.extracting(index * competences..<(index + 1) * competences)
      let roleSet = ratings.staff.people[person].roleSet
      for literacy in 0..<scorer.literacies.count {
        positions.append(outcomes.position(of: own, roleSet: roleSet, literacy: literacy))
      }
    }
    return ScoredPeople(
      first: people.lowerBound, standings: standings, positions: positions, outcomes: outcomes.all)
  }

  /// For each person and competence, what the raters say together.
  private func standings(_ people: Range<Int>, _ competences: Int) -> [UInt16] {
    var standings: [UInt16] = Array(repeating: 0, count: people.count * competences)
    var codes = standings.mutableSpan
    let cells = ratings.cells
    let limit = UInt16(clamping: oldest?.number ?? 0)
    for (index, person) in people.enumerated() {
      let (own, manager, peer) = (cells.row(person, .own), cells.row(person, .manager), cells.row(person, .peer))
      for competence in 0..<competences {
        codes[index &* competences &+ competence] = combined.combine(
          own[competence], manager[competence], peer[competence], oldest: limit)
      }
      if several.isEmpty { continue }
      for (competence, code) in several[person] ?? [] { codes[index &* competences &+ competence] = code }
    }
    return standings
  }

  /// Puts the scores of everybody together.
  func scores(_ parts: [ScoredPeople]) -> SkillsScores {
    var all = parts.first ?? ScoredPeople(first: 0, standings: [], positions: [], outcomes: [])
    for part in parts.dropFirst() {
      let before = UInt32(truncatingIfNeeded: all.outcomes.count)
      all.standings += part.standings
      all.positions += part.positions.map { $0 &+ before }
      all.outcomes += part.outcomes
    }
    return SkillsScores(
      scorer: scorer, ratings: ratings, raters: raters, validFrom: oldest, values: combined.values,
      requirements: requirements, standings: all.standings, outcomes: all.outcomes, positions: all.positions)
  }
}

/// The outcomes of literacies met so far: people in the same roles with the same levels share one.
private struct OutcomeCache {
  private let rule: LiteracyRule
  private let values: [Double]
  private let requirements: [RoleRequirements]
  private let literacies: Int
  /// The outcomes, each once.
  private(set) var all: [LiteracyOutcome] = []
  private var places: [LiteracyOutcome: Int] = [:]
  /// For each set of roles and literacy, the positions by the codes of the essential competences.
  private var patterns: [CodePatterns]

  init(rule: LiteracyRule, values: [Double], requirements: [RoleRequirements], literacies: Int) {
    self.rule = rule
    self.values = values
    self.requirements = requirements
    self.literacies = literacies
    patterns = requirements.flatMap { $0.literacies.map { CodePatterns($0.competences, values: values.count) } }
  }

  @inline(__always)
  mutating func position(of own: Span<UInt16>, roleSet: Int, literacy: Int) -> UInt32 {
    if let known = patterns[roleSet &* literacies &+ literacy].number(of: own) {
      return UInt32(truncatingIfNeeded: known)
    }
    return add(own, roleSet: roleSet, literacy: literacy)
  }

  private mutating func add(_ own: Span<UInt16>, roleSet: Int, literacy: Int) -> UInt32 {
    let outcome = outcome(own, requirements[roleSet].literacies[literacy])
    let place = places[outcome] ?? all.count
    if place == all.count {
      places[outcome] = place
      all.append(outcome)
    }
    patterns[roleSet * literacies + literacy].add(own, number: place)
    return UInt32(truncatingIfNeeded: place)
  }

  private func outcome(_ own: Span<UInt16>, _ requirement: RoleRequirements.AskedLiteracy) -> LiteracyOutcome {
    let notNeeded = CombinedRatings.code(of: .notNeeded)
    // What the work does not need leaves both sides.
    let needed = requirement.asked.indices.filter { own[requirement.competences[$0]] != notNeeded }
    guard !needed.isEmpty else { return LiteracyOutcome(level: nil, required: nil, standing: .notNeeded) }
    let asked = needed.count == requirement.asked.count ? requirement.asked : needed.map { requirement.asked[$0] }
    let required = rule.required(asked, target: requirement.target).value
    let answers = needed.map { index in
      let code = Int(own[requirement.competences[index]])
      return code < values.count ? ItemAnswer(score: values[code]) : ItemAnswer(.unanswered)
    }
    guard let required, let level = rule.level(asked, target: requirement.target, answers).value else {
      return LiteracyOutcome(level: nil, required: required, standing: .notRated)
    }
    return LiteracyOutcome(level: level, required: required, standing: level >= required - 1e-9 ? .met : .notMet)
  }
}
