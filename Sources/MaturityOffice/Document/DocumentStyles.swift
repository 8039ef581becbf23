/// How a document looks: one sans serif font, dark blue headings, tables with rules between rows.
enum DocumentStyles {
  private static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  static func part(language: String) -> XMLOutput {
    var output = XMLOutput.declared
    output.markup("<w:styles xmlns:w=\"\(namespace)\"><w:docDefaults><w:rPrDefault><w:rPr>")
    output.markup("<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>")
    output.markup("<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang")
    output.attribute("w:val", language)
    output.attribute("w:eastAsia", language)
    output.markup("/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>")
    output.markup(
      "<w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>")
    output.markup(
      """
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
      <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
      <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>
      """)
    paragraph("Title", "Title", spacing: "w:before=\"0\" w:after=\"240\"", size: 44, isBold: true, to: &output)
    for (level, size) in [(1, 32), (2, 26), (3, 23)] {
      paragraph(
        "Heading\(level)", "heading \(level)", spacing: "w:before=\"\(400 - 80 * level)\" w:after=\"120\"", size: size,
        isBold: true, outline: level - 1, to: &output)
    }
    output.markup(
      """
      <w:style w:type="paragraph" w:customStyle="1" w:styleId="NumberedParagraph"><w:name w:val="Numbered Paragraph"/>\
      <w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:numPr><w:ilvl w:val="1"/>\
      <w:numId w:val="\(DocumentNumbering.outline)"/></w:numPr></w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>\
      <w:pPr><w:spacing w:after="60"/></w:pPr></w:style>\
      <w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/><w:basedOn w:val="Normal"/>\
      <w:pPr><w:spacing w:after="60"/></w:pPr></w:style>\
      <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText"><w:name w:val="Table Text"/>\
      <w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>\
      <w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>\
      <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>\
      <w:pPr><w:spacing w:after="0"/><w:jc w:val="right"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>\
      <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>\
      <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>\
      </w:tblCellMar></w:tblPr></w:style>\
      <w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>\
      <w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="12436D"/>\
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="12436D"/>\
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="A6B4C2"/></w:tblBorders></w:tblPr>\
      <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>\
      <w:shd w:val="clear" w:color="auto" w:fill="E6ECF1"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>\
      <w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style></w:styles>
      """)
    return output
  }

  static func settings() -> XMLOutput {
    var output = XMLOutput.declared
    output.markup(
      """
      <w:settings xmlns:w="\(namespace)"><w:defaultTabStop w:val="720"/><w:compat>\
      <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
      </w:settings>
      """)
    return output
  }

  private static func paragraph(
    _ id: String, _ name: String, spacing: String, size: Int, isBold: Bool, outline: Int? = nil,
    to output: inout XMLOutput
  ) {
    output.markup(
      """
      <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/>\
      <w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing \(spacing)/>
      """)
    if let outline { output.markup("<w:outlineLvl w:val=\"\(outline)\"/>") }
    output.markup("</w:pPr><w:rPr>\(isBold ? "<w:b/><w:bCs/>" : "")<w:color w:val=\"12436D\"/>")
    output.markup("<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/></w:rPr></w:style>")
  }
}
