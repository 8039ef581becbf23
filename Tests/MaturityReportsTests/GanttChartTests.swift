import DigitalMaturity
import Foundation
import MaturityReports
import MaturityYAML
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Gantt chart") struct GanttChartTests {
  private static func month(_ text: String) throws -> Month { try #require(Month(text)) }

  private static func frame(_ from: String, _ to: String) throws -> Timeframe {
    Timeframe(from: try month(from), to: try month(to))
  }

  private static func bars() throws -> [GanttChart.Bar] {
    [
      GanttChart.Bar(
        group: "Engage", label: "Survey", planned: try frame("2019-04", "2019-09"), started: try month("2019-05"),
        finished: try month("2019-11")),
      GanttChart.Bar(group: "Solve", label: "Kiosk", planned: try frame("2019-04", "2019-06"), isStopped: true),
    ]
  }

  /// The numbers of an attribute of all elements with a class.
  private static func numbers(_ name: String, of element: String, in svg: String) -> [Double] {
    svg.components(separatedBy: "<rect ").dropFirst().filter { $0.contains("class=\"\(element)\"") }.compactMap {
      rest in
      rest.range(of: " \(name)=\"").flatMap { start in
        Double(rest[start.upperBound...].prefix { $0 != "\"" && $0 != "%" })
      }
    }
  }

  @Test func barsLieWhereTheirMonthsLie() throws {
    let svg = GanttChart(title: "Plan", bars: try Self.bars()).svg.text
    // Eight months, April to November, are the whole width: the first in the key, then the survey's six in per cent.
    #expect(Self.numbers("x", of: "planned", in: svg) == [1, 0])
    #expect(Self.numbers("width", of: "planned", in: svg) == [30, 75])
    #expect(Self.numbers("x", of: "actual", in: svg).last == 12.5)
    #expect(Self.numbers("width", of: "actual", in: svg).last == 87.5)
    #expect(svg.contains("Kiosk (stopped)"))
  }

  @Test func whatIsLateSaysByHowMuch() throws {
    let late = GanttChart.Bar(
      group: "Engage", label: "Portal", planned: try Self.frame("2019-04", "2019-06"),
      started: try Self.month("2019-05"),
      monthsLate: 2)
    let next = GanttChart.Bar(group: "Engage", label: "Forms", planned: late.planned, monthsLate: 1)
    let svg = GanttChart(title: "Plan", bars: [late, next] + (try Self.bars())).svg.text
    #expect(svg.contains("Portal (late by 2 months)") && svg.contains("Forms (late by 1 month)"))
    #expect(svg.contains("planned April to June 2019, in fact from May 2019 (late by 2 months)"))
    #expect(svg.contains("planned April to June 2019 (stopped)"))
    #expect(!svg.contains("Survey (late"))
  }

  /// Of eight months of 12.5 per cent each, the two that are past the plan; work that is done is late up to its end, and has a key.
  @Test func theMonthsThatWorkIsLateAreMarked() throws {
    let bars = [
      GanttChart.Bar(
        group: "Engage", label: "Portal", planned: try Self.frame("2019-04", "2019-06"),
        started: try Self.month("2019-04"), monthsLate: 4),
      GanttChart.Bar(
        group: "Engage", label: "Forms", planned: try Self.frame("2019-04", "2019-07"),
        started: try Self.month("2019-04"), finished: try Self.month("2019-09"), monthsLate: 2),
      GanttChart.Bar(group: "Engage", label: "Kiosk", planned: try Self.frame("2019-04", "2019-11")),
    ]
    let svg = GanttChart(title: "Plan", bars: bars, today: try Self.month("2019-10")).svg.text
    #expect(Self.numbers("x", of: "late", in: svg).dropFirst() == [37.5, 50])
    #expect(Self.numbers("width", of: "late", in: svg) == [30, 50, 25])
    #expect(svg.contains(">Late</text>"))
    #expect(!GanttChart(title: "Plan", bars: try Self.bars()).svg.text.contains("class=\"late\""))
  }

  @Test func itsOwnWordsAreThoseOfTheCatalogue() throws {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addReports()
    let words = try vocabulary.readCatalogue(
      from: MemorySource(texts: [
        "xx.yaml": """
        format: 1
        language: xx
        status: reviewed
        common: {april: "Avril", months-of-year: "{from}–{to} {year}"}
        charts:
          programme: "Plan de {title}"
          planned: "Prévu"
          work-stopped: "{work} [x]"
        """
      ]), path: "xx.yaml")
    let svg = GanttChart(title: "Ville", bars: try Self.bars(), words: words).svg.text
    #expect(svg.contains("Plan de Ville") && svg.contains(">Prévu</text>") && svg.contains("Kiosk [x]"))
    #expect(svg.contains("Avril–June 2019"))
  }

  /// The letters of a line are 11 pixels high; between them and the line above there are as many again.
  @Test func aLongNameDoesNotTouchItsWorkstream() throws {
    var bars = try Self.bars()
    bars[0].label = "A survey of all that people want to do with the council by themselves, in each of its towns"
    let svg = GanttChart(title: "Plan", bars: bars).svg.text
    func place(_ text: String) throws -> Double {
      let element = try #require(svg.components(separatedBy: "<text ").last { $0.contains(">\(text)") })
      let start = try #require(element.range(of: " y=\""))
      return try #require(Double(element[start.upperBound...].prefix { character in character != "\"" }))
    }
    let (group, first) = (try place("Engage"), try place("A survey"))
    #expect(first - 11 - group >= 11, "\(group), \(first)")
  }

  @Test func itIsWholeXMLWithATitleAndWords() throws {
    let svg = GanttChart(title: "Plan <&>", bars: try Self.bars(), today: try Self.month("2019-10")).svg.text
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse())
    #expect(svg.contains("<title id=\"chart-title\">Programme: Plan &lt;&amp;&gt;</title>"))
    #expect(svg.contains("Engage, Survey: planned April to September 2019, in fact May to November 2019"))
    #expect(svg.contains("End of October 2019"))
  }

  @Test func withoutWorkItSaysSo() throws {
    let svg = GanttChart(title: "Plan", bars: []).svg.text
    #expect(svg.contains("No months are planned."))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
  }
}
