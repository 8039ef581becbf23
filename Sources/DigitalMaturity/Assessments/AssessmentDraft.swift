/// The content of an assessment before it is checked: a value to fill, then to make an ``Assessment`` of.
public struct AssessmentDraft: Sendable {
  /// The id: a slug that stays the same from version to version.
  public var id: Identifier<Assessment>
  /// The version of the content, by semantic versioning.
  public var version: String
  /// The language of texts that do not say theirs (BCP 47).
  public var language: String
  /// What people read as its title.
  public var title: LocalizedText
  /// What it is for.
  public var summary: LocalizedText?
  /// Where its content comes from.
  public var source: LocalizedText?
  /// The levels of maturity, lowest first.
  public var levels: [MaturityLevel] = []
  /// Views across areas.
  public var themes: [Theme] = []
  /// The sets that principles come in.
  public var principleSets: [PrincipleSet] = []
  /// Statements that answers can be evidence of.
  public var principles: [Principle] = []
  /// What employees are expected to be able to do.
  public var literacies: [Literacy] = []
  /// What is scored.
  public var areas: [Area] = []
  /// How it is scored; needed as soon as there are areas.
  public var scoring: ScoringPlan?
  /// What is asked, a questionnaire an audience.
  public var questionnaires: [Questionnaire] = []
  /// The kinds of work that actions and projects belong to.
  public var workstreams: [Workstream] = []
  /// What to do, each with the condition under which it is recommended.
  public var actions: [Action] = []
  /// What the programme delivers.
  public var projects: [Project] = []
  /// The bodies that decide about the programme.
  public var governance: [GovernanceBody] = []
  var sections: [any Sendable] = []

  /// Begins a draft.
  public init(
    id: Identifier<Assessment>, version: String, language: String = "en", title: LocalizedText,
    summary: LocalizedText? = nil, source: LocalizedText? = nil
  ) {
    self.id = id
    self.version = version
    self.language = language
    self.title = title
    self.summary = summary
    self.source = source
  }

  /// Puts the content of a plug-in's section in, by its type; content of the same type is replaced.
  public mutating func setSection<Content: Sendable>(_ content: Content) {
    sections.removeAll { type(of: $0) == Content.self }
    sections.append(content)
  }

  /// The content of a plug-in's section, by its type.
  public func section<Content: Sendable>(_: Content.Type = Content.self) -> Content? {
    sections.lazy.compactMap { $0 as? Content }.first
  }
}
