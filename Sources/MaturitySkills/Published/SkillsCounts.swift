import DigitalMaturity

/// The counts of a cell or a group that all figures are made of. They add up.
struct SkillsCounts: Sendable {
  /// How many people meet something, of those for whom it is asked.
  struct Meeting: Sendable, Hashable {
    var met: Int32 = 0
    var notMet: Int32 = 0
    var notRated: Int32 = 0
    /// Of those not rated, how many have a rating that is too old.
    var outOfDate: Int32 = 0
    var gaps = GapSum()

    var rated: Int32 { met &+ notMet }

    @inline(__always)
    mutating func add(_ other: Meeting) {
      met &+= other.met
      notMet &+= other.notMet
      notRated &+= other.notRated
      outOfDate &+= other.outOfDate
      gaps.add(other.gaps)
    }
  }

  /// How people rate themselves beside their managers.
  struct Comparison: Sendable, Hashable {
    var higher: Int32 = 0
    var same: Int32 = 0
    var lower: Int32 = 0
    /// How far people rate themselves above their managers, and how they rate themselves.
    var sum = GapSum()
    var own = GapSum()

    /// The people with both ratings.
    var people: Int32 { higher &+ same &+ lower }

    @inline(__always)
    mutating func add(_ difference: Double, own level: Double) {
      let (isHigher, isLower) = (difference > 1e-9, difference < -1e-9)
      higher &+= isHigher ? 1 : 0
      lower &+= isLower ? 1 : 0
      same &+= isHigher || isLower ? 0 : 1
      sum.add(difference)
      own.add(level)
    }

    mutating func add(_ other: Comparison) {
      higher &+= other.higher
      same &+= other.same
      lower &+= other.lower
      sum.add(other.sum)
      own.add(other.own)
    }
  }

  /// What people need to learn from an item.
  struct Need: Sendable, Hashable {
    /// The people whose plan has it.
    var people: Int32 = 0
    /// The people who could need it: they are rated in something of it of which more is asked than where it begins.
    var of: Int32 = 0
    /// The champions who are rated in all of it.
    var championsRated: Int32 = 0
    /// The champions who could teach all of it that somebody could.
    var champions: Int32 = 0

    mutating func add(_ other: Need) {
      people &+= other.people
      of &+= other.of
      championsRated &+= other.championsRated
      champions &+= other.champions
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
}
