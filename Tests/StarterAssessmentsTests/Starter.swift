import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturitySkills
import MaturityYAML
import StarterAssessments
import Testing

/// A starter, read as a host would read it.
enum Starter {
  static func read(_ id: String, path: String? = nil) throws -> Assessment {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    vocabulary.addSkills()
    return try vocabulary.readAssessment(from: try #require(StarterAssessment.named(Identifier(id))).source, path: path)
  }

  /// Scores answers to a starter's only questionnaire: one agreed form, or as many people as are told.
  static func score(
    _ assessment: Assessment, _ answers: [Identifier<Question>: Answer], people: Int = 1
  ) throws -> GroupResult {
    try #require(try scorecard(assessment, answers, people: people).everyone)
  }

  /// The published results of so many who answer the same.
  static func scorecard(
    _ assessment: Assessment, _ answers: [Identifier<Question>: Answer], people: Int = 1
  ) throws -> PublishableScorecard {
    let questionnaire = try #require(assessment.questionnaires.first)
    let scorer = try Scorer(assessment, questionnaire: questionnaire.id)
    var sheet = AnswerSheet(for: questionnaire)
    for _ in 0..<people { try sheet.add(answers, to: questionnaire) }
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    return scorer.scorecard(tally).published(under: .standard)
  }
}
