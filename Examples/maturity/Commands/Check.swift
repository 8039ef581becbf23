import ArgumentParser
import DigitalMaturity

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check an assessment and list all its problems, each with its place.")

  @OptionGroup var argument: AssessmentArgument

  func run() throws {
    let assessment = try argument.read()
    let printer = try argument.place().printer
    if !assessment.warnings.isEmpty { Terminal.message(printer.text(assessment.warnings)) }
    let questions = assessment.questionnaires.reduce(0) { $0 + $1.questions.count }
    func number(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    print(
      "\(assessment.id) \(assessment.version) is valid: \(number(assessment.areas.count, "area")), "
        + "\(number(assessment.questionnaires.count, "questionnaire")), \(number(questions, "question"))"
        + (assessment.warnings.isEmpty ? "" : "; \(DiagnosticPrinter.count(assessment.warnings))"))
  }
}
