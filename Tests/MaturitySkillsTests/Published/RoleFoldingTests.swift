import Testing

@testable import MaturitySkills

@Suite("Roles of too few people are shown with others") struct RoleFoldingTests {
  @Test(
    "small ones together, with the smallest of the others when they are too few",
    arguments: [
      // People by role, and the groups.
      ([20, 0, 12], [[0], [2]]),
      ([20, 6, 12, 5], [[0], [2], [1, 3]]),
      ([20, 6, 12], [[0], [1, 2]]),
      ([20, 6], [[0, 1]]),
      ([12, 12, 1], [[1], [0, 2]]),
      ([4, 5], [[0, 1]]),
      ([0, 0], []),
    ])
  func folded(people: [Int], groups: [[Int]]) {
    let folded = RoleFolding(people: people, threshold: 10).groups
    #expect(folded == groups)
    #expect(folded.flatMap(\.self).sorted() == people.indices.filter { people[$0] > 0 }, "nobody is dropped")
    let counts = folded.map { $0.reduce(0) { $0 + people[$1] } }
    #expect(counts.allSatisfy { $0 >= 10 } || people.reduce(0, +) < 10)
  }
}
