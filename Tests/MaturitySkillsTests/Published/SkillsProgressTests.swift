import DigitalMaturity
@testable import MaturitySkills
import Testing

@Suite("Progress between two days") struct SkillsProgressTests {
  /// People who are there from a number to a number of the list; ratings of both rounds by number.
  private func progress(
    people: [(team: String, started: String, left: String)], before: (Int) -> String?, after: (Int) -> String?,
    role: (Int) -> String = { _ in "staff" }, threshold: Int = 10
  ) async throws -> PublishableProgress {
    var list = "code,role,team,started,left\n"
    var ratings = "person,rater,date,letters,forms,passwords\n"
    for (index, person) in people.enumerated() {
      list += "p\(index),\(role(index)),\(person.team),\(person.started),\(person.left)\n"
      if let levels = before(index) { ratings += "p\(index),self,2025-03-01,\(levels)\n" }
      if let levels = after(index) { ratings += "p\(index),self,2026-03-01,\(levels)\n" }
    }
    let staff = try Council.staff(list)
    let scorer = try Council.scorer()
    let earlier = scorer.scores(
      of: try await Council.ratings(ratings, of: staff, on: "2025-06-01", today: "2026-06-01"))
    let now = scorer.scores(of: try await Council.ratings(ratings, of: staff, on: "2026-06-01"))
    return now.progress(since: earlier, under: DisclosurePolicy(threshold: threshold))
  }

  private static let met = "2,2,2"
  private static let notMet = "0,2,2"

  @Test("pairs the same people, and tells who started and left") func pairs() async throws {
    let stayed = Array(repeating: (team: "a", started: "", left: ""), count: 20)
    let left = Array(repeating: (team: "a", started: "", left: "2025-12-01"), count: 12)
    let started = Array(repeating: (team: "a", started: "2025-09-01", left: ""), count: 11)
    let progress = try await progress(
      people: stayed + left + started,
      before: { $0 < 32 ? ($0 < 8 || $0 >= 20 ? Self.met : Self.notMet) : nil },
      after: { $0 < 20 || $0 >= 32 ? ($0 >= 2 && $0 < 15 ? Self.met : Self.notMet) : nil })
    let everyone = try #require(progress.groups.first)
    #expect(everyone.starters == 11 && everyone.leavers == 12)
    #expect(everyone.before?.meetingAll.count == 20 && everyone.before?.meetingAll.of == 32)
    #expect(everyone.after?.meetingAll.count == 13 && everyone.after?.meetingAll.of == 31)
    let same = try #require(everyone.samePeople.first)
    #expect(same.people == 20 && same.metBefore == 8 && same.metAfter == 13)
    #expect(same.gained == 7 && same.lost == 2)
    #expect(same.change == .value(5.0 / 20))
    #expect(everyone.samePeople.count == 3)
    // Likely ranges from an implementation of Newcombe's formulas in Python, and of levels from scipy.stats.ttest_1samp.
    let range = try same.interval.get()
    #expect(abs(range.low - -0.0445) < 5e-5 && abs(range.high - 0.4896) < 5e-5, "\(range)")
    let all = try #require(everyone.changes.first)
    #expect(all.difference == .value(13.0 / 31 - 20.0 / 32))
    let allRange = try all.interval.get()
    #expect(abs(allRange.low - -0.4141) < 5e-5 && abs(allRange.high - 0.0336) < 5e-5, "\(allRange)")
    #expect(same.levelChange.reason?.code == .notOnAScale && same.levelInterval.reason?.code == .notOnAScale)
    // Seven gain two levels in writing, two lose two; nobody moves in safety.
    #expect(everyone.samePeople[1].levelChange == .value(0.5))
    let levels = try everyone.samePeople[1].levelInterval.get()
    #expect(abs(levels.low - -0.0978) < 5e-5 && abs(levels.high - 1.0978) < 5e-5, "\(levels)")
    #expect(everyone.samePeople[2].levelChange == .value(0))
    #expect(everyone.samePeople[2].levelInterval.reason?.code == .noVariation)
  }

