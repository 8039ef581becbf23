import Foundation
import Testing

@Suite("maturity pseudonymise") struct PseudonymiseTests {
  private let folder: TemporaryFolder
  private let safe: URL

  init() throws {
    folder = try TemporaryFolder()
    safe = folder.url.appendingPathComponent("safe")
    try FileManager.default.createDirectory(at: safe, withIntermediateDirectories: true)
    try folder.write("respondent,mail,led\nAnn,ann@x,b\nBob,bob@x,dont-know\nann,,c\n", to: "names.csv")
  }

  private func run(_ arguments: String..., input: String? = nil) throws -> CommandLineRun {
    try CommandLineRun(arguments: ["pseudonymise"] + arguments, input: input, in: folder.url)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  private func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.url.appendingPathComponent(name).path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }

  @Test("names become codes, the key is its owner's alone, and the next assessment has the same codes")
  func codes() throws {
    let first = try run("names.csv", "--key", "safe/key.csv", "--drop", "mail", "--sort", "--output", "out.csv")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.contains("names.csv: 3 rows, 2 new codes, 0 known before; the key is in “safe/key.csv”"))
    #expect(try mode("safe/key.csv") == 0o600)
    let key = try text("safe/key.csv").split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
    let codes = Dictionary(uniqueKeysWithValues: key.map { ($0[1], $0[0]) })
    let (ann, bob) = (try #require(codes["Ann"]), try #require(codes["Bob"]))
    let out = try text("out.csv")
    #expect(out.hasPrefix("respondent,led\r\n"))
    #expect(!out.contains("Ann") && !out.contains("ann") && !out.contains("@"))
    let rows = out.split(separator: "\r\n").dropFirst().map(String.init)
    #expect(
      rows
        == (ann < bob ? ["\(ann),b", "\(ann),c", "\(bob),dont-know"] : ["\(bob),dont-know", "\(ann),b", "\(ann),c"]))

    // A key that others could read is closed again.
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: safe.appendingPathComponent("key.csv").path)
    let second = try run("-", "--key", "safe/key.csv", input: "respondent,led\nBOB,a\nCid,a\n")
    #expect(second.status == 0)
    #expect(second.output.contains("\r\n\(bob),a\r\n"))
    #expect(second.errors.contains("1 new code, 2 known before"))
    #expect(try mode("safe/key.csv") == 0o600)
    #expect(try text("safe/key.csv").contains("\(ann),Ann\r\n"))
    // With the key destroyed, codes are new.
    try FileManager.default.removeItem(at: safe.appendingPathComponent("key.csv"))
    _ = try run("names.csv", "--key", "safe/key.csv", "--output", "again.csv")
    #expect(!(try text("again.csv").contains(ann)))
  }

  @Test(
    "the key never lies beside the codes, by whatever path",
    arguments: ["key.csv", "./key.csv", "safe/../key.csv", "link/key.csv"])
  func beside(_ key: String) throws {
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("link"), withDestinationURL: folder.url)
    let run = try run("names.csv", "--key", key, "--output", "out.csv")
    #expect(run.status == 64 && run.errors.contains("the key would lie in the folder of the codes"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["link", "names.csv", "safe"])
  }

  @Test("what is wrong is told, and then neither codes nor key are written")
  func wrong() throws {
    let column = try run("names.csv", "--key", "safe/key.csv", "--column", "respondant", "--output", "out.csv")
    #expect(column.status == 65 && column.errors.contains("names.csv:1:1: error: there is no column “respondant”"))
    #expect(try run("nowhere.csv", "--key", "safe/key.csv").status == 66)
    #expect(try run("a.jsonl", "--key", "safe/key.csv").status == 65)
    #expect(try FileManager.default.contentsOfDirectory(atPath: safe.path).isEmpty)
    try folder.write("respondent,led\n", to: "safe/key.csv")
    let key = try run("names.csv", "--key", "safe/key.csv")
    #expect(key.status == 65 && key.errors.contains("this is no key"))
    #expect(key.output == "")
  }
}
