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
    /// For each question, its number of options that codes stand for.
    let options: [Int]
    /// For each question whose answers name several options, what is counted of each.
    let marks: [OptionMarks?]
    /// For each thing scored person by person, the number of items whose sums are kept; 0 for none.
    let subjects: [Int]
    /// For each question, where its counts begin; at the end, the number of all counts.
    let offsets: [Int]

    init(source: [String], options: [Int], marks: [OptionMarks?]? = nil, subjects: [Int]) {
      self.source = source
      self.options = options
      self.marks = marks ?? options.map { _ in nil }
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
  /// The slot of each key, −1 where there is none yet; as long as the largest key met, which is below 65,536.
  private var slots: [Int32] = []
  /// For each subject, the scores met so far: groups count by their positions.
  private(set) var scores: [ScoreList]
  private var caches: [ScoreCache]
  private var memory = TallyMemory()

  init(shape: Shape) {
    self.shape = shape
    caches = Array(repeating: ScoreCache(), count: shape.subjects.count)
    scores = Array(repeating: ScoreList(), count: shape.subjects.count)
  }

  /// The number of respondents counted.
  public var respondents: Int { groups.reduce(0) { $0 + $1.respondents } }

  /// Adds the counts of another tally of the same questionnaire and breakdowns. O(its groups × (options + scores)).
  /// - Returns: False, with nothing added, when the other counts something else.
  @discardableResult
  public mutating func merge(_ other: Tally) -> Bool {
    guard other.shape == shape else { return false }
    if other.groups.isEmpty { return true }
    let ids = other.scores.indices.map { subject in other.scores[subject].list.map { id(of: $0, subject: subject) } }
    for (key, group) in zip(other.keys, other.groups) {
      var group = group
      for subject in ids.indices { group.renumber(subject, ids[subject]) }
      groups[slot(of: key)].add(group)
    }
    return true
  }

  /// The position of a finest group, made when it is new.
  mutating func slot(of key: UInt32) -> Int {
    if let slot = known(key) { return slot }
    while slots.count <= Int(key) { slots.append(-1) }
    slots[Int(key)] = Int32(groups.count)
    keys.append(key)
    groups.append(Group(shape: shape))
    return groups.count - 1
  }

  /// The positions of finest groups, made where they are new. O(keys + the largest key).
  mutating func slots(of keys: [UInt32]) -> [Int32] {
    guard let largest = keys.max() else { return [] }
    while slots.count <= Int(largest) { slots.append(-1) }
    for key in keys where slots[Int(key)] < 0 { _ = slot(of: key) }
    return keys.map { slots[Int($0)] }
  }

  private func known(_ key: UInt32) -> Int? {
    Int(key) < slots.count && slots[Int(key)] >= 0 ? Int(slots[Int(key)]) : nil
  }

  /// The position of a score among those of a subject, added when it is new.
  mutating func id(of score: Figure<Double>, subject: Int) -> Int { scores[subject].id(of: score) }

  /// Lends a subject's cache, to be given back with what was found.
  mutating func takeCache(of subject: Int) -> ScoreCache {
    var cache = ScoreCache()
    swap(&cache, &caches[subject])
    return cache
  }

  /// Takes a subject's cache back.
  mutating func giveBack(_ cache: ScoreCache, of subject: Int) { caches[subject] = cache }

  /// Lends memory to work in, to be given back.
  mutating func takeMemory() -> TallyMemory {
    var memory = TallyMemory()
    swap(&memory, &self.memory)
    return memory
  }

  /// Takes memory back.
  mutating func giveBack(_ memory: consuming TallyMemory) { self.memory = memory }

  /// Lends a group's counts of a subject's scores.
  mutating func takeScores(_ slot: Int, subject: Int) -> [Int] {
    var scores: [Int] = []
    swap(&scores, &groups[slot].scores[subject])
    return scores
  }

  /// Takes a group's counts back.
  mutating func giveBackScores(_ scores: [Int], _ slot: Int, subject: Int) { groups[slot].scores[subject] = scores }

  /// Counts into the group at a slot.
  mutating func update(_ slot: Int, _ body: (inout Group) -> Void) { body(&groups[slot]) }

  /// The sum of the groups whose key is wanted.
  func sum(where isWanted: (UInt32) -> Bool) -> Group {
    var sum = Group(shape: shape)
    for (key, group) in zip(keys, groups) where isWanted(key) { sum.add(group) }
    return sum
  }

  /// The same counts where scores that differ by rounding alone are one score: see `Ties`.
  ///
  /// Only for reading: what is counted stays as it is, so that what ties does not depend on the order of merging.
  /// O(scores · log scores), and groups × scores where any tie.
  /// - Parameters:
  ///   - subjects: For each subject, the scores that those near them count as.
  ///   - numbers: The same for the open answers to each question.
  func joiningTies(subjects: [[Double]], numbers: [[Double]]) -> Tally {
    var tally = self
    tally.caches = Array(repeating: ScoreCache(), count: caches.count)
    for (subject, anchors) in subjects.enumerated() {
      let list = scores[subject].list
      let ties = Ties(list.compactMap { $0.value }, anchors: anchors)
      if list.allSatisfy({ $0.value.map { ties.value(of: $0) == $0 } ?? true }) { continue }
      var joined = ScoreList()
      let ids = list.map { joined.id(of: $0.map(ties.value)) }
      tally.scores[subject] = joined
      if joined.list.count == list.count { continue }
      for group in tally.groups.indices { tally.groups[group].renumber(subject, ids) }
    }
    for (question, anchors) in numbers.enumerated() where shape.options[question] == 0 {
      var met: Set<Double> = []
      for group in groups.indices where !groups[group].numbers[question].isEmpty {
        met.formUnion(groups[group].numbers[question].keys)
      }
      let ties = Ties(Array(met), anchors: anchors)
      if met.allSatisfy({ ties.value(of: $0) == $0 }) { continue }
      for group in groups.indices {
        let counts = groups[group].numbers[question].map { (ties.value(of: $0.key), $0.value) }
        tally.groups[group].numbers[question] = Dictionary(counts, uniquingKeysWith: +)
      }
    }
    return tally
  }

  /// A group's people by their score of a subject, or by why they have none: each once, in the order met.
  func people(_ group: Group, subject: Int) -> [(score: Figure<Double>, count: Int)] {
    zip(scores[subject].list, group.scores[subject]).compactMap { $1 > 0 ? (score: $0, count: $1) : nil }
  }

  /// Whether two tallies count the same, in whatever order their groups and scores were met.
  public static func == (left: Tally, right: Tally) -> Bool {
    left.shape == right.shape && left.groups.count == right.groups.count
      && zip(left.keys, left.groups).allSatisfy { key, group in
        guard let other = right.known(key).map({ right.groups[$0] }) else { return false }
        return group.countsAlike(other)
          && left.shape.subjects.indices.allSatisfy {
            Dictionary(uniqueKeysWithValues: left.people(group, subject: $0))
              == Dictionary(uniqueKeysWithValues: right.people(other, subject: $0))
          }
      }
  }

  /// Hashes what does not depend on the order of groups.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(shape)
    hasher.combine(respondents)
  }

  /// The scores of a subject in the order they were met, each once.
  struct ScoreList: Sendable {
    private(set) var list: [Figure<Double>] = []
    private var ids: [Figure<Double>: Int] = [:]

    /// The position of a score, added when it is new.
    mutating func id(of score: Figure<Double>) -> Int {
      if let id = ids[score] { return id }
      ids[score] = list.count
      list.append(score)
      return list.count - 1
    }
  }

  /// The counts of one group.
  struct Group: Sendable {
    var respondents = 0
    /// For each question its options, then unanswered, don't know, not applicable, prefer not to say, not shown, open.
    var counts: [Int]
    /// For each question, its open answers' scores counted by value.
    var numbers: [[Double: Int]]
    /// For each question whose answers name several options, the counts of ``OptionMarks``; empty for others.
    var marks: [[Int]]
    /// For each subject, people counted by the position of their score; as long as the last that anybody here has.
    var scores: [[Int]]
    /// For each subject, the sums that alpha is calculated from.
    var moments: [MomentSums]

    init(shape: Shape) {
      counts = Array(repeating: 0, count: shape.offsets.last ?? 0)
      numbers = Array(repeating: [:], count: shape.options.count)
      marks = shape.marks.map { Array(repeating: 0, count: $0?.count ?? 0) }
      scores = Array(repeating: [], count: shape.subjects.count)
      moments = shape.subjects.map { MomentSums(items: $0) }
    }

    mutating func add(_ other: Group) {
      respondents += other.respondents
      counts.add(other.counts)
      for index in numbers.indices { numbers[index].merge(other.numbers[index], uniquingKeysWith: +) }
      for index in marks.indices { marks[index].add(other.marks[index]) }
      for index in scores.indices { scores[index].add(other.scores[index]) }
      for index in moments.indices { moments[index].add(other.moments[index]) }
    }

    /// Counts by other positions: `ids` has the new one for each of the old, the same for several that are one.
    mutating func renumber(_ subject: Int, _ ids: [Int]) {
      var counts = Array(repeating: 0, count: (ids.max() ?? -1) + 1)
      for (old, count) in scores[subject].enumerated() where count > 0 { counts[ids[old]] += count }
      scores[subject] = counts
    }

    /// Whether all is alike but scores, whose positions need not be.
    func countsAlike(_ other: Group) -> Bool {
      respondents == other.respondents && counts == other.counts && numbers == other.numbers
        && marks == other.marks && moments == other.moments
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
