import DigitalMaturity

/// The core's table of the cells that totals count.
struct SkillsTable: Sendable {
  let rule: TableSuppression
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
    rule = TableSuppression(
      attributes: SkillsCells.attributes,
      cells: zip(cells.cells, people).map { TableSuppression.Cell($0.map { Identifier("\($0)") }, people: $1) },
      by: breakdowns.map(\.attributes), policy: policy)
    let known = Dictionary(rule.groups.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    places = groups.map { group in
      known[
        zip(group.attributes, group.values).map { attribute, value in
          GroupAttribute(attribute: SkillsCells.attributes[attribute], value: Identifier("\(value)"))
        }]
    }
  }
}

/// What is withheld of totals, by the rules of the core: all figures of all breakdowns that are published together.
struct SkillsSuppression: Sendable {
  private let table: SkillsTable
  private let withheld: TableSuppression.Withheld

  /// - Parameters:
  ///   - groups: The groups that are published.
  ///   - cells: The cells.
  ///   - counts: For each cell what was counted.
  ///   - breakdowns: What the groups are made by.
  ///   - policy: How many people must stand behind a figure.
  init(
    _ groups: [SkillsCellGroup], _ cells: SkillsCells, _ counts: [SkillsCounts], by breakdowns: [SkillsBreakdown],
    policy: DisclosurePolicy
  ) {
    table = SkillsTable(groups, cells, people: counts.map(\.people), by: breakdowns, policy: policy)
    withheld = table.rule.withheld(Self.figures(counts))
  }

  /// The people of each figure by what is told of them: all literacies together, each, how people rate themselves beside
  /// their managers in each, each competence, each thing to learn.
  private static func figures(_ counts: [SkillsCounts]) -> [TableSuppression.Counts] {
    guard let first = counts.first else { return [] }
    let (two, three) = (first.literacies.count, first.comparisons.count)
    let rest = first.competences.count + first.learning.count
    let widths =
      Array(repeating: 2, count: 1 + two) + Array(repeating: 3, count: three) + Array(repeating: 2, count: rest)
    // All categories of a cell, one cell after the other.
    let width = widths.reduce(0, +)
    var people: [Int] = []
    people.reserveCapacity(width * counts.count)
    for cell in counts {
      people.append(cell.all.met)
      people.append(cell.all.notMet)
      for literacy in cell.literacies {
        people.append(literacy.met)
        people.append(literacy.notMet)
      }
      for literacy in cell.comparisons {
        people.append(literacy.higher)
        people.append(literacy.same)
        people.append(literacy.lower)
      }
      for competence in cell.competences {
        people.append(competence.met)
        people.append(competence.notMet)
      }
      for item in cell.learning {
        people.append(item.people)
        people.append(item.of - item.people)
      }
    }
    var start = 0
    return widths.map { own in
      var figure: [Int] = []
      figure.reserveCapacity(own * counts.count)
      for cell in stride(from: start, to: people.count, by: width) {
        for category in cell..<cell + own { figure.append(people[category]) }
      }
      start += own
      return TableSuppression.Counts(width: own, people: figure)
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
      for item in groups[index].learning.indices { groups[index].learning[item].champions = nil }
    }
  }
}
