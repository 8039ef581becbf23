public import DigitalMaturity

/// Whether somebody meets what a role asks.
public enum Standing: String, Sendable, Hashable, CaseIterable {
  /// It is met.
  case met
  /// It is not met.
  case notMet = "not-met"
  /// It cannot be said, since something is not rated.
  case notRated = "not-rated"
  /// Nothing is asked.
  case notNeeded = "not-needed"

  /// True for met, false for not met, nil otherwise.
  public var isMet: Bool? {
    switch self {
    case .met: true
    case .notMet: false
    case .notRated, .notNeeded: nil
    }
  }

  /// The standing in all of several things: not rated while one of those that are asked is not; met when all are.
  static func all(_ parts: some Sequence<Standing>) -> Standing { parts.reduce(.notNeeded) { $0.and($1) } }

  /// The standing in one thing and another.
  @inline(__always)
  func and(_ other: Standing) -> Standing {
    switch (self, other) {
    case (.notRated, _), (_, .notNeeded): self
    case (.notNeeded, _), (_, .notRated), (.met, _): other
    case (.notMet, _): self
    }
  }
}

/// How a person stands in a literacy.
struct LiteracyOutcome: Sendable, Hashable {
  var level: Double?
  var required: Double?
  var standing: Standing

  /// How far the level is below what is asked; 0 when it is not, nil without a level or a requirement.
  var gap: Double? { level.flatMap { level in required.map { max(0, $0 - level) } } }
}

/// Everybody's scores: named data, which nothing shows as they are.
///
/// ``named(_:)`` gives results of persons, for the person and the manager alone; `published(under:)` gives totals that
/// anybody may see.
public struct SkillsScores: Sendable {
  let scorer: SkillsScorer
  let ratings: StaffRatings
  /// How the ratings of several raters became one.
  public let raters: RaterPolicy
  /// The day before which a rating was too old.
  public let validFrom: Day?
  let values: [Double]
  let requirements: [RoleRequirements]
  /// For each person and competence a code of ``CombinedRatings``.
  let standings: [UInt16]
  let outcomes: [LiteracyOutcome]
  /// For each person and literacy the position of an outcome.
  let positions: [UInt32]

  /// The day of the scores.
  public var on: Day { ratings.on }

  /// The people that results are about: at work on the day, in a role of the framework, and not private.
  let counted: [Int]
  /// The people in a private role who are at work on the day: in no list and no total.
  public let privatePeople: Int
  /// The people at work on the day without a role of the framework, of whom nothing is asked: in lists of named results,
  /// which say so, and in no total.
  public let peopleWithoutRole: Int
  /// Those who are in lists of named results: ``counted``, and the people without a role.
  let listed: [Int]

  init(
    scorer: SkillsScorer, ratings: StaffRatings, raters: RaterPolicy, validFrom: Day?, values: [Double],
    requirements: [RoleRequirements], standings: [UInt16], outcomes: [LiteracyOutcome], positions: [UInt32]
  ) {
    self.scorer = scorer
    self.ratings = ratings
    self.raters = raters
    self.validFrom = validFrom
    self.values = values
    self.requirements = requirements
    self.standings = standings
    self.outcomes = outcomes
    self.positions = positions
    var counted: [Int] = []
    var withoutRole: [Int] = []
    var hidden = 0
    for (index, person) in ratings.staff.people.enumerated() where person.isThere(on: ratings.on) {
      if ratings.staff.roleSets[person.roleSet].isEmpty {
        withoutRole.append(index)
      } else if requirements[person.roleSet].isPrivate {
        hidden += 1
      } else {
        counted.append(index)
      }
    }
    self.counted = counted
    privatePeople = hidden
    peopleWithoutRole = withoutRole.count
    listed = withoutRole.isEmpty ? counted : (counted + withoutRole).sorted()
  }

  /// What is asked of a person.
  func requirements(of person: Int) -> RoleRequirements { requirements[ratings.staff.people[person].roleSet] }

  /// How a person stands in a literacy.
  @inline(__always)
  func outcome(of person: Int, in literacy: Int) -> LiteracyOutcome {
    outcomes[Int(positions[person &* scorer.literacies.count &+ literacy])]
  }

  /// A person's code in a competence.
  @inline(__always)
  func code(of person: Int, in competence: Int) -> UInt16 {
    standings[person &* scorer.framework.competences.count &+ competence]
  }

  /// A person's level in a competence, or why there is none.
  func level(of person: Int, in competence: Int) -> (value: Double?, reason: NoLevel?) {
    let code = code(of: person, in: competence)
    if let reason = CombinedRatings.reason(of: code) { return (nil, reason) }
    return (values[Int(code)], nil)
  }

  /// How many ratings by managers count although the person's own is of a later day, and of how many people; none unless
  /// the manager's comes first. For whoever runs it: it is no total to publish. O(people · competences).
  public var managersBeforeOwn: (ratings: Int, people: Int) {
    guard raters == .managerOverSelf else { return (0, 0) }
    let competences = scorer.framework.competences.count
    let oldest = UInt16(clamping: validFrom?.number ?? 0)
    var found = (ratings: 0, people: 0)
    for person in counted {
      let (ownRow, managerRow) = (ratings.cells.row(person, .own), ratings.cells.row(person, .manager))
      let older = (0..<competences).count { competence in
        let (own, manager) = (ownRow[competence], managerRow[competence])
        return own.code < RatingCell.conflicting && manager.code < RatingCell.conflicting && manager.day >= oldest
          && manager.day < own.day
      }
      found.ratings += older
      if older > 0 { found.people += 1 }
    }
    return found
  }

  /// How a person stands in all literacies together.
  func all(of person: Int) -> Standing {
    Standing.all(scorer.literacies.indices.lazy.map { outcome(of: person, in: $0).standing })
  }
}
