import Testing

@testable import MaturityTables

@Suite("UTF-8 validity")
struct UTF8ValidityTests {
  /// The standard library's own judgement is the reference.
  private static func agrees(_ bytes: [UInt8]) -> Bool {
    bytes.span.isValidUTF8 == (String(validating: bytes, as: UTF8.self) != nil)
  }

  @Test("agrees with the standard library on every pair of bytes")
  func pairs() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max where !Self.agrees([first, second]) {
        Issue.record("\(first), \(second)")
      }
    }
  }

  @Test("agrees with the standard library on sequences near the edges", arguments: 0x80...UInt8.max)
  func sequences(lead: UInt8) {
    let edges: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xE2, 0xFF]
    for second in edges {
      for third in edges {
        #expect(Self.agrees([lead, second, third]))
        for fourth in edges { #expect(Self.agrees([lead, second, third, fourth])) }
      }
    }
  }

  @Test("every scalar is valid, and cut short it is not")
  func scalars() {
    for value in stride(from: UInt32(0x80), through: 0x10FFFF, by: 0x3D) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      if !bytes.span.isValidUTF8 || bytes.dropLast().isEmpty || Array(bytes.dropLast()).span.isValidUTF8 {
        Issue.record("\(value)")
      }
    }
  }
}
