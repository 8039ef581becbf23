import Testing

@testable import MaturityOffice

@Suite("Document writer")
struct DocumentWriterTests {
  private static func written(
    _ properties: OfficeProperties = OfficeProperties(title: "Note"), _ write: (inout DocumentWriter) -> Void
  ) -> [UInt8] {
    var document = DocumentWriter(properties)
    write(&document)
    return document.finish()
  }

  /// A part of a document as text.
  private static func part(_ name: String = "word/document.xml", of bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(bytes, limits: .standard)
    var reader = try ZipPartReader(try #require(archive.part(named: name)), of: archive)
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = try reader.read(into: &chunk), count > 0 { content += chunk[..<count] }
    return String(decoding: content, as: UTF8.self)
  }

  /// The paragraphs in a part: their properties, and their text with marks for bold and italics.
  private static func paragraphs(_ bytes: [UInt8]) throws -> [String] {
    try part(of: bytes).split(separator: "<w:p>").dropFirst().map { paragraph in
      var text = String(paragraph.prefix { _ in true }.split(separator: "</w:p>").first ?? "")
      text = text.replacing("<w:pPr></w:pPr>", with: "")
      for (tag, mark) in [
        ("<w:b/><w:bCs/>", "*"), ("<w:i/><w:iCs/>", "/"), ("<w:rPr>", ""), ("</w:rPr>", ""), ("<w:r>", ""),
        ("</w:r>", ""),
        ("<w:t xml:space=\"preserve\">", ""), ("</w:t>", ""), ("<w:pPr>", "{"), ("</w:pPr>", "}"),
        ("<w:pStyle w:val=\"", ""),
        ("\"/>", ";"),
      ] { text = text.replacing(tag, with: mark) }
      return text
    }
  }

  @Test("headings are styles, and numbers come from the numbering")
  func headings() throws {
    let bytes = Self.written {
      $0.title("Briefing note")
      $0.heading("Purpose", level: 1, isNumbered: true)
      $0.numberedParagraph("To tell.")
      $0.heading("Two", level: 2)
      $0.heading("Deep", level: 9)
      $0.paragraph("Plain")
    }
    #expect(
      try Self.paragraphs(bytes) == [
        "{Title;}Briefing note", "{Heading1;<w:numPr><w:ilvl w:val=\"0;<w:numId w:val=\"1;</w:numPr>}Purpose",
        "{NumberedParagraph;}To tell.", "{Heading2;}Two", "{Heading3;}Deep", "Plain",
      ])
    let styles = try Self.part("word/styles.xml", of: bytes)
    for level in 1...3 {
      #expect(styles.contains("w:styleId=\"Heading\(level)\"><w:name w:val=\"heading \(level)\"/>"))
    }
    #expect(try Self.part("word/numbering.xml", of: bytes).contains("<w:lvlText w:val=\"%1.%2\"/>"))
  }

  @Test("each list begins anew, and a list goes on after other paragraphs")
  func lists() throws {
    let bytes = Self.written {
      let questions = $0.makeList(.numbers)
      $0.item("One?", of: questions)
      $0.list(.capitals, ["a", "b"], level: 1)
      $0.item("Two?", of: questions)
      $0.list(.capitals, ["c"], level: 1)
    }
    let numbers = try Self.paragraphs(bytes).map { $0.split(separator: "w:numId w:val=\"")[1].prefix { $0.isNumber } }
    #expect(numbers == ["2", "3", "3", "2", "4"])
    let numbering = try Self.part("word/numbering.xml", of: bytes)
    #expect(numbering.split(separator: "<w:num ").count == 5)
    #expect(numbering.split(separator: "<w:startOverride w:val=\"1\"/>").count == 10)
  }

