import DigitalMaturity
import MaturityScoringRules
import MaturitySkills
import MaturityTables
import Testing

@Suite("Scores of people") struct SkillsScorerTests {
  private static let head = "person,rater,date,letters,forms,passwords\n"

  private func scores(
    _ rows: String, people: String = "code,role\na,staff\nb,clerk\nc,staff; clerk\nm,member\n",
    raters: RaterPolicy = .managerOverSelf, validFrom: String? = nil,
    framework: SkillsFramework = SmallFramework.framework
  ) async throws -> SkillsScores {
    let staff = try Council.staff(people, framework: framework)
    let ratings = try await Council.ratings(Self.head + rows, of: staff, framework: framework)
    return try Council.scorer(framework).scores(
      of: ratings, raters: raters, validFrom: try validFrom.map { try Council.day($0) })
  }

  private func person(_ code: String, _ scores: SkillsScores) throws -> PersonSkills {
    try #require(try scores.named(.person(code)).first)
  }

  @Test("met, not met and not rated are three answers") func standings() async throws {
    // Staff: letters and forms alone (2), passwords with help (1), all essential.
    let scores = try await scores("a,self,2026-01-01,2,2,1\nb,self,2026-01-01,2,1,2\nc,self,2026-01-01,2,,1\n")
    let a = try person("a", scores)
    #expect(a.literacies.map(\.standing) == [.met, .met] && a.all == .met)
    #expect(a.literacies.map(\.level) == [2, 1] && a.literacies.map(\.required) == [2, 1])
    #expect(a.literacies.map(\.gap) == [0, 0])
    // A clerk's passwords are only desirable, so the literacy asks for nothing.
    let b = try person("b", scores)
    #expect(b.literacies.map(\.standing) == [.notMet, .notNeeded] && b.all == .notMet)
    #expect(b.literacies[0].level == 1 && b.literacies[0].gap == 1)
    #expect(b.literacies[1].required == nil && b.literacies[1].level == nil)
    #expect(b.competences[2].required == 2 && !b.competences[2].isEssential && b.competences[2].standing == .met)
    // Two posts: what is essential in one is.
    let c = try person("c", scores)
    #expect(c.competences[2].isEssential && c.competences[2].required == 1)
    #expect(c.literacies.map(\.standing) == [.notRated, .met] && c.all == .notRated)
    #expect(c.literacies[0].level == nil && c.literacies[0].gap == nil && c.literacies[0].required == 2)
    #expect(c.competences[1].standing == .notRated && c.competences[1].reason == .notRated)
  }

  @Test("a level below in something rated does not make a literacy rated") func partial() async throws {
    let scores = try await scores("a,self,2026-01-01,0,,1\n")
    #expect(try person("a", scores).literacies[0].standing == .notRated)
    #expect(try person("a", scores).competences[0].standing == .notMet)
  }

  @Test("an essential competence below leaves a literacy not met that is asked at the lowest level") func lowest()
    async throws
  {
    var framework = SmallFramework.framework
    framework.roles.append(
      RoleProfile(
        id: "starter", name: "Starter", literacies: ["writing": .level("not-yet")],
        competences: ["forms": .level("alone")]))
    let rows = "a,self,2026-01-01,2,1,2\nb,self,2026-01-01,0,2,2\n"
    let scores = try await scores(rows, people: "code,role\na,starter\nb,starter\n", framework: framework)
    let (a, b) = (try person("a", scores), try person("b", scores))
    #expect(a.literacies[0].standing == .notMet && a.all == .notMet && a.competences[1].standing == .notMet)
    #expect(a.literacies[0].level == 0 && a.literacies[0].required == 1 && a.literacies[0].gap == 1)
    #expect(b.literacies[0].standing == .met && b.all == .met)
  }

  @Test("what the work does not need leaves both sides") func notNeeded() async throws {
    let scores = try await scores("a,manager,2026-01-01,2,not-needed,not-needed\n")
    let a = try person("a", scores)
    #expect(a.literacies.map(\.standing) == [.met, .notNeeded] && a.all == .met)
    #expect(a.competences[1].standing == .notNeeded && a.competences[1].reason == .notNeeded)
  }

  @Test("a rating that is too old is none, and is said to be") func stale() async throws {
    let rows = "a,self,2025-01-01,2,2,1\na,manager,2024-01-01,0,0,0\n"
    #expect(try person("a", try await scores(rows)).all == .notMet, "the manager's counts, however old")
    let a = try person("a", try await scores(rows, validFrom: "2024-06-01"))
    #expect(a.all == .met)
    #expect(a.competences[0].outOfDate == [.manager])
    let old = try person("a", try await scores(rows, validFrom: "2025-01-02"))
    #expect(old.all == .notRated && old.competences[0].reason == .outOfDate)
    #expect(old.competences[0].ratings[.own]?.verdict == .level(2), "the rating is still shown")
  }

