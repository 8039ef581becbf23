import DigitalMaturity

/// The ids of the respondents of a block, folded, with what is needed to find those met before.
struct RespondentIds: Sendable {
  /// A key for each row; 0 where the row has no id.
  private(set) var keys: [UInt128] = []
  /// Whether no id comes before the one above it, in the order of lengths and then of bytes. Numbers counted upwards
  /// are in this order, padded with zeros or not.
  private(set) var isAscending = true
  /// The rows whose id is that of the row above which has one.
  private(set) var repeats: [Int] = []

  private var folded: [UInt8] = []
  /// Where each row's folded id ends.
  private var ends: [Int] = []
  private var firstRow: Int?
  private var lastRow: Int?

  /// The folded id of a row; empty where it has none.
  func id(_ row: Int) -> ArraySlice<UInt8> { folded[(row == 0 ? 0 : ends[row - 1])..<ends[row]] }

  /// The first and the last id of the block.
  var bounds: (first: ArraySlice<UInt8>, last: ArraySlice<UInt8>)? {
    guard let firstRow, let lastRow else { return nil }
    return (id(firstRow), id(lastRow))
  }

  /// Adds a row's id as its cell has it.
  mutating func add(_ cell: Span<UInt8>) {
    let start = folded.count
    CellCodes.fold(cell, into: &folded)
    ends.append(folded.count)
    let row = keys.count
    let key = Self.key(folded.span.extracting(start..<folded.count))
    keys.append(key)
    guard key != 0 else { return }
    if firstRow == nil { firstRow = row }
    if let lastRow {
      let above = keys[lastRow]
      if key == above {
        repeats.append(row)
      } else if isAscending {
        let areWhole = Self.isWhole(key) && Self.isWhole(above)
        isAscending = areWhole ? above < key : Self.isOrdered(id(lastRow), id(row))
      }
    }
    lastRow = row
  }

  /// Adds a row that has no cell for an id.
  mutating func addNone() {
    keys.append(0)
    ends.append(folded.count)
  }

  /// Whether an id comes before another, or is the same.
  static func isOrdered(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    first.count == second.count ? !second.lexicographicallyPrecedes(first) : first.count < second.count
  }

  // MARK: Keys

  /// An id of up to 15 bytes is its own key: its length, then its bytes. A longer one has 120 bits of a hash, whose
  /// start differs from process to process: among a thousand million ids, two are mistaken for one with a chance of
  /// less than 10⁻¹⁸.
  static func key(_ folded: Span<UInt8>) -> UInt128 {
    guard folded.count > 15 else {
      var high: UInt64 = 0
      var low: UInt64 = 0
      for index in folded.indices {
        high = high << 8 | low >> 56
        low = low << 8 | UInt64(folded[index])
      }
      return UInt128(high | UInt64(folded.count) << 56) << 64 | UInt128(low)
    }
    var (first, second) = seeds
    var word: UInt64 = 0
    for index in folded.indices {
      word = word << 8 | UInt64(folded[index])
      if index & 7 == 7 {
        first = mixed(first ^ word, 0x9E37_79B9_7F4A_7C15)
        second = mixed(second &+ word, 0xD6E8_FEB8_6659_FD93)
      }
    }
    first = mixed(first ^ word, 0xA076_1D64_78BD_642F)
    second = mixed(second &+ word, 0xE703_7ED1_A0B4_28DB)
    first = mixed(first ^ UInt64(folded.count), 0x8EBC_6AF0_9C88_C6E3)
    second = mixed(second &+ UInt64(folded.count), 0x5899_65CC_7537_4CC3)
    return UInt128(first | 0xFF << 56) << 64 | UInt128(second)
  }

  /// Whether a key is an id and not a hash.
  static func isWhole(_ key: UInt128) -> Bool { key >> 120 != 0xFF }

  private static let seeds = (first: UInt64.random(in: .min ... .max), second: UInt64.random(in: .min ... .max))

  /// Both halves of a product, over each other; the addend keeps a factor of zero from ending the chain.
  private static func mixed(_ word: UInt64, _ factor: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: factor)
    return (product.high ^ product.low) &+ word.byteSwapped
  }
}
