import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityReports

struct Score: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score response files and write the results.",
    discussion: """
      The format follows the ending of --output; without either, a table is printed. Figures that too few people stand \
      behind are withheld.
      """)

  @OptionGroup var argument: AssessmentArgument
  @OptionGroup var scoring: ScoringArguments
  @OptionGroup var intervals: IntervalArguments

  @Option(
    help: "table, json, csv, csvw, xlsx, markdown, html, agenda or wall.",
    completion: .list(Vocabulary.all.reportFormats.map(\.name)))
  var format: String?

  @Option(help: "The file to write, or for csvw the folder; standard output when not given.", completion: .file())
  var output: String?

  @OptionGroup var occasion: OccasionArguments

  @Option(help: "A sentence for the top of a report, such as that the data are synthetic.")
  var note: String?

  @Option(
    help: ArgumentHelp(
      "Show who took part of those there are: a CSV file of attribute columns and “headcount”.", valueName: "file"),
    completion: .file())
  var headcount: String?

  @OptionGroup var look: LookArguments
  @OptionGroup var languages: LanguageArguments

  @Flag(help: "Replace a file that exists.")
  var force = false

  nonisolated(nonsending) func run() async throws {
    let report = try reportFormat()
    let assessment = try languages.read(argument)
    let headcounts = try headcounts(assessment)
    let (published, texts) = try await scoring.publish(
      assessment, intervals: ["json", "csvw", "xlsx", "html"].contains(report.name) ? intervals.options : .none,
      clusters: intervals.cluster)
    let scorecards = published.map { $0.of(occasion.occasion) }
    let options = ReportOptions(
      language: languages.language, words: try languages.catalogue(), note: note,
      width: output == nil ? Terminal.width : nil)
    let context = ReportContext(
      assessment: assessment, scorecards: scorecards, agreedTexts: texts, options: options, headcounts: headcounts)
    if let report = report as? any FolderReportFormat, let output {
      return try OutputFolder.write(report.files(context), to: output, force: force)
    }
    var bytes = ByteOutput()
    report.write(context, to: &bytes)
    try OutputFile.write(bytes.bytes, to: output, force: force)
  }

  /// How many people there are, for each questionnaire that has the file's attributes.
  private func headcounts(_ assessment: Assessment) throws -> [Identifier<Questionnaire>: Headcounts] {
    guard let headcount else { return [:] }
    var found: [Identifier<Questionnaire>: Headcounts] = [:]
    for id in scoring.questionnaire {
      let questionnaire = try assessment.questionnaire(named: id)
      if let headcounts = try Headcounts.read(headcount, ofAny: questionnaire) { found[questionnaire.id] = headcounts }
    }
    if found.isEmpty {
      Terminal.message("error: \(headcount):1:1: no column is an attribute of the questionnaires")
      throw ExitCode.wrongData
    }
    return found
  }

  /// The format, in the council's look.
  private func reportFormat() throws -> any ReportFormat {
    let format = try chosenFormat()
    guard look.isGiven || headcount != nil else { return format }
    guard format is HTMLReportFormat else {
      throw ValidationError("--council, --logo, --colour and --headcount belong to an HTML report; add --format html")
    }
    return HTMLReportFormat(look: try look.look())
  }

  /// The format that is named, else the one of the output's ending, else a table.
  private func chosenFormat() throws -> any ReportFormat {
    let formats = Vocabulary.all.reportFormats
    let known = formats.map(\.name)
    if let format {
      guard let named = Vocabulary.all.reportFormat(format) else {
        throw ValidationError("there is no format “\(format)”\(NearestName.hint(format, in: known))")
      }
      return named
    }
    guard let output else { return try table() }
    let ending = output.lastIndex(of: ".").map { String(output[output.index(after: $0)...]).lowercased() } ?? ""
    guard let named = formats.first(where: { $0.fileExtension == ending || $0.name == ending }) else {
      throw ValidationError(
        "the ending of “\(output)” names no format; add --format with one of \(known.joined(separator: ", "))")
    }
    return named
  }

  private func table() throws -> any ReportFormat {
    guard let table = Vocabulary.all.reportFormat("table") else { throw ExitCode.failure }
    return table
  }
}
