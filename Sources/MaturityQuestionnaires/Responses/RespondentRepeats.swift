import DigitalMaturity

/// Finds the rows of respondents who stand in several, and says which of them are left out.
struct RespondentRepeats: Sendable {
  /// The respondents met, to be told from those to come.
  private(set) var met: RespondentsMet
  /// How many rows were left out.
  private(set) var count = 0
  /// How often each respondent was met again, by key; kept for a second reading.
  private(set) var again: [UInt128: Int] = [:]
  let policy: DuplicatePolicy
  /// The ids of what each file read so far asks; nil where that is not known.
  private(set) var asked: [Set<String>?] = []
  /// In a second reading, how many more rows of each repeated respondent are to come.
  private var toCome: [UInt128: Int] = [:]
  private let isSecondReading: Bool

  /// Leaves out all rows of a respondent but the first.
  init(_ policy: DuplicatePolicy, met: RespondentsMet) {
    self.policy = policy
    self.met = met
    isSecondReading = false
  }

  /// Leaves out all rows of a respondent but the last, of which it is known how many there are.
  /// - Parameter again: How often each repeated respondent is met again, in all files that are read.
  init(lastOf again: [UInt128: Int]) {
    policy = .last
    met = .lastAlone
    toCome = again
    isSecondReading = true
  }

  /// Whether a row that is left out is a problem.
  var areProblems: Bool { policy == .reject }

  /// Adds the ids of a block.
  /// - Returns: The rows that are left out; nil when that cannot be said, because ids no longer ascend and those before
  ///   were not kept.
  mutating func add(_ ids: RespondentIds) -> [Int]? {
    if isSecondReading { return leaveOutAllButLast(ids) }
    guard let repeated = met.add(ids) else { return nil }
    count += repeated.count
    if policy == .last { for row in repeated { again[ids.keys[row], default: 0] += 1 } }
    return repeated
  }

  private mutating func leaveOutAllButLast(_ ids: RespondentIds) -> [Int] {
    if toCome.isEmpty { return [] }
    var rows: [Int] = []
    for (row, key) in ids.keys.enumerated() where key != 0 {
      guard let left = toCome[key] else { continue }
      if left > 0 { rows.append(row) }
      toCome[key] = left > 0 ? left - 1 : nil
    }
    count += rows.count
    return rows
  }

  /// Goes on with the next file.
  /// - Parameter names: The ids of what the file just read asks; nil where that is not known.
  func next(after names: Set<String>?) -> RespondentRepeats {
    var next = self
    next.count = 0
    next.asked.append(names)
    return next
  }

  /// Whether a file may ask what none before it asks, so that a repeat is no second answer.
  /// - Parameter names: The ids of what it asks; nil where that is not known.
  func mayAskMore(_ names: Set<String>?) -> Bool {
    if asked.isEmpty { return false }
    guard let names else { return true }
    let before = asked.compactMap(\.self)
    return before.count < asked.count || !names.isSubset(of: before.reduce([]) { $0.union($1) })
  }

  /// What is said after a repeat in a file that asks more than those before it.
  static let joinHint = "; where files ask different things of the same people, --join puts the answers together"
}
