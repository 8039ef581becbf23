public import ArgumentParser
import DigitalMaturity
import MaturityOffice
import MaturityReports
public import MaturitySkills
import MaturityTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The arguments that say who is rated by whom, shared by the commands under `skills`.
struct SkillsArguments: ParsableArguments {
  @OptionGroup var argument: AssessmentArgument

  @Option(
    help: ArgumentHelp("The people (CSV or .xlsx: code, role, team, manager, started, left).", valueName: "file"),
    completion: .file())
  var people: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files of ratings (CSV or .xlsx), with a row for each rating or for each person; “-” is standard input.",
      valueName: "file"
    ),
    completion: .file())
  var ratings: [String]

  @Option(
    help: ArgumentHelp("What teams are part of (CSV or .xlsx: team, parent, name).", valueName: "file"),
    completion: .file())
  var teams: String?

  @Option(
    help: ArgumentHelp("The day of the results; today when not given.", valueName: "yyyy-mm-dd"), transform: Day.read)
  var on: Day?

  @Option(
    help: ArgumentHelp(
      "How long a rating is valid, such as 18m, 2y or 90d; for ever when not given.", valueName: "time"),
    transform: ValidityPeriod.read)
  var validFor: ValidityPeriod?

  @Option(help: "How ratings by several become one: manager-over-self, mean, lowest or agreed.")
  var raters: RaterPolicy = .managerOverSelf

  @Option(help: "Who rated, for files without a column that says so: self, manager or peer.")
  var rater: RaterKind?

  @Option(
    help: ArgumentHelp("When the ratings were made, for files without a date.", valueName: "yyyy-mm-dd"),
    transform: Day.read)
  var ratedOn: Day?

  @Option(
    help:
      "The order of dates such as 03/04/2025 in people and ratings: day-month or month-day; what other dates of a file tell when not given."
  )
  var dates: DateOrder?

  @Flag(help: "Stop when a file has any problem, instead of listing them and going on.")
  var strict = false

  @OptionGroup var notes: NoteArguments

  @Option(
    help: ArgumentHelp("How many threads read; by default as many as there are processors.", valueName: "n"))
  var threads = Processors.count

  mutating func validate() throws {
    guard (1...256).contains(threads) else { throw ValidationError("--threads lies between 1 and 256") }
    guard !ratings.isEmpty else { throw ValidationError("name at least one file of ratings with --ratings") }
    guard ratings.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("standard input (-) can be read once only")
    }
    let today = Day.today
    for (name, day) in [("--on", on), ("--rated-on", ratedOn)] {
      guard let day, day > today else { continue }
      throw ValidationError("\(name) \(day) has not come yet; name today, \(today), or an earlier day")
    }
  }

  /// Everybody's scores.
  /// - Parameters:
  ///   - day: The day of the scores, where it is not ``on``.
  ///   - keepsNotes: Whether the notes beside ratings are wanted.
  ///   - isTold: Whether problems are printed; a second reading of the same files need not.
  nonisolated(nonsending) func scores(
    _ assessment: Assessment, on day: Day? = nil, keepsNotes: Bool = false, isTold: Bool = true
  ) async throws -> SkillsScores {
    let scorer = try read(people) { () throws(DocumentError) in try SkillsScorer(assessment) }
    let on = day ?? on ?? Day.today
    var problems = SkillsProblems()
    var tree = TeamTree()
    if let teams {
      tree = try read(teams) { () throws(DocumentError) in
        try TeamTree(try TableFile.source(teams), file: teams, problems: &problems)
      }
      if isTold { try tell(problems, teams) }
    }
    let staff = try read(people) { () throws(DocumentError) in
      try StaffList(
        try TableFile.source(people), file: people, framework: scorer.framework, teams: tree, dates: dates,
        today: Day.today)
    }
    if isTold { try tell(staff.problems, people) }
    var reader = try read(people) { () throws(DocumentError) in
      try RatingsReader(
        staff: staff, framework: scorer.framework,
        options: RatingsOptions(on: on, today: Day.today, keepsNotes: keepsNotes, dates: dates))
    }
    for file in ratings {
      do {
        try await reader.read(
          try TableFile.source(file), file: file == "-" ? "standard input" : file, rater: rater,
          day: ratedOn, workers: threads)
      } catch let error as DocumentError {
        throw failure(error, file)
      }
    }
    let found = reader.finish()
    if isTold { try tell(found.problems, ratings.joined(separator: ", ")) }
    let scores = await scorer.scores(
      of: found, raters: raters, validFrom: validFor?.oldest(on: on), workers: threads)
    if isTold {
      if found.read == 0 {
        Terminal.message(
          "warning: there is no rating up to \(on), so nobody has a level; check --on and the dates of ratings")
      }
      let old = scores.managersBeforeOwn
      if old.ratings > 0 {
        Terminal.note(
          Prose.count(old.ratings, "rating by a manager counts", "ratings by managers count")
            + " although the person's own is later, of " + Prose.count(old.people, "person", "people")
            + "; leave old ones out with --valid-for, such as --valid-for 12m, or choose other --raters")
      }
    }
    return scores
  }

  /// Reads a file; on a problem prints all of them and exits with 65 or 66.
  private func read<Content>(_ file: String, _ body: () throws(DocumentError) -> Content) throws -> Content {
    do throws(DocumentError) {
      return try body()
    } catch {
      throw failure(error, file)
    }
  }

  private func failure(_ error: DocumentError, _ file: String) -> ExitCode {
    Terminal.message(DiagnosticPrinter().text(error.diagnostics))
    Terminal.message("\(file): \(DiagnosticPrinter.count(error.diagnostics))")
    return ExitCode.of(error)
  }

  /// Lists what is wrong with a file; with --strict any problem ends the run.
  private func tell(_ problems: SkillsProblems, _ file: String) throws {
    guard problems.count > 0 else { return }
    if !notes.quiet { Terminal.message(DiagnosticPrinter().text(problems.list)) }
    let more = problems.count - problems.list.count
    Terminal.message(
      "\(file): \(problems.count) problem\(problems.count == 1 ? "" : "s")"
        + (more > 0 && !notes.quiet ? "; the first \(problems.list.count) are listed" : ""))
    // A column that is not read loses nothing that could be counted.
    if strict, problems.counts.contains(where: { $0.key != .skippedColumn }) { throw ExitCode.wrongData }
  }
}

