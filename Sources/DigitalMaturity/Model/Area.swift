/// An area of digital maturity: what is scored, with a target and a description of each level.
public struct Area: Sendable, Hashable {
  /// The area's id.
  public var id: Identifier<Area>
  /// A short name.
  public var name: LocalizedText
  /// What belongs to it.
  public var summary: LocalizedText?
  /// The themes it contributes to.
  public var themes: [Identifier<Theme>]
  /// Its weight in themes and in an overall score: finite, not negative, at most six decimals.
  public var weight: Double
  /// The score the council aims for, on the scale of the levels.
  public var target: Double?
  /// What each level looks like in this area.
  public var levels: [Identifier<MaturityLevel>: LocalizedText]

  /// Makes an area.
  public init(
    id: Identifier<Area>, name: LocalizedText, summary: LocalizedText? = nil, themes: [Identifier<Theme>] = [],
    weight: Double = 1, target: Double? = nil, levels: [Identifier<MaturityLevel>: LocalizedText] = [:]
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.themes = themes
    self.weight = weight
    self.target = target
    self.levels = levels
  }
}
