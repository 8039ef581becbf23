public import DigitalMaturity

/// The latest rating of each person by each kind of rater in each competence, up to a day.
///
/// Eight bytes for each person, rater and competence: 25 MiB for 50,000 people and 22 competences. Read by
/// ``RatingsReader``.
public struct StaffRatings: Sendable {
  /// One rating.
  public struct Rating: Sendable, Hashable {
    /// What the rater said.
    public enum Verdict: Sendable, Hashable {
      /// The position of a level in ``SkillsFramework/levels``.
      case level(Int)
      /// The competence is not needed in the person's work.
      case notNeeded
      /// Two ratings of one day disagree, so none of them counts.
      case conflicting
    }

    /// What the rater said.
    public let verdict: Verdict
    /// The day of the rating.
    public let day: Day
    /// The note beside it; nil without one, and where notes were not kept.
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
  let competences: Int
  var cells: [RatingCell]
  /// The notes of ratings, by cell.
  var notes: [Int: String] = [:]

  init(staff: StaffList, on: Day, competences: Int) {
    self.staff = staff
    self.on = on
    self.competences = competences
    let count = staff.people.count * RaterKind.allCases.count * competences
    cells = Array(repeating: RatingCell(), count: count)
  }

  /// The latest rating of a person.
  /// - Parameters:
  ///   - person: The position in the list of people.
  ///   - competence: The position in the framework.
  ///   - rater: Who rated.
  public func rating(of person: Int, in competence: Int, by rater: RaterKind) -> Rating? {
    let index = Self.cell(person: person, rater: rater.position, competence: competence, of: competences)
    guard cells.indices.contains(index), let day = Day(number: Int(cells[index].day)) else { return nil }
    let cell = cells[index]
    let verdict: Rating.Verdict
    switch cell.code {
    case RatingCell.none: return nil
    case RatingCell.notNeeded: verdict = .notNeeded
    case RatingCell.conflicting: verdict = .conflicting
    default: verdict = .level(Int(cell.code))
    }
    return Rating(verdict: verdict, day: day, note: notes[index])
  }

  /// Where a rating stands among the cells.
  static func cell(person: Int, rater: Int, competence: Int, of competences: Int) -> Int {
    (person * RaterKind.allCases.count + rater) * competences + competence
  }
}

/// One rating as it is kept.
struct RatingCell: Sendable {
  /// No rating.
  static let none: UInt8 = 255
  /// Not needed.
  static let notNeeded: UInt8 = 254
  /// Ratings of one day that disagree.
  static let conflicting: UInt8 = 253

  /// The row's line in its file.
  var line: UInt32 = 0
  /// The day's number.
  var day: UInt16 = 0
  /// The position of a level, or why there is none.
  var level: UInt8 = RatingCell.none
  /// The file's number; the highest bit is set where ratings of the day disagree.
  var file: UInt8 = 0

  static let disagrees: UInt8 = 0x80

  /// What counts.
  var code: UInt8 { file & Self.disagrees == 0 ? level : Self.conflicting }
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
