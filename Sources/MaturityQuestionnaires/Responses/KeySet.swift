/// A set of numbers other than 0 in one array: 10 to 15 bytes for a number of eight.
struct KeySet<Key: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  private var slots: [Key] = []
  private(set) var count = 0
  /// Keeps a file from being made so that all its ids fall into one place.
  private let seed = UInt64.random(in: .min ... .max)

  /// Adds a number; false when it is there already. O(1) on average.
  mutating func insert(_ key: Key) -> Bool {
    // At most four fifths full, so that a search stays short; growth by half keeps the least of it in use.
    if count * 5 >= slots.count * 4 { grow() }
    let place = place(of: key)
    guard slots[place] == 0 else { return false }
    slots[place] = key
    count += 1
    return true
  }

  /// Whether a number is in the set. O(1) on average.
  func contains(_ key: Key) -> Bool {
    count > 0 && slots[place(of: key)] != 0
  }

  /// Where a number stands, or the empty place where it would.
  private func place(of key: Key) -> Int {
    let slots = slots.span
    var mixed = UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> (Key.bitWidth / 2)) ^ seed
    mixed &*= 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
    var place = Int(mixed.multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[place] != 0, slots[place] != key {
      place += 1
      if place == slots.count { place = 0 }
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: max(64, old.count + old.count / 2))
    for key in old where key != 0 { slots[place(of: key)] = key }
  }
}
