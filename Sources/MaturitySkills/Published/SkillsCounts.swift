import DigitalMaturity
import MaturityStatistics

/// The counts of a cell or a group that all figures are made of. They add up.
struct SkillsCounts: Sendable {
  /// How many people meet something, of those for whom it is asked.
  struct Meeting: Sendable {
    var met = 0
    var notMet = 0
    var notRated = 0
    /// Of those not rated, how many have a rating that is too old.
    var outOfDate = 0
    var gaps = GapSum()

    var rated: Int { met + notMet }

    mutating func add(_ other: Meeting) {
      met += other.met
      notMet += other.notMet
      notRated += other.notRated
      outOfDate += other.outOfDate
      gaps.add(other.gaps)
    }
  }

  /// How people rate themselves beside their managers.
  struct Comparison: Sendable {
    /// The people with both ratings.
    var people = 0
    var higher = 0
    var same = 0
    var lower = 0
    var sum = GapSum()

    mutating func add(_ difference: Double) {
      people += 1
      if difference > 1e-9 { higher += 1 } else if difference < -1e-9 { lower += 1 } else { same += 1 }
      sum.add(difference)
    }

    mutating func add(_ other: Comparison) {
      people += other.people
      higher += other.higher
      same += other.same
      lower += other.lower
      sum.add(other.sum)
    }
  }

  /// What people need to learn from an item.
  struct Need: Sendable {
    /// The people whose plan has it.
    var people = 0
    /// The people who could need it: they are rated in something of it of which more is asked than where it begins.
    var of = 0
    /// The champions who are rated in all of it.
    var championsRated = 0
    /// The champions who could teach all of it that somebody could.
    var champions = 0

    mutating func add(_ other: Need) {
      people += other.people
      of += other.of
      championsRated += other.championsRated
      champions += other.champions
    }
  }

  var people = 0
  var all = Meeting()
  var literacies: [Meeting]
  var competences: [Meeting]
  var comparisons: [Comparison]
  var learning: [Need]

  init(literacies: Int, competences: Int, learning: Int) {
    self.literacies = Array(repeating: Meeting(), count: literacies)
    self.competences = Array(repeating: Meeting(), count: competences)
    comparisons = Array(repeating: Comparison(), count: literacies)
    self.learning = Array(repeating: Need(), count: learning)
  }

  /// Counts nobody any more.
  mutating func removeAll() {
    people = 0
    all = Meeting()
    Self.fill(&literacies, with: Meeting())
    Self.fill(&competences, with: Meeting())
    Self.fill(&comparisons, with: Comparison())
    Self.fill(&learning, with: Need())
  }

  private static func fill<Count>(_ counts: inout [Count], with nobody: Count) {
    var counts = counts.mutableSpan
    counts.update(repeating: nobody)
  }

  mutating func add(_ other: SkillsCounts) {
    people += other.people
    all.add(other.all)
    Self.add(other.literacies, to: &literacies) { $0.add($1) }
    Self.add(other.competences, to: &competences) { $0.add($1) }
    Self.add(other.comparisons, to: &comparisons) { $0.add($1) }
    Self.add(other.learning, to: &learning) { $0.add($1) }
  }

  @inline(__always)
  private static func add<Count>(_ others: [Count], to counts: inout [Count], _ add: (inout Count, Count) -> Void) {
    var counts = counts.mutableSpan
    for index in others.indices { add(&counts[index], others[index]) }
  }
}

/// A sum of gaps without rounding, so that the order of people never matters: whole numbers as they are, others exactly.
struct GapSum: Sendable {
  private var whole = 0.0
  private var rest = ExactSum()

  @inline(__always)
  mutating func add(_ gap: Double) {
    if abs(gap) < 0x1p31, gap == Double(Int32(gap)) { whole += gap } else { rest.add(gap) }
  }

  @inline(__always)
  mutating func add(_ other: GapSum) {
    whole += other.whole
    if !other.rest.parts.isEmpty {
      for part in other.rest.parts { rest.add(part) }
    }
  }

  var value: Double {
    var sum = rest
    sum.add(whole)
    return sum.value
  }
}
