/// What is counted of the answers, by the finest group: everything a scorecard needs, and nothing of a single person.
///
/// Counts are whole numbers and scores are counted by their value, so that tallies merge exactly: the tally of two
/// sheets is the merged tally of each, in any order and any split. Memory grows with the groups and with the distinct
/// scores, not with the respondents.
public struct Tally: Sendable, Hashable {
  /// What a tally counts; only tallies of one shape merge.
  struct Shape: Sendable, Hashable {
    /// What the counts belong to: the ids of the assessment, its questionnaire and the attributes of groups.
    let source: [String]
    /// For each question, its number of options.
    let options: [Int]
    /// The number of things scored person by person.
    let subjects: Int
    /// For each question, where its counts begin; at the end, the number of all counts.
    let offsets: [Int]

    init(source: [String], options: [Int], subjects: Int) {
      self.source = source
      self.options = options
      self.subjects = subjects
      var offsets = [0]
      for count in options { offsets.append(offsets[offsets.count - 1] + count + Self.statuses) }
      self.offsets = offsets
    }

    /// The codes without an option: five statuses, and an open answer.
    static let statuses = 6

    /// Where a code is counted among its question's counts. A code that no option has, and an open answer to a closed
    /// question, count as unanswered.
    func index(of code: UInt8, question: Int) -> Int {
      let options = options[question]
      if Int(code) < options { return Int(code) }
      if options > 0, code == AnswerCode.open.rawValue { return options }
      return options + max(Int(code) - AnswerCode.maximumOptions, 0)
    }
  }

  let shape: Shape
  private(set) var groups: [Group] = []
  private(set) var keys: [UInt32] = []
  private var slots: [UInt32: Int] = [:]

  init(shape: Shape) { self.shape = shape }

  /// The number of respondents counted.
  public var respondents: Int { groups.reduce(0) { $0 + $1.respondents } }

  /// Adds the counts of another tally of the same questionnaire and breakdowns. O(its groups × (options + scores)).
  /// - Returns: False, with nothing added, when the other counts something else.
  @discardableResult
  public mutating func merge(_ other: Tally) -> Bool {
    guard other.shape == shape else { return false }
    for (key, group) in zip(other.keys, other.groups) { groups[slot(of: key)].add(group) }
    return true
  }

  /// The position of a finest group, made when it is new.
  mutating func slot(of key: UInt32) -> Int {
    if let slot = slots[key] { return slot }
    slots[key] = groups.count
    keys.append(key)
    groups.append(Group(shape: shape))
    return groups.count - 1
  }

  /// Counts into the group at a slot.
  mutating func update(_ slot: Int, _ body: (inout Group) -> Void) { body(&groups[slot]) }

  /// The sum of the groups whose key is wanted.
  func sum(where isWanted: (UInt32) -> Bool) -> Group {
    var sum = Group(shape: shape)
    for (key, group) in zip(keys, groups) where isWanted(key) { sum.add(group) }
    return sum
  }

  /// Whether two tallies count the same, in whatever order their groups were met.
  public static func == (left: Tally, right: Tally) -> Bool {
    left.shape == right.shape && left.groups.count == right.groups.count
      && zip(left.keys, left.groups).allSatisfy { key, group in
        right.slots[key].map { right.groups[$0] == group } ?? false
      }
  }

  /// Hashes what does not depend on the order of groups.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    hasher.combine(respondents)
  }

  /// The counts of one group.
  struct Group: Sendable, Hashable {
    var respondents = 0
    /// For each question its options, then unanswered, don't know, not applicable, prefer not to say, not shown, open.
    var counts: [Int]
    /// For each question, its open numbers counted by value.
    var numbers: [[Double: Int]]
    /// For each subject, people counted by their score.
    var scores: [[Double: Int]]
    /// For each subject, people without a score counted by the reason.
    var undefined: [[Undefined: Int]]

    init(shape: Shape) {
      counts = Array(repeating: 0, count: shape.offsets.last ?? 0)
      numbers = Array(repeating: [:], count: shape.options.count)
      scores = Array(repeating: [:], count: shape.subjects)
      undefined = Array(repeating: [:], count: shape.subjects)
    }

    mutating func add(_ other: Group) {
      respondents += other.respondents
      for index in counts.indices { counts[index] += other.counts[index] }
      for index in numbers.indices { numbers[index].merge(other.numbers[index], uniquingKeysWith: +) }
      for index in scores.indices { scores[index].merge(other.scores[index], uniquingKeysWith: +) }
      for index in undefined.indices { undefined[index].merge(other.undefined[index], uniquingKeysWith: +) }
    }

    /// A question's counts by option.
    func options(of question: Int, shape: Shape) -> ArraySlice<Int> {
      let start = shape.offsets[question]
      return counts[start..<start + shape.options[question]]
    }

    /// A question's counts by status.
    func statuses(of question: Int, shape: Shape) -> StatusCounts {
      let start = shape.offsets[question] + shape.options[question]
      var statuses = StatusCounts()
      statuses[.unanswered] = counts[start]
      statuses[.dontKnow] = counts[start + 1]
      statuses[.notApplicable] = counts[start + 2]
      statuses[.preferNotToSay] = counts[start + 3]
      statuses[.notShown] = counts[start + 4]
      statuses[.answered] = counts[start + 5] + options(of: question, shape: shape).reduce(0, +)
      return statuses
    }
  }
}
