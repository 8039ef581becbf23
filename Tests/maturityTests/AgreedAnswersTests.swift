import Foundation
import Testing

@Suite("answers that a group agrees") struct AgreedAnswersCommandTests {
  private static let rows =
    "respondent,session,present,leadership-now\nm1,members-session,five-to-nine,most-teams\n"
    + "m2,members-session,five-to-nine,some-teams\n"

  private func run(_ command: String, _ text: String, _ more: String...) throws -> CommandLineRun {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "members.csv")
    let arguments =
      switch command {
      case "session": ["session", folder.url.path, "--questionnaire", "members", "--quiet"]
      case "import": ["import", "digital-first", file, "--questionnaire", "members", "--quiet"]
      default: [command, "digital-first", "--questionnaire", "members", "--responses", file, "--quiet"]
      }
    let area = command == "explain" ? ["--area", "leadership"] : []
    return try CommandLineRun(arguments: arguments + area + more)
  }

  @Test("rows of single people are not taken for agreed ones", arguments: ["score", "explain", "session", "import"])
  func several(_ command: String) throws {
    let run = try run(command, Self.rows)
    #expect(run.status == 65)
    #expect(run.errors.contains("“members” has one row a session, and “members-session” has 2: single people's"))
    #expect(run.errors.contains("add --accept-agreed"))
    #expect(!run.output.contains("most-teams") && !run.output.contains("Leadership"))
    let accepted = try self.run(command, Self.rows, "--accept-agreed")
    #expect(accepted.status == 0)
    #expect(accepted.errors.contains("warning: “members” has one row a session"))
  }

  @Test(
    "one row a session is scored; that it does not say how many took part is told", arguments: ["score", "session"])
  func one(_ command: String) throws {
    let lines = Self.rows.split(separator: "\n").prefix(2).joined(separator: "\n") + "\n"
    let run = try run(command, lines)
    #expect(run.status == 0 && !run.errors.contains("several-agreed"))
    let silent = try self.run(command, lines.replacingOccurrences(of: "five-to-nine", with: ""))
    #expect(silent.status == 0)
    #expect(silent.errors.contains("warning: 1 row does not say how many took part: fill in “present”"))
  }
}
