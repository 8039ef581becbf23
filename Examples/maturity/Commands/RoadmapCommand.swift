public import ArgumentParser
public import DigitalMaturity
import MaturityPlanning
import MaturityReports

struct RoadmapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roadmap", _superCommandName: "maturity",
    abstract: "Show the programme by workstream: a table, a chart, or how the work stands.")

  @OptionGroup var argument: AssessmentArgument

  @Option(
    help: ArgumentHelp(
      "A result: with it, areas below target that nothing serves are named, and --budget can choose.", valueName: "file"
    ), completion: .file())
  var result: String?

  // A number below 0 is a value too, and is refused as one.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Add the actions that are worth most within so many officer-days; needs --result.", valueName: "days"))
  var budget: Double?

  @OptionGroup var group: GroupArgument

  @Option(
    help: ArgumentHelp("Show how the work stands in a month.", valueName: "yyyy-mm"),
    transform: { text throws in
      guard let month = Month(text) else {
        throw ValidationError("a month is its year and its number from 01 to 12, such as 2027-06")
      }
      return month
    })
  var status: Month?

  @Flag(help: "Write the programme as a chart over time (SVG) instead.")
  var gantt = false

  @OptionGroup var output: PageArguments

  @OptionGroup var notes: NoteArguments

  func validate() throws {
    if budget != nil, result == nil { throw ValidationError("--budget chooses by results; add --result") }
    if group.group != nil, result == nil { throw ValidationError("--group is one of a result's; add --result") }
    if let budget, !budget.isFinite || budget <= 0 {
      throw ValidationError("--budget is a number of officer-days above 0")
    }
    if gantt, output.format != nil { throw ValidationError("--gantt writes SVG; leave --format out") }
    if gantt, let file = output.output, !file.lowercased().hasSuffix(".svg"), !file.hasPrefix("/dev/") {
      throw ValidationError("--gantt writes SVG; give “\(file)” the ending .svg")
    }
  }

  func run() throws {
    let assessment = try argument.read()
    let scorecards = try result.map { try ResultFiles.of(assessment, $0) }
    let key = try group.key(
      in: scorecards ?? [], of: assessment, language: output.language, without: GroupArgument.noGroups)
    let priorities = scorecards.map { Priorities(assessment, $0, group: key ?? []) }
    let chosen =
      priorities.flatMap { priorities in budget.map { ActionSelection(priorities, budget: $0).chosen } } ?? []
    let roadmap = Roadmap(assessment, actions: chosen.map(\.action))
    let words = try output.languages.catalogue()
    let chart = GanttChart(roadmap, assessment, in: status, language: output.language, words: words)
    if gantt {
      return try OutputFile.write(chart.svg.bytes, to: output.output, force: output.force)
    }
    try output.write(
      roadmap.page(
        assessment, in: status, standings: priorities?.standings, resultsOf: scorecards?.first?.occasion.date,
        budget: budget, language: output.language, words: words),
      json: roadmap.json(in: status, standings: priorities?.standings), isPersonal: false
    ) { _ in
      roadmap.items.contains { $0.timeframe != nil } ? [PageChart(chart, of: 0)] : []
    }
  }
}

extension Month: ExpressibleByArgument {
  /// Reads a month as documents write it.
  public init?(argument: String) { self.init(argument) }
}

extension GanttChart {
  /// The programme as a chart.
  init(
    _ roadmap: Roadmap, _ assessment: Assessment, in month: Month?, language: String?, words: MessageCatalogue
  ) {
    func stopped(_ item: Roadmap.Item) -> Month? { item.progress.flatMap { $0.state == .stopped ? $0.since : nil } }
    let names = Dictionary(assessment.workstreams.map { ($0.id, $0.name.text(in: language)) }) { first, _ in first }
    let bars = roadmap.items.compactMap { item in
      item.timeframe.map { timeframe in
        Bar(
          group: item.workstream.flatMap { names[$0] } ?? GanttChart.noWorkstream(words),
          label: item.name.text(in: language),
          planned: timeframe, started: item.progress?.started, finished: item.progress?.finished ?? stopped(item),
          isStopped: item.progress?.state == .stopped, monthsLate: month.map { item.monthsLate(in: $0) } ?? 0)
      }
    }
    self.init(title: assessment.title.text(in: language), bars: bars, today: month, words: words)
  }
}
