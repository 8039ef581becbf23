import DigitalMaturity
import Testing

@testable import MaturityReports

/// Inputs that leave little to say, and hostile ones.
enum PaperSamples {
  static let all: [String: Sample] = [
    "staff": Sample(),
    "cohorts": {
      var sample = Sample()
      sample.members = 12
      return sample
    }(),
    "one-withheld": {
      var sample = Sample()
      sample.members = 9
      return sample
    }(),
    "all-withheld": {
      var sample = Sample()
      sample.people = [3, 2, 1]
      return sample
    }(),
    "one-person": {
      var sample = Sample()
      sample.people = [1]
      sample.teamNames = ["North"]
      return sample
    }(),
    "nobody": {
      var sample = Sample()
      sample.people = [0, 0, 0]
      return sample
    }(),
    "no-score": {
      var sample = Sample()
      sample.choice = { _, _ in nil }
      return sample
    }(),
    "all-on-target": {
      var sample = Sample()
      sample.choice = { _, _ in 4 }
      return sample
    }(),
    "two-camps": {
      var sample = Sample()
      sample.choice = { person, _ in person % 2 == 0 ? 0 : 4 }
      return sample
    }(),
    "agreed": {
      var sample = Sample()
      sample.mode = .consensus
      sample.people = [1]
      sample.teamNames = ["North"]
      return sample
    }(),
    "hostile": .hostile,
  ]

  static var names: [String] { all.keys.sorted() }

  static func context(_ name: String) throws -> ReportContext { try #require(all[name]).makeContext() }

  /// The texts of a paper, a line each.
  static func lines(_ paper: Paper) -> [String] {
    paper.blocks.flatMap { block -> [String] in
      switch block {
      case .heading(let text, _, _), .paragraph(let text, _), .quote(let text): [text.plain]
      case .list(let items, _): items.map(\.text.plain)
      case .table(let table):
        [table.columns.map(\.heading.plain).joined(separator: " | ")]
          + table.rows.map { $0.map(\.plain).joined(separator: " | ") }
      }
    }
  }
}

@Suite("You said, so we…") struct YouSaidPaperTests {
  @Test("strongest, weakest, actions and what comes next")
  func content() throws {
    let paper = YouSaidPaper(next: ["The board decides in May."], contact: "Ann, 1234").paper(
      try PaperSamples.context("staff"))
    let lines = PaperSamples.lines(paper)
    #expect(paper.extent == .oneSide)
    #expect(lines.contains { $0.hasPrefix("Strongest is ") })
    #expect(lines.contains { $0.hasPrefix("There is most to do in ") })
    #expect(lines.contains("You said | Recommended"))
    #expect(!lines.contains { $0.contains("So we plan to") || $0.contains("planned") })
    #expect(lines.contains { $0.hasSuffix(" | Improve area 0 (January to March 2027)") })
    #expect(lines.contains("The board decides in May."))
    #expect(lines.contains { $0.hasPrefix("The recommended actions are proposed for January to March 2027") })
    #expect(lines.contains("Questions? Ask Ann, 1234."))
    #expect(lines.contains { $0.contains("fewer than 10 people") })
  }

  @Test("what was chosen is promised, and nothing else")
  func chosen() throws {
    let context = try PaperSamples.context("staff")
    let programme = Programme(actions: [context.assessment.actions[1]], budget: 12)
    let lines = PaperSamples.lines(YouSaidPaper().paper(context, programme: programme))
    #expect(lines.contains("You said | So we plan to"))
    #expect(lines.count { $0.contains("Improve area") } == 1)
    #expect(lines.contains { $0.hasSuffix(" | Improve area 1 (January to March 2027)") })
    #expect(lines.contains("The actions are planned for January to March 2027."))
  }

  @Test("areas stand in the order of their gaps, and the furthest from its target is named")
  func gaps() throws {
    // The second area scores lowest, and the third is furthest from its target.
    var sample = Sample()
    sample.choice = { _, area in [1, 0, 1][area] }
    sample.targets = [2.5, 2, 4]
    let lines = PaperSamples.lines(YouSaidPaper().paper(try sample.makeContext()))
    #expect(lines.contains { $0.hasPrefix("There is most to do in Online services") })
    #expect(lines.contains("Furthest below its target is Information: 2.0 below the target of 4."))
    let rows = lines.filter { $0.contains("Today: ") }
    #expect(rows.map { $0.prefix { $0 != "\n" } } == ["Information", "Online services", "Leadership"])
  }

