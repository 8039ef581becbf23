public import DigitalMaturity

/// A skills framework: what people are expected to be able to do, and how well.
///
/// Found in an assessment with `assessment.section(SkillsFramework.self)`.
public struct SkillsFramework: Sendable, Hashable {
  /// The levels of proficiency, lowest first.
  public var levels: [ProficiencyLevel]
  /// The competences, each belonging to a literacy of the assessment.
  public var competences: [Competence]

  /// Makes a framework.
  public init(levels: [ProficiencyLevel], competences: [Competence]) {
    self.levels = levels
    self.competences = competences
  }

  /// The competences of a literacy, in order.
  public func competences(of literacy: Identifier<Literacy>) -> [Competence] {
    competences.filter { $0.literacy == literacy }
  }
}

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

/// One thing to be able to do, part of a literacy.
public struct Competence: Sendable, Hashable {
  /// The competence's id.
  public var id: Identifier<Competence>
  /// The literacy it is part of.
  public var literacy: Identifier<Literacy>
  /// A short name.
  public var name: LocalizedText
  /// What it covers.
  public var summary: LocalizedText?

  /// Makes a competence.
  public init(
    id: Identifier<Competence>, literacy: Identifier<Literacy>, name: LocalizedText, summary: LocalizedText? = nil
  ) {
    self.id = id
    self.literacy = literacy
    self.name = name
    self.summary = summary
  }
}
