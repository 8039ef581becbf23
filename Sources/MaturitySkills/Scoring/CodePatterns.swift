/// What people's codes are in a few competences: each pattern of codes has a number, so that what follows from it is worked
/// out once. O(competences) a look-up.
struct CodePatterns: Sendable {
  /// The positions of the competences.
  let competences: [Int]
  /// Keys of sixteen bits a code, that are not 0, each at the first free slot from its hash on. A power of two of slots.
  private var slots: [(key: UInt128, number: UInt32)] = Array(repeating: (0, 0), count: 64)
  /// The same where there are more competences than a key has room for.
  private var long: [[UInt16]: UInt32] = [:]
  /// How many patterns there are.
  private var count = 0

  init(_ competences: [Int]) { self.competences = competences }

  private var isLong: Bool { competences.count > 7 }

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
  private func key(_ own: Span<UInt16>) -> UInt128 {
    // The one before them keeps it from being 0.
    var (low, high): (UInt64, UInt64) = (1, 0)
    let competences = competences.span
    for place in competences.indices {
      high = high << 16 | low >> 48
      low = low << 16 | UInt64(own[competences[place]])
    }
    return UInt128(high) << 64 | UInt128(low)
  }

  private func list(_ own: Span<UInt16>) -> [UInt16] {
    var list: [UInt16] = []
    list.reserveCapacity(competences.count)
    for competence in competences { list.append(own[competence]) }
    return list
  }

  private mutating func place(_ key: UInt128, _ number: UInt32) {
    var slot = Self.hash(key) & (slots.count - 1)
    while slots[slot].key != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (key, number)
  }

  @inline(__always)
  private static func hash(_ key: UInt128) -> Int {
    let (low, high) = (UInt64(truncatingIfNeeded: key), UInt64(truncatingIfNeeded: key >> 64))
    let product = (low ^ high &* 0xC2B2_AE3D_27D4_EB4F).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }
}
