import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires

struct Invite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite", _superCommandName: "maturity",
    abstract: "Before the day: which groups would be withheld, and how many more to invite.",
    discussion: """
      Takes a CSV file with a column an attribute, such as “directorate”, and “headcount”: how many are invited. Every group \
      is expected to answer at the rate that --expect gives. With --sure, a group is enough when it reaches the threshold \
      with that likelihood, not on average alone.
      """)

  @Argument(help: "How many are invited, as CSV: columns of attributes and “headcount”.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "A folder with an assessment, its main file, or the id of a starter.", valueName: "assessment"),
    completion: .assessment)
  var assessment = "digital-first"

  @Option(help: "The questionnaire; the first that has the file's attributes when not given.")
  var questionnaire: String?

  @Option(
    help: ArgumentHelp(
      "How many of those invited will answer, above 0 and at most 1, or in percent.", valueName: "share"),
    transform: Self.share)
  var expect = 0.6

  @Option(
    help: ArgumentHelp(
      "How likely a group should reach the threshold, such as 0.9; on average when not given.", valueName: "likelihood")
  )
  var sure: Double?

  @Option(help: "Break down by an attribute; “a,b” crosses two. May repeat; each attribute by itself when not given.")
  var by: [String] = []

  @Option(help: "How many people must stand behind a figure: 5 or more.")
  var threshold = 10

  @Option(help: "table, json, csv, html, xlsx, docx or markdown; by the ending of --output when not given.")
  var format: PageArguments.Format?

  @Option(help: "The file to write; standard output when not given.", completion: .file())
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  mutating func validate() throws {
    guard threshold >= DisclosurePolicy.minimumThreshold else {
      throw ValidationError("--threshold never goes below \(DisclosurePolicy.minimumThreshold)")
    }
    guard expect > 0, expect <= 1 else { throw ValidationError("--expect lies above 0 and is at most 1, such as 0.6") }
    if let sure, !(sure > 0 && sure < 1) { throw ValidationError("--sure lies between 0 and 1, such as 0.9") }
  }

  /// A share such as 0.6 or 60%.
  @Sendable private static func share(_ text: String) throws -> Double {
    let isPercent = text.last == "%"
    guard let number = Double(isPercent ? String(text.dropLast()) : text), number.isFinite else {
      throw ValidationError("“\(text)” is no share; write it like 0.6 or 60%")
    }
    return isPercent ? number / 100 : number
  }

  func run() throws {
    var argument = AssessmentArgument()
    argument.assessment = assessment
    let assessment = try argument.read()
    let (questionnaire, invited) = try headcounts(assessment)
    let breakdowns = by.map { $0.split(separator: ",").map { Identifier<Attribute>(String($0)) } }
    let forecast: InvitationForecast
    do throws(DocumentError) {
      forecast = try InvitationForecast(
        invited, of: questionnaire, by: by.isEmpty ? nil : breakdowns, rate: expect, likelihood: sure,
        policy: DisclosurePolicy(threshold: threshold))
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode(64)
    }
    let bytes = try PageArguments.bytes(
      forecast.page(questionnaire), json: forecast.json, as: PageArguments.chosen(format, output), to: output)
    try OutputFile.write(bytes, to: output, force: force)
  }

  /// The questionnaire, and how many are invited to it.
  private func headcounts(_ assessment: Assessment) throws -> (Questionnaire, Headcounts) {
    if let questionnaire {
      let named = try assessment.questionnaire(named: questionnaire)
      guard named.mode == .individual else {
        throw ValidationError(
          "“\(questionnaire)” records what a group agrees, of which nothing is withheld; name one that people answer one by one"
        )
      }
      let headcounts = try Headcounts.read(file, ofAny: named, beside: assessment.questionnaires)
      if let headcounts { return (named, headcounts) }
    }
    for questionnaire in assessment.questionnaires where questionnaire.mode == .individual && self.questionnaire == nil
    {
      let headcounts = try Headcounts.read(file, ofAny: questionnaire, beside: assessment.questionnaires)
      if let headcounts { return (questionnaire, headcounts) }
    }
    let which = questionnaire.map { "“\($0)”" } ?? "any questionnaire of “\(assessment.id)”"
    Terminal.message(
      "error: \(file):1:1: no column is an attribute of \(which); name columns by the ids of attributes, as in “maturity show”"
    )
    throw ExitCode.wrongData
  }
}
