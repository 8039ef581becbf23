@testable import MaturityOffice
import Testing

@Suite("ZIP files")
struct ZipArchiveTests {
  private static func content(_ bytes: [UInt8], _ name: String, chunk: Int = 7) throws -> [UInt8] {
    let archive = try ZipArchive(bytes, limits: .standard)
    let part = try #require(archive.part(named: name))
    var reader = try ZipPartReader(part, of: archive)
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: chunk)
    while case let count = try reader.read(into: &piece), count > 0 { content += piece[..<count] }
    return content
  }

  private static func problem(_ bytes: [UInt8], limits: WorkbookLimits = .standard) -> WorkbookProblem? {
    do throws(WorkbookProblem) {
      let archive = try ZipArchive(bytes, limits: limits)
      guard let part = archive.part(named: "a.txt") else { return nil }
      var reader = try ZipPartReader(part, of: archive)
      var piece = [UInt8](repeating: 0, count: 64)
      while try reader.read(into: &piece) > 0 {}
      return nil
    } catch {
      return error
    }
  }

  private static let text = String(repeating: "Which is closest to today? ", count: 40)

  @Test("reads stored and packed parts, in pieces of any size", arguments: [1, 7, 1080, 1 << 16])
  func parts(chunk: Int) throws {
    for bytes in [
      zip([("a.txt", Self.text), ("folder/B.txt", "b"), ("empty", "")]),
      zip([("a.txt", Self.text), ("folder/B.txt", "b"), ("empty", "")], isPacked: false),
    ] {
      #expect(try Self.content(bytes, "a.txt", chunk: chunk) == Array(Self.text.utf8))
      #expect(try Self.content(bytes, "FOLDER/b.txt", chunk: chunk) == [UInt8(ascii: "b")])
      #expect(try Self.content(bytes, "empty", chunk: chunk).isEmpty)
    }
  }

  @Test("reads parts whose sizes stand after their data, and a comment at the end")
  func descriptors() throws {
    var bytes = storedZip([("a.txt", Array(Self.text.utf8))], flags: 8)
    #expect(try Self.content(bytes, "a.txt") == Array(Self.text.utf8))
    bytes[bytes.count - 2] = 3
    #expect(try Self.content(bytes + Array("PK!".utf8), "a.txt") == Array(Self.text.utf8))
  }

  @Test("a file cut short anywhere is refused")
  func truncated() {
    let bytes = zip([("a.txt", Self.text)])
    for count in 0..<bytes.count {
      let code = Self.problem(Array(bytes[..<count]))?.code
      #expect(code == .damaged || code == .notAWorkbook && count < 4, "\(count)")
    }
  }

  @Test("a byte changed anywhere is refused or changes nothing that is read, and never traps")
  func changed() throws {
    let bytes = zip([("a.txt", Self.text)])
    for index in bytes.indices {
      for bit in 0..<8 {
        var bytes = bytes
        bytes[index] ^= 1 << UInt8(bit)
        if Self.problem(bytes) == nil, try ZipArchive(bytes, limits: .standard).part(named: "a.txt") != nil {
          #expect(try Self.content(bytes, "a.txt") == Array(Self.text.utf8), "byte \(index), bit \(bit)")
        }
      }
    }
  }

  @Test("encrypted parts are refused")
  func encrypted() {
    #expect(Self.problem(storedZip([("a.txt", [1, 2, 3])], flags: 1))?.code == .encrypted)
  }

  @Test("names that lead out, and names that stand twice, are refused", arguments: ["../a", "/a", "a\\b", "x/../../a"])
  func names(name: String) {
    #expect(Self.problem(zip([(name, "")]))?.code == .damaged)
    #expect(Self.problem(zip([("b", "1"), ("B", "2")]))?.code == .damaged)
  }

  @Test("the 64-bit kind and unknown ways of packing are refused")
  func unsupported() throws {
    let bytes = zip([("a.txt", Self.text)])
    let directory = try #require(bytes.littleEndian32(at: bytes.count - 6))
    var large = bytes
    large.replaceSubrange(directory + 24..<directory + 28, with: [255, 255, 255, 255])
    #expect(Self.problem(large)?.code == .unsupported)
    var count = bytes
    count.replaceSubrange(bytes.count - 12..<bytes.count - 10, with: [255, 255])
    #expect(Self.problem(count)?.code == .unsupported)
    var method = bytes
    method[directory + 10] = 14
    #expect(Self.problem(method)?.code == .unsupported)
  }

  @Test("limits: parts, bytes of a part and of all, and how much larger than packed")
  func limits() {
    let zeros = String(repeating: "\0", count: 4 << 20)
    var limits = WorkbookLimits.standard
    #expect(Self.problem(zip([("b", zeros)]))?.code == .limit)
    limits.ratio = 2000
    #expect(Self.problem(zip([("b", zeros)]), limits: limits) == nil)
    limits.bytesPerPart = 1 << 20
    #expect(Self.problem(zip([("b", zeros)]), limits: limits)?.code == .limit)
    limits.bytesPerPart = 5 << 20
    limits.bytesInAll = 7 << 20
    #expect(Self.problem(zip([("b", zeros)]), limits: limits) == nil)
    #expect(Self.problem(zip([("b", zeros), ("c", zeros)]), limits: limits)?.code == .limit)
    limits.parts = 2
    #expect(Self.problem(zip([("1", ""), ("2", "")]), limits: limits) == nil)
    #expect(Self.problem(zip([("1", ""), ("2", ""), ("3", "")]), limits: limits)?.code == .limit)
  }

  @Test("a part that unpacks to more than it declares is stopped there")
  func lies() throws {
    var bytes = zip([("a.txt", String(repeating: "\0", count: 4 << 20))])
    let directory = try #require(bytes.littleEndian32(at: bytes.count - 6))
    bytes.replaceSubrange(directory + 24..<directory + 28, with: [100, 0, 0, 0])
    let problem = try #require(Self.problem(bytes))
    #expect(problem.code == .damaged)
    #expect(problem.message.contains("larger"))
  }

  @Test("the same parts give the same bytes")
  func deterministic() {
    #expect(zip([("a.txt", Self.text), ("b", "b")]) == zip([("a.txt", Self.text), ("b", "b")]))
  }

  @Test("the checksum is that of the standard")
  func checksums() {
    var crc = CRC32()
    crc.update(Array("123456789".utf8).span)
    // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    #expect(crc.value == 0xCBF4_3926)
    #expect(checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }
}
