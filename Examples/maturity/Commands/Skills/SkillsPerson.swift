import ArgumentParser
import DigitalMaturity
import MaturityReports
import MaturitySkills

struct SkillsGaps: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "Everybody's levels against what their roles ask: named results.")

  @OptionGroup var skills: SkillsArguments
  @OptionGroup var page: PageArguments

  @Option(help: ArgumentHelp("Only the people of this manager.", valueName: "code"))
  var manager: String?

  @Option(help: ArgumentHelp("Only the people of this team and the teams in it.", valueName: "team"))
  var team: String?

  nonisolated(nonsending) func run() async throws {
    guard manager == nil || team == nil else { throw ValidationError("choose --manager or --team") }
    let selection: SkillsScores.Selection =
      manager.map { .manager($0) } ?? team.map { .team($0) } ?? .everybody
    let named = try await skills.scores(page.languages.read(skills.argument)).select(selection)
    try page.write(
      named.gapsPage(language: page.language, words: page.languages.catalogue()), json: named.gapsJSON(),
      isPersonal: true)
  }
}

struct SkillsPerson: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "One person: levels, ratings and dates, gaps and a learning plan: named results.")

  @OptionGroup var skills: SkillsArguments
  @OptionGroup var learning: LearningArguments
  @OptionGroup var page: PageArguments

  @Option(help: ArgumentHelp("Whose results.", valueName: "code"))
  var person: String

  nonisolated(nonsending) func run() async throws {
    let named = try await skills.scores(page.languages.read(skills.argument), keepsNotes: true).select(.person(person))
    try page.write(
      named.personPage(
        0, hours: learning.hours, withDesirable: learning.desirable, language: page.language,
        words: page.languages.catalogue()),
      json: named.personJSON(0, hours: learning.hours, withDesirable: learning.desirable), isPersonal: true)
  }
}

struct SkillsPlan: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Learning plans within an hours budget, for one person or for all: named results.",
    discussion: """
      With --all, --output is a folder: it gets a folder for each manager, with a page for each person to hand on \
      (CODE.html) and all plans of the manager's people (plans.csv). People without a manager are in “no-manager”. \
      With --format it is one file with all plans.
      """)

  @OptionGroup var skills: SkillsArguments
  @OptionGroup var learning: LearningArguments
  @OptionGroup var page: PageArguments

  @Option(help: ArgumentHelp("Whose plan.", valueName: "code"))
  var person: String?

  @Flag(help: "Everybody's, a folder a manager.")
  var all = false

  nonisolated(nonsending) func run() async throws {
    guard (person != nil) != all else { throw ValidationError("say whose plan with --person, or --all") }
    let scores = try await skills.scores(page.languages.read(skills.argument), keepsNotes: true)
    if let person {
      let named = try scores.select(.person(person))
      return try page.write(
        named.planPage(
          0, hours: learning.hours, withDesirable: learning.desirable, language: page.language,
          words: page.languages.catalogue()),
        json: named.plansJSON(hours: learning.hours, withDesirable: learning.desirable), isPersonal: true)
    }
    // With a format it is one file.
    guard let folder = page.output, page.format == nil else {
      let named = try scores.select(.everybody)
      return try page.write(
        named.plansPage(
          hours: learning.hours, withDesirable: learning.desirable, language: page.language,
          words: page.languages.catalogue()),
        json: named.plansJSON(hours: learning.hours, withDesirable: learning.desirable), isPersonal: true)
    }
    try writeFolders(scores.select(.everybody), to: folder)
  }

  private func writeFolders(_ named: NamedSkills, to folder: String) throws {
    let words = try page.languages.catalogue()
    try OutputFolder.make(folder)
    var folders = FileNames()
    for (manager, people) in named.byManager {
      let place = "\(folder)/\(folders.name(for: manager ?? "no-manager"))"
      try OutputFolder.make(place)
      var names = FileNames(taken: ["plans"])
      for position in people.indices {
        let result = people.personPage(
          position, hours: learning.hours, withDesirable: learning.desirable, language: page.language, words: words)
        try OutputFile.write(
          result.html().bytes,
          to: "\(place)/\(names.name(for: people[position].person)).html", force: page.force, isPersonal: true)
      }
      let plans = people.plansPage(
        hours: learning.hours, withDesirable: learning.desirable, language: page.language, words: words)
      try OutputFile.write(plans.csv().bytes, to: "\(place)/plans.csv", force: page.force, isPersonal: true)
    }
    Terminal.note("\(named.count) people, \(named.byManager.count) folders in \(folder)")
  }
}

/// How much there is to learn in.
struct LearningArguments: ParsableArguments {
  @Option(help: "The hours there are to learn; as many as it takes when not given.")
  var hours: Double?

  @Flag(help: "Plan for gaps in what is only desirable too.")
  var desirable = false

  mutating func validate() throws {
    if let hours, !hours.isFinite || hours < 0 { throw ValidationError("--hours is a number of 0 or more") }
  }
}

extension SkillsScores {
  /// Named results; on an unknown code prints what is wrong and exits.
  func select(_ selection: Selection) throws -> NamedSkills {
    do throws(DocumentError) {
      return try named(selection)
    } catch {
      Terminal.message(DiagnosticPrinter().text(error.diagnostics))
      throw ExitCode.wrongData
    }
  }
}
