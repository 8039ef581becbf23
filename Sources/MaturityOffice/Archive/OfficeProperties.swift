/// What a workbook or document says about itself, and screen readers say first. No dates, so that the same content gives
/// the same bytes every day.
public struct OfficeProperties: Sendable, Hashable {
  /// What it is about.
  public var title: String
  /// The language of its texts, as a tag such as `en-GB`.
  public var language: String
  /// Who made it, such as the council's name.
  public var author: String?

  /// Makes properties.
  public init(title: String, language: String = "en-GB", author: String? = nil) {
    self.title = title
    self.language = language
    self.author = author
  }

  func part() -> XMLOutput {
    var output = XMLOutput.declared
    output.markup(
      """
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      """)
    output.element("dc:title", title)
    if let author { output.element("dc:creator", author) }
    output.element("dc:language", language)
    output.markup("</cp:coreProperties>")
    return output
  }
}
