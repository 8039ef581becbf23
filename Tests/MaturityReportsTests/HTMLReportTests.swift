import DigitalMaturity
import Foundation
import MaturityReports
import Testing

@Suite struct HTMLReportTests {
  private func page(_ sample: Sample) throws -> Page { try Page(try sample.write(HTMLReportFormat())) }

  @Test func aReportIsSound() throws {
    let page = try page(Sample())
    page.expectSound()
    let text = page.root.text
    for words in ["How we work", "Synthetic data", "Leadership", "What is withheld, and why", "How it was calculated"] {
      #expect(text.contains(words))
    }
    #expect(page.root.ofClass("skip").count == 1)
    #expect(page.root.all("nav").count == 1)
  }

  @Test func everySectionIsInTheContents() throws {
    let page = try page(Sample())
    let links = page.root.all("nav").flatMap { $0.all("a") }.map(\.text)
    let headings = page.root.all("h2").map(\.text)
    #expect(links == headings)
    #expect(headings.contains("By team"))
  }

  @Test func tablesAreNamedReachableAndScoped() throws {
    let page = try page(Sample())
    for table in page.root.all("table") {
      #expect(table.all("caption").count == 1)
      #expect(table.all("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"]) })
      let columns = table.all("thead").flatMap { $0.all("th") }.count
      for row in table.all("tbody").flatMap({ $0.all("tr") }) { #expect(row.children.count == columns) }
    }
    for box in page.root.ofClass("scroll") {
      #expect(box.attributes["tabindex"] == "0" && box.attributes["role"] == "region")
      #expect(box.attributes["aria-labelledby"] != nil)
    }
  }

  @Test(arguments: [nil, 12]) func everyNumberOfTheChartIsTheTables(members: Int?) throws {
    var sample = Sample()
    sample.members = members
    let page = try page(sample)
    let charts = page.root.ofClass("lollipop")
    let tables = page.root.all("table").filter { $0.attributes["class"] == "figures stacks" && $0.text.contains("Gap") }
    #expect(charts.count == (members == nil ? 1 : 2))
    #expect(tables.count == charts.count)
    for (chart, table) in zip(charts, tables) {
      let rows = table.all("tbody").flatMap { $0.all("tr") }.map { $0.children.map(\.text) }
      let values = chart.ofClass("value").map(\.text)
      #expect(values == rows.map { "\($0[1]) target \($0[3])" })
      let names = chart.ofClass("name").filter { !($0.attributes["class"] ?? "").contains("narrow") }.map(\.text)
      #expect(names == rows.map { $0[0] })
      let description = try #require(chart.all("desc").first).text
      for row in rows { #expect(description.contains("\(row[0]) \(row[1]), target \(row[3])")) }
      #expect(chart.attributes["role"] == "img")
    }
  }

  @Test func dotsLieWhereTheScoresAre() throws {
    var sample = Sample()
    sample.people = [12]
    sample.choice = { _, area in area }
    let page = try page(sample)
    let dots = page.root.ofClass("lollipop").flatMap { $0.ofClass("dot") }.compactMap { $0.attributes["cx"] }
    // 1, 2 and 3 on a scale from 1 to 5, between 3 % and 97 %.
    #expect(dots == ["3.00%", "26.50%", "50.00%"])
  }

  @Test func scoresDoNotContradictTheirLevels() throws {
    var sample = Sample()
    sample.areaNames = ["A", "B"]
    sample.people = [100]
    sample.choice = { person, area in area == 0 && person < 3 ? 1 : 2 }
    let table = try page(sample).root.all("table").first { $0.text.contains("Gap") }
    let rows = table?.all("tbody").flatMap { $0.all("tr") }
    #expect(
      rows?.map { $0.children.prefix(5).map(\.text) } == [
        ["A", "2.97", "Some teams", "4", "1.03 below"], ["B", "3.0", "Most teams", "4", "1.0 below"],
      ])
    for format in [MarkdownReportFormat(), TextTableReportFormat()] as [any ReportFormat] {
      let text = try sample.write(format)
      #expect(text.contains("2.97") && text.contains("Strongest: B (3.0). Weakest: A (2.97)."), "\(format.name)")
    }
  }

  @Test func wideTablesSaySoInWords() throws {
    let page = try page(Sample())
    for box in page.root.ofClass("table") where box.text.contains("Gap") || box.text.contains("Principle") {
      #expect(box.ofClass("swipe").map(\.text) == ["Swipe to see more →"])
      #expect(box.children.map { $0.attributes["class"]?.prefix(6) } == ["swipe ", "scroll"])
    }
    let style = page.root.all("style").map(\.text).joined()
    #expect(style.contains(".swipe { display: none;"))
    #expect(style.contains("@supports (timeline-scope: --along)") && style.contains("scroll-timeline: --along inline"))
  }

  @Test func captionsNameTheAudienceWhereThereAreSeveral() throws {
    var sample = Sample()
    sample.asksStatements = true
    let alone = try page(sample).root.all("caption").map(\.text)
    #expect(alone.contains("Share of people at each level") && alone.contains("Share of people who gave each answer"))
    sample.members = 12
    let captions = try page(sample).root.all("caption").map(\.text)
    for part in ["Share of people at each level", "Share of people who gave each answer"] {
      let such = captions.filter { $0.hasPrefix(part) }
      #expect(such.count > 1 && such.allSatisfy { $0.hasPrefix("\(part): ") })
    }
    let spreads = captions.filter { $0.hasPrefix("Share of people at each level") }
    #expect(Set(spreads).count == spreads.count)
  }

  /// How people are spread over the levels is told once.
  @Test func peopleAreCountedByLevel() throws {
    var sample = Sample()
    sample.areaNames = ["Only"]
    sample.people = [20]
    sample.choice = { person, _ in person < 5 ? 0 : 2 }
    let page = try page(sample)
    let rows = page.root.ofClass("shares").flatMap { $0.all("tbody") }.flatMap { $0.all("tr") }
    #expect(
      rows.map { $0.children.map(\.text) } == [
        ["Only", "25\u{A0}%", "0\u{A0}%", "75\u{A0}%", "0\u{A0}%", "0\u{A0}%", "20"]
      ])
    #expect(page.root.ofClass("area").allSatisfy { $0.all("table").isEmpty })
  }

