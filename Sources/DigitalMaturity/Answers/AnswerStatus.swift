/// What became of a question for one person. The six are never mixed up: a blank is not a don't know.
public enum AnswerStatus: String, Sendable, Hashable, CaseIterable {
  /// The person gave an answer that was understood.
  case answered
  /// The question was shown and left blank.
  case unanswered
  /// The person said that they do not know.
  case dontKnow = "dont-know"
  /// The person said that the question does not apply to them.
  case notApplicable = "not-applicable"
  /// The person chose not to say.
  case preferNotToSay = "prefer-not-to-say"
  /// Branching hid the question from the person, whatever the file holds.
  case notShown = "not-shown"

  /// Whether the question counts as put to the person: shown, and not said to be inapplicable.
  ///
  /// Coverage is answered / applicable.
  public var isApplicable: Bool { self != .notApplicable && self != .notShown }

  /// What a person may choose instead of an answer, in the order of forms.
  public static let offered: [AnswerStatus] = [.notApplicable, .dontKnow, .preferNotToSay]

  /// How a cell of a response file says each status, folded by ``Spelling``. A blank cell is unanswered.
  public static let spellings: [(spelling: String, status: AnswerStatus)] = [
    ("dont-know", .dontKnow), ("don't know", .dontKnow), ("dont know", .dontKnow), ("do not know", .dontKnow),
    ("not-applicable", .notApplicable), ("not applicable", .notApplicable), ("n/a", .notApplicable),
    ("prefer-not-to-say", .preferNotToSay), ("prefer not to say", .preferNotToSay), ("not-shown", .notShown),
    ("not shown", .notShown),
  ]

  /// The bytes that ``spellings`` have, from the shortest to the longest.
  static let spellingLengths: ClosedRange<Int> = {
    let lengths = spellings.map(\.spelling.utf8.count)
    return (lengths.min() ?? 0)...(lengths.max() ?? 0)
  }()

  /// The status that a folded spelling means.
  init?(spelling: String) {
    guard Self.spellingLengths.contains(spelling.utf8.count),
      let match = Self.spellings.first(where: { $0.spelling == spelling })
    else { return nil }
    self = match.status
  }
}

/// How many answers have each status.
public struct StatusCounts: Sendable, Hashable {
  private var counts: [Int] = Array(repeating: 0, count: AnswerStatus.allCases.count)

  /// All zero.
  public init() {}

  /// The number of answers with a status.
  public subscript(status: AnswerStatus) -> Int {
    get { counts[status.ordinal] }
    set { counts[status.ordinal] = newValue }
  }

  /// Answers in all.
  public var total: Int { counts.reduce(0, +) }

  /// Answers neither hidden nor said to be inapplicable.
  public var applicable: Int { AnswerStatus.allCases.reduce(0) { $0 + ($1.isApplicable ? self[$1] : 0) } }

  /// Adds another's counts.
  public static func += (left: inout StatusCounts, right: StatusCounts) {
    for index in left.counts.indices { left.counts[index] += right.counts[index] }
  }
}

extension AnswerStatus {
  var ordinal: Int {
    switch self {
    case .answered: 0
    case .unanswered: 1
    case .dontKnow: 2
    case .notApplicable: 3
    case .preferNotToSay: 4
    case .notShown: 5
    }
  }
}
