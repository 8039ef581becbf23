/// What makes a score of the weighted sum of the answers that have one: (sum + imputed) / divisor + constant.
struct SumForm: Sendable, Hashable {
  var imputed: Double
  var divisor: Double
  var constant: Double
}

/// The ids of scores by the keys of answers. Forgets nothing, and takes nothing more when it is full.
///
/// A key is a pattern and below it, in a number of bits that is the subject's, a sum. Patterns of one form share a list of
/// ids by sum, so that all that is looked up stays small. It belongs to one tally and one subject, and is no part of what
/// is counted.
struct ScoreCache: Sendable {
  /// Whether there are no keys to be had, since the rule turned out to weigh answers by what else is missing.
  private(set) var isOff = false

  /// The most bits of a key that may be its sum.
  static let mostSumBits = 9
  /// The most patterns that are kept, and the most ids: well under a megabyte.
  static let (patternLimit, idLimit) = (1 << 14, 1 << 15)

  /// What patterns have in common that make the same scores of the same sums.
  struct Form: Sendable, Hashable {
    var score: Figure<SumForm>
    /// What answers without a score add to the sum.
    var offset: UInt64
  }

  struct Slot: Sendable {
    fileprivate var pattern: UInt64 = 0
    /// Where the pattern's ids begin; 0 in a slot without a pattern.
    fileprivate var start: Int32 = 0
  }

  private(set) var slots = Self.noSlots
  private var count = 0
  /// Ids by sum; −1 where the score is not known. No score is known where the ids of no pattern begin.
  private(set) var ids = Self.noIDs
  private var starts: [Form: Int32] = [:]

  /// What an empty cache holds: one for all.
  private static let noSlots = Array(repeating: Slot(), count: 64)
  private static let noIDs = Array(repeating: Int32(-1), count: 1 << mostSumBits)

  init() {}

  /// Forgets everything, for good.
  mutating func stopPacking() {
    self = ScoreCache()
    isOff = true
  }

  /// Finds the ids of rows, from one on.
  /// - Parameters:
  ///   - keys: The rows' keys.
  ///   - sumBits: How many bits of a key are its sum.
  /// - Returns: The first row whose id is not known; nil when all are found.
  func find(_ keys: [UInt64], from first: Int, sumBits: Int, into ids: inout [Int32]) -> Int? {
    let (slots, known, keys) = (slots.span, self.ids.span, keys.span)
    var ids = ids.mutableSpan
    // Said here, so that it is not asked row by row.
    let (keyCount, idCount, slotCount) = (keys.count, ids.count, slots.count)
    precondition(first >= 0 && idCount == keyCount && slotCount > 0)
    for row in first..<keys.count {
      let id = Self.id(of: keys[row], sumBits: UInt64(sumBits), slots, known)
      guard id >= 0 else { return row }
      ids[row] = id
    }
    return nil
  }

  /// The id that a cache's slots and ids have for a key; below 0 for none.
  @inline(__always)
  static func id(of key: UInt64, sumBits: UInt64, _ slots: Span<Slot>, _ ids: Span<Int32>) -> Int32 {
    let mask = slots.count &- 1
    let pattern = key &>> sumBits
    var place = Self.place(of: pattern) & mask
    while slots[place].pattern != pattern, slots[place].start > 0 { place = (place &+ 1) & mask }
    return ids[Int(slots[place].start) &+ Int(truncatingIfNeeded: key & (1 &<< sumBits &- 1))]
  }

  /// Notes the id of a key that is not known.
  /// - Parameters:
  ///   - key: The key.
  ///   - sumBits: How many bits of it are its sum; with none there are no forms.
  ///   - form: What the key's pattern shares with others; nil for nothing.
  ///   - id: The id of its score.
  mutating func insert(_ key: UInt64, sumBits: Int, form: Form?, id: Int) {
    guard let id = Int32(exactly: id), count < Self.patternLimit else { return }
    if count * 2 >= slots.count { grow() }
    let pattern = key >> UInt64(sumBits)
    let place = place(pattern)
    if slots[place].start == 0 {
      let form = sumBits > 0 ? form : nil
      var start = form.flatMap { starts[$0] }
      if start == nil {
        guard ids.count + 1 << sumBits <= Self.idLimit else { return }
        start = Int32(ids.count)
        ids.append(contentsOf: repeatElement(-1, count: 1 << sumBits))
        if let form { starts[form] = start }
      }
      slots[place] = Slot(pattern: pattern, start: start ?? 0)
      count += 1
    }
    let sum = key - pattern << UInt64(sumBits)
    ids[Int(slots[place].start) + Int(sum)] = id
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.start > 0 { slots[place(slot.pattern)] = slot }
  }

  /// Where a pattern stands, or the empty slot where it would.
  private func place(_ pattern: UInt64) -> Int {
    var place = Self.place(of: pattern) & (slots.count - 1)
    while slots[place].start > 0, slots[place].pattern != pattern { place = (place + 1) & (slots.count - 1) }
    return place
  }

  /// Fibonacci hashing: the high bits of a product depend on all bits of the pattern.
  @inline(__always)
  private static func place(of pattern: UInt64) -> Int {
    Int(truncatingIfNeeded: (pattern &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
