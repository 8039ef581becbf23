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

  /// On a narrow page a row's cells stand under its name, each behind its column's heading, which the table tells once; a group's
  /// name is no column.
  @Test(arguments: [
    (false, "--h2:'Learning';--h3:'People';--h4:'Share & more'"), (true, "--h2:'People';--h3:'Share & more'"),
  ])
  func tablesTellTheirHeadings(isGrouped: Bool, told: String) throws {
    let page = try Self.page(isGrouped: isGrouped).root
    let table = try #require(page.ofClass("stacks").first)
    #expect(table.attributes["style"] == told)
    // Two numbers stand beside each other there.
    #expect(page.ofClass("beside").count == (isGrouped ? 1 : 0))
    #expect(page.all("td").allSatisfy { Set($0.attributes.keys).isSubset(of: ["class"]) })
  }

  /// The heading of words that need more than a line has a line of its own; two columns have room.
  @Test func longCellsAndShortTables() throws {
    let long = "Ask people at the counter why they came"
    let three = ResultTable(
      title: "Projects", columns: [.words("Project"), .words("Description"), .words("Timeframe")],
      rows: [["Talk", .text(long), "April 2019"], ["Listen", "Ask", "May 2019"]])
    let two = ResultTable(
      title: "Who decides", columns: [.words("Body"), .words("Decides")], rows: [["Board", "What"]])
    let page = try Page(ResultPage(title: "T", tables: [three, two]).html().text)
    #expect(page.root.ofClass("stacks").count == 1 && page.root.ofClass("beside").isEmpty)
    let classes = page.root.ofClass("stacks")[0].all("td").map { $0.attributes["class"] }
    #expect(classes == [nil, "short", "short", "short"])
  }

  /// A heading without words is none.
  @Test func headingsWithoutWordsAreNotTold() throws {
    var writer = HTMLWriter()
    writer.element("table", .columnHeadings(["a", "", "c"]))
    #expect(String(decoding: writer.bytes, as: UTF8.self).contains("style=\"--h2:&#39;a&#39;;--h4:&#39;c&#39;\""))
  }

  /// Tables of a report tell their headings once, to the style sheet.
  @Test func tablesOfReportsTellTheirHeadings() throws {
    var sample = Sample()
    sample.members = 12
    sample.asksStatements = true
    let page = try Page(try sample.write(HTMLReportFormat()))
    page.expectSound()
    let tables = page.root.ofClass("stacks")
    #expect(tables.count >= 6)
    for table in tables {
      let headings = table.all("thead").flatMap { $0.all("th") }.map { PlainText.clean($0.text) }
      let told = headings.dropFirst().enumerated().map { "--h\($0 + 2):'\($1)'" }
      #expect(table.attributes["style"] == told.joined(separator: ";"))
    }
    // A table that has more columns than the style sheet knows headings of scrolls.
    sample.teamNames = (1...8).map { "Team \($0)" }
    sample.people = Array(repeating: 11, count: 8)
    sample.areaNames = (1...20).map { "Area \($0)" }
    sample.members = nil
    let wide = try Page(try sample.write(HTMLReportFormat()))
    #expect(wide.root.ofClass("heat").flatMap { $0.all("thead").flatMap { $0.all("th") } }.count == 10)
    #expect(wide.root.ofClass("heat").allSatisfy { $0.attributes["style"] != nil })
    sample.teamNames = (1...40).map { "Team \($0)" }
    sample.people = Array(repeating: 11, count: 40)
    let down = try Page(try sample.write(HTMLReportFormat()))
    #expect(down.root.ofClass("down").count == 1)
    #expect(down.root.ofClass("down").allSatisfy { $0.attributes["style"] == nil })
  }

  /// What a heading holds cannot end the string that it is in.
  @Test(arguments: [
    ("it's", #"it\27 s"#), (#"a\b"#, #"a\5c b"#), (#"\"#, #"\5c "#), ("';x:url(//y)", #"\27 ;x:url(//y)"#),
    ("one\ntwo", "one two"), ("\u{202E}abc", "abc"), (#""<&>"#, #""<&>"#),
  ])
  func headingsStayStrings(heading: String, written: String) throws {
    var writer = HTMLWriter()
    writer.element("table", .columnHeadings([heading]))
    let page = try Page(String(decoding: writer.bytes, as: UTF8.self))
    #expect(page.root.all("table").first?.attributes["style"] == "--h2:'\(written)'")
  }

  /// Its sentences say that there is nothing.
  @Test func aTableWithoutRowsIsNotWritten() throws {
    let table = ResultTable(title: "Nothing", columns: [.words("Area")], rows: [])
    let page = try Page(ResultPage(title: "T", introduction: ["None."], tables: [table]).html().text)
    page.expectSound()
    #expect(page.root.all("table").isEmpty && page.root.text.contains("None."))
  }
}
