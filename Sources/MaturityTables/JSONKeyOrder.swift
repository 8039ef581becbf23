/// The keys of the lines before, in the order in which the next line is expected to have them: each with its quotation
/// marks and its colon, so that it is known again by its bytes.
package struct JSONKeyOrder: Sendable {
  /// A key, and what becomes of its values. All that is looked at for each key of each line lies close together.
  struct Key: Sendable {
    /// Its first eight bytes, or all of them.
    let word: UInt64
    /// Which bits of eight bytes are its own.
    let mask: UInt64
    /// Its last eight bytes, where it has more than eight.
    fileprivate let tail: UInt64
    /// How many bytes it has.
    let length: Int32
    /// Its column; −1 for none.
    let column: Int32
    /// Where the codes of its values of one byte are among ``CodedColumns/singles``; −1 when its values are no codes.
    let singles: Int32
    /// Where its column of codes starts.
    let output: Int32
    /// Where all its bytes are kept.
    fileprivate let start: Int
  }

  /// No two are of one column.
  private(set) var keys: [Key] = []
  private var arena: [UInt8] = []

  /// No keys.
  package init() {}

  /// The number of keys.
  var count: Int { keys.count }

  /// Adds a key as it stands in a line, before those expected from a number on.
  /// - Returns: False, with nothing expected any more, when a key of its column is expected elsewhere.
  mutating func insert(_ text: Span<UInt8>, column: Int, of columns: CodedColumns, at number: Int) -> Bool {
    if column >= 0, keys.contains(where: { $0.column == column }) {
      self = JSONKeyOrder()
      return false
    }
    let table = column >= 0 ? columns.tableOf[column] : -1
    keys.insert(
      Key(
        word: Self.word(text, 0..<min(text.count, 8)),
        mask: text.count >= 8 ? UInt64.max : 1 << UInt64(text.count * 8) - 1,
        tail: text.count > 8 ? Self.word(text, text.count - 8..<text.count) : 0,
        length: Int32(text.count), column: Int32(column), singles: Int32(table >= 0 ? table * 256 : -1),
        output: Int32(table >= 0 ? columns.indexOf[column] * CodedRows.capacity : 0), start: arena.count),
      at: number)
    for place in text.indices { arena.append(text[place]) }
    return true
  }

  private static func word(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    range.reversed().reduce(0) { $0 << 8 | UInt64(text[$1]) }
  }

  /// Which of the next keys expected from a number on stands at a place: some may be missing from a line.
  @inline(never)
  func find(_ bytes: Span<UInt8>, _ at: Int, from number: Int) -> Int? {
    guard bytes.count - at >= 8 else { return nil }
    for place in number..<min(number + 6, keys.count) where isThere(place, bytes, at) { return place }
    return nil
  }

  /// Whether a key stands at a place, from which there are eight bytes.
  @inline(__always)
  func isThere(_ number: Int, _ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let key = keys.span[number]
    return WordScan.word(bytes, at: at) & key.mask == key.word && (key.length <= 8 || matches(number, bytes, at))
  }

  @inline(never)
  private func matches(_ number: Int, _ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let (start, count) = (keys[number].start, Int(keys[number].length))
    guard bytes.count - at >= count, WordScan.word(bytes, at: at + count - 8) == keys[number].tail else { return false }
    let arena = arena.span
    var offset = 8
    while count - offset >= 8 {
      if WordScan.word(arena, at: start + offset) != WordScan.word(bytes, at: at + offset) { return false }
      offset += 8
    }
    return true
  }
}
