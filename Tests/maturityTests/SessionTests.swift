import Foundation
import Testing

@Suite("maturity session") struct SessionTests {
  /// A folder with the sample workshop, in five files of a session each, and the members.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let lines = try String(contentsOfFile: CommandLineRun.employees, encoding: .utf8)
      .split(whereSeparator: \.isNewline).map(String.init)
    for session in 1...5 {
      let rows = lines.dropFirst().filter { $0.contains(",session-\(session),") }
      try folder.write(([lines[0]] + rows).joined(separator: "\n"), to: "session-\(session).csv")
    }
    let rest = lines.dropFirst().filter { !$0.contains(",session-") }
    if !rest.isEmpty { try folder.write(([lines[0]] + rest).joined(separator: "\n"), to: "paper.csv") }
    try folder.write(try String(contentsOfFile: CommandLineRun.members, encoding: .utf8), to: "members.csv")
    try folder.write(
      "directorate,headcount\ncare,1200\nchildren,800\nstreets,900\nhomes,400\ngrowth,150\ncentral,500\n",
      to: "staff.csv")
    return folder
  }

  private func page(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("every file of a folder is read, counted against headcounts, and two pages are written")
  func session() throws {
    let folder = try folder()
    let run = try CommandLineRun("session", folder.url.path, "--note", "Synthetic")
    #expect(run.status == 0)
    #expect(run.output.contains("employees-short: 104 answered"))
    #expect(run.output.contains("members-individual: 9 answered"))
    #expect(run.output.contains { $0 == "%" })
    #expect(run.output.contains("Which session are you taking part in?"))
    let agenda = try page(folder, "agenda.html")
    #expect(agenda.contains("Where you agree least"))
    #expect(agenda.contains("would have to move for three quarters"))
    // Nine members are fewer than ten.
    #expect(agenda.contains("fewer than 10 people answered"))
    #expect(try page(folder, "wall.html").contains("Thank you. This is what you said"))
    // The pages are replaced when that is wanted.
    #expect(try CommandLineRun("session", folder.url.path).status == 73)
    #expect(try CommandLineRun("session", folder.url.path, "--force").status == 0)
  }

  @Test("nine members who agreed one answer are shown beside staff; nothing about single members is")
  func agreedMembers() throws {
    let folder = try folder()
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("members.csv"))
    let agreed = CommandLineRun.members.replacing("members-individual", with: "members")
    try folder.write(try String(contentsOfFile: agreed, encoding: .utf8), to: "members.csv")
    let run = try CommandLineRun("session", folder.url.path)
    #expect(run.status == 0 && run.output.contains("members: 1 answered"), "\(run.errors)")
    #expect(!run.errors.contains("several-agreed"), "\(run.errors)")
    let agenda = try page(folder, "agenda.html")
    #expect(agenda.contains("We have seen the plan twice this year, with figures.") == false)
    #expect(!agenda.contains("fewer than 10 people answered"))
  }

  @Test("one file of headcounts names the sessions of staff and members, to those who are invited too")
  func headcountsOfAll() throws {
    let folder = try folder()
    let sessions = (1...5).map { "session-\($0),30\n" }.joined()
    let file = try folder.write("session,headcount\n\(sessions)members-session,12\n", to: "staff.csv")
    let run = try CommandLineRun("session", folder.url.path)
    #expect(run.status == 0 && run.output.contains("70 %"), "\(run.errors)")
    let invited = try CommandLineRun("invite", file)
    #expect(invited.status == 0 && invited.output.hasPrefix("Of 150 invited"), "\(invited.errors)")
    // As spreadsheets save it: with semicolons, and in UTF-16.
    let semicolons = "session;headcount\n\(sessions.replacingOccurrences(of: ",", with: ";"))"
    for encoding in [String.Encoding.utf8, .utf16LittleEndian] {
      let data = try #require(("\u{FEFF}" + semicolons).data(using: encoding))
      try data.write(to: folder.url.appendingPathComponent("staff.csv"))
      let run = try CommandLineRun("session", folder.url.path, "--force")
      #expect(run.status == 0 && run.output.contains("70 %"), "\(run.errors)")
      let named = try CommandLineRun("session", folder.url.path, "--headcounts", file, "--force")
      #expect(named.status == 0 && named.output.contains("70 %"), "\(named.errors)")
    }
    try folder.write("session,headcount\n\(sessions)session-9,12\n", to: "staff.csv")
    #expect(try CommandLineRun("session", folder.url.path, "--force").errors.contains("“session-9”"))
  }

  @Test("how many groups agreed an answer is counted: no person stands behind it")
  func agreedAttendance() throws {
    let folder = try TemporaryFolder()
    let file = "members-synthetic.csv"
    try folder.write(
      try String(
        contentsOfFile: CommandLineRun.employees.replacing("employees-synthetic.csv", with: file), encoding: .utf8),
      to: "agreed.csv")
    let run = try CommandLineRun("session", folder.url.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("members: 1 answered"))
    let row = run.output.split(separator: "\n").first { $0.hasPrefix("Five to nine") }
    #expect(row?.hasSuffix(" 1") == true && !run.output.contains("withheld"), "\(run.output)")
  }

  @Test("small counts of who answered are withheld, with another that would give them away, unless asked for")
  func attendance() throws {
    let folder = try folder()
    let run = try CommandLineRun("session", folder.url.path)
    func line(_ text: String, of run: CommandLineRun) -> String? {
      run.output.split(separator: "\n").first { $0.hasPrefix(text) }.map(String.init)
    }
    // Eight, and the fourteen that are next in size.
    #expect(line("Planning and local business", of: run)?.hasSuffix("withheld     150") ?? false)
    #expect(line("Central services", of: run)?.hasSuffix("withheld     500") ?? false)
    #expect(line("Homes and neighbourhoods", of: run)?.contains("16     400    4 %") ?? false)
    #expect(run.output.contains("withheld: fewer than 10 answered"))
    let exact = try CommandLineRun("session", folder.url.path, "--force", "--exact-counts")
    #expect(line("Planning and local business", of: exact)?.contains("8     150    5 %") ?? false)
    #expect(!exact.output.contains("withheld"))
    let low = try CommandLineRun("session", folder.url.path, "--threshold", "4")
    #expect(low.status == 64 && low.errors.contains("--threshold never goes below 5"))
  }

  @Test("what is asked again is round 2, beside round 1")
  func rounds() throws {
    let folder = try folder()
    let rows = (1...12).map { "again\($0),\($0 % 2 == 0 ? "most-teams" : "how-we-work")" }
    try folder.write((["respondent,leadership-now"] + rows).joined(separator: "\n"), to: "session-1 round 2.csv")
    let run = try CommandLineRun(
      "session", folder.url.path, "--questionnaire", "employees-short", "--questionnaire", "members-individual",
      "--output",
      folder.url.path)
    #expect(run.status == 0)
    #expect(try page(folder, "agenda.html").contains("Asked again: what moved"))
    #expect(try page(folder, "wall.html").contains("Round 2"))
  }

  @Test("a file that cannot be read is told, and the others count; an empty folder and a missing one are not")
  func problems() throws {
    let folder = try folder()
    try folder.write("a,b\n1,2\n", to: "other.csv")
    try folder.write("x", to: "notes.docx")
    try Data([0x50, 0x4B, 3, 4, 0, 0]).write(to: folder.url.appendingPathComponent("broken.xlsx"))
    try folder.write("respondent,leadership-now,leadership-1\nq1,most-teams,a\nq2,\"most-teams,a\n", to: "open.csv")
    let run = try CommandLineRun("session", folder.url.path)
    #expect(run.status == 0)
    // Not even the rows before its place count.
    #expect(run.errors.contains("open.csv:3:2: error:"))
    #expect(run.output.contains("employees-short: 104 answered"))
    #expect(run.errors.contains("other.csv:1:1: error:"))
    #expect(run.errors.contains("broken.xlsx:1:1: error:"))
    #expect(run.errors.contains("notes.docx: left out"))
    #expect(try CommandLineRun("session", folder.url.path, "--strict", "--force").status == 65)
    #expect(try CommandLineRun("session", folder.url.path + "/none").status == 66)
    #expect(try CommandLineRun("session", TemporaryFolder().url.path).status == 66)
  }
}
