import DigitalMaturity

/// The digital champions of some teams who could teach.
///
/// Champions are few, so that their groups are larger than those of other totals: a team with fewer of them than the threshold
/// is folded into the team it is part of, and directorates with fewer stand together.
public struct ChampionGroup: Sendable, Hashable {
  /// The team's code; of several directorates together `(others)`.
  public let id: String
  /// What people read.
  public let name: String
  /// For each thing to learn, in the framework's order, how many could teach all of it; nil where it is withheld.
  public let able: [Int?]
}

/// Who could teach what: whoever is at the highest level in everything that an item teaches.
struct TeachingLevels: Sendable {
  /// For each item, the competences that it teaches.
  private let taught: [[Int]]
  private let highest: Double

  init(_ planner: LearningPlanner, _ framework: SkillsFramework) {
    taught = (0..<planner.count).map { planner.beginnings(of: $0).map(\.competence) }
    highest = framework.levels.last?.value ?? 0
  }

  /// Whether somebody could teach an item; nil for who is not rated in all of it, and for an item that teaches nothing.
  /// - Parameter levels: The person's level in each competence; infinity where there is none.
  func canTeach(_ item: Int, _ levels: [Double]) -> Bool? {
    if taught[item].isEmpty { return nil }
    var isHighest = true
    for competence in taught[item] {
      if levels[competence] == .infinity { return nil }
      isHighest = isHighest && levels[competence] >= highest - 1e-9
    }
    return isHighest
  }
}

extension SkillsScores {
  /// The champions who could teach, by team; none where they would be one group, which is everyone. O(people + champions ·
  /// items).
  func championGroups(under policy: DisclosurePolicy) -> [ChampionGroup] {
    let staff = ratings.staff
    let isChampion = requirements.map(\.isChampion)
    let champions = isChampion.contains(true) ? counted.filter { isChampion[staff.people[$0].roleSet] } : []
    guard champions.count >= policy.threshold, !scorer.framework.learning.isEmpty else { return [] }
    var direct = Array(repeating: 0, count: staff.teams.teams.count)
    for person in champions {
      if let team = staff.people[person].team { direct[team] += 1 }
    }
    let folding = TeamFolding(
      staff.teams, people: direct, withoutTeam: champions.count - direct.reduce(0, +), threshold: policy.threshold)
    guard folding.groups.count > 1 else { return [] }
    let items = scorer.framework.learning.count
    let teaching = TeachingLevels(LearningPlanner(scorer.framework), scorer.framework)
    var people = Array(repeating: 0, count: folding.groups.count)
    /// For each item and group those who could teach, and those who are rated and could not.
    var counts = Array(repeating: Array(repeating: [0, 0], count: folding.groups.count), count: items)
    var levels = Array(repeating: 0.0, count: scorer.framework.competences.count)
    for person in champions {
      let group = (staff.people[person].team.map { folding.groupOf[$0] } ?? folding.groupWithoutTeam) ?? 0
      people[group] += 1
      for competence in levels.indices { levels[competence] = level(of: person, in: competence).value ?? .infinity }
      for item in 0..<items {
        if let isAble = teaching.canTeach(item, levels) { counts[item][group][isAble ? 0 : 1] += 1 }
      }
    }
    let names = people.indices.map { Identifier<Attribute.Value>("\($0)") }
    let table = TableSuppression(
      attributes: ["team"], cells: zip(names, people).map { TableSuppression.Cell([$0], people: $1) }, by: [["team"]],
      policy: policy)
    let withheld = table.withheld(counts.map { TableSuppression.Counts($0) })
    return folding.groups.enumerated().map { index, group in
      let place = table.groups.firstIndex { $0.first?.value == names[index] }
      let value = SkillsCells.value(of: group.team, isRest: group.isRest, in: staff.teams)
      return ChampionGroup(
        id: value.id, name: value.name,
        able: (0..<items).map { item in
          // What no champion is rated in tells nothing of anybody.
          place.map { withheld.figures[item][$0] } ?? true ? nil : counts[item][index][0]
        })
    }
  }
}
