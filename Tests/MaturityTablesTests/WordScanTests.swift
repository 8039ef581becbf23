import Testing

@testable import MaturityTables

@Suite("Word scan")
struct WordScanTests {
  @Test("finds the first of a byte wherever the range starts and ends", arguments: 0..<4)
  func first(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      // Neighbours of the byte sought are what arithmetic on words gets wrong.
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0x2B...0x2D, using: &generator) &+ (Bool.random(using: &generator) ? 0x80 : 0)
      }
      let lower = Int.random(in: 0...bytes.count, using: &generator)
      let range = lower..<Int.random(in: lower...bytes.count, using: &generator)
      for byte in [UInt8(0x2C), 0xAC, 0x00] {
        #expect(WordScan.first(byte, in: bytes.span, range) == bytes[range].firstIndex(of: byte) ?? range.upperBound)
      }
    }
  }

  @Test("marks the zero bytes of a word and no other", arguments: 0..<256)
  func zeroBytes(pattern: Int) {
    for other in [UInt8(0x01), 0x7F, 0x80, 0xFF] {
      var word: UInt64 = 0
      var expected: UInt64 = 0
      for place in 0..<8 {
        if pattern >> place & 1 == 1 {
          expected |= 0x80 << (place * 8)
        } else {
          word |= UInt64(other) << (place * 8)
        }
      }
      #expect(WordScan.zeroBytes(word) == expected)
    }
  }

  @Test("text ends at a mark or at a byte below 14", arguments: 0..<4)
  func textEnd(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 10)
    for _ in 0..<2_000 {
      let some: [UInt8] = [0x2C, 0x2B, 0x2D, 0x0D, 0x0E, 0x0A, 0x00, 0x8D, 0xAC, 0xFF, 0x61, 0x61, 0x61, 0x61, 0x61]
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        some[Int.random(in: 0..<some.count, using: &generator)]
      }
      let start = Int.random(in: 0...bytes.count, using: &generator)
      let found = WordScan.textEnd(bytes.span, from: start, mark: 0x2C)
      let end = bytes[start...].firstIndex { $0 == 0x2C || $0 < 14 } ?? bytes.count
      #expect(found.end == end, "\(bytes[start...])")
      #expect(found.isASCII == bytes[start..<end].allSatisfy { $0 < 0x80 }, "\(bytes[start...])")
    }
  }

  @Test("folded text has no capitals, no blanks and nothing beyond ASCII", arguments: UInt8.min...UInt8.max)
  func isFolded(byte: UInt8) {
    let isFolded = byte > 0x20 && byte < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    for place in 0..<8 {
      for other in [UInt8(ascii: "a"), UInt8(ascii: "@"), UInt8(ascii: "["), 0x21, 0x7F] {
        var bytes = Array(repeating: other, count: 8)
        bytes[place] = byte
        #expect(WordScan.isFolded(WordScan.word(bytes.span, at: 0)) == isFolded, "\(bytes)")
      }
    }
  }
}
