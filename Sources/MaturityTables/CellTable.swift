/// What the common cells of a column mean, found by look-up: one byte, or a spelling of up to 16 bytes as the column has
/// it. What is not found here needs a closer look.
package struct CellTable: Sendable, Hashable {
  /// A cell whose meaning is not known here.
  package static let unknown: UInt16 = .max
  /// The bytes of the longest spelling that is found here.
  package static let longestSpelling = 16

  /// A spelling in two words: the first eight bytes and the last eight, or all of them and 0.
  private struct Slot: Sendable, Hashable {
    var first: UInt64
    var second: UInt64
    /// The bytes; 0 in a slot without a spelling.
    var count: UInt32
    var code: UInt32
  }

  /// The code of each cell of one byte. Bytes that have a meaning to a file's format are unknown.
  let singles: [UInt16]
  private let slots: [Slot]

  /// - Parameter spellings: What cells mean, each spelling once; those of more than ``longestSpelling`` bytes are left out.
  package init(_ spellings: [(bytes: [UInt8], code: UInt16)]) {
    var singles = Array(repeating: Self.unknown, count: 256)
    let long = spellings.filter { (2...Self.longestSpelling).contains($0.bytes.count) }
    var size = 8
    while size < long.count * 3 { size *= 2 }
    var slots = Array(repeating: Slot(first: 0, second: 0, count: 0, code: 0), count: size)
    for (bytes, code) in spellings where bytes.count == 1 && Self.isPlain(bytes[0]) { singles[Int(bytes[0])] = code }
    for (bytes, code) in long where !bytes.contains(0) {
      let (first, second) = Self.words(bytes.span, 0, bytes.count)
      var place = Self.place(first, second) & (size - 1)
      while slots[place].count != 0 { place = (place + 1) & (size - 1) }
      slots[place] = Slot(first: first, second: second, count: UInt32(bytes.count), code: UInt32(code))
    }
    self.singles = singles
    self.slots = slots
  }

  /// Whether a byte alone in a cell means itself in every format.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x80 && byte != ASCII.quote && byte != ASCII.comma && byte != UInt8(ascii: "\\")
  }

  /// The code of a cell that is not empty.
  package func code(of bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt16 {
    let count = end - start
    guard count > 1 else { return singles[Int(bytes[start])] }
    guard count <= Self.longestSpelling else { return Self.unknown }
    let slots = slots.span
    let (first, second) = Self.words(bytes, start, count)
    var place = Self.place(first, second) & (slots.count - 1)
    while true {
      let slot = slots[place]
      if slot.count == 0 { return Self.unknown }
      if slot.first == first, slot.second == second, slot.count == UInt32(truncatingIfNeeded: count) {
        return UInt16(truncatingIfNeeded: slot.code)
      }
      place = (place + 1) & (slots.count - 1)
    }
  }

  private static func place(_ first: UInt64, _ second: UInt64) -> Int {
    let mixed = (first ^ (second << 23 | second >> 41)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 40)
  }

  /// A spelling of 2 to 16 bytes in two words.
  @inline(__always)
  private static func words(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> (UInt64, UInt64) {
    if count >= 8 {
      return (WordScan.word(bytes, at: start), WordScan.word(bytes, at: start + count - 8))
    }
    if bytes.count - start >= 8 {
      return (WordScan.word(bytes, at: start) & (1 << UInt64(count * 8) &- 1), 0)
    }
    var word: UInt64 = 0
    for offset in 0..<count { word |= UInt64(bytes[start + offset]) << UInt64(offset * 8) }
    return (word, 0)
  }
}
