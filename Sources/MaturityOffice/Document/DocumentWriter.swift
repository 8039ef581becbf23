/// Writes a .docx document (ECMA-376) of headings, paragraphs, lists and tables, which a screen reader can walk: real
/// headings, heading rows that say so, a title, a language.
///
/// ```swift
/// var document = DocumentWriter(OfficeProperties(title: "Briefing note"))
/// document.title("Briefing note")
/// document.heading("Purpose of the note", level: 1, isNumbered: true)
/// document.numberedParagraph("To tell the board how digital the council is.")
/// let bytes = document.finish()
/// ```
///
/// The same calls give the same bytes. Control characters, which a document cannot hold, become U+FFFD.
public struct DocumentWriter: ~Copyable {
  private let properties: OfficeProperties
  private let layout: DocumentLayout
  private var package = OfficePackage()
  private var numbering = DocumentNumbering()
  private var output = XMLOutput.declared
  private var breaksPage = false
  private var followsTable = false

  /// Makes a document without content.
  public init(_ properties: OfficeProperties, layout: DocumentLayout = DocumentLayout()) {
    self.properties = properties
    self.layout = layout
    package.begin("word/document.xml", type: "wordprocessingml.document.main")
    output.markup(
      """
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
      """)
  }

  /// Adds the title, in large type.
  public mutating func title(_ text: DocumentText) { paragraph(text, style: "Title") }

  /// Adds a heading of level 1 to 3; a level outside is moved to the nearest. Those of levels 1 and 2 can be
  /// numbered: level 1 has a number with which those of level 2 and numbered paragraphs under it begin.
  public mutating func heading(_ text: DocumentText, level: Int, isNumbered: Bool = false) {
    let level = min(max(level, 1), 3)
    paragraph(
      text, style: "Heading\(level)",
      numbering: isNumbered && level < 3 ? (DocumentNumbering.outline, level - 1) : nil)
  }

  /// Adds a paragraph.
  /// - Parameters:
  ///   - text: What it says.
  ///   - keepsWithNext: Whether it stands on the page of what follows, such as the table that it introduces.
  public mutating func paragraph(_ text: DocumentText, keepsWithNext: Bool = false) {
    paragraph(text, style: nil, keepsWithNext: keepsWithNext)
  }

  /// Adds a paragraph with a number, such as 2.1 for the first after the second numbered heading.
  /// - Parameters:
  ///   - text: What it says.
  ///   - keepsWithNext: Whether it stands on the page of what follows, such as the table that it introduces.
  public mutating func numberedParagraph(_ text: DocumentText, keepsWithNext: Bool = false) {
    paragraph(text, style: "NumberedParagraph", keepsWithNext: keepsWithNext)
  }

  /// Makes a list, to which items can be added one by one.
  public mutating func makeList(_ style: DocumentListStyle) -> DocumentList { numbering.list(style) }

  /// Adds an item to a list, set in by `level`, 0 to 2; a number outside is moved to the nearest.
  public mutating func item(_ text: DocumentText, of list: DocumentList, level: Int = 0) {
    paragraph(
      text, style: list.style == .bullets ? "ListBullet" : "ListNumber", numbering: (list.number, min(max(level, 0), 2))
    )
  }

  /// Adds a whole list, set in by `level`, 0 to 2; a number outside is moved to the nearest.
  public mutating func list(_ style: DocumentListStyle, _ items: [DocumentText], level: Int = 0) {
    let list = makeList(style)
    for text in items { item(text, of: list, level: level) }
  }

  /// Adds a table. One without a cell adds nothing.
  public mutating func table(_ table: DocumentTable) {
    // Two tables without a paragraph between them would be one.
    if followsTable || breaksPage { paragraph("", style: nil) }
    table.write(to: &output, width: layout.textWidth)
    followsTable = true
    flush()
  }

  /// Begins a new page with what comes next.
  public mutating func pageBreak() { breaksPage = true }

  /// Ends the document and returns it.
  public consuming func finish() -> [UInt8] {
    if followsTable { paragraph("", style: nil) }
    output.markup("<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>")
    output.markup(layout.section)
    output.markup("</w:sectPr></w:body></w:document>")
    package.write(&output)
    package.end()
    package.add("word/styles.xml", type: "wordprocessingml.styles", DocumentStyles.part(language: properties.language))
    package.add("word/numbering.xml", type: "wordprocessingml.numbering", numbering.part())
    package.add("word/settings.xml", type: "wordprocessingml.settings", DocumentStyles.settings())
    package.add("word/footer1.xml", type: "wordprocessingml.footer", layout.footer())
    let types = ["styles", "numbering", "settings", "footer"]
    package.add(
      types.enumerated().map { index, type in
        OfficePackage.Relationship(
          id: "rId\(index + 1)", type: type, target: type == "footer" ? "footer1.xml" : "\(type).xml")
      }, of: "word/document.xml")
    return package.finish(main: "word/document.xml", properties)
  }

  private mutating func paragraph(
    _ text: DocumentText, style: String?, numbering: (number: Int, level: Int)? = nil, keepsWithNext: Bool = false
  ) {
    output.markup("<w:p><w:pPr>")
    if let style { output.markup("<w:pStyle w:val=\"\(style)\"/>") }
    if keepsWithNext { output.markup("<w:keepNext/>") }
    if breaksPage { output.markup("<w:pageBreakBefore/>") }
    if let numbering {
      output.markup("<w:numPr><w:ilvl w:val=\"\(numbering.level)\"/><w:numId w:val=\"\(numbering.number)\"/></w:numPr>")
    }
    // Headings have room above them; other paragraphs need some after a table.
    if followsTable, style == nil || style == "NumberedParagraph" { output.markup("<w:spacing w:before=\"160\"/>") }
    output.markup("</w:pPr>")
    text.write(to: &output)
    output.markup("</w:p>")
    breaksPage = false
    followsTable = false
    flush()
  }

  private mutating func flush() {
    if output.bytes.count > 64 << 10 { package.write(&output) }
  }
}
