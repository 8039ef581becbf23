/// The content of an assessment before it is checked: a value to fill, then to make an ``Assessment`` of.
public struct AssessmentDraft: Sendable {
  /// The id.
  public var id: Identifier<Assessment>
  /// The version of the content, by semantic versioning.
  public var version: String
  /// The language of texts that do not say theirs (BCP 47).
  public var language: String
  /// The title.
  public var title: LocalizedText
  /// What it is for.
  public var summary: LocalizedText?
  /// Where its content comes from.
  public var source: LocalizedText?
  /// The levels of maturity, lowest first.
  public var levels: [MaturityLevel] = []
  /// The themes.
  public var themes: [Theme] = []
  /// The sets of principles.
  public var principleSets: [PrincipleSet] = []
  /// The principles.
  public var principles: [Principle] = []
  /// The literacies.
  public var literacies: [Literacy] = []
  /// The areas.
  public var areas: [Area] = []
  /// How it is scored.
  public var scoring: ScoringPlan?
  /// The questionnaires.
  public var questionnaires: [Questionnaire] = []
  /// The workstreams.
  public var workstreams: [Workstream] = []
  /// The recommended actions.
  public var actions: [Action] = []
  /// The projects.
  public var projects: [Project] = []
  /// The bodies that decide.
  public var governance: [GovernanceBody] = []
  var sections: [ObjectIdentifier: any Sendable] = [:]

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
    sections[ObjectIdentifier(Content.self)] = content
  }

  /// The content of a plug-in's section, by its type.
  public func section<Content: Sendable>(_: Content.Type = Content.self) -> Content? {
    sections[ObjectIdentifier(Content.self)] as? Content
  }
}
