import Foundation
import Testing

@Suite("maturity invite") struct InviteTests {
  private static let headcounts = """
    directorate,headcount
    care,40
    "Children, learning and libraries",25
    streets,9
    homes,18
    growth,30
    central,25

    """

  private func invite(_ more: String..., text: String = Self.headcounts) throws -> CommandLineRun {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "headcounts.csv")
    return try CommandLineRun(arguments: ["invite", file] + more)
  }

  @Test("the table says what is withheld, why, how many more, and what cannot be told")
  func table() throws {
    let run = try invite()
    #expect(run.status == 0 && run.errors == "")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "Whom to invite: How we work today, for employees, in full")
    #expect(lines[1] == "Of 147 invited, 88 are expected to answer (60 %).")
    #expect(lines[2] == "A figure needs 10 people behind it, so 17 of a group are to be invited on average.")
    func line(_ start: String) -> String {
      (lines.first { $0.hasPrefix(start) } ?? "").split(separator: " ").joined(separator: " ")
    }
    #expect(line("Streets and parks").hasSuffix(" 9 5 0 % withheld, too few 8"))
    #expect(line("Homes and").hasSuffix(" 18 10 74 % withheld to protect others"))
    #expect(run.output.contains("\nWhat cannot be told before the day:\nWho comes"))
  }

  @Test(
    "a page is what its ending says",
    arguments: [("html", "<!DOCTYPE html>"), ("md", "# Whom to invite"), ("csv", "directorate,Invited")])
  func pages(ending: String, start: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.headcounts, to: "headcounts.csv")
    let output = folder.url.appendingPathComponent("out.\(ending)")
    let run = try CommandLineRun("invite", file, "--output", output.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try String(contentsOf: output, encoding: .utf8).hasPrefix(start))
    let unknown = try CommandLineRun("invite", file, "--output", "out.pdf", in: folder.url)
    #expect(unknown.status == 64 && unknown.errors.contains("names no format"))
  }

  @Test("JSON has the same")
  func json() throws {
    let run = try invite("--expect", "1", "--sure", "0.9", "--threshold", "9", "--format", "json")
    #expect(run.status == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let groups = try #require(object["groups"] as? [[String: Any]])
    #expect(object["needed"] as? Int == 9 && groups.count == 7)
    #expect(groups.allSatisfy { $0["outlook"] as? String == "shown" && $0["more"] as? Int == 0 })
    #expect(groups[3]["group"] as? [String: String] == ["directorate": "streets"])
    #expect((groups[0]["group"] as? [String: String]) == [:])
  }

  @Test("the sample's headcounts, crossed")
  func sample() throws {
    let file = CommandLineRun.root.appendingPathComponent("Examples/data/headcounts-synthetic.csv").path
    let run = try CommandLineRun("invite", file, "--questionnaire", "employees-short", "--expect", "0.35")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Outlook"))
  }

  @Test("what is wrong is told")
  func wrong() throws {
    #expect(try invite("--expect", "0").status == 64)
    #expect(try invite("--expect", "60").status == 64)
    #expect(try invite("--sure", "1").status == 64)
    #expect(try invite("--threshold", "4").status == 64)
    let agreed = try invite("--questionnaire", "members")
    #expect(agreed.status == 64 && agreed.errors.contains("records what a group agrees"))
    let by = try invite("--by", "role")
    #expect(by.status == 64 && by.errors.contains("no column “role” to break down by"))
    let attribute = try invite(text: "colour,headcount\nred,3\n")
    #expect(attribute.status == 65 && attribute.errors.contains("no column is an attribute"))
    let value = try invite(text: "directorate,headcount\nhomez,many\n")
    #expect(value.status == 65 && value.errors.contains(":2:1:") && value.errors.contains(":2:2:"))
    #expect(try CommandLineRun("invite", "/nowhere.csv").status == 66)
  }
}
