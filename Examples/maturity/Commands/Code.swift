import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables

struct Code: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", _superCommandName: "maturity",
    abstract: "Sort open comments into reasons: by words first, then by hand.",
    discussion: """
      First it writes a sheet: each comment with the reason that its words suggest, and an empty column “code”. Fill that \
      column in: a code or label of the coding file, “other”, or “none” for a comment that gives no reason. Then --count \
      reads the sheet and prints the shares.

      A coding file is CSV with the columns code, label and words: a row for each reason, its words with semicolons between them. \
      A “*” at the end of a word stands for any ending.
      """)

  @Argument(
    help: ArgumentHelp("A CSV file with a column of comments, such as a response file.", valueName: "comments"),
    completion: .file())
  var file: String

  @Option(help: "The coding file.", completion: .file())
  var coding: String

  @Option(help: "The name of the column with comments.")
  var column = "comment"

  @Flag(help: "Count the reasons instead of writing the sheet.")
  var count = false

  @OptionGroup var threshold: ThresholdArgument
  @OptionGroup var page: PageArguments

  @OptionGroup var notes: NoteArguments

  func run() throws {
    do {
      let frame = try CodingFrame.read(.file(coding), file: coding)
      let comments = try CodedComments(
        file == "-" ? .standardInput : .file(file), file: file == "-" ? "standard input" : file, column: column,
        frame: frame)
      if count {
        let counts = comments.counts
        return try page.write(
          counts.page(under: threshold.policy), json: counts.json(under: threshold.policy), isPersonal: false)
      }
      // Comments can say who somebody is: the sheet is for those who check it.
      try OutputFile.write(comments.sheet(column: column), to: page.output, force: page.force, isPersonal: true)
      Terminal.note(
        "\(comments.comments.count) comments; \(comments.comments.count { $0.suggestion.reasons.isEmpty }) with no hint; "
          + "fill in the column “code”, then add --count")
    } catch let error as DocumentError {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
  }
}
