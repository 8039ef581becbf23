public import DigitalMaturity

/// How much of an item is to be ordered.
///
/// Kept as counts, since a council has tens of thousands of such figures; sessions and hours follow from them.
public struct LearningDemand: Sendable, Hashable {
  /// Which item.
  public let item: Identifier<LearningItem>
  private let hours: Double
  /// The seats of a session; 0 where there are none.
  private let seats: Int32
  private var learners: Int32
  private var possible: Int32
  private var teachers: Int32
  private var isWithheld = false
  private var hidesChampions = false

  /// The people whose plan has it, without a limit on hours, for what is essential; nil where it is withheld.
  public var people: Int? { isWithheld ? nil : Int(learners) }
  /// Of how many who could need it: they are rated in something that it teaches, of which more is essential for them than
  /// the level where it begins. Who is asked for less hides nobody, and is not counted.
  public var of: Int? { isWithheld ? nil : Int(possible) }
  /// The sessions that seat them; nil where there are none, and where it is withheld.
  public var sessions: Int? {
    people.flatMap { people in seats > 0 ? (people + Int(seats) - 1) / Int(seats) : nil }
  }
  /// The hours of those sessions together.
  public var sessionHours: Double? { sessions.map { Double($0) * hours } }
  /// The hours of all learners together.
  public var learnerHours: Double? { people.map { Double($0) * hours } }
  /// The digital champions at the highest level in all that the item teaches, who could teach it: of everyone alone, nil
  /// of any other group, and where too few champions are rated. By team they are in ``PublishableSkills/championGroups``.
  public var champions: Int? { hidesChampions ? nil : Int(teachers) }

  /// Nobody needs it yet.
  init(_ item: LearningItem) {
    self.item = item.id
    hours = item.hours
    seats = Int32(clamping: item.seats ?? 0)
    (learners, possible, teachers) = (0, 0, 0)
  }

  /// Sets how much of it is needed.
  mutating func set(_ need: SkillsCounts.Need) {
    learners = need.people
    possible = need.of
    teachers = need.champions
  }

  /// Withholds all but the champions, and leaves nothing to be found.
  mutating func withhold() {
    isWithheld = true
    (learners, possible) = (0, 0)
  }

  mutating func withholdChampions() {
    hidesChampions = true
    teachers = 0
  }
}
