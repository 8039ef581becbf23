import MaturityTables
import Testing

@testable import MaturityOffice

@Suite("Plain cells")
struct PlainCellTests {
  @Test(
    "what is plain",
    arguments: [
      (#"<c r="B2" s="1" t="s"><v>7</v></c>"#, ["B2", "1", "s", "7"]), (#"<c r="AA10"/>"#, ["AA10", "-", "-", "-"]),
      (#"<c><v></v></c>"#, ["-", "-", "-", ""]),
      (#"<c t="str" r="A1"><v> a]"' </v></c>"#, ["A1", "-", "str", #" a]"' "#]),
      (#"<c s="2"><v>-1.5E-3</v></c><c"#, ["-", "2", "-", "-1.5E-3"]),
    ])
  func plain(text: String, parts: [String]) throws {
    let bytes = Array(text.utf8)
    let read = PlainCell(bytes.span, at: 0)
    let cell = try #require(read)
    let found = [cell.reference, cell.style, cell.type, cell.value].map { range in
      range.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "-"
    }
    #expect(found == parts)
    #expect(bytes[..<cell.end].last == UInt8(ascii: ">"))
  }

  @Test(
    "what is left to expat",
    arguments: [
      "", "<c", "<c>", "<c ", "<c r", "<c r=", #"<c r=""#, #"<c r="A1""#, #"<c r="A1"/"#, #"<c r="A1"><v>7"#,
      #"<c r="A1"><v>7</v>"#,
      #"<c r="A1"><v>7</v></c"#, "<c r='A1'/>", #"<c  r="A1"/>"#, #"<c r = "A1"/>"#, #"<c r="A1" r="A1"/>"#,
      #"<c r="A1" cm="1"/>"#, #"<c r="A 1"/>"#, #"<c r="&#65;1"/>"#, #"<c r="A1"></c>"#, #"<c r="A1"><v/></c>"#,
      #"<c r="A1"><v>&lt;</v></c>"#, #"<c r="A1"><v>a>b</v></c>"#, "<c r=\"A1\"><v>1\n</v></c>",
      #"<c r="A1"><v>é</v></c>"#, #"<c r="A1"><f>1</f><v>1</v></c>"#, #"<c r="A1"><v>1</v><v>2</v></c>"#,
      #"<c r="A1"><v>1</v ></c>"#, #"<c xmlns="x"><v>1</v></c>"#, #"<cc r="A1"/>"#, #"<x:c r="A1"/>"#, " <c/>",
    ])
  func other(text: String) {
    let bytes = Array(text.utf8)
    let cell = PlainCell(bytes.span, at: 0)
    #expect(cell == nil)
  }

  @Test("plain cells are to the reader what expat makes of them")
  func events() {
    let cells = Array(
      #"<c r="A1"/><c t="s" r="B1"><v>7</v></c><c s="3"><v></v></c><c r="D1" s="1" t="b"><v>1</v></c>"#.utf8)
    let (start, end) = (Array("<row r=\"1\">".utf8), Array("</row>".utf8))
    var (plain, whole) = (XMLBatch(), XMLBatch())
    var parser = ExpatParser(depth: 9)
    let all = start + cells + end
    _ = parser.parse(all.span, isLast: true, into: &whole)
    parser = ExpatParser(depth: 9)
    _ = parser.parse(start.span, isLast: false, into: &plain)
    let isRow = parser.endsWithRow(of: start.count)
    #expect(isRow)
    #expect(plain.isInRow)
    let after = plain.addPlainCells(cells + end, from: 0, count: cells.count + end.count)
    #expect(after == cells.count)
    parser.leaveOut(cells.count)
    _ = parser.parse(end.span, isLast: true, into: &plain)
    func shown(_ batch: XMLBatch) -> [String] {
      batch.events.map { event in
        let attributes = event.kind == .start ? Array(batch.attributes[event.range]) : []
        let texts = attributes.map { "\($0.name)=\(String(decoding: batch.bytes[$0.range], as: UTF8.self))" }.sorted()
        let text = event.kind == .text ? String(decoding: batch.bytes[event.range], as: UTF8.self) : ""
        return "\(event.kind) \(event.name) \(texts) \(text)"
      }
    }
    #expect(shown(plain) == shown(whole))
  }

  /// What comes of a sheet: its rows, and what ended the reading.
  private func outcome(_ workbook: TestWorkbook) -> [String] {
    var found: [String] = []
    do throws(WorkbookProblem) {
      var limits = WorkbookLimits.standard
      limits.depth = 6
      var rows = try WorkbookReader(.bytes(workbook.bytes), limits: limits).rows()
      while let row = try rows.next() {
        found.append("\(row.number) \(row.shown) \(row.problems.map(\.description))")
      }
    } catch {
      found.append("\(error.code) \(error)")
    }
    return found
  }

  /// With the other quotation marks no cell is plain, and nothing else is changed.
  private func isReadAlike(_ workbook: TestWorkbook) -> Bool {
    var other = workbook
    other.sheet = workbook.sheet.replacing("\"", with: "'")
    return outcome(workbook) == outcome(other)
  }

  @Test(
    "sheets are read as by expat alone, with what is wrong and where",
    arguments: [
      #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>2.5</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c>"#
        + #"<c r="D1"><v>4</v></c></row><row r="2"/><row r="3"><c r="A3"/></row>"#,
      #"<!-- <row r="1"><c r="A1"><v>1</v></c></row> --><row r="2"><c r="A2"><v>2</v></c></row>"#,
      #"<row r="1"><![CDATA[<row r="1">]]><c r="A1"><v>1</v></c></row>"#,
      #"<?x <row r="1"><c r="A1"><v>1</v></c>?><row r="1"><c r="B1"><v>1</v></c></row>"#,
      #"<row r="1" x="<"><c r="A1"/></row>"#, #"<row r="1" x=">"><c r="A1"><v>1</v></c></row>"#,
      #"<row xmlns="y"><c r="A1"><v>1</v></c></row>"#,
      #"<x:row xmlns:x="\#(TestWorkbook.main)" xmlns="y"><c r="A1"><v>1</v></c></x:row>"#,
      #"<row r="1"><row r="2"><c r="A2"><v>1</v></c></row></row>"#, #"<a><row r="1"><c r="A1"><v>1</v></c></row></a>"#,
      #"<a><b><row r="1"><c r="A1"><v>1</v></c></row></b></a>"#, #"<a><b><row r="1"><c r="A1"/></row></b></a>"#,
      #"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#, #"<row r="1"><c r="A2"><v>1</v></c></row>"#,
      #"<row r="1"><c r="b1"><v>1</v></c><c r="01"/></row>"#, #"<row r="1"><c r="A1" t="zz"><v>1</v></c></row>"#,
      #"<row r="1"><c r="A1" t="s"><v>9</v></c><c r="B1"><v>1,5</v></c></row>"#,
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c>\n<c r=\"B1\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></rov></row>",
      #"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></rov></row>"#,
      #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>&no;</v></c></row>"#,
      #"<row r="1"><c r="A1"><v>1</v></c><c r="B1" r="B1"/></row>"#, #"<row r="1"><c r="A1"><v>1</v></c>"#,
    ])
  func alike(rows: String) {
    var workbook = TestWorkbook(rows: rows)
    workbook.sharedStrings = "<si><t>a</t></si>"
    #expect(isReadAlike(workbook))
    // Without the end: the last that is read is a plain cell.
    workbook.sheet = "<worksheet xmlns=\"\(TestWorkbook.main)\"><sheetData>\(rows)"
    #expect(isReadAlike(workbook))
  }

  /// Pieces of 64 KiB end anywhere in a tag.
  @Test("a sheet of many pieces is read as by expat alone")
  func pieces() {
    var random = SystemRandomNumberGenerator()
    let rows = (1...4_000).map { row in
      let cells = (1...20).map { column in
        let place = CellReference(column: column, row: row)
        switch UInt8.random(in: 0..<8, using: &random) {
        case 0: return "<c r=\"\(place)\" s=\"1\"/>"
        case 1: return "<c r=\"\(place)\" t=\"str\"><f>A1</f><v>text</v></c>"
        default: return "<c r=\"\(place)\"><v>\(UInt32.random(in: 0...(.max), using: &random))</v></c>"
        }
      }
      return "<row r=\"\(row)\" spans=\"1:20\">\(cells.joined())</row>"
    }
    #expect(isReadAlike(TestWorkbook(rows: rows.joined())))
  }
}
