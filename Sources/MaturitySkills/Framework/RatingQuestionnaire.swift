public import DigitalMaturity

/// A questionnaire that is made of the framework: one question a competence, its descriptions the answers.
///
/// Only what the framework does not know is said here. It is named: the person's code stands beside the answers, and the
/// introduction is all that a form promises. The response file of such a questionnaire is a file of ratings, a
/// row a person.
public struct RatingQuestionnaire: Sendable, Hashable {
  /// The questionnaire's id.
  public var id: Identifier<Questionnaire>
  /// Who fills it in.
  public var rater: RaterKind
  /// Its title.
  public var title: LocalizedText
  /// Its first page: what it is for, who sees it, how long it is kept.
  public var introduction: LocalizedText?
  /// The roles that are asked; only what one of them asks for is asked about. Empty for every competence.
  public var roles: [Identifier<RoleProfile>]

  /// Makes a questionnaire.
  public init(
    id: Identifier<Questionnaire>, rater: RaterKind, title: LocalizedText, introduction: LocalizedText? = nil,
    roles: [Identifier<RoleProfile>] = []
  ) {
    self.id = id
    self.rater = rater
    self.title = title
    self.introduction = introduction
    self.roles = roles
  }
}

extension SkillsFramework {
  /// The questionnaires that the framework asks for, a section a literacy.
  ///
  /// A level that a competence does not describe is offered by its name. Whoever cannot say, or has no use for it in the
  /// work, can say so: `not-applicable` in a response file, which means not needed, and from others `dont-know`.
  /// - Parameter literacies: Those of the assessment, which give sections their titles.
  public func ratingQuestionnaires(_ literacies: [Literacy]) -> [Questionnaire] {
    questionnaires.map { wanted in
      let profiles = wanted.roles.compactMap(profile)
      let asked = competences.filter { competence in
        wanted.roles.isEmpty || profiles.contains { $0.requirement(of: competence)?.level != nil }
      }
      return Questionnaire(
        id: wanted.id, title: wanted.title, audience: wanted.rater.rawValue, isNamed: true,
        introduction: wanted.introduction,
        sections: literacies.compactMap { literacy in
          let questions = asked.filter { $0.literacy == literacy.id }.map { question($0, for: wanted.rater) }
          guard !questions.isEmpty else { return nil }
          return Questionnaire.Section(
            id: Identifier(literacy.id.rawValue), title: literacy.name, introduction: literacy.summary,
            questions: questions)
        })
    }
  }

  private func question(_ competence: Competence, for rater: RaterKind) -> Question {
    Question(
      id: Identifier(competence.id.rawValue), kind: "level", text: competence.name, help: competence.summary,
      answers: .closed(
        levels.map { level in
          AnswerOption(
            id: Identifier(level.id.rawValue), label: competence.levels[level.id] ?? level.name, score: level.value)
        }), allowed: rater == .own ? [.notApplicable] : [.notApplicable, .dontKnow])
  }
}
