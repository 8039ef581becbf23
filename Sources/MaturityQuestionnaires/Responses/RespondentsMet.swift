import DigitalMaturity

/// The respondents met so far, by their ids: how one who stands in several rows or files is counted once.
///
/// No id is kept as text. An id of up to 7 bytes takes 10 to 15 bytes, a longer one 20 to 30, of which up to 15 bytes are
/// held exactly and longer ids as a hash of 120 bits: of a thousand million such ids any two are mistaken for one with a
/// chance of less than 10⁻¹⁸. Two ids are alike when they are alike once folded by `Spelling` of the core.
public struct RespondentsMet: Sendable {
  private var short = KeySet<UInt64>()
  private var long = KeySet<UInt128>()
  /// The last id, while ids ascend and nothing else is kept.
  private var last: [UInt8]?
  private let keepsAll: Bool

  /// Nobody met.
  public init() { keepsAll = true }

  private init(keepsAll: Bool) { self.keepsAll = keepsAll }

  /// Nobody met, and nobody kept but the last: for one file, as long as its ids ascend.
  static var lastAlone: RespondentsMet { RespondentsMet(keepsAll: false) }

  /// The number of ids met.
  public var count: Int { short.count + long.count }

  /// Whether an id has been met. O(its length).
  public func contains(_ id: String) -> Bool {
    let key = RespondentIds.key(Array(Spelling.folded(id).utf8).span)
    return Self.shortened(key).map(short.contains) ?? long.contains(key)
  }

  /// Adds the ids of a block.
  /// - Returns: The rows whose id has been met; nil when that cannot be said, because ids no longer ascend and those
  ///   before were not kept.
  mutating func add(_ ids: RespondentIds) -> [Int]? {
    guard keepsAll else { return addAscending(ids) }
    var repeated: [Int] = []
    for (row, key) in ids.keys.enumerated() where key != 0 {
      let isNew = Self.shortened(key).map { short.insert($0) } ?? long.insert(key)
      if !isNew { repeated.append(row) }
    }
    return repeated
  }

  private mutating func addAscending(_ ids: RespondentIds) -> [Int]? {
    guard let bounds = ids.bounds else { return [] }
    guard ids.isAscending, last.map({ RespondentIds.isOrdered($0, bounds.first) }) ?? true else { return nil }
    var repeated = ids.repeats
    if let last, last == bounds.first {
      // All rows that have the first id, which are the first that have any.
      let first = ids.keys.firstIndex { $0 != 0 } ?? 0
      repeated.insert(first, at: 0)
    }
    last = bounds.last
    return repeated
  }

  /// An id of up to 7 bytes with its length in 8.
  private static func shortened(_ key: UInt128) -> UInt64? {
    let length = UInt64(truncatingIfNeeded: key >> 120)
    return length <= 7 ? length << 56 | UInt64(truncatingIfNeeded: key) : nil
  }
}
