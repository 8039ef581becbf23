import DigitalMaturity

/// The people that totals count, by the cells of everything they are broken down by: directorate, team and role.
struct SkillsCells: Sendable {
  /// The attributes that groups can be made by, in the order of a cell's values: at last the roles of a directorate and those
  /// of a team, of which small ones are shown together (``RoleFolding``).
  static let attributes: [Identifier<Attribute>] = [
    "directorate", "team", "role", "role-of-directorate", "role-of-team",
  ]
  /// What they are called in the keys of groups.
  static let keys: [Identifier<Attribute>] = ["directorate", "team", "role", "role", "role"]
  /// Those that no other follows from: a cell is everybody who shares their values.
  static let own = 0..<3

  /// A value of an attribute: its id in groups, and what people read.
  struct AttributeValue: Sendable, Hashable {
    var id: String
    var name: String
  }

  /// For each attribute its values.
  private(set) var values: [[AttributeValue]]
  /// The cells that somebody is in: for each attribute the position of its value.
  private(set) var cells: [[Int]] = []
  /// For each counted person the position of the cell.
  private(set) var cellOf: [Int] = []

  /// - Parameter breakdowns: What groups are made by: the roles that are shown together are found for those that need them.
  init(_ scores: SkillsScores, threshold: Int, by breakdowns: [SkillsBreakdown]) {
    let staff = scores.ratings.staff
    var direct = Array(repeating: 0, count: staff.teams.teams.count)
    var withoutTeam = 0
    for person in scores.counted {
      if let team = staff.people[person].team { direct[team] += 1 } else { withoutTeam += 1 }
    }
    let folding = TeamFolding(staff.teams, people: direct, withoutTeam: withoutTeam, threshold: threshold)
    let framework = scores.scorer.framework
    func team(_ position: Int?, isRest: Bool) -> AttributeValue {
      Self.value(of: position, isRest: isRest, in: staff.teams)
    }
    values = [
      folding.directorates.map { directorate in
        var value = team(directorate.team, isRest: false)
        if directorate.takesOthers { value.name += " and other teams" }
        return value
      }, folding.groups.map { team($0.team, isRest: $0.isRest) },
      framework.roles.map { AttributeValue(id: $0.id.rawValue, name: $0.name.text) },
    ]
    let roles = Dictionary(framework.roles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    // The first role is the main post.
    let roleOf = staff.roleSets.map { set in set.first.flatMap { roles[$0] } ?? 0 }
    // For each group and role the position of its cell; -1 while nobody is in it.
    var positions = Array(repeating: -1, count: folding.groups.count * max(1, framework.roles.count))
    cellOf.reserveCapacity(scores.counted.count)
    for person in scores.counted {
      let (team, roleSet) = (staff.people[person].team, staff.people[person].roleSet)
      let group = (team.map { folding.groupOf[$0] } ?? folding.groupWithoutTeam) ?? 0
      let place = group * max(1, framework.roles.count) + roleOf[roleSet]
      if positions[place] < 0 {
        positions[place] = cells.count
        cells.append([folding.groups[group].directorate, group, roleOf[roleSet]])
      }
      cellOf.append(positions[place])
    }
    guard breakdowns.contains(where: { $0.eachRole != nil }) else { return }
    addRoles(of: 0, threshold)
    addRoles(of: 1, threshold)
  }

  /// Adds to each cell the group of roles that it is shown in beside others of its directorate or team.
  private mutating func addRoles(of attribute: Int, _ threshold: Int) {
    let roles = values[2]
    var people = Array(repeating: Array(repeating: 0, count: roles.count), count: values[attribute].count)
    for (cell, count) in zip(cells, self.people) where !roles.isEmpty { people[cell[attribute]][cell[2]] += count }
    // Roles that stand alone come first, in their order.
    var shown = roles
    var known: [[Int]: Int] = [:]
    for role in roles.indices { known[[role]] = role }
    let valueOf = people.map { people in
      var valueOf = Array(repeating: 0, count: roles.count)
      for group in RoleFolding(people: people, threshold: threshold).groups {
        let value = known[group] ?? shown.count
        if value == shown.count {
          known[group] = value
          shown.append(Self.several(group.map { roles[$0] }))
        }
        for role in group { valueOf[role] = value }
      }
      return valueOf
    }
    values.append(shown)
    for cell in cells.indices {
      cells[cell].append(roles.isEmpty ? 0 : valueOf[cells[cell][attribute]][cells[cell][2]])
    }
  }

  /// Roles that are shown together, by their names when those are few.
  private static func several(_ roles: [AttributeValue]) -> AttributeValue {
    AttributeValue(
      id: "(others)", name: roles.count > 3 ? "Other roles" : roles.map(\.name).joined(separator: " or "))
  }

  /// A folded team as a value: its code, and its name, with “others” where teams of it stand beside it.
  static func value(of team: Int?, isRest: Bool, in tree: TeamTree) -> AttributeValue {
    guard let team else { return AttributeValue(id: "(others)", name: "Other teams") }
    let own = tree.teams[team]
    return AttributeValue(id: own.code, name: isRest ? "\(own.name), others" : own.name)
  }

  /// For each cell its people.
  var people: [Int] {
    var people = Array(repeating: 0, count: cells.count)
    for cell in cellOf { people[cell] += 1 }
    return people
  }

  /// The counted people, cell after cell.
  struct PeopleByCell: Sendable {
    /// Their places among all who are counted.
    let indices: [Int]
    /// For each cell where its people begin; at last where all end.
    let starts: [Int]

    /// Ranges of cells, so many, with about as many people each.
    func parts(_ count: Int) -> [Range<Int>] {
      var parts: [Range<Int>] = []
      var first = 0
      for part in 1...max(1, count) {
        let wanted = indices.count * part / max(1, count)
        let end = starts.dropFirst(first + 1).firstIndex { $0 >= wanted } ?? starts.count - 1
        if end > first { parts.append(first..<end) }
        first = end
      }
      return parts
    }
  }

  /// The counted people, cell after cell. O(people).
  var peopleByCell: PeopleByCell {
    var ends = Array(repeating: 0, count: cells.count + 1)
    for cell in cellOf { ends[cell + 1] += 1 }
    for cell in cells.indices { ends[cell + 1] += ends[cell] }
    let starts = ends
    var indices = Array(repeating: 0, count: cellOf.count)
    for (index, cell) in cellOf.enumerated() {
      indices[ends[cell]] = index
      ends[cell] += 1
    }
    return PeopleByCell(indices: indices, starts: starts)
  }

  /// The groups of breakdowns, everyone first.
  func groups(by breakdowns: [[Int]]) -> [SkillsCellGroup] {
    var groups: [SkillsCellGroup] = []
    for attributes in [[]] + breakdowns {
      // By one number for the values, which is in their order.
      var members: [Int: [Int]] = [:]
      for cell in cells.indices {
        let key = attributes.reduce(0) { $0 * values[$1].count + cells[cell][$1] }
        members[key, default: []].append(cell)
      }
      for (_, members) in members.sorted(by: { $0.key < $1.key }) {
        let own = cells[members[0]]
        groups.append(SkillsCellGroup(attributes: attributes, values: attributes.map { own[$0] }, cells: members))
      }
    }
    // Nobody at all is a group too: everyone.
    if groups.isEmpty { groups.append(SkillsCellGroup(attributes: [], values: [], cells: [])) }
    return groups
  }
}

/// A group of cells that share the values of some attributes.
struct SkillsCellGroup: Sendable, Hashable {
  var attributes: [Int]
  var values: [Int]
  var cells: [Int]
}