/// How the results of a command are written.
struct PageArguments: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, html, xlsx, docx, markdown }

  @Option(help: "table, json, csv, html, xlsx, docx or markdown; by the ending of --output when not given.")
  var format: Format?

  @Option(help: "The file to write; standard output when not given.", completion: .file())
  var output: String?

  @OptionGroup var languages: LanguageArguments

  /// The language of texts.
  var language: String? { languages.language }

  @Flag(help: "Replace a file that exists.")
  var force = false

  /// Writes a page, or the JSON for programs.
  /// - Parameters:
  ///   - isPersonal: Whether the file is for its owner's eyes alone.
  ///   - charts: The drawings of a web page.
  func write(
    _ page: @autoclosure () throws -> ResultPage, json: @autoclosure () -> ByteOutput, isPersonal: Bool,
    charts: (ResultPage) throws -> [PageChart] = { _ in [] }
  ) throws {
    let bytes = try PageArguments.bytes(
      try page(), json: json(), as: Self.chosen(format, output), to: output, charts: charts)
    try OutputFile.write(bytes, to: output, force: force, isPersonal: isPersonal)
  }

  /// A page in a format, or the JSON for programs.
  static func bytes(
    _ page: @autoclosure () throws -> ResultPage, json: @autoclosure () -> ByteOutput, as format: Format,
    to output: String?, charts: (ResultPage) throws -> [PageChart] = { _ in [] }
  ) throws -> [UInt8] {
    switch format {
    case .table: try page().text(width: output == nil ? Terminal.width : nil).bytes
    case .json: json().bytes
    case .csv: try page().csv().bytes
    case .html: try html(page(), charts)
    case .xlsx: try page().workbook()
    case .docx: try document(page())
    case .markdown: try page().paper().markdown().bytes
    }
  }

  private static func html(_ page: ResultPage, _ charts: (ResultPage) throws -> [PageChart]) throws -> [UInt8] {
    try page.html(charts: charts(page)).bytes
  }

  private static func document(_ page: ResultPage) -> [UInt8] { page.paper().document(words: page.words) }

  /// The format that is named, else that of the output's ending, else a table.
  static func chosen(_ format: Format?, _ output: String?) throws -> Format {
    if let format { return format }
    guard let output else { return .table }
    let ending = output.lastIndex(of: ".").map { String(output[output.index(after: $0)...]).lowercased() } ?? ""
    if ending == "txt" { return .table }
    if ending == "md" { return .markdown }
    guard let format = Format(rawValue: ending) else {
      let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("the ending of “\(output)” names no format; add --format with one of \(known)")
    }
    return format
  }
}

