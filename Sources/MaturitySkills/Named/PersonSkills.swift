public import DigitalMaturity

/// What one person can do and what the role asks: named data, for the person and the manager alone.
public struct PersonSkills: Sendable, Hashable {
  /// A literacy.
  public struct LiteracyResult: Sendable, Hashable {
    /// Which literacy.
    public let id: Identifier<Literacy>
    /// What people read.
    public let name: LocalizedText
    /// The person's level, as a value of the scale; nil where it is not rated.
    public let level: Double?
    /// The level that the roles ask for; nil where they ask for none.
    public let required: Double?
    /// How far the level is below; 0 where it is not, nil without both.
    public let gap: Double?
    /// Whether it is met.
    public let standing: Standing
  }

  /// A competence.
  public struct CompetenceResult: Sendable, Hashable {
    /// Which competence.
    public let id: Identifier<Competence>
    /// The literacy it is part of.
    public let literacy: Identifier<Literacy>
    /// What people read.
    public let name: LocalizedText
    /// The person's level, of all raters, as a value of the scale; nil with a reason.
    public let level: Double?
    /// Why there is no level.
    public let reason: NoLevel?
    /// The level that the roles ask for; nil where they ask for none.
    public let required: Double?
    /// Whether the literacy waits for it.
    public let isEssential: Bool
    /// How far the level is below what is asked; 0 where it is not, nil without both.
    public let gap: Double?
    /// Whether it is met.
    public let standing: Standing
    /// The latest rating of each kind of rater.
    public let ratings: [RaterKind: StaffRatings.Rating]
    /// The raters whose rating is too old.
    public let outOfDate: Set<RaterKind>
    /// How far the person's own rating lies above the manager's, in points of the scale; nil unless both are there and valid,
    /// and where nothing is asked.
    public let selfAboveManager: Double?
  }

  /// The person's code.
  public let person: String
  /// The roles.
  public let roles: [Identifier<RoleProfile>]
  /// Whether there is a role of the framework. Without one nothing is asked, so that nothing can be scored.
  public var hasRole: Bool { !roles.isEmpty }
  /// The team's code; nil without one.
  public let team: String?
  /// The manager's code; nil without one.
  public let manager: String?
  /// Whether the results are for the person alone.
  public let isPrivate: Bool
  /// The literacies, in order.
  public let literacies: [LiteracyResult]
  /// All literacies together.
  public let all: Standing
  /// The competences, in order.
  public let competences: [CompetenceResult]
}

/// Results of persons: named data.
///
/// A type of its own, which only what shows persons, plans and gaps takes. Nothing makes totals for others of it, and no
/// report takes it. A collection; each element is made when it is asked for.
public struct NamedSkills: RandomAccessCollection, Sendable {
  /// The first sentence of everything that is made of named results.
  public static let notice = SkillsMessage.notice.rawValue

  /// The first sentence of what is made of the results of one person in a private role, such as an elected member.
  public static let noticeOfOwn = SkillsMessage.noticeOfOwn.rawValue

  let scores: SkillsScores
  /// The positions of the people.
  let people: [Int]

  /// Where the collection begins.
  public var startIndex: Int { 0 }
  /// Where the collection ends.
  public var endIndex: Int { people.count }

  /// The person at a position.
  public subscript(position: Int) -> PersonSkills { scores.person(people[position]) }

  /// The scorer that made the scores, with the framework and the literacies.
  public var scorer: SkillsScorer { scores.scorer }
  /// The day of the scores.
  public var on: Day { scores.on }
  /// The day before which a rating was too old; nil where none is.
  public var validFrom: Day? { scores.validFrom }
  /// How the ratings of several raters became one.
  public var raters: RaterPolicy { scores.raters }

  /// Whether it is one person whose results nobody else is to see.
  var isPrivate: Bool { people.count == 1 && scores.requirements(of: people[0]).isPrivate }

  /// What the person at a position is offered to learn from.
  /// - Parameters:
  ///   - position: Of the person in this collection.
  ///   - hours: The hours there are; as many as it takes when not given.
  ///   - withDesirable: Whether gaps in what is only desirable are planned for too.
  public func plan(for position: Int, hours: Double? = nil, withDesirable: Bool = false) -> LearningPlan {
    scores.plan(
      for: people[position], hours: hours, withDesirable: withDesirable, LearningPlanner(scorer.framework))
  }

