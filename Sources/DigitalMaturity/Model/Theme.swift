/// A theme of a digital strategy: a view across areas.
public struct Theme: Sendable, Hashable {
  /// How a paper of a certain date words the theme.
  public struct Wording: Sendable, Hashable {
    /// The paper's date, as written: `2017-02-21`.
    public var date: String
    /// The wording.
    public var text: LocalizedText
    /// The paper.
    public var source: LocalizedText?

    /// Makes a wording.
    public init(date: String, text: LocalizedText, source: LocalizedText? = nil) {
      self.date = date
      self.text = text
      self.source = source
    }
  }

  /// The theme's id.
  public var id: Identifier<Theme>
  /// A short name.
  public var name: LocalizedText
  /// What belongs to it.
  public var summary: LocalizedText?
  /// How dated papers word it, oldest first.
  public var wordings: [Wording]

  /// Makes a theme.
  public init(
    id: Identifier<Theme>, name: LocalizedText, summary: LocalizedText? = nil, wordings: [Wording] = []
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.wordings = wordings
  }
}
