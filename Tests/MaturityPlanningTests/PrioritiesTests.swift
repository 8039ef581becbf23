import DigitalMaturity
import MaturityPlanning
import Testing

@Suite("Priorities") struct PrioritiesTests {
  static let sample = PlanSample(
    programme: """
      actions:
        - {id: coach, name: Coach, area: leadership, uplift: 0.5, effort: 10}
        - {id: portal, name: Portal, area: online, uplift: 2, effort: 20}
        - {id: train, name: Train, area: people, uplift: 1, effort: 5}
        - {id: board, name: Board, area: leadership, uplift: 3, effort: 100}
        - {id: vision, name: Vision, area: leadership, uplift: 1}
        - {id: rescue, name: Rescue, area: leadership, when: {area: leadership, below: 1.5}, uplift: 1, effort: 1}
        - {id: both, name: Both, area: leadership, uplift: 0.25, also-raises: {online: 0.25}, effort: 5}
        - {id: over, name: Over, area: leadership, uplift: 1, effort: 1, state: done}
        - {id: gift, name: Gift, area: online, uplift: 0.5, effort: 0}
      """)

  /// Leadership lies 2 below its target, online services 1 and counts twice, people are above it.
  static func priorities() throws -> Priorities {
    Priorities(try sample.assessment(), [try sample.results(all: [2, 3, 5])])
  }

  @Test func theMostForADaysWorkStandsFirst() throws {
    let priorities = try Self.priorities()
    #expect(priorities.ranked.map(\.action.id) == ["gift", "both", "portal", "coach", "board", "train"])
    // 2 · min(1, 0.5); 1 · min(2, 0.25) + 2 · min(1, 0.25); 2 · min(1, 2); min(2, 0.5); min(2, 3); on its target.
    #expect(priorities.ranked.map(\.benefit.value) == [1, 0.75, 2, 0.5, 2, 0])
    #expect(priorities.ranked.map(\.benefitPerDay.value) == [nil, 0.15, 0.1, 0.05, 0.02, 0])
    #expect(priorities.ranked[0].benefitPerDay.reason?.code == .noDays)
  }

  @Test func whatCannotBeComparedOrIsNotCalledForIsInAListOfItsOwn() throws {
    let priorities = try Self.priorities()
    #expect(priorities.unranked.map(\.action.id) == ["vision"])
    #expect(priorities.unranked[0].effort.reason?.code == .noEffort)
    #expect(priorities.notCalledFor.map(\.id) == ["rescue"])
    #expect(priorities.standings.source == .questionnaire("staff"))
  }

  @Test func withoutAScoreNothingIsWorthAnything() throws {
    let priorities = Priorities(try Self.sample.assessment(), [])
    #expect(priorities.ranked.isEmpty)
    #expect(priorities.standings.source == .nothing)
    let portal = try #require(priorities.unranked.first { $0.action.id == "portal" })
    #expect(portal.benefit.reason?.code == .noRespondents)
    // A comparison with a score that is not there is false.
    #expect(priorities.notCalledFor.map(\.id) == ["rescue"])
  }

  @Test func whatIsWithheldStaysSo() throws {
    let few = try Self.sample.results([([1, 1, 1], "north"), ([1, 1, 1], "south")])
    let priorities = Priorities(try Self.sample.assessment(), [few])
    #expect(priorities.ranked.isEmpty)
    #expect(priorities.unranked.allSatisfy { $0.benefit.reason?.code == .withheld })
  }

  @Test func oneGroupsScoresCallForActionsOfTheirOwn() throws {
    let all = Array(repeating: ([1, 5, 5], "north"), count: 10) + Array(repeating: ([4, 5, 5], "south"), count: 10)
    let (assessment, results) = (try Self.sample.assessment(), try Self.sample.results(all))
    let north = [GroupAttribute(attribute: "team", value: "north")]
    let priorities = Priorities(assessment, [results], group: north)
    #expect(priorities.standings.source == .group(north, "staff"))
    #expect(priorities.standings[Identifier("leadership")]?.gap.value == 3)
    #expect(priorities.ranked.contains { $0.action.id == "rescue" })
    #expect(Priorities(assessment, [results]).notCalledFor.map(\.id) == ["rescue"])
    let page = priorities.page(assessment)
    #expect(page.introduction[0].contains("called for by the scores of North in the questionnaire “staff”"))
    let json = try JSONReader.read(priorities.json().bytes, file: "priorities.json").root
    #expect(json.member("group")?.member("team")?.text == "north")
  }