  @Test func anAreaSaysWhatItsLevelMeansAndWhatComesNext() throws {
    var sample = Sample()
    sample.people = [12]
    sample.choice = { _, area in area == 2 ? 4 : area }
    let areas = try page(sample).root.ofClass("area")
    #expect(areas[0].text.contains("Just starting in area 0.") && areas[0].text.contains("Some teams in area 0."))
    #expect(!areas[0].text.contains("Most teams in area 0."))
    #expect(
      areas[2].text.contains("Always improving in area 2.") && areas[2].text.contains("This is the highest level."))
    #expect(areas[0].text.contains("Improve area 0") && areas[0].text.contains("Workstream: Engage"))
    #expect(areas[0].text.contains("Effort: 12 officer-days · January to March 2027"))
    #expect(!areas[2].text.contains("Improve area 2"))
    #expect(areas[0].text.contains("Everyone has the same score here."))
  }

  @Test func cohortsStandSideBySideOnTheSameQuestionsOnly() throws {
    var sample = Sample()
    sample.members = 12
    let page = try page(sample)
    page.expectSound()
    let table = try #require(page.root.all("table").first { $0.text.contains("Average answer to the same question") })
    #expect(table.all("thead").flatMap { $0.all("th") }.map(\.text) == ["Area", "Staff", "Members", "Difference"])
    #expect(table.all("tbody").flatMap { $0.all("tr") }.count == 3)
    #expect(
      page.root.all("h2").map(\.text).prefix(5) == [
        "Staff: at a glance", "Members: at a glance", "How people are spread over the levels",
        "Where people agree, and where there are two camps", "Side by side",
      ])
  }

  @Test func aSmallGroupsFiguresAreNowhere() throws {
    let page = try page(Sample())
    let table = try #require(page.root.ofClass("heat").first)
    let head = table.all("thead").flatMap { $0.all("th") }.map(\.text)
    #expect(head == ["Area", "Everyone", "North", "South", "West"])
    let rows = table.all("tbody").flatMap { $0.all("tr") }.map { $0.children.map(\.text) }
    #expect(rows[0] == ["People", "32", "14", "[c]", "[c]"])
    #expect(rows.dropFirst().allSatisfy { $0[3] == "[c]" && $0[4] == "[c]" && $0[2] != "[c]" })
    #expect(page.root.text.contains("By team: South; West."))
  }

  @Test func aCohortThatIsWithheldStillGetsHelp() throws {
    var sample = Sample()
    sample.people = [9]
    let page = try page(sample)
    page.expectSound()
    let text = page.root.text
    #expect(text.contains("All results of this group are withheld"))
    #expect(text.contains("Agree one answer together.") && text.contains("consensus"))
    #expect(text.contains("not personal data"))
    for area in 0..<3 {
      for level in Sample.levelNames { #expect(text.contains("\(level) in area \(area).")) }
    }
    #expect(page.root.ofClass("lollipop").isEmpty)
    #expect(!text.contains("Improve area"))
    // Nothing tells how many there are.
    #expect(!text.contains("9 people"))
  }

  @Test func anAgreedAnswerIsShown() throws {
    var sample = Sample()
    sample.mode = .consensus
    sample.people = [1]
    let page = try page(sample)
    page.expectSound()
    #expect(page.root.text.contains("1 agreed answer"))
    #expect(page.root.ofClass("lollipop").count == 1)
    #expect(page.root.ofClass("bars").isEmpty)
    #expect(!page.root.text.contains("[c]:"))
  }

  @Test func withoutAnyAnswerTheReasonStandsInTheTable() throws {
    var sample = Sample()
    sample.choice = { _, _ in nil }
    let page = try page(sample)
    page.expectSound()
    #expect(page.root.text.contains("No area has a score."))
    let table = try #require(page.root.all("table").first)
    let rows = table.all("tbody").flatMap { $0.all("tr") }.map { $0.children.map(\.text) }
    #expect(rows.allSatisfy { $0[1] == "–" && $0[2].hasSuffix(".") && $0[4] == "–" })
    sample.people = []
    #expect(try self.page(sample).root.text.contains("Nobody has responded yet."))
  }

  @Test(arguments: [1, 60]) func anyNumberOfAreas(count: Int) throws {
    var sample = Sample()
    sample.areaNames = (0..<count).map { "Area number \($0)" }
    sample.members = 3
    let page = try page(sample)
    page.expectSound()
    #expect(page.root.ofClass("area").count == count)
    // Many areas are drawn in parts.
    #expect(page.root.ofClass("lollipop").flatMap { $0.ofClass("value") }.count == count)
  }

  @Test func manyGroupsRunDownThePage() throws {
    var sample = Sample()
    sample.teamNames = (0..<30).map { "Team \($0)" }
    sample.people = Array(repeating: 11, count: 30)
    let page = try page(sample)
    let table = try #require(page.root.ofClass("heat").first)
    #expect(table.all("tbody").flatMap { $0.all("tr") }.count == 31)
    #expect(table.all("thead").flatMap { $0.all("th") }.map(\.text).first == "Group")
  }

  /// Nine areas, twelve directorates, three cohorts: small enough to send round.
  @Test func aLargeReportStaysSmall() throws {
    var sample = Sample()
    sample.areaNames = (1...9).map { "Area of work number \($0)" }
    sample.teamNames = (1...12).map { "Directorate number \($0)" }
    sample.people = Array(repeating: 20, count: 12)
    sample.members = 30
    sample.asksStatements = true
    let context = try sample.makeContext()
    let three = ReportContext(assessment: context.assessment, scorecards: context.scorecards + [context.scorecards[0]])
    var output = ByteOutput()
    HTMLReportFormat().write(three, to: &output)
    #expect(output.bytes.count < 400_000)
    #expect(try Page(output.text).root.ofClass("heat").count == 2)
  }

  @Test func hostileNamesStayText() throws {
    let page = try page(.hostile)
    page.expectSound()
    let headings = page.root.ofClass("area").compactMap { $0.all("h3").first?.text }
    let shown = Sample.hostileNames.map {
      $0.replacingOccurrences(of: "\u{1B}", with: "\u{FFFD}").replacingOccurrences(of: "\u{7}", with: "\u{FFFD}")
        .replacingOccurrences(of: "\u{202E}", with: "")
    }
    #expect(headings == shown)
    #expect(page.root.all("b").isEmpty && page.root.all("i").isEmpty)
    // Only the report's own drawings and what isolates content hold markup.
    let names = Set(page.elements.map(\.name))
    #expect(names.isSubset(of: Self.vocabulary), "\(names.subtracting(Self.vocabulary))")
  }

  private static let vocabulary: Set<String> = [
    "", "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "h4", "h5", "ul", "ol",
    "li", "div", "nav", "main", "section", "dl", "dt", "dd", "svg", "desc", "line", "text", "tspan", "circle", "path",
    "rect",
    "table", "caption", "span", "thead", "tbody", "tr", "th", "td", "strong", "code", "bdi", "footer",
  ]

  @Test func theSameResultsGiveTheSameBytes() throws {
    let sample = Sample.hostile
    #expect(try sample.write(HTMLReportFormat()) == sample.write(HTMLReportFormat()))
  }
}
