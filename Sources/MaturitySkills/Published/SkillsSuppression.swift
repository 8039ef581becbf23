import DigitalMaturity

/// The core's table of the cells that totals count.
struct SkillsTable: Sendable {
  let rule: TableSuppression
  /// The groups of the rule that nobody is shown: roles that are shown with others, which must not follow either.
  let never: Set<Int>
  /// For each group, its place among those of the rule; nil for a group without people.
  let places: [Int?]

  /// - Parameters:
  ///   - groups: The groups that are published.
  ///   - cells: The cells.
  ///   - people: For each cell its people.
  ///   - breakdowns: What the groups are made by.
  ///   - policy: How many people must stand behind a figure.
  init(
    _ groups: [SkillsCellGroup], _ cells: SkillsCells, people: [Int], by breakdowns: [SkillsBreakdown],
    policy: DisclosurePolicy
  ) {
    let published = breakdowns.map(\.positions)
    let whole = breakdowns.compactMap(\.eachRole)
    // Others than those that are needed only hide which moves of people are possible.
    let used = Array(SkillsCells.own) + Set(published.joined()).subtracting(SkillsCells.own).sorted()
    rule = TableSuppression(
      attributes: used.map { SkillsCells.attributes[$0] },
      numbered: cells.cells.map { cell in used.map { cell[$0] } }, people: people,
      by: (published + whole).map { $0.compactMap { used.firstIndex(of: $0) } }, policy: policy)
    let rule = rule
    places = groups.map { group in
      guard let cell = group.cells.first, let breakdown = ([[]] + published).firstIndex(of: group.attributes) else {
        return nil
      }
      return rule.group(of: cell, by: breakdown)
    }
    var never: Set<Int> = []
    for (index, breakdown) in breakdowns.filter({ $0.eachRole != nil }).enumerated() {
      for (cell, values) in cells.cells.enumerated() where values[breakdown.positions.last ?? 2] != values[2] {
        if let place = rule.group(of: cell, by: 1 + published.count + index) { never.insert(place) }
      }
    }
    self.never = never
  }
}

/// What is withheld of totals, by the rules of the core: all figures of all breakdowns that are published together.
struct SkillsSuppression: Sendable {
  private let table: SkillsTable
  private let withheld: TableSuppression.Withheld

  /// - Parameters:
  ///   - table: The table of the cells.
  ///   - counts: For each cell what was counted.
  init(_ table: SkillsTable, _ counts: SkillsCountTable) {
    self.table = table
    withheld = table.rule.withheld(widths: Self.widths(counts), never: table.never) { cell, people in
      let (part, row) = counts.place(of: cell)
      counts.parts[part].add(row, to: &people)
    }
  }

  /// For each figure how many counts are told of it: as many as are added of a cell.
  private static func widths(_ table: SkillsCountTable) -> [Int] {
    guard let counts = table.parts.first(where: { $0.count > 0 }) else { return [] }
    func kind<Count>(_ all: [Count], _ width: Int) -> [Int] {
      Array(repeating: width, count: all.count / counts.count)
    }
    return kind(counts.all, 2) + kind(counts.literacies, 2) + kind(counts.comparisons, 3)
      + kind(counts.competences, 2) + kind(counts.learning, 2)
  }

  /// Withholds figures that too few people stand behind, and what would give them away.
  func withhold(_ groups: inout [SkillsGroup]) {
    for (index, place) in table.places.enumerated() {
      guard let place else { continue }
      var figure = 0
      /// Whether the next figure is withheld.
      func next() -> Bool {
        defer { figure += 1 }
        return withheld.figures[figure][place]
      }
      if next() { groups[index].meetingAll.withhold() }
      for literacy in groups[index].literacies.indices where next() { groups[index].literacies[literacy].withhold() }
      for literacy in groups[index].selfAgainstManager.indices where next() {
        groups[index].selfAgainstManager[literacy].withhold()
      }
      for competence in groups[index].competences.indices where next() {
        groups[index].competences[competence].withhold()
      }
      for item in groups[index].learning.indices where next() { groups[index].learning[item].withhold() }
      guard withheld.groups[place] else { continue }
      groups[index].people = nil
      for item in groups[index].learning.indices { groups[index].learning[item].withholdChampions() }
    }
  }
}

extension SkillsCountTable.Part {
  /// Adds the people of a cell by what is told of them: in all literacies together, in each, how they rate themselves beside
  /// their managers in each, in each competence, in each thing to learn.
  fileprivate func add(_ row: Int, to people: inout [Int32]) {
    func each<Count>(_ all: [Count], _ add: (Count) -> Void) {
      let each = all.count / count
      for place in row * each..<(row + 1) * each { add(all[place]) }
    }
    func met(_ count: SkillsCounts.Meeting) {
      people.append(count.met)
      people.append(count.notMet)
    }
    each(all, met)
    each(literacies, met)
    each(comparisons) { count in
      people.append(count.higher)
      people.append(count.same)
      people.append(count.lower)
    }
    each(competences, met)
    each(learning) { count in
      people.append(count.people)
      people.append(count.of &- count.people)
    }
  }
}
