import ArgumentParser
import DigitalMaturity
import StarterAssessments

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the starter assessments that are built in.")

  func run() throws {
    for starter in StarterAssessment.all {
      let assessment = try Vocabulary.all.readAssessment(from: starter.source)
      print("\(assessment.id)  \(assessment.version)  \(assessment.title)")
      for questionnaire in assessment.questionnaires {
        print("  \(questionnaire.id): \(questionnaire.title) (\(questionnaire.questions.count) questions)")
      }
    }
  }
}