  @Test("raters and their difference stand side by side") func difference() async throws {
    let a = try person("a", try await scores("a,self,2026-01-01,2,2,1\na,manager,2026-01-01,1,2,\n"))
    #expect(a.competences.map(\.selfAboveManager) == [1, 0, nil])
    #expect(a.competences.map(\.level) == [1, 2, 1])
  }

  /// Worked by hand: two peers give 0 and 2 in letters, one of them twice; who else rates stands beside.
  @Test(
    "peers of one day who differ are several raters, in any order of rows",
    arguments: [
      (.mean, [1, nil, nil], 4.0 / 3, 1), (.lowest, [0, nil, nil], 0, 0), (.agreed, [nil, nil, nil], nil, nil),
      (.managerOverSelf, [nil, nil, nil], 2, 1),
    ] as [(RaterPolicy, [Double?], Double?, Double?)])
  func peers(_ policy: RaterPolicy, _ alone: [Double?], _ withOwn: Double?, _ withManager: Double?) async throws {
    let peers = ["b,peer,2026-01-01,0,,\n", "b,peer,2026-01-01,2,,\n", "b,peer,2026-01-01,2,,\n"]
    for order in [[0, 1, 2], [1, 0, 2], [1, 2, 0]] {
      let rows = order.map { peers[$0] }.joined()
      let level = { (scores: SkillsScores) in try self.person("b", scores).competences.map(\.level) }
      #expect(try level(try await scores(rows, raters: policy)) == alone)
      let own = try await scores(rows + "b,self,2026-02-01,2,,\n", raters: policy)
      #expect(try level(own)[0] == withOwn)
      let both = try await scores(rows + "b,manager,2026-02-01,1,,\nb,self,2026-02-01,1,,\n", raters: policy)
      #expect(try level(both)[0] == withManager)
    }
    // A later peer's rating counts alone, and old ones do not count at all.
    let later = try await scores(peers.joined() + "b,peer,2026-03-01,1,,\n", raters: .mean)
    #expect(try person("b", later).competences[0].level == 1)
    let old = try await scores(peers.joined(), raters: .mean, validFrom: "2026-01-02")
    #expect(try person("b", old).competences[0].reason == .outOfDate)
  }

