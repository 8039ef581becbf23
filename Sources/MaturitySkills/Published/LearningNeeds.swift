import DigitalMaturity

/// What people need to learn: what their plans take without a limit on hours, for what is essential. What a worker has of
/// its own.
struct LearningNeeds: Sendable {
  /// What people in a set of roles may need.
  private struct Roles: Sendable {
    let asked: LearningPlanner.Asked
    /// For each item, the competences in which more is essential than the level where it begins.
    let competencesBelow: [[Int]]
    let isChampion: Bool
  }

  private let planner: LearningPlanner
  private let roleSets: [Roles]
  /// For each item, the competences that it teaches.
  private let taught: [[Int]]
  /// The values of codes.
  private let values: [Double]
  /// The highest level's value.
  private let highest: Double
  // Memory that the next person uses again.
  private var levels: [Double]
  private var plan = LearningPlanner.Choice()

  init(_ framework: SkillsFramework, _ requirements: [RoleRequirements], _ values: [Double]) {
    let planner = LearningPlanner(framework)
    self.planner = planner
    roleSets = requirements.map { own in
      Roles(
        asked: planner.asked(own.competences, withDesirable: false),
        competencesBelow: (0..<planner.count).map { item in
          planner.beginnings(of: item).compactMap { step in
            guard let wanted = own.competences[step.competence], wanted.isEssential else { return nil }
            return wanted.level > step.from + 1e-9 ? step.competence : nil
          }
        }, isChampion: own.isChampion)
    }
    taught = (0..<planner.count).map { planner.beginnings(of: $0).map(\.competence) }
    self.values = values
    highest = framework.levels.last?.value ?? 0
    levels = Array(repeating: .infinity, count: framework.competences.count)
  }

  /// Adds what a person needs.
  /// - Parameters:
  ///   - own: The person's codes.
  ///   - roleSet: The person's roles.
  ///   - learning: What is needed of each item.
  mutating func add(_ own: Span<UInt16>, _ roleSet: Int, to learning: inout [SkillsCounts.Need]) {
    // Infinite where there is none.
    for competence in own.indices {
      let code = Int(own[competence])
      levels[competence] = code < values.count ? values[code] : .infinity
    }
    planner.choose(&plan, levels: levels, asked: roleSets[roleSet].asked, budget: nil)
    for item in plan.items { learning[item].people += 1 }
    for item in learning.indices {
      // Who is asked for no more than where it begins can never need it: such people would hide nobody.
      for competence in roleSets[roleSet].competencesBelow[item] where levels[competence] < .infinity {
        learning[item].of += 1
        break
      }
    }
    guard roleSets[roleSet].isChampion else { return }
    for item in learning.indices where !taught[item].isEmpty {
      guard taught[item].allSatisfy({ levels[$0] < .infinity }) else { continue }
      learning[item].championsRated += 1
      if taught[item].allSatisfy({ levels[$0] >= highest - 1e-9 }) { learning[item].champions += 1 }
    }
  }
}
