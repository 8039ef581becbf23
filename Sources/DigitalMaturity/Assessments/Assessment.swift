/// A maturity assessment: what is assessed, how it is asked, and how it is scored. One that exists is valid.
///
/// Immutable. Read one from documents with ``Vocabulary/readAssessment(from:path:limits:)``, or make one of an
/// ``AssessmentDraft``; both run the same checks. Lists stand in the author's order; ids are unique in each.
public struct Assessment: Sendable {
  /// The id: a slug that stays the same from version to version.
  public let id: Identifier<Assessment>
  /// The version of the content, by semantic versioning.
  public let version: String
  /// The language of texts that do not say theirs (BCP 47).
  public let language: String
  /// What people read as its title.
  public let title: LocalizedText
  /// What it is for.
  public let summary: LocalizedText?
  /// Where its content comes from.
  public let source: LocalizedText?
  /// The levels of maturity, lowest first.
  public let levels: [MaturityLevel]
  /// Views across areas.
  public let themes: [Theme]
  /// The sets that principles come in.
  public let principleSets: [PrincipleSet]
  /// Statements that answers can be evidence of.
  public let principles: [Principle]
  /// What employees are expected to be able to do.
  public let literacies: [Literacy]
  /// What is scored.
  public let areas: [Area]
  /// How it is scored; nil when it has nothing to score.
  public let scoring: ScoringPlan?
  /// The questionnaires, those of plug-in sections included.
  public let questionnaires: [Questionnaire]
  /// The kinds of work that actions and projects belong to.
  public let workstreams: [Workstream]
  /// What to do, each with the condition under which it is recommended.
  public let actions: [Action]
  /// What the programme delivers.
  public let projects: [Project]
  /// The bodies that decide about the programme.
  public let governance: [GovernanceBody]
  /// What the author probably wants to know, although it does not stop the assessment.
  public let warnings: [Diagnostic]
  /// A fingerprint of the document's content; nil for an assessment built in Swift. O(document), found when it is first
  /// asked for.
  public var digest: String? { document?.storage.digest }
  private let document: Document?
  private let sections: [any Sendable]

  /// Checks a draft and makes an assessment of it.
  /// - Throws: ``DocumentError`` with every problem, each with its path in the model.
  public init(_ draft: AssessmentDraft) throws(DocumentError) {
    try self.init(draft, document: nil, log: DiagnosticLog())
  }

  /// - Parameters:
  ///   - document: Where the draft was read from: gives problems their places.
  ///   - log: The problems of reading; all are thrown together.
  init(_ draft: AssessmentDraft, document: Document?, log: DiagnosticLog) throws(DocumentError) {
    var checks = AssessmentChecks(draft: draft, document: document, log: log)
    checks.run()
    let files = document?.files ?? []
    try log.throwIfErrors(files: files)
    id = draft.id
    version = draft.version
    language = draft.language
    title = draft.title
    summary = draft.summary
    source = draft.source
    levels = draft.levels
    themes = draft.themes
    principleSets = draft.principleSets
    principles = draft.principles
    literacies = draft.literacies
    areas = draft.areas
    scoring = draft.scoring
    questionnaires = draft.questionnaires
    workstreams = draft.workstreams
    actions = draft.actions
    projects = draft.projects
    governance = draft.governance
    sections = draft.sections
    warnings = log.sorted(files: files)
    self.document = document
  }

  /// The content, to walk through it or to change it and make another.
  public var draft: AssessmentDraft {
    var draft = AssessmentDraft(
      id: id, version: version, language: language, title: title, summary: summary, source: source)
    draft.levels = levels
    draft.themes = themes
    draft.principleSets = principleSets
    draft.principles = principles
    draft.literacies = literacies
    draft.areas = areas
    draft.scoring = scoring
    draft.questionnaires = questionnaires
    draft.workstreams = workstreams
    draft.actions = actions
    draft.projects = projects
    draft.governance = governance
    draft.sections = sections
    return draft
  }

  /// The content of a plug-in's section, by its type; nil when the assessment has none.
  public func section<Content: Sendable>(_: Content.Type = Content.self) -> Content? {
    sections.lazy.compactMap { $0 as? Content }.first
  }

  /// The questionnaire with an id; nil when there is none.
  public func questionnaire(_ id: Identifier<Questionnaire>) -> Questionnaire? {
    questionnaires.first { $0.id == id }
  }

  /// The area with an id; nil when there is none.
  public func area(_ id: Identifier<Area>) -> Area? { areas.first { $0.id == id } }
}
