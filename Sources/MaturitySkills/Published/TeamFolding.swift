import DigitalMaturity

/// The groups of people that tables by team show: a team below the threshold is folded into its parent, never dropped.
///
/// From the bottom of the tree up: the people of a team and of those folded into it are a group of their own when they
/// are enough. When they are too few and the team has groups below it, the smallest of those is taken in until they are
/// enough; when it has none, they go to its parent. So every group has enough people, unless all people are too few, and
/// every directorate, or what stands for one, is exactly its groups.
struct TeamFolding: Sendable {
  /// Teams that are shown as one.
  struct Group: Sendable, Hashable {
    /// The team at its top; nil for what is left of several directorates.
    var team: Int?
    /// Whether groups below the team stand beside it, so that it is the team's others.
    var isRest: Bool
    /// The position of its directorate in ``TeamFolding/directorates``.
    var directorate: Int
  }

  /// Groups that belong together.
  struct Directorate: Sendable, Hashable {
    /// The team at the top; nil for what is left of several.
    var team: Int?
    /// Whether people of others, who were too few, are in one of its groups.
    var takesOthers = false
  }

  /// The groups.
  private(set) var groups: [Group] = []
  /// The directorates.
  private(set) var directorates: [Directorate] = []
  /// For each team the position of its group; nil for a team without people.
  private(set) var groupOf: [Int?]
  /// The position of the group of people without a team; nil when there are none.
  private(set) var groupWithoutTeam: Int?

  /// A group while it is made.
  private struct Part {
    var team: Int?
    /// The teams whose people are in it; nil for the people without a team.
    var members: [Int?]
    var people: Int
    var isRest = false
  }

  /// - Parameters:
  ///   - tree: The teams.
  ///   - people: For each team how many people are in it directly.
  ///   - withoutTeam: How many people have no team.
  ///   - threshold: How many are enough.
  init(_ tree: TeamTree, people: [Int], withoutTeam: Int, threshold: Int) {
    groupOf = Array(repeating: nil, count: people.count)
    var children: [[Int]] = Array(repeating: [], count: people.count)
    var tops: [Int] = []
    for team in people.indices {
      if let parent = tree.teams[team].parent { children[parent].append(team) } else { tops.append(team) }
    }
    var wholes: [(directorate: Directorate, parts: [Part])] = []
    var left = Part(team: nil, members: withoutTeam > 0 ? [nil] : [], people: withoutTeam)
    for top in tops {
      let (parts, rest) = Self.fold(top, children, people, threshold)
      if !parts.isEmpty { wholes.append((Directorate(team: top), parts)) }
      left.members += rest.members
      left.people += rest.people
    }
    Self.place(left, in: &wholes, threshold)
    for whole in wholes {
      for part in whole.parts {
        for member in part.members {
          if let member { groupOf[member] = groups.count } else { groupWithoutTeam = groups.count }
        }
        groups.append(Group(team: part.team, isRest: part.isRest, directorate: directorates.count))
      }
      directorates.append(whole.directorate)
    }
  }

  /// The groups of a team and those below it, and what is left for its parent. O(teams below · depth).
  private static func fold(
    _ team: Int, _ children: [[Int]], _ people: [Int], _ threshold: Int
  ) -> (parts: [Part], left: Part) {
    // From the bottom up without recursion, since a file may have a chain as long as it likes.
    var order = [team]
    var index = 0
    while index < order.count {
      order += children[order[index]]
      index += 1
    }
    var done: [Int: (parts: [Part], left: Part)] = [:]
    for team in order.reversed() {
      var parts: [Part] = []
      var rest = Part(team: team, members: people[team] > 0 ? [team] : [], people: people[team])
      for child in children[team] {
        guard let below = done.removeValue(forKey: child) else { continue }
        parts += below.parts
        rest.members += below.left.members
        rest.people += below.left.people
      }
      while rest.people > 0, rest.people < threshold, let smallest = smallest(parts) {
        rest.members += parts[smallest].members
        rest.people += parts[smallest].people
        parts.remove(at: smallest)
      }
      if rest.people >= threshold {
        rest.isRest = !parts.isEmpty
        parts.append(rest)
        rest = Part(team: team, members: [], people: 0)
      }
      done[team] = (parts, rest)
    }
    return done[team] ?? ([], Part(team: team, members: [], people: 0))
  }

  /// Places what is left of several directorates: on its own when it is enough, else with the smallest group of the
  /// smallest directorate, so that directorates stay sums of groups.
  private static func place(
    _ left: Part, in wholes: inout [(directorate: Directorate, parts: [Part])], _ threshold: Int
  ) {
    guard left.people > 0 else { return }
    var left = left
    left.team = nil
    left.isRest = !wholes.isEmpty
    let smallest = wholes.indices.min {
      (people(wholes[$0].parts), $0) < (people(wholes[$1].parts), $1)
    }
    guard left.people < threshold, let smallest, let part = self.smallest(wholes[smallest].parts) else {
      wholes.append((Directorate(team: nil), [left]))
      return
    }
    left.members += wholes[smallest].parts[part].members
    left.people += wholes[smallest].parts[part].people
    wholes[smallest].parts[part] = left
    wholes[smallest].directorate.takesOthers = true
    // With one group it is no directorate of its own any more.
    if wholes[smallest].parts.count == 1 { wholes[smallest].directorate = Directorate(team: nil) }
  }

  private static func smallest(_ parts: [Part]) -> Int? {
    parts.indices.min { (parts[$0].people, $0) < (parts[$1].people, $1) }
  }

  private static func people(_ parts: [Part]) -> Int { parts.reduce(0) { $0 + $1.people } }
}
