import DigitalMaturity
import MaturityReports
import MaturitySkills
import Testing

@Suite("Digital champions by team") struct ChampionGroupTests {
  private struct Team {
    var name: String
    var champions: Int
    /// How many of them could teach.
    var able: Int
    /// How many of them are rated.
    var rated: Int
  }

  /// Teams of a directorate “top”, each with twenty others who are no champions.
  private func published(_ teams: [Team]) async throws -> PublishableSkills {
    var framework = SmallFramework.framework
    framework.learning[0].teaches = [.init(competence: "letters", from: "with-help", to: "alone")]
    framework.roles.append(RoleProfile(id: "champion", name: "Champion", isChampion: true))
    var (people, ratings) = ("code,role,team\n", "person,rater,date,letters\n")
    for team in teams {
      for index in 0..<team.champions + 20 {
        let code = "\(team.name)\(index)"
        people += "\(code),\(index < team.champions ? "staff; champion" : "staff"),\(team.name)\n"
        if index < team.able || index >= team.champions {
          ratings += "\(code),self,2026-01-01,2\n"
        } else if index < team.rated {
          ratings += "\(code),self,2026-01-01,1\n"
        }
      }
    }
    let tree = "team,parent,name\ntop,,Top\n" + teams.map { "\($0.name),top,\n" }.joined()
    let list = try Council.staff(people, teams: tree, framework: framework)
    return try Council.scorer(framework).scores(
      of: try await Council.ratings(ratings, of: list, framework: framework)
    ).published()
  }

  @Test("are counted where there are enough of them; a team with few goes with the team it is part of") func folded()
    async throws
  {
    let found = try await published([
      Team(name: "a", champions: 12, able: 7, rated: 12), Team(name: "b", champions: 11, able: 4, rated: 11),
      Team(name: "c", champions: 3, able: 3, rated: 3),
    ])
    #expect(found.championGroups.map(\.name) == ["a", "Top, others"])
    #expect(found.championGroups.map(\.able) == [[7], [7]])
    #expect(found.everyone?.learning[0].champions == 14)
    let page = found.demandPage()
    let table = try #require(page.tables.last)
    #expect(table.title == "Digital champions who could teach it, by team")
    #expect(table.rows == [["a", "Course", .count(7)], ["Top, others", "Course", .count(7)]])
    let lines = page.csv().text.split(whereSeparator: \.isNewline)
    #expect(lines.contains("\"Top, others\",course,Course,webinar,,,,,,,7"), "\(lines)")
    let json = try JSONReader.read(found.demandJSON().bytes, file: "demand.json").root
    let item = try #require(json.member("items")?.elements.first { _ in true })
    let groups = try #require(item.member("championsByTeam")).elements.map { $0 }
    #expect(groups.map { $0.member("team")?.text } == ["a", "top"])
    #expect(groups.map { $0.member("champions")?.integer } == [7, 7])
  }

  @Test("where few of a group are rated it is withheld, and no other group gives it away") func withheld() async throws
  {
    let found = try await published([
      Team(name: "a", champions: 12, able: 7, rated: 12), Team(name: "b", champions: 11, able: 4, rated: 9),
    ])
    #expect(found.championGroups.map(\.able) == [[nil], [nil]])
    #expect(found.everyone?.learning[0].champions == 11)
    let three = try await published([
      Team(name: "a", champions: 12, able: 7, rated: 12), Team(name: "b", champions: 11, able: 4, rated: 11),
      Team(name: "c", champions: 11, able: 5, rated: 9), Team(name: "d", champions: 11, able: 5, rated: 11),
    ])
    #expect(
      (2..<4).contains(three.championGroups.count { $0.able == [nil] }), "one more, so that the first does not follow")
  }

  @Test("too few for two groups are in none, and the page says so") func few() async throws {
    let found = try await published([
      Team(name: "a", champions: 12, able: 7, rated: 12), Team(name: "b", champions: 5, able: 4, rated: 5),
    ])
    #expect(found.championGroups.isEmpty && found.everyone?.learning[0].champions == 11)
    #expect(
      found.demandPage().notes.contains("There are too few champions to count them by team: groups have 10 or more."))
  }
}
