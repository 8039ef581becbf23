/// The ids of scores by the keys of answers. Forgets nothing, and takes nothing more when it is full.
///
/// It belongs to one tally and one subject, and is no part of what is counted.
struct ScoreCache: Sendable {
  /// Whether there are no keys to be had, since the rule turned out to weigh answers by what else is missing.
  private(set) var isOff = false

  /// The most keys that are kept: with its tables well under a megabyte.
  static let limit = 1 << 14

  private var keys: [UInt64] = []
  private var ids: [Int32] = []
  private var count = 0

  init() {}

  /// Forgets everything, for good.
  mutating func stopPacking() {
    self = ScoreCache()
    isOff = true
  }

  /// The id of a key; −1 where it is not known.
  @inline(__always)
  func id(of key: UInt64) -> Int {
    guard !ids.isEmpty else { return -1 }
    let mask = ids.count &- 1
    var slot = Self.slot(of: key) & mask
    while ids[slot] >= 0 {
      if keys[slot] == key { return Int(ids[slot]) }
      slot = (slot &+ 1) & mask
    }
    return -1
  }

  /// Notes the id of a key that is not known.
  mutating func insert(_ key: UInt64, id: Int) {
    guard count < Self.limit, let id = Int32(exactly: id) else { return }
    if count * 2 >= ids.count { grow() }
    place(key, id)
    count += 1
  }

  private mutating func grow() {
    let old = zip(keys, ids).filter { $0.1 >= 0 }
    let size = max(ids.count * 2, 64)
    keys = Array(repeating: 0, count: size)
    ids = Array(repeating: -1, count: size)
    for (key, id) in old { place(key, id) }
  }

  private mutating func place(_ key: UInt64, _ id: Int32) {
    let mask = ids.count - 1
    var slot = Self.slot(of: key) & mask
    while ids[slot] >= 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    ids[slot] = id
  }

  /// Fibonacci hashing: the high bits of a product depend on all bits of the key.
  @inline(__always)
  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
