import Testing

@testable import MaturitySkills

@Suite("Groups of two days that stand for the same people") struct SameGroupsTests {
  @Test("are joined through each other, under the first of their names") func joined() {
    var groups = SameGroups()
    groups.join("c", "b")
    groups.join("d", "e")
    #expect(groups.first(of: "c") == "b" && groups.first(of: "b") == "b")
    #expect(groups.first(of: "a") == "a", "what nobody joined stands alone")
    groups.join("c", "e")
    groups.join("e", "c")
    #expect(["b", "c", "d", "e"].allSatisfy { groups.first(of: $0) == "b" })
  }
}
