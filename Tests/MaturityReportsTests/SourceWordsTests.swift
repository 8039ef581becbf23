import DigitalMaturity
import Testing

@testable import MaturityReports

@Suite struct SourceWordsTests {
  private func write(_ format: any ReportFormat) throws -> String {
    var sample = Sample()
    sample.source = "Written for this test."
    sample.setSource = "A paper of 2017."
    return try sample.write(format)
  }

  @Test func standInOnePlaceAtTheEndOfThePage() throws {
    let page = try Page(try write(HTMLReportFormat()))
    page.expectSound()
    let last = try #require(page.root.all("main").first?.children.last)
    #expect(last.all("h2").map(\.text) == ["Where the wording comes from"])
    #expect(last.all("dt").map(\.text) == ["The assessment", "Our principles"])
    #expect(last.all("dd").map(\.text) == ["Written for this test.", "A paper of 2017."])
    #expect(page.root.all("p").allSatisfy { !$0.text.contains("A paper of 2017.") })
  }

  @Test func standInOnePlaceAtTheEndOfTheDocument() throws {
    let text = try write(MarkdownReportFormat())
    #expect(
      text.hasSuffix(
        """

        ## Where the wording comes from

        - The assessment: Written for this test.
        - Our principles: A paper of 2017.


        """))
    #expect(text.split(separator: "A paper").count == 2)
  }

  @Test func withoutASourceThereIsNoSection() throws {
    #expect(SourceWords.all(ReportFacts(try Sample().makeContext())).isEmpty)
    #expect(try !Sample().write(HTMLReportFormat()).contains("wording comes from"))
  }
}
