import DigitalMaturity
import MaturitySkills
import MaturityTables
import Testing

@Suite("Role-skill files") struct RoleSkillImportTests {
  private func read(_ csv: String) throws -> RoleSkillImport {
    try RoleSkillImport(.bytes(Array(csv.utf8)), file: "roles.csv", framework: SmallFramework.framework)
  }

  @Test("become roles that ask for competences") func reads() throws {
    let found = try read(
      """
      Job title,Skill,Required level
      Post room,Letters,Alone
      Post room,passwords,1
      Housing officer,letters,with-help
      CLERK,Letters,alone
      """)
    // The framework has a clerk, whom two profiles would ask.
    #expect(found.report.list.map(\.code) == [.knownRole], "\(found.report.list)")
    #expect(found.report.list.first?.location == SourceLocation(file: "roles.csv", line: 5, column: 1))
    #expect(found.roles.map(\.id) == ["post-room", "housing-officer", "clerk"])
    #expect(found.roles.map(\.name) == ["Post room", "Housing officer", "CLERK"])
    #expect(found.roles[0].competences == ["letters": .level("alone"), "passwords": .level("with-help")])
    #expect(found.taken == 4)
  }

  @Test(
    "report what was merged or refused, with its place",
    arguments: [
      ("a,letters,alone,,\na,Letters,2,,\n", .mergedRow, 3, 3, "this repeats line 2", 1),
      (
        "a,letters,with-help,,\na,letters,alone,,\n", .mergedRow, 3, 3,
        "line 2 asks “a” for “with-help” in “letters”, this for “alone”; the higher counts", 1
      ),
      ("a,letters,alone,no,\n", .refusedRow, 2, 4, "out of use", 0),
      ("a,letters,alone,,Retired\n", .refusedRow, 2, 5, "out of use", 0),
      ("a,Fax (out of use),alone,,\n", .refusedRow, 2, 2, "out of use", 0),
      ("a,letters,,,\n", .refusedRow, 2, 3, "no level is required", 0),
      ("a,leters,alone,,\n", .refusedRow, 2, 2, "no competence “leters”; did you mean “letters”?", 0),
      ("a,letters,expert,,\n", .refusedRow, 2, 3, "there is no level “expert”", 0),
      ("a,forms,with-help,,\n", .refusedRow, 2, 3, "“forms” does not describe the level “with-help”", 0),
      (",letters,alone,,\n", .refusedRow, 2, 1, "names no role", 0),
      ("a,,alone,,\n", .refusedRow, 2, 2, "names no skill", 0),
      ("!,letters,alone,,\n", .refusedRow, 2, 1, "no letter or digit", 0),
    ] as [(String, Diagnostic.Code, Int, Int, String, Int)])
  func report(_ rows: String, _ code: Diagnostic.Code, _ line: Int, _ column: Int, _ words: String, _ taken: Int) throws
  {
    let found = try read("role,skill,level,in use,status\n" + rows)
    #expect(found.report.list.map(\.code) == [code], "\(found.report.list)")
    let problem = try #require(found.report.list.first)
    #expect(problem.location == SourceLocation(file: "roles.csv", line: line, column: column))
    #expect(problem.message.contains(words), "\(problem)")
    #expect(found.taken == taken)
  }

  @Test(
    "leave out rows that a column says are out of use, or have been since a day that has come",
    arguments: [
      ("Withdrawn", "yes", false), ("Withdrawn", "no", true), ("withdrawn", "", true),
      ("WITHDRAWN", "Withdrawn", false),
      ("Withdrawn", "2025-01-31", false), ("Withdrawn on", "31/01/2025", false), ("withdrawn", "2026-06-01", false),
      ("withdrawn", "2026-06-02", true), ("Date withdrawn", "03/02/2025", false), ("End date", "03/02/2027", true),
      ("Out of use", "Y", false), ("Out of use", "N", true), ("Retired", "x", false),
      ("Retired on", "2020-01-01", false),
      ("Inactive", "true", false), ("Status", "Withdrawn", false), ("Status", "Superseded", false),
      ("Status", "Live", true), ("Active", "no", false), ("In use", "retired", false),
    ]) func outOfUse(_ column: String, _ value: String, _ isInUse: Bool) throws
  {
    let found = try RoleSkillImport(
      .bytes(Array("role,skill,level,\(column)\na,letters,alone,\(value)\n".utf8)), file: "roles.csv",
      framework: SmallFramework.framework, on: try Council.day("2026-06-01"))
    #expect(found.taken == (isInUse ? 1 : 0))
    #expect(found.report.list.map(\.code) == (isInUse ? [] : [.refusedRow]), "\(found.report.list)")
    if let problem = found.report.list.first {
      #expect(problem.message.contains("out of use") && problem.location?.column == 4)
    }
  }

  @Test("say what does not tell whether a row is in use", arguments: ["perhaps", "01/06/2026x", "05/06/2026"])
  func unclear(_ value: String) throws {
    let found = try RoleSkillImport(
      .bytes(Array("role,skill,level,withdrawn\na,letters,alone,\(value)\n".utf8)), file: "roles.csv",
      framework: SmallFramework.framework, on: try Council.day("2026-06-01"))
    let problem = try #require(found.report.list.first)
    #expect(problem.message.contains("“\(value)” does not tell whether the row is in use"))
    #expect(problem.location == SourceLocation(file: "roles.csv", line: 2, column: 4) && found.taken == 0)
    // Without a day of its own a file's rows with a day of withdrawal are out of use.
    #expect(try read("role,skill,level,withdrawn\na,letters,alone,2149-01-01\n").taken == 0)
  }

  @Test("keep the higher of two levels, whichever comes first") func higher() throws {
    for rows in ["a,letters,with-help\na,letters,alone\n", "a,letters,alone\na,letters,with-help\n"] {
      #expect(try read("role,skill,level\n" + rows).roles.first?.competences == ["letters": .level("alone")])
    }
  }

  @Test("give roles that only look alike different ids") func ids() throws {
    let found = try read("role,skill,level\nPost/room,letters,alone\nPost room,letters,alone\nstaff!,letters,alone\n")
    #expect(found.roles.map(\.id) == ["post-room", "post-room-2", "staff-2"])
  }

  @Test("are one role by the id and by the name that the framework knows it by") func known() throws {
    let found = try read("role,skill,level\nstaff,letters,alone\nAll staff,passwords,1\n")
    #expect(found.roles.map(\.id) == ["staff"] && found.roles.first?.competences.count == 2)
    #expect(found.report.list.map(\.code) == [.knownRole])
  }

  @Test("are written as a document that is read again") func document() throws {
    let found = try read("role,skill,level\nPost room,letters,alone\nClerk,passwords,1\n")
    let whole = SmallFramework.yaml.split(separator: "\n")
    let start = try #require(whole.firstIndex(of: "  roles:"))
    let end = try #require(whole.firstIndex(of: "  learning:"))
    let lines =
      whole[..<start] + ["  roles: {include: roles.json}"] + whole[end...].prefix { $0 != "  questionnaires:" }
    let assessment = try SmallFramework.vocabulary.readAssessment(
      from: MemorySource([
        "assessment.yaml": Array(lines.joined(separator: "\n").utf8), "roles.json": found.json.bytes,
      ]))
    #expect(assessment.section(SkillsFramework.self)?.roles == found.roles)
  }
}
