import ArgumentParser
import DigitalMaturity
import MaturitySkills
import MaturityTables

struct SkillsImportRoles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-roles", _superCommandName: "maturity skills",
    abstract:
      "Turn a role-skill file (role, skill, level) into role profiles, and say what was merged or refused.",
    discussion: """
      The output is JSON, for “roles: {include: roles.json}” in a framework; JSON stands wherever YAML does. Rows that repeat \
      are merged; rows out of use, without a level or with a skill that the framework does not have are refused.
      """)

  @OptionGroup var argument: AssessmentArgument

  @Argument(
    help: ArgumentHelp("The rows (CSV or .xlsx); “-” is standard input.", valueName: "file"), completion: .file())
  var file: String

  @Option(help: "The file to write; standard output when not given.", completion: .file())
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup var notes: NoteArguments

  func run() throws {
    let assessment = try argument.read()
    guard let framework = assessment.section(SkillsFramework.self) else {
      throw ValidationError("the assessment has no skills framework; add “skills”")
    }
    let name = file == "-" ? "standard input" : file
    let found: RoleSkillImport
    do throws(DocumentError) {
      found = try RoleSkillImport(
        try TableFile.source(file), file: name, framework: framework, on: Day.today)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
    if found.report.count > 0, !notes.quiet { Terminal.message(DiagnosticPrinter().text(found.report.list)) }
    let (merged, refused) = (found.report.counts[.mergedRow] ?? 0, found.report.counts[.refusedRow] ?? 0)
    Terminal.message(
      "\(name): \(Prose.count(found.roles.count, "role", "roles")) of \(Prose.count(found.taken, "row", "rows")); \(merged) merged, \(refused) refused"
    )
    try OutputFile.write(found.json.bytes, to: output, force: force)
  }
}
