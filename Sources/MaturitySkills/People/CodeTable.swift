/// Codes as they stand in cells, numbered from 0 as they are added: found by their bytes, without a String a cell.
///
/// One arena of bytes, and open addressing with linear probing over positions. O(bytes) a look-up.
struct CodeTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each code ends.
  private var ends: [Int] = []
  /// The positions, each at the first free slot from its hash on; -1 where a slot is free. A power of two of slots.
  private var slots: [Int32] = Array(repeating: -1, count: 16)

  /// How many codes there are.
  var count: Int { ends.count }

  /// A code as text.
  subscript(position: Int) -> String { String(decoding: bytes[range(of: position)], as: UTF8.self) }

  /// The position of a code.
  func position(of code: Span<UInt8>) -> Int? {
    let slots = slots.span
    var slot = start(Self.hash(code))
    while slots[slot] >= 0 {
      if equals(Int(slots[slot]), code) { return Int(slots[slot]) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// The position of a code given as text.
  func position(of code: String) -> Int? {
    let bytes = Array(code.utf8)
    return position(of: bytes.span)
  }

  /// Whether a code has these bytes.
  @inline(__always)
  func equals(_ position: Int, _ code: Span<UInt8>) -> Bool {
    let start = position == 0 ? 0 : ends[position &- 1]
    guard ends[position] &- start == code.count else { return false }
    let own = bytes.span.extracting(start..<start &+ code.count)
    // The last bytes of a code overlap those before.
    if code.count >= 8 {
      var at = 0
      while code.count &- at > 8 {
        if own.word(at: at) != code.word(at: at) { return false }
        at &+= 8
      }
      return own.word(at: code.count &- 8) == code.word(at: code.count &- 8)
    }
    if code.count >= 4 {
      return own.half(at: 0) == code.half(at: 0)
        && own.half(at: code.count &- 4) == code.half(at: code.count &- 4)
    }
    for at in 0..<code.count where own[at] != code[at] { return false }
    return true
  }

  /// Adds a code.
  /// - Returns: Its position, and whether it is new.
  @discardableResult
  mutating func insert(_ code: Span<UInt8>) -> (position: Int, isNew: Bool) {
    var slot = start(Self.hash(code))
    while slots[slot] >= 0 {
      if equals(Int(slots[slot]), code) { return (Int(slots[slot]), false) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    bytes.append(addingCapacity: code.count) { output in
      for index in code.indices { output.append(code[index]) }
    }
    ends.append(bytes.count)
    slots[slot] = Int32(truncatingIfNeeded: ends.count &- 1)
    if 2 * ends.count > slots.count { grow() }
    return (ends.count - 1, true)
  }

  /// Adds a code given as text.
  @discardableResult
  mutating func insert(_ code: String) -> (position: Int, isNew: Bool) {
    let bytes = Array(code.utf8)
    return insert(bytes.span)
  }

  private func range(of position: Int) -> Range<Int> { (position == 0 ? 0 : ends[position - 1])..<ends[position] }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for position in ends.indices { place(position, Self.hash(bytes.span.extracting(range(of: position)))) }
  }

  private mutating func place(_ position: Int, _ hash: UInt64) {
    var slot = start(hash)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: position)
  }

  private func start(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count &- 1) }

  /// Words of eight bytes, each multiplied and folded; codes come from files of the council's own, so nobody picks them to
  /// collide, and if somebody did a look-up would only be slow.
  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    func fold(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
    }
    let count = bytes.count
    if count >= 4 {
      var at = 0
      while count &- at > 8 {
        fold(bytes.word(at: at))
        at &+= 8
      }
      // The last bytes overlap those before.
      fold(
        count >= 8
          ? bytes.word(at: count &- 8) : UInt64(bytes.half(at: 0)) | UInt64(bytes.half(at: count &- 4)) << 32)
      return hash
    }
    var rest: UInt64 = 0
    for at in bytes.indices { rest = rest << 8 | UInt64(bytes[at]) }
    fold(rest)
    return hash
  }
}
