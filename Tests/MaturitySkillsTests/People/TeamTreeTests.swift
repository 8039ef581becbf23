import DigitalMaturity
import MaturitySkills
import MaturityTables
import Testing

@Suite("Teams") struct TeamTreeTests {
  private func read(_ csv: String) throws -> (tree: TeamTree, problems: SkillsProblems) {
    var problems = SkillsProblems()
    let tree = try TeamTree(.bytes(Array(csv.utf8)), file: "teams.csv", problems: &problems)
    return (tree, problems)
  }

  @Test("have parents up to a directorate") func chain() throws {
    let (tree, problems) = try read("team,parent,name\nward,adults,Ward team\nadults,care,\ncare,,Care\n")
    #expect(problems.count == 0)
    #expect(tree.chain(from: 0).map { tree.teams[$0].name } == ["Ward team", "adults", "Care"])
    #expect(tree.position(of: "care") == 2)
  }

  @Test(
    "name what is wrong with row and column",
    arguments: [
      ("a,b\n", 2, 2, "no row lists the team “b”", 1),
      ("a,b\nb,a\n", 3, 2, "“b” and “a” are part of each other; “b” stands at the top", 2),
      ("a,a\n", 2, 2, "are part of each other", 1),
      ("a,\na,\n", 3, 1, "the team “a” stands in an earlier row", 1),
      (",a\na,\n", 2, 1, "the row names no team", 1),
    ]) func problems(_ rows: String, _ line: Int, _ column: Int, _ words: String, _ teams: Int) throws
  {
    let (tree, problems) = try read("team,parent\n" + rows)
    #expect(problems.list.count == 1, "\(problems.list)")
    let problem = try #require(problems.list.first)
    #expect(problem.location == SourceLocation(file: "teams.csv", line: line, column: column))
    #expect(problem.message.contains(words), "\(problem)")
    #expect(tree.teams.count == teams)
    for team in tree.teams.indices { #expect(tree.chain(from: team).count <= teams) }
  }

  @Test("that the list lacks are told of and stand at the top") func unlisted() throws {
    let list = try StaffListTests.read("code,role,team\na,staff,nroth\n", teams: "team,parent\nnorth,\n")
    #expect(list.problems.list.first?.message.contains("did you mean “north”?") == true)
    #expect(list.teams.teams.map(\.code) == ["north", "nroth"])
    #expect(list.people.first?.team == 1)
  }
}
