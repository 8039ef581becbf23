import MaturityTables
import Testing

@testable import MaturityOffice

@Suite("Workbook reader")
struct WorkbookReaderTests {
  @Test("the texts of a cell: shared, inline, of a formula, in runs of fonts, and with escapes")
  func texts() throws {
    var workbook = TestWorkbook(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
        <c r="D1" t="inlineStr"><is><t>in </t></is></c><c r="E1" t="str"><f>A1&amp;"x"</f><v>a &lt; b</v></c>
        <c r="F1" t="s"><v>3</v></c><c r="G1" t="inlineStr"><is><r><t>one</t></r><r><rPr><b/></rPr><t> two</t></r></is></c></row>
        """)
    workbook.sharedStrings = """
      <si><t xml:space="preserve"> Yes </t></si><si><r><t>Most </t></r><r><rPr><b/></rPr><t>teams</t></r>
      <rPh sb="0" eb="1"><t>ignored</t></rPh></si><si><t/></si><si><t>line_x000D_\nnext _x005F_x0041_ 😀 _x12</t></si>
      """
    let row = try #require(try workbook.rows().first)
    #expect(
      row.cells.map { row.text(of: $0) } == [
        " Yes ", "Most teams", "", "in ", "a < b", "line\r\nnext _x0041_ 😀 _x12", "one two",
      ])
    #expect(row.cells.allSatisfy { $0.kind == .text })
    #expect(row.problems.isEmpty)
  }

  @Test(
    "numbers in the fewest digits",
    arguments: [
      ("3", "3"), ("3.0", "3"), ("0.30000000000000004", "0.30000000000000004"), ("-2", "-2"), ("1E-3", "0.001"),
      ("12345678901234567", "12345678901234568"), ("1e300", "1e+300"), ("007", "7"), (" 5\n", "text"), ("nan", "text"),
      ("0x10", "text"), ("1,5", "text"), ("1e999", "text"),
    ])
  func numbers(written: String, expected: String) throws {
    let row = try #require(try TestWorkbook(rows: "<row r=\"1\"><c r=\"A1\"><v>\(written)</v></c></row>").rows().first)
    if expected == "text" {
      #expect(row.shown == ["A text \(written)"])
      #expect(row.problems.map(\.code) == [.badNumber])
      #expect(row.problems.first?.description.hasPrefix("sheet “Form1”, cell A1: ") == true)
    } else {
      #expect(row.shown == ["A number \(expected)"])
      #expect(row.cells.first?.number == Double(written))
      #expect(row.problems.isEmpty)
    }
  }

  @Test("booleans, errors, dates as text, blank cells and unknown kinds")
  func kinds() throws {
    let row = try #require(
      try TestWorkbook(
        rows: """
          <row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-03-14T09:30:00</v></c>
          <c s="3"/><c><v/></c><c><f>1+1</f></c><c t="zz"><v>?</v></c></row>
          """
      ).rows().first)
    #expect(
      row.shown == ["A boolean TRUE", "B boolean FALSE", "C error #N/A", "D date 2026-03-14T09:30:00", "H text ?"])
    #expect(row.problems.map(\.code) == [.noResult, .unknownKind])
    #expect(row.problems.map(\.column) == [7, 8])
    #expect(row.texts(atLeast: 9) == ["TRUE", "FALSE", "#N/A", "2026-03-14T09:30:00", "", "", "", "?", ""])
  }

  @Test(
    "a formula without a saved result is told with its cell and the mend, whatever its kind",
    arguments: [
      "<c r=\"B2\"><f>1+1</f></c>", "<c r=\"B2\"><f>1+1</f><v/></c>", "<c r=\"B2\"><f>1+1</f><v></v></c>",
      "<c r=\"B2\" t=\"b\"><f>TRUE()</f><v/></c>", "<c r=\"B2\" t=\"e\"><f>NA()</f><v/></c>",
      "<c r=\"B2\" t=\"s\"><f>A1</f><v/></c>", "<c r=\"B2\" t=\"str\"><f>A1</f></c>",
    ])
  func formulasWithoutResults(_ cell: String) throws {
    let row = try #require(try TestWorkbook(rows: "<row r=\"2\"><c r=\"A2\"><v>1</v></c>\(cell)</row>").rows().first)
    #expect(row.shown == ["A number 1"])
    #expect(row.problems.map(\.code) == [.noResult])
    let text = row.problems.first?.description ?? ""
    #expect(text.hasPrefix("sheet “Form1”, cell B2: The result of this cell's formula was not saved"))
    #expect(text.contains("paste values"))
  }

  @Test("a formula’s result may be a text without letters, and a cell without a formula may be blank")
  func emptyValues() throws {
    let row = try #require(
      try TestWorkbook(rows: "<row><c t=\"str\"><f>A1</f><v></v></c><c t=\"b\"><v/></c><c><v>1</v></c></row>").rows()
        .first)
    #expect(row.shown == ["A text ", "C number 1"])
    #expect(row.problems.isEmpty)
  }

  @Test("percentages by their style, as people see them")
  func percentages() throws {
    var workbook = TestWorkbook(
      rows: """
        <row><c s="1"><v>0.45</v></c><c s="2"><v>7.0000000000000007E-2</v></c><c s="3"><v>1</v></c><c s="4"><v>0.45</v></c>
        <c s="1"><v>-0.125</v></c><c s="1"><v>0</v></c><c s="1"><v>1e-7</v></c></row>
        """)
    workbook.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="0.0&quot; %&quot;"/><numFmt numFmtId="165" formatCode="0.0%;[Red]-0.0%"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="164"/></cellXfs>
      """
    let row = try #require(try workbook.rows().first)
    #expect(
      row.shown == [
        "A number 45%", "B number 7%", "C number 100%", "D number 0.45", "E number -12.5%", "F number 0%",
        "G number 1e-05%",
      ])
    #expect(row.cells.first?.number == 0.45)
  }

