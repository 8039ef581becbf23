import DigitalMaturity
import MaturityScoringRules
import Testing

struct SparseBreakdownTests {
  private func scored(
    _ groups: [(part: String, role: String?, people: Int)], by breakdowns: [[Identifier<Attribute>]],
    mode: Questionnaire.Mode = .individual
  ) throws -> (scorer: Scorer, tally: Tally) {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1")]
    sample.mode = mode
    sample.attributes = [Attribute("part", values: ["x", "y", "z"]), Attribute("role", values: ["a", "b", "c"])]
    let scorer = try sample.scorer(by: breakdowns)
    var tally = scorer.makeTally()
    for group in groups {
      var attributes = ["part": group.part]
      if let role = group.role { attributes["role"] = role }
      scorer.tally(
        try sample.sheet(Array(repeating: (["q-1": .option("c")], attributes), count: group.people)), into: &tally)
    }
    return (scorer, tally)
  }

  private let crossed: [(part: String, role: String?, people: Int)] = [
    ("x", "a", 9), ("x", "b", 20), ("y", "a", 3), ("y", "b", 8), ("z", "a", 12), ("z", "c", 1),
  ]

  @Test func mostGroupsAreTooSmall() throws {
    let (scorer, tally) = try scored(crossed, by: [["part"], ["part", "role"]])
    let sparse = try #require(scorer.sparseBreakdowns(of: tally).first)
    #expect(scorer.sparseBreakdowns(of: tally).count == 1)
    #expect(sparse.attributes == ["part", "role"])
    #expect((sparse.groups, sparse.smallGroups, sparse.threshold) == (6, 4, 10))
    // By part all 53 are in large groups, by role 52.
    #expect(sparse.coarser?.attributes == ["part"])
    #expect(sparse.coarser?.groups == 3 && sparse.coarser?.smallGroups == 0)
    #expect(sparse.diagnostic.code == .sparseBreakdown)
    #expect(
      sparse.diagnostic.message
        == "by “part” and “role” most groups would be withheld: 4 of 6 have fewer than 10 people; break down by “part” instead, where it is 0 of 3"
    )
  }

  @Test func halfIsNotMost() throws {
    let (scorer, tally) = try scored(
      [("x", "a", 9), ("x", "b", 20), ("y", "a", 3), ("y", "b", 10)], by: [["part", "role"]])
    #expect(scorer.sparseBreakdowns(of: tally).isEmpty)
    #expect(scorer.sparseBreakdowns(of: tally, under: DisclosurePolicy(threshold: 11)).count == 1)
  }

  @Test func whoDidNotSayAreAGroup() throws {
    let (scorer, tally) = try scored([("x", "a", 12), ("x", "b", 3), ("y", nil, 4)], by: [["role"]])
    let sparse = try #require(scorer.sparseBreakdowns(of: tally).first)
    #expect((sparse.groups, sparse.smallGroups) == (3, 2))
    #expect(sparse.coarser == nil)
    #expect(sparse.diagnostic.message.hasSuffix("; leave this breakdown out, or give its attributes fewer values"))
  }

  /// Every role is one part's, as services are one directorate's.
  @Test func whatAnAttributeDecidesIsCoarser() throws {
    let (scorer, tally) = try scored(
      [("x", "a", 9), ("x", "b", 8), ("y", "c", 30)], by: [["role"], ["part"]])
    let sparse = try #require(scorer.sparseBreakdowns(of: tally).first)
    #expect(sparse.attributes == ["role"] && sparse.coarser?.attributes == ["part"])
  }

  @Test func whereAllAreTooFewOrAgreedNoBreakdownIsToBlame() throws {
    let few = try scored([("x", "a", 4), ("y", "b", 5)], by: [["part"]])
    #expect(few.scorer.sparseBreakdowns(of: few.tally).isEmpty)
    let agreed = try scored(crossed, by: [["part", "role"]], mode: .consensus)
    #expect(agreed.scorer.sparseBreakdowns(of: agreed.tally).isEmpty)
    let (scorer, tally) = try scored(crossed, by: [])
    #expect(scorer.sparseBreakdowns(of: tally).isEmpty)
  }
}
