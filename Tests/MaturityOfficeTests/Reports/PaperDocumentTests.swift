import DigitalMaturity
import Testing

@testable import MaturityOffice

@Suite("Paper as a document") struct PaperDocumentTests {
  static func part(_ name: String = "word/document.xml", of bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(bytes, limits: .standard)
    var reader = try ZipPartReader(try #require(archive.part(named: name)), of: archive)
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = try reader.read(into: &chunk), count > 0 { content += chunk[..<count] }
    return String(decoding: content, as: UTF8.self)
  }

  private static let note = Paper(
    title: "Briefing note", fields: [Paper.Field("To", "Scrutiny board")],
    blocks: [
      .heading("Purpose", level: 1, number: "1"), .paragraph(PaperText("To ") + .bold("tell"), number: "1.1"),
      .heading("Risk", level: 2, number: "1.2"),
      .list([Paper.Item("one"), Paper.Item("deeper", level: 1)], isNumbered: true),
      .quote("Said so."),
      .table(PaperTable(columns: [.init("Area"), .init("Score", isNumber: true)], rows: [["a", "3.4"]])),
    ])

  @Test("headings and paragraphs in order are numbered by the document")
  func automatic() throws {
    let xml = try Self.part(of: Self.note.document())
    #expect(xml.contains("<w:pStyle w:val=\"Heading1\"/><w:numPr><w:ilvl w:val=\"0\"/>"))
    #expect(xml.contains("<w:pStyle w:val=\"NumberedParagraph\"/>"))
    #expect(xml.contains("<w:pStyle w:val=\"Heading2\"/><w:numPr><w:ilvl w:val=\"1\"/>"))
    #expect(!xml.contains(">1.1<") && !xml.contains(">1</w:t>"))
    #expect(xml.ranges(of: "<w:tbl>").count == 2)
    #expect(xml.contains("<w:tblCaption w:val=\"Risk\"/>"))
  }

  @Test("a notice is the first paragraph")
  func notice() throws {
    var paper = Self.note
    paper.notice = "Personal."
    let xml = try Self.part(of: paper.document())
    let notice = try #require(xml.firstRange(of: ">Personal.<"))
    #expect(try #require(xml.firstRange(of: "<w:t")).upperBound <= notice.lowerBound)
    #expect(try #require(xml.firstRange(of: ">Briefing note<")).lowerBound > notice.upperBound)
    #expect(
      xml[..<notice.lowerBound].ranges(of: "<w:t>").count + xml[..<notice.lowerBound].ranges(of: "<w:t ").count <= 1)
  }

  @Test("numbers out of order stand as they were written")
  func literal() throws {
    var paper = Self.note
    paper.blocks[1] = .paragraph("To tell", number: "1.7")
    let xml = try Self.part(of: paper.document())
    #expect(xml.contains(">1.7</w:t><w:tab/>") && xml.contains(">1.2</w:t><w:tab/>"))
    #expect(!xml.contains("NumberedParagraph"))
  }

  @Test("what introduces a table stays on its page, and no other paragraph is kept", arguments: ["1.1", nil])
  func introduction(number: String?) throws {
    let table = PaperTable(columns: [.init("Area")], rows: [["a"]])
    let paper = Paper(
      title: "Note",
      blocks: [
        .heading("Purpose", level: 1, number: "1"), .paragraph("Before", number: number),
        .paragraph("Below", number: number.map { _ in "1.2" }), .table(table), .paragraph("After"),
      ])
    let xml = try Self.part(of: paper.document())
    let kept = xml.split(separator: "<w:p>").filter { $0.contains("<w:keepNext/>") }
    #expect(kept.count == 2)
    #expect(kept.count { $0.contains(">Below<") } == 1)
    #expect(kept.count { $0.contains(">Area<") } == 1)
  }

  @Test("where a page ends, three rows of a table or more stand on either side")
  func rowsTogether() throws {
    let table = PaperTable(columns: [.init("Area")], rows: (0..<10).map { [PaperText("row \($0).")] })
    let xml = try Self.part(of: Paper(title: "Note", blocks: [.table(table)]).document())
    let kept = xml.split(separator: "<w:tr>").filter { $0.contains("<w:keepNext/>") }
    #expect(kept.filter { $0.contains(">row ") }.count == 4)
    for row in [0, 1, 7, 8] { #expect(kept.contains { $0.contains(">row \(row).<") }) }
  }

  @Test("one side has smaller margins")
  func margins() throws {
    var paper = Self.note
    #expect(try Self.part(of: paper.document()).contains("w:left=\"1417\""))
    paper.extent = .oneSide
    #expect(try Self.part(of: paper.document()).contains("w:left=\"1020\""))
  }

  @Test("hostile text is inert everywhere", arguments: ResultWorkbookTests.hostile)
  func hostile(text: String) throws {
    let paper = Paper(
      title: text, fields: [Paper.Field(text, PaperText(text))],
      blocks: [
        .heading(PaperText(text), level: 1, number: text), .paragraph(PaperText(text)), .quote(PaperText(text)),
        .list([Paper.Item(PaperText(text), level: 9)]),
        .table(
          PaperTable(caption: text, columns: [.init(PaperText(text))], rows: [[PaperText(text), PaperText(text)]])),
      ])
    let archive = try ZipArchive(paper.document(), limits: .standard)
    var xml = XMLReader(
      try ZipPartReader(try #require(archive.part(named: "word/document.xml")), of: archive), limits: .standard)
    var texts: [UInt8] = []
    while let event = try xml.next() { if event.kind == .text { xml.append(event, to: &texts) } }
    // Title, both parts of the field, heading with its number, three blocks, the caption, a heading and two cells.
    let line = text.split(whereSeparator: \.isNewline).first.map { String($0) } ?? ""
    #expect(String(decoding: texts, as: UTF8.self).ranges(of: XMLOutput.clean(line)).count == 12)
  }
}
