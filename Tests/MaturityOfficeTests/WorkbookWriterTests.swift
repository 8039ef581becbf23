import MaturityTables
import Testing

@testable import MaturityOffice

@Suite("Workbook writer")
struct WorkbookWriterTests {
  private static func written(_ layout: SheetLayout, _ write: (inout WorkbookWriter) -> Void = { _ in }) -> [UInt8] {
    var workbook = WorkbookWriter(OfficeProperties(title: "Title"))
    workbook.beginSheet(layout)
    write(&workbook)
    return workbook.finish()
  }

  /// A part of a workbook as text.
  private static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(bytes, limits: .standard)
    var reader = try ZipPartReader(try #require(archive.part(named: name)), of: archive)
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = try reader.read(into: &chunk), count > 0 { content += chunk[..<count] }
    return String(decoding: content, as: UTF8.self)
  }

  @Test("cells of every kind read back, and blank rows and cells keep their places")
  func cells() throws {
    let bytes = Self.written(SheetLayout("Form")) {
      $0.text("=1+1")
      $0.number(3)
      $0.number(-0.25)
      $0.blank()
      $0.boolean(true)
      $0.number(Double.nan)
      $0.boolean(false)
      $0.endRow()
      $0.endRow()
      $0.blank()
      $0.text("")
      $0.text(" two\r\nlines <&> _x0041_ 😀 ")
      $0.number(Int.max)
    }
    let read = try rows(bytes)
    #expect(read.map(\.number) == [1, 3])
    #expect(read[0].shown == ["A text =1+1", "B number 3", "C number -0.25", "E boolean TRUE", "G boolean FALSE"])
    #expect(read[1].shown == ["B text ", "C text  two\nlines <&> _x0041_ 😀 ", "D number 9.223372036854776e+18"])
    #expect(read.allSatisfy { $0.problems.isEmpty })
    #expect(try !Self.part("xl/worksheets/sheet1.xml", of: bytes).contains("<f>"))
  }

