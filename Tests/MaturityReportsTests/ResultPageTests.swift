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

  @Test(
    "names that would be cut alike are broken into lines; others are cut",
    arguments: [
      (
        ["Children and families, Social worker", "Children and families, Team manager", "Parks"],
        [
          "Children and       1", "  families,", "  Social worker", "  families, Team", "  manager",
          "Parks              1",
        ]
      ), (["Children and families", "Parks"], ["Children and fam…  1", "Parks              1"]),
      (["p-0000000000000000001", "p-0000000000000000002"], ["p-0000000000000    1", "  000001", "  000002"]),
    ])
  func cutNamesStayDistinct(names: [String], lines: [String]) {
    let table = ResultTable(
      title: "T", columns: [.words("Group"), .number("N")], rows: names.map { [.text($0), .count(1)] })
    let text = ResultPage(title: "T", tables: [table]).text(width: 20).text
    let found = text.split(whereSeparator: \.isNewline).map(String.init)
    for line in lines { #expect(found.contains(line), "\(line) in \(text)") }
    #expect(found.allSatisfy { $0.count <= 20 }, "\(text)")
  }

  @Test("sentences of a table stand under it, before the next")
  func sentencesOfATable() throws {
    let tables = ["One", "Two"].map { name in
      ResultTable(title: name, notes: ["About \(name)."], columns: [.words("N")], rows: [[.text("a")]])
    }
    let page = ResultPage(title: "T", tables: tables, notes: ["The end."])
    for text in [page.text().text, page.html().text, page.paper().markdown().text] {
      let places = ["About One.", "Two", "About Two.", "The end."].map { text.firstRange(of: $0)?.lowerBound }
      #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(text)")
    }
  }

  @Test("a table without rows is not shown") func emptyTables() {
    let tables = [[], [[ResultTable.Cell.text("a")]]].map { rows in
      ResultTable(title: rows.isEmpty ? "Nothing" : "Something", columns: [.words("N")], rows: rows)
    }
    let page = ResultPage(title: "T", tables: tables)
    for text in [page.text().text, page.html().text, page.paper().markdown().text] {
      #expect(text.contains("Something") && !text.contains("Nothing"), "\(text)")
    }
  }

  @Test func aPaperHasItsSentencesAndTables() throws {
    let table = ResultTable(
      title: "Scores", notes: ["Of the table."], columns: [.words("Area"), .number("Score")],
      rows: [["A | b", .number(2.345, decimals: 2)], ["C", .withheld], ["D", .none]])
    let empty = ResultTable(title: "Nothing", columns: [.words("Area")], rows: [])
    let page = ResultPage(
      notice: "Personal.", title: "T", introduction: ["First."], tables: [table, empty], notes: ["Last."])
    let markdown = page.paper().markdown().text
    #expect(
      markdown == """
        **Personal.**

        # T

        First.

        **Scores**

        | Area | Score |
        | --- | ---: |
        | A \\| b | 2.35 |
        | C | [c] |
        | D | – |

        Of the table.

        Last.

        """, "\(markdown)")
    #expect(page.paper().language == "en-GB")
    #expect(Paper(markdown: markdown).notice == "Personal." && Paper(markdown: markdown).title == "T")
    let html = page.paper().html().text
    let notice = try #require(html.firstRange(of: "<strong>Personal.</strong>"))
    #expect(try #require(html.firstRange(of: "<h1>T</h1>")).lowerBound > notice.lowerBound)
    #expect(html.split(whereSeparator: \.isNewline).first?.contains("Personal.") == true)
  }
}
