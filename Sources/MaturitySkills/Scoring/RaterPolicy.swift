import DigitalMaturity

/// How the ratings of one competence by several raters become one.
///
/// A rating that is too old, or that disagrees with another of its day by the same rater, is none: others count then. “Not
/// needed” counts only where nobody gives a level, but for ``managerOverSelf``, where whoever comes first has the word, and for
/// ``agreed``, where at least two must say so as they must of a level.
///
/// Peers who differ on one day are several raters: ``mean`` and ``lowest`` take each level that one of them gives, once, since
/// files do not tell a second peer from a row that stands twice; for ``agreed`` they do not agree; and ``managerOverSelf``,
/// where nobody comes before them, has no level until they do.
public enum RaterPolicy: String, Sendable, Hashable, CaseIterable {
  /// The manager's; without one the person's own; without either a peer's.
  case managerOverSelf = "manager-over-self"
  /// The mean of the levels' values.
  case mean
  /// The lowest level.
  case lowest
  /// The level, or “not needed”, that at least two give and nobody contradicts; else there is none until they have talked.
  case agreed
}

/// Why a person has no level in a competence.
public enum NoLevel: String, Sendable, Hashable, CaseIterable {
  /// Nobody has rated it.
  case notRated = "not-rated"
  /// All ratings are too old.
  case outOfDate = "out-of-date"
  /// Ratings of one day by one rater disagree.
  case conflicting
  /// Raters differ, and the policy asks that they agree; or only one has rated.
  case notAgreed = "not-agreed"
  /// The rating says that the person's work does not need it.
  case notNeeded = "not-needed"
}

/// What three raters say of a competence, as one number: a table over every combination, made once.
struct CombinedRatings: Sendable {
  /// The values that combined ratings can have, lowest first.
  let values: [Double]
  /// For each combination of what the person, the manager and a peer say, the position of a value, or a code of
  /// ``NoLevel``.
  private let table: [UInt16]
  /// The number of things that one rater can say.
  private let words: Int
  /// What each code of a rating cell means, as one of those things.
  private let meanings: [UInt8]
  /// What is said where peers differ, in the order in which it was given.
  let several: [UInt16]

  /// What is said of a competence where peers of one day differ.
  struct Several {
    var own: RatingCell
    var manager: RatingCell
    /// What the peers say: codes of levels, and of “not needed”.
    var peers: Set<UInt8>
  }

  /// The code of a reason; codes below are positions of values.
  static func code(of reason: NoLevel) -> UInt16 {
    switch reason {
    case .notRated: 0xFFFF
    case .outOfDate: 0xFFFE
    case .conflicting: 0xFFFD
    case .notAgreed: 0xFFFC
    case .notNeeded: 0xFFFB
    }
  }

  /// The reason of a code; nil for the position of a value.
  static func reason(of code: UInt16) -> NoLevel? {
    code < 0xFFFB ? nil : NoLevel.allCases.first { Self.code(of: $0) == code }
  }

  /// - Parameters:
  ///   - levels: The levels of proficiency.
  ///   - policy: How ratings are combined.
  ///   - several: Where peers of one day differ, none of them too old.
  ///   - oldest: The day before which a rating is too old, as a number.
  init(levels: [ProficiencyLevel], policy: RaterPolicy, several: [Several] = [], oldest: UInt16 = 0) {
    let count = levels.count
    words = count + 4
    var meanings = Array(repeating: UInt8(clamping: count + 1), count: 256)
    for level in 0..<min(count, 250) { meanings[level] = UInt8(level) }
    meanings[Int(RatingCell.notNeeded)] = UInt8(clamping: count)
    meanings[Int(RatingCell.conflicting)] = UInt8(clamping: count + 2)
    self.meanings = meanings
    let scale = levels.map(\.value)
    func word(_ number: Int) -> Word {
      switch number - count {
      case ..<0: .level(scale[number])
      case 0: .notNeeded
      case 1: .none
      case 2: .conflicting
      default: .outOfDate
      }
    }
    var results: [Combination] = []
    results.reserveCapacity(words * words * words)
    for own in 0..<words {
      for manager in 0..<words {
        for peer in 0..<words {
          results.append(Self.combine([word(manager), word(own), word(peer)], policy))
        }
      }
    }
    func word(_ cell: RatingCell) -> Word {
      if cell.level == RatingCell.none { return .none }
      return cell.day < oldest ? .outOfDate : word(Int(meanings[Int(cell.code)]))
    }
    let severally = several.map { said -> Combination in
      let peers: [Word] =
        policy == .managerOverSelf
        ? [.conflicting] : said.peers.sorted().map { word(Int(meanings[Int($0)])) }
      return Self.combine([word(said.manager), word(said.own)] + peers, policy)
    }
    var all: Set<Double> = []
    for case .level(let value) in results + severally { all.insert(value) }
    let values = all.sorted()
    let positions = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, UInt16(clamping: $0)) })
    self.values = values
    func code(_ result: Combination) -> UInt16 {
      switch result {
      case .level(let value): positions[value] ?? Self.code(of: .notRated)
      case .missing(let reason): Self.code(of: reason)
      }
    }
    table = results.map(code)
    self.several = severally.map(code)
  }

  /// Combines what three raters say.
  /// - Parameter oldest: The day before which a rating is too old, as a number.
  @inline(__always)
  func combine(_ own: RatingCell, _ manager: RatingCell, _ peer: RatingCell, oldest: UInt16) -> UInt16 {
    let (one, two, three) = (word(own, oldest), word(manager, oldest), word(peer, oldest))
    return table[(one &* words &+ two) &* words &+ three]
  }

  @inline(__always)
  private func word(_ cell: RatingCell, _ oldest: UInt16) -> Int {
    if cell.level == RatingCell.none { return words &- 3 }
    return cell.day < oldest ? words &- 1 : Int(meanings[Int(cell.code)])
  }

  /// What one rater says.
  private enum Word {
    case level(Double)
    case notNeeded
    case none
    case conflicting
    case outOfDate
  }

  private enum Combination {
    case level(Double)
    case missing(NoLevel)
  }

  /// - Parameter words: In the order in which they have the word.
  private static func combine(_ words: [Word], _ policy: RaterPolicy) -> Combination {
    var levels: [Double] = []
    var notNeeded = 0
    var isConflicting = false
    var isOutOfDate = false
    for word in words {
      switch word {
      case .level(let value):
        if policy == .managerOverSelf { return .level(value) }
        levels.append(value)
      case .notNeeded:
        if policy == .managerOverSelf { return .missing(.notNeeded) }
        notNeeded += 1
      case .none: continue
      case .conflicting: isConflicting = true
      case .outOfDate: isOutOfDate = true
      }
    }
    if policy == .agreed, !levels.isEmpty || notNeeded > 0 {
      if levels.isEmpty { return .missing(notNeeded > 1 ? .notNeeded : .notAgreed) }
      let isAgreed = levels.count > 1 && Set(levels).count == 1 && notNeeded == 0
      return isAgreed ? .level(levels[0]) : .missing(.notAgreed)
    }
    if let least = levels.min() {
      return .level(policy == .lowest ? least : levels.reduce(0, +) / Double(levels.count))
    }
    if notNeeded > 0 { return .missing(.notNeeded) }
    if isConflicting { return .missing(.conflicting) }
    return .missing(isOutOfDate ? .outOfDate : .notRated)
  }
}
