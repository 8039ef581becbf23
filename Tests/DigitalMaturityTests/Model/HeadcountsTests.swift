import DigitalMaturity
import Testing

struct HeadcountsTests {
  private let questionnaire = Questionnaire(
    id: "q", title: "Q", attributes: [Attribute("team", values: ["x", "y"]), Attribute("role", values: ["a", "b"])],
    sections: [])

  private func headcounts(
    _ attributes: [Identifier<Attribute>], _ groups: [([Identifier<Attribute.Value>], Int)]
  ) throws(DocumentError) -> Headcounts {
    try Headcounts(
      attributes: attributes, groups: groups.map { Headcounts.Group($0.0, people: $0.1) }, of: questionnaire)
  }

  @Test func groupsStandInTheQuestionnairesOrderOfAttributes() throws {
    let headcounts = try headcounts(["role", "team"], [(["a", "y"], 3), (["b", "x"], 4)])
    #expect(headcounts.attributes == ["team", "role"])
    #expect(headcounts.groups.map(\.values) == [["y", "a"], ["x", "b"]])
  }

  @Test(
    arguments: [
      (["teem"], [], ["unknown-reference"]),
      ([], [], ["missing-key"]),
      (["team", "team"], [], ["duplicate-id"]),
      (["team"], [(["x"], 1)], ["missing-key"]),
      (["team"], [(["x"], 0), (["y"], 0)], ["invalid-value"]),
      (
        ["team"], [(["x"], -1), (["y"], 2), (["y"], 3), (["z"], 1)],
        ["invalid-value", "duplicate-id", "unknown-reference"]
      ),
      (["team", "role"], [(["x"], 1)], ["invalid-value"]),
      (["team"], [(["x"], Headcounts.largest + 1), (["y"], 1)], ["invalid-value"]),
    ] as [([Identifier<Attribute>], [([Identifier<Attribute.Value>], Int)], [String])])
  func allThatIsWrongIsSaidAtOnce(
    _ attributes: [Identifier<Attribute>], _ groups: [([Identifier<Attribute.Value>], Int)], _ codes: [String]
  ) {
    do throws(DocumentError) {
      _ = try headcounts(attributes, groups)
      Issue.record("nothing was wrong")
    } catch {
      #expect(error.diagnostics.map(\.code.rawValue) == codes)
    }
  }
}
