import DigitalMaturity
import MaturityTables

/// Finds what the common cells of many columns mean by a table look-up: blank, one byte, or a spelling of up to 16
/// bytes as the questionnaire has it. Every other cell is found the exact way, by ``CellCodes``.
struct CommonCells: Sendable {
  /// Where one column's cells are looked up and its codes go.
  struct Column: Sendable {
    /// The column's number in the file.
    var cell: Int
    /// The question or attribute.
    var index: Int
    /// Where its codes of short cells begin: 256 for a byte each, then 256 times that of a blank.
    var single: Int
    /// Where its spellings begin, and the last place among them.
    var slots: Int
    var lastSlot: Int
  }

  /// A spelling in two words: the first eight bytes and the last eight, or all of them and 0.
  struct Slot: Sendable, Hashable {
    var first: UInt64
    var second: UInt64
    var count: UInt32
    var code: UInt32
  }

  /// A cell whose meaning is not known here.
  static let unknown: UInt16 = .max

  /// Columns that stand side by side in the file and in the questionnaire, and have the same answers.
  private struct Run: Sendable {
    var columns: Range<Int>
    var cell: Int
    var index: Int
    var table: Column
  }

  private(set) var columns: [Column] = []
  private var runs: [Run] = []
  private var singles: [UInt16] = []
  private var slots: [Slot] = []
  private var tables: [[Spelled]: Column] = [:]

  private struct Spelled: Hashable {
    var bytes: [UInt8]
    var code: UInt16
  }

  /// Adds a column.
  /// - Parameters:
  ///   - index: The question or attribute.
  ///   - codes: What cells mean.
  ///   - blank: The code of a blank cell.
  ///   - isPlain: Whether a code needs no closer look.
  mutating func add(cell: Int, index: Int, _ codes: CellCodes, blank: UInt16, where isPlain: (UInt16) -> Bool) {
    let known = codes.known.filter { isPlain($0.code) && $0.bytes.count <= 16 }
    // Most questions have the same options, and then the same tables.
    let key = [Spelled(bytes: [], code: blank)] + known.map { Spelled(bytes: $0.bytes, code: $0.code) }
    var column = tables[key] ?? table(known, codes, blank: blank, isPlain)
    tables[key] = column
    column.cell = cell
    column.index = index
    columns.append(column)
    if let run = runs.last, run.cell + run.columns.count == cell, run.index + run.columns.count == index,
      run.table.single == column.single
    {
      runs[runs.count - 1].columns = run.columns.lowerBound..<columns.count
    } else {
      runs.append(Run(columns: columns.count - 1..<columns.count, cell: cell, index: index, table: column))
    }
  }

  private mutating func table(
    _ known: [(bytes: [UInt8], code: UInt16)], _ codes: CellCodes, blank: UInt16, _ isPlain: (UInt16) -> Bool
  ) -> Column {
    let single = singles.count
    for byte in UInt8.min...UInt8.max {
      if case .code(let code) = codes.meaning(of: [byte].span), isPlain(code) {
        singles.append(code)
      } else {
        singles.append(Self.unknown)
      }
    }
    singles.append(contentsOf: repeatElement(blank, count: 256))
    var size = 8
    while size < known.count * 3 { size *= 2 }
    var own = Array(repeating: Slot(first: 0, second: 0, count: 0, code: 0), count: size)
    for (bytes, code) in known where bytes.count > 1 {
      let (first, second) = Self.words(bytes.span, 0, bytes.count)
      var place = Self.place(first, second) & (size - 1)
      while own[place].count != 0 { place = (place + 1) & (size - 1) }
      own[place] = Slot(first: first, second: second, count: UInt32(bytes.count), code: UInt32(code))
    }
    slots += own
    return Column(cell: 0, index: 0, single: single, slots: slots.count - size, lastSlot: size - 1)
  }

  private static func place(_ first: UInt64, _ second: UInt64) -> Int {
    let mixed = (first ^ (second << 23 | second >> 41)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 40)
  }

  /// A spelling of 2 to 16 bytes in two words.
  @inline(__always)
  private static func words(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> (UInt64, UInt64) {
    if count >= 8 {
      return (WordScan.word(bytes, at: start), WordScan.word(bytes, at: start + count - 8))
    }
    if bytes.count - start >= 8 {
      return (WordScan.word(bytes, at: start) & (1 << UInt64(count * 8) &- 1), 0)
    }
    var word: UInt64 = 0
    for offset in 0..<count { word |= UInt64(bytes[start + offset]) << UInt64(offset * 8) }
    return (word, 0)
  }

  // MARK: Reading

  /// A row of a block that counts.
  struct Row: Sendable {
    /// The row's first cell in the block's list.
    var firstCell: Int
    /// The number of its cells, at most that of the header.
    var cells: Int
    /// Lines after the block's first.
    var line: Int
  }

  /// A cell that needs a closer look: its row, and the place of its column among ``columns``.
  struct OtherCell: Sendable {
    var row: Int
    var column: Int
  }

  /// Reads the cells of all columns.
  /// - Parameters:
  ///   - rows: The rows to read.
  ///   - codes: All rows' codes of the first question or attribute, then of the next; where a row has no cell or one that
  ///     is not known, they stay.
  ///   - others: Gets the cells that are not known here, row by row.
  func read<Code: FixedWidthInteger>(
    _ block: CSVBlock, _ rows: [Row], into codes: inout [Code], others: inout [OtherCell]
  ) {
    let bytes = block.bytes.span
    let cells = block.cellList.span
    let singles = singles.span
    let lastByte = bytes.count - 1
    let stride = rows.count
    var codes = codes.mutableSpan
    for row in 0..<stride {
      let place = rows[row]
      for run in runs.indices {
        let run = runs[run]
        let count = min(run.columns.count, place.cells - run.cell)
        guard count > 0 else { continue }
        let single = singles.extracting(run.table.single..<run.table.single + 512)
        let first = place.firstCell + run.cell
        let cells = cells.extracting(first..<first + count)
        var output = run.index &* stride &+ row
        for number in 0..<count {
          let (start, end) = (Int(cells[number].start), Int(cells[number].end))
          let count = end &- start
          // An empty cell may stand at the end of the bytes; it is told from others without a jump, since no processor
          // foresees who left what blank.
          let code =
            count <= 1
            ? single[Int(bytes[min(start, lastByte)]) | ((count &- 1) >> 63) & 256]
            : spelled(bytes, start, count, run.table)
          if code == Self.unknown {
            others.append(OtherCell(row: row, column: run.columns.lowerBound + number))
          } else {
            codes[output] = Code(truncatingIfNeeded: code)
          }
          output &+= stride
        }
      }
    }
  }

  /// The code of a cell of two bytes or more.
  private func spelled(_ bytes: Span<UInt8>, _ start: Int, _ count: Int, _ column: Column) -> UInt16 {
    guard count <= 16 else { return Self.unknown }
    let slots = slots.span
    let (first, second) = Self.words(bytes, start, count)
    var place = Self.place(first, second) & column.lastSlot
    while true {
      let slot = slots[column.slots &+ place]
      if slot.count == 0 { return Self.unknown }
      if slot.first == first, slot.second == second, slot.count == UInt32(truncatingIfNeeded: count) {
        return UInt16(truncatingIfNeeded: slot.code)
      }
      place = (place &+ 1) & column.lastSlot
    }
  }
}
