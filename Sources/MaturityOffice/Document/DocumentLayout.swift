/// The pages of a document: A4, with page numbers at the foot.
public struct DocumentLayout: Sendable, Hashable {
  /// Whether a page is wider than high.
  public var isLandscape: Bool
  /// What stands before a page's number.
  public var pageWord: String
  /// What stands between a page's number and the number of pages.
  public var ofWord: String
  /// The margins in millimetres, 10 to 50; a number outside is moved to the nearest.
  public var margin: Double

  /// The margins that are usual, in millimetres.
  public static let usualMargin = 25.0

  /// Makes a layout.
  public init(
    isLandscape: Bool = false, pageWord: String = "Page", ofWord: String = "of", margin: Double = usualMargin
  ) {
    self.isLandscape = isLandscape
    self.margin = margin
    self.pageWord = pageWord
    self.ofWord = ofWord
  }

  // In twentieths of a point.
  private static let (short, long) = (11_906, 16_838)
  private var edge: Int { Int((margin.isFinite ? min(max(margin, 10), 50) : Self.usualMargin) / 25.4 * 1_440) }

  /// The width of the text on a page, in twentieths of a point.
  var textWidth: Int { (isLandscape ? Self.long : Self.short) - 2 * edge }

  /// The size of a page and its margins.
  var section: String {
    let size =
      isLandscape
      ? "<w:pgSz w:w=\"\(Self.long)\" w:h=\"\(Self.short)\" w:orient=\"landscape\"/>"
      : "<w:pgSz w:w=\"\(Self.short)\" w:h=\"\(Self.long)\"/>"
    return """
      \(size)<w:pgMar w:top="\(edge)" w:right="\(edge)" w:bottom="\(edge)" w:left="\(edge)" \
      w:header="\(min(708, edge / 2))" w:footer="\(min(708, edge / 2))" w:gutter="0"/>
      """
  }

  func footer() -> XMLOutput {
    var output = XMLOutput.declared
    output.markup("<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">")
    output.markup("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>")
    func field(_ name: String) {
      output.markup("<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    }
    DocumentText(pageWord + " ").write(to: &output)
    field("PAGE")
    DocumentText(" " + ofWord + " ").write(to: &output)
    field("NUMPAGES")
    output.markup("</w:p></w:ftr>")
    return output
  }
}
