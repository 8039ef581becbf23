/// A kind of question, such as `level` or `number`: reads what can be answered.
public protocol QuestionKind: Sendable {
  /// The kind's name in documents.
  static var name: String { get }
  /// One sentence that says what is asked and answered.
  static var summary: String { get }
  /// Reads the keys of the kind's own (`options`, `bands`, …). Keys that every question has are read by the section.
  /// - Returns: What can be answered, or nil with a report when it cannot be read.
  static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel?
}

/// What a kind may look at when it reads a question.
public struct QuestionContext: Sendable {
  /// The assessment's levels.
  public let levels: [MaturityLevel]
  /// The area whose level descriptions are the options, for a snapshot question.
  public let snapshot: Area?
  /// The answer sets that questions may name as their options.
  public let answerSets: [String: [AnswerOption]]

  /// Makes a context.
  public init(levels: [MaturityLevel], snapshot: Area? = nil, answerSets: [String: [AnswerOption]] = [:]) {
    self.levels = levels
    self.snapshot = snapshot
    self.answerSets = answerSets
  }
}

/// A section that a plug-in adds to documents, such as `questionnaires` or `skills`.
public protocol DocumentSection: Sendable {
  /// What the section is read into; found again with ``Assessment/section(_:)``.
  associatedtype Content: Sendable
  /// The key at the top of a document.
  static var key: String { get }
  /// Reads the section, after the core model.
  /// - Returns: Its content, or nil with a report when there is none to keep.
  static func read(_ node: DocumentNode, in context: inout SectionContext) -> Content?
}

/// What a section may look at, and where it puts questionnaires.
public struct SectionContext {
  /// The vocabulary the document is read with.
  public let vocabulary: Vocabulary
  /// Where problems go.
  public let log: DiagnosticLog
  /// What has been read of the core model.
  public let draft: AssessmentDraft
  var questionnaires: [Questionnaire] = []

  /// Makes a context; for tests of sections.
  public init(vocabulary: Vocabulary, log: DiagnosticLog, draft: AssessmentDraft) {
    self.vocabulary = vocabulary
    self.log = log
    self.draft = draft
  }

  /// Adds a questionnaire to the assessment.
  public mutating func contribute(_ questionnaire: Questionnaire) { questionnaires.append(questionnaire) }
}
