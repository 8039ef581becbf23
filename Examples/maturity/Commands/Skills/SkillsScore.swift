import ArgumentParser
import DigitalMaturity
import MaturityReports
import MaturitySkills

struct SkillsScore: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", _superCommandName: "maturity skills",
    abstract: "The share who meet each literacy and all, the commonest gaps, self against manager.")

  @OptionGroup var skills: SkillsArguments
  @OptionGroup var threshold: ThresholdArgument
  @OptionGroup var page: PageArguments

  @Option(help: "Break totals down: team, directorate, role, directorate,role or team,role. May repeat.")
  var by: [SkillsBreakdown] = []

  @OptionGroup var sparse: SparseArgument

  @Flag(help: "Draw how people rate themselves beside their managers as a picture (SVG) instead.")
  var chart = false

  func validate() throws {
    guard chart else { return }
    if page.format != nil { throw ValidationError("--chart writes SVG; leave --format out") }
    if let file = page.output, !file.lowercased().hasSuffix(".svg"), !file.hasPrefix("/dev/") {
      throw ValidationError("--chart writes SVG; give “\(file)” the ending .svg")
    }
  }

  nonisolated(nonsending) func run() async throws {
    let scores = try await skills.scores(page.languages.read(skills.argument))
    let totals = await scores.published(under: threshold.policy, by: by, workers: skills.threads)
    try await sparse.check(totals, of: scores, by, workers: skills.threads)
    let words = try page.languages.catalogue()
    func shown() -> ResultPage { totals.scorePage(by: by, language: page.language, words: words) }
    guard chart else {
      return try page.write(shown(), json: totals.json(by: by), isPersonal: false) { page in
        let drawing = totals.selfAndManager(of: page, language: self.page.language, words: words)
        return drawing.map { [PageChart($0, of: PublishableSkills.selfAndManager.table)] } ?? []
      }
    }
    guard let drawing = totals.selfAndManager(of: shown(), language: page.language, words: words) else {
      Terminal.message("error: no literacy has ratings by both people and managers that may be shown")
      throw ExitCode.wrongData
    }
    try OutputFile.write(drawing.svg.bytes, to: page.output, force: page.force)
  }
}

extension PublishableSkills {
  /// How people rate themselves beside their managers, of the page of scores; nil where no such figure may be shown.
  fileprivate func selfAndManager(of page: ResultPage, language: String?, words: MessageCatalogue) -> PairedChart? {
    let (table, own, manager, difference) = Self.selfAndManager
    let levels = framework.levels
    guard page.tables.indices.contains(table), let low = levels.first?.value, let high = levels.last?.value, low < high
    else { return nil }
    let ticks = levels.map {
      ChartTick($0.value, label: DecimalText.exact($0.value), name: $0.name.text(in: language))
    }
    return page.tables[table].pairs(own, manager, more: difference, scale: low...high, ticks: ticks, words: words)
  }
}

struct SkillsHeatmap: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "heatmap", _superCommandName: "maturity skills",
    abstract: "The share of each team that meets each literacy.")

  @OptionGroup var skills: SkillsArguments
  @OptionGroup var threshold: ThresholdArgument
  @OptionGroup var page: PageArguments

  @Option(
    name: .customLong("by"),
    help: "The rows: team, directorate, role, directorate,role or team,role; by team when not given."
  )
  var rows: [SkillsBreakdown] = []

  @OptionGroup var sparse: SparseArgument

  private var by: SkillsBreakdown { rows.first ?? .team }

  func validate() throws {
    guard rows.count > 1 else { return }
    throw ValidationError(
      "a heatmap has the rows of one --by; for several tables, protected together, use skills score with "
        + rows.map { "--by \($0.rawValue)" }.joined(separator: " "))
  }

  nonisolated(nonsending) func run() async throws {
    let scores = try await skills.scores(page.languages.read(skills.argument))
    let totals = await scores.published(under: threshold.policy, by: [by], workers: skills.threads)
    try await sparse.check(totals, of: scores, [by], workers: skills.threads)
    try page.write(
      totals.heatmapPage(by: by, language: page.language, words: page.languages.catalogue()),
      json: totals.heatmapJSON(by: by), isPersonal: false)
  }
}

struct SkillsDemand: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "demand", _superCommandName: "maturity skills",
    abstract: "What learning to order: people, sessions, hours, by team, and who could teach it."
  )

  @OptionGroup var skills: SkillsArguments
  @OptionGroup var threshold: ThresholdArgument
  @OptionGroup var page: PageArguments

  @Option(help: "How the score is broken down that is shown too, such as team,role: protected together. May repeat.")
  var by: [SkillsBreakdown] = []

  nonisolated(nonsending) func run() async throws {
    let scores = try await skills.scores(page.languages.read(skills.argument))
    let totals = await scores.published(under: threshold.policy, by: by, workers: skills.threads)
    try page.write(
      totals.demandPage(language: page.language, words: page.languages.catalogue()), json: totals.demandJSON(),
      isPersonal: false)
  }
}

struct SkillsCompare: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", _superCommandName: "maturity skills",
    abstract: "What moved since an earlier day, for all and for the same people.")

  @OptionGroup var skills: SkillsArguments
  @OptionGroup var threshold: ThresholdArgument
  @OptionGroup var page: PageArguments

  @Option(help: ArgumentHelp("The earlier day.", valueName: "yyyy-mm-dd"), transform: Day.read)
  var since: Day

  nonisolated(nonsending) func run() async throws {
    let later = skills.on ?? Day.today
    guard since < later else { throw ValidationError("--since \(since) does not lie before \(later)") }
    let assessment = try page.languages.read(skills.argument)
    let now = try await skills.scores(assessment)
    let progress = try await now.progress(
      since: skills.scores(assessment, on: since, isTold: false), under: threshold.policy)
    if progress.differsByFew {
      Terminal.note(
        "hardly anybody started, left or was rated between \(since) and \(later), so that next to nothing can be compared: choose "
          + "days further apart, such as one after each round of ratings")
    }
    try page.write(
      progress.page(language: page.language, words: page.languages.catalogue()), json: progress.json(),
      isPersonal: false)
  }
}
