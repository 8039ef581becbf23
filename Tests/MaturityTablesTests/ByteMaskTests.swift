import Testing

@testable import MaturityTables

@Suite("Byte mask")
struct ByteMaskTests {
  @Test("has a bit for each byte that is wanted, wherever they start", arguments: 0..<4)
  func masks(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Those at the limits of what is asked, and what they are as signed numbers.
    let some: [UInt8] = [0x2C, 0x2B, 0x2D, 0x22, 0x0D, 0x0E, 0x0A, 0x00, 0x7F, 0x80, 0x8D, 0xA2, 0xAC, 0xFF]
    for _ in 0..<500 {
      let bytes = (0..<100).map { _ in some[Int.random(in: 0..<some.count, using: &generator)] }
      let place = Int.random(in: 0...36, using: &generator)
      #expect(ByteMask.of(0x2C, bytes.span, at: place) == mask { bytes[place + $0] == 0x2C })
      #expect(ByteMask.of(0xAC, bytes.span, at: place) == mask { bytes[place + $0] == 0xAC })
      #expect(
        ByteMask.ofOdd(below: 14, or: 0x22, bytes.span, at: place)
          == mask { bytes[place + $0] < 14 || bytes[place + $0] > 127 || bytes[place + $0] == 0x22 })
    }
  }

  private func mask(_ isSet: (Int) -> Bool) -> UInt64 { (0..<64).reduce(0) { isSet($1) ? $0 | 1 << UInt64($1) : $0 } }

  @Test("bytes beyond the end are never looked at")
  func end() async {
    await #expect(processExitsWith: .failure) { _ = ByteMask.of(0, [UInt8](repeating: 0, count: 70).span, at: 7) }
  }
}
