public import DigitalMaturity

/// The latest rating of each person by each kind of rater in each competence, up to a day.
///
/// Eight bytes for each person, kind of rater who rates anybody, and competence: 17 MiB for 50,000 people, two raters and 22
/// competences. Read by ``RatingsReader``.
public struct StaffRatings: Sendable {
  /// One rating.
  public struct Rating: Sendable, Hashable {
    /// What the rater said.
    public enum Verdict: Sendable, Hashable {
      /// The position of a level in ``SkillsFramework/levels``.
      case level(Int)
      /// The competence is not needed in the person's work.
      case notNeeded
      /// Two ratings of one day disagree, so none of them counts; those of peers by some policies, see ``RaterPolicy``.
      case conflicting
    }

    /// What the rater said.
    public let verdict: Verdict
    /// The day of the rating.
    public let day: Day
    /// The note beside it, of several of that day all, sorted; nil without one, and where notes were not kept.
    public let note: String?
  }

  /// The people.
  public let staff: StaffList
  /// The day up to which ratings count.
  public let on: Day
  /// What is wrong with the files of ratings.
  public internal(set) var problems = SkillsProblems()
  /// How many ratings were read, of those up to ``on``.
  public internal(set) var read = 0
  /// How many ratings are of a later day than ``on``, and not counted.
  public internal(set) var later = 0
  var cells: RatingCells
  /// What peers of one day who differ say, by cell: the codes of levels, and of “not needed”.
  var peers: [Int: Set<UInt8>] = [:]
  /// The notes of ratings, by cell: two peers may each have written one of the same day.
  var notes: [Int: Set<String>] = [:]

  init(staff: StaffList, on: Day, competences: Int) {
    self.staff = staff
    self.on = on
    cells = RatingCells(RatingPlaces(people: staff.people.count, competences: competences))
  }

  /// The latest rating of a person.
  /// - Parameters:
  ///   - person: The position in the list of people.
  ///   - competence: The position in the framework.
  ///   - rater: Who rated.
  public func rating(of person: Int, in competence: Int, by rater: RaterKind) -> Rating? {
    guard staff.people.indices.contains(person), (0..<cells.places.competences).contains(competence) else { return nil }
    let index = cells.places.cell(person: person, rater: rater.position, competence: competence)
    let cell = cells[index]
    guard let day = Day(number: Int(cell.day)) else { return nil }
    let verdict: Rating.Verdict
    switch cell.code {
    case RatingCell.none: return nil
    case RatingCell.notNeeded: verdict = .notNeeded
    case RatingCell.conflicting: verdict = .conflicting
    default: verdict = .level(Int(cell.code))
    }
    return Rating(verdict: verdict, day: day, note: notes[index].map { $0.sorted().joined(separator: "; ") })
  }
}

extension RaterKind {
  /// The rater's number.
  var position: Int {
    switch self {
    case .own: 0
    case .manager: 1
    case .peer: 2
    }
  }

  /// The rater in words.
  var words: String {
    switch self {
    case .own: "the person"
    case .manager: "the manager"
    case .peer: "a peer"
    }
  }
}
