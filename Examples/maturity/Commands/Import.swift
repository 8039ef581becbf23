public import ArgumentParser
public import DigitalMaturity
import MaturityQuestionnaires

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", _superCommandName: "maturity",
    abstract: "Read what forms export and write a response file.",
    discussion: """
      Reads exports of Microsoft Forms, Google Forms, SurveyMonkey and LimeSurvey and other tables: .xlsx workbooks, and \
      CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252. A column is matched by the question's code in its text, then \
      by its text; a file given with --map comes before both: two columns, “column,question”, as CSV, or a mapping as YAML \
      or JSON. --dry-run shows what was matched and writes nothing.

      Names, e-mail addresses and times are left out unless --keep-identity is given. Several files make one response file. \
      One with ratings of people, or with their names, can be opened by its owner alone.
      """)

  @OptionGroup var argument: AssessmentArgument

  @Argument(help: ArgumentHelp("What forms exported; “-” is standard input.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(help: "The questionnaire that was answered.")
  var questionnaire: String

  @Option(help: "The response file to write; standard output when not given.", completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Which column is which question, where texts do not say (CSV, YAML or JSON).", valueName: "file"),
    completion: .file())
  var map: String?

  @Option(help: "The sheet of a workbook, by name; its first when not given.")
  var sheet: String?

  @Flag(help: "Show what each column is taken for and what is not understood, and write nothing.")
  var dryRun = false

  @Flag(help: "Keep names, e-mail addresses and times, in columns at the end.")
  var keepIdentity = false

  @OptionGroup var reading: ReadingArguments

  @Option(
    help:
      "The order of dates such as 03/04/2024, of ratings and with --keep-identity: day-month or month-day.")
  var dates: DateOrder?

  @Option(help: "What respondents' ids begin with; by default the file's name.")
  var prefix: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  mutating func validate() throws {
    if files.isEmpty { throw ValidationError("name at least one file that a form exported") }
    guard files.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("standard input (-) can be read once only; name it once")
    }
  }

  func run() throws {
    let questionnaire = try argument.read().questionnaire(named: questionnaire)
    var responses = ResponseImport(
      to: questionnaire,
      options: ImportOptions(
        duplicates: reading.duplicates, keepsDetails: keepIdentity, dates: dates, prefix: prefix,
        map: try map.map(ColumnMapFile.read) ?? ColumnMap()))
    var failures: [DocumentError] = []
    for file in files {
      do throws(DocumentError) {
        try FormFile.read(file, sheet: sheet, into: &responses)
      } catch {
        failures.append(error)
      }
    }
    if dryRun { try Terminal.print(responses.report, terminator: "") }
    try reading.report(responses, failures, listsProblems: !dryRun)
    try reading.report(responses.agreed, file: files.joined(separator: ", "))
    if dryRun { return }
    // Who is rated stands in a file of ratings, and who answered where that is kept.
    let isPersonal = questionnaire.isNamed || keepIdentity
    try OutputFile.write(responses.csv.bytes, to: output, force: force, isPersonal: isPersonal)
    if isPersonal, let output {
      Terminal.note("“\(output)” is about named people: only you can open it; keep it safe, and delete it in time")
    }
  }
}

extension DateOrder: ExpressibleByArgument {}