  @Test("withholds the same people where a few who left would follow") func close() async throws {
    let stayed = Array(repeating: (team: "a", started: "", left: ""), count: 20)
    let left = Array(repeating: (team: "a", started: "", left: "2025-12-01"), count: 2)
    let progress = try await progress(
      people: stayed + left, before: { $0 < 10 ? Self.met : Self.notMet }, after: { $0 < 20 ? Self.met : nil })
    let everyone = try #require(progress.groups.first)
    #expect(everyone.before?.meetingAll.count == 10, "what the earlier report showed is shown")
    #expect(everyone.after?.meetingAll.count == 20)
    #expect(everyone.samePeople.allSatisfy { $0.isWithheld })
    #expect(everyone.samePeople[0].people == nil && everyone.samePeople[0].gained == nil)
    #expect(
      everyone.samePeople.allSatisfy {
        $0.interval.reason?.code == .withheld && $0.levelInterval.value == nil && $0.levelChange.value == nil
      })
    // The range of everybody's change says nothing of the pairs that are withheld.
    #expect(everyone.changes[0] == ShareDifference(from: (10, 22), to: (20, 20)))
  }

  @Test("what is withheld of one team does not follow from the others") func subtraction() async throws {
    func people(_ team: String, _ count: Int, left: String = "") -> [(team: String, started: String, left: String)] {
      Array(repeating: (team: team, started: "", left: left), count: count)
    }
    // Of team a two left: they would follow from the earlier day's totals.
    let list =
      people("a", 30) + people("b", 40) + people("c", 50) + people("a", 2, left: "2025-12-01")
      + people("b", 12, left: "2025-12-01")
    let progress = try await progress(
      people: list, before: { $0 % 3 == 0 ? Self.notMet : Self.met }, after: { $0 < 120 ? Self.met : nil })
    // Each team is a directorate of its own.
    let figures = Dictionary(
      progress.groups.map { ($0.key.last?.value?.rawValue ?? "everyone", $0.samePeople[0]) },
      uniquingKeysWith: { first, _ in first })
    #expect(figures["everyone"]?.people == 120 && figures["c"]?.isWithheld == false)
    #expect(figures["a"]?.isWithheld == true && figures["b"]?.isWithheld == true)
  }

  @Test("a few who left several teams do not follow from what the others and everyone tell")
  func unions() async throws {
    func people(_ team: String, _ count: Int, left: String = "") -> [(team: String, started: String, left: String)] {
      Array(repeating: (team: team, started: "", left: left), count: count)
    }
    // Two of team a left and four of b, six together; twelve of c.
    let list =
      people("a", 30) + people("b", 40) + people("c", 50) + people("a", 2, left: "2025-12-01")
      + people("b", 4, left: "2025-12-01") + people("c", 12, left: "2025-12-01")
    let progress = try await progress(
      people: list, before: { $0 % 3 == 0 ? Self.notMet : Self.met }, after: { $0 < 120 ? Self.met : nil })
    let figures = Dictionary(
      progress.groups.map { ($0.key.last?.value?.rawValue ?? "everyone", $0.samePeople[0]) },
      uniquingKeysWith: { first, _ in first })
    #expect(figures["everyone"]?.people == 120)
    // With c shown, everyone's figures less those of c would leave the six.
    for team in ["a", "b", "c"] { #expect(figures[team]?.isWithheld == true, "\(team)") }
  }

  /// Team a has eight people at first, and is counted with the rest of its directorate; then it has twenty.
  @Test(
    "where a team was counted with others on one day, nothing is told of the same people in it, nor does it follow",
    arguments: [0, 12])
  func moved(startersOfOthers: Int) async throws {
    let early = Array(repeating: (team: "a", started: "", left: ""), count: 8)
    let late = Array(repeating: (team: "a", started: "2025-09-01", left: ""), count: 12)
    let other = Array(repeating: (team: "b", started: "", left: ""), count: 30)
    let others = Array(repeating: (team: "b", started: "2025-09-01", left: ""), count: startersOfOthers)
    let progress = try await progress(
      people: other + early + late + others, before: { $0 < 38 ? Self.met : nil }, after: { _ in Self.met })
    let teams = progress.groups.filter { $0.key.last?.attribute == "team" && $0.key.last?.value == "a" }
    for team in teams { #expect(team.samePeople.allSatisfy { $0.isWithheld || $0.people == 0 }, "\(team.samePeople)") }
    // Where nobody started elsewhere, everyone's tells of the twelve starters, and so of the eight who stayed.
    #expect(progress.groups.first?.samePeople[0].people == (startersOfOthers == 0 ? nil : 38))
  }

  @Test("a group that is no more and one that is new stand with one side") func groups() async throws {
    let stayed = Array(repeating: (team: "a", started: "", left: ""), count: 20)
    let left = Array(repeating: (team: "old", started: "", left: "2025-12-01"), count: 12)
    let started = Array(repeating: (team: "new", started: "2025-09-01", left: ""), count: 11)
    let progress = try await progress(
      people: stayed + left + started, before: { $0 < 32 ? Self.met : nil },
      after: { $0 < 20 || $0 >= 32 ? Self.met : nil })
    let teams = progress.groups.filter { $0.key.last?.attribute == "team" }
    #expect(teams.map(\.name) == ["a", "new", "old"])
    #expect(teams.map { $0.before == nil } == [false, true, false])
    #expect(teams.map { $0.after == nil } == [false, false, true])
    #expect(teams.map(\.changes.count) == [3, 0, 0])
    #expect(
      teams[0].changes[0] == ShareDifference(from: (20, 20), to: (20, 20)), "its people may have come from elsewhere")
    #expect(teams[0].samePeople.first?.people == 20 && teams[0].starters == 0 && teams[0].leavers == 0)
  }

  // MARK: Days between which little happened

  private func people(
    _ team: String, _ count: Int, started: String = "", left: String = ""
  ) -> [(team: String, started: String, left: String)] {
    Array(repeating: (team: team, started: started, left: left), count: count)
  }

  private func byName(_ progress: PublishableProgress) -> [String: ProgressGroup] {
    Dictionary(
      progress.groups.map { ($0.key.last?.value?.rawValue ?? "everyone", $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("of one who left a team, and nobody else, nothing follows: earlier totals are withheld where he was in them")
  func oneLeaver() async throws {
    let progress = try await progress(
      people: people("a", 20) + people("b", 30) + people("c", 25) + people("a", 1, left: "2025-12-01"),
      before: { $0 % 2 == 0 ? Self.met : Self.notMet }, after: { _ in nil })
    let groups = byName(progress)
    for name in ["everyone", "a"] {
      let group = try #require(groups[name])
      #expect(group.before?.meetings.allSatisfy { $0.tellsOfFewBetweenDays && $0.count == nil && $0.of == nil } == true)
      #expect(group.before?.meetingAll.notRated == nil && group.before?.literacies[0].meanGap.value == nil)
      #expect(group.before?.meetingAll.share.reason?.code == .withheld)
      #expect(group.after?.meetingAll.count == (name == "a" ? 10 : 38), "the later day's are shown")
      #expect(group.changes.allSatisfy { $0.difference.reason?.code == .withheld })
      #expect(group.samePeople.allSatisfy { $0.isWithheld })
    }
    #expect(groups["b"]?.before?.meetingAll == groups["b"]?.after?.meetingAll, "nobody differs there")
    #expect(groups["c"]?.before?.meetingAll.count == 13)
    #expect(progress.isHiddenForFew && progress.differsByFew)
    let page = progress.page()
    #expect(
      page.introduction.contains { $0.hasPrefix("Hardly anybody started, left or was rated between the two days") })
    #expect(String(decoding: progress.json().bytes, as: UTF8.self).contains(#""fewDiffer": true"#))
  }

  @Test("nobody differs: both days are shown alike") func nobodyDiffers() async throws {
    let progress = try await progress(
      people: people("a", 20) + people("b", 30), before: { $0 % 2 == 0 ? Self.met : Self.notMet }, after: { _ in nil })
    #expect(!progress.isHiddenForFew && !progress.differsByFew)
    for group in progress.groups {
      #expect(group.before?.meetings == group.after?.meetings && group.before?.meetingAll.count != nil)
      #expect(group.samePeople[0].gained == 0 && group.samePeople[0].lost == 0)
    }
  }

  @Test("a few who were rated anew stay hidden, whatever they gained; ten do not", arguments: [1, 9, 10, 20])
  func ratedAnew(count: Int) async throws {
    let progress = try await progress(
      people: people("a", 20) + people("b", 30), before: { _ in Self.notMet },
      after: { $0 < count ? ($0 % 2 == 0 ? Self.met : Self.notMet) : nil })
    let groups = byName(progress)
    for name in ["everyone", "a"] {
      let group = try #require(groups[name])
      #expect((group.before?.meetingAll.count == nil) == (count < 10), "\(name)")
      #expect((group.samePeople[0].gained == nil) == (count < 10))
      // Nobody is rated otherwise than before in what nobody gained in, but they were rated.
      #expect((group.before?.literacies[1].count == nil) == (count < 10))
    }
    #expect(groups["b"]?.before?.meetingAll.of == 30)
  }

  @Test("of the same people few were rated anew and many left: their figures tell of those few, totals do not")
  func fewOfTheSame() async throws {
    let progress = try await progress(
      people: people("a", 30) + people("a", 12, left: "2025-12-01"),
      before: { $0 % 2 == 0 ? Self.met : Self.notMet }, after: { $0 == 1 ? Self.met : nil })
    let everyone = try #require(progress.groups.first)
    #expect(everyone.before?.meetingAll.of == 42 && everyone.after?.meetingAll.of == 30)
    #expect(everyone.samePeople[0].isWithheld)
    #expect(everyone.samePeople[0].gained == nil)
  }

  @Test("a few of two teams do not follow from everybody's difference and that of a third team") func fewOfTwoTeams()
    async throws
  {
    // Twelve of c are rated anew, two of a and three of b: seventeen together.
    let isRated: (Int) -> Bool = { $0 < 2 || (20..<23).contains($0) || (50..<62).contains($0) }
    let progress = try await progress(
      people: people("a", 20) + people("b", 30) + people("c", 25), before: { _ in Self.notMet },
      after: { isRated($0) ? Self.met : nil })
    let groups = byName(progress)
    #expect(groups["a"]?.before?.meetingAll.count == nil && groups["b"]?.before?.meetingAll.count == nil)
    let (everyone, c) = (groups["everyone"]?.before?.meetingAll, groups["c"]?.before?.meetingAll)
    #expect(everyone?.count == nil || c?.count == nil, "one less the other leaves five")
    // Nor do the earlier totals of a and b follow from the others of that day.
    let shown = ["everyone", "a", "b", "c"].count { groups[$0]?.before?.meetingAll.count != nil }
    #expect(shown <= 2)
  }

  @Test("a few do not follow from a team's difference less that of a role whose people who differ are all in it")
  func fewOfTeamAndRole() async throws {
    // In a twelve clerks and three others are rated anew, in b twenty others and no clerk, of whom there are five.
    let isRated: (Int) -> Bool = { $0 < 15 || (40..<60).contains($0) }
    let isClerk: (Int) -> Bool = { $0 < 12 || (75..<80).contains($0) }
    let progress = try await progress(
      people: people("a", 40) + people("b", 40), before: { _ in Self.notMet }, after: { isRated($0) ? Self.met : nil },
      role: { isClerk($0) ? "clerk" : "staff" })
    let groups = byName(progress)
    func isShown(_ name: String) -> Bool { groups[name]?.before?.meetingAll.count != nil }
    // Three are left of a less the clerks, and of the others less b.
    #expect(!(isShown("a") && isShown("clerk")) && !(isShown("staff") && isShown("b")))
    #expect(isShown("everyone"), "thirty-five differ")
    #expect(["a", "b", "staff", "clerk"].count(where: isShown) >= 2, "no more is withheld than need be")
  }

  @Test("ratings that do not count hide nobody: the manager's of last year is before the person's own of this")
  func basis() async throws {
    var list = "code,role,team\n"
    var ratings = "person,rater,date,letters,forms,passwords\n"
    for index in 0..<20 {
      list += "p\(index),staff,a\n"
      ratings += "p\(index),manager,2025-03-01,\(Self.notMet)\np\(index),self,2026-03-01,\(Self.met)\n"
    }
    // One manager rates again.
    ratings += "p0,manager,2026-03-02,\(Self.met)\n"
    let staff = try Council.staff(list)
    let scorer = try Council.scorer()
    let earlier = try await Council.ratings(ratings, of: staff, on: "2025-06-01", today: "2026-06-01")
    let now = try await Council.ratings(ratings, of: staff, on: "2026-06-01")
    let managers = scorer.scores(of: now).progress(since: scorer.scores(of: earlier))
    #expect(managers.differsByFew && managers.groups[0].before?.meetingAll.count == nil)
    let means = scorer.scores(of: now, raters: .mean).progress(since: scorer.scores(of: earlier, raters: .mean))
    #expect(means.groups[0].before?.meetingAll.of == 20, "all have a new rating that counts")
  }

  @Test("where teams are counted with others because one left, the groups that hold the same people are subtracted too")
  func regrouped() async throws {
    // Of ten in a one leaves, so that a is counted with b's.
    let progress = try await progress(
      people: people("a", 9) + people("b", 30) + people("a", 1, left: "2025-12-01"),
      before: { $0 % 2 == 0 ? Self.met : Self.notMet }, after: { _ in nil })
    #expect(progress.groups.first?.before?.meetingAll.count == nil)
    let before = progress.groups.filter {
      $0.before?.meetingAll.count != nil && $0.key.first?.attribute == "directorate"
    }
    // Together they would be everybody of that day.
    #expect(before.count < 2)
  }
}
