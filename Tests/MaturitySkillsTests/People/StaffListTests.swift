import DigitalMaturity
import MaturitySkills
import MaturityTables
import Testing

@Suite("Lists of people") struct StaffListTests {
  static func read(_ csv: String, teams: String? = nil) throws -> StaffList {
    var problems = SkillsProblems()
    let tree = try teams.map { try TeamTree(.bytes(Array($0.utf8)), file: "teams.csv", problems: &problems) }
    return try StaffList(
      .bytes(Array(csv.utf8)), file: "people.csv", framework: SmallFramework.framework, teams: tree ?? TeamTree())
  }

  @Test("hold people with roles, teams, managers and dates") func reads() throws {
    let list = try Self.read(
      """
      code,role,team,manager,started,left
      a1,staff,north,a2,2020-01-01,
      a2, Clerk ;MEMBER,north,,,31/12/2026
      a3,clerk;member,south,a2,,
      """)
    #expect(list.problems.count == 0, "\(list.problems.list)")
    #expect(list.people.map(\.code) == ["a1", "a2", "a3"])
    #expect(list.roleSets == [["staff"], ["clerk", "member"]])
    #expect(list.people.map(\.roleSet) == [0, 1, 1])
    #expect(list.people.map(\.manager) == [1, nil, 1])
    #expect(list.teams.teams.map(\.code) == ["north", "south"])
    #expect(list.people[0].started == Day("2020-01-01") && list.people[1].left == Day("2026-12-31"))
    #expect(list.position(of: "a3") == 2 && list.position(of: "a4") == nil)
  }

