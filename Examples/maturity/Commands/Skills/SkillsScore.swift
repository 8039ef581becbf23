import ArgumentParser
import DigitalMaturity
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

  nonisolated(nonsending) func run() async throws {
    let scores = try await skills.scores(page.languages.read(skills.argument))
    let totals = await scores.published(under: threshold.policy, by: by, workers: skills.threads)
    try await sparse.check(totals, of: scores, by, workers: skills.threads)
    try page.write(
      totals.scorePage(by: by, language: page.language, words: page.languages.catalogue()), json: totals.json(by: by),
      isPersonal: false)
  }
}

struct SkillsHeatmap: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "heatmap", _superCommandName: "maturity skills",
    abstract: "The share of each team that meets each literacy.")

  @OptionGroup var skills: SkillsArguments
  @OptionGroup var threshold: ThresholdArgument
  @OptionGroup var page: PageArguments

  @Option(help: "The rows: team, directorate, role, directorate,role or team,role.")
  var by: SkillsBreakdown = .team

  @OptionGroup var sparse: SparseArgument

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
