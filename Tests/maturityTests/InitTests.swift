import Foundation
import Testing

@Suite("maturity init") struct InitTests {
  @Test("what is begun is checked without a word, scored, and never replaced")
  func begin() throws {
    let folder = try TemporaryFolder()
    let run = try CommandLineRun("init", "Our Council 2027", in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("maturity check 'Our Council 2027'\n"), "\(run.errors)")
    let check = try CommandLineRun("check", "Our Council 2027", in: folder.url)
    #expect(check.status == 0, "\(check.errors)")
    #expect(!check.errors.contains("warning") && !check.output.contains("warning"))
    #expect(try CommandLineRun("show", "Our Council 2027", in: folder.url).output.contains("our-council-2027"))
    let simulate = try CommandLineRun(
      "simulate", "Our Council 2027", "--questionnaire", "staff", "--people", "30", "--seed", "1", "--output", "a.csv",
      in: folder.url)
    #expect(simulate.status == 0, "\(simulate.errors)")
    let score = try CommandLineRun(
      "score", "Our Council 2027", "--questionnaire", "staff", "--responses", "a.csv", in: folder.url)
    #expect(score.status == 0 && score.output.contains("Support for staff"))
    let again = try CommandLineRun("init", "Our Council 2027", in: folder.url)
    #expect(again.status == 73 && again.errors.contains("exists already"))
  }

  @Test("every file names a schema that lies beside it")
  func schemas() throws {
    let folder = try TemporaryFolder()
    #expect(try CommandLineRun("init", "new", in: folder.url).status == 0)
    let root = folder.url.appendingPathComponent("new")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "yaml" {
      let first = try String(contentsOf: file, encoding: .utf8).prefix { $0 != "\n" }
      let path = try #require(first.split(separator: "$schema=").last)
      let schema = file.deletingLastPathComponent().appendingPathComponent(String(path))
      #expect(FileManager.default.fileExists(atPath: schema.path), "\(file.lastPathComponent): \(path)")
      count += 1
    }
    #expect(count == 4)
    let schema = try Data(contentsOf: root.appendingPathComponent("schema/questionnaire.schema.json"))
    let own = CommandLineRun.root.appendingPathComponent("Assessments/schema/questionnaire.schema.json")
    #expect(schema == (try Data(contentsOf: own)))
  }

  @Test("a starter is copied with schemas that its files name, has its digest, and is never replaced")
  func copies() throws {
    let folder = try TemporaryFolder()
    let run = try CommandLineRun("init", "council", "--from", "digital-first", in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let check = try CommandLineRun("check", "council", in: folder.url)
    #expect(check.status == 0 && !check.output.contains("warning"), "\(check.errors)")
    let root = folder.url.appendingPathComponent("council")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "yaml" {
      let first = try String(contentsOf: file, encoding: .utf8).prefix { $0 != "\n" }
      let path = try #require(first.split(separator: "$schema=").last)
      let schema = file.deletingLastPathComponent().appendingPathComponent(String(path))
      #expect(FileManager.default.fileExists(atPath: schema.path), "\(file.path): \(path)")
      count += 1
    }
    #expect(count == 10)
    let shown = try ["council", "digital-first"].map { try CommandLineRun("show", $0, in: folder.url).output }
    #expect(shown[0] == shown[1] && shown[0].contains("digital-first 1.0.0, content "))
    #expect(try CommandLineRun("init", "council", "--from", "digital-first", in: folder.url).status == 73)
    let wrong = try CommandLineRun("init", "other", "--from", "digital-frst", in: folder.url)
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean “digital-first”?"))
  }

  @Test(
    "a name without a letter, or in a folder that is not there, is told", arguments: [("---", 64), ("none/new", 73)])
  func names(name: String, status: Int32) throws {
    let folder = try TemporaryFolder()
    #expect(try CommandLineRun("init", "--", name, in: folder.url).status == status)
  }
}