  @Test("are read with the headings of other systems, and with teams by name") func otherHeadings() throws {
    let list = try Self.read(
      """
      Employee ID,Job title,Team,Line manager,Start date,Leaving date
      a1,All staff,Care North,a2,2020-01-01,
      a2,Clerk,north,,,2026-12-31
      """, teams: "team,parent,name\nnorth,Care,Care north\ncare,,Care\n")
    #expect(list.problems.count == 0, "\(list.problems.list)")
    #expect(list.people.map(\.manager) == [1, nil] && list.people.map(\.team) == [0, 0])
    #expect(list.teams.teams[0].parent == 1 && list.roleSets == [["staff"], ["clerk"]])
    #expect(list.people[0].started == Day("2020-01-01") && list.people[1].left == Day("2026-12-31"))
    let error = #expect(throws: DocumentError.self) { try Self.read("employee id,Staff number,role\n") }
    #expect(
      error?.diagnostics.map(\.message) == [
        "“Staff number” is a second column for “code”; take out the one that is not meant"
      ])
    // A column's own name counts before another; two teams of one name are told apart by their codes alone.
    let both = try Self.read(
      "code,employee number,role,team\na,77,staff,North\n", teams: "team,parent,name\nn1,,North\nn2,,North\n")
    #expect(both.people.map(\.code) == ["a"])
    #expect(both.problems.list.map(\.code) == [.skippedColumn, .unknownTeam], "\(both.problems.list)")
  }

  @Test("read dates with strokes in the order that the file tells, or that is said") func dates() throws {
    func started(_ one: String, _ other: String, _ order: DateOrder? = nil) throws -> [String?] {
      try StaffList(
        .bytes(Array("code,role,started,left\na,staff,\(one),\nb,staff,,\(other)\n".utf8)), file: "people.csv",
        framework: SmallFramework.framework, dates: order
      ).people.map { ($0.started ?? $0.left).map { "\($0)" } }
    }
    #expect(try started("03/02/2026", "25/02/2026") == ["2026-02-03", "2026-02-25"])
    #expect(try started("03/02/2026", "04/02/2026", .monthDay) == ["2026-03-02", "2026-04-02"])
    let error = #expect(throws: DocumentError.self) { try started("03/02/2026", "2026-02-25") }
    #expect(error?.diagnostics.first?.location == SourceLocation(file: "people.csv", line: 2, column: 3))
    #expect(error?.diagnostics.first?.message.contains("say it with --dates day-month") == true)
  }

  @Test("say who is at work on a day: from the first day, up to the day of leaving") func days() throws {
    let list = try Self.read("code,role,started,left\na,staff,2026-01-10,2026-02-10\nb,staff,,\n")
    func isThere(_ person: Int, _ day: String) throws -> Bool {
      list.people[person].isThere(on: try #require(Day(day)))
    }
    #expect(try !isThere(0, "2026-01-09") && isThere(0, "2026-01-10"))
    #expect(try isThere(0, "2026-02-09") && !isThere(0, "2026-02-10"))
    #expect(try isThere(1, "1999-01-01"))
  }

  @Test(
    "name what is wrong with row and column, and lose nobody",
    arguments: [
      ("a,staf,,,,\n", .unknownRole, 2, 2, "there is no role “staf”; did you mean “staff”?", 1),
      ("a,,,,,\n", .unknownRole, 2, 2, "the person has no role", 1),
      ("a,staff,,,,\na,clerk,,,,\n", .repeatedPerson, 3, 1, "“a” stands in an earlier row", 1),
      (",staff,,,,\n", .incompleteRow, 2, 1, "the row has no code", 0),
      ("a,staff,,b,,\n", .unknownManager, 2, 4, "the manager “b” is nobody in this list, so “a” has none", 1),
      ("a,staff,,a,,\n", .unknownManager, 2, 4, "“a” is their own manager", 1),
      ("a,staff,,,2026-02-30,\n", .invalidDate, 2, 5, "“2026-02-30” is not a date", 1),
      ("a,staff,,,2026-02-02,2026-02-01\n", .invalidDate, 2, 6, "left (2026-02-01) before starting", 1),
    ] as [(String, Diagnostic.Code, Int, Int, String, Int)])
  func problems(_ rows: String, _ code: Diagnostic.Code, _ line: Int, _ column: Int, _ words: String, _ people: Int)
    throws
  {
    let list = try Self.read("code,role,team,manager,started,left\n" + rows)
    #expect(list.problems.list.map(\.code) == [code], "\(list.problems.list)")
    let problem = try #require(list.problems.list.first)
    #expect(problem.location == SourceLocation(file: "people.csv", line: line, column: column))
    #expect(problem.message.contains(words), "\(problem)")
    #expect(list.people.count == people)
  }

  @Test("name whoever has not started yet, with row and column, and keep them") func futureStart() throws {
    let list = try StaffList(
      .bytes(Array("code,role,started,left\na,staff,2026-06-01,\nb,staff,2026-06-02,\nc,staff,,2027-01-01\n".utf8)),
      file: "people.csv", framework: SmallFramework.framework, today: Day("2026-06-01"))
    #expect(list.problems.list.map(\.code) == [.futureDate], "to leave later is nothing wrong")
    #expect(list.problems.list.first?.location == SourceLocation(file: "people.csv", line: 3, column: 3))
    #expect(list.problems.list.first?.message.contains("“b” starts on 2026-06-02, which has not come yet") == true)
    #expect(list.people.map(\.code) == ["a", "b", "c"] && list.people[1].started == Day("2026-06-02"))
  }

  @Test("name a manager who has left somebody who is at work; nobody's results go to whoever has left")
  func managerWhoLeft() async throws {
    let list = try StaffList(
      .bytes(
        Array(
          "code,role,manager,left\nm,staff,,2026-05-01\na,staff,m,\nb,staff,m,2026-04-01\nc,staff,n,\nn,staff,,2026-07-01\n"
            .utf8)),
      file: "people.csv", framework: SmallFramework.framework, today: Day("2026-06-01"))
    #expect(list.problems.list.map(\.code) == [.unknownManager], "\(list.problems.list)")
    #expect(list.problems.list.first?.location == SourceLocation(file: "people.csv", line: 3, column: 3))
    #expect(list.problems.list.first?.message.contains("“m” left on 2026-05-01, so “a” has none from then on") == true)
    func folders(_ day: String) async throws -> [String: [String]] {
      let ratings = try await Council.ratings("person,rater,date,letters\n", of: list, on: day)
      let groups = try Council.scorer().scores(of: ratings).named().byManager
      return Dictionary(uniqueKeysWithValues: groups.map { ($0.manager ?? "", $0.people.map(\.person)) })
    }
    #expect(try await folders("2026-04-30") == ["": ["m", "n"], "m": ["a"], "n": ["c"]])
    #expect(try await folders("2026-05-01") == ["": ["a", "n"], "n": ["c"]])
  }

  @Test("tell of a wrong role at every person who has it") func everyRow() throws {
    let list = try Self.read("code,role\na,boss\nb,boss\nc,boss; staff\nd,boss; staff\n")
    #expect(list.problems.list.map(\.location?.line) == [2, 3, 4, 5])
    #expect(list.roleSets == [[], ["staff"]])
  }

  @Test("say which columns are not read") func columns() throws {
    let list = try Self.read("code,name,rol,role\na,Jo,x,staff\n")
    #expect(list.problems.list.map(\.code) == [.skippedColumn, .skippedColumn])
    #expect(list.problems.list.map(\.location?.column) == [2, 3])
  }

  @Test(
    "without what they need are refused",
    arguments: [
      ("", Diagnostic.Code.emptyDocument), ("code,team\na,b\n", .missingKey), ("code,role,code\n", .invalidValue),
    ]) func refused(_ csv: String, _ code: Diagnostic.Code) throws
  {
    let error = try #require(throws: DocumentError.self) { try Self.read(csv) }
    #expect(error.diagnostics.map(\.code) == [code])
  }

  @Test("a framework without roles asks nothing of anybody, and says so once") func noRoles() throws {
    var framework = SmallFramework.framework
    framework.roles = []
    let error = try #require(throws: DocumentError.self) {
      try StaffList(.bytes(Array("code,role\na,staff\nb,staff\n".utf8)), file: "people.csv", framework: framework)
    }
    #expect(error.diagnostics.map(\.code) == [.missingKey])
    #expect(error.diagnostics.first?.message.contains("has no roles") == true)
  }
}
