import DigitalMaturity
import Foundation
import MaturityYAML
import Testing

/// A folder that is removed when the test ends.
private final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("folder-source-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: url.appendingPathComponent(path).path, withDestinationPath: target)
  }
}

@Suite struct FolderSourceTests {
  private func problem(_ folder: String, _ path: String, limit: Int = 1_000) -> String {
    do throws(DocumentError) {
      let bytes = try FolderSource(path: folder).bytes(at: path, limit: limit)
      return "read \(bytes.count)"
    } catch {
      return error.description
    }
  }

  @Test func readsFilesOfTheFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("a: 1", to: "assessment.yaml")
    try folder.write("", to: "parts/empty.yaml")
    let source = FolderSource(path: folder.url.path)
    #expect(try source.bytes(at: "assessment.yaml", limit: 4) == Array("a: 1".utf8))
    #expect(try source.bytes(at: "parts/empty.yaml", limit: 0) == [])
    #expect(try FolderSource(path: folder.url.path + "/").bytes(at: "assessment.yaml", limit: 4).count == 4)
  }

  @Test func includesResolveOnDisk() throws {
    let folder = try TemporaryFolder()
    try folder.write("areas: {include: parts/areas.yaml}", to: "assessment.yaml")
    try folder.write("- {include: ../one.json}", to: "parts/areas.yaml")
    try folder.write("{\"id\": \"leadership\"}", to: "one.json")
    let loader = DocumentLoader(source: FolderSource(path: folder.url.path), formats: [.yaml, .json])
    let root = try loader.load("assessment.yaml").root
    #expect(root.member("areas")?.elements.map { $0.member("id")?.text } == ["leadership"])
  }

  @Test func linksInsideTheFolderAreFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("a: 1", to: "real/a.yaml")
    try folder.link("file.yaml", to: "real/a.yaml")
    try folder.link("other", to: "real")
    #expect(problem(folder.url.path, "file.yaml") == "read 4")
    #expect(problem(folder.url.path, "other/a.yaml") == "read 4")
  }

  @Test func theFolderMayBeALink() throws {
    let folder = try TemporaryFolder()
    try folder.write("a: 1", to: "real/a.yaml")
    try folder.link("assessment", to: "real")
    #expect(problem(folder.url.appendingPathComponent("assessment").path, "a.yaml") == "read 4")
  }

  @Test func linksThatLeaveTheFolderAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "outside/secret.yaml")
    // A neighbour whose name begins with the folder's own.
    try folder.write("secret", to: "inside-not/secret.yaml")
    try folder.write("a: 1", to: "inside/a.yaml")
    try folder.link("inside/file.yaml", to: "../outside/secret.yaml")
    try folder.link("inside/folder", to: folder.url.appendingPathComponent("outside").path)
    try folder.link("inside/neighbour", to: "../inside-not")
    for path in ["file.yaml", "folder/secret.yaml", "neighbour/secret.yaml"] {
      #expect(
        problem(folder.url.appendingPathComponent("inside").path, path)
          == "error: “\(path)” leads out of the assessment's folder through a link; put the file itself into the folder "
          + "[include]")
    }
  }

  @Test(arguments: ["../a.yaml", "/etc/passwd", "", "a/../../b", "a\0b"])
  func pathsThatLeaveTheFolderAreRefused(_ path: String) throws {
    let folder = try TemporaryFolder()
    #expect(problem(folder.url.path, path).hasSuffix("leaves the assessment's folder; name a file inside it [include]"))
  }

  @Test func missingFilesComeWithTheNearestName() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "parts/employees.yaml")
    try folder.write("", to: "parts/.hidden")
    #expect(
      problem(folder.url.path, "parts/employes.yaml")
        == "error: there is no file “parts/employes.yaml”; did you mean “parts/employees.yaml”? [unreadable-file]")
    #expect(
      problem(folder.url.path, "parts/zzz")
        == "error: there is no file “parts/zzz”; known here: parts/employees.yaml [unreadable-file]")
    #expect(problem(folder.url.path, "none/zzz") == "error: there is no file “none/zzz” [unreadable-file]")
    #expect(problem(folder.url.path, "parts/employees.yaml/x").hasPrefix("error: there is no file"))
  }

  @Test func foldersDevicesAndPipesAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "parts/a.yaml")
    #expect(problem(folder.url.path, "parts") == "error: “parts” is a folder; name a file in it [unreadable-file]")
    #expect(
      problem("/dev", "null")
        == "error: “null” is a device or a pipe; an ordinary file belongs here [unreadable-file]")
    let pipe = folder.url.appendingPathComponent("pipe.yaml").path
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    #expect(
      problem(folder.url.path, "pipe.yaml")
        == "error: “pipe.yaml” is a device or a pipe; an ordinary file belongs here [unreadable-file]")
  }

  @Test func largeFilesAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("12345", to: "a.yaml")
    #expect(problem(folder.url.path, "a.yaml", limit: 5) == "read 5")
    #expect(
      problem(folder.url.path, "a.yaml", limit: 4)
        == "error: “a.yaml” has 5 bytes; at most 4 are read: make it smaller [limit]")
  }

  @Test func circlesOfLinksAndMissingFoldersAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.link("one", to: "two")
    try folder.link("two", to: "one")
    #expect(
      problem(folder.url.path, "one") == "error: “one” cannot be read: its links go in a circle [unreadable-file]")
    #expect(
      problem("/no-such-folder", "a.yaml")
        == "error: the folder “/no-such-folder” cannot be read: it does not exist [unreadable-file]")
  }
}
