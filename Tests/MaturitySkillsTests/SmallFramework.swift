import DigitalMaturity
import MaturityScoringRules
import MaturitySkills
import MaturityYAML

/// A framework of two literacies, three competences, three levels and three roles, in YAML and in Swift.
enum SmallFramework {
  static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addSkills()
    return vocabulary
  }()

  static let yaml = """
    format: 1
    id: small
    version: 1.0.0
    title: Small
    literacies: [{id: writing, name: Writing}, {id: safety, name: Safety}]
    skills:
      levels:
        - {id: not-yet, value: 0, name: Not yet}
        - {id: with-help, value: 1, name: With help}
        - {id: alone, value: 2, name: Alone}
      competences:
        - {id: letters, literacy: writing, name: Letters, levels: {not-yet: None, with-help: Some, alone: All}}
        - {id: forms, literacy: writing, name: Forms, summary: Fills them in., levels: {not-yet: No, alone: Yes}}
        - {id: passwords, literacy: safety, name: Passwords, levels: {not-yet: Weak, with-help: Good, alone: Strong}}
      roles:
        - {id: staff, name: All staff, literacies: {writing: alone}, competences: {passwords: with-help}}
        - {id: clerk, name: Clerk, extends: staff, competences: {passwords: {level: alone, importance: desirable}}}
        - {id: member, name: Member, competences: {letters: with-help}, raters: [self], private: true}
      learning:
        - id: course
          name: Course
          form: webinar
          hours: 2
          seats: 10
          teaches: [{competence: letters, from: not-yet, to: alone}, {competence: forms, from: with-help, to: alone}]
      questionnaires:
        - {id: own, rater: self, title: What I can do, roles: [staff]}
        - {id: managers, rater: manager, title: What they can do}
    """

  static let framework = SkillsFramework(
    levels: [
      ProficiencyLevel(id: "not-yet", value: 0, name: "Not yet"),
      ProficiencyLevel(id: "with-help", value: 1, name: "With help"),
      ProficiencyLevel(id: "alone", value: 2, name: "Alone"),
    ],
    competences: [
      Competence(
        id: "letters", literacy: "writing", name: "Letters",
        levels: ["not-yet": "None", "with-help": "Some", "alone": "All"]),
      Competence(
        id: "forms", literacy: "writing", name: "Forms", summary: "Fills them in.",
        levels: ["not-yet": "No", "alone": "Yes"]),
      Competence(
        id: "passwords", literacy: "safety", name: "Passwords",
        levels: ["not-yet": "Weak", "with-help": "Good", "alone": "Strong"]),
    ],
    roles: [
      RoleProfile(
        id: "staff", name: "All staff", literacies: ["writing": .level("alone")],
        competences: ["passwords": .level("with-help")]),
      RoleProfile(
        id: "clerk", name: "Clerk", extends: "staff", competences: ["passwords": .level("alone", .desirable)]),
      RoleProfile(
        id: "member", name: "Member", competences: ["letters": .level("with-help")], raters: [.own], isPrivate: true),
    ],
    learning: [
      LearningItem(
        id: "course", name: "Course", form: .webinar, hours: 2, seats: 10,
        teaches: [
          .init(competence: "letters", from: "not-yet", to: "alone"),
          .init(competence: "forms", from: "with-help", to: "alone"),
        ])
    ],
    questionnaires: [
      RatingQuestionnaire(id: "own", rater: .own, title: "What I can do", roles: ["staff"]),
      RatingQuestionnaire(id: "managers", rater: .manager, title: "What they can do"),
    ])

  /// - Parameter isAsked: Whether the questionnaires that the framework asks for are made.
  static func draft(_ framework: SkillsFramework = framework, isAsked: Bool = true) -> AssessmentDraft {
    var draft = AssessmentDraft(id: "small", version: "1.0.0", title: "Small")
    draft.literacies = [Literacy(id: "writing", name: "Writing"), Literacy(id: "safety", name: "Safety")]
    if isAsked { draft.questionnaires = framework.ratingQuestionnaires(draft.literacies) }
    draft.setSection(framework)
    return draft
  }

  static func read(_ yaml: String = yaml) throws(DocumentError) -> Assessment {
    try vocabulary.readAssessment(from: MemorySource(texts: ["assessment.yaml": yaml]))
  }
}
