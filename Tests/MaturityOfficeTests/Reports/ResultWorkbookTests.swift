import DigitalMaturity
import MaturityTables
import Testing

@testable import MaturityOffice

@Suite("Workbook of results") struct ResultWorkbookTests {
  static let hostile = [
    "=HYPERLINK(\"http://x.example\")", "+1", "-1+1", "@sum", "<script>alert(1)</script>", "]]>&\"'", "\u{202E}عربي",
    "👩🏽‍💻", String(repeating: "Long", count: 50), "a/b:c*d?e[f]", "line\nbreak\u{1B}[31m",
  ]

  static func page(_ names: [String]) -> ResultPage {
    ResultPage(
      title: "Results of <2026>", introduction: ["104 people answered."],
      tables: [
        ResultTable(
          title: "Scores by area", name: "Areas", notes: ["Of today."],
          columns: [.words("Area"), .number("Score"), .number("Answered"), .number("People")],
          rows: names.map { [.text($0), .number(2.34567, decimals: 1), .share(0.875), .count(104)] }
            + [
              ["Hidden", .withheld, .withheld, .withheld], ["Nothing", .none, .none, .none], [.text(""), .count(1)],
            ]),
        ResultTable(title: "Empty", columns: [.words("Nothing")], rows: []),
        ResultTable(title: "Areas", columns: [.words("The same name")], rows: [["x"]]),
      ], notes: ["Scores are rounded."])
  }

  /// The cells of a sheet by row, as text.
  private static func rows(_ name: String, of bytes: [UInt8]) throws -> [[String]] {
    let workbook = try WorkbookReader(.bytes(bytes))
    var reader = try workbook.rows(ofSheet: name)
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.texts()) }
    return rows
  }

  @Test("a cover, a list of sheets, notes, and each table with rows on a sheet of its own")
  func sheets() throws {
    let bytes = Self.page(["Leadership"]).workbook()
    let names = try WorkbookReader(.bytes(bytes)).sheets.map(\.name)
    #expect(names == ["Cover", "Contents", "Notes", "Areas", "Areas 2"])
    #expect(
      try Self.rows("Cover", of: bytes) == [["Results of <2026>"], ["104 people answered."], ["Contents"], ["Notes"]])
    #expect(
      try Self.rows("Contents", of: bytes) == [
        ["Contents"], ["This sheet has one table."], ["Sheet", "What it holds"], ["Notes", "Notes"],
        ["Areas", "Scores by area"], ["Areas 2", "Areas"],
      ])
    let notes = try Self.rows("Notes", of: bytes)
    #expect(notes.dropFirst(3).map(\.first) == ["[c]", "[x]", "Note 1"])
  }

  @Test("a table has its title first, marks where there is no figure, and numbers that are numbers")
  func table() throws {
    let bytes = Self.page(["Leadership"]).workbook()
    let rows = try Self.rows("Areas", of: bytes)
    #expect(rows.prefix(3) == [["Scores by area"], ["This sheet has one table."], ["Of today."]])
    #expect(rows[3] == ["Area", "Score", "Answered", "People"])
    #expect(rows[4] == ["Leadership", "2.34567", "87.5%", "104"])
    #expect(rows[5] == ["Hidden", "[c]", "[c]", "[c]"])
    #expect(rows[6] == ["Nothing", "[x]", "[x]", "[x]"])
    #expect(rows[7] == ["[x]", "1"])
    let workbook = try WorkbookReader(.bytes(bytes))
    var reader = try workbook.rows(ofSheet: "Areas")
    for _ in 0..<4 { _ = try reader.next() }
    #expect(try reader.next()?.cells.map(\.kind) == [.text, .number, .number, .number])
  }

  @Test("a note that is wider than its table has a row a sentence")
  func longNotes() throws {
    var page = Self.page(["Leadership"])
    page.tables[0].notes = [
      "Figures are rounded once, when shown. Levels, targets and limits are compared unrounded. So they are.",
      "Short. Both.",
    ]
    let rows = try Self.rows("Areas", of: page.workbook())
    #expect(
      rows[2...5].map(\.first) == [
        "Figures are rounded once, when shown.", "Levels, targets and limits are compared unrounded.", "So they are.",
        "Short. Both.",
      ])
    #expect(rows[6].first == "Area")
  }

  @Test("hostile names are cells of text, as they were but for marks of direction")
  func hostile() throws {
    let bytes = Self.page(Self.hostile).workbook()
    let rows = try Self.rows("Areas", of: bytes).dropFirst(4)
    #expect(
      rows.prefix(Self.hostile.count).map(\.first)
        == Self.hostile.map { name in
          XMLOutput.clean(String(name.unicodeScalars.filter { $0 != "\u{202E}" }))
        })
    var named = Self.page([])
    named.tables[0].name = Self.hostile[9]
    #expect(try WorkbookReader(.bytes(named.workbook())).sheets.map(\.name).contains("a-b-c-d-e-f-"))
  }

  @Test("a notice is the first line of every sheet, and the data for a spreadsheet the last")
  func notice() throws {
    var page = Self.page(["Leadership"])
    page.notice = "Personal: for two people."
    page.data = ResultTable(title: "Data", columns: [.words("id"), .number("share")], rows: [["=1+1", .withheld]])
    let bytes = page.workbook()
    let names = try WorkbookReader(.bytes(bytes)).sheets.map(\.name)
    #expect(names == ["Cover", "Contents", "Notes", "Areas", "Areas 2", "Data"])
    for name in names { #expect(try Self.rows(name, of: bytes).first == ["Personal: for two people."], "\(name)") }
    #expect(try Self.rows("Cover", of: bytes)[1] == ["Results of <2026>"])
    #expect(
      try Self.rows("Data", of: bytes).dropFirst() == [
        ["Data"], ["This sheet has one table."], ["id", "share"], ["=1+1", "[c]"],
      ])
    // A table that stands among the tables already is not written twice.
    page.data = page.tables[0]
    #expect(try WorkbookReader(.bytes(page.workbook())).sheets.count == 5)
  }

  @Test("a page without a table is a cover, a list and notes")
  func empty() throws {
    let bytes = ResultPage(title: "Nothing yet", tables: []).workbook()
    #expect(try WorkbookReader(.bytes(bytes)).sheets.count == 3)
  }
}