  @Test("runs of bold and italics, lines and tabs")
  func runs() throws {
    let bytes = Self.written {
      $0.paragraph("The score is \(bold: "3.4") of \(5), \(italic: "likely") \(.bold("so") + " it is")")
      $0.paragraph("one\ntwo\r\nthree\tfour")
    }
    #expect(
      try Self.paragraphs(bytes) == [
        "The score is *3.4 of 5, /likely *so it is", "one<w:br/>two<w:br/>three<w:tab/>four",
      ])
  }

  @Test(
    "hostile text is inert everywhere",
    arguments: [
      "<script>&\"' ]]>", "\u{0}\u{1B}\u{FFFF}", "‏שלום عربي", "👩‍💻😀", "=1+1", String(repeating: "long ", count: 40),
    ])
  func hostile(text: String) throws {
    let bytes = Self.written(OfficeProperties(title: text, language: text, author: text)) {
      $0.title(DocumentText(text))
      $0.list(.bullets, [DocumentText(text)])
      $0.table(DocumentTable(summary: text, columns: [.init(DocumentText(text))], rows: [[DocumentText(text)]]))
    }
    let archive = try ZipArchive(bytes, limits: .standard)
    for name in ["word/document.xml", "word/styles.xml", "docProps/core.xml"] {
      var xml = XMLReader(try ZipPartReader(try #require(archive.part(named: name)), of: archive), limits: .standard)
      var texts: [UInt8] = []
      while let event = try xml.next() {
        if event.kind == .text { xml.append(event, to: &texts) }
      }
      // Title, item, heading and cell; title, author and language; in styles an attribute alone.
      let expected = ["word/document.xml": 4, "docProps/core.xml": 3][name] ?? 0
      #expect(String(decoding: texts, as: UTF8.self).ranges(of: XMLOutput.clean(text)).count == expected)
    }
  }

  @Test("a table's heading row is one, and comes again on each page; rows of any length make a whole grid")
  func table() throws {
    let bytes = Self.written {
      $0.table(
        DocumentTable(
          summary: "Projects", columns: [.init("Project", width: 3), .init("Days", alignsRight: true)],
          hasRowHeadings: true,
          rows: [["a"], ["b", "2", "extra"], []]))
      $0.table(DocumentTable(summary: "", columns: [.init()]))
      $0.table(DocumentTable(summary: "", columns: [], rows: []))
    }
    let xml = try Self.part(of: bytes)
    #expect(xml.split(separator: "<w:tbl>").count == 2)
    #expect(xml.split(separator: "<w:tblHeader/>").count == 2)
    #expect(xml.split(separator: "<w:tc>").count == 4 * 3 + 1)
    #expect(xml.contains("<w:tblCaption w:val=\"Projects\"/>"))
    #expect(xml.contains("w:firstRow=\"1\"") && xml.contains("w:firstColumn=\"1\""))
    #expect(xml.contains("extra"))
  }

  @Test("a paragraph parts tables, and follows the last; a page break belongs to what comes next")
  func parts() throws {
    let table = DocumentTable(summary: "", columns: [.init("a")], rows: [["b"]])
    let bytes = Self.written {
      $0.table(table)
      $0.table(table)
      $0.pageBreak()
      $0.heading("Next", level: 1)
      $0.pageBreak()
    }
    let xml = try Self.part(of: bytes)
    #expect(!xml.contains("</w:tbl><w:tbl>"))
    #expect(xml.split(separator: "<w:pageBreakBefore/>").count == 2)
    #expect(xml.contains("<w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/>"))
    #expect(try Self.part(of: Self.written { $0.table(table) }).contains("</w:tbl><w:p>"))
  }

  @Test("title, language and page numbers")
  func properties() throws {
    var document = DocumentWriter(
      OfficeProperties(title: "Nodyn", language: "cy", author: "Cyngor"),
      layout: DocumentLayout(isLandscape: true, pageWord: "Tudalen", ofWord: "o"))
    document.paragraph("")
    let bytes = document.finish()
    let core = try Self.part("docProps/core.xml", of: bytes)
    #expect(core.contains("<dc:title>Nodyn</dc:title><dc:creator>Cyngor</dc:creator><dc:language>cy</dc:language>"))
    #expect(try Self.part("word/styles.xml", of: bytes).contains("<w:lang w:val=\"cy\""))
    #expect(try Self.part("word/footer1.xml", of: bytes).contains(">Tudalen </w:t>"))
    #expect(try Self.part(of: bytes).contains("w:orient=\"landscape\""))
  }
}
