/// A cell of at most 23 bytes with the comma or line end after it, and what it says: compared by three words, whatever its
/// length.
struct ShortCell: Sendable {
  /// The bytes that are compared, which must all be there.
  static let width = 24

  private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var masks: (UInt64, UInt64, UInt64) = (0, 0, 0)
  /// The bytes of the cell, without what ends it; negative where there is none.
  private(set) var count = -1
  /// What the cell says.
  private(set) var value = 0

  /// No cell, which stands nowhere.
  init() {}

  /// Nil for a cell that is longer, or may not stand in a file as it is.
  init?(_ cell: Span<UInt8>, end: UInt8, value: Int) {
    guard cell.count < Self.width else { return nil }
    var words: [UInt64] = [0, 0, 0]
    for place in 0...cell.count {
      let byte = place < cell.count ? cell[place] : end
      // Quotation marks, separators and more than ASCII are read the exact way.
      if place < cell.count, byte < 14 || byte >= 0x80 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") {
        return nil
      }
      words[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8)
    }
    let count = cell.count
    func mask(_ word: Int) -> UInt64 {
      let bytes = min(max(count + 1 - 8 * word, 0), 8)
      return bytes == 8 ? .max : 1 << UInt64(8 * bytes) - 1
    }
    self.words = (words[0], words[1], words[2])
    masks = (mask(0), mask(1), mask(2))
    self.count = count
    self.value = value
  }

  /// Whether the cell and what ends it stand at a place, from which on there are ``width`` bytes.
  @inline(__always)
  func stands(in bytes: Span<UInt8>, at place: Int) -> Bool {
    let one = (bytes.word(at: place) ^ words.0) & masks.0
    let two = (bytes.word(at: place &+ 8) ^ words.1) & masks.1
    let three = (bytes.word(at: place &+ 16) ^ words.2) & masks.2
    return one | two | three == 0 && count >= 0
  }
}

/// The few spellings that cells of a column have, each kept where its first eight bytes say.
struct ShortCells: Sendable {
  private var cells = Array(repeating: ShortCell(), count: 256)

  /// The cell that probably stands at a place, from which on there are eight bytes.
  @inline(__always)
  func likely(_ bytes: Span<UInt8>, at place: Int) -> ShortCell { cells[Self.slot(bytes, place)] }

  /// Keeps a cell that stands at a place, from which on there are eight bytes, in place of what was kept there.
  mutating func keep(_ cell: ShortCell, _ bytes: Span<UInt8>, at place: Int) { cells[Self.slot(bytes, place)] = cell }

  @inline(__always)
  private static func slot(_ bytes: Span<UInt8>, _ place: Int) -> Int {
    let word = bytes.word(at: place)
    let commas = word ^ 0x2C2C_2C2C_2C2C_2C2C
    // The high bit of the first comma or byte below 14; bits above it mean nothing.
    let ends =
      ((commas &- 0x0101_0101_0101_0101) & ~commas | (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word) & 0x8080_8080_8080_8080
    // The bytes up to it, or all eight.
    let own = word & (ends ^ (ends &- 1))
    return Int(truncatingIfNeeded: (own &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }
}
