import DigitalMaturity
import MaturityReports
import Testing

@Suite struct ReportSectionTests {
  private func headings(_ sections: [ReportSection], _ sample: Sample = Sample()) throws -> [String] {
    let page = try Page(try sample.write(HTMLReportFormat(sections: sections)))
    page.expectSound()
    let headings = page.root.all("h2").map(\.text)
    #expect(page.root.all("nav").flatMap { $0.all("a") }.map(\.text) == headings)
    return headings
  }

  @Test func sectionsAreReorderedDroppedAndAdded() throws {
    let all = try headings(ReportSection.standard)
    #expect(all.first == "At a glance" && all.last == "How it was calculated")
    let dropped = try headings(ReportSection.standard.filter { $0.id != ReportSection.views.id })
    #expect(all.filter { !dropped.contains($0) } == ["Themes", "Principles", "Digital literacies"])
    let turned = try headings(ReportSection.standard.reversed())
    #expect(turned.first == all.last && turned.last == all.first)
    let own = ReportSection(id: "next", title: "What happens <next>") { context, page in
      page.paragraph("The board decides on \(context.scorecards.count) & more.")
    }
    #expect(try headings([own, .method]) == ["What happens <next>", "How it was calculated"])
    #expect(try headings([]) == [])
  }

  @Test func aHostsSectionHasWhatItWrites() throws {
    let chart = LollipopChart(
      title: "Costs", scale: 0...10, ticks: [], rows: [.init(label: "Online", score: 4, text: "4")])
    let own = ReportSection(id: "costs", title: "Costs") { _, page in
      page.heading("By service")
      page.list(["One & two", "Three"])
      page.list([])
      page.chart(chart)
      page.table(
        ResultTable(
          title: "Costs a year", columns: [.words("Service"), .number("Pounds")], rows: [["Online", .count(4)]]))
    }
    // Twice, so that ids are told apart.
    let page = try Page(try Sample().write(HTMLReportFormat(sections: [own, own])))
    page.expectSound()
    let section = try #require(page.root.all("section").first)
    #expect(section.attributes["id"] == "costs")
    #expect(section.all("h3").map(\.text) == ["By service"])
    #expect(section.all("li").map { $0.text.filter { $0 != "\n" } } == ["One & two", "Three", "Score"])
    #expect(section.ofClass("lollipop").count == 1)
    #expect(section.all("td").map(\.text) == ["4"] && section.all("caption").map(\.text) == ["Costs a year"])
  }

  @Test func everyStandardSectionIsTheOnlyOneOfItsID() {
    #expect(Set(ReportSection.standard.map(\.id)).count == ReportSection.standard.count)
  }
}
