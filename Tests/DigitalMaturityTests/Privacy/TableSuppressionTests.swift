import DigitalMaturity
import Testing

struct TableSuppressionTests {
  private typealias Cell = TableSuppression.Cell

  private func table(
    _ cells: [(part: String?, role: String, people: Int)], by breakdowns: [[Identifier<Attribute>]],
    policy: DisclosurePolicy = .standard
  ) -> TableSuppression {
    TableSuppression(
      attributes: ["part", "role"],
      cells: cells.map { Cell([$0.part.map { Identifier($0) }, Identifier($0.role)], people: $0.people) },
      by: breakdowns, policy: policy)
  }

  private func names(_ table: TableSuppression, _ hidden: [Bool]) -> [String] {
    zip(table.groups, hidden).filter(\.1).map { key, _ in
      key.isEmpty ? "everyone" : key.map { $0.value?.rawValue ?? "-" }.joined(separator: " ")
    }
  }

  @Test func groupsAreThoseThatSomebodyIsIn() {
    let table = table(
      [("y", "front", 3), ("x", "office", 20), (nil, "front", 12), ("x", "front", 0)],
      by: [["part"], ["part", "role"]])
    #expect(
      table.groups.map { $0.map { $0.value?.rawValue ?? "-" } } == [
        [], ["x"], ["y"], ["-"], ["x", "office"], ["y", "front"], ["-", "front"],
      ])
    #expect(table.groups.last?.map(\.attribute) == ["part", "role"])
  }

  /// Three people in y: the group that is next in size hides them, in every breakdown.
  @Test func smallGroupsAreHiddenBehindOthers() {
    let table = table(
      [("x", "front", 20), ("y", "front", 3), ("z", "front", 30)], by: [["part"], ["part", "role"]])
    let withheld = table.withheld()
    #expect(names(table, withheld.groups) == ["x", "y", "x front", "y front"])
    #expect(withheld.figures.isEmpty)
  }

  @Test func figuresCountThePeopleBehindThem() {
    let table = table([("x", "front", 20), ("y", "front", 25), ("z", "front", 30)], by: [["part"]])
    let withheld = table.withheld([.init([[9], [20], [28]]), .init([[15, 5], [20, 0], [20, 5]])])
    #expect(withheld.groups == [false, false, false, false])
    #expect(withheld.figures.map { names(table, $0) } == [["x", "y"], []])
  }

  /// What is withheld for a reason of the host's does not follow by subtraction either.
  @Test func aFigureMayBeWithheldForAnotherReason() {
    let table = table([("x", "front", 20), ("y", "front", 25), ("z", "front", 30)], by: [["part"]])
    var counts = TableSuppression.Counts([[15], [20], [26]])
    #expect(table.withheld([counts]).figures.map { names(table, $0) } == [[]])
    counts.withheldGroups = [3]
    #expect(table.withheld([counts]).figures.map { names(table, $0) } == [["x", "z"]])
    #expect(table.withheld([counts], beside: [false, false, false, false]).map { names(table, $0) } == [["x", "z"]])
  }

  /// Nearly all are counted, so that nothing but all of x could protect it; where its people are shown already, its figure
  /// does not follow from the others.
  @Test func besideWhatIsShownNoMoreGroupsAreWithheld() {
    let table = table([("x", "front", 11), ("y", "front", 20), ("z", "front", 30)], by: [["part"]])
    let counts = TableSuppression.Counts([[9], [20], [30]])
    let together = table.withheld([counts])
    #expect(names(table, together.groups) == ["x", "y"])
    let beside = table.withheld([counts], beside: [false, false, false, false])
    #expect(beside.map { names(table, $0) } == [["x", "y"]])
    #expect(table.withheld([counts], beside: together.groups) == together.figures)
  }

  @Test func cellsOfTheSameValuesCountTogether() {
    let apart = table([("x", "front", 6), ("x", "front", 6), ("y", "front", 20)], by: [["part"]])
    #expect(names(apart, apart.withheld().groups).isEmpty)
    #expect(names(apart, apart.withheld([.init([[6], [3], [20]])]).figures[0]) == ["x", "y"])
  }

  @Test func withoutPeopleThereIsNothing() {
    let table = table([("x", "front", 0)], by: [["part"], ["no-such"]])
    #expect(table.groups.isEmpty && table.withheld().groups.isEmpty)
  }

  /// Numbers are as their digits: 10 comes before 2.
  @Test(arguments: UInt64(1)...20)
  func numbersAreAsTheirDigits(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let cells = (0..<60).map { _ in
      (part: Int.random(in: 0..<12, using: &generator), role: Int.random(in: 0..<3, using: &generator))
    }
    let people = cells.map { _ in Int.random(in: 0..<9, using: &generator) }
    let met = people.map { Int.random(in: 0...$0, using: &generator) }
    let text = table(
      zip(cells, people).map { ("\($0.part)", "\($0.role)", $1) }, by: [["part"], ["role"], ["part", "role"]])
    let numbered = TableSuppression(
      attributes: ["part", "role"], numbered: cells.map { [$0.part, $0.role] }, people: people,
      by: [[0], [1], [0, 1]], policy: .standard)
    #expect(numbered.groups == text.groups)
    let withheld = text.withheld([.init(met.map { [$0] }), .init(zip(people, met).map { [$1, $0 - $1] })], never: [2])
    #expect(
      withheld
        == numbered.withheld(widths: [1, 2], never: [2]) { cell, counts in
          counts += [met[cell], met[cell], people[cell] - met[cell]].map { Int32($0) }
        })
    #expect(withheld.groups.contains(true) && withheld.groups.contains(false))
    for (cell, own) in cells.enumerated() {
      let group = numbered.group(of: cell, by: 3).map { numbered.groups[$0].map { $0.value?.rawValue ?? "-" } }
      #expect(group == (people[cell] > 0 ? ["\(own.part)", "\(own.role)"] : nil))
    }
  }

  /// The order of cells decides nothing, and whatever has fewer people than the threshold is withheld.
  @Test(arguments: UInt64(1)...30)
  func theOrderOfCellsDecidesNothing(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var cells: [(part: String?, role: String, people: Int)] = []
    for part in 1...5 {
      for role in 1...4 {
        cells.append(
          ("p\(part)", "r\(role)", Int.random(in: 0..<Int.random(in: 2...40, using: &generator), using: &generator)))
      }
    }
    let breakdowns: [[Identifier<Attribute>]] = [["part"], ["role"], ["part", "role"]]
    let one = table(cells, by: breakdowns, policy: DisclosurePolicy(threshold: 5))
    let other = table(cells.shuffled(using: &generator), by: breakdowns, policy: DisclosurePolicy(threshold: 5))
    #expect(one.groups == other.groups)
    let withheld = one.withheld()
    #expect(withheld == other.withheld())
    for (key, isHidden) in zip(one.groups, withheld.groups) where !isHidden {
      let people = cells.filter { cell in
        key.allSatisfy { $0.value?.rawValue == ($0.attribute == "part" ? cell.part : cell.role) }
      }.reduce(0) { $0 + $1.people }
      #expect(people >= 5)
    }
  }
}
