import DigitalMaturity
import MaturityPlanning
import Testing

@Suite("Choosing actions within a budget") struct ActionSelectionTests {
  @Test func twoActionsCloseAGapOnce() throws {
    // Online lies 1 below its target and counts twice: both portals together are worth 2, as one is.
    let sample = PlanSample(
      programme: """
        actions:
          - {id: one, name: One, area: online, uplift: 1, effort: 10}
          - {id: two, name: Two, area: online, uplift: 1, effort: 10}
          - {id: coach, name: Coach, area: leadership, uplift: 0.5, effort: 10}
        """)
    let priorities = Priorities(try sample.assessment(), [try sample.results(all: [2, 3, 5])])
    let selection = ActionSelection(priorities, budget: 20)
    #expect(selection.chosen.map(\.action.id) == ["one", "coach"])
    #expect(selection.benefit == 2.5)
    #expect(selection.isProven)
    // The other portal would do as well.
    let call = try #require(selection.closeCalls.first)
    #expect(call.loss == 0)
    #expect([call.action] + call.instead == ["one", "two"] || call.action == "two")
    let expected = selection.expected(from: priorities.standings)
    #expect(expected.map(\.now) == [2, 3, 5])
    #expect(expected.map(\.expected) == [2.5, 4, 5])
  }

