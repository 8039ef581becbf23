import DigitalMaturity
import Foundation
import MaturityReports
import Testing

@Suite("Drawings in pages of results") struct ResultTableChartsTests {
  static let table = ResultTable(
    title: "Moved", columns: [.words("Area"), .number("2026"), .number("2027"), .number("Change")],
    rows: [
      ["Leadership", .number(2, decimals: 2), .number(3.004, decimals: 2), "+1.00"],
      ["<b>&\u{202E}", .withheld, .number(1, decimals: 2), .none],
    ])

  static func page(_ charts: [PageChart]) -> String {
    ResultPage(title: "Page", tables: [table, table]).html(charts: charts).text
  }

  @Test func aDrawingStandsBesideItsTableWithItsFigures() throws {
    let slope = try #require(Self.table.slope([1, 2], isClear: [[true], [nil]]))
    let html = Self.page([PageChart(slope, of: 1)])
    let drawing = try #require(html.range(of: "role=\"img\""))
    let tables = html.ranges(of: "<table")
    #expect(tables.count == 2 && tables[1].lowerBound < drawing.lowerBound, "under the table's name and figures")
    let first = Self.page([PageChart(slope, of: 0)])
    let opening = try #require(first.range(of: "role=\"img\""))
    #expect(try opening.lowerBound < #require(first.range(of: "<table")).lowerBound)
    #expect(html.contains("Leadership: 2026 2.00, 2027 3.00"))
    #expect(html.contains("[c], 2027 1.00") && !html.contains("\u{202E}"))
    #expect(html.contains(".drawing") && !Self.page([]).contains(".drawing"))
  }

  @Test func pairsAreTheTablesOwnNumbers() throws {
    let ticks = [ChartTick(1, label: "1"), ChartTick(4, label: "4")]
    let pairs = try #require(Self.table.pairs(1, 2, more: 3, scale: 1...4, ticks: ticks))
    let html = Self.page([PageChart(pairs, of: 0)])
    #expect(html.contains(">2.00 and 3.00</tspan>") && html.contains(">[c] and 1.00</tspan>"))
    #expect(html.contains("Leadership: 2.00 and 3.00, +1.00"))
    #expect(Self.table.pairs(1, 9, scale: 1...4, ticks: ticks) == nil)
    #expect(Self.table.pairs(0, 3, scale: 1...4, ticks: ticks) == nil)
  }

  @Test func withoutTwoNumbersThereIsNoSlope() {
    #expect(Self.table.slope([1, 9]) == nil)
    #expect(Self.table.slope([0, 3]) == nil)
    #expect(Self.table.slope([]) == nil)
  }

  @Test func idsAreTheirOwn() throws {
    let slope = try #require(Self.table.slope([1, 2]))
    let html = Self.page([PageChart(slope, of: 0), PageChart(slope, of: 1)])
    let ids = html.components(separatedBy: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(ids.count > 5 && Set(ids).count == ids.count)
  }
}