  @Test("dates by their style, in both systems")
  func dates() throws {
    var workbook = TestWorkbook(
      rows: """
        <row><c s="1"><v>46095.395833333336</v></c><c s="2"><v>46095</v></c><c s="3"><v>46095</v></c><c s="0"><v>46095</v></c>
        <c s="1"><v>0.5</v></c><c s="4"><v>1.5</v></c><c s="9"><v>7</v></c></row>
        """)
    workbook.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="m/d/yy\\ h:mm:ss"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/>
      <numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
      """
    #expect(
      try workbook.rows().first?.shown == [
        "A date 2026-03-14T09:30:00", "B date 2026-03-14", "C number 46095", "D number 46095", "E date 12:00:00",
        "F number 1.5", "G number 7",
      ])
    workbook.workbookProperties = #"<workbookPr date1904="1"/>"#
    #expect(try workbook.rows().first?.shown.prefix(2) == ["A date 2030-03-15T09:30:00", "B date 2030-03-15"])
  }

  @Test("sparse cells and rows, with and without references, and cells out of order")
  func places() throws {
    let rows = try TestWorkbook(
      rows: """
        <row><c t="str"><v>a</v></c></row><row r="5" spans="1:3"><c r="C5"><v>3</v></c><c><v>4</v></c><c r="A5"><v>1</v></c></row>
        <row r="6"/><row><c r="xfd7"><v>9</v></c></row><row r="1048576"><c r="XFD1048576"><v>8</v></c></row>
        """
    ).rows()
    #expect(rows.map(\.number) == [1, 5, 7, 1_048_576])
    #expect(
      rows.map(\.shown) == [
        ["A text a"], ["A number 1", "C number 3", "D number 4"], ["XFD number 9"], ["XFD number 8"],
      ])
  }

  @Test(
    "places that cannot be are refused, with the place",
    arguments: [
      ("<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>", 2, nil),
      ("<row r=\"0\"/>", nil, nil), ("<row r=\"1048577\"/>", nil, nil), ("<row r=\"x\"/>", nil, nil),
      ("<row r=\"3\"><c r=\"A4\"><v>1</v></c></row>", 3, nil), ("<row r=\"3\"><c r=\"XFE3\"/></row>", 3, nil),
      ("<row r=\"3\"><c r=\"\"/></row>", 3, nil),
      ("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"A3\"><v>1</v></c><c r=\"B3\"><v>1</v></c></row>", 3, 2),
      ("<row r=\"1048576\"/><row/>", 1_048_576, nil),
    ] as [(String, Int?, Int?)])
  func misplaced(rows: String, row: Int?, column: Int?) throws {
    let problem = try #require(TestWorkbook(rows: rows).failure())
    #expect(problem.code == .badReference)
    #expect(problem.sheet == "Form1")
    #expect(problem.row == row)
    #expect(problem.column == column)
  }

  @Test("as many columns as a sheet can have, and one more")
  func columns() throws {
    let cells = String(repeating: "<c><v>1</v></c>", count: 16_384)
    let rows = try TestWorkbook(rows: "<row>\(cells)</row>").rows()
    #expect(rows.first?.cells.count == 16_384)
    #expect(rows.first?.cells.last?.column == 16_384)
    #expect(TestWorkbook(rows: "<row>\(cells)<c><v>1</v></c></row>").failure()?.code == .badReference)
  }

  @Test("a shared text that is not there is told, and the cell is blank")
  func noSuchText() throws {
    var workbook = TestWorkbook(rows: #"<row><c t="s"><v>1</v></c><c t="s"><v>-1</v></c><c t="s"><v>0</v></c></row>"#)
    workbook.sharedStrings = "<si><t>a</t></si>"
    let row = try #require(try workbook.rows().first)
    #expect(row.shown == ["C text a"])
    #expect(row.problems.map(\.code) == [.noSuchText, .noSuchText])
    #expect(row.problems.first?.description.hasPrefix("sheet “Form1”, cell A1: ") == true)
  }

  @Test("a cell of 10 MB is read; one over the limit is refused with its place")
  func largeCell() throws {
    let text = String(repeating: "0123456789", count: 1 << 20)
    let workbook = TestWorkbook(
      rows: #"<row r="2"><c r="B2" t="inlineStr"><is><t>\#(text)</t></is></c></row>"#)
    var limits = WorkbookLimits.standard
    limits.ratio = 2000
    let row = try #require(try workbook.rows(limits: limits).first)
    #expect(row.text(of: row.cells[0]) == text)
    limits.bytesPerCell = 1 << 20
    #expect(
      workbook.failure(limits: limits)?.description.hasPrefix("sheet “Form1”, cell B2: This cell holds more") == true)
    limits = .standard
    limits.ratio = 2000
    limits.bytesPerRow = 1 << 20
    #expect(
      workbook.failure(limits: limits)?.description.hasPrefix("sheet “Form1”, row 2: This row holds more") == true)
  }

  @Test("a shared text over the limit of a cell is refused where it stands")
  func largeSharedText() throws {
    var workbook = TestWorkbook(rows: #"<row r="4"><c r="C4" t="s"><v>0</v></c></row>"#)
    workbook.sharedStrings = "<si><t>0123456789</t></si>"
    var limits = WorkbookLimits.standard
    limits.bytesPerCell = 9
    #expect(workbook.failure(limits: limits)?.description.hasPrefix("sheet “Form1”, cell C4: ") == true)
  }

  @Test("rows before a broken place are delivered, and the problem comes again")
  func broken() throws {
    var workbook = TestWorkbook(rows: "")
    workbook.sheet = """
      <worksheet xmlns="\(TestWorkbook.main)"><sheetData><row r="1"><c><v>1</v></c></row><row r="2"><c></row>
      """
    let reader = try WorkbookReader(.bytes(workbook.bytes))
    var rows = try reader.rows()
    #expect(try rows.next()?.number == 1)
    for _ in 0..<2 {
      do throws(WorkbookProblem) {
        _ = try rows.next()
        Issue.record("a broken row was read")
      } catch {
        #expect(error.code == .badXML)
        #expect(error.sheet == "Form1")
      }
    }
  }

  @Test("sheets by name, the first that is seen, and names that are not there")
  func sheets() throws {
    var workbook = TestWorkbook(rows: "<row><c><v>1</v></c></row>")
    workbook.sheets = """
      <sheet name="Secret" sheetId="1" state="veryHidden" r:id="rId1"/><sheet name="Chart" sheetId="2" r:id="rId5"/>
      <sheet name="Answers" sheetId="3" r:id="rId2"/>
      """
    workbook.more = [
      ("xl/worksheets/sheet2.xml", TestWorkbook(rows: "<row><c><v>2</v></c></row>").sheet)
    ]
    let reader = try WorkbookReader(.bytes(workbook.bytes))
    #expect(reader.sheets.map(\.name) == ["Secret", "Answers"])
    #expect(reader.sheets.map(\.isHidden) == [true, false])
    #expect(try workbook.rows().first?.shown == ["A number 2"])
    #expect(try workbook.rows(ofSheet: "secret").first?.shown == ["A number 1"])
    do throws(WorkbookProblem) {
      _ = try workbook.rows(ofSheet: "Form2")
      Issue.record("a sheet that is not there was read")
    } catch {
      #expect(error.code == .noSuchSheet)
      #expect(error.message.contains("“Secret”, “Answers”"))
    }
  }

  @Test("prefixes, the strict variant, extensions and a byte order mark")
  func dialects() throws {
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    var workbook = TestWorkbook(rows: "")
    workbook.sheet = """
      \u{FEFF}<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:x="\(strict)" xmlns:y="http://example.org/y">
      <x:sheetData><x:row r="1"><y:c r="Z9"><y:v>no</y:v></y:c><x:c y:r="Z9" r="B1"><y:v>no</y:v><x:v>1</x:v></x:c></x:row>
      </x:sheetData><x:row r="2"><x:c><x:v>no</x:v></x:c></x:row></x:worksheet>
      """
    #expect(try workbook.rows().map(\.shown) == [["B number 1"]])
  }

  @Test("parts in UTF-16 and Latin-1 are read as they say")
  func encodings() throws {
    let xml =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
      + TestWorkbook(rows: #"<row><c t="inlineStr"><is><t>café 😀</t></is></c></row>"#).sheet
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in xml.utf16 { utf16.append(littleEndian: Int(unit), width: 2) }
    var parts = TestWorkbook(rows: "").parts.map { ($0.name, Array($0.content.utf8)) }
    let index = try #require(parts.firstIndex { $0.0 == "xl/worksheets/sheet1.xml" })
    parts[index].1 = utf16
    #expect(try rows(storedZip(parts)).first?.shown == ["A text café 😀"])
    let latin =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet xmlns=\"\(TestWorkbook.main)\">".utf8)
      + Array("<sheetData><row><c t=\"str\"><v>caf".utf8) + [0xE9]
      + Array("</v></c></row></sheetData></worksheet>".utf8)
    parts[index].1 = latin
    #expect(try rows(storedZip(parts)).first?.shown == ["A text café"])
  }

  @Test(
    "document types and entities are refused before anything is expanded or fetched",
    arguments: [
      #"<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"#,
      #"<!DOCTYPE worksheet [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#,
      #"<!DOCTYPE worksheet SYSTEM "http://127.0.0.1/a.dtd">"#, #"<!DOCTYPE worksheet [<!ENTITY % p SYSTEM "x"> %p;]>"#,
    ])
  func documentTypes(declaration: String) throws {
    var workbook = TestWorkbook(rows: "<row><c t=\"str\"><v>&b;</v></c></row>")
    workbook.sheet = declaration + workbook.sheet
    let problem = try #require(workbook.failure())
    #expect(problem.code == .documentType)
    #expect(problem.sheet == "Form1")
    workbook = TestWorkbook(rows: "")
    workbook.sharedStrings = ""
    var parts = workbook.parts
    for index in parts.indices where parts[index].name != "xl/worksheets/sheet1.xml" {
      let before = parts[index].content
      parts[index].content = declaration + before
      #expect(throws: WorkbookProblem.self) { try rows(zip(parts)) }
      parts[index].content = before
    }
  }

  @Test("depth and the length of a tag are limited")
  func nesting() throws {
    var workbook = TestWorkbook(rows: "")
    workbook.sheet = String(repeating: "<a>", count: 100_000)
    #expect(workbook.failure()?.code == .limit)
    workbook.sheet = "<a b=\"\(String(repeating: "0123456789", count: 300_000))\"/>"
    var limits = WorkbookLimits.standard
    limits.ratio = 5000
    #expect(workbook.failure(limits: limits)?.code == .limit)
  }

  @Test("a sheet that lies outside of the file, or is not in it, is not fetched")
  func external() throws {
    let workbook = TestWorkbook(rows: "")
    var parts = workbook.parts
    let index = try #require(parts.firstIndex { $0.name == "xl/_rels/workbook.xml.rels" })
    for target in [
      "Target=\"http://127.0.0.1/sheet.xml\" TargetMode=\"External\"", "Target=\"../../../sheet1.xml\"",
      "Target=\"none.xml\"",
    ] {
      parts[index].content = workbook.parts[index].content.replacing("Target=\"worksheets/sheet1.xml\"", with: target)
      do throws(WorkbookProblem) {
        _ = try rows(zip(parts))
        Issue.record("\(target) was read")
      } catch {
        #expect(error.code == .damaged)
        #expect(error.sheet == "Form1")
      }
    }
  }
}
