import DigitalMaturity
import MaturityTables

/// The ids of the respondents of a block, folded, with what is needed to find those met before.
struct RespondentIds: Sendable {
  /// A key for each row; 0 where the row has no id.
  private(set) var keys: [UInt128] = []
  /// Whether no id comes before the one above it, in the order of lengths and then of bytes. Numbers counted upwards
  /// are in this order, padded with zeros or not.
  private(set) var isAscending = true
  /// The rows whose id is that of the row above which has one.
  private(set) var repeats: [Int] = []

  /// The folded ids of more than 15 bytes, which are no keys of their own, one after another.
  private var longIds: [UInt8] = []
  /// Their rows, and where each ends.
  private var longRows: [(row: Int, end: Int)] = []
  private var firstRow: Int?
  private var lastRow: Int?

  /// Takes all out, and keeps the memory.
  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    longIds.removeAll(keepingCapacity: true)
    longRows.removeAll(keepingCapacity: true)
    repeats = []
    isAscending = true
    (firstRow, lastRow) = (nil, nil)
  }

  /// The folded id of a row; empty where it has none.
  func id(_ row: Int) -> [UInt8] {
    let key = keys[row]
    guard Self.isWhole(key) else { return longRows.firstIndex { $0.row == row }.map { Array(longId($0)) } ?? [] }
    let count = Int(key >> 120)
    return (0..<count).map { UInt8(truncatingIfNeeded: key >> UInt128((count - 1 - $0) * 8)) }
  }

  private func longId(_ number: Int) -> ArraySlice<UInt8> {
    longIds[(number == 0 ? 0 : longRows[number - 1].end)..<longRows[number].end]
  }

  /// The first and the last id of the block.
  var bounds: (first: [UInt8], last: [UInt8])? {
    guard let firstRow, let lastRow else { return nil }
    return (id(firstRow), id(lastRow))
  }

  /// Adds a row's id as its cell has it; an empty cell is none.
  mutating func add(_ cell: Span<UInt8>) {
    let row = keys.count
    let key = Self.plainKey(cell) ?? foldedKey(cell, row)
    keys.append(key)
    guard key != 0 else { return }
    if firstRow == nil { firstRow = row }
    if let lastRow {
      let above = keys[lastRow]
      if key == above {
        repeats.append(row)
      } else if isAscending {
        // An id that is a key is shorter than one that is not.
        let areLong = !Self.isWhole(key) && !Self.isWhole(above)
        isAscending =
          areLong ? Self.isOrdered(longId(longRows.count - 2), longId(longRows.count - 1)) : above < key
      }
    }
    lastRow = row
  }

  /// Whether an id comes before another, or is the same.
  static func isOrdered<Id: RandomAccessCollection<UInt8>>(_ first: Id, _ second: Id) -> Bool {
    first.count == second.count ? !second.lexicographicallyPrecedes(first) : first.count < second.count
  }

  // MARK: Keys

  /// The key of an id of up to 15 bytes that is folded already, as most are; nil for any other cell.
  private static func plainKey(_ cell: Span<UInt8>) -> UInt128? {
    guard cell.count <= 15 else { return nil }
    var (high, low): (UInt64, UInt64) = (0, 0)
    if cell.count >= 8 {
      let (first, last) = (WordScan.word(cell, at: 0), WordScan.word(cell, at: cell.count - 8))
      guard WordScan.isFolded(first), WordScan.isFolded(last) else { return nil }
      // The two overlap, and are alike where they do.
      let shift = UInt64(cell.count - 8) * 8
      high = shift == 0 ? 0 : first.byteSwapped >> (64 - shift)
      low = last.byteSwapped | first.byteSwapped << shift
    } else {
      for index in cell.indices {
        let byte = cell[index]
        guard byte > 0x20, byte < 0x80, !(0x41...0x5A).contains(byte) else { return nil }
        low = low << 8 | UInt64(byte)
      }
    }
    return UInt128(high | UInt64(cell.count) << 56) << 64 | UInt128(low)
  }

  private mutating func foldedKey(_ cell: Span<UInt8>, _ row: Int) -> UInt128 {
    let start = longIds.count
    CellCodes.fold(cell, into: &longIds)
    let key = Self.key(longIds.span.extracting(start..<longIds.count))
    if Self.isWhole(key) {
      longIds.removeLast(longIds.count - start)
    } else {
      longRows.append((row, longIds.count))
    }
    return key
  }

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
