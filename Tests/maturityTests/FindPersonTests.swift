import Foundation
import Testing

@Suite("maturity find-person") struct FindPersonTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("respondent,led,why\nkd4t,b,\nx2,c,kd4t told me\n", to: "a.csv")
    try folder.write("{\"respondent\": \"x2\"}\n{\"respondent\": \"KD4T\"}\n", to: "b.jsonl")
    try folder.write("respondent,led\nx2,b\n", to: "c.csv")
    try folder.write("code,name\nkd4t,Ann\nx2,Bob\n", to: "safe/key.csv")
  }

  private func find(_ more: String...) throws -> CommandLineRun {
    try CommandLineRun(arguments: ["find-person", "a.csv", "b.jsonl", "c.csv"] + more, in: folder.url)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("a code, and a name by way of the key, lead to files and rows")
  func find() throws {
    let run = try find("--respondent", "kd4t")
    #expect(run.status == 0)
    #expect(run.output == "a.csv:2: in column “respondent”\nb.jsonl:2: in column “respondent”\n")
    #expect(run.errors == "“kd4t”: 2 rows in 2 of 3 files\n")
    let name = try find("--respondent", "ann", "--key", "safe/key.csv", "--mentions")
    #expect(name.output.contains("a.csv:3: mentioned in column “why”\n"))
    #expect(name.errors == "“ann” or “kd4t”: 3 rows in 2 of 3 files\n")
    let nobody = try find("--respondent", "ann")
    #expect(nobody.status == 0 && nobody.output == "" && nobody.errors == "“ann”: 0 rows in 0 of 3 files\n")
  }

  @Test("rows are taken out, and then the person is not found")
  func remove() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.url.appendingPathComponent("a.csv").path)
    let run = try find("--respondent", "kd4t", "--remove")
    #expect(run.status == 0)
    #expect(run.errors.hasSuffix("a.csv: 1 row taken out\nb.jsonl: 1 row taken out\n"))
    #expect(try text("a.csv") == "respondent,led,why\nx2,c,kd4t told me\n")
    #expect(try text("b.jsonl") == "{\"respondent\": \"x2\"}\n")
    #expect(try text("c.csv") == "respondent,led\nx2,b\n")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.url.appendingPathComponent("a.csv").path)[
      .posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
    #expect(try find("--respondent", "kd4t").output == "")
  }

  @Test("a file that cannot be read is told, and then nothing is taken out")
  func wrong() throws {
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("c.csv"))
    let run = try find("--respondent", "kd4t", "--remove")
    #expect(run.status == 66 && run.output.contains("a.csv:2:"))
    #expect(try text("a.csv").contains("kd4t,b"))
    #expect(try find("--respondent", " ").status == 64)
    #expect(try CommandLineRun("find-person", "-", "--respondent", "x").status == 64)
    // UTF-16, in which a line is no row of bytes.
    var wide = Data([0xFF, 0xFE])
    for unit in "respondent\nkd4t\n".utf16 { wide.append(contentsOf: [UInt8(unit & 255), UInt8(unit >> 8)]) }
    try wide.write(to: folder.url.appendingPathComponent("c.csv"))
    let coded = try CommandLineRun("find-person", "c.csv", "--respondent", "kd4t", "--remove", in: folder.url)
    #expect(coded.output == "c.csv:2: in column “respondent”\n")
    #expect(coded.status == 65 && coded.errors.contains("CSV in UTF-8"))
  }
}
