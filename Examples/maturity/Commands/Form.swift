import ArgumentParser
import DigitalMaturity
import MaturityOffice
import MaturityQuestionnaires
import MaturityReports

struct Form: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", _superCommandName: "maturity",
    abstract: "Write a form to print, to read or to send round, or an empty response file.",
    discussion: """
      html is a form to print, with --copies a booklet for each person; csv is an empty response file, and xlsx one for \
      keying booklets in, with a list of what each cell may hold; docx is laid out so that Microsoft Forms' quick import \
      makes the form of it; markdown is for reading through. --lint lists what form exports would not tell apart, and writes nothing.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, html, markdown, xlsx, docx }

  @OptionGroup var argument: AssessmentArgument

  @Option(help: "The questionnaire.")
  var questionnaire: String

  @Option(help: "csv, html, markdown, xlsx or docx; by the ending of --output when not given.")
  var format: Format?

  @OptionGroup var languages: LanguageArguments

  @Option(help: "How many numbered booklets to print; a single form without a number when not given.")
  var copies: Int?

  @Option(help: "The number of the first booklet.")
  var firstNumber = 1

  @Option(help: "The session that the forms are for: printed on each; one of the questionnaire's own is not asked.")
  var session: String?

  @Flag(help: "Print 16 points and larger.")
  var largeType = false

  @Option(help: "Who sees the filled-in forms; a line to fill in when not given.")
  var seenBy: String?

  @Option(help: "Until when the answers are kept; a line to fill in when not given.")
  var keptUntil: String?

  @Option(help: "How many people must stand behind a figure, as the form promises: 5 or more.")
  var threshold = 10

  @Flag(help: "List what form exports would not tell apart, and questions beyond what forms hold; write nothing.")
  var lint = false

  @Option(help: "The file to write; standard output when not given.", completion: .file())
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup var notes: NoteArguments

  mutating func validate() throws {
    if let copies, !(1...FormOptions.mostBooklets).contains(copies) {
      throw ValidationError("--copies lies between 1 and \(FormOptions.mostBooklets)")
    }
    guard (1...9_999_999).contains(firstNumber) else {
      throw ValidationError("--first-number lies between 1 and 9999999")
    }
    guard threshold >= DisclosurePolicy.minimumThreshold else {
      throw ValidationError("--threshold never goes below \(DisclosurePolicy.minimumThreshold)")
    }
  }

  private func options() throws -> FormOptions {
    FormOptions(
      report: ReportOptions(language: languages.language, words: try languages.catalogue()),
      policy: DisclosurePolicy(threshold: threshold), seenBy: seenBy,
      keptUntil: keptUntil, session: session, serials: copies.map { firstNumber...firstNumber + $0 - 1 },
      isLargeType: largeType)
  }

  func run() throws {
    let assessment = try languages.read(argument, onlyOf: questionnaire)
    let questionnaire = try assessment.questionnaire(named: questionnaire)
    if lint { return try report(FormLint.problems(in: questionnaire, language: languages.language)) }
    let options = try self.options()
    let format = try format ?? formatOfOutput()
    tellUnused(by: format, isNamed: questionnaire.isNamed)
    let form =
      switch format {
      case .csv: ResponseForm.csv(questionnaire, rows: copies ?? 50).bytes
      case .html: PrintableForm.html(questionnaire, of: assessment, options: options).bytes
      case .markdown: MarkdownForm.text(questionnaire, of: assessment, options: options).bytes
      case .xlsx:
        EntryWorkbook.write(
          questionnaire, of: assessment, notice: questionnaire.isNamed ? options.notice(for: questionnaire) : [],
          serials: options.serials, session: session,
          rows: options.rowLabels(for: questionnaire), statuses: options.statusLabels(for: questionnaire),
          language: languages.language, words: options.report.words)
      case .docx:
        QuickImportForm.write(
          questionnaire, of: assessment, notice: options.notice(for: questionnaire, blank: "………………"),
          rows: options.rowLabels(for: questionnaire), statuses: options.statusLabels(for: questionnaire),
          language: languages.language, words: options.report.words)
      }
    try OutputFile.write(form, to: output, force: force)
  }

  /// Tells the options that change nothing in a format.
  private func tellUnused(by format: Format, isNamed: Bool) {
    let given = [
      ("--copies", copies != nil), ("--first-number", firstNumber != 1), ("--session", session != nil),
      ("--large-type", largeType), ("--seen-by", seenBy != nil), ("--kept-until", keptUntil != nil),
    ].filter(\.1).map(\.0)
    let used: [String] =
      switch format {
      case .html: given
      case .markdown, .docx: ["--seen-by", "--kept-until"]
      case .xlsx:
        // Booklets are keyed in; ratings are filled in by whoever rates.
        ["--copies", "--first-number", "--session"] + (isNamed ? ["--seen-by", "--kept-until"] : [])
      case .csv: ["--copies"]
      }
    let unused = given.filter { !used.contains($0) }
    if !unused.isEmpty { Terminal.note("\(format.rawValue): \(unused.joined(separator: ", ")) changes nothing there") }
  }

  /// Lists what would go wrong with the form, and exits with 65 where something would.
  private func report(_ problems: [Diagnostic]) throws {
    Terminal.message(
      problems.isEmpty
        ? "\(questionnaire): nothing to mend"
        : DiagnosticPrinter().text(problems) + "\n\(questionnaire): \(DiagnosticPrinter.count(problems))")
    if !problems.isEmpty { throw ExitCode(65) }
  }

  /// The format of the output's ending; a form to print where there is no file.
  private func formatOfOutput() throws -> Format {
    guard let output else { return .html }
    let ending = output.lastIndex(of: ".").map { String(output[output.index(after: $0)...]).lowercased() } ?? ""
    guard let format = ending == "md" ? .markdown : Format(rawValue: ending) else {
      let known = Format.allCases.map(\.rawValue).joined(separator: " or ")
      throw ValidationError("the ending of “\(output)” names no format; add --format with \(known)")
    }
    return format
  }
}
