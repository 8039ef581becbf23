import MaturityStatistics
import Testing

@testable import DigitalMaturity

@Suite("Groups of one breakdown within those of another") struct GroupOverlapTests {
  @Test func breakdownsThatAreCrossedWhollyHaveNone() {
    let cells = [("a=x b=p", 12), ("a=x b=q", 14), ("a=y b=p", 13), ("a=y b=q", 15)]
    #expect(GroupOverlap.all(of: CellSample(cells, by: ["a", "b"]).groups.breakdowns).isEmpty)
    let nested = [("a=x b=p", 12), ("a=x b=q", 14), ("a=y b=r", 13)]
    #expect(GroupOverlap.all(of: CellSample(nested, by: ["a", "a b"]).groups.breakdowns).isEmpty)
  }

  /// Tables with many empty cells: whatever is shown, no group less all shown ones within it leaves few, as plain sets of
  /// people say.
  @Test(arguments: UInt64(1)...60) func nothingFollowsOfFew(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var cells: [(String, Int)] = []
    for a in 0..<5 {
      for b in 0..<4 where Int.random(in: 0..<5, using: &random) > 2 {
        cells.append(("a=a\(a) b=b\(b)", Int.random(in: 1...(b == 0 ? 4 : 40), using: &random)))
      }
    }
    guard cells.count > 2 else { return }
    let table = TableSuppression(
      attributes: ["a", "b"],
      cells: cells.map { name, people in
        .init(name.split(separator: " ").map { Identifier(String($0.dropFirst(2))) }, people: people)
      }, by: [["a"], ["b"]])
    let withheld = table.withheld()
    func members(_ group: [GroupAttribute]) -> Set<Int> {
      Set(
        cells.indices.filter { cell in
          group.allSatisfy { cells[cell].0.contains("\($0.attribute.rawValue)=\($0.value?.rawValue ?? "")") }
        })
    }
    func people(_ cells: Set<Int>, _ all: [(String, Int)]) -> Int { cells.reduce(0) { $0 + all[$1].1 } }
    let shown = zip(table.groups, withheld.groups).filter { !$1 && $0.count == 1 }.map {
      ($0.0[0].attribute, members($0.0))
    }
    for (attribute, group) in shown {
      let others = shown.filter { $0.0 != attribute }
      // The shown groups of the other breakdown that hold this one, where together they do.
      let holding = others.filter { !$0.1.isDisjoint(with: group) }
      let union = holding.reduce(into: Set<Int>()) { $0.formUnion($1.1) }
      guard group.isSubset(of: union) else { continue }
      let within = shown.filter { $0.0 == attribute && $0.1.isSubset(of: union) }
      let left = within.reduce(union) { $0.subtracting($1.1) }
      let few = people(left, cells)
      #expect(few == 0 || few >= 10, "\(cells): \(few) are left")
    }
  }

  /// Each team has its manager, and the social workers are in three teams: those less the social workers are three people.
  @Test func whatALaterStepProtectsIsShownAgain() {
    let teams: [(String, String, people: [String: Int])] = [
      ("care", "north", ["social": 43]), ("care", "reablement", ["staff": 32]),
      ("children", "early", ["social": 37]), ("children", "fostering", ["social": 18]),
      ("children", "schools", ["staff": 6, "adviser": 13]), ("centre", "finance", ["staff": 12]),
      ("centre", "others", ["staff": 9]), ("customers", "contact", ["adviser": 45]),
      ("customers", "housing", ["adviser": 30]), ("streets", "parks", ["staff": 35]),
      ("streets", "cleansing", ["staff": 57]), ("streets", "highways", ["staff": 33]),
    ]
    let table = TableSuppression(
      attributes: ["directorate", "team", "role"],
      cells: teams.flatMap { directorate, team, people in
        (people.map { $0 } + [("manager", 1)]).map { role, count in
          TableSuppression.Cell([Identifier(directorate), Identifier(team), Identifier(role)], people: count)
        }
      }, by: [["directorate"], ["directorate", "team"], ["role"]])
    let withheld = zip(table.groups, table.withheld().groups).filter(\.1).compactMap { $0.0.last?.value?.rawValue }
    // Withholding the smallest, which the centre's two teams are, hides nothing: they have no social workers either.
    #expect(withheld == ["fostering", "schools"])
  }
}
