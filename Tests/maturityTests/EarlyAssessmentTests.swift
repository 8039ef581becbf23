import Foundation
import Testing

@Suite("assessments that are read while arguments are parsed") struct EarlyAssessmentTests {
  private static let more = [
    "--questionnaire", "employees-short", "--responses", CommandLineRun.employees, "--format", "json",
  ]

  /// A copy of a starter.
  private func copy() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: CommandLineRun.root.appendingPathComponent("Assessments/digital-first"),
      to: folder.url.appendingPathComponent("own"))
    return folder
  }

  private func change(_ file: String, of folder: TemporaryFolder, _ change: (String) -> String) throws {
    let url = folder.url.appendingPathComponent("own/\(file)")
    try Data(change(String(decoding: try Data(contentsOf: url), as: UTF8.self)).utf8).write(to: url)
  }

  @Test("they are scored as when they are named after an option, and so are read later", arguments: [true, false])
  func same(isFolder: Bool) throws {
    let folder = try copy()
    let name = isFolder ? folder.url.appendingPathComponent("own").path : "digital-first"
    let early = try CommandLineRun(arguments: ["score", name, "--quiet"] + Self.more)
    let late = try CommandLineRun(arguments: ["score", "--quiet", name] + Self.more)
    #expect(early.status == 0)
    #expect(early.output == late.output)
    #expect(early.errors == late.errors)
  }

  @Test("the problems of all files are told, in their order")
  func problems() throws {
    let folder = try copy()
    try change("areas.yaml", of: folder) { $0 + "  name: Again\n" }
    try change("actions.yaml", of: folder) { $0 + "  effort: 1\n  effort: 2\n  owner: nobody\n" }
    try change("questionnaires/members.yaml", of: folder) { $0 + "title: Once more\n" }
    try change("skills.yaml", of: folder) { $0 + "\n  - \"" }
    let own = folder.url.appendingPathComponent("own").path
    let score = try CommandLineRun(arguments: ["score", own] + Self.more)
    let check = try CommandLineRun(arguments: ["check", own])
    #expect(score.status == 65)
    #expect(score.errors == check.errors)
    for file in ["areas", "actions", "questionnaires/members", "skills"] {
      #expect(score.errors.contains("\(file).yaml:"))
    }
  }

  @Test("what is not there is told once, and no reading keeps help from being shown")
  func others() throws {
    let missing = try CommandLineRun(arguments: ["score", "digital-frist"] + Self.more)
    #expect(missing.status == 66)
    #expect(missing.errors.split(separator: "\n").count == 1)
    #expect(try CommandLineRun(arguments: ["score", "digital-first", "--help"]).output.hasPrefix("OVERVIEW: "))
  }
}
