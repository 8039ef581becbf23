import DigitalMaturity

/// What people need to learn: what their plans take without a limit on hours, for what is essential. What a worker has of
/// its own.
struct LearningNeeds: Sendable {
  /// What people in a set of roles may need.
  private struct Roles: Sendable {
    let asked: LearningPlanner.Asked
    /// The set's own among all parts.
    let parts: Range<Int>
    let isChampion: Bool
  }

  /// What people with the same levels in a part of a plan need, as ranges of ``items``.
  private struct Need: Sendable {
    /// The items that their plans take.
    var planned: Range<Int>
    /// The items that they could need.
    var possible: Range<Int>
  }

  private let planner: LearningPlanner
  private let roleSets: [Roles]
  /// For each set of roles, the parts of a plan.
  private let parts: [LearningParts.Part]
  /// For each part and each of its items, the competences in which more is essential than the level where the item begins.
  private let competencesBelow: [[[Int]]]
  /// For each part, the needs by the codes of its competences.
  private var patterns: [CodePatterns]
  private var needs: [Need] = []
  private var items: [Int] = []
  /// More patterns, and parts of more competences, in which hardly two people have the same levels, are worked out each time.
  private static let (mostCompetences, mostPatterns) = (6, 1 << 16)
  private let teaching: TeachingLevels
  /// The values of codes.
  private let values: [Double]
  // Memory that the next person uses again.
  private var levels: [Double]
  private var plan = LearningPlanner.Choice()

  init(_ framework: SkillsFramework, _ requirements: [RoleRequirements], _ values: [Double]) {
    let planner = LearningPlanner(framework)
    var parts: [LearningParts.Part] = []
    var competencesBelow: [[[Int]]] = []
    roleSets = requirements.map { own in
      let asked = planner.asked(own.competences, withDesirable: false)
      let first = parts.count
      parts += LearningParts(planner, asked).parts
      competencesBelow += parts[first...].map { part in
        part.items.map { item in
          planner.beginnings(of: item).compactMap { step in
            guard let wanted = own.competences[step.competence], wanted.isEssential else { return nil }
            return wanted.level > step.from + 1e-9 ? step.competence : nil
          }
        }
      }
      return Roles(asked: asked, parts: first..<parts.count, isChampion: own.isChampion)
    }
    self.planner = planner
    self.parts = parts
    self.competencesBelow = competencesBelow
    patterns = parts.map { CodePatterns($0.competences, values: values.count) }
    teaching = TeachingLevels(planner, framework)
    self.values = values
    levels = Array(repeating: .infinity, count: framework.competences.count)
  }

  /// Adds what a person needs.
  /// - Parameters:
  ///   - own: The person's codes.
  ///   - roleSet: The person's roles.
  ///   - learning: What is needed of each item.
  mutating func add(_ own: Span<UInt16>, _ roleSet: Int, to learning: inout [SkillsCounts.Need]) {
    for part in roleSets[roleSet].parts {
      let need: Need
      var isKept = true
      if let number = patterns[part].number(of: own) {
        need = needs[number]
      } else {
        need = newNeed(own, roleSet, part)
        isKept = parts[part].competences.count <= Self.mostCompetences && needs.count < Self.mostPatterns
        if isKept {
          patterns[part].add(own, number: needs.count)
          needs.append(need)
        }
      }
      for place in need.planned { learning[items[place]].people &+= 1 }
      for place in need.possible { learning[items[place]].of &+= 1 }
      if !isKept { items.removeSubrange(need.planned.lowerBound...) }
    }
    if roleSets[roleSet].isChampion { addChampion(own, to: &learning) }
  }

  /// Works out what is needed in a part of a plan.
  private mutating func newNeed(_ own: Span<UInt16>, _ roleSet: Int, _ part: Int) -> Need {
    let first = items.count
    // Where another part's levels are not known, nothing is planned for it.
    for competence in levels.indices { levels[competence] = .infinity }
    for competence in parts[part].competences {
      let code = Int(own[competence])
      if code < values.count { levels[competence] = values[code] }
    }
    planner.choose(&plan, levels: levels, asked: roleSets[roleSet].asked, budget: nil)
    items += plan.items
    let planned = first..<items.count
    for place in parts[part].items.indices {
      // Who is asked for no more than where it begins can never need it: such people would hide nobody.
      for competence in competencesBelow[part][place] where levels[competence] < .infinity {
        items.append(parts[part].items[place])
        break
      }
    }
    return Need(planned: planned, possible: planned.upperBound..<items.count)
  }

  /// Counts a champion who may teach.
  private mutating func addChampion(_ own: Span<UInt16>, to learning: inout [SkillsCounts.Need]) {
    for competence in own.indices {
      let code = Int(own[competence])
      levels[competence] = code < values.count ? values[code] : .infinity
    }
    for item in learning.indices {
      guard let isAble = teaching.canTeach(item, levels) else { continue }
      learning[item].championsRated &+= 1
      if isAble { learning[item].champions &+= 1 }
    }
  }
}
