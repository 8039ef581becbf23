public import DigitalMaturity

/// What is wrong with files of people, teams and ratings: counted in full, listed up to a limit.
public struct SkillsProblems: Sendable, Hashable {
  /// How many problems are listed one by one.
  public static let listed = 1_000

  /// The first problems, in the order of the files.
  public private(set) var list: [Diagnostic] = []
  /// How many problems there are of each kind.
  public private(set) var counts: [Diagnostic.Code: Int] = [:]

  /// No problems.
  public init() {}

  /// How many problems there are.
  public var count: Int { counts.values.reduce(0, +) }

  /// Adds a problem, whose sentence is made only if it is listed.
  mutating func add(_ code: Diagnostic.Code, _ file: String, line: Int, column: Int, _ message: () -> String) {
    counts[code, default: 0] += 1
    guard list.count < Self.listed else { return }
    list.append(
      Diagnostic(
        code, severity: .warning, message(), at: SourceLocation(file: file, line: line, column: column)))
  }

  /// Adds problems of a part of a file that begins so many lines further down.
  mutating func add(_ other: SkillsProblems, linesBefore lines: Int = 0) {
    counts.merge(other.counts, uniquingKeysWith: +)
    for var problem in other.list.prefix(max(0, Self.listed - list.count)) {
      problem.location?.line += lines
      list.append(problem)
    }
  }
}

extension Diagnostic.Code {
  /// A column that nothing reads.
  public static let skippedColumn = Self(rawValue: "skipped-column")
  /// A person whom the list of people does not have.
  public static let unknownPerson = Self(rawValue: "unknown-person")
  /// A person who stands in the list of people twice.
  public static let repeatedPerson = Self(rawValue: "repeated-person")
  /// A role that the framework does not have, or none.
  public static let unknownRole = Self(rawValue: "unknown-role")
  /// A competence that the framework does not have.
  public static let unknownCompetence = Self(rawValue: "unknown-competence")
  /// A level of proficiency that the framework does not have.
  public static let unknownLevel = Self(rawValue: "unknown-level")
  /// A rater who is neither the person, the manager nor a peer.
  public static let unknownRater = Self(rawValue: "unknown-rater")
  /// A rater who may not rate people in this role.
  public static let raterNotAllowed = Self(rawValue: "rater-not-allowed")
  /// A manager who is not in the list of people, or has left.
  public static let unknownManager = Self(rawValue: "unknown-manager")
  /// A team that the list of teams does not have, or whose parents go in a circle.
  public static let unknownTeam = Self(rawValue: "unknown-team")
  /// A date that cannot be read or cannot be.
  public static let invalidDate = Self(rawValue: "invalid-date")
  /// A date that has not come yet.
  public static let futureDate = Self(rawValue: "future-date")
  /// Ratings of one date that disagree.
  public static let conflictingRatings = Self(rawValue: "conflicting-ratings")
  /// A row that lacks what it needs.
  public static let incompleteRow = Self(rawValue: "incomplete-row")
}
