internal import CByteMasks

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
    /// Which of the columns of codes its values go to.
    let output: Int32
    /// Which of the columns of kept cells its values go to; −1 for none.
    let kept: Int32
    /// Where all its bytes are kept.
    fileprivate let start: Int
  }

  /// How many keys next to each other may be missing from a line that is still read as expected.
  static let mostMissing = 6

  /// No two are of one column.
  private(set) var keys: [Key] = []
  /// For each key the members from it on.
  private(set) var stretches: [c_members] = []
  /// The bytes of each stretch, ``ByteMask/length`` for each; those that are no marks mean nothing.
  private(set) var stretchBytes: [UInt8] = []
  private var arena: [UInt8] = []
  /// Where the last table ends whose codes are looked up, and the last column of codes.
  private var (tablesEnd, outputsEnd) = (0, 0)

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
    var kept = -1
    if column >= 0, case .kept(let index) = columns.uses[column] { kept = index }
    keys.insert(
      Key(
        word: Self.word(text, 0..<min(text.count, 8)),
        mask: text.count >= 8 ? UInt64.max : 1 << UInt64(text.count * 8) - 1,
        tail: text.count > 8 ? Self.word(text, text.count - 8..<text.count) : 0,
        length: Int32(text.count), column: Int32(column), singles: Int32(table >= 0 ? table * 256 : -1),
        output: Int32(table >= 0 ? columns.indexOf[column] : 0), kept: Int32(kept),
        start: arena.count),
      at: number)
    for place in text.indices { arena.append(text[place]) }
    if table >= 0 {
      tablesEnd = max(tablesEnd, (table + 1) * 256)
      outputsEnd = max(outputsEnd, columns.indexOf[column] + 1)
    }
    stretches.insert(c_members(), at: number)
    stretchBytes.insert(
      contentsOf: repeatElement(0, count: ByteMask.length), at: number * ByteMask.length)
    // A member has five bytes at least, so those farther before do not reach this key.
    for start in max(number - ByteMask.length / 5, 0)...number { makeStretch(from: start) }
    return true
  }

  private mutating func makeStretch(from first: Int) {
    var stretch = c_members()
    stretch.table = UInt32(max(keys[first].singles, 0))
    stretch.output = UInt32(keys[first].output)
    var length = 0
    for (number, key) in keys[first...].enumerated() {
      let output = Int(keys[first].output) + number
      guard key.singles >= 0, key.singles == keys[first].singles, key.output == output,
        length + Int(key.length) + 2 <= ByteMask.length
      else { break }
      let text = arena[key.start..<key.start + Int(key.length)] + [0, ASCII.comma]
      let start = first * ByteMask.length + length
      stretchBytes.replaceSubrange(start..<start + text.count, with: text)
      let value = length + Int(key.length)
      // From the key's first byte up to the value, and the comma.
      stretch.marks |= (1 << UInt64(value)) - (1 << UInt64(length)) | 1 << UInt64(value + 1)
      stretch.values |= 1 << UInt64(value)
      length += text.count
    }
    stretches[first] = stretch
  }

  private static func word(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    range.reversed().reduce(0) { $0 << 8 | UInt64(text[$1]) }
  }

  /// Reads members that stand in a line as they are expected to from a number on, values of one digit apart, as far as
  /// there are: several at a time.
  /// - Parameter together: Whether values may be looked up together where the machine can; the result is the same.
  /// - Returns: Where the next member starts, and the number of the key expected there.
  @inline(never)
  func read(
    _ bytes: Span<UInt8>, _ start: Int, from number: Int, _ columns: CodedColumns, row: Int,
    into codes: inout MutableSpan<UInt8>, together: Bool = true
  ) -> (at: Int, number: Int) {
    let (count, output) = (stretches.count, row * columns.codeWidth)
    precondition(stretchBytes.count == count * ByteMask.length && tablesEnd <= columns.digits.count)
    // All codes go into the row.
    precondition(outputsEnd <= columns.codeWidth && output >= 0 && output + columns.codeWidth <= codes.count)
    let (stretches, expected, digits) = (stretches.span, stretchBytes.span, columns.digits.span)
    let read = unsafe bytes.extracting(start...).withUnsafeBufferPointer { bytes in
      unsafe stretches.withUnsafeBufferPointer { stretches in
        unsafe expected.withUnsafeBufferPointer { expected in
          unsafe digits.withUnsafeBufferPointer { digits in
            unsafe codes.withUnsafeMutableBufferPointer { codes in
              unsafe c_read_members(
                bytes.baseAddress, bytes.count, stretches.baseAddress, expected.baseAddress, count, number,
                Self.mostMissing, digits.baseAddress, codes.baseAddress?.advanced(by: output), columns.blank, together)
            }
          }
        }
      }
    }
    return (start + read.at, read.number)
  }

  /// Which of the next keys expected from a number on stands at a place: some may be missing from a line.
  @inline(never)
  func find(_ bytes: Span<UInt8>, _ at: Int, from number: Int) -> Int? {
    guard bytes.count - at >= 8 else { return nil }
    for place in number..<min(number + Self.mostMissing, keys.count) where isThere(place, bytes, at) { return place }
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
