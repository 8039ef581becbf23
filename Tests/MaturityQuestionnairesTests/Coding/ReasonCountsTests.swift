import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

struct ReasonCountsTests {
  /// Ten comments that say they want to talk, of which a person took two for hard to use and one for no reason; five on
  /// forms, nobody looked; three with no hint, of which one was decided as another reason.
  private static let sheet =
    "comment,code\n" + String(repeating: "talk,talk\n", count: 7) + "talk,hard\ntalk,hard\ntalk,none\n"
    + String(repeating: "form,\n", count: 5) + "hm,other\nhm,\nhm,\n"

  private func counts(_ text: String = sheet) throws -> ReasonCounts {
    try CodedComments(
      .bytes(Array(text.utf8)), file: "comments.csv", column: "comment", frame: try CodingFrameTests.read()
    ).counts
  }

  @Test func theHandHasTheLastWord() throws {
    let counts = try counts()
    #expect(counts.counts == [7, 7, 0, 1])
    #expect(counts.comments == 18)
    #expect(counts.base == 15)
    #expect(counts.checked == 11)
    #expect(counts.withoutReason == 1)
    #expect(counts.unsorted == 2)
    #expect(counts.agreement.of == 10)
    #expect(counts.agreement.agreed == 7)
    #expect(counts.share(0).value == 7.0 / 15)
  }

  /// Wilson's formula, worked out in Python: 0.2480954, 0.6988302.
  @Test func sharesHaveTheirLikelyRange() throws {
    let range = try #require(try counts().interval(0).value)
    #expect(abs(range.low - 0.248_095_4) < 5e-8)
    #expect(abs(range.high - 0.698_830_2) < 5e-8)
  }

  @Test func nothingIsUndefinedWithAReason() throws {
    let counts = try counts("comment\n")
    #expect(counts.share(0).reason?.code.rawValue == "no-comments")
    #expect(counts.interval(0).value == nil)
    #expect(counts.alpha.value == nil)
  }

  @Test func thePageSaysItsBase() throws {
    let page = try counts().page(under: .standard)
    #expect(page.introduction.first == "18 comments, of which 15 give a reason.")
    #expect(
      page.introduction.contains { $0.hasPrefix("A person has checked 11; the others were sorted by their words") })
    #expect(page.introduction.contains { $0.contains("agree on 7 of 10") })
    #expect(page.tables.first?.rows.first?.dropFirst().first == .count(7))
  }

  @Test func fewCommentsAreWithheld() throws {
    let counts = try counts("comment\n" + String(repeating: "talk\n", count: 9))
    let page = counts.page(under: .standard)
    #expect(page.introduction == ["Withheld: fewer than 10 comments give a reason."])
    #expect(page.tables.first?.rows.allSatisfy { $0.dropFirst().allSatisfy { $0 == .withheld } } == true)
    let json = counts.json(under: .standard).text
    #expect(json.contains("\"suppressed\": true") || json.contains("\"suppressed\":true"))
    #expect(!json.contains(": 9"))
  }
}
