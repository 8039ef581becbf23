/// What becomes of the columns of a table whose cells are mostly codes.
package struct CodedColumns: Sendable {
  /// What becomes of a column's cells.
  enum Use: Sendable {
    /// They are codes of a table, and go to one of the columns of codes.
    case codes(table: Int, index: Int)
    /// They are kept as they are, in one of the columns of cells.
    case kept(index: Int)
    case ignored
  }

  /// Columns that stand side by side, and whose cells are read alike: codes of one table, or one column alone.
  struct Run: Sendable {
    var first: Int
    var count: Int
    /// That of the first.
    var use: Use
  }

  private(set) var uses: [Use] = []
  /// For each column its table; −1 for one whose cells are no codes.
  private(set) var tableOf: [Int] = []
  /// For each column of which cells are codes, the column of codes they go to.
  private(set) var indexOf: [Int] = []
  private(set) var runs: [Run] = []
  private(set) var tables: [CellTable] = []
  /// The codes of cells of one byte, 256 a table; for a comma that of a blank cell, which ends where it starts, and
  /// ``ByteCodes/none`` where a closer look is needed.
  private(set) var singles: [UInt8] = []
  /// As ``singles``, of digits alone: what can stand in JSON without quotation marks.
  private(set) var digits: [UInt8] = []
  /// The number of columns of codes.
  let codeCount: Int
  /// How many codes a row has room for: a multiple of 16, so that rows can be turned into columns by squares.
  var codeWidth: Int { (codeCount + 15) & ~15 }
  /// The code of a blank cell.
  let blank: UInt8
  /// How many columns have cells that are kept.
  package private(set) var keptCount = 0

  /// - Parameters:
  ///   - codeCount: How many columns of codes there are to be; they need not all have a column in the table.
  ///   - blank: The code of a blank cell.
  package init(codeCount: Int, blank: UInt8) {
    self.codeCount = codeCount
    self.blank = blank
  }

  /// The number of the table's columns.
  package var count: Int { uses.count }

  /// Adds a column of codes below 256, which go to one of the columns of codes that no other goes to.
  package mutating func addCodes(_ table: CellTable, index: Int) {
    // Most questions have the same answers, and then the same table.
    let number = tables.firstIndex(of: table) ?? tables.count
    if number == tables.count {
      tables.append(table)
      // A blank that is written out is read the exact way, so that a code tells that a column had something.
      let known = table.singles.map { $0 == blank ? ByteCodes.none : UInt8(clamping: $0) }
      singles += known
      digits += known.indices.map { (0x30...0x39).contains($0) ? known[$0] : ByteCodes.none }
      singles[singles.count - 256 + Int(ASCII.comma)] = blank
    }
    if let run = runs.last, case .codes(number, let first) = run.use, first + run.count == index {
      runs[runs.count - 1].count += 1
    } else {
      runs.append(Run(first: uses.count, count: 1, use: .codes(table: number, index: index)))
    }
    uses.append(.codes(table: number, index: index))
    tableOf.append(number)
    indexOf.append(index)
  }

  /// Adds a column whose cells are kept.
  /// - Returns: Which of the columns of cells it is.
  package mutating func addKept() -> Int {
    addOther(.kept(index: keptCount))
    keptCount += 1
    return keptCount - 1
  }

  /// Adds a column that nobody asks for.
  package mutating func addIgnored() { addOther(.ignored) }

  private mutating func addOther(_ use: Use) {
    runs.append(Run(first: uses.count, count: 1, use: use))
    uses.append(use)
    tableOf.append(-1)
    indexOf.append(-1)
  }
}
