import DigitalMaturity
import MaturityScoringRules
import MaturitySkills
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

  @Test("the framework's rule makes the literacy") func rule() async throws {
    var framework = SmallFramework.framework
    framework.scoring = ScoringDefinition(rule: WeightedMean(), missing: .block)
    let rows = "a,self,2026-01-01,2,1,1\n"
    let mean = try person("a", try await scores(rows, framework: framework))
    #expect(mean.literacies[0].level == 1.5 && mean.literacies[0].required == 2 && mean.literacies[0].gap == 0.5)
    framework.scoring = ScoringDefinition(rule: Minimum(), missing: .block)
    #expect(try person("a", try await scores(rows, framework: framework)).literacies[0].level == 1)
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
