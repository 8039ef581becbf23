import DigitalMaturity
import MaturityPlanning
import Testing

@Suite("Roadmap") struct RoadmapTests {
  static let sample = PlanSample(
    programme: """
      workstreams:
        - {id: engage, name: Engage}
        - {id: solve, name: Solve}
      projects:
        - {id: portal, name: Portal, description: One way in., workstream: solve, timeframe: {from: 2019-09, to: 2020-06},
           state: delivery, started: 2019-10, serves: [online], requires: [survey]}
        - {id: survey, name: Survey, workstream: engage, timeframe: {from: 2019-04, to: 2019-09}, state: done,
           finished: 2019-11, serves: [online]}
        - {id: kiosk, name: Kiosk, workstream: solve, timeframe: {from: 2019-04, to: 2019-06}, state: stopped,
           since: 2019-05, reason: Nobody used it.}
        - {id: loose, name: Loose}
        - {id: next, name: Next, workstream: engage, timeframe: {from: 2020-01, to: 2020-02}, requires: [portal, kiosk]}
      actions:
        - {id: coach, name: Coach, area: leadership, workstream: engage, timeframe: {from: 2019-05, to: 2019-05}}
      governance:
        - {id: board, name: Board, decides: What goes on.}
      """)

  @Test func standsByWorkstreamThenByTime() throws {
    let assessment = try Self.sample.assessment()
    #expect(Roadmap(assessment).items.map(\.id) == ["survey", "next", "kiosk", "portal", "loose"])
    let with = Roadmap(assessment, actions: assessment.actions)
    #expect(with.items.map(\.id) == ["survey", "coach", "next", "kiosk", "portal", "loose"])
    #expect(with.items[1].kind == .action)
    #expect(with.span == Timeframe(from: try #require(Month("2019-04")), to: try #require(Month("2020-06"))))
  }

  @Test func theTableIsTheOneThatABoardKnows() throws {
    let page = Roadmap(try Self.sample.assessment()).page(try Self.sample.assessment())
    #expect(page.tables[0].columns.map(\.heading) == ["Workstream", "Project", "Description", "Timeframe"])
    #expect(page.tables[0].rows[3] == ["Solve", "Portal", "One way in.", "September 2019 to June 2020"])
    #expect(page.tables[0].rows[4] == ["No workstream", "Loose", .none, .none])
    #expect(page.tables[1].title == "Who decides")
  }

  @Test(arguments: [
    ("survey", "2019-12", RoadmapStatus.done(monthsLate: 2)), ("kiosk", "2019-12", .stopped),
    ("portal", "2020-06", .underWay), ("portal", "2020-08", .late(months: 2)), ("loose", "2020-08", .notPlanned),
    ("next", "2019-12", .planned), ("next", "2020-01", .planned), ("next", "2020-03", .notRecorded),
  ])
  func howWorkStands(_ id: String, _ month: String, _ status: RoadmapStatus) throws {
    let item = try #require(Roadmap(try Self.sample.assessment()).items.first { $0.id == id })
    #expect(item.status(in: try #require(Month(month))) == status)
    // A drawing marks what is late and nothing else.
    let late =
      switch status {
      case .done(let months), .late(let months): months
      default: 0
      }
    #expect(item.monthsLate(in: try #require(Month(month))) == late)
  }

