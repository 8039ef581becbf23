import DigitalMaturity
import MaturitySkills
import MaturityStatistics
import Testing

@Suite("Totals that may be shown") struct PublishableSkillsTests {
  /// So many people of a team and role, of whom so many meet everything, so many do not and the rest are not rated.
  private struct Team {
    var name: String
    var role = "staff"
    var people: Int
    var met: Int
    var notMet: Int
  }

  private func scores(
    _ teams: [Team], tree: String? = nil, managers: String = "", workers: Int? = nil
  ) async throws -> SkillsScores {
    var people = "code,role,team\n"
    var ratings = "person,rater,date,letters,forms,passwords\n"
    var number = 0
    for team in teams {
      for index in 0..<team.people {
        number += 1
        people += "p\(number),\(team.role),\(team.name)\n"
        if index < team.met {
          ratings += "p\(number),self,2026-01-01,2,2,2\n"
        } else if index < team.met + team.notMet {
          ratings += "p\(number),self,2026-01-01,0,2,2\n"
        }
      }
    }
    let staff = try Council.staff(people, teams: tree)
    let found = try await Council.ratings(ratings + managers, of: staff)
    guard let workers else { return try Council.scorer().scores(of: found) }
    return await (try Council.scorer()).scores(of: found, workers: workers)
  }

  @Test("count who meets what, with a likely range and who is not rated") func counts() async throws {
    let scores = try await scores([
      Team(name: "a", people: 20, met: 9, notMet: 6), Team(name: "b", people: 12, met: 12, notMet: 0),
    ])
    let totals = scores.published()
    let everyone = try #require(totals.everyone)
    #expect(everyone.people == 32)
    let writing = everyone.literacies[0]
    #expect(writing.count == 21 && writing.of == 27 && writing.notRated == 5 && writing.below == 6)
    #expect(writing.share == .value(21.0 / 27))
    #expect(writing.interval == wilsonInterval(successes: 21, of: 27))
    // Six people are two below in letters: their literacy is at “not yet”.
    #expect(writing.meanGap == .value(12.0 / 27))
    #expect(everyone.meetingAll.count == 21 && everyone.meetingAll.notRated == 5)
    #expect(everyone.meetingAll.meanGap.reason?.code == .notOnAScale)
    let teams = totals.groups(by: .team)
    #expect(teams.map(\.name) == ["a", "b"])
    #expect(teams.map { $0.literacies[0].count } == [9, 12])
    #expect(teams[1].literacies[0].isUnanimous && !teams[0].literacies[0].isUnanimous)
  }

  @Test("are the same on any number of workers", arguments: [1, 2, 3, 7]) func workers(_ workers: Int) async throws {
    let teams = (0..<40).map { Team(name: "t\($0)", people: 150, met: 3 * $0, notMet: 20) }
    let one = try await scores(teams).published()
    let more = await (try await scores(teams, workers: workers)).published(workers: workers)
    #expect(one.groups == more.groups)
    #expect(more.everyone?.people == 6_000)
  }

