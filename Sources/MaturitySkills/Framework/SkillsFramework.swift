public import DigitalMaturity

/// A skills framework: what people are expected to be able to do, how well, in which role, and how to learn it.
///
/// Found in an assessment with `assessment.section(SkillsFramework.self)`; put into one built in Swift with
/// `draft.setSection(_:)`. Either way it is checked with the assessment.
public struct SkillsFramework: Sendable {
  /// The levels of proficiency, lowest first.
  public var levels: [ProficiencyLevel]
  /// The competences, each belonging to a literacy of the assessment.
  public var competences: [Competence]
  /// What roles ask for.
  public var roles: [RoleProfile]
  /// What there is to learn from.
  public var learning: [LearningItem]
  /// The questionnaires that are made of the framework.
  public var questionnaires: [RatingQuestionnaire]
  /// How a literacy's level is made of its essential competences; nil for the highest level at which all of them are
  /// met, see ``SkillsScorer``.
  public var scoring: ScoringDefinition?

  /// Makes a framework.
  public init(
    levels: [ProficiencyLevel], competences: [Competence], roles: [RoleProfile] = [], learning: [LearningItem] = [],
    questionnaires: [RatingQuestionnaire] = [], scoring: ScoringDefinition? = nil
  ) {
    self.levels = levels
    self.competences = competences
    self.roles = roles
    self.learning = learning
    self.questionnaires = questionnaires
    self.scoring = scoring
  }

  /// The competences of a literacy, in order.
  public func competences(of literacy: Identifier<Literacy>) -> [Competence] {
    competences.filter { $0.literacy == literacy }
  }

  /// The level with an id; nil when there is none.
  public func level(_ id: Identifier<ProficiencyLevel>) -> ProficiencyLevel? { levels.first { $0.id == id } }

  /// The competence with an id; nil when there is none.
  public func competence(_ id: Identifier<Competence>) -> Competence? { competences.first { $0.id == id } }

  /// The role with an id, as it was written; nil when there is none. See ``profile(_:)`` for all that holds in it.
  public func role(_ id: Identifier<RoleProfile>) -> RoleProfile? { roles.first { $0.id == id } }
}
