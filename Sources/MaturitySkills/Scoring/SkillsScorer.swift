public import DigitalMaturity

/// Scores people against what their roles ask.
///
/// A literacy's level is made of its essential competences by the framework's rule. Without one it is the highest level at
/// which all of them are met: a level asks for itself in each, but up to the level that the role asks of the literacy for
/// no more than the role does. So a literacy is met when all its essential competences are. While one of those is not
/// rated the literacy is not rated either, whatever the others are: who is rated in part would otherwise only ever count
/// as not met.
///
/// The scorer is immutable and can be shared between threads.
public struct SkillsScorer: Sendable {
  /// The framework.
  public let framework: SkillsFramework
  /// The literacies that the framework has competences of, in the assessment's order.
  public let literacies: [Literacy]
  /// Which assessment the framework is part of.
  public let assessment: AssessmentReference
  let rule: LiteracyRule

  /// Makes a scorer.
  /// - Throws: `DocumentError` for an assessment without a skills framework.
  public init(_ assessment: Assessment) throws(DocumentError) {
    guard let framework = assessment.section(SkillsFramework.self) else {
      throw DocumentError(
        Diagnostic(.missingKey, "the assessment “\(assessment.id)” has no skills framework; add “skills”"))
    }
    self.framework = framework
    let used = Set(framework.competences.map(\.literacy))
    literacies = assessment.literacies.filter { used.contains($0.id) }
    self.assessment = AssessmentReference(assessment)
    rule = LiteracyRule(framework.scoring, levels: framework.levels)
  }

  /// Scores everybody.
  /// - Parameters:
  ///   - ratings: The ratings, of a list of people read with this framework.
  ///   - raters: How the ratings of several raters become one.
  ///   - oldest: The day before which a rating is too old; none is when not given.
  /// - Complexity: O(people · competences).
  public func scores(
    of ratings: StaffRatings, raters: RaterPolicy = .managerOverSelf, validFrom oldest: Day? = nil
  ) -> SkillsScores {
    let combined = CombinedRatings(levels: framework.levels, policy: raters)
    let requirements = ratings.staff.roleSets.map { RoleRequirements($0, framework, literacies) }
    let people = ratings.staff.people.count
    let competences = framework.competences.count
    let limit = UInt16(clamping: oldest?.number ?? 0)
    var standings: [UInt16] = []
    standings.reserveCapacity(people * competences)
    for person in 0..<people {
      let start = StaffRatings.cell(person: person, rater: 0, competence: 0, of: competences)
      for competence in start..<start + competences {
        standings.append(
          combined.combine(
            ratings.cells[competence], ratings.cells[competence + competences],
            ratings.cells[competence + 2 * competences], oldest: limit))
      }
    }
    var outcomes = OutcomeCache(
      rule: rule, values: combined.values, requirements: requirements, literacies: literacies.count)
    var positions: [UInt32] = []
    positions.reserveCapacity(people * literacies.count)
    for (person, row) in ratings.staff.people.enumerated() {
      let own = standings[person * competences..<(person + 1) * competences]
      for literacy in literacies.indices {
        positions.append(outcomes.position(of: own, roleSet: row.roleSet, literacy: literacy))
      }
    }
    return SkillsScores(
      scorer: self, ratings: ratings, raters: raters, validFrom: oldest, values: combined.values,
      requirements: requirements, standings: standings, outcomes: outcomes.all, positions: positions)
  }
}

/// The outcomes of literacies met so far: people in the same roles with the same levels share one.
private struct OutcomeCache {
  private let rule: LiteracyRule
  private let values: [Double]
  private let requirements: [RoleRequirements]
  private let literacies: Int
  private(set) var all: [LiteracyOutcome] = []
  /// For each set of roles and literacy, positions by the codes of the essential competences, sixteen bits each.
  private var packed: [PositionTable]
  /// The same where there are more than eight.
  private var long: [[[UInt16]: UInt32]]

  init(rule: LiteracyRule, values: [Double], requirements: [RoleRequirements], literacies: Int) {
    self.rule = rule
    self.values = values
    self.requirements = requirements
    self.literacies = literacies
    packed = Array(repeating: PositionTable(), count: requirements.count * literacies)
    long = Array(repeating: [:], count: requirements.count * literacies)
  }

  mutating func position(of own: ArraySlice<UInt16>, roleSet: Int, literacy: Int) -> UInt32 {
    let asked = requirements[roleSet].literacies[literacy].competences
    let place = roleSet * literacies + literacy
    if asked.count <= 8 {
      var key: UInt128 = 1
      for competence in asked { key = key << 16 | UInt128(own[own.startIndex + competence]) }
      if let known = packed[place].position(of: key) { return known }
      let position = add(own, requirements[roleSet].literacies[literacy])
      packed[place].insert(key, position)
      return position
    }
    let key = asked.map { own[own.startIndex + $0] }
    if let known = long[place][key] { return known }
    let position = add(own, requirements[roleSet].literacies[literacy])
    long[place][key] = position
    return position
  }

  private mutating func add(_ own: ArraySlice<UInt16>, _ requirement: RoleRequirements.AskedLiteracy) -> UInt32 {
    all.append(outcome(own, requirement))
    return UInt32(truncatingIfNeeded: all.count - 1)
  }

  private func outcome(_ own: ArraySlice<UInt16>, _ requirement: RoleRequirements.AskedLiteracy) -> LiteracyOutcome {
    let codes = requirement.competences.map { own[own.startIndex + $0] }
    let notNeeded = CombinedRatings.code(of: .notNeeded)
    // What the work does not need leaves both sides.
    let needed = requirement.asked.indices.filter { codes[$0] != notNeeded }
    guard !needed.isEmpty else { return LiteracyOutcome(level: nil, required: nil, standing: .notNeeded) }
    let asked = needed.map { requirement.asked[$0] }
    let required = rule.required(asked, target: requirement.target).value
    let answers = needed.map { index in
      CombinedRatings.reason(of: codes[index]) == nil
        ? ItemAnswer(score: values[Int(codes[index])]) : ItemAnswer(.unanswered)
    }
    guard let required, let level = rule.level(asked, target: requirement.target, answers).value else {
      return LiteracyOutcome(level: nil, required: required, standing: .notRated)
    }
    return LiteracyOutcome(level: level, required: required, standing: level >= required - 1e-9 ? .met : .notMet)
  }
}

/// Positions by keys of numbers that are not 0, looked up a few times for each person: open addressing with linear probing.
private struct PositionTable {
  private var slots: [(key: UInt128, position: UInt32)] = Array(repeating: (0, 0), count: 64)
  private var count = 0

  func position(of key: UInt128) -> UInt32? {
    var slot = Self.hash(key) & (slots.count &- 1)
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].position }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// Adds a key that is not there.
  mutating func insert(_ key: UInt128, _ position: UInt32) {
    if 2 * count >= slots.count {
      let before = slots
      slots = Array(repeating: (0, 0), count: 2 * before.count)
      for slot in before where slot.key != 0 { place(slot.key, slot.position) }
    }
    place(key, position)
    count += 1
  }

  private mutating func place(_ key: UInt128, _ position: UInt32) {
    var slot = Self.hash(key) & (slots.count - 1)
    while slots[slot].key != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (key, position)
  }

  private static func hash(_ key: UInt128) -> Int {
    let (low, high) = (UInt64(truncatingIfNeeded: key), UInt64(truncatingIfNeeded: key >> 64))
    let product = (low ^ high &* 0xC2B2_AE3D_27D4_EB4F).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }
}
