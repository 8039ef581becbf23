public import DigitalMaturity

/// One thing to be able to do, part of a literacy.
public struct Competence: Sendable, Hashable {
  /// The competence's id: the name of its column in a file of ratings, a row a person.
  public var id: Identifier<Competence>
  /// The literacy it is part of.
  public var literacy: Identifier<Literacy>
  /// A short name.
  public var name: LocalizedText
  /// What it covers.
  public var summary: LocalizedText?
  /// What each level looks like here, as somebody can see it; levels may be left undescribed.
  public var levels: [Identifier<ProficiencyLevel>: LocalizedText]

  /// Makes a competence.
  public init(
    id: Identifier<Competence>, literacy: Identifier<Literacy>, name: LocalizedText, summary: LocalizedText? = nil,
    levels: [Identifier<ProficiencyLevel>: LocalizedText] = [:]
  ) {
    self.id = id
    self.literacy = literacy
    self.name = name
    self.summary = summary
    self.levels = levels
  }
}
