import Foundation
import MaturityTables
import Testing

@Suite("Byte source")
struct ByteSourceTests {
  private static func errorCode(ofFile path: String) -> TableError? {
    var reader = CSVReader(.file(path))
    return Reading(&reader).error
  }

  @Test("reads a file of several blocks as it reads the same bytes in memory")
  func file() throws {
    let folder = FileManager.default.temporaryDirectory
    let url = folder.appendingPathComponent("tables-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    var text = "id,\"a, b\"\r\n"
    for row in 0..<150_000 { text += "\(row),\"x \"\"\(row % 7)\"\"\"\r\n" }
    try Data(text.utf8).write(to: url)

    var reader = CSVReader(.file(url.path))
    let reading = Reading(&reader)
    #expect(reading.error == nil)
    #expect(reading.rows.count == 150_001)
    #expect(reading == Reading(text))
  }

  @Test("an empty file has no block")
  func emptyFile() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data().write(to: url)
    var reader = CSVReader(.file(url.path))
    #expect(try reader.next() == nil)
  }

  @Test(
    "a file that does not exist is not found", arguments: ["", "/no/such/folder/answers.csv", "/dev/null/x", "/\u{0}"])
  func missing(path: String) throws {
    let error = try #require(Self.errorCode(ofFile: path))
    #expect(error.code == .notFound)
    #expect(error.message.contains("“\(path)”"))
  }

  @Test("a folder is unreadable, and the message says why")
  func folder() throws {
    let error = try #require(Self.errorCode(ofFile: "/"))
    #expect(error.code == .unreadable)
    #expect(error.message == "“/” cannot be read: it is a folder.")
  }

  @Test("the end of a device is the end of the table")
  func device() throws {
    var reader = CSVReader(.file("/dev/null"))
    #expect(try reader.next() == nil)
  }

  /// The links in this folder say which files the process has open; not every system has it.
  private static let openFiles = "/proc/self/fd"

  private static func isOpen(_ path: String) throws -> Bool {
    let manager = FileManager.default
    let files = try manager.contentsOfDirectory(atPath: openFiles)
    return files.contains { (try? manager.destinationOfSymbolicLink(atPath: "\(openFiles)/\($0)")) == path }
  }

  @Test(
    "the file is open while its reader lives, and no longer",
    .enabled(if: FileManager.default.fileExists(atPath: openFiles)))
  func closes() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data("a\nb\n".utf8).write(to: url)
    let path = url.resolvingSymlinksInPath().path
    func readFirst() throws {
      var reader = CSVReader(.file(path))
      #expect(try !Self.isOpen(path))
      #expect(try reader.next(rows: 1)?.count == 1)
      #expect(try Self.isOpen(path))
    }
    try readFirst()
    #expect(try !Self.isOpen(path))
  }
}
