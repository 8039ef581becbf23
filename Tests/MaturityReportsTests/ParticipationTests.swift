import DigitalMaturity
import MaturityReports
import Testing

/// Who took part, of those there are.
@Suite struct ParticipationTests {
  private func page(_ sample: Sample, north: Int = 20, of id: Identifier<Questionnaire> = "staff") throws -> Page {
    let context = try sample.makeContext()
    let questionnaire = try #require(context.assessment.questionnaire("staff"))
    let headcounts = try Headcounts(
      attributes: ["team"],
      groups: [
        Headcounts.Group(["team-0"], people: north), Headcounts.Group(["team-1"], people: 16),
        Headcounts.Group(["team-2"], people: 14),
      ], of: questionnaire)
    var output = ByteOutput()
    HTMLReportFormat().write(
      ReportContext(
        assessment: context.assessment, scorecards: context.scorecards, options: context.options,
        headcounts: [id: headcounts]), to: &output)
    return try Page(output.text)
  }

  private func participation(_ page: Page) -> Page.Element? {
    page.root.all("section").first { $0.attributes["id"] == "participation" }
  }

  @Test func ratesAreOfTheHeadcountAndWithheldWithTheirGroup() throws {
    let page = try page(Sample())
    page.expectSound()
    let section = try #require(participation(page))
    #expect(section.text.contains("32 of 50 people took part: 64\u{A0}%."))
    let rows = section.all("tbody").flatMap { $0.all("tr") }.map { $0.children.map(\.text) }
    // South and West are withheld: so is how many of them there were, and nothing is drawn.
    #expect(
      rows == [["North", "70\u{A0}%", "14", "20"], ["South", "[c]", "[c]", "16"], ["West", "[c]", "[c]", "14"]])
    #expect(section.ofClass("bar-fill").count == 1)
  }

  @Test func moreThanThereAreIsTold() throws {
    let section = try #require(participation(try page(Sample(), north: 10)))
    #expect(section.text.contains("North: 14 answered, more than its headcount of 10; check the headcounts."))
  }

  @Test func withoutHeadcountsThereIsNoSection() throws {
    #expect(participation(try Page(try Sample().write(HTMLReportFormat()))) == nil)
    #expect(participation(try page(Sample(), of: "members")) == nil)
    var agreed = Sample()
    agreed.mode = .consensus
    #expect(participation(try page(agreed)) == nil)
  }

  @Test func aCohortThatIsWithheldTellsNobodysNumber() throws {
    var sample = Sample()
    sample.people = [9]
    let section = try #require(participation(try page(sample)))
    #expect(section.text.contains("How many of the 50 people took part is withheld."))
    #expect(
      section.all("tbody").flatMap { $0.all("td") }.allSatisfy {
        $0.text == "[c]" || ["20", "16", "14"].contains($0.text)
      })
  }
}
