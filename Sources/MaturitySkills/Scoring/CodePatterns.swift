/// What people's codes are in a few competences: each pattern of codes has a number, so that what follows from it is worked
/// out once. O(competences) a look-up.
struct CodePatterns: Sendable {
  /// The positions of the competences.
  private let competences: [Int]
  /// How many values there are: codes below are their positions, and codes from the top down are reasons.
  private let values: Int
  /// The bits that a code is packed into.
  private let bits: UInt64
  /// Keys that are not 0, each at the first free slot from its hash on. A power of two of slots.
  private var slots: [(key: UInt64, number: UInt32)] = Array(repeating: (0, 0), count: 64)
  /// The same where there are more competences than a key has room for.
  private var long: [[UInt16]: UInt32] = [:]
  /// How many patterns there are.
  private var count = 0

  /// - Parameters:
  ///   - competences: The positions of the competences.
  ///   - values: How many values there are.
  init(_ competences: [Int], values: Int) {
    self.competences = competences
    self.values = values
    bits = UInt64(Int.bitWidth - (values + NoLevel.allCases.count - 1).leadingZeroBitCount)
  }

  /// One bit keeps a key from being 0.
  private var isLong: Bool { competences.count &* Int(bits) > 63 }

  /// The number of a pattern; nil for one that is new.
  /// - Parameter own: A person's codes, one for each competence of the framework.
  @inline(__always)
  func number(of own: Span<UInt16>) -> Int? {
    if isLong { return long[list(own)].map { Int($0) } }
    let key = key(own)
    var slot = Self.hash(key) & (slots.count &- 1)
    while slots[slot].key != 0 {
      if slots[slot].key == key { return Int(slots[slot].number) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// Gives a number to a pattern that has none.
  mutating func add(_ own: Span<UInt16>, number: Int) {
    let number = UInt32(truncatingIfNeeded: number)
    if isLong {
      long[list(own)] = number
      return
    }
    if 2 * count >= slots.count {
      let before = slots
      slots = Array(repeating: (0, 0), count: 2 * before.count)
      for slot in before where slot.key != 0 { place(slot.key, slot.number) }
    }
    place(key(own), number)
    count += 1
  }

  @inline(__always)
  private func key(_ own: Span<UInt16>) -> UInt64 {
    var key: UInt64 = 1
    let competences = competences.span
    for place in competences.indices {
      let code = Int(own[competences[place]])
      key = key &<< bits | UInt64(truncatingIfNeeded: code < values ? code : values &+ 0xFFFF &- code)
    }
    return key
  }

  private func list(_ own: Span<UInt16>) -> [UInt16] {
    var list: [UInt16] = []
    list.reserveCapacity(competences.count)
    for competence in competences { list.append(own[competence]) }
    return list
  }

  private mutating func place(_ key: UInt64, _ number: UInt32) {
    var slot = Self.hash(key) & (slots.count - 1)
    while slots[slot].key != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (key, number)
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }
}
