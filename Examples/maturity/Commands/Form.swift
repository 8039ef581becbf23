import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityReports

struct Form: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write an empty response file (csv) or a form to print (html).")

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, html }

  @OptionGroup var argument: AssessmentArgument

  @Option(help: "The questionnaire.")
  var questionnaire: String

  @Option(help: "csv for an empty response file, html for a form to print; by the ending of --output when not given.")
  var format: Format?

  @Option(help: "The language of texts, as a language tag such as cy.")
  var language: String?

  @Option(help: "The file to write; standard output when not given.")
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  func run() throws {
    let assessment = try argument.read()
    guard let questionnaire = assessment.questionnaire(Identifier(questionnaire)) else {
      let known = assessment.questionnaires.map(\.id.rawValue)
      throw ValidationError("there is no questionnaire “\(questionnaire)”\(NearestName.hint(questionnaire, in: known))")
    }
    let form =
      switch try format ?? formatOfOutput() {
      case .csv: ResponseForm.csv(questionnaire)
      case .html: PrintableForm.html(questionnaire, of: assessment, options: ReportOptions(language: language))
      }
    try OutputFile.write(form.bytes, to: output, force: force)
  }

  /// The format of the output's ending; a form to print where there is no file.
  private func formatOfOutput() throws -> Format {
    guard let output else { return .html }
    let ending = output.lastIndex(of: ".").map { String(output[output.index(after: $0)...]).lowercased() } ?? ""
    guard let format = Format(rawValue: ending) else {
      let known = Format.allCases.map(\.rawValue).joined(separator: " or ")
      throw ValidationError("the ending of “\(output)” names no format; add --format with \(known)")
    }
    return format
  }
}
