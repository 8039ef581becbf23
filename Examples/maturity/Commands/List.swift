import ArgumentParser
import DigitalMaturity
import MaturityReports
import StarterAssessments

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", _superCommandName: "maturity", abstract: "List the starter assessments that are built in.")

  func run() throws {
    let width = Terminal.width
    var output = ""
    for starter in StarterAssessment.all {
      let assessment = try Vocabulary.all.readAssessment(from: starter.source)
      let line = "\(assessment.id)  \(assessment.version)  \(assessment.title)"
      output += (width.map { DisplayWidth.shorten(line, to: $0) } ?? line) + "\n"
      var list = NameList()
      for questionnaire in assessment.questionnaires {
        list.add("\(questionnaire.id)", "\(questionnaire.title) (\(questionnaire.questions.count) questions)")
      }
      output += list.text(width: width)
    }
    try Terminal.print(output, terminator: "")
  }
}
