/// How the items of a list begin.
public enum DocumentListStyle: Sendable, Hashable, CaseIterable {
  /// A bullet.
  case bullets
  /// `1.`, `2.`, `3.`
  case numbers
  /// `(a)`, `(b)`, `(c)`.
  case letters
  /// `A.`, `B.`, `C.`, as the options of a question.
  case capitals
}

/// A list of a document: its items count on, whatever stands between them.
public struct DocumentList: Sendable, Hashable {
  /// How its items begin.
  public let style: DocumentListStyle
  let number: Int
}

/// The document's part that says how headings, paragraphs and lists are numbered.
struct DocumentNumbering {
  /// The number of headings and paragraphs; lists follow.
  static var outline: Int { 1 }

  private(set) var lists: [DocumentListStyle] = []

  /// A list that begins anew.
  mutating func list(_ style: DocumentListStyle) -> DocumentList {
    lists.append(style)
    return DocumentList(style: style, number: Self.outline + lists.count)
  }

  func part() -> XMLOutput {
    var output = XMLOutput.declared
    output.markup("<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">")
    output.markup("<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/>")
    Self.level(0, "decimal", "%1", indent: 720, to: &output)
    Self.level(1, "decimal", "%1.%2", indent: 720, paragraphStyle: "NumberedParagraph", to: &output)
    output.markup("</w:abstractNum>")
    for (index, style) in DocumentListStyle.allCases.enumerated() {
      output.markup("<w:abstractNum w:abstractNumId=\"\(index + 1)\"><w:multiLevelType w:val=\"hybridMultilevel\"/>")
      for level in 0..<3 {
        let (format, text) =
          switch style {
          case .bullets: ("bullet", level == 1 ? "–" : "•")
          case .numbers: ("decimal", "%\(level + 1).")
          case .letters: ("lowerLetter", "(%\(level + 1))")
          case .capitals: ("upperLetter", "%\(level + 1).")
          }
        Self.level(level, format, text, indent: 720 + level * 425, hanging: 425, to: &output)
      }
      output.markup("</w:abstractNum>")
    }
    output.markup("<w:num w:numId=\"\(Self.outline)\"><w:abstractNumId w:val=\"0\"/></w:num>")
    for (index, style) in lists.enumerated() {
      let kind = (DocumentListStyle.allCases.firstIndex(of: style) ?? 0) + 1
      output.markup("<w:num w:numId=\"\(Self.outline + 1 + index)\"><w:abstractNumId w:val=\"\(kind)\"/>")
      // Otherwise it would count on from the list of that style before it.
      for level in 0..<3 where style != .bullets {
        output.markup("<w:lvlOverride w:ilvl=\"\(level)\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")
      }
      output.markup("</w:num>")
    }
    output.markup("</w:numbering>")
    return output
  }

  private static func level(
    _ level: Int, _ format: String, _ text: String, indent: Int, hanging: Int = 720, paragraphStyle: String? = nil,
    to output: inout XMLOutput
  ) {
    output.markup("<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>")
    if let paragraphStyle { output.markup("<w:pStyle w:val=\"\(paragraphStyle)\"/>") }
    output.markup("<w:lvlText w:val=\"\(text)\"/><w:lvlJc w:val=\"left\"/>")
    output.markup("<w:pPr><w:ind w:left=\"\(indent)\" w:hanging=\"\(hanging)\"/></w:pPr></w:lvl>")
  }
}
