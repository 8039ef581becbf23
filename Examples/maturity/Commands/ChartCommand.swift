import ArgumentParser
import DigitalMaturity
import MaturityPlanning
import MaturityReports

struct ChartCommand: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draw one chart as a picture (SVG) that stands on its own.",
    discussion: """
      scores: the areas with targets and likely ranges; levels: how people are spread over the levels; agreement: how far they \
      agree with statements; heatmap: areas by the groups of --by; cohorts: two audiences beside each other; change: what moved \
      between results; roadmap: the programme over time.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case scores, levels, agreement, heatmap, cohorts, change, roadmap
  }

  @OptionGroup var argument: AssessmentArgument

  @Argument(
    help: ArgumentHelp(
      "Results that “score --output result.json” wrote; for change two or more, the earliest first.",
      valueName: "results"), completion: .file())
  var results: [String] = []

  @Option(help: "What to draw: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: Kind

  @Option(help: "The questionnaire to draw; with --responses, whose answers they are. May repeat for cohorts.")
  var questionnaire: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Response files to score instead of results that are there already.", valueName: "file"),
    completion: .file())
  var responses: [String] = []

  @Option(help: "The groups of a heatmap: an attribute; “a,b” crosses two.")
  var by: String?

  @Option(
    help: ArgumentHelp("Of a roadmap: add the actions worth most within so many officer-days.", valueName: "days"))
  var budget: Double?

  @Option(help: ArgumentHelp("Of a roadmap: mark a month.", valueName: "yyyy-mm"))
  var status: Month?

  @Option(help: "The file to write, such as chart.svg; standard output when not given.", completion: .file())
  var output: String?

  @OptionGroup var languages: LanguageArguments

  @Flag(help: "Replace a file that exists.")
  var force = false

  func validate() throws {
    if !results.isEmpty, !responses.isEmpty {
      throw ValidationError("name results or --responses, not both")
    }
    if kind == .change, results.count < 2 {
      throw ValidationError("--kind change draws what moved: name two results or more, the earliest first")
    }
    if kind != .change, results.count > 1 {
      throw ValidationError("--kind \(kind.rawValue) draws one result; name one, or use --kind change")
    }
    if kind == .roadmap {
      if budget != nil, results.isEmpty { throw ValidationError("--budget chooses by results; name a result") }
      if let budget, !budget.isFinite || budget <= 0 {
        throw ValidationError("--budget is a number of officer-days above 0")
      }
    } else if results.isEmpty, responses.isEmpty {
      throw ValidationError(
        "--kind \(kind.rawValue) draws results: name a file that “score --output result.json” wrote, or add "
          + "--questionnaire and --responses")
    }
  }

  nonisolated(nonsending) func run() async throws {
    let assessment = try languages.read(argument)
    let svg =
      switch kind {
      case .roadmap: try roadmap(assessment).svg
      case .change: try change(assessment).svg
      case .scores, .levels, .agreement, .heatmap, .cohorts: try await drawn(assessment)
      }
    try OutputFile.write(svg.bytes, to: output, force: force)
  }

  /// A chart of one file of results, or of answers that are scored first.
  private nonisolated(nonsending) func drawn(_ assessment: Assessment) async throws -> ByteOutput {
    let scorecards = try await scorecards(of: assessment)
    let charts = ReportCharts(
      ReportContext(
        assessment: assessment, scorecards: scorecards,
        options: ReportOptions(language: languages.language, words: try languages.catalogue())))
    let id = try chosen(of: scorecards)
    switch kind {
    case .scores:
      guard let chart = charts.scores(of: id) else { throw nothing("no area has a score that may be shown") }
      return chart.svg
    case .levels:
      guard let chart = charts.levels(of: id) else {
        throw nothing("no area has people’s scores that may be shown by level")
      }
      return chart.svg
    case .agreement:
      let all = charts.agreement(of: id)
      guard let chart = all.first else {
        throw nothing("no question is of the kind “agreement” with answers that may be shown")
      }
      if all.count > 1 { Terminal.message("statements have \(all.count) sets of answers; the first is drawn") }
      return chart.svg
    case .heatmap:
      guard let chart = charts.heatmap(by: try breakdown(of: scorecards, assessment), of: id) else {
        throw nothing("the levels have no scale to shade by")
      }
      return chart.svg
    case .cohorts, .change, .roadmap:
      guard let chart = charts.cohorts() else {
        throw nothing(
          "two audiences stand beside each other where both may be shown and were asked the same; score two with "
            + "--questionnaire and --responses for each")
      }
      return chart.svg
    }
  }

  private nonisolated(nonsending) func scorecards(of assessment: Assessment) async throws -> [PublishableScorecard] {
    if let file = results.first { return try ResultFiles.of(assessment, file) }
    let words =
      questionnaire.flatMap { ["--questionnaire", $0] } + ["--responses"] + responses
      + (by.map { ["--by", $0] } ?? [])
    return try await ScoringArguments.parse(words).publish(assessment, intervals: .standard)
  }

  /// The questionnaire that is drawn: the one that is named, else the first.
  private func chosen(of scorecards: [PublishableScorecard]) throws -> Identifier<Questionnaire>? {
    guard let named = questionnaire.first, kind != .cohorts else { return nil }
    let known = scorecards.map(\.questionnaire.rawValue)
    guard known.contains(named) else {
      throw ValidationError("the results have no questionnaire “\(named)”\(NearestName.hint(named, in: known))")
    }
    return Identifier(named)
  }

  /// The groups of a heatmap: those that are named, else the results' first.
  private func breakdown(
    of scorecards: [PublishableScorecard], _ assessment: Assessment
  ) throws -> [Identifier<Attribute>] {
    let known = scorecards.flatMap(\.breakdowns)
    let names = known.map { $0.map(\.rawValue).joined(separator: ",") }
    guard let by else {
      if let first = known.first { return first }
      let attributes = scorecards.compactMap { assessment.questionnaire($0.questionnaire) }.flatMap(\.attributes)
      let such = attributes.first.map { ", such as --by \($0.id)" } ?? ""
      throw nothing("--kind heatmap draws groups, and these results have none; score them again with --by\(such)")
    }
    if let place = names.firstIndex(of: by) { return known[place] }
    let groups = names.isEmpty ? "no groups" : "groups by \(names.joined(separator: " and "))"
    throw nothing("these results have \(groups), not by “\(by)”; score them again with --by \(by)")
  }

  private func nothing(_ reason: String) -> ExitCode {
    Terminal.message("error: \(reason)")
    return .wrongData
  }

  /// What moved in each area.
  private func change(_ assessment: Assessment) throws -> SlopeChart {
    let read = try results.map { try ResultFiles.of(assessment, $0) }
    let id = try chosen(of: read[0]) ?? read[0].first?.questionnaire
    let series = read.compactMap { $0.first { $0.questionnaire == id } }
    guard let id, series.count == read.count else {
      throw nothing(
        "not every result is of the questionnaire “\(id?.rawValue ?? "")”; name another with --questionnaire")
    }
    do throws(DocumentError) {
      let title = assessment.questionnaire(id)?.title.text(in: languages.language) ?? id.rawValue
      return SlopeChart(try Trend(series), title: title, names: results.map(ResultFiles.name))
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
  }

  /// The programme, with the actions that results and a budget choose.
  private func roadmap(_ assessment: Assessment) throws -> GanttChart {
    let scorecards = try results.first.map { try ResultFiles.of(assessment, $0) }
    let chosen = scorecards.flatMap { scorecards in
      budget.map { ActionSelection(Priorities(assessment, scorecards), budget: $0).chosen }
    }
    let roadmap = Roadmap(assessment, actions: (chosen ?? []).map(\.action))
    return GanttChart(roadmap, assessment, in: status, language: languages.language)
  }
}

extension SlopeChart {
  /// The areas of one questionnaire over several assessments.
  init(_ trend: Trend, title: String, names: [String]) {
    let areas = trend.comparisons.last?.changes.filter { $0.subject.kind == .area } ?? []
    self.init(
      title: title, names: names,
      rows: areas.map { area in
        let each = trend.comparisons.map { comparison in comparison.changes.first { $0.subject == area.subject } }
        return Row(label: area.name, values: [each.first??.base.value] + each.map { $0?.now.value })
      })
  }
}
