import ArgumentParser
import DigitalMaturity
import MaturityReports
import MaturitySkills

struct SkillsGaps: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", _superCommandName: "maturity skills",
    abstract: "Everybody's levels against what their roles ask: named results.")

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
    if named.isEmpty {
      let whose =
        manager.map { "“\($0)” is the manager of nobody" } ?? team.map { "nobody is in “\($0)”" } ?? "nobody is there"
      Terminal.message("warning: \(whose) who is counted on \(named.on); look in the list of people, or change --on")
    }
    try page.write(
      named.gapsPage(language: page.language, words: page.languages.catalogue()), json: named.gapsJSON(),
      isPersonal: true)
  }
}

struct SkillsPerson: AsyncCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", _superCommandName: "maturity skills",
    abstract: "One person: levels, ratings and dates, gaps and a learning plan: named results.")

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
    commandName: "plan", _superCommandName: "maturity skills",
    abstract: "Learning plans within an hours budget, for one person or for all: named results.",
    discussion: """
      With --all, --output is a folder: it gets a folder for each manager, with a page for each person to hand on \
      (CODE.html) and all plans of the manager's people (plans.csv). People without a manager, or whose manager has left, \
      are in “no-manager”. \
      With --format it is one file with all plans. With --force, pages and plans that an earlier run wrote there and that \
      are not written again are removed, so that nobody keeps those of a person who has another manager now.
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
    // A name whose ending is a format's is meant for a file.
    if all, page.format == nil, let output = page.output, (try? PageArguments.chosen(nil, output)) != nil {
      throw ValidationError(
        "with --all, --output is a folder; name one without “.\(output.split(separator: ".").last ?? "")”, or add --format for "
          + "one file with all plans")
    }
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
    var written: [(path: String, line: String)] = []
    func write(_ bytes: [UInt8], to path: String) throws {
      try OutputFile.write(bytes, to: path, force: page.force, isPersonal: true)
      written.append((path, OutputFolder.firstLine(bytes)))
    }
    for (manager, people) in named.byManager {
      let place = "\(folder)/\(folders.name(for: manager ?? "no-manager"))"
      try OutputFolder.make(place)
      var names = FileNames(taken: ["plans"])
      for position in people.indices {
        let result = people.personPage(
          position, hours: learning.hours, withDesirable: learning.desirable, language: page.language, words: words)
        try write(result.html().bytes, to: "\(place)/\(names.name(for: people[position].person)).html")
      }
      let plans = people.plansPage(
        hours: learning.hours, withDesirable: learning.desirable, language: page.language, words: words)
      try write(plans.csv().bytes, to: "\(place)/plans.csv")
    }
    if page.force {
      let lines = Set(written.map(\.line))
      let removed = try OutputFolder.removeOld(in: folder, except: written.map(\.path)) { name, line in
        (name.hasSuffix(".html") || name == "plans.csv") && (lines.contains(line) || line.contains(NamedSkills.notice))
      }
      if !removed.isEmpty {
        Terminal.message(
          "removed what an earlier run wrote and this one did not: " + removed.prefix(20).joined(separator: ", ")
            + (removed.count > 20 ? " and \(removed.count - 20) more" : ""))
      }
    }
    Terminal.note(
      Prose.count(named.count, "person", "people") + ", "
        + Prose.count(named.byManager.count, "folder", "folders") + " in \(folder)")
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
