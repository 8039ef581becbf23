import Foundation
import Testing

@Suite("maturity code") struct CodeTests {
  private static let customers = CommandLineRun.root
    .appendingPathComponent("Examples/data/customer-engagement/customers-synthetic.csv").path
  private static let coding = CommandLineRun.root
    .appendingPathComponent("Assessments/customer-engagement/coding.csv").path

  /// The rows of a small CSV text without quoted line ends.
  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test("from comments to a sheet, by hand to shares with their base")
  func sheetAndCount() throws {
    let folder = try TemporaryFolder()
    let sheet = folder.url.appendingPathComponent("coded.csv").path
    let first = try CommandLineRun("code", Self.customers, "--coding", Self.coding, "--output", sheet)
    #expect(first.status == 0, "\(first.errors)")
    let permissions = try FileManager.default.attributesOfItem(atPath: sheet)[.posixPermissions] as? Int
    #expect(permissions == 0o600, "comments can say who somebody is")
    let rows = Self.lines(try String(contentsOfFile: sheet, encoding: .utf8))
    #expect(rows.first == "respondent,comment,suggested,because,also,code")
    let said = Self.lines(try String(contentsOfFile: Self.customers, encoding: .utf8)).dropFirst()
      .count { !$0.hasSuffix(",") }
    #expect(rows.count == said + 1)

    // Somebody decides that every comment gives another reason.
    let checked = [rows[0]] + rows.dropFirst().map { $0 + "other" }
    let file = try folder.write(checked.joined(separator: "\r\n"), to: "checked.csv")
    let count = try CommandLineRun("code", file, "--coding", Self.coding, "--count")
    #expect(count.status == 0, "\(count.errors)")
    #expect(count.output.contains("\(said) comments, of which \(said) give a reason."))
    #expect(count.output.contains("A person has checked all of them."))
    let line = try #require(Self.lines(count.output).first { $0.hasPrefix("Another reason") })
    #expect(line.contains(" \(said) ") && line.contains("100\u{A0}%"))
    let json = try CommandLineRun("code", file, "--coding", Self.coding, "--count", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["base"] as? Int == said)
    #expect(object["checked"] as? Int == said)
  }

  @Test("what is wrong in either file is named with its place, and nothing is written")
  func problems() throws {
    let folder = try TemporaryFolder()
    let coding = try folder.write("code,label,words\ntalk,Talk,talk\ntalk,Again,\n", to: "coding.csv")
    let comments = try folder.write("comment,code\nHello,tolk\nAgain,whatever\n", to: "comments.csv")
    let output = folder.url.appendingPathComponent("out.csv").path
    let first = try CommandLineRun("code", comments, "--coding", coding, "--output", output)
    #expect(first.status == 65)
    #expect(first.errors.contains("coding.csv:3:1: error: the code “talk” stands twice"))
    let sound = try folder.write("code,label,words\ntalk,Talk,talk\n", to: "sound.csv")
    let second = try CommandLineRun("code", comments, "--coding", sound, "--output", output)
    #expect(second.status == 65)
    #expect(second.errors.contains("comments.csv:2:2: error: there is no code “tolk”; did you mean “talk”?"))
    #expect(second.errors.contains("comments.csv:3:2:"))
    #expect(!FileManager.default.fileExists(atPath: output))
    #expect(try CommandLineRun("code", "nowhere.csv", "--coding", sound).status == 66)
    #expect(try CommandLineRun("code", comments).status == 64)
  }
}
