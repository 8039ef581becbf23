import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityYAML
import StageChain

/// Reads a document that names the rule, and scores one person who meets 3/4, 1/2, 1/2 and 1/4 of the stages' criteria.
@main
enum CustomRule {
  static func main() throws {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    vocabulary.addStageChain()

    let source = MemorySource(texts: ["assessment.yaml": StagesDocument.yaml])
    let assessment = try vocabulary.readAssessment(from: source)
    guard let questionnaire = assessment.questionnaires.first else { return }

    var sheet = AnswerSheet(for: questionnaire)
    let met: Set<Identifier<Question>> = ["s2-1", "s2-2", "s2-3", "s3-1", "s4-1", "s5-1"]
    let answers = questionnaire.questions.map { ($0.id, Answer.option(met.contains($0.id) ? "yes" : "no")) }
    try sheet.add(Dictionary(uniqueKeysWithValues: answers), to: questionnaire)

    let scorer = try Scorer(assessment, questionnaire: questionnaire.id)
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    // The host's own figure of one made-up person; published, it would be withheld.
    if let score = scorer.scorecard(tally).everyone?.areas.first?.score.value { print(score) }
  }
}
