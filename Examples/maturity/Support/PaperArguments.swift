import ArgumentParser
import DigitalMaturity
import MaturityOffice
import MaturityPlanning
import MaturityReports

/// The arguments that say how a paper is written, and where to.
struct PaperArguments: ParsableArguments {
  /// How a paper is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case docx, html, markdown

    func bytes(of paper: Paper, words: MessageCatalogue) -> [UInt8] {
      switch self {
      case .docx: paper.document(words: words)
      case .html: paper.html().bytes
      case .markdown: paper.markdown().bytes
      }
    }
  }

  @Option(help: "docx, html or markdown; by the ending of --output when not given.")
  var format: Format?

  @Option(help: "The file to write; standard output when not given, as Markdown.", completion: .file())
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  /// The format that is named, else that of the output's ending.
  func resolvedFormat() throws -> Format {
    if let format { return format }
    guard let output else { return .markdown }
    let ending = output.lastIndex(of: ".").map { String(output[output.index(after: $0)...]).lowercased() } ?? ""
    guard let format = ending == "md" ? .markdown : Format(rawValue: ending) else {
      throw ValidationError("the ending of “\(output)” names no format; use .docx, .html or .md, or add --format")
    }
    return format
  }
}

/// The arguments that name results in files, as `maturity score` writes them as JSON.
struct ResultArguments: ParsableArguments {
  @Option(help: "The results, a JSON file of “maturity score”.", completion: .file())
  var now: String?

  @Option(help: "Earlier results to compare them with.", completion: .file())
  var base: String?

  @Option(
    help: "The assessment that was scored: a folder, a file, or a starter's id; that of the results when not given.",
    completion: .assessment)
  var assessment: String?

  @Option(
    help: ArgumentHelp(
      "Choose the actions that are worth most within so many officer-days, as “maturity actions” does.",
      valueName: "days"))
  var budget: Double?

  @OptionGroup var notes: NoteArguments

  @OptionGroup var languages: LanguageArguments

  func validate() throws {
    if let budget, !budget.isFinite || budget <= 0 {
      throw ValidationError("--budget is a number of officer-days above 0")
    }
  }

  /// What is chosen within the budget, if there is one.
  func programme(_ results: ReportContext) -> Programme? {
    budget.map { budget in
      let selection = ActionSelection(Priorities(results.assessment, results.scorecards), budget: budget)
      let roadmap = Roadmap(results.assessment, actions: selection.chosen.map(\.action))
      let day = results.scorecards.first?.occasion.date
      if let past = roadmap.pastMonths(on: day, language: languages.language) { Terminal.note(past) }
      return Programme(actions: selection.chosen.map(\.action), budget: budget)
    }
  }

  /// The results and the earlier ones, which must be of the same assessment.
  func contexts(note: String? = nil) throws -> (now: ReportContext, base: ReportContext?) {
    let now = try context(self.now, note: note)
    guard let base else { return (now, nil) }
    let earlier = try context(base)
    guard earlier.assessment.id == now.assessment.id else {
      Terminal.message(
        "error: “\(base)” is a result of “\(earlier.assessment.id)”, not of “\(now.assessment.id)”; name earlier results of the same assessment"
      )
      throw ExitCode.wrongData
    }
    do throws(DocumentError) {
      for (one, next) in zip(earlier.scorecards.prefix(1), now.scorecards) {
        try one.occasion.check(before: next.occasion)
      }
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
    return (now, earlier)
  }

  /// Reads a file of results with the assessment that they belong to; one of another state of it is told of.
  func context(_ path: String?, note: String? = nil) throws -> ReportContext {
    let path = path ?? ""
    let bytes = try InputFile.read(path)
    let scorecards: [PublishableScorecard]
    do throws(DocumentError) {
      scorecards = try PublishableScorecard.read(bytes, file: path)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      Terminal.message("\(path): \(DiagnosticPrinter.count(error.diagnostics)); \(ResultFiles.origin)")
      throw ExitCode.of(error)
    }
    let argument = try ResultFiles.argument(
      assessment, of: scorecards, from: path, mend: "say where it is with --assessment")
    let read = try languages.read(argument)
    let reference = scorecards[0].assessment
    if read.id != reference.id {
      Terminal.message(
        "error: “\(path)” holds results of “\(reference.id)”, and the assessment is “\(read.id)”; leave out --assessment, or name that of the results"
      )
      throw ExitCode.wrongData
    }
    if read.version != reference.version || (reference.digest != nil && read.digest != reference.digest) {
      Terminal.message(
        "warning: “\(path)” was scored with another state of “\(reference.id)” (version \(reference.version)); names and actions are those of version \(read.version)"
      )
    }
    return ReportContext(
      assessment: read, scorecards: scorecards,
      options: ReportOptions(
        language: languages.language, words: try languages.catalogue(isTold: path == now), note: note))
  }
}