  @Test("where opinion divides is said with both sides")
  func camps() throws {
    let lines = PaperSamples.lines(YouSaidPaper().paper(try PaperSamples.context("two-camps")))
    #expect(lines.count { $0.hasPrefix("Opinion divides on ") } == 2)
    #expect(lines.contains { $0.contains("16 people around “Just starting”, 16 people around “Always improving”") })
  }

  @Test("without an answer to what comes next there are places to fill in")
  func open() throws {
    let lines = PaperSamples.lines(YouSaidPaper().paper(try PaperSamples.context("staff")))
    #expect(lines.contains { $0.hasPrefix("[") })
    #expect(lines.contains("Questions? Ask [name, telephone, e-mail]."))
  }

  @Test("withheld results are said to be, and nothing of them shows", arguments: ["all-withheld", "one-person"])
  func withheld(name: String) throws {
    let lines = PaperSamples.lines(YouSaidPaper().paper(try PaperSamples.context(name)))
    #expect(lines.contains { $0.contains("withheld") })
    #expect(
      !lines.contains { $0.contains("trongest") || $0.contains("Recommended") || $0.contains("Opinion divides") })
  }
}

@Suite("Likely questions") struct LikelyQuestionsPaperTests {
  private static func headings(_ paper: Paper) -> [String] {
    paper.blocks.compactMap { if case .heading(let text, _, _) = $0 { text.plain } else { nil } }
  }

  @Test("five questions with figures, and where they stand", arguments: PaperSamples.names)
  func five(name: String) throws {
    let paper = LikelyQuestionsPaper.paper(try PaperSamples.context(name))
    #expect(Self.headings(paper).count == 5)
    #expect(paper.isNumberedInOrder)
    #expect(PaperSamples.lines(paper).count { $0.hasPrefix("Where it stands: ") } == 5)
    #expect(
      !PaperSamples.lines(paper).contains {
        $0.contains("Optional(") || $0.contains("Phrase(") || $0.contains("Content(")
      })
  }

  @Test("the area furthest below its target, with its figures")
  func target() throws {
    let context = try PaperSamples.context("staff")
    let worst = try #require(context.scorecards[0].everyone?.areas.max { ($0.gap ?? 0) < ($1.gap ?? 0) })
    let lines = PaperSamples.lines(LikelyQuestionsPaper.paper(context))
    #expect(lines.contains("Why is \(worst.name) below its target?"))
    #expect(lines.contains { $0.hasPrefix("\(worst.name) scores ") && $0.contains("the target is 4") })
    #expect(
      try PaperSamples.lines(LikelyQuestionsPaper.paper(PaperSamples.context("all-on-target"))).contains(
        "Is any area below its target?"))
  }

  @Test("what changed where there are earlier results")
  func changes() throws {
    let now = try PaperSamples.context("staff")
    #expect(Self.headings(LikelyQuestionsPaper.paper(now)).last == "What will it cost?")
    #expect(
      PaperSamples.lines(LikelyQuestionsPaper.paper(now)).contains { $0.contains("Estimated effort: 36 officer-days") })
    let compared = LikelyQuestionsPaper.paper(now, base: try PaperSamples.context("two-camps"))
    #expect(Self.headings(compared).contains("What has changed since last time?"))
    #expect(PaperSamples.lines(compared).contains { $0.hasPrefix("Moved most since the earlier results: ") })
    #expect(PaperSamples.lines(compared).contains { $0.hasPrefix("“More than noise” means") })
    #expect(
      PaperSamples.lines(LikelyQuestionsPaper.paper(now, base: now)).contains(
        "No area moved since the earlier results."))
    let hidden = LikelyQuestionsPaper.paper(now, base: try PaperSamples.context("all-withheld"))
    #expect(PaperSamples.lines(hidden).contains { $0.hasPrefix("No area can be compared") })
  }

  @Test("one day of effort is one day")
  func oneDay() throws {
    let now = try PaperSamples.context("staff")
    var action = try #require(now.assessment.actions.first)
    action.effort = 1
    let paper = LikelyQuestionsPaper.paper(now, base: now, programme: Programme(actions: [action], budget: 15))
    #expect(PaperSamples.lines(paper).contains { $0.hasSuffix("Estimated effort: 1 officer-day.") })
  }

  @Test("what was chosen and what it takes, beside what changed")
  func chosen() throws {
    let now = try PaperSamples.context("staff")
    let programme = Programme(actions: Array(now.assessment.actions.prefix(1)), budget: 15)
    let paper = LikelyQuestionsPaper.paper(now, base: now, programme: programme)
    #expect(Self.headings(paper).suffix(2) == ["What has changed since last time?", "What will it cost?"])
    #expect(
      PaperSamples.lines(paper).suffix(4).prefix(3) == [
        "Three actions are recommended. Estimated effort: 36 officer-days.",
        "One action was chosen within a budget of 15 officer-days. Estimated effort: 12 officer-days.",
        "The assessment holds no sums of money.",
      ])
  }

  /// One more could be asked: which is left out depends on what the figures tell.
  @Test("five of six, the most telling", arguments: PaperSamples.names, [false, true])
  func fiveOfSix(name: String, isPlanned: Bool) throws {
    let now = try PaperSamples.context(name)
    let programme = Programme(actions: Array(now.assessment.actions.prefix(1)), budget: 15)
    let paper = LikelyQuestionsPaper.paper(now, base: now, programme: isPlanned ? programme : nil)
    #expect(Self.headings(paper).count == 5 && paper.isNumberedInOrder)
    #expect(Self.headings(paper).contains("What has changed since last time?"))
    if isPlanned { #expect(Self.headings(paper).contains("What will it cost?")) }
  }

  @Test("what the results do not say is left out first; then what tells least, and of equals the last")
  func leastTelling() throws {
    func asked(_ context: ReportContext, isPlanned: Bool = false) -> [String] {
      let programme = Programme(actions: Array(context.assessment.actions.prefix(1)))
      return Self.headings(
        LikelyQuestionsPaper.paper(context, base: context, programme: isPlanned ? programme : nil))
    }
    // No two groups are shown beside each other.
    #expect(!asked(try PaperSamples.context("staff")).contains("Do all parts of the council see it alike?"))
    // Nobody is known to be missing.
    var shown = Sample()
    shown.people = [20, 20]
    shown.teamNames = ["North", "South"]
    #expect(!asked(try shown.makeContext(), isPlanned: true).contains("Who is missing?"))
    // There is something to say of everything: what is recommended stands last.
    shown.people = [20, 20, 6, 6]
    shown.teamNames = ["North", "South", "West", "East"]
    #expect(!asked(try shown.makeContext()).contains("What will it cost?"))
    // Where fewer than half took part of a group, that tells more than how sure the figures are.
    shown.headcounts = [100, 30, 10, 10]
    let asked = asked(try shown.makeContext(), isPlanned: true)
    #expect(asked.contains("Who is missing?") && asked.count == 5)
  }

  @Test("members beside staff, or groups where there is one audience")
  func difference() throws {
    #expect(
      try Self.headings(LikelyQuestionsPaper.paper(PaperSamples.context("cohorts")))[1]
        == "Why do Staff and Members differ?")
    let groups = PaperSamples.lines(LikelyQuestionsPaper.paper(try PaperSamples.context("staff")))
    #expect(groups.contains("Do all parts of the council see it alike?"))
  }
}

