public import DigitalMaturity

/// How well somebody can do something, such as `with help`.
public struct ProficiencyLevel: Sendable, Hashable {
  /// The level's id.
  public var id: Identifier<ProficiencyLevel>
  /// Its place on the scale; higher is more.
  public var value: Double
  /// A short name.
  public var name: LocalizedText
  /// What it means.
  public var summary: LocalizedText?

  /// Makes a level.
  public init(
    id: Identifier<ProficiencyLevel>, value: Double, name: LocalizedText, summary: LocalizedText? = nil
  ) {
    self.id = id
    self.value = value
    self.name = name
    self.summary = summary
  }
}