  @Test("two peers who differ are told as two, with both rows") func peersTold() async throws {
    let staff = try Council.staff("code,role\na,staff\n")
    let ratings = try await Council.ratings(Self.head + "a,peer,2026-01-01,0,,\na,peer,2026-01-01,2,2,\n", of: staff)
    let problem = try #require(ratings.problems.list.first)
    #expect(ratings.problems.count == 1 && problem.code == .conflictingRatings)
    #expect(
      problem.message.contains(
        "two peer ratings of “a” in “letters” on 2026-01-01 differ: “alone” here, “not-yet” on line 2"), "\(problem)")
    #expect(problem.location == SourceLocation(file: "ratings.csv", line: 3, column: 4))
    let own = try await Council.ratings(Self.head + "a,self,2026-01-01,0,,\na,self,2026-01-01,2,2,\n", of: staff)
    #expect(own.problems.list.first?.message.contains("the person rates “a” in “letters” twice") == true)
  }

  @Test("the framework's rule makes the literacy") func rule() async throws {
    var framework = SmallFramework.framework
    framework.scoring = ScoringDefinition(rule: WeightedMean(), missing: .block)
    let rows = "a,self,2026-01-01,2,1,1\n"
    let mean = try person("a", try await scores(rows, framework: framework))
    #expect(mean.literacies[0].level == 1.5 && mean.literacies[0].required == 2 && mean.literacies[0].gap == 0.5)
    framework.scoring = ScoringDefinition(rule: Minimum(), missing: .block)
    #expect(try person("a", try await scores(rows, framework: framework)).literacies[0].level == 1)
  }

  @Test(
    "somebody rated in part is not rated, by whichever rule; all rated are",
    arguments: [
      ScoringDefinition(rule: Staged()), ScoringDefinition(rule: AdditiveLevels()),
      ScoringDefinition(rule: WeightedMean()),
      ScoringDefinition(rule: WeightedMean(), missing: .lowest), ScoringDefinition(rule: Minimum(), missing: .omit),
    ]) func partByRule(_ scoring: ScoringDefinition) async throws
  {
    var framework = SmallFramework.framework
    framework.scoring = scoring
    let rows = "a,self,2026-01-01,2,,1\nb,self,2026-01-01,0,,1\nc,self,2026-01-01,2,2,1\nd,self,2026-01-01,0,0,1\n"
    let scores = try await scores(
      rows, people: "code,role\na,staff\nb,staff\nc,staff\nd,staff\n", framework: framework)
    let standings = try ["a", "b", "c", "d"].map { try person($0, scores).literacies[0].standing }
    #expect(standings == [.notRated, .notRated, .met, .notMet])
    #expect(try person("b", scores).competences[0].standing == .notMet, "what somebody is below in is told")
  }

  @Test("people in private roles are in no list and no total; others are who are at work") func counted() async throws {
    let scores = try await scores(
      "a,self,2026-01-01,2,2,1\nm,self,2026-01-01,2,2,2\n",
      people:
        "code,role,started,left\na,staff,,\nb,staff,2026-07-01,\nc,staff,,2026-06-01\nd,staff,2026-06-01,2026-06-02\nm,member,,\n"
    )
    #expect(try scores.named().map(\.person) == ["a", "d"])
    #expect(scores.privatePeople == 1)
    let member = try person("m", scores)
    #expect(member.isPrivate && member.all == .met, "for the person alone there are results")
    #expect(try scores.named(.person("m")).byManager.isEmpty)
  }

  @Test("people without a role of the framework are in lists, which say so, and in no total") func withoutRole()
    async throws
  {
    let staff = try StaffList(
      .bytes(Array("code,role,team,manager\nx,staff,low,\na,,low,x\nb,stagehand,low,x\nc,staff,low,x\nd,,low,\n".utf8)),
      file: "people.csv", framework: SmallFramework.framework)
    #expect(staff.problems.counts == [.unknownRole: 3])
    let rows = "x,self,2026-01-01,2,2,1\na,self,2026-01-01,2,2,1\n"
    let scores = try Council.scorer().scores(of: try await Council.ratings(Self.head + rows, of: staff))
    #expect(scores.peopleWithoutRole == 3)
    let named = try scores.named()
    #expect(named.map(\.person) == ["x", "a", "b", "c", "d"])
    #expect(named.map(\.hasRole) == [true, false, false, true, false])
    #expect(named[1].all == .notNeeded && named[1].literacies.allSatisfy { $0.standing == .notNeeded })
    #expect(try scores.named(.manager("x")).map(\.person) == ["a", "b", "c"])
    #expect(try scores.named(.team("low")).count == 5)
    #expect(named.byManager.map { $0.people.map(\.person) } == [["a", "b", "c"], ["x", "d"]])
    #expect(scores.published(under: DisclosurePolicy(threshold: 5)).everyone?.people == nil, "two are counted")
  }

  @Test("raters are compared only in what the role asks for") func comparedWhereAsked() async throws {
    // A desk asks for letters, and for passwords as desirable; nothing of forms.
    var framework = SmallFramework.framework
    framework.roles.append(
      RoleProfile(
        id: "desk", name: "Desk", competences: ["letters": .level("alone"), "passwords": .level("alone", .desirable)]))
    var (people, rows) = ("code,role\n", "")
    for index in 0..<10 {
      people += "d\(index),desk\n"
      rows += "d\(index),self,2026-01-01,2,0,2\nd\(index),manager,2026-01-01,1,2,2\n"
    }
    let scores = try await scores(rows, people: people, framework: framework)
    let person = try person("d0", scores)
    #expect(person.competences.map(\.selfAboveManager) == [1, nil, 0])
    #expect(person.competences[1].ratings.count == 2, "what was rated is shown")
    let compared = try #require(scores.published().everyone).selfAgainstManager
    #expect(compared.map(\.higher) == [10, 0] && compared.map(\.same) == [0, 10])
    #expect(compared.map(\.meanDifference) == [.value(1), .value(0)], "with forms it would be -0.5")
  }

  @Test("people are selected by manager and by team, and unknown codes are named") func selection() async throws {
    let staff = try Council.staff(
      "code,role,team,manager\nx,staff,top,\na,staff,low,x\nb,staff,low,x\nc,staff,top,a\n",
      teams: "team,parent\nlow,top\ntop,\n")
    let scores = try Council.scorer().scores(of: try await Council.ratings(Self.head, of: staff))
    #expect(try scores.named(.manager("x")).map(\.person) == ["a", "b"])
    #expect(try scores.named(.team("low")).map(\.person) == ["a", "b"])
    #expect(try scores.named(.team("top")).map(\.person) == ["x", "a", "b", "c"])
    let folders = try scores.named().byManager
    #expect(folders.map(\.manager) == ["a", "x", nil])
    #expect(folders.map { $0.people.map(\.person) } == [["c"], ["a", "b"], ["x"]])
    for wrong in [SkillsScores.Selection.person("y"), .manager("y"), .team("topp")] {
      #expect(throws: DocumentError.self) { try scores.named(wrong) }
    }
  }

  @Test("an assessment without a framework has none") func without() throws {
    let assessment = try Assessment(AssessmentDraft(id: "none", version: "1.0.0", title: "None"))
    #expect(throws: DocumentError.self) { try SkillsScorer(assessment) }
  }
}
