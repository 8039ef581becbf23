import DigitalMaturity
import MaturityTables
import Testing

@testable import MaturitySkills

@Suite("Small teams are folded into their parents") struct TeamFoldingTests {
  private func tree(_ rows: String) throws -> TeamTree {
    var problems = SkillsProblems()
    let tree = try TeamTree(.bytes(Array("team,parent\n\(rows)".utf8)), file: "t", problems: &problems)
    #expect(problems.count == 0)
    return tree
  }

  private func fold(_ rows: String, _ people: [Int], withoutTeam: Int = 0, threshold: Int = 10) throws -> TeamFolding {
    TeamFolding(try tree(rows), people: people, withoutTeam: withoutTeam, threshold: threshold)
  }

  @Test("teams that are large enough stand alone") func large() throws {
    let folded = try fold("a,top\nb,top\ntop,\n", [12, 15, 0])
    #expect(folded.groups.map(\.team) == [0, 1])
    #expect(folded.groupOf == [0, 1, nil])
    #expect(folded.directorates.map(\.team) == [2])
  }

  @Test("several small teams are their parent's others") func small() throws {
    let folded = try fold("a,top\nb,top\nc,top\ntop,\n", [12, 6, 5, 1])
    #expect(folded.groups.map(\.team) == [0, 3])
    #expect(folded.groups.map(\.isRest) == [false, true])
    #expect(folded.groupOf == [0, 1, 1, 1])
  }

  @Test("too few others take in the smallest team beside them") func absorbed() throws {
    let folded = try fold("a,top\nb,top\nc,top\ntop,\n", [30, 12, 4, 0])
    #expect(folded.groupOf == [0, 1, 1, nil])
    #expect(folded.groups[1] == TeamFolding.Group(team: 3, isRest: true, directorate: 0))
    let alone = try fold("a,top\nb,top\ntop,\n", [12, 4, 0])
    #expect(
      alone.groupOf == [0, 0, nil] && alone.groups == [TeamFolding.Group(team: 2, isRest: false, directorate: 0)])
  }

  @Test("a small directorate goes with others, and people without a team too") func directorates() throws {
    let folded = try fold("a,\nb,\nc,\n", [20, 6, 3], withoutTeam: 2)
    #expect(folded.groupOf == [0, 1, 1] && folded.groupWithoutTeam == 1)
    #expect(folded.groups[1].team == nil && folded.directorates.map(\.team) == [0, nil])
    // Nine are too few: they go with the smallest group of the smallest directorate.
    let few = try fold("a,\nb,\nc,\n", [20, 14, 9])
    #expect(few.groupOf == [0, 1, 1])
    #expect(few.directorates.map(\.team) == [0, nil])
  }

  @Test("a whole council below the threshold is one group") func tiny() throws {
    let folded = try fold("a,\nb,\n", [3, 4])
    #expect(folded.groupOf == [0, 0] && folded.groups.count == 1)
    #expect(try fold("a,\n", [0]).groups.isEmpty)
  }

  @Test("a chain of two thousand teams is folded without recursion") func deep() throws {
    let rows = (0..<2_000).map { $0 == 0 ? "t0,\n" : "t\($0),t\($0 - 1)\n" }.joined()
    let folded = try fold(rows, Array(repeating: 1, count: 2_000))
    // Each team above has too few people of its own, and takes in the group below.
    #expect(folded.groups == [TeamFolding.Group(team: 0, isRest: false, directorate: 0)])
  }

  @Test("everybody is in one group, no group is too small, and directorates are sums of groups", arguments: 0..<200)
  func laws(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...25, using: &random)
    let rows = (0..<count).map { index in
      index == 0 || Int.random(in: 0..<4, using: &random) == 0
        ? "t\(index),\n" : "t\(index),t\(Int.random(in: 0..<index, using: &random))\n"
    }
    let people = (0..<count).map { _ in
      Bool.random(using: &random) ? Int.random(in: 0...6, using: &random) : Int.random(in: 0...30, using: &random)
    }
    let withoutTeam = Bool.random(using: &random) ? 0 : Int.random(in: 0...12, using: &random)
    let folded = try fold(rows.joined(), people, withoutTeam: withoutTeam)
    var sizes = Array(repeating: 0, count: folded.groups.count)
    for (team, group) in folded.groupOf.enumerated() where people[team] > 0 {
      sizes[try #require(group)] += people[team]
    }
    if withoutTeam > 0 { sizes[try #require(folded.groupWithoutTeam)] += withoutTeam }
    let all = people.reduce(withoutTeam, +)
    #expect(sizes.reduce(0, +) == all)
    if all >= 10 {
      #expect(sizes.allSatisfy { $0 >= 10 }, "\(sizes)")
    } else {
      #expect(sizes.count == (all > 0 ? 1 : 0))
    }
    // A team's people are below its directorate, unless that stands for several.
    let tree = try tree(rows.joined())
    for (team, group) in folded.groupOf.enumerated() {
      guard let group, folded.groups[group].team != nil,
        let top = folded.directorates[folded.groups[group].directorate].team
      else { continue }
      #expect(tree.chain(from: team).last == top)
    }
  }
}