@Suite("Tables for a workbook") struct ResultTablesTests {
  @Test("each row has a cell a column, and no table is empty", arguments: PaperSamples.names)
  func shape(name: String) throws {
    let page = ResultTables.page(try PaperSamples.context(name))
    #expect(Set(page.tables.map(\.name)).count == page.tables.count)
    for table in page.tables {
      #expect(!table.rows.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.title)")
      #expect(!table.rows.joined().contains(.text("")), "\(table.title)")
    }
  }

  @Test("figures are those of the results, unrounded")
  func figures() throws {
    let context = try PaperSamples.context("staff")
    let areas = try #require(context.scorecards[0].everyone?.areas)
    let table = try #require(ResultTables.page(context).tables.first { $0.name == "Areas" })
    for (row, area) in zip(table.rows, areas) {
      #expect(row[0] == .text(area.name))
      #expect(row[1] == .number(area.score, decimals: 1))
      #expect(row.last == .count(area.people))
    }
    let groups = try #require(ResultTables.page(context).tables.first { $0.name == "Groups" })
    #expect(groups.rows.last == ["team", "West", .withheld, .withheld, .withheld, .withheld])
  }

  @Test("shown rounded, a score never contradicts its level")
  func decimals() throws {
    var sample = Sample()
    sample.people = [100]
    sample.teamNames = ["North"]
    sample.choice = { person, _ in person == 0 ? 1 : 2 }
    let table = try #require(ResultTables.page(try sample.makeContext()).tables.first { $0.name == "Areas" })
    #expect(table.rows[0][1] == .number(2.99, decimals: 2))
    #expect(table.rows[0][2] == "Some teams")
  }

  @Test("what withheld results leave is said")
  func withheld() throws {
    let page = ResultTables.page(try PaperSamples.context("all-withheld"))
    #expect(page.introduction.contains { $0.contains("number of people withheld") })
    for table in page.tables where table.name != "Actions" {
      #expect(
        !table.rows.joined().contains { if case .number(let value, _) = $0 { value != 4 } else { false } },
        "\(table.title)")
    }
  }
}
