/// The keys of the lines before, in the order in which the next line is expected to have them: each with its quotation
/// marks and its colon, so that it is known again by its bytes.
package struct JSONKeyOrder: Sendable {
  /// A key met before.
  struct Key: Sendable {
    /// Its first eight bytes, or all of them.
    let word: UInt64
    /// Which bits of eight bytes are the key's.
    let mask: UInt64
    /// Where all its bytes are kept.
    let start: Int
    let count: Int
    /// Its column; −1 for none.
    let column: Int
  }

  private(set) var keys: [Key] = []
  private var arena: [UInt8] = []

  /// No keys.
  package init() {}

  /// Adds a key as it stands in a line, before those expected from a number on.
  mutating func insert(_ text: Span<UInt8>, column: Int, at number: Int) {
    var word: UInt64 = 0
    for place in 0..<min(text.count, 8) { word |= UInt64(text[place]) << UInt64(place * 8) }
    let mask = text.count >= 8 ? UInt64.max : 1 << UInt64(text.count * 8) - 1
    keys.insert(
      Key(word: word, mask: mask, start: arena.count, count: text.count, column: column), at: number)
    for place in text.indices { arena.append(text[place]) }
  }

  /// Which of the next keys expected from a number on stands at a place: some may be missing from a line.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, _ at: Int, _ end: Int, from number: Int) -> Int? {
    let keys = keys.span
    var place = number
    let last = min(number &+ 6, keys.count)
    let hasWord = bytes.count &- at >= 8
    let word = hasWord ? WordScan.word(bytes, at: at) : 0
    while place < last {
      let key = keys[place]
      if hasWord ? word & key.mask == key.word : true, end &- at >= key.count,
        hasWord && key.count <= 8 || matches(key, bytes, at)
      {
        return place
      }
      place &+= 1
    }
    return nil
  }

  private func matches(_ key: Key, _ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let arena = arena.span
    var offset = 0
    while key.count - offset >= 8 {
      if WordScan.word(arena, at: key.start + offset) != WordScan.word(bytes, at: at + offset) { return false }
      offset += 8
    }
    while offset < key.count {
      if arena[key.start + offset] != bytes[at + offset] { return false }
      offset += 1
    }
    return true
  }
}