  @Test("every number reads back as the same")
  func numbers() throws {
    var generator = SystemRandomNumberGenerator()
    let numbers =
      [0.1 + 0.2, 1e-300, 1e300, -1e21, 5e-300, 0x1p53, 1 / 3.0]
      + (0..<500).map { _ in Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator)) }.filter(
        \.isFinite)
    let bytes = Self.written(SheetLayout("Numbers")) {
      for number in numbers {
        $0.number(number)
        $0.endRow()
      }
    }
    #expect(try rows(bytes).map { $0.cells[0].number } == numbers)
  }

  @Test("title, notes and headings stand above the rows")
  func layout() throws {
    let layout = SheetLayout(
      "Scores", title: "Scores by area", notes: ["[c] means withheld.", "From 1 to 5."],
      columns: [SheetColumn("Area"), SheetColumn("Score")])
    let bytes = Self.written(layout) {
      $0.text("Leadership")
      $0.number(3)
    }
    #expect(
      try rows(bytes).map { $0.texts() } == [
        ["Scores by area"], ["[c] means withheld."], ["From 1 to 5."], ["Area", "Score"], ["Leadership", "3"],
      ])
    #expect(try Self.part("xl/workbook.xml", of: bytes).contains(">'Scores'!$4:$4</definedName>"))
    #expect(try Self.part("docProps/core.xml", of: bytes).contains("<dc:title>Title</dc:title>"))
  }

  @Test("a marked table has distinct headings that its cells show, and covers the rows")
  func table() throws {
    let layout = SheetLayout(
      "A/B", columns: ["Area", "area", nil, "two\nlines"].map { SheetColumn($0) }, isTable: true)
    let bytes = Self.written(layout) {
      $0.text("a")
      $0.endRow()
      $0.text("b")
      $0.endRow()
    }
    #expect(try rows(bytes)[0].texts() == ["Area", "area 2", "–", "two\nlines"])
    let table = try Self.part("xl/tables/table1.xml", of: bytes)
    #expect(table.contains("displayName=\"Table_A_B\" ref=\"A1:D3\""))
    #expect(table.contains("name=\"area 2\"") && table.contains("name=\"two_x000a_lines\""))
    // A table has at least one row.
    let empty = try ZipArchive(Self.written(layout), limits: .standard)
    #expect(empty.part(named: "xl/tables/table1.xml") == nil)
    #expect(try !Self.part("xl/worksheets/sheet1.xml", of: Self.written(layout)).contains("tablePart"))
  }

  @Test("a short list stands in its rule; a long one, or one with commas, in a sheet of lists, once")
  func lists() throws {
    let long = (1...40).map { "statement \($0)" }
    let layout = SheetLayout(
      "Entry",
      columns: [
        SheetColumn("a", values: ["A", "B", "dont-know"], prompt: "Which?"), SheetColumn("b", values: long),
        SheetColumn("c", values: ["yes, often", "no"]), SheetColumn("d", values: long), SheetColumn("e"),
      ], freezesHeadings: true, frozenColumns: 1, rowsToFill: 100)
    let bytes = Self.written(layout)
    let sheet = try Self.part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("prompt=\"Which?\" sqref=\"A2:A101\"><formula1>\"A,B,dont-know\"</formula1>"))
    #expect(sheet.contains("sqref=\"B2:B101\"><formula1>'Lists'!$A$1:$A$40</formula1>"))
    #expect(sheet.contains("sqref=\"C2:C101\"><formula1>'Lists'!$B$1:$B$2</formula1>"))
    #expect(sheet.contains("sqref=\"D2:D101\"><formula1>'Lists'!$A$1:$A$40</formula1>"))
    #expect(sheet.contains("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\""))
    let workbook = try WorkbookReader(.bytes(bytes))
    #expect(workbook.sheets.map(\.name) == ["Entry", "Lists"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true])
    let read = try rows(bytes, ofSheet: "Lists")
    #expect(read.map { $0.texts()[0] } == long)
    #expect(read[0].texts() == ["statement 1", "yes, often"])
  }

  @Test("255 characters are a short list, 256 are not")
  func listLength() {
    var lists = ValueLists()
    let values = (0..<32).map { _ in "1234567" }
    #expect(lists.formula(values, sheet: "L").utf8.count == 257)
    #expect(lists.formula(values + [""], sheet: "L") == "'L'!$A$1:$A$33")
    #expect(lists.formula(values + ["x"], sheet: "L") == "'L'!$B$1:$B$33")
  }

  @Test("links lead to the sheet, whose name is changed alike")
  func links() throws {
    let bytes = Self.written(SheetLayout("Cover")) {
      $0.text("Scores", linkedTo: "Scores: O'Neil")
      $0.endRow()
      $0.beginSheet(SheetLayout("Scores: O'Neil"))
    }
    #expect(
      try Self.part("xl/worksheets/sheet1.xml", of: bytes).contains(
        "<hyperlink ref=\"A1\" location=\"'Scores- O''Neil'!A1\"/>"))
    #expect(try WorkbookReader(.bytes(bytes)).sheets.map(\.name) == ["Cover", "Scores- O'Neil"])
  }

  @Test(
    "names of sheets",
    arguments: [
      ("Scores", "Scores"), ("a/b:c*d?e[f]g\\h", "a-b-c-d-e-f-g-h"), ("'quoted'", "quoted"), ("", "Sheet"),
      ("'''", "Sheet"),
      ("0123456789012345678901234567890123", "0123456789012345678901234567890"), ("History", "History 2"),
      (String(repeating: "😀", count: 20), String(repeating: "😀", count: 15)), ("a\u{1}b", "a b"), ("<&>", "<&>"),
    ])
  func names(wanted: String, expected: String) throws {
    var names = SheetNames()
    #expect(names.unique(wanted) == expected)
    let second = names.unique(wanted.uppercased())
    #expect(second.lowercased() != expected.lowercased())
    #expect(second.utf16.count <= 31)
    let bytes = Self.written(SheetLayout(wanted))
    #expect(try WorkbookReader(.bytes(bytes)).sheets.map(\.name) == [expected])
  }

  @Test("what does not fit is told, with its place")
  func problems() throws {
    var workbook = WorkbookWriter(OfficeProperties(title: "Title"))
    workbook.beginSheet(SheetLayout("Large"))
    workbook.text(String(repeating: "é", count: 32_767))
    #expect(workbook.problems.isEmpty)
    workbook.text(String(repeating: "é", count: 32_766) + "😀")
    #expect(
      workbook.problems.map(\.description).first?.hasPrefix("sheet “Large”, cell B1: A cell holds at most") == true)
    workbook.endRow()
    for _ in 0..<16_390 { workbook.number(1) }
    workbook.endRow()
    workbook.text("next")
    #expect(workbook.problems.map(\.row) == [1, 2])
    #expect(workbook.problems.map(\.column) == [2, 16_385])
    let read = try rows(workbook.finish())
    #expect(read[0].cells[1].range.count == 32_766 * 2)
    #expect(read[1].cells.count == 16_384)
    #expect(read[2].shown == ["A text next"])
  }

  @Test("more rows than a sheet has are left out and told once")
  func rowsThatDoNotFit() throws {
    var workbook = WorkbookWriter(OfficeProperties(title: "Title"))
    workbook.beginSheet(SheetLayout("Large"))
    for _ in 0..<CellReference.lastRow { workbook.endRow() }
    workbook.number(1)
    workbook.number(2)
    workbook.endRow()
    workbook.number(3)
    #expect(workbook.problems.map(\.row) == [CellReference.lastRow + 1])
    #expect(try rows(workbook.finish()).isEmpty)
  }

  @Test("without a sheet there is one; cells before the first sheet are none")
  func empty() throws {
    var workbook = WorkbookWriter(OfficeProperties(title: "Title"))
    workbook.text("lost")
    workbook.endRow()
    let bytes = workbook.finish()
    #expect(try WorkbookReader(.bytes(bytes)).sheets.count == 1)
    #expect(try rows(bytes).isEmpty)
  }

  @Test("the same calls give the same bytes")
  func deterministic() {
    func bytes() -> [UInt8] {
      Self.written(
        SheetLayout("A", columns: [SheetColumn("a", format: .percent(decimals: 1)), SheetColumn("b", format: .whole)])
      ) {
        for row in 0..<3000 {
          $0.text("row \(row)")
          $0.number(row)
          $0.endRow()
        }
      }
    }
    #expect(bytes() == bytes())
  }
}
