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

  @Test("looking ahead takes nothing away, from files, pipes and memory")
  func peek() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data("a,b\nc,d\n".utf8).write(to: url)
    for most in [1, 4, 100] {
      let pipe = Pipe()
      try pipe.fileHandleForWriting.write(contentsOf: Data("a,b\nc,d\n".utf8))
      try pipe.fileHandleForWriting.close()
      var file = ByteSource.file(url.path)
      #expect(try file.peek(most) == Array("a,b\nc,d\n".utf8.prefix(most)))
      let canBeReadAgain = file.again() != nil
      #expect(canBeReadAgain)
      var reader = CSVReader(file)
      #expect(Reading(&reader).text == [["a", "b"], ["c", "d"]])
      var piped = ByteSource.file("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
      #expect(try piped.peek(most) == Array("a,b\nc,d\n".utf8.prefix(most)))
      let isReadOnce = piped.again() == nil
      #expect(isReadOnce)
      reader = CSVReader(piped)
      #expect(Reading(&reader).text == [["a", "b"], ["c", "d"]])
      var memory = ByteSource.bytes(Array("a,b\nc,d\n".utf8))
      #expect(try memory.peek(most).count == min(most, 8))
      reader = CSVReader(memory)
      #expect(Reading(&reader).text == [["a", "b"], ["c", "d"]])
    }
    var missing = ByteSource.file("/no/such/file")
    #expect(throws: TableError.self) { _ = try missing.peek(1) }
  }
}
