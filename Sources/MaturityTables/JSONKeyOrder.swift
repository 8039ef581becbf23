/// The keys of the lines before, in the order in which the next line is expected to have them: each with its quotation
/// marks and its colon, so that it is known again by its bytes.
package struct JSONKeyOrder: Sendable {
  // What is looked at for each key of each line lies close together.

  /// For each key, its first eight bytes, or all of them.
  private var words: [UInt64] = []
  /// For each key, which bits of eight bytes are its own.
  private var masks: [UInt64] = []
  /// For each key, how many bytes it has.
  private(set) var lengths: [Int] = []
  /// For each key its column; −1 for none.
  private(set) var columns: [Int] = []
  /// For each key, where all its bytes are kept.
  private var starts: [Int] = []
  private var arena: [UInt8] = []

  /// No keys.
  package init() {}

  /// The number of keys.
  var count: Int { words.count }

  /// Adds a key as it stands in a line, before those expected from a number on.
  mutating func insert(_ text: Span<UInt8>, column: Int, at number: Int) {
    var word: UInt64 = 0
    for place in 0..<min(text.count, 8) { word |= UInt64(text[place]) << UInt64(place * 8) }
    words.insert(word, at: number)
    masks.insert(text.count >= 8 ? UInt64.max : 1 << UInt64(text.count * 8) - 1, at: number)
    lengths.insert(text.count, at: number)
    columns.insert(column, at: number)
    starts.insert(arena.count, at: number)
    for place in text.indices { arena.append(text[place]) }
  }

  /// Which of the next keys expected from a number on stands at a place: some may be missing from a line.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, _ at: Int, _ end: Int, from number: Int) -> Int? {
    let last = min(number &+ 6, words.count)
    var place = number
    guard bytes.count &- at >= 8 else {
      // The last bytes of all.
      while place < last {
        if matches(place, bytes, at, end) { return place }
        place &+= 1
      }
      return nil
    }
    let (words, masks, lengths) = (words.span, masks.span, lengths.span)
    let word = WordScan.word(bytes, at: at)
    while place < last {
      if word & masks[place] == words[place],
        lengths[place] <= 8 ? end &- at >= lengths[place] : matches(place, bytes, at, end)
      {
        return place
      }
      place &+= 1
    }
    return nil
  }

  private func matches(_ number: Int, _ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let (start, count) = (starts[number], lengths[number])
    guard end - at >= count else { return false }
    let arena = arena.span
    var offset = 0
    while count - offset >= 8 {
      if WordScan.word(arena, at: start + offset) != WordScan.word(bytes, at: at + offset) { return false }
      offset += 8
    }
    while offset < count {
      if arena[start + offset] != bytes[at + offset] { return false }
      offset += 1
    }
    return true
  }
}
