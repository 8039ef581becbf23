import ArgumentParser
import DigitalMaturity
import MaturityPlanning
import MaturityReports

struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart", _superCommandName: "maturity",
    abstract: "Draw one chart as a picture (SVG) that stands on its own.",
    discussion: """
      scores: the areas with targets and likely ranges; levels: how people are spread over the levels; agreement: how far they \
      agree with statements; heatmap: areas by the groups of --by; cohorts: two audiences beside each other; change: what moved \
      between results; roadmap: the programme over time.

      How people rate themselves beside their managers is made of ratings and not of results: “maturity skills score --chart” \
      draws it.
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

  @Option(help: "The questionnaire to draw; the first of the results when not given.")
  var questionnaire: String?

  @Option(help: "The groups of a heatmap, as the results have them: an attribute; “a,b” crosses two.")
  var by: String?

  @Option(help: ArgumentHelp("Of agreement: which of several sets of answers, from 1.", valueName: "n"))
  var set: Int?

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

  @OptionGroup var notes: NoteArguments

  func validate() throws {
    let foreign =
      [
        ("--by", by != nil, [.heatmap]), ("--set", set != nil, [.agreement]), ("--budget", budget != nil, [.roadmap]),
        ("--status", status != nil, [.roadmap]),
        ("--questionnaire", questionnaire != nil, [.scores, .levels, .agreement, .heatmap, .change]),
      ].filter { $0.1 && !$0.2.contains(kind) } as [(name: String, isGiven: Bool, kinds: [Kind])]
    if let option = foreign.first {
      throw ValidationError(
        "\(option.name) belongs to --kind \(option.kinds.map(\.rawValue).joined(separator: ", "))")
    }
    if let output, !output.lowercased().hasSuffix(".svg") {
      throw ValidationError("a chart is written as .svg; “\(output)” would say something else")
    }
    if kind == .change, results.count < 2 {
      throw ValidationError("--kind change draws what moved: name two results or more, the earliest first")
    }
    if kind != .change, results.count > 1 {
      throw ValidationError("--kind \(kind.rawValue) draws one result; name one, or use --kind change")
    }
    if kind != .roadmap, results.isEmpty {
      throw ValidationError(
        "--kind \(kind.rawValue) draws results: name a file that “score --output result.json” wrote")
    }
    if budget != nil, results.isEmpty { throw ValidationError("--budget chooses by results; name a result") }
    if let budget, !budget.isFinite || budget <= 0 {
      throw ValidationError("--budget is a number of officer-days above 0")
    }
  }

  func run() throws {
    let assessment = try languages.read(argument)
    let svg =
      switch kind {
      case .roadmap: try roadmap(assessment).svg
      case .change: try change(assessment).svg
      case .scores, .levels, .agreement, .heatmap, .cohorts: try drawn(assessment)
      }
    try OutputFile.write(svg.bytes, to: output, force: force)
  }

  /// A chart of one file of results.
  private func drawn(_ assessment: Assessment) throws -> ByteOutput {
    let scorecards = try ResultFiles.of(assessment, results[0])
    let charts = ReportCharts(
      ReportContext(
        assessment: assessment, scorecards: scorecards,
        options: ReportOptions(language: languages.language, words: try languages.catalogue())))
    let id = try chosen(of: scorecards)
    switch kind {
    case .scores:
      guard let chart = charts.scores(of: id) else {
        let isSideBySide = scorecards.first { id == nil || $0.questionnaire == id }?.standsSideBySide == true
        throw nothing(
          isSideBySide
            ? "the answers stand side by side, each about something else, and are not averaged; --kind heatmap shows each"
            : "no area has a score that may be shown")
      }
      return chart.svg
    case .levels:
      guard let chart = charts.levels(of: id) else {
        throw nothing("no area has people's scores that may be shown by level")
      }
      return chart.svg
    case .agreement: return try statements(charts.agreement(of: id))
    case .heatmap:
      guard let chart = charts.heatmap(by: try breakdown(of: scorecards, assessment), of: id) else {
        throw nothing("the assessment has no levels to shade by")
      }
      return chart.svg
    case .cohorts, .change, .roadmap:
      guard let chart = charts.cohorts() else {
        let withheld = scorecards.filter { $0.everyone?.isSuppressed == true }
        if let first = withheld.first {
          let names = withheld.map { "“\($0.questionnaire)”" }.joined(separator: " and ")
          throw nothing(
            "the results of \(names) are withheld: fewer than \(first.policy.threshold) people stand behind them; there is "
              + "nothing to set beside the others")
        }
        throw nothing(
          "two audiences stand beside each other where both may be shown and were asked the same; score two with "
            + "--questionnaire and --responses for each")
      }
      return chart.svg
    }
  }

  /// Statements with one set of answers.
  private func statements(_ charts: [StackedBars]) throws -> ByteOutput {
    guard !charts.isEmpty else {
      throw nothing("no question is of the kind “agreement” with answers that may be shown")
    }
    let place = (set ?? 1) - 1
    guard charts.indices.contains(place) else {
      throw nothing("statements have \(charts.count) sets of answers; --set lies between 1 and \(charts.count)")
    }
    if charts.count > 1, set == nil {
      Terminal.note("statements have \(charts.count) sets of answers; the first is drawn, --set draws another")
    }
    return charts[place].svg
  }

  /// The questionnaire that is drawn: the one that is named, else the first.
  private func chosen(of scorecards: [PublishableScorecard]) throws -> Identifier<Questionnaire>? {
    guard let questionnaire else { return nil }
    let known = scorecards.map(\.questionnaire.rawValue)
    guard known.contains(questionnaire) else {
      throw ValidationError(
        "the results have no questionnaire “\(questionnaire)”\(NearestName.hint(questionnaire, in: known))")
    }
    return Identifier(questionnaire)
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
    guard id != nil, series.count == read.count else {
      throw nothing(
        "not every result is of the questionnaire “\(id?.rawValue ?? "")”; name another with --questionnaire")
    }
    let steps: [Comparison]
    do throws(DocumentError) {
      var compared: [Comparison] = []
      for (base, now) in zip(series, series.dropFirst()) { compared.append(try Comparison(base, now)) }
      steps = compared
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.of(error)
    }
    let names = ResultFiles.names(results, read)
    let chart = SlopeChart(
      names: names, rows: SlopeChart.rows(series, steps, assessment, language: languages.language),
      words: try languages.catalogue())
    guard chart.hasLines else {
      throw nothing("no area has a figure that may be shown in two results that follow each other")
    }
    return chart
  }

  /// The programme, with the actions that results and a budget choose.
  private func roadmap(_ assessment: Assessment) throws -> GanttChart {
    let scorecards = try results.first.map { try ResultFiles.of(assessment, $0) }
    let chosen = scorecards.flatMap { scorecards in
      budget.map { ActionSelection(Priorities(assessment, scorecards), budget: $0).chosen }
    }
    let roadmap = Roadmap(assessment, actions: (chosen ?? []).map(\.action))
    return GanttChart(
      roadmap, assessment, in: status, language: languages.language, words: try languages.catalogue())
  }
}

extension SlopeChart {
  /// The areas of one questionnaire over several assessments: the scores as reports show them, and whether each step is more than
  /// noise.
  static func rows(
    _ series: [PublishableScorecard], _ steps: [Comparison], _ assessment: Assessment, language: String?
  ) -> [Row] {
    (series.last?.everyone?.areas ?? []).map { area in
      let name = assessment.areas.first { $0.id.rawValue == area.subject.id }?.name.text(in: language) ?? area.name
      let points = series.map { scorecard -> Point in
        guard let score = scorecard.everyone?.score(of: area.subject) else { return .none("–") }
        guard let number = score.score.value, let text = score.shown(on: assessment.levels) else {
          return .none(score.isWithheld ? "[c]" : "–")
        }
        return .number(number, text: text)
      }
      let isClear = steps.map { step in step.changes.first { $0.subject == area.subject }?.isMoreThanNoise }
      return Row(label: name, points: points, isClear: isClear.map { $0 ?? nil })
    }
  }
}