  @Test("fold small teams, and drop nobody") func folding() async throws {
    let scores = try await scores(
      [
        Team(name: "a", people: 20, met: 10, notMet: 10), Team(name: "b", people: 6, met: 3, notMet: 3),
        Team(name: "c", people: 5, met: 1, notMet: 4), Team(name: "d", people: 3, met: 3, notMet: 0),
      ], tree: "team,parent,name\na,care,A\nb,care,B\nc,care,C\nd,,D\ncare,,Care\n")
    let teams = scores.published().groups(by: .team)
    #expect(teams.map(\.name) == ["A", "Other teams"])
    #expect(teams.compactMap(\.people).reduce(0, +) == 34)
    #expect(teams.map { $0.literacies[0].count } == [10, 7])
    #expect(
      scores.published(under: DisclosurePolicy(threshold: 5)).groups(by: .team).map(\.name) == [
        "A", "B", "Other teams",
      ])
  }

  @Test("withhold a figure of few who are rated, and one more so that it does not follow") func withheld() async throws
  {
    let scores = try await scores([
      Team(name: "a", people: 20, met: 10, notMet: 10), Team(name: "b", people: 15, met: 3, notMet: 2),
      Team(name: "c", people: 30, met: 15, notMet: 15),
    ])
    let totals = scores.published()
    let teams = totals.groups(by: .team)
    #expect(teams.map { $0.literacies[0].isWithheld } == [true, true, false])
    #expect(teams[1].literacies[0].count == nil && teams[1].literacies[0].share.reason?.code == .withheld)
    #expect(teams.map(\.people) == [20, 15, 30], "how many people there are gives nobody's rating away")
    #expect(totals.everyone?.literacies[0].of == 55)
  }

  @Test("withhold everything of fewer than the threshold") func tiny() async throws {
    let totals = try await scores([Team(name: "a", people: 9, met: 9, notMet: 0)]).published()
    #expect(totals.groups.allSatisfy { $0.isWithheld })
    #expect(totals.everyone?.literacies.allSatisfy { $0.isWithheld } == true)
    #expect(totals.everyone?.learning.allSatisfy { $0.people == nil && $0.champions == nil } == true)
    #expect(
      totals.everyone?.selfAgainstManager.allSatisfy { $0.ownMean.value == nil && $0.managerMean.value == nil } == true)
    let none = try await scores([]).published()
    #expect(none.everyone?.people == 0 && none.everyone?.literacies[0].share.reason?.code == .nobodyRated)
  }

  @Test("the page says where nothing of a breakdown may be shown, and what to do") func nothingShown() async throws {
    let scores = try await scores([
      Team(name: "a", people: 10, met: 5, notMet: 5), Team(name: "b", people: 10, met: 5, notMet: 5),
      Team(name: "b", role: "clerk", people: 4, met: 2, notMet: 2),
    ])
    let crossed = scores.published(by: [.directorateAndRole])
    let sentence =
      "By directorate and role nothing may be shown: too few people are in each group, or would be known from the others. Take a "
      + "coarser breakdown, or none."
    #expect(crossed.heatmapPage(by: .directorateAndRole).introduction == [sentence])
    #expect(crossed.scorePage(by: [.directorateAndRole]).introduction == ["24 people.", sentence])
    #expect(scores.published().heatmapPage(by: .directorate).introduction.isEmpty)
    let few = try await self.scores([Team(name: "a", people: 9, met: 9, notMet: 0)]).published()
    #expect(few.heatmapPage().introduction == ["Too few people to show anything."])
  }

  @Test("protect teams, directorates and roles together, whichever are shown") func crossed() async throws {
    let scores = try await scores([
      Team(name: "a", people: 20, met: 10, notMet: 10), Team(name: "a", role: "clerk", people: 4, met: 4, notMet: 0),
      Team(name: "b", people: 20, met: 10, notMet: 10),
    ])
    let totals = scores.published()
    // Four clerks follow from everyone less the staff, so both are withheld.
    #expect(totals.groups(by: .role).map(\.isWithheld) == [true, true])
    #expect(totals.groups(by: .team).map { $0.literacies[0].count } == [14, 10])
    // Four are no group beside the staff of their team.
    let crossed = scores.published(by: [.teamAndRole]).groups(by: .teamAndRole)
    #expect(crossed.map(\.name) == ["a, All staff or Clerk", "b, All staff"])
    #expect(crossed.map { $0.key.last?.value } == ["(others)", "staff"])
    #expect(crossed.allSatisfy { $0.people.map { $0 >= 10 } ?? true })
  }

  @Test("crossed with roles, show small roles of a directorate together, and no small role follows")
  func crossedRoles() async throws {
    let tree = "team,parent\na,top\nb,top\ntop,\nother,\n"
    let scores = try await scores(
      [
        Team(name: "a", people: 30, met: 10, notMet: 20), Team(name: "a", role: "clerk", people: 6, met: 3, notMet: 3),
        Team(name: "b", people: 25, met: 10, notMet: 15), Team(name: "b", role: "clerk", people: 8, met: 5, notMet: 3),
        Team(name: "other", people: 40, met: 20, notMet: 20),
        Team(name: "other", role: "clerk", people: 3, met: 3, notMet: 0),
      ], tree: tree)
    let totals = scores.published(by: [.directorateAndRole])
    let groups = totals.groups(by: .directorateAndRole)
    #expect(groups.map(\.name) == ["top, All staff", "top, Clerk", "other, All staff or Clerk"])
    #expect(groups[2].people == 43 && groups[2].meetingAll.count == 23)
    // Three clerks of the other directorate would be all clerks less those of the first, and its staff all staff less those.
    for role in [0, 1] { #expect(totals.groups(by: .role)[role].isWithheld || groups[role].isWithheld, "\(role)") }
    // No team has two roles of ten: there is nothing to be told apart.
    let finest = scores.published(by: [.teamAndRole])
    let found = await scores.sparseness(of: .teamAndRole, in: finest, workers: 1)
    let refusal = try #require(found)
    #expect(refusal.message.contains("no team has two roles of 10 people or more"), "\(refusal)")
    #expect(refusal.message.contains("; break down by team"), "\(refusal)")
  }

  @Test("compare people's own ratings with their managers'") func comparison() async throws {
    let managers = (1...12).map { "p\($0),manager,2026-01-01,\($0 <= 4 ? 1 : 2),2,2\n" }.joined()
    let totals = try await scores([Team(name: "a", people: 14, met: 14, notMet: 0)], managers: managers).published()
    let writing = try #require(totals.everyone).selfAgainstManager[0]
    #expect(writing.people == 12 && writing.higher == 4 && writing.same == 8 && writing.lower == 0)
    // Four are one level above in one of two competences.
    #expect(writing.meanDifference == .value(2.0 / 12))
    let (own, manager) = (try #require(writing.ownMean.value), try #require(writing.managerMean.value))
    #expect(abs(own - manager - 2.0 / 12) < 1e-12)
    // Managers give eight people level 2 in both competences of writing, and four level 1 in one of them.
    #expect(abs(manager - (8 * 2 + 4 * 1.5) / 12) < 1e-12)
    // The table has what is drawn, where it says that it has it.
    let table = totals.scorePage().tables[PublishableSkills.selfAndManager.table]
    let row = try #require(table.rows.first)
    #expect(row[PublishableSkills.selfAndManager.own] == .number(own, decimals: 2))
    #expect(row[PublishableSkills.selfAndManager.manager] == .number(manager, decimals: 2))
    #expect(row[PublishableSkills.selfAndManager.difference] == .text("+0.17"))
  }

  @Test("say what to order: people, sessions and hours") func demand() async throws {
    let totals = try await scores([Team(name: "a", people: 30, met: 5, notMet: 21)]).published()
    let course = try #require(totals.everyone?.learning.first)
    #expect(course.item == "course" && course.people == 21 && course.of == 26)
    #expect(course.sessions == 3 && course.sessionHours == 6 && course.learnerHours == 42)
    #expect(course.champions == 0)
  }

  /// A course from “with help” to “alone” in letters: staff are asked to be alone, trainees for “with help” only.
  private func demand(staff: Int, trainees: Int, below: Int, champions: Int = 0) async throws -> PublishableSkills {
    var framework = SmallFramework.framework
    framework.learning[0].teaches = [.init(competence: "letters", from: "with-help", to: "alone")]
    framework.roles[1] = RoleProfile(id: "clerk", name: "Trainee", competences: ["letters": .level("with-help")])
    framework.roles.append(RoleProfile(id: "champion", name: "Champion", isChampion: true))
    var (people, ratings) = ("code,role,team\n", "person,rater,date,letters\n")
    func add(_ count: Int, _ role: String, _ team: String, _ level: (Int) -> Int) {
      for index in 0..<count {
        people += "\(team)\(role.suffix(2))\(index),\(role),\(team)\n"
        ratings += "\(team)\(role.suffix(2))\(index),self,2026-01-01,\(level(index))\n"
      }
    }
    add(staff, "staff", "a") { $0 < below ? 1 : 2 }
    add(trainees, "clerk", "a") { _ in 1 }
    for team in ["b", "c"] { add(40, "staff", team) { $0 < 15 ? 1 : 2 } }
    // Or the team less the trainees would be the few others in it.
    add(12, "clerk", "c") { _ in 1 }
    add(champions, "staff; champion", "b") { _ in 2 }
    let list = try Council.staff(people, framework: framework)
    return try Council.scorer(framework).scores(
      of: try await Council.ratings(ratings, of: list, framework: framework)
    ).published()
  }

  @Test("demand counts only people who could need it, and withholds where they are few") func couldNeed() async throws {
    // Two of the four who could need it do: twenty trainees, who never can, hide nobody.
    let few = try await demand(staff: 4, trainees: 20, below: 2)
    let teams = few.groups(by: .team)
    #expect(teams.map(\.name) == ["a", "b", "c"] && teams[0].people == 24)
    #expect(teams[0].learning[0].people == nil && teams[0].learning[0].of == nil)
    #expect(teams[0].learning[0].sessions == nil && teams[0].learning[0].learnerHours == nil)
    #expect(teams.dropFirst().contains { $0.learning[0].people == nil }, "else the few follow from everyone's")
    #expect(few.everyone?.learning[0].of == 84 && few.everyone?.learning[0].people == 32)
    let enough = try await demand(staff: 14, trainees: 10, below: 2).groups(by: .team)
    #expect(enough[0].learning[0].of == 14 && enough[0].learning[0].people == 2)
    // The page has the hours of each team too: two people of two hours each.
    let table = try await demand(staff: 14, trainees: 10, below: 2).demandPage().tables[1]
    #expect(table.columns.map(\.heading) == ["Team", "Learning", "People", "Of rated", "Learner hours"])
    #expect(table.rows.first == ["a", "Course", .count(2), .count(14), .number(4, decimals: 1)])
  }

  @Test("champions are told of everyone alone, where enough are rated") func champions() async throws {
    let many = try await demand(staff: 14, trainees: 10, below: 2, champions: 12)
    #expect(many.everyone?.learning[0].champions == 12)
    #expect(many.groups(by: .team).allSatisfy { $0.learning[0].champions == nil })
    let json = try JSONReader.read(Array(many.demandJSON().bytes), file: "demand.json").root
    let item = try #require(json.member("items")?.elements.first { _ in true })
    #expect(item.member("champions")?.integer == 12)
    #expect(item.member("teams")?.elements.allSatisfy { $0.member("champions") == nil } == true)
    #expect(!many.demandPage().tables[1].columns.map(\.heading).contains("Champions"))
    #expect(try await demand(staff: 14, trainees: 10, below: 2, champions: 9).everyone?.learning[0].champions == nil)
  }

  @Test("are the same whatever the order of people") func order() async throws {
    var framework = SmallFramework.framework
    framework.levels[1].value = 0.3
    framework.levels[2].value = 0.7
    let codes = (0..<60).map { "p\($0)" }
    func totals(_ codes: [String]) async throws -> [SkillsGroup] {
      let staff = try Council.staff(
        "code,role,team\n" + codes.map { "\($0),staff,t\($0.count)\n" }.joined(), framework: framework)
      let ratings = codes.map { code in
        let number = Int(code.dropFirst()) ?? 0
        return
          "\(code),self,2026-01-01,\(["not-yet", "with-help", "alone"][number % 3]),\(number % 2 == 0 ? "alone" : "not-yet"),with-help\n"
      }
      let found = try await Council.ratings(
        "person,rater,date,letters,forms,passwords\n" + ratings.joined(), of: staff, framework: framework)
      return try Council.scorer(framework).scores(of: found, raters: .mean).published().groups
        .sorted { $0.name < $1.name }
    }
    #expect(try await totals(codes) == totals(codes.reversed()))
  }
}