  @Test func aCloseCallNamesBothListsAndTheDaysOnce() throws {
    let sample = PlanSample(
      programme: """
        actions:
          - {id: listen, name: Listen, area: leadership, uplift: 1, effort: 5}
          - {id: one, name: One, area: online, uplift: 0.5, effort: 10}
          - {id: two, name: Two, area: online, uplift: 0.49, effort: 8}
        """)
    let assessment = try sample.assessment()
    let priorities = Priorities(assessment, [try sample.results(all: [2, 3, 5])])
    let selection = ActionSelection(priorities, budget: 15)
    #expect(selection.chosen.map(\.action.id) == ["listen", "one"])
    // Without the one and with the other are one choice, seen from both sides.
    #expect(
      selection.closeCalls.map(\.action) == ["two", "one"] || selection.closeCalls.map(\.action) == ["one", "two"])
    #expect(selection.closeCalls.map(\.effort) == [13, 13])
    let page = priorities.page(assessment, selection: selection)
    let calls = page.notes.filter { $0.hasPrefix("A close call") }
    #expect(calls == ["A close call. Instead of “One”, take “Two”: 13 days, loses 0.02 points."])
    #expect(!page.introduction.contains { $0.contains("close call") })
    // What was chosen stands first, with the whole of it.
    #expect(
      page.introduction[1].contains("chosen as a whole to fill the days, so it need not follow the ranking"))
    #expect(
      page.tables[0].rows == [
        ["Listen", "Leadership", .number(5, decimals: 0), .number(1, decimals: 2)],
        ["One", "Online services", .number(10, decimals: 0), .number(1, decimals: 2)],
        ["All together", .none, .number(15, decimals: 0), .number(2, decimals: 2)],
      ])
    #expect(page.tables[1].rows.count == 3)
    // Where all fit, nothing was chosen against anything.
    #expect(ActionSelection(priorities, budget: 100).closeCalls.isEmpty)
    #expect(ActionSelection(priorities, budget: 100).chosen.count == 3)
  }

  @Test func whatExcludesIsNotChosenBesideIt() throws {
    let sample = PlanSample(
      programme: """
        actions:
          - {id: buy, name: Buy, area: online, uplift: 0.5, effort: 10, excludes: [build]}
          - {id: build, name: Build, area: online, uplift: 0.4, effort: 10}
        """)
    let priorities = Priorities(try sample.assessment(), [try sample.results(all: [2, 3, 5])])
    #expect(ActionSelection(priorities, budget: 100).chosen.map(\.action.id) == ["buy"])
  }

  @Test func whatRequiresSomethingStoppedCannotBeChosen() throws {
    let sample = PlanSample(
      programme: """
        actions:
          - {id: base, name: Base, area: online, uplift: 0.5, effort: 1, state: stopped, reason: Nobody came.}
          - {id: tower, name: Tower, area: online, uplift: 0.5, effort: 1, requires: [base]}
          - {id: roof, name: Roof, area: online, uplift: 0.5, effort: 1, requires: [tower]}
          - {id: spire, name: Spire, area: online, uplift: 0.5, effort: 1, requires: [early]}
          - {id: early, name: Early, area: online, state: done}
        """)
    let priorities = Priorities(try sample.assessment(), [try sample.results(all: [2, 3, 5])])
    let selection = ActionSelection(priorities, budget: 100)
    #expect(selection.chosen.map(\.action.id) == ["spire"])
    #expect(selection.unavailable.map(\.action.id) == ["tower", "roof"])
    #expect(selection.unavailable[0].reason.hasPrefix("It requires “base”"))
  }

  /// Online lies 1 below its target and counts twice; people are above theirs.
  @Test func whatIsNotCalledForComesWithWhatNeedsItAlone() throws {
    let sample = PlanSample(
      programme: """
        actions:
          - {id: survey, name: Survey, area: online, when: {area: online, below: 2}, uplift: 1, effort: 5}
          - {id: portal, name: Portal, area: leadership, uplift: 0.25, effort: 20, requires: [survey]}
        """)
    let priorities = Priorities(try sample.assessment(), [try sample.results(all: [2, 3, 5])])
    #expect(priorities.neededFirst.map(\.action.id) == ["survey"])
    // For 5 days the survey alone would bring 2, and the results do not call for it.
    #expect(ActionSelection(priorities, budget: 10).chosen.isEmpty)
    let both = ActionSelection(priorities, budget: 25)
    #expect(both.chosen.map(\.action.id) == ["survey", "portal"])
    #expect(both.benefit == 2.25)
  }

  @Test func whatIsNeededMayBringNothingItself() throws {
    let sample = PlanSample(
      programme: """
        actions:
          - {id: agree-time, name: Agree time, area: people, effort: 3}
          - {id: portal, name: Portal, area: online, uplift: 1, effort: 20, requires: [agree-time]}
          - {id: alone, name: Alone, area: people, effort: 3}
        """)
    let priorities = Priorities(try sample.assessment(), [try sample.results(all: [2, 3, 5])])
    let selection = ActionSelection(priorities, budget: 30)
    #expect(selection.chosen.map(\.action.id) == ["agree-time", "portal"])
    #expect(selection.effort == 23)
    #expect(selection.unavailable.map(\.action.id) == ["alone"])
  }

  @Test func nothingIsChosenForNothing() throws {
    // The helper needs what brings nothing; so does the tool, which adds nothing either.
    let sample = PlanSample(
      programme: """
        actions:
          - {id: tool, name: Tool, area: people, uplift: 1, effort: 4}
          - {id: ground, name: Ground, area: people, uplift: 1, effort: 4}
          - {id: helper, name: Helper, area: online, uplift: 1, effort: 8, requires: [ground]}
        """)
    let priorities = Priorities(try sample.assessment(), [try sample.results(all: [2, 3, 5])])
    #expect(ActionSelection(priorities, budget: 100).chosen.map(\.action.id) == ["helper", "ground"])
  }

  /// The pair closes the gap no further than the portal alone; the survey is not called for and is there for the pilot.
  @Test func aPairThatBringsNothingIsNotChosen() throws {
    let sample = PlanSample(
      programme: """
        actions:
          - {id: survey, name: Survey, area: people, when: {area: online, below: 2}, uplift: 1, effort: 0}
          - {id: pilot, name: Pilot, area: online, uplift: 0.75, effort: 5, requires: [survey]}
          - {id: portal, name: Portal, area: online, uplift: 1, effort: 20}
        """)
    let priorities = Priorities(try sample.assessment(), [try sample.results(all: [2, 3, 5])])
    let selection = ActionSelection(priorities, budget: 100)
    #expect(selection.chosen.map(\.action.id) == ["portal"])
    #expect(selection.effort == 20 && selection.benefit == 2)
  }

  @Test(arguments: [0, -1, .nan, .infinity]) func aBudgetOfNothingBuysNothing(_ budget: Double) throws {
    let selection = ActionSelection(try PrioritiesTests.priorities(), budget: budget)
    #expect(selection.chosen.isEmpty)
    #expect(selection.benefit == 0)
    #expect(selection.closeCalls.isEmpty)
  }

  @Test func aSearchThatIsCutShortSaysSo() throws {
    let selection = ActionSelection(try PrioritiesTests.priorities(), budget: 30, effortOfSearch: 3)
    #expect(!selection.isProven)
    #expect(ActionSelection(try PrioritiesTests.priorities(), budget: 30).isProven)
  }

  /// Against every subset, over actions with needs and exclusions drawn at random.
  @Test(arguments: 0..<40) func noSetIsWorthMore(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed + 1))
    let areas = ["leadership", "online", "people"]
    let count = 9
    var lines = ["actions:"]
    var plan: [(area: Int, uplift: Double, also: (Int, Double)?, effort: Double, requires: Int?, excludes: Int?)] = []
    for index in 0..<count {
      let area = random.next(3)
      let uplift = Double(random.next(12)) / 8
      let other = random.next(3)
      let also = random.next(3) == 0 && other != area ? (other, Double(random.next(8)) / 8) : nil
      let effort = Double(random.next(20))
      let requires = index > 0 && random.next(4) == 0 ? random.next(index) : nil
      let excluded = index > 0 && random.next(5) == 0 ? random.next(index) : nil
      let excludes = excluded == requires ? nil : excluded
      plan.append((area, uplift, also, effort, requires, excludes))
      lines.append(
        "  - {id: x\(index), name: X, area: \(areas[area]), uplift: \(uplift), effort: \(effort)"
          + (also.map { ", also-raises: {\(areas[$0.0]): \($0.1)}" } ?? "")
          + (requires.map { ", requires: [x\($0)]" } ?? "") + (excludes.map { ", excludes: [x\($0)]" } ?? "") + "}")
    }
    let sample = PlanSample(programme: lines.joined(separator: "\n"))
    let priorities = Priorities(try sample.assessment(), [try sample.results(all: [2, 3, 1])])
    let budget = Double(10 + random.next(60))
    let (gaps, weights) = ([2.0, 1, 3], [1.0, 2, 1])
    var best = 0.0
    for set in 0..<(1 << count) {
      let members = (0..<count).filter { set & 1 << $0 != 0 }
      guard members.reduce(0, { $0 + plan[$1].effort }) <= budget,
        members.allSatisfy({ plan[$0].requires.map(members.contains) ?? true }),
        members.allSatisfy({ !(plan[$0].excludes.map(members.contains) ?? false) })
      else { continue }
      var uplifts = [0.0, 0, 0]
      for member in members {
        uplifts[plan[member].area] += plan[member].uplift
        if let (area, uplift) = plan[member].also { uplifts[area] += uplift }
      }
      best = max(best, (0..<3).reduce(0) { $0 + weights[$1] * min(gaps[$1], uplifts[$1]) })
    }
    let selection = ActionSelection(priorities, budget: budget)
    #expect(selection.isProven)
    #expect((selection.benefit - best).magnitude < 1e-9)
    #expect(selection.effort <= budget + 1e-9)
    #expect(selection.closeCalls.allSatisfy { $0.loss <= best * 0.05 + 1e-9 })
  }
}

/// Numbers that are the same in every run.
private struct SplitMix {
  var state: UInt64

  mutating func next(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }
}