  /// Two teams' agreed answers are about two things: no average of them calls for anything, nor is compared.
  @Test func whatStandsSideBySideIsNotAveraged() throws {
    var sample = Self.sample
    sample.mode = "consensus"
    let (assessment, results) = (
      try sample.assessment(), try sample.results([([1, 5, 5], "north"), ([4, 5, 5], "south")])
    )
    #expect(results.standsSideBySide)
    let priorities = Priorities(assessment, [results])
    #expect(priorities.standings.source == .different("staff"))
    #expect(priorities.standings.areas.allSatisfy { $0.gap.reason?.code == .differentThings })
    #expect(priorities.ranked.isEmpty)
    let page = priorities.page(assessment, selection: ActionSelection(priorities, budget: 10))
    #expect(page.introduction[0].contains("name one with --group"))
    #expect(
      page.introduction[1] == "No action that is called for can be compared, so none is chosen within 10 officer-days.")
    #expect(page.tables.map(\.title) == ["Called for, and not compared"])
    let north = Priorities(assessment, [results], group: [GroupAttribute(attribute: "team", value: "north")])
    #expect(north.standings[Identifier("leadership")]?.score.value == 1)
    let error = #expect(throws: DocumentError.self) { try Comparison(results, results) }
    #expect(error?.diagnostics.first?.message.contains("stand side by side") == true)
  }

  @Test func whatIsNeededFirstStandsApart() throws {
    let sample = PlanSample(
      programme: """
        actions:
          - {id: base, name: Base, area: people, when: {area: people, below: 2}, uplift: 1, effort: 3, requires: [ground]}
          - {id: ground, name: Ground, area: people, when: {area: people, below: 2}, effort: 1}
          - {id: tower, name: Tower, area: online, uplift: 1, effort: 5, requires: [base]}
          - {id: spare, name: Spare, area: people, when: {area: people, below: 2}, uplift: 1, effort: 3}
        """)
    let priorities = Priorities(try sample.assessment(), [try sample.results(all: [2, 3, 5])])
    #expect(priorities.ranked.map(\.action.id) == ["tower"])
    #expect(priorities.neededFirst.map(\.action.id) == ["base", "ground"])
    #expect(priorities.notCalledFor.map(\.id) == ["spare"])
    let selection = ActionSelection(priorities, budget: 9)
    #expect(selection.chosen.map(\.action.id) == ["base", "ground", "tower"])
    #expect(selection.effort == 9)
    #expect(ActionSelection(priorities, budget: 8.5).chosen.isEmpty)
  }

  @Test func thePageAndTheJSONSayTheSame() throws {
    let priorities = try Self.priorities()
    let selection = ActionSelection(priorities, budget: 30)
    let page = priorities.page(try Self.sample.assessment(), selection: selection, isExpectedShown: true)
    #expect(
      page.introduction[0] == "7 of 8 open actions are called for by everyone's scores in the questionnaire “staff”.")
    #expect(page.tables.count == 4)
    let chosen = page.tables[0].rows.dropLast().map { $0[0] }
    #expect(Set(chosen) == Set(selection.chosen.map { ResultTable.Cell.text($0.action.name.text) }))
    #expect(page.tables[1].rows.map { $0[0] } == ["Gift", "Both", "Portal", "Coach", "Board", "Train"])
    #expect(page.tables[2].title.hasPrefix("Estimate"))
    let json = priorities.json(selection: selection).text
    #expect(json.contains("\"budget\": 30"))
    #expect(json.contains("\"reason\": \"The action does not say how many officer-days it takes.\""))
    #expect(json.contains("\"id\": \"vision\""))
  }
}
