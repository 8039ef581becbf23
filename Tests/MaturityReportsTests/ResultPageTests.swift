import DigitalMaturity
import Testing

@testable import MaturityReports

@Suite struct ResultPageTests {
  /// A browser shows what stands in a title as it is written.
  @Test(arguments: ["Plain", "Digital literacies – people’s own", "عنوان", "<b>&\u{202E}"])
  func aTitleHoldsTextAlone(_ title: String) throws {
    let page = ResultPage(title: title, tables: [ResultTable(title: "T", columns: [], rows: [])])
    let html = page.html().text
    let start = try #require(html.firstRange(of: "<title>")).upperBound
    let end = try #require(html.firstRange(of: "</title>")).lowerBound
    #expect(!html[start..<end].contains("<"))
    #expect(!html[start..<end].isEmpty)
    #expect(!html[start..<end].contains("\u{202E}"))
  }

  private static func page(isGrouped: Bool) throws -> Page {
    let rows: [[ResultTable.Cell]] = [
      ["North", "Words", .count(3), .share(0.5)], ["North", "Figures", .count(4), .withheld],
      ["<South>", "Words", .count(5), .none],
    ]
    let table = ResultTable(
      title: "Demand", columns: [.words("Team"), .words("Learning"), .number("People"), .number("Share & more")],
      rows: rows, isGrouped: isGrouped)
    let page = try Page(ResultPage(title: "Demand", tables: [table]).html().text)
    page.expectSound()
    return page
  }

  /// A group's name stands once, above its rows.
  @Test func groupsOfRowsHaveAHeading() throws {
    let table = try #require(try Self.page(isGrouped: true).root.all("table").first)
    #expect(table.all("thead").flatMap { $0.all("th") }.map(\.text) == ["Learning", "People", "Share & more"])
    #expect(
      table.all("tbody").map { $0.all("tr").map { $0.children.map(\.text) } } == [
        [["North"], ["Words", "3", "50\u{A0}%"], ["Figures", "4", "[c]"]], [["<South>"], ["Words", "5", "–"]],
      ])
    #expect(
      table.ofClass("group").flatMap(\.children).map { [$0.attributes["scope"], $0.attributes["colspan"]] }
        == [["rowgroup", "3"], ["rowgroup", "3"]])
    let plain = try #require(try Self.page(isGrouped: false).root.all("table").first)
    #expect(plain.all("tbody").count == 1 && plain.all("thead").flatMap { $0.all("th") }.count == 4)
  }

  /// On a narrow page a row's cells stand under its name, each behind its column's heading; a table of three columns has room.
  @Test func cellsOfWideTablesKnowTheirHeading() throws {
    let wide = try #require(try Self.page(isGrouped: false).root.ofClass("stacks").first)
    #expect(
      wide.all("tbody").flatMap { $0.all("tr") }.map { $0.all("td").map { $0.attributes["data-heading"] } }
        == Array(repeating: ["Learning", "People", "Share & more"], count: 3))
    #expect(try Self.page(isGrouped: true).root.ofClass("stacks").isEmpty)
  }
}
