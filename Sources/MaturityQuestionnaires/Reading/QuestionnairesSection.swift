public import DigitalMaturity

/// The `questionnaires:` section: a list of questionnaires, which become part of the assessment.
public struct QuestionnairesSection: DocumentSection {
  /// Nothing of its own: the questionnaires go into the assessment.
  public typealias Content = Never
  /// `questionnaires`.
  public static let key = "questionnaires"

  /// Reads the list.
  public static func read(_ node: DocumentNode, in context: inout SectionContext) -> Never? {
    let draft = context.draft
    let nodes = node.readList(into: context.log)
    let shared = SharedItems(nodes, log: context.log, vocabulary: context.vocabulary, draft: draft)
    let reader = QuestionnaireReader(
      log: context.log, vocabulary: context.vocabulary, draft: draft, shared: shared)
    let silent = QuestionnaireReader(
      log: DiagnosticLog(), vocabulary: context.vocabulary, draft: draft, shared: shared)
    for node in nodes {
      // What is no mapping has been reported; an empty stand-in keeps the places of those after it.
      let questionnaire = reader.questionnaire(node) ?? silent.questionnaire(.emptyMapping)
      if let questionnaire { context.contribute(questionnaire) }
    }
    return nil
  }
}
