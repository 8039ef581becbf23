import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables

struct Indicators: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", _superCommandName: "maturity",
    abstract: "Show an assessment's indicators: baseline, last value, target, how much of the way is done.",
    discussion: """
      --answers writes the last values as a response file for the questionnaire that is made of them, so that \
      maturity score sets what figures show beside what people say.
      """)

  @OptionGroup var argument: AssessmentArgument

  @Option(
    help: ArgumentHelp("The day of the figures; the last of each when not given.", valueName: "yyyy-mm-dd"),
    transform: Day.read)
  var on: Day?

  @Flag(help: "Write the last values as a response file instead.")
  var answers = false

  @OptionGroup var page: PageArguments

  @OptionGroup var notes: NoteArguments

  func run() throws {
    let assessment = try argument.read()
    guard let set = assessment.section(IndicatorSet.self) else {
      Terminal.message(
        "error: the assessment “\(assessment.id)” has no indicators; add a section “indicators”, as the starter “measures” has"
      )
      throw ExitCode.wrongData
    }
    guard answers else {
      return try page.write(
        set.page(on: on, levels: assessment.levels, language: page.language, words: page.languages.catalogue()),
        json: set.json(on: on, levels: assessment.levels), isPersonal: false)
    }
    let questionnaire = set.questionnaire
    var sheet = AnswerSheet(for: questionnaire)
    try sheet.add(set.answers(on: on), to: questionnaire)
    try OutputFile.write(ResponseForm.csv(sheet, of: questionnaire).bytes, to: page.output, force: page.force)
  }
}