  /// The people by their managers' codes, sorted; those without a manager who is at work come last, under nil: whoever has
  /// left is to see nobody's results. People in private roles are in nobody's.
  public var byManager: [(manager: String?, people: NamedSkills)] {
    let staff = scores.ratings.staff.people
    var groups: [Int: [Int]] = [:]
    var without: [Int] = []
    for person in people where !scores.requirements(of: person).isPrivate {
      if let manager = staff[person].manager, staff[manager].isThere(on: on) {
        groups[manager, default: []].append(person)
      } else {
        without.append(person)
      }
    }
    let sorted = groups.sorted { staff[$0.key].code < staff[$1.key].code }
    return sorted.map { (staff[$0.key].code, NamedSkills(scores: scores, people: $0.value)) }
      + (without.isEmpty ? [] : [(nil, NamedSkills(scores: scores, people: without))])
  }
}

extension SkillsScores {
  /// Which people named results are wanted of.
  public enum Selection: Sendable, Hashable {
    /// Everybody who is at work on the day, but for people in private roles. Who is in no role of the framework is there too,
    /// and is asked for nothing: see ``PersonSkills/hasRole``.
    case everybody
    /// One person, in a private role or not, at work or not.
    case person(String)
    /// The people of a manager.
    case manager(String)
    /// The people of a team and of all teams in it.
    case team(String)
  }

  /// Results of persons.
  /// - Throws: `DocumentError` for a person, manager or team that is not there.
  public func named(_ selection: Selection = .everybody) throws(DocumentError) -> NamedSkills {
    let staff = ratings.staff
    func unknown(_ what: String, _ code: String, _ known: [String]) -> DocumentError {
      DocumentError(
        Diagnostic(
          .unknownReference,
          "there is no \(what) “\(NamedRows.short(code))” in the list of people"
            + NearestName.nearest(code, in: known.count <= 2_000 ? known : [])))
    }
    let people: [Int]
    switch selection {
    case .everybody: people = listed
    case .person(let code):
      guard let position = staff.position(of: code) else { throw unknown("person", code, staff.people.map(\.code)) }
      people = [position]
    case .manager(let code):
      let manager = staff.position(of: code)
      let found = listed.filter { staff.people[$0].manager == manager && manager != nil }
      guard manager != nil else { throw unknown("manager", code, staff.people.map(\.code)) }
      people = found
    case .team(let code):
      guard let team = staff.teams.position(of: code) else {
        throw unknown("team", code, staff.teams.teams.map(\.code))
      }
      people = listed.filter { person in
        staff.people[person].team.map { staff.teams.chain(from: $0).contains(team) } ?? false
      }
    }
    return NamedSkills(scores: self, people: people)
  }

  /// One person's results.
  func person(_ position: Int) -> PersonSkills {
    let person = ratings.staff.people[position]
    let asked = requirements(of: position)
    let literacies = scorer.literacies.enumerated().map { index, literacy in
      let outcome = outcome(of: position, in: index)
      return PersonSkills.LiteracyResult(
        id: literacy.id, name: literacy.name, level: outcome.level, required: outcome.required, gap: outcome.gap,
        standing: outcome.standing)
    }
    return PersonSkills(
      person: person.code, roles: ratings.staff.roleSets[person.roleSet],
      team: person.team.map { ratings.staff.teams.teams[$0].code },
      manager: person.manager.map { ratings.staff.people[$0].code }, isPrivate: asked.isPrivate,
      literacies: literacies, all: all(of: position),
      competences: scorer.framework.competences.indices.map { competence(position, $0, asked.competences[$0]) })
  }

  private func competence(
    _ person: Int, _ index: Int, _ asked: RoleRequirements.Competence?
  ) -> PersonSkills.CompetenceResult {
    let competence = scorer.framework.competences[index]
    let (level, reason) = level(of: person, in: index)
    var all: [RaterKind: StaffRatings.Rating] = [:]
    var old: Set<RaterKind> = []
    var values: [RaterKind: Double] = [:]
    for rater in RaterKind.allCases {
      guard let rating = ratings.rating(of: person, in: index, by: rater) else { continue }
      all[rater] = rating
      if let validFrom, rating.day < validFrom {
        old.insert(rater)
      } else if case .level(let position) = rating.verdict {
        values[rater] = scorer.framework.levels[position].value
      }
    }
    let gap = level.flatMap { level in asked.map { max(0, $0.level - level) } }
    let standing: Standing =
      if asked == nil || reason == .notNeeded { .notNeeded } else if let gap { gap > 1e-9 ? .notMet : .met } else {
        .notRated
      }
    let difference = asked == nil ? nil : values[.own].flatMap { own in values[.manager].map { own - $0 } }
    return PersonSkills.CompetenceResult(
      id: competence.id, literacy: competence.literacy, name: competence.name, level: level, reason: reason,
      required: asked?.level, isEssential: asked?.isEssential ?? false, gap: gap, standing: standing, ratings: all,
      outOfDate: old, selfAboveManager: difference)
  }
}
