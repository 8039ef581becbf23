import DigitalMaturity
import Foundation
import MaturityReports
import Testing

/// The charts of a report, against the tables beside them.
@Suite struct ReportChartsTests {
  private func page(_ sample: Sample) throws -> Page { try Page(try sample.write(HTMLReportFormat())) }

  /// The section of an id, with its drawings and the rows of its table.
  private func section(
    _ id: String, of page: Page, _ location: Testing.SourceLocation = #_sourceLocation
  ) throws -> (charts: [Page.Element], rows: [[String]]) {
    let section = try #require(
      page.root.all("section").first { $0.attributes["id"] == id },
      "\(page.root.all("section").map { $0.attributes["id"] ?? "" })", sourceLocation: location)
    let charts = section.all("svg").filter { $0.attributes["role"] == "img" }
    let rows = section.all("tbody").flatMap { $0.all("tr") }.map { $0.children.map(\.text) }
    return (charts, rows)
  }

  @Test func everyChartIsNamedAndDescribed() throws {
    var sample = Sample()
    sample.members = 12
    sample.asksStatements = true
    let page = try page(sample)
    page.expectSound()
    let charts = page.root.all("svg").filter { $0.attributes["role"] == "img" }
    // Scores, levels and statements of both cohorts, and both beside each other.
    #expect(charts.count == 7)
    for chart in charts {
      let names = chart.children.prefix(2)
      #expect(names.map(\.name) == ["title", "desc"])
      #expect(chart.attributes["aria-labelledby"] == names.first?.attributes["id"])
      #expect(chart.attributes["aria-describedby"] == names.last?.attributes["id"])
      #expect(names.allSatisfy { !$0.text.isEmpty })
    }
    #expect(
      page.root.all("svg").allSatisfy {
        $0.attributes["role"] == "img" || $0.attributes["aria-hidden"] == "true" || $0.parent?.name == "svg"
      })
  }

  /// A drawing is not cut where a printed page ends: a chart of many rows is several of them, which together have each row once.
  @Test func aTallChartIsSeveralDrawings() throws {
    var sample = Sample()
    sample.areaNames = (1...30).map { "Area \($0)" }
    sample.people = [20]
    let (charts, rows) = try section("spread", of: page(sample))
    #expect(charts.count == 5 && rows.count == 30)
    #expect(charts.map { $0.all("title").map(\.text) }.allSatisfy { $0.count == 1 })
    #expect(Set(charts.flatMap { $0.all("title").map(\.text) }).count == 5)
    #expect(charts.allSatisfy { Double($0.attributes["height"] ?? "").map { $0 <= 400 } ?? false })
    let names = charts.flatMap { $0.ofClass("name").map(\.text) }
    #expect(names == rows.compactMap(\.first))
    let words = charts.compactMap { $0.all("desc").first?.text }.joined(separator: " ")
    #expect(rows.allSatisfy { words.contains("\($0[0]): ") })
    #expect(try section("spread", of: page(Sample())).charts.count == 1)
  }

  @Test func aLikelyRangeStandsInChartTableAndWords() throws {
    var sample = Sample()
    sample.intervals = IntervalOptions(bootstrap: Bootstrap(resamples: 200))
    let (charts, rows) = try section("overview-staff", of: page(sample))
    let chart = try #require(charts.first)
    let ranges = chart.ofClass("range").count
    #expect(ranges == rows.count * 3)
    let words = try #require(chart.all("desc").first).text
    for row in rows {
      #expect(row[2].contains(" to "))
      #expect(words.contains("\(row[0]) \(row[1]), target \(row[4]), likely range \(row[2])"))
    }
    // Without ranges there is neither column nor mark.
    let without = try section("overview-staff", of: page(Sample()))
    #expect(without.rows[0].count == 7 && without.charts[0].ofClass("range").isEmpty)
  }

  @Test func theSpreadIsThatOfTheTable() throws {
    let (charts, rows) = try section("spread", of: page(Sample()))
    let chart = try #require(charts.first)
    let words = try #require(chart.all("desc").first).text
    #expect(rows.count == 3)
    var widths: [String] = []
    for row in rows {
      let shares = row[1...5].map { $0.replacing("\u{A0}", with: " ") }
      #expect(
        words.contains("\(row[0]): \(zip(Sample.levelNames, shares).map { "\($0) \($1)" }.joined(separator: ", "))"))
      widths += shares.filter { $0 != "0 %" }
    }
    let drawn = chart.all("rect").compactMap { $0.attributes["width"]?.dropLast() }.compactMap { Double($0) }
    #expect(drawn.map { "\(Int($0.rounded())) %" } == widths)
    #expect(chart.ofClass("small").map(\.text).filter { $0.hasSuffix("people") } == rows.map { "\($0[6]) people" })
  }

  @Test func whatIsWithheldIsNotDrawn() throws {
    var sample = Sample()
    sample.people = [9]
    sample.members = 40
    sample.asksStatements = true
    let page = try page(sample)
    page.expectSound()
    let (spread, _) = try section("spread", of: page)
    let (statements, _) = try section("statements", of: page)
    #expect(spread.count == 1 && statements.count == 1)
    #expect(spread[0].all("title")[0].text.hasPrefix("Members"))
    // Nothing to put side by side: the other half is withheld.
    #expect(try section("side-by-side", of: page).charts.isEmpty)
    // Where fewer than ten answered in one area, its bar is a mark.
    var few = Sample()
    few.people = [40]
    few.choice = { person, area in area == 1 && person > 6 ? nil : (person + area) % 4 }
    let (charts, rows) = try section("spread", of: self.page(few))
    #expect(rows[1].dropFirst().allSatisfy { $0 == "[c]" })
    #expect(charts[0].all("text").map(\.text).contains("[c]"))
    #expect(charts[0].all("rect").count == 8)
  }

  @Test func statementsAreDrawnAsTheyAreWorded() throws {
    var sample = Sample()
    sample.asksStatements = true
    sample.people = [20]
    sample.choice = { person, area in area == 0 ? (person < 5 ? 0 : 4) : 2 }
    let (charts, rows) = try section("statements", of: page(sample))
    #expect(
      rows.first == ["Area 0 is in good hands.", "25\u{A0}%", "0\u{A0}%", "0\u{A0}%", "0\u{A0}%", "75\u{A0}%", "20"])
    let bars = charts[0].all("rect").map { [$0.attributes["x"], $0.attributes["width"]] }
    // A quarter left of the middle and three right of it; all on the middle.
    #expect(bars.prefix(2) == [["37.50%", "12.50%"], ["50.00%", "37.50%"]])
    #expect(bars.dropFirst(2).first == ["25.00%", "50.00%"])
  }

  @Test func whereThereAreTwoCampsIsSaidInWords() throws {
    var sample = Sample()
    sample.people = [20]
    sample.choice = { person, area in area == 0 ? (person < 10 ? 0 : 4) : area == 1 ? 2 : person % 5 }
    let page = try page(sample)
    let section = try #require(page.root.all("section").first { $0.attributes["id"] == "agreement" })
    let headings = section.all("h3").map(\.text)
    #expect(headings == ["Where people agree most", "Where there are two camps", "Where answers are most spread out"])
    #expect(section.text.contains("Two camps: 10 people around “Just starting”, 10 people around “Always improving”."))
    #expect(section.text.contains("most often the answer is “Most teams”."))
    sample.choice = { _, _ in 2 }
    let calm = try self.page(sample).root.all("section").first { $0.attributes["id"] == "agreement" }
    #expect(calm?.text.contains("On no question whose answers may be shown do people stand in two camps.") == true)
    #expect(calm?.all("h3").map(\.text) == ["Where people agree most"])
  }

  @Test func cohortsBesideEachOtherHaveTheTablesNumbers() throws {
    var sample = Sample()
    sample.members = 12
    let (charts, rows) = try section("side-by-side", of: page(sample))
    let chart = try #require(charts.first)
    let notes = chart.ofClass("value").map { $0.children[0].text }
    #expect(notes == rows.map { "\($0[1].prefix(3)) and \($0[2].prefix(3))" })
    #expect(chart.ofClass("first").count == rows.count && chart.ofClass("second").count == rows.count)
    // Three cohorts have no pairs.
    let context = try sample.makeContext()
    let three = ReportContext(assessment: context.assessment, scorecards: context.scorecards + [context.scorecards[1]])
    #expect(ReportCharts(three).cohorts() == nil)
  }

  @Test func chartsAsFilesAreThoseOfTheReport() throws {
    var sample = Sample()
    sample.asksStatements = true
    let charts = ReportCharts(try sample.makeContext())
    #expect(charts.scores()?.svg.text.contains("Staff: scores and targets by area") == true)
    #expect(charts.levels(of: "staff")?.svg.text.contains("how people are spread") == true)
    #expect(charts.levels(of: "none") == nil)
    #expect(charts.agreement().count == 1)
    #expect(charts.cohorts() == nil)
    let heatmap = try #require(charts.heatmap(by: ["team"])?.svg.text)
    // South and West are withheld in all three areas.
    #expect(heatmap.components(separatedBy: ">[c]</text>").count == 7)
    #expect(charts.heatmap(by: ["role"]) == nil)
  }
}
