import ArgumentParser
import DigitalMaturity
import MaturityPlanning
import MaturityReports

struct Actions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions", _superCommandName: "maturity",
    abstract: "Rank the actions that results call for, and choose within a budget.")

  @OptionGroup var argument: AssessmentArgument

  @Option(help: ArgumentHelp("The result that “score --format json” wrote.", valueName: "file"), completion: .file())
  var result: String

  // A number below 0 is a value too, and is refused as one.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Choose the set that is worth most within so many officer-days.", valueName: "days"))
  var budget: Double?

  @OptionGroup var group: GroupArgument

  @Flag(help: "Add an estimate of where areas would stand after the chosen actions. Not for committee papers.")
  var expected = false

  @OptionGroup var output: PageArguments

  @OptionGroup var notes: NoteArguments

  func validate() throws {
    if let budget, !budget.isFinite || budget <= 0 {
      throw ValidationError(
        "--budget is a number of officer-days above 0; with nothing to spend there is nothing to choose")
    }
    if expected, budget == nil { throw ValidationError("--expected shows what a choice would do; add --budget") }
  }

  func run() throws {
    let assessment = try argument.read()
    let scorecards = try ResultFiles.of(assessment, result)
    let key = try group.key(in: scorecards, of: assessment, language: output.language, without: GroupArgument.noGroups)
    let priorities = Priorities(assessment, scorecards, group: key ?? [])
    let selection = budget.map { ActionSelection(priorities, budget: $0) }
    try output.write(
      priorities.page(
        assessment, selection: selection, isExpectedShown: expected, language: output.language,
        words: output.languages.catalogue()),
      json: priorities.json(selection: selection), isPersonal: false)
  }
}