/// How many people must stand behind a figure that others may see.
struct ThresholdArgument: ParsableArguments {
  @Option(help: "How many people must stand behind a figure: 5 or more.")
  var threshold = 10

  mutating func validate() throws {
    guard threshold >= DisclosurePolicy.minimumThreshold else {
      throw ValidationError("--threshold never goes below \(DisclosurePolicy.minimumThreshold)")
    }
  }

  var policy: DisclosurePolicy { DisclosurePolicy(threshold: threshold) }
}

/// Whether a breakdown is shown most of whose groups are withheld.
struct SparseArgument: ParsableArguments {
  @Flag(help: "Go on when over half of a breakdown's groups are withheld.")
  var acceptSparse = false

  /// Exits where over half of a breakdown's groups are withheld: it shows little, and costs other tables figures. Where that is
  /// accepted, it is said.
  nonisolated(nonsending) func check(
    _ totals: PublishableSkills, of scores: SkillsScores, _ breakdowns: [SkillsBreakdown], workers: Int
  ) async throws {
    if acceptSparse, Terminal.isQuiet { return }
    var sparse: [Diagnostic] = []
    for breakdown in breakdowns {
      if let found = await scores.sparseness(of: breakdown, in: totals, workers: workers) { sparse.append(found) }
    }
    if !sparse.isEmpty, !acceptSparse {
      Terminal.message(DiagnosticPrinter().text(sparse))
      Terminal.message("--accept-sparse goes on nevertheless; nothing more is shown")
      throw ExitCode.wrongData
    }
    for found in sparse { Terminal.note(found.message) }
    noteWhatIsAlone(breakdowns)
  }

  /// Says what tables crossed with roles are protected beside: other figures are withheld with them than without.
  private func noteWhatIsAlone(_ breakdowns: [SkillsBreakdown]) {
    guard let crossed = breakdowns.first(where: { [.directorateAndRole, .teamAndRole].contains($0) }) else { return }
    Terminal.note(
      "by \(crossed.rawValue) other figures are withheld than without it: publish this in place of what was made with another --by or none, not "
        + "beside it; skills score with a --by for each table protects them together, and skills demand takes the same")
  }
}

extension Day {
  /// The day that an argument names.
  @Sendable static func read(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw ValidationError("“\(text)” is no day; write it like 2025-11-30") }
    return day
  }

  /// Today, by the system's clock and time zone.
  static var today: Day {
    var now = time(nil)
    var parts = unsafe tm()
    // Both are variables of this function.
    unsafe localtime_r(&now, &parts)
    // A clock before 1970 or after 2149 is wrong.
    return unsafe Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? .first
  }
}

extension ValidityPeriod {
  /// The time that an argument names.
  @Sendable static func read(_ text: String) throws -> ValidityPeriod {
    guard let period = ValidityPeriod(text) else {
      throw ValidationError(
        "“\(text)” is no time; write a whole number of 1 or more with its unit: 90d, 12w, 18m or 2y")
    }
    return period
  }
}

extension RaterPolicy: ExpressibleByArgument {}
extension RaterKind: ExpressibleByArgument {}
extension SkillsBreakdown: ExpressibleByArgument {}
