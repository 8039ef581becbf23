import DigitalMaturity
import Testing

@testable import MaturityReports

@Suite("Tables of result pages") struct HTMLTablesTests {
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
    let narrow = try Self.page(isGrouped: true).root
    #expect(narrow.ofClass("stacks").isEmpty && narrow.ofClass("long").isEmpty)
    #expect(narrow.all("td").allSatisfy { $0.attributes["data-heading"] == nil })
  }

  /// Its sentences say that there is nothing.
  @Test func aTableWithoutRowsIsNotWritten() throws {
    let table = ResultTable(title: "Nothing", columns: [.words("Area")], rows: [])
    let page = try Page(ResultPage(title: "T", introduction: ["None."], tables: [table]).html().text)
    page.expectSound()
    #expect(page.root.all("table").isEmpty && page.root.text.contains("None."))
  }
}