  @Test func whatDoesNotFitTogetherIsSaid() throws {
    let assessment = try Self.sample.assessment()
    let roadmap = Roadmap(assessment)
    #expect(
      roadmap.problems().map { $0.sentence() } == [
        "“Next” begins in 2020-01 and needs “Portal”, which ends in 2020-06: begin it later, or end the other sooner.",
        "“Next” needs “Kiosk”, which was stopped: stop it too, or do without.",
      ])
    let standings = AreaStandings(assessment, [try Self.sample.results(all: [2, 3, 5])])
    #expect(
      roadmap.problems(standings).last?.sentence()
        == "Nothing in the programme serves Leadership, which lies below its target.")
    let json = try JSONReader.read(roadmap.json(standings: standings).bytes, file: "roadmap.json").root
    #expect(json.member("problems")?.elements.map { $0.text } == roadmap.problems(standings).map { $0.sentence() })
    let served = Roadmap(assessment, actions: assessment.actions)
    #expect(served.problems(standings).count == 2)
  }

  @Test func theStatusTableSaysWhatHappened() throws {
    let page = Roadmap(try Self.sample.assessment()).page(
      try Self.sample.assessment(), in: Month("2020-08"))
    #expect(
      page.introduction[1] == "In August 2020: 1 done, 1 late, 1 still to begin, 1 stopped, nothing recorded of 1.")
    #expect(page.notes.contains { $0.hasPrefix("Nothing recorded: the work should have begun") })
    #expect(
      page.tables[0].rows[2] == [
        "Solve", "Kiosk", "April 2019 to June 2019", .none, "Stopped in May 2019", "Nobody used it.",
      ])
    #expect(page.tables[0].rows[3][4] == "2 months late: delivery")
    // Spreadsheets and programs read why, too.
    let reasons = try #require(page.data?.columns.firstIndex { $0.heading == "Reason" })
    #expect(page.data?.rows[2][reasons] == "Nobody used it.")
    let json = try JSONReader.read(Roadmap(try Self.sample.assessment()).json().bytes, file: "roadmap.json").root
    #expect(json.member("items")?.elements.map { $0.member("reason")?.text }[2] == "Nobody used it.")
  }

  /// Work is late where a state says so, and nowhere else.
  @Test(arguments: [
    ("", RoadmapStatus.notRecorded), ("state: idea", .notBegun(monthsLate: 3)), ("state: pilot", .late(months: 2)),
    ("state: delivery, started: 2020-02", .late(months: 2)), ("state: done", .done(monthsLate: 0)),
  ])
  func lateIsWhatAStateSays(_ progress: String, _ status: RoadmapStatus) throws {
    let sample = PlanSample(
      programme: """
        projects:
          - {id: one, name: One, timeframe: {from: 2020-01, to: 2020-02}\(progress.isEmpty ? "" : ", \(progress)")}
        """)
    let assessment = try sample.assessment()
    let month = try #require(Month("2020-04"))
    let roadmap = Roadmap(assessment)
    #expect(roadmap.items.map { $0.status(in: month) } == [status])
    let page = roadmap.page(assessment, in: month)
    #expect(page.notes.contains { $0.hasPrefix("Nothing recorded") } == (status == .notRecorded))
    let json = try JSONReader.read(roadmap.json(in: month).bytes, file: "roadmap.json").root
    let item = try #require(json.member("items")?.elements.map { $0 }.first)
    #expect((item.member("status")?.text == "not-recorded") == (status == .notRecorded))
    #expect((item.member("monthsLate")?.isNull == true) == (status == .notRecorded))
  }

  @Test func leadAndDaysStandBehindWhereTheProgrammeSaysSo() throws {
    let sample = PlanSample(
      programme: """
        projects:
          - {id: portal, name: Portal}
        actions:
          - {id: coach, name: Coach, area: leadership, lead: Head of people, effort: 12.5}
        """)
    let assessment = try sample.assessment()
    let roadmap = Roadmap(assessment, actions: assessment.actions)
    let page = roadmap.page(assessment)
    #expect(page.tables[0].columns.map(\.heading).suffix(2) == ["Lead", "Officer-days"])
    #expect(
      page.tables[0].rows.map { $0.suffix(2) } == [[.none, .none], ["Head of people", .number(12.5, decimals: 0)]])
    let data = try #require(page.data)
    let days = try #require(data.columns.firstIndex { $0.heading == "Officer-days" })
    #expect(data.rows.map { $0[days] } == [.none, .number(12.5, decimals: 0)])
    let json = try JSONReader.read(roadmap.json().bytes, file: "roadmap.json").root
    #expect(json.member("items")?.elements.map { $0.member("lead")?.text } == [nil, "Head of people"])
    #expect(json.member("items")?.elements.map { $0.member("effort")?.number } == [nil, 12.5])
  }

  @Test func whatIsNotServedIsOneLineAndTheSourceStandsBelow() throws {
    var sample = Self.sample
    sample.source = "A briefing note."
    let assessment = try sample.assessment()
    let standings = AreaStandings(assessment, [try sample.results(all: [2, 3, 2])])
    let notes = Roadmap(assessment).page(assessment, standings: standings, budget: 100).notes
    #expect(
      notes.suffix(2) == [
        "Below target and not served within 100 officer-days: Leadership and People.", "Source: A briefing note.",
      ])
    #expect(
      Roadmap(assessment).page(assessment, standings: standings).notes.contains(
        "Below target and not served: Leadership and People."))
  }

  /// What was to begin before newer results, and of which nobody wrote anything, needs new months.
  @Test func monthsThatArePastOnTheDayOfResultsAreTold() throws {
    let sample = PlanSample(
      programme: """
        projects:
          - {id: old, name: Old, timeframe: {from: 2027-04, to: 2027-09}}
          - {id: begun, name: Begun, timeframe: {from: 2027-01, to: 2027-09}, state: pilot}
          - {id: now, name: Now, timeframe: {from: 2027-05, to: 2027-09}}
          - {id: free, name: Free}
        """)
    let assessment = try sample.assessment()
    let roadmap = Roadmap(assessment)
    let day = try #require(Day("2027-05-04"))
    #expect(roadmap.plannedBefore(day).map(\.id) == ["old"])
    let notes = roadmap.page(assessment, resultsOf: day).notes.map { $0.replacing("\u{A0}", with: " ") }
    #expect(notes.first?.hasPrefix("Planned to begin before 4 May 2027, the day of the results") == true, "\(notes)")
    #expect(notes.first?.contains(": “Old”. Give it new months") == true)
    #expect(roadmap.pastMonths(on: Day("2027-04-30")) == nil && roadmap.pastMonths(on: nil) == nil)
    #expect(!roadmap.page(assessment).notes.contains { $0.hasPrefix("Planned to begin") })
  }

  @Test func anAssessmentWithoutWorkSaysSo() throws {
    let roadmap = Roadmap(try PlanSample().assessment())
    #expect(roadmap.items.isEmpty)
    #expect(roadmap.span == nil)
    #expect(roadmap.page(try PlanSample().assessment()).introduction[0].hasPrefix("The assessment has no projects"))
    #expect(roadmap.json().text.contains("\"items\": []"))
    #expect(roadmap.page(try PlanSample().assessment()).tables.isEmpty)
  }
}
