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
    let whole = breakdowns.compactMap(\.eachRole)
    // Others than those that are needed only hide which moves of people are possible.
    let used = Array(SkillsCells.own) + Set(breakdowns.flatMap(\.positions)).subtracting(SkillsCells.own).sorted()
    rule = TableSuppression(
      attributes: used.map { SkillsCells.attributes[$0] },
      cells: zip(cells.cells, people).map { cell, people in
        TableSuppression.Cell(used.map { Identifier("\(cell[$0])") }, people: people)
      },
      by: (breakdowns.map(\.positions) + whole).map { $0.map { SkillsCells.attributes[$0] } }, policy: policy)
    let known = Dictionary(rule.groups.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    places = groups.map { group in
      known[
        zip(group.attributes, group.values).map { attribute, value in
          GroupAttribute(attribute: SkillsCells.attributes[attribute], value: Identifier("\(value)"))
        }]
    }
    var never: Set<Int> = []
    for (breakdown, roles) in zip(breakdowns.filter { $0.eachRole != nil }, whole) {
      for cell in cells.cells where cell[breakdown.positions.last ?? 2] != cell[2] {
        let key = roles.map {
          GroupAttribute(attribute: SkillsCells.attributes[$0], value: Identifier("\(cell[$0])"))
        }
        if let place = known[key] { never.insert(place) }
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
    withheld = table.rule.withheld(Self.figures(counts), never: table.never)
  }

  /// The people of each figure by what is told of them: all literacies together, each, how people rate themselves beside
  /// their managers in each, each competence, each thing to learn.
  private static func figures(_ counts: SkillsCountTable) -> [TableSuppression.Counts] {
    guard counts.count > 0 else { return [] }
    /// The figures of one kind.
    func kind<Count>(
      _ all: [Count], width: Int, _ categories: (Count, inout [Int]) -> Void
    ) -> [TableSuppression.Counts] {
      let each = all.count / counts.count
      return (0..<each).map { figure in
        var people: [Int] = []
        people.reserveCapacity(width * counts.count)
        for place in stride(from: figure, to: all.count, by: each) { categories(all[place], &people) }
        return TableSuppression.Counts(width: width, people: people)
      }
    }
    func met(_ count: SkillsCounts.Meeting, _ people: inout [Int]) {
      people.append(Int(count.met))
      people.append(Int(count.notMet))
    }
    return kind(counts.all, width: 2, met) + kind(counts.literacies, width: 2, met)
      + kind(counts.comparisons, width: 3) { count, people in
        people.append(Int(count.higher))
        people.append(Int(count.same))
        people.append(Int(count.lower))
      } + kind(counts.competences, width: 2, met)
      + kind(counts.learning, width: 2) { count, people in
        people.append(Int(count.people))
        people.append(Int(count.of &- count.people))
      }
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
