import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityReports
import MaturityTables

struct Session: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", _superCommandName: "maturity",
    abstract: "At a session's tea break: read every file of a folder, and write what to talk about next.",
    discussion: """
      Reads exports of forms and response files (.csv, .xlsx, .jsonl, .ndjson), each for the questionnaire that it answers; a \
      CSV file with a column “headcount” says how many people there are. Lists problems, counts responses, and writes two \
      pages: agenda.html, to print, and wall.html, in large type for the projector.

      A file whose name says “round 2” holds questions that were asked again: they are shown beside the first round.
      """)

  @Argument(help: "The folder with what was collected.", completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      "A folder with an assessment, its main file, or the id of a starter; when not given, the session's folder where it has an assessment.yaml, else the starter digital-first.",
      valueName: "assessment"), completion: .assessment)
  var assessment: String?

  @Option(help: "A questionnaire that was answered; may repeat. Any of the assessment's when not given.")
  var questionnaire: [String] = []

  @Option(
    help: ArgumentHelp("How many people there are, as CSV: columns of attributes and “headcount”.", valueName: "file"),
    completion: .file())
  var headcounts: String?

  @Option(help: "How many people must stand behind a figure: 5 or more.")
  var threshold = 10

  @Flag(help: "Print small counts of who answered too: not for a screen that others see.")
  var exactCounts = false

  @Option(
    help: ArgumentHelp("Where the pages go; the folder itself when not given.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: "A sentence for the top of the pages, such as that the data are synthetic.")
  var note: String?

  @OptionGroup var languages: LanguageArguments

  @OptionGroup var reading: ReadingArguments

  @Flag(help: "Replace pages that exist.")
  var force = false

  mutating func validate() throws {
    guard threshold >= DisclosurePolicy.minimumThreshold else {
      throw ValidationError("--threshold never goes below \(DisclosurePolicy.minimumThreshold)")
    }
  }

  func run() throws {
    let files = try SessionFolder(folder)
    var argument = AssessmentArgument()
    argument.assessment = assessment ?? (files.hasAssessment ? folder : "digital-first")
    let assessment = try languages.read(argument)
    let workshop = try collect(files, of: assessment)
    for part in workshop.parts where part.round == 1 {
      try count(part, headcounts ?? files.headcounts, beside: assessment.questionnaires)
    }
    try writePages(workshop, of: assessment)
  }

  /// Reads the files, and tells what is wrong with them.
  private func collect(_ files: SessionFolder, of assessment: Assessment) throws -> Workshop {
    let asked =
      try questionnaire.isEmpty
      ? assessment.questionnaires : questionnaire.map { try assessment.questionnaire(named: $0) }
    var workshop = Workshop(asked, options: ImportOptions(duplicates: reading.duplicates))
    var failures: [DocumentError] = []
    // What is asked again is given to a questionnaire that was answered before.
    for file in files.answers.enumerated().sorted(by: {
      (Workshop.round(of: $0.element), $0.offset) < (Workshop.round(of: $1.element), $1.offset)
    }).map(\.element) {
      do throws(DocumentError) { try FormFile.read(file, into: &workshop) } catch { failures.append(error) }
    }
    for file in files.others { Terminal.message("\(file): left out, since files of this kind are not read") }
    for part in workshop.parts {
      try reading.report(part.responses, [], listsProblems: true)
      try reading.report(part.responses.agreed, file: part.responses.files.map(\.file).joined(separator: ", "))
    }
    // One file that cannot be read is no reason to leave the others unread.
    for failure in failures { Terminal.message(DiagnosticPrinter().text(failure.diagnostics)) }
    if workshop.parts.isEmpty {
      Terminal.message(
        "error: no file of “\(folder)” holds answers to “\(assessment.id)”; “maturity import … --dry-run” shows what the columns of one are taken for"
      )
      throw failures.first.map(ExitCode.of) ?? ExitCode.missingInput
    }
    if reading.strict, let failure = failures.first { throw ExitCode.of(failure) }
    return workshop
  }

  /// Prints how many have answered, by each attribute.
  private func count(_ part: Workshop.Part, _ headcounts: String?, beside others: [Questionnaire]) throws {
    var output = ByteOutput()
    output.write("\(part.questionnaire.id): \(part.sheet.count) answered\n")
    let people = try headcounts.flatMap { try Headcounts.read($0, ofAny: part.questionnaire, beside: others) }
    // How many groups agreed an answer is nobody's secret.
    let isAgreed = part.questionnaire.mode == .consensus
    let policy = exactCounts || isAgreed ? nil : DisclosurePolicy(threshold: threshold)
    let all = Attendance.counts(of: part.sheet, part.questionnaire, against: people, under: policy)
    for attendance in all {
      let knowsPeople = attendance.groups.contains { $0.people != nil }
      var table = TextTable(
        label: attendance.attribute.text.text(in: languages.language),
        numbers: knowsPeople ? ["Answered", "People", "Share"] : ["Answered"])
      for group in attendance.groups {
        let share = group.people.flatMap { people in
          group.responses.flatMap { responses in
            people > 0 ? "\(DecimalText.rounded(100 * Double(responses) / Double(people), decimals: 0)) %" : nil
          }
        }
        let more = [group.people.map(String.init) ?? "", share ?? ""]
        table.add(
          [group.value?.label.text(in: languages.language) ?? "Not stated"]
            + [group.responses.map(String.init) ?? "withheld"] + (knowsPeople ? more : []))
      }
      output.write("\n")
      table.write(width: Terminal.width, to: &output)
    }
    if all.contains(where: { $0.groups.contains { $0.responses == nil } }) {
      output.write(
        Prose.lines(
          "withheld: fewer than \(threshold) answered, or a count that would give one of those away; --exact-counts prints them",
          width: Terminal.width))
    }
    try Terminal.print(output.text)
  }

  /// Scores the rounds, and writes the agenda and the wall page.
  private func writePages(_ workshop: Workshop, of assessment: Assessment) throws {
    let last = workshop.parts.map(\.round).max() ?? 1
    func results(_ round: Int) throws -> [PublishableScorecard] {
      try workshop.parts.filter { $0.round == round }.map { part in
        let scorer = try Scorer(assessment, questionnaire: part.questionnaire.id)
        var tally = scorer.makeTally()
        scorer.tally(part.sheet, into: &tally)
        return scorer.scorecard(tally, intervals: .none).published(under: DisclosurePolicy(threshold: threshold))
      }
    }
    let first = try results(1)
    let again = last > 1 ? try results(last) : []
    let context = ReportContext(
      assessment: assessment, scorecards: first.isEmpty ? again : first,
      options: ReportOptions(language: languages.language, words: try languages.catalogue(), note: note))
    var place = output ?? folder
    while place.count > 1, place.last == "/" { place.removeLast() }
    let pages: [any ReportFormat] = [AgendaReportFormat(again: again), WallReportFormat(again: again)]
    let files = pages.map { format in
      var page = ByteOutput()
      format.write(context, to: &page)
      return (bytes: page.bytes, path: "\(place)/\(format.name).\(format.fileExtension)")
    }
    try OutputFile.write(files, force: force)
    for file in files { try Terminal.print("wrote \(file.path)") }
  }
}

extension Headcounts {
  /// Headcounts, where some are of this questionnaire; nil where all are of another audience's.
  static func read(
    _ path: String, ofAny questionnaire: Questionnaire, beside others: [Questionnaire]
  ) throws -> Headcounts? {
    let names = SessionFolder.columns(of: path)
    if !names.isEmpty, names.isDisjoint(with: questionnaire.attributes.map(\.id.rawValue)) { return nil }
    do throws(DocumentError) {
      return try Headcounts.read(
        .file(path), file: path, of: questionnaire, beside: others.filter { $0.id != questionnaire.id })
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
  }
}
