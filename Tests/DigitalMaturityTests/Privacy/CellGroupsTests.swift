import Testing

@testable import DigitalMaturity

struct CellGroupsTests {
  @Test func groupsAreNumberedInTheOrderOfTheirValues() {
    let groups = CellGroups(cells: [[1, nil], [0, 1], [1, 0]], by: [[0], [0, 1]])
    #expect(groups.count == 1 + 2 + 3)
    #expect(groups.breakdowns.map(\.groupOf) == [[0, 0, 0], [2, 1, 2], [5, 3, 4]])
    #expect(groups.breakdowns.map(\.members) == [[0], [1, 2], [3, 4, 5]])
    #expect(CellGroups(cells: [], by: [[0]]).count == 0)
  }

  /// Of part by role and part by grade, the parts follow; of services and parts by role too, since services have one part.
  @Test func whatTwoBreakdownsShareFollows() {
    var crossed = CellSample(
      [("p=x r=a g=u", 1), ("p=x r=b g=v", 1), ("p=x r=a g=v", 1), ("p=y r=a g=u", 1), ("p=y r=b g=u", 1)],
      by: ["p r", "p g"]
    ).groups
    let published = crossed.breakdowns.count
    crossed.addImplied()
    #expect(crossed.breakdowns.count == published + 1)
    let parts = crossed.cells.map { $0[0] }
    #expect(Set(zip(parts, crossed.breakdowns[published].groupOf).map { "\($0 ?? 9) \($1)" }).count == 2)
    var nested = CellSample(
      [("p=x s=x1 r=a", 1), ("p=x s=x1 r=b", 1), ("p=x s=x2 r=b", 1), ("p=y s=y1 r=a", 1)], by: ["s", "p r"]
    ).groups
    nested.addImplied()
    #expect(nested.breakdowns.last?.members.count == 2)
  }

  @Test func nothingNewFollowsFromBreakdownsThatAreAsked() {
    var groups = CellSample(
      [("p=x r=a", 1), ("p=x r=b", 1), ("p=y r=a", 1), ("p=y r=b", 1)], by: ["p", "r", "p r"]
    ).groups
    groups.addImplied()
    #expect(groups.breakdowns.count == 4)
  }

  @Test func aServiceTellsItsDirectorateWhereItIsStated() {
    let groups = CellSample(
      [("p=x s=x1", 1), ("p=x s=x2", 1), ("p=y s=y1", 1), ("p=y s=-", 1), ("p=x s=-", 1)], by: ["p", "s"]
    ).groups
    #expect(groups.determined == [[], [0]])
  }

  /// Of breakdowns that cross each other only the first is within everyone; services and both crossed are within it.
  @Test func breakdownsLieWithinEachOtherOrCross() {
    let cells = [("p=x r=a s=1", 1), ("p=x r=b s=2", 1), ("p=y r=a s=3", 1), ("p=y r=b s=3", 1)]
    let sample = CellSample(cells, by: ["p", "r", "p r"])
    #expect(sample.names(sample.groups.isNested) == ["", "p=x", "p=y", "p=x r=a", "p=x r=b", "p=y r=a", "p=y r=b"])
    let services = CellSample(cells, by: ["s", "r", "p"])
    #expect(services.names(services.groups.isNested) == ["", "s=1", "s=2", "s=3", "p=x", "p=y"])
  }

  /// Keys of few values are packed into one number each, others are not: the same order.
  @Test("keys are numbered in their order", arguments: [3, 200, Int(Int32.max) + 10], [0, 1, 3, 9])
  func numbers(_ most: Int, _ width: Int) {
    var generator = SeededGenerator(seed: UInt64(width + 1))
    let keys = (0..<300).map { _ in
      (0..<width).map { _ in Bool.random(using: &generator) ? Int.random(in: 0...most, using: &generator) : .max }
    }
    let order = Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
    let cells = keys.map { key in key.map { $0 == .max ? nil : $0 } }
    #expect(CellGroups.numbers(of: cells, by: Array(0..<width)) == keys.map { order.firstIndex(of: $0) ?? -1 })
  }
}
