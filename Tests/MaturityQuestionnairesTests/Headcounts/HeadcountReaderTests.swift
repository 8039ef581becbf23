import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

struct HeadcountReaderTests {
  private func read(_ text: String) throws(DocumentError) -> Headcounts {
    try Headcounts.read(.bytes(Array(text.utf8)), file: "h.csv", of: Example.questionnaire)
  }

  @Test(arguments: [
    "team,headcount\nnorth,1200\nsouth,40\n",
    "\u{FEFF}Headcount,Team\r\n\"1,200\",Team North\r\n40,SOUTH",
    "team,headcount\nnorth, 1 200\n\nsouth,40\n",
    "team;headcount\nnorth;1200\nsouth;40\n", "team\theadcount\nnorth\t1200\nsouth\t40\n",
  ])
  func valuesStandAsIdsOrLabels(_ text: String) throws {
    let headcounts = try read(text)
    #expect(headcounts.attributes == ["team"])
    #expect(headcounts.groups == [Headcounts.Group(["north"], people: 1200), Headcounts.Group(["south"], people: 40)])
  }

  @Test(arguments: [
    ("", ["1:1 empty-document"]),
    ("team\nnorth\n", ["1:1 missing-key"]),
    ("headcount\n3\n", ["1:1 missing-key"]),
    ("teem,headcount\nnorth,3\n", ["1:1 unknown-reference", "1:1 missing-key"]),
    (
      "team,headcount\nnorth,many\nsouf,3\nsouth,-4\nnorth\n",
      ["2:2 invalid-value", "3:1 unknown-reference", "4:2 invalid-value", "5:2 invalid-value"]
    ),
    ("team,headcount\nnorth,3\n", ["1:1 missing-key"]),
    ("team,headcount\nnorth,3\nsouth,4\nnorth,3\n", ["4:1 duplicate-id"]),
    ("team,headcount\nnorth,3\nsouth,99999999999999999999\n", ["3:2 invalid-value"]),
  ])
  func whatIsWrongIsSaidWithItsPlace(_ text: String, _ places: [String]) {
    do throws(DocumentError) {
      _ = try read(text)
      Issue.record("nothing was wrong")
    } catch {
      #expect(
        error.diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.code.rawValue)" } == places)
    }
  }

  @Test(arguments: [
    ("team,headcount\nnorth,3\neast,9\nsouth,4\n", [3, 4]),
    ("team,ward,headcount\nnorth,,3\n,hill,9\nsouth,,4\n", [3, 4]),
    ("team,headcount\neast,9\n", nil), ("team,ward,headcount\neast,hill,9\n", nil),
  ])
  func rowsOfOtherAudiencesAreLeftToThem(_ text: String, _ people: [Int]?) throws {
    let others = Questionnaire(
      id: "members", title: "Members",
      attributes: [
        Attribute(id: "team", text: "Team?", values: [.init(id: "east", label: "Team east")]),
        Attribute(id: "ward", text: "Ward?", values: [.init(id: "hill", label: "Hill")]),
      ],
      sections: [])
    let headcounts = try Headcounts.read(
      .bytes(Array(text.utf8)), file: "h.csv", of: Example.questionnaire, beside: [others])
    #expect(headcounts?.groups.map(\.people) == people)
  }

  @Test func whatNoQuestionnaireKnowsIsAnErrorBesideOthersToo() {
    let text = "team,headcount\nnorth,3\nwest,9\nsouth,4\n"
    #expect(throws: DocumentError.self) {
      try Headcounts.read(
        .bytes(Array(text.utf8)), file: "h.csv", of: Example.questionnaire, beside: [Example.questionnaire])
    }
  }
}
