import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Synchronization

/// The arguments that say whose answers are scored, shared by the commands that score.
struct ScoringArguments: ParsableArguments {
  @Option(help: "The questionnaire that was answered; may repeat, each with its own --responses.")
  var questionnaire: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Response files (CSV or JSON Lines); “-” is standard input. May repeat, pairing with --questionnaire.",
      valueName: "file"), completion: .file())
  var responses: [String]

  @Flag(
    help:
      "Put together what each respondent answered in several files, such as a short questionnaire and the rest of it.")
  var join = false

  @Option(help: "Break results down by an attribute; “a,b” crosses two. May repeat.")
  var by: [String] = []

  @Option(help: "How many people must stand behind a figure: 5 or more.")
  var threshold = 10

  @Option(
    help: ArgumentHelp(
      "Weight everyone's scores to the population: a CSV file of attribute columns and “headcount”.",
      valueName: "file"), completion: .file())
  var population: String?

  @Flag(help: "Go on when over half of a breakdown's groups have too few people to be shown.")
  var acceptSparse = false

  @OptionGroup var reading: ReadingArguments

  @Option(
    help: ArgumentHelp("How many threads read and count; by default as many as there are processors.", valueName: "n"))
  var threads = Processors.count

  @Option(
    help: ArgumentHelp(
      "How response files are written: csv or jsonl; by default JSON Lines for .jsonl and .ndjson, else CSV.",
      valueName: "format"))
  var inputFormat: InputFormat?

  mutating func validate() throws {
    guard (1...256).contains(threads) else { throw ValidationError("--threads lies between 1 and 256") }
    guard threshold >= DisclosurePolicy.minimumThreshold else {
      throw ValidationError("--threshold never goes below \(DisclosurePolicy.minimumThreshold)")
    }
    guard !questionnaire.isEmpty else { throw ValidationError("name a questionnaire with --questionnaire") }
    guard !responses.isEmpty else { throw ValidationError("name at least one response file with --responses") }
    guard responses.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("standard input (-) can be read once only; name it once")
    }
    if join, responses.count < 2 {
      throw ValidationError("--join puts several files together; name all of them after --responses")
    }
    guard let cohorts else {
      throw ValidationError("give each --questionnaire its own --responses: the first pairs with the first, and so on")
    }
    if join, let single = cohorts.first(where: { $0.files.count == 1 }) {
      throw ValidationError(
        "--join puts files of one questionnaire together, and “\(single.questionnaire)” has one; name the whole "
          + "questionnaire once, with all its files after one --responses")
    }
  }

  /// The files of each questionnaire, in order; nil when they do not pair.
  private var cohorts: [(questionnaire: String, files: [String])]? {
    if questionnaire.count == 1 { return [(questionnaire[0], responses)] }
    let groups = Self.groups(of: responses, in: CommandLine.arguments)
    return groups.count == questionnaire.count ? Array(zip(questionnaire, groups)).map { ($0, $1) } : nil
  }

  /// Splits files by the `--responses` they followed: the parser joins the lists of an option that repeats.
  static func groups(of files: [String], in arguments: [String]) -> [[String]] {
    var groups: [[String]] = []
    var rest = files[...]
    for (index, argument) in arguments.enumerated()
    where argument == "--responses" || argument.hasPrefix("--responses=") {
      var count = argument == "--responses" ? 0 : 1
      for next in arguments.dropFirst(index + 1) {
        if next.hasPrefix("--") || (next.hasPrefix("-") && next != "-") { break }
        count += 1
      }
      groups.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return groups
  }

  /// Scores every cohort: reads the files block by block, tallies, and publishes under the threshold.
  /// - Parameters:
  ///   - intervals: How likely ranges are found.
  ///   - clusters: The attribute whose values are resampled.
  ///   - subject: The subject whose questions' effects are wanted.
  nonisolated(nonsending) func publish(
    _ assessment: Assessment, intervals: IntervalOptions, clusters: String? = nil, effectsOn subject: Subject? = nil
  ) async throws -> (scorecards: [PublishableScorecard], texts: [AgreedTexts]) {
    let breakdowns = by.map { $0.split(separator: ",").map { Identifier<Attribute>(String($0)) } }
    let policy = DisclosurePolicy(threshold: threshold)
    var counted: [(scorer: Scorer, tally: Tally, texts: AgreedTexts?)] = []
    for cohort in cohorts ?? [] {
      let scorer = try scorer(
        assessment, cohort.questionnaire, breakdowns, clusters: clusters.map { Identifier($0) }, effectsOn: subject)
      let (tally, texts) = try await read(cohort.files, of: assessment, cohort.questionnaire, scorer)
      counted.append((scorer, tally, texts))
    }
    if !acceptSparse {
      let sparse = counted.flatMap { $0.scorer.sparseBreakdowns(of: $0.tally, under: policy) }
      try Self.refuse(sparse)
    }
    let scorecards = counted.map { scorer, tally, _ in
      scorer.scorecard(tally, intervals: intervals, smallestStratum: policy.threshold).published(under: policy)
    }
    return (scorecards, counted.compactMap(\.texts))
  }

  /// Exits where most groups of a breakdown would be withheld.
  private static func refuse(_ sparse: [SparseBreakdown]) throws {
    guard !sparse.isEmpty else { return }
    Terminal.message(DiagnosticPrinter().text(sparse.map(\.diagnostic)))
    for coarser in sparse.compactMap(\.coarser) {
      Terminal.message("try --by \(coarser.attributes.map(\.rawValue).joined(separator: ","))")
    }
    Terminal.message("--accept-sparse goes on nevertheless; nothing more is shown")
    throw ExitCode.wrongData
  }

  /// A cohort is broken down by the attributes that its questionnaire has; at least one cohort must have each.
  private func scorer(
    _ assessment: Assessment, _ questionnaire: String, _ breakdowns: [[Identifier<Attribute>]],
    clusters: Identifier<Attribute>?, effectsOn subject: Subject?
  ) throws -> Scorer {
    let id = Identifier<Questionnaire>(questionnaire)
    let others = assessment.questionnaires.filter { self.questionnaire.contains($0.id.rawValue) && $0.id != id }
    let own = assessment.questionnaire(id)?.attributes.map(\.id) ?? []
    let elsewhere = Set(others.flatMap(\.attributes).map(\.id))
    let wanted = breakdowns.filter {
      $0.allSatisfy(own.contains) || !$0.allSatisfy { own.contains($0) || elsewhere.contains($0) }
    }
    let headcounts = try headcounts(assessment.questionnaire(id))
    do throws(DocumentError) {
      return try Scorer(
        assessment, questionnaire: id, breakdowns: wanted, clusters: clusters, effectsOn: subject,
        population: headcounts)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode(64)
    }
  }

  /// The population to weight to; nil without one, and for a group that agreed its answers, which stands for itself.
  private func headcounts(_ questionnaire: Questionnaire?) throws -> Headcounts? {
    guard let population, let questionnaire, questionnaire.mode == .individual else { return nil }
    do throws(DocumentError) {
      return try Headcounts.read(.file(population), file: population, of: questionnaire)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      Terminal.message("\(population): \(DiagnosticPrinter.count(error.diagnostics))")
      throw ExitCode.of(error)
    }
  }

  /// Reads the files of a cohort as one sheet, and tells what is wrong with each.
  private nonisolated(nonsending) func read(
    _ files: [String], of assessment: Assessment, _ questionnaire: String, _ scorer: Scorer
  ) async throws -> (Tally, AgreedTexts?) {
    let questionnaire = try assessment.questionnaire(named: questionnaire)
    let progress = Mutex(Progress())
    let names = files.joined(separator: ", ")
    let makeState = {
      @Sendable in
      (tally: scorer.makeTally(), agreed: AgreedAnswers(of: questionnaire), texts: AgreedTexts(of: questionnaire))
    }
    let files = files.map { file in
      ResponseFile(
        name: file == "-" ? "standard input" : file, place: file == "-" ? .standardInput : .path(file),
        format: inputFormat?.table)
    }
    do {
      if join {
        let joined = try ResponseReader.join(files: files, questionnaire: questionnaire, duplicates: reading.duplicates)
        {
          file, count in progress.withLock { $0.update(file, count) }
        }
        progress.withLock { $0.finish() }
        try reading.report(joined.files, left: "answers")
        var (tally, agreed, texts) = makeState()
        agreed?.add(joined.sheet)
        texts?.add(joined.sheet)
        scorer.tally(joined.sheet, into: &tally)
        try reading.report(agreed, file: names)
        return (tally, texts)
      }
      let read = try await ResponseReader.fold(
        files: files, questionnaire: questionnaire, duplicates: reading.duplicates, workers: threads,
        progress: { file, count in progress.withLock { $0.update(file, count) } },
        into: makeState,
        { sheet, state in
          state.agreed?.add(sheet)
          state.texts?.add(sheet)
          scorer.tally(sheet, into: &state.tally)
        })
      progress.withLock { $0.finish() }
      try reading.report(read.files)
      var (tally, agreed, texts) = read.states.first ?? makeState()
      for state in read.states.dropFirst() {
        tally.merge(state.tally)
        if let collected = state.texts { texts?.merge(collected) }
        if let counted = state.agreed { agreed?.merge(counted) }
      }
      try reading.report(agreed, file: names)
      return (tally, texts)
    } catch let error as DocumentError {
      progress.withLock { $0.finish() }
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      Terminal.message("\(names): \(DiagnosticPrinter.count(error.diagnostics))")
      throw ExitCode.of(error)
    }
  }
}

/// How response files are written, as the argument has it.
enum InputFormat: String, ExpressibleByArgument, CaseIterable {
  case csv, jsonl

  var table: TableFormat { self == .csv ? .csv : .jsonLines }
}
