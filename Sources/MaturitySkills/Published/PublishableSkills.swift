public import DigitalMaturity

/// Totals of a council's skills that may be shown: everything that a policy asks to withhold is withheld.
///
/// Only ``SkillsScores/published(under:by:)`` makes them. Teams below the threshold are folded into the team they are part
/// of; what other groups are too small for is withheld, and with it whatever would give it away.
public struct PublishableSkills: Sendable {
  /// Which assessment the framework is part of.
  public let assessment: AssessmentReference
  /// The day of the scores.
  public let on: Day
  /// The day before which a rating was too old; nil where none is.
  public let validFrom: Day?
  /// How the ratings of several raters became one.
  public let raters: RaterPolicy
  /// The policy that was applied.
  public let policy: DisclosurePolicy
  /// The framework.
  public let framework: SkillsFramework
  /// The literacies.
  public let literacies: [Literacy]
  /// Everyone first, then the groups of each breakdown; withheld groups keep their place.
  public internal(set) var groups: [SkillsGroup]
  /// The people in private roles, who are in no total; nil where so few would be told of.
  public let privatePeople: Int?
  /// The people without a role of the framework, who are in no total.
  public let peopleWithoutRole: Int
  /// The digital champions who could teach, by team; empty where they are too few for more than one group.
  public let championGroups: [ChampionGroup]

  /// Everyone together.
  public var everyone: SkillsGroup? { groups.first { $0.key.isEmpty } }

  /// The groups of one breakdown.
  public func groups(by breakdown: SkillsBreakdown) -> [SkillsGroup] {
    groups.filter { $0.key.map(\.attribute) == breakdown.attributes }
  }
}

/// What totals can be broken down by.
public enum SkillsBreakdown: String, Sendable, Hashable, CaseIterable {
  /// By team; small teams are folded into the team they are part of.
  case team
  /// By the teams at the top; small ones are together.
  case directorate
  /// By the first role.
  case role
  /// By directorate and role; roles of too few people are together.
  case directorateAndRole = "directorate,role"
  /// By team and role; roles of too few people are together.
  case teamAndRole = "team,role"

  /// The attributes of a group's key, in order.
  public var attributes: [Identifier<Attribute>] { positions.map { SkillsCells.keys[$0] } }

  /// What is always protected together.
  static let always: [SkillsBreakdown] = [.directorate, .team, .role]

  /// What is always protected together, and what is wanted beside it.
  static func always(with wanted: [SkillsBreakdown]) -> [SkillsBreakdown] {
    var all = always
    for breakdown in wanted where !all.contains(breakdown) { all.append(breakdown) }
    return all
  }

  /// The positions of the attributes in a cell.
  var positions: [Int] {
    switch self {
    case .team: [0, 1]
    case .directorate: [0]
    case .role: [2]
    case .directorateAndRole: [0, 3]
    case .teamAndRole: [0, 1, 4]
    }
  }

  /// Of a breakdown that shows small roles together, the positions that tell them all apart, with what they are shown as:
  /// whoever has another role is shown elsewhere too.
  var eachRole: [Int]? {
    switch self {
    case .directorateAndRole: [0, 2, 3]
    case .teamAndRole: [0, 1, 2, 4]
    case .team, .directorate, .role: nil
    }
  }
}

/// The figures of one group of people.
public struct SkillsGroup: Sendable, Hashable {
  /// What the people have in common: of a team also its directorate. Empty for everyone.
  public let key: [GroupAttribute]
  /// The same in words; empty for everyone.
  public let name: String
  /// How many people are counted; nil where the group is withheld.
  public internal(set) var people: Int?
  /// The people who meet all literacies that are asked of them.
  public internal(set) var meetingAll: SkillsMeeting
  /// The people who meet each literacy, in order.
  public internal(set) var literacies: [SkillsMeeting]
  /// The people who meet each competence, in order.
  public internal(set) var competences: [SkillsMeeting]
  /// How people rate themselves beside their managers, in each literacy.
  public internal(set) var selfAgainstManager: [RaterComparison]
  /// What there is to learn, in the framework's order.
  public internal(set) var learning: [LearningDemand]

  /// Whether everything about the group is withheld.
  public var isWithheld: Bool { people == nil }
}
