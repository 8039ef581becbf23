public import DigitalMaturity

/// What is wrong with response files: counted in full, listed up to a limit.
public struct ResponseProblems: Sendable, Hashable {
  /// How many problems are listed one by one.
  public static let listed = 1_000

  /// The first problems, in the order of the file.
  public private(set) var list: [Diagnostic] = []
  /// How many problems there are of each kind.
  public private(set) var counts: [Diagnostic.Code: Int] = [:]

  /// No problems.
  public init() {}

  /// How many problems there are.
  public var count: Int { counts.values.reduce(0, +) }

  /// Whether so many rows with problems are too many to go on as if nothing had happened: over half of all.
  public static func areDamaged(_ damaged: Int, of rows: Int) -> Bool { damaged * 2 > rows }

  /// All but those of a kind.
  func without(_ code: Diagnostic.Code) -> ResponseProblems {
    var others = self
    others.list.removeAll { $0.code == code }
    others.counts[code] = nil
    return others
  }

  /// Adds a problem.
  mutating func add(_ diagnostic: Diagnostic) { add(diagnostic.code) { diagnostic } }

  /// Adds a problem, which is made only if it is listed.
  mutating func add(_ code: Diagnostic.Code, _ make: () -> Diagnostic) {
    counts[code, default: 0] += 1
    if list.count < Self.listed { list.append(make()) }
  }
}

extension Diagnostic.Code {
  /// A column that is neither a question nor an attribute.
  public static let unknownColumn = Self(rawValue: "unknown-column")
  /// A question or attribute that has no column.
  public static let missingColumn = Self(rawValue: "missing-column")
  /// A column that stands twice.
  public static let repeatedColumn = Self(rawValue: "repeated-column")
  /// A cell that is not one of the answers.
  public static let unknownAnswer = Self(rawValue: "unknown-answer")
  /// A status that the question does not offer.
  public static let statusNotAllowed = Self(rawValue: "status-not-allowed")
  /// A row with more or fewer cells than the header.
  public static let raggedRow = Self(rawValue: "ragged-row")
  /// A row without anything in it.
  public static let emptyRow = Self(rawValue: "empty-row")
  /// A respondent who stands in an earlier row.
  public static let duplicateRespondent = Self(rawValue: "duplicate-respondent")
  /// A row of a long file that names no respondent.
  public static let emptyRespondent = Self(rawValue: "empty-respondent")
  /// A cell that says who somebody is, in a table with codes in place of names.
  public static let nameLeft = Self(rawValue: "name-left")
  /// A date whose day cannot be told from its month.
  public static let ambiguousDate = Self(rawValue: "ambiguous-date")
}
