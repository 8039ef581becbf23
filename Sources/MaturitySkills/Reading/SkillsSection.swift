public import DigitalMaturity

/// The `skills:` section: levels of proficiency, competences, roles, learning, and questionnaires made of them.
public struct SkillsSection: DocumentSection {
  /// What the section is read into.
  public typealias Content = SkillsFramework
  /// `skills`.
  public static let key = SkillsFramework.key

  /// Reads the section; what does not hold together is reported with the checks of the assessment.
  public static func read(_ node: DocumentNode, in context: inout SectionContext) -> SkillsFramework? {
    let reader = SkillsReader(log: context.log, vocabulary: context.vocabulary)
    guard let framework = reader.framework(node) else { return nil }
    for questionnaire in framework.ratingQuestionnaires(context.draft.literacies) { context.contribute(questionnaire) }
    return framework
  }
}
