/// A cell of at most 23 bytes with the comma or line end after it, and what it says.
struct ShortCell: Sendable {
  /// The cell and what ends it.
  private var bytes = FewBytes()
  /// What the cell says.
  private(set) var value = 0

  /// The bytes of the cell, without what ends it; negative where there is none.
  var count: Int { bytes.count &- 1 }

  /// No cell, which stands nowhere.
  init() {}

  /// Nil for a cell that is longer, or may not stand in a file as it is.
  init?(_ cell: Span<UInt8>, end: UInt8, value: Int) {
    var all: [UInt8] = []
    for place in cell.indices {
      let byte = cell[place]
      // Quotation marks, separators and more than ASCII are read the exact way.
      if byte < 14 || byte >= 0x80 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") { return nil }
      all.append(byte)
    }
    all.append(end)
    guard let bytes = FewBytes(all.span) else { return nil }
    self.bytes = bytes
    self.value = value
  }

  /// Whether the cell and what ends it stand at a place, from which on there are ``FewBytes/width`` bytes.
  @inline(__always)
  func stands(in bytes: Span<UInt8>, at place: Int) -> Bool { self.bytes.stand(in: bytes, at: place) }

  /// The same where the caller knows that there are so many.
  @inline(__always)
  func stands(in bytes: Span<UInt8>, atKnown place: Int) -> Bool { self.bytes.stand(in: bytes, atKnown: place) }
}

/// The few spellings that cells of a column have, each kept where its first eight bytes say.
struct ShortCells: Sendable {
  private var cells = Array(repeating: ShortCell(), count: 256)

  /// The cell that probably stands at a place, from which on there are eight bytes.
  @inline(__always)
  func likely(_ bytes: Span<UInt8>, at place: Int) -> ShortCell { cells[Self.slot(bytes.word(at: place))] }

  /// The same where the caller knows that there are so many.
  @inline(__always)
  func likely(_ bytes: Span<UInt8>, atKnown place: Int) -> ShortCell {
    cells[Self.slot(bytes.word(atKnown: place))]
  }

  /// Keeps a cell that stands at a place, from which on there are eight bytes, in place of what was kept there.
  mutating func keep(_ cell: ShortCell, _ bytes: Span<UInt8>, at place: Int) {
    cells[Self.slot(bytes.word(at: place))] = cell
  }

  @inline(__always)
  private static func slot(_ word: UInt64) -> Int {
    let commas = word ^ 0x2C2C_2C2C_2C2C_2C2C
    // The high bit of the first comma or byte below 14; bits above it mean nothing.
    let ends =
      ((commas &- 0x0101_0101_0101_0101) & ~commas | (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word) & 0x8080_8080_8080_8080
    // The bytes up to it, or all eight.
    let own = word & (ends ^ (ends &- 1))
    return Int(truncatingIfNeeded: (own &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }
}
