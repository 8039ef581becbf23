import Testing

@testable import MaturityTables

@Suite("Common cells by look-up")
struct CellTableTests {
  @Test("a table knows its spellings of up to 16 bytes, wherever they stand, and nothing else", arguments: 0..<6)
  func spellings(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("abc1é ".utf8)
    func spelling() -> [UInt8] {
      (0..<Int.random(in: 1...18, using: &generator)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &generator)]
      }
    }
    var codes: [[UInt8]: UInt16] = [:]
    for code in 0..<UInt16.random(in: 1...60, using: &generator) { codes[spelling()] = code }
    let table = CellTable(codes.map { ($0.key, $0.value) })
    for _ in 0..<2_000 {
      let cell = Bool.random(using: &generator) ? codes.keys.randomElement(using: &generator) ?? [] : spelling()
      let before = (0..<Int.random(in: 0...9, using: &generator)).map { _ in UInt8(ascii: "x") }
      let after = (0..<Int.random(in: 0...9, using: &generator)).map { _ in UInt8(ascii: "y") }
      let found = table.code(of: (before + cell + after).span, before.count, before.count + cell.count)
      // A blank and a byte that is no whole character mean nothing alone.
      let isKnown = cell.count > 1 ? cell.count <= 16 : cell[0] > 0x20 && cell[0] < 0x80
      #expect(found == (isKnown ? codes[cell] : nil) ?? CellTable.unknown, "\(cell)")
    }
  }

  @Test("bytes that form a file have no meaning alone", arguments: Array("\",\\\n\r\t \0".utf8) + [0x80, 0xFF])
  func formats(byte: UInt8) {
    #expect(CellTable([([byte], 1)]).code(of: [byte].span, 0, 1) == CellTable.unknown)
  }
}
