import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityReports

struct Score: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", _superCommandName: "maturity",
    abstract: "Score response files and write the results.",
    discussion: """
      The format follows the ending of --output; without either, a table is printed. Figures that too few people stand \
      behind are withheld.
      """)

  // What can stand here stands here and in no group: the parser takes an age over each group.

  @Argument(help: AssessmentArgument.help, completion: .assessment) var assessment: String

  @OptionGroup var scoring: ScoringArguments

  @Option(
    help: "How likely ranges are found: by percentiles of resampled means, corrected (bca), or not at all (none).")
  var interval: IntervalMethod = .percentile

  @Option(help: "How many resamples are drawn, where the answers are too many or too fine to count all there are.")
  var resamples = 2000

  @Option(help: "What the random numbers follow from: the same seed gives the same ranges.")
  var seed = 1

  @Option(
    help: ArgumentHelp(
      """
      Resample whole groups of people who are alike, such as sessions, and not single people. Likely ranges are then shown \
      for everyone, of five groups or more, each of at least --threshold people.
      """, valueName: "attribute")
  )
  var cluster: String?

  @Option(
    help: "table, json, csv, csvw, xlsx, markdown, html, agenda or wall.",
    completion: .list(Vocabulary.all.reportFormats.map(\.name)))
  var format: String?

  @Option(help: "The file to write, or for csvw the folder; standard output when not given.", completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What this assessment is called, such as “2026 assessment”: kept in the results and shown wherever they are.",
      valueName: "name"))
  var title: String?

  // No clock is read: without it results have no date.
  @Option(
    help: ArgumentHelp(
      "The day of this assessment: kept in the results, so that comparisons know which came first.",
      valueName: "yyyy-mm-dd"), transform: Day.read)
  var date: Day?

  @Option(help: "A sentence for the top of a report, such as that the data are synthetic.")
  var note: String?

  @Option(
    help: ArgumentHelp(
      "Show who took part of those there are: a CSV file of attribute columns and “headcount”.", valueName: "file"),
    completion: .file())
  var headcount: String?

  @Option(help: "The council's name, above the title of an HTML report.")
  var council: String?

  @Option(
    help: ArgumentHelp(
      "The council's logo for an HTML report: PNG, JPEG or SVG, kept in the page itself.", valueName: "file"),
    completion: .file())
  var logo: String?

  @Option(help: "What the logo shows, for those who do not see it; the council's name when not given.")
  var logoText: String?

  @Option(
    help: ArgumentHelp(
      """
      A colour of an HTML report, such as accent=#12436D: \(parts). \
      May repeat. One that could not be read is refused, with its contrast.
      """, valueName: "part=colour"))
  var colour: [String] = []

  private static let parts = ReportLook.Part.allCases.reduce(into: "") { names, part in
    names += (names.isEmpty ? "" : ", ") + part.rawValue
  }

  @Option(help: LanguageArguments.languageHelp) var language: String?

  @Option(help: LanguageArguments.wordsHelp, completion: .file()) var words: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  private var languages: LanguageArguments {
    var languages = LanguageArguments()
    (languages.language, languages.words) = (language, words)
    return languages
  }

  func validate() throws {
    try languages.validate()
    guard (1...1_000_000).contains(resamples) else {
      throw ValidationError("--resamples lies between 1 and 1,000,000")
    }
    if let title, title.allSatisfy(\.isWhitespace) { throw ValidationError("--title is a name in words") }
  }

  nonisolated(nonsending) func run() async throws {
    let report = try reportFormat()
    var argument = AssessmentArgument()
    argument.assessment = self.assessment
    let languages = languages
    let assessment = try languages.read(argument)
    let headcounts = try headcounts(assessment)
    let (published, texts) = try await scoring.publish(
      assessment,
      intervals: ["json", "csvw", "xlsx", "html"].contains(report.name)
        ? interval.options(resamples: resamples, seed: UInt64(bitPattern: Int64(seed))) : .none,
      clusters: cluster)
    if cluster != nil, let sentence = Self.whyNoRanges(published) { Terminal.note(sentence) }
    let scorecards = published.map { $0.of(Occasion(title: title, date: date)) }
    let options = ReportOptions(
      language: languages.language, words: try languages.catalogue(), note: note,
      width: output == nil ? Terminal.width : nil)
    let context = ReportContext(
      assessment: assessment, scorecards: scorecards, agreedTexts: texts, options: options, headcounts: headcounts)
    if let output, let report = report as? any FolderReportFormat {
      return try OutputFolder.write(report.files(context), to: output, force: force)
    }
    var bytes = ByteOutput()
    report.write(context, to: &bytes)
    try OutputFile.write(bytes.bytes, to: output, force: force)
  }

  /// Why everyone's likely ranges are withheld, where they all are though scores are shown.
  private static func whyNoRanges(_ scorecards: [PublishableScorecard]) -> String? {
    let ranges = scorecards.compactMap(\.everyone).flatMap(\.areas).compactMap { $0.statistics.value?.interval }
    guard ranges.allSatisfy({ $0.value == nil }) else { return nil }
    return ranges.lazy.compactMap(\.reason).first { $0.code == .withheld }?.sentence
  }

  /// How many people there are, for each questionnaire that has the file's attributes.
  private func headcounts(_ assessment: Assessment) throws -> [Identifier<Questionnaire>: Headcounts] {
    guard let headcount else { return [:] }
    var found: [Identifier<Questionnaire>: Headcounts] = [:]
    for id in scoring.questionnaire {
      let questionnaire = try assessment.questionnaire(named: id)
      let headcounts = try Headcounts.read(headcount, ofAny: questionnaire, beside: assessment.questionnaires)
      if let headcounts { found[questionnaire.id] = headcounts }
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
    let hasLook = council != nil || logo != nil || logoText != nil || !colour.isEmpty
    guard hasLook || headcount != nil else { return format }
    guard format is HTMLReportFormat else {
      throw ValidationError("--council, --logo, --colour and --headcount belong to an HTML report; add --format html")
    }
    return HTMLReportFormat(look: try look())
  }

  /// The council's look; on a problem prints all of them and exits with 65 or 66.
  private func look() throws -> ReportLook {
    if logoText != nil, logo == nil { throw ValidationError("--logo-text belongs to a logo; add --logo") }
    var colours: [ReportLook.Part: String] = [:]
    let known = ReportLook.Part.allCases.map(\.rawValue)
    for word in colour {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("--colour takes a part and a colour: accent=#12436D") }
      guard let part = ReportLook.Part(rawValue: parts[0]) else {
        throw ValidationError("--colour has no part “\(parts[0])”\(NearestName.hint(parts[0], in: known))")
      }
      colours[part] = parts[1]
    }
    let picture = try logo.map { ReportLook.Logo(try InputFile.read($0), text: logoText ?? council ?? "") }
    do throws(DocumentError) {
      return try ReportLook(council: council, logo: picture, colours: colours)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
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
