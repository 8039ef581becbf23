import Testing

@testable import MaturityTables

/// What a table of codes and other cells says, put together as the rows of a file.
struct CodedReading: Equatable {
  struct Row: Equatable {
    var line: Int
    var cells: [String]
  }

  var rows: [Row] = []
  var empty: [Int] = []
  var ragged: [String] = []
  var problems: [String] = []
  var error: TableError.Code?

  static let spellings = ["1", "2", "3", "N", "no", "yes", "a fairly long", "sixteen bytes is", "é"]
  static let table = CellTable(spellings.enumerated().map { (Array($1.utf8), UInt16($0)) })

  /// Nine columns: kept, codes, kept, codes four times, ignored, codes.
  static let columns: CodedColumns = {
    var columns = CodedColumns(codeCount: 6, blank: 99)
    _ = columns.addKept()
    columns.addCodes(table, index: 5)
    _ = columns.addKept()
    for index in 0..<4 { columns.addCodes(table, index: index) }
    columns.addIgnored()
    columns.addCodes(table, index: 4)
    return columns
  }()
  private static let codeOfColumn = [1: 5, 3: 0, 4: 1, 5: 2, 6: 3, 8: 4]
  private static let keptOfColumn = [0: 0, 2: 1]

  /// By way of codes.
  static func coded(_ bytes: [UInt8], limits: TableLimits = .standard, bytesPerChunk: Int = 1 << 18) -> CodedReading {
    var reading = CodedReading()
    var chunks = ChunkReader(.bytes(bytes), limits: limits, bytesPerChunk: bytesPerChunk)
    var lines = 0
    var rows = CodedRows(columns)
    do throws(TableError) {
      while let chunk = try chunks.next() {
        var reader = CodedCSVReader(chunk, limits: limits)
        while try reader.next(into: &rows) { reading.add(rows, reader.bytes, lines) }
        lines += reader.line - 1
      }
    } catch {
      reading.error = error.code
    }
    return reading
  }

  private mutating func add(_ coded: CodedRows, _ bytes: [UInt8], _ lines: Int) {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    for row in 0..<coded.count {
      let cells = (0..<9).map { column in
        if let kept = Self.keptOfColumn[column] { return text(coded.kept[row * 2 + kept].range) }
        guard let index = Self.codeOfColumn[column] else { return "" }
        if let other = coded.others.first(where: { $0.row == row && $0.column == column }) {
          return other.index == index ? text(other.bytes) : "other column"
        }
        let code = Int(coded.codes[coded.place(row, index)])
        return code == 99 ? "" : Self.spellings[code]
      }
      rows.append(Row(line: lines + Int(coded.lines[row]), cells: cells))
    }
    empty += coded.emptyLines.map { lines + $0 }
    ragged += coded.ragged.map { "\(lines + Int(coded.lines[$0.row])) \($0.cells)" }
    problems += coded.problems.map { "\(lines + $0.line):\($0.column) \($0.code.rawValue)" }
  }

  /// By way of all cells.
  static func plain(_ bytes: [UInt8], limits: TableLimits = .standard) -> CodedReading {
    let whole = Reading(bytes, limits: limits)
    var reading = CodedReading()
    for (cells, line) in zip(whole.rows, whole.lines) {
      if cells.allSatisfy({ $0.allSatisfy { $0 == 0x20 || $0 == 0x09 } }) {
        reading.empty.append(line)
        continue
      }
      let texts = cells.prefix(9).map { String(decoding: $0, as: UTF8.self) }
      var row = texts + Array(repeating: "", count: 9 - texts.count)
      row[7] = ""
      reading.rows.append(Row(line: line, cells: row))
      if cells.count != 9 { reading.ragged.append("\(line) \(cells.count)") }
    }
    reading.problems = whole.problems.map { "\($0.line):\($0.column) \($0.code.rawValue)" }
    reading.error = whole.error?.code
    return reading
  }
}

@Suite("CSV as codes")
struct CodedCSVReaderTests {
  private static let cells =
    CodedReading.spellings + ["", "", "", "\"1\"", "\"\"", "\"no\"", "\"a, b\"", "x", "unknown text", " ", "\t", "No"]
  private static let odd = [
    "\"two\nlines\"", "\"\"\"q\"\"\"", "\"open", "\"1\"x", "a\"b", "\0", "\u{FC}ber", "\r", ",",
  ]

  /// A table in which every `oddity`th cell is one that needs the exact way, at random.
  private static func table(rows: Int, oddity: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    var text = ""
    for _ in 0..<rows {
      let count = Int.random(in: 0..<30, using: &generator) == 0 ? Int.random(in: 0...11, using: &generator) : 9
      text += (0..<count).map { _ in
        let pieces = Int.random(in: 0..<oddity, using: &generator) == 0 ? odd : cells
        return pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined(separator: ",")
      text += ["\n", "\n", "\n", "\r\n", "\n\n"][Int.random(in: 0..<5, using: &generator)]
    }
    if Bool.random(using: &generator), !text.isEmpty { text.removeLast() }
    return Array(text.utf8)
  }

  @Test("tables read as codes have the cells that they have", arguments: [5, 40, 400, 100_000], 0..<4)
  func tables(oddity: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ UInt64(oddity))
    for _ in 0..<40 {
      let bytes = Self.table(rows: Int.random(in: 0...60, using: &generator), oddity: oddity, &generator)
      let plain = CodedReading.plain(bytes)
      #expect(CodedReading.coded(bytes) == plain, "\(String(decoding: bytes, as: UTF8.self))")
      let cut = CodedReading.coded(bytes, bytesPerChunk: Int.random(in: 1...200, using: &generator))
      #expect(cut == plain, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("random bytes read as codes have the cells that they have, and end at the same error", arguments: 0..<4)
  func fuzz(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 300)
    let pieces: [[UInt8]] = [
      [0x22], [0x22, 0x22], [0x2C], [0x2C], [0x2C, 0x22], [0x0D], [0x0A], [0x0A], [0x0D, 0x0A], [0x00], [0xC3, 0xA9],
      [0xC3], [0x61], [0x20], [0x09], Array("no".utf8), Array("1,2,3,1,2,3,1,2,3".utf8), Array(",,1,1,1,1,,,".utf8),
    ]
    var codes: Set<TableError.Code> = []
    for _ in 0..<1_500 {
      let some = (0..<Int.random(in: 2...8, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).flatMap { _ in
        some[Int.random(in: 0..<some.count, using: &generator)]
      }
      #expect(CodedReading.coded(bytes) == CodedReading.plain(bytes), "\(bytes)")
      let limits = TableLimits(
        bytesPerCell: Int.random(in: 1...30, using: &generator),
        bytesPerRecord: Int.random(in: 1...60, using: &generator), columns: Int.random(in: 5...12, using: &generator))
      let limited = CodedReading.coded(bytes, limits: limits)
      #expect(limited == CodedReading.plain(bytes, limits: limits), "\(bytes) \(limits)")
      if let error = limited.error { codes.insert(error) }
    }
    #expect(codes.isSuperset(of: [.cellTooLarge, .recordTooLarge, .tooManyColumns]))
  }

  @Test("more rows than fit at a time are all read, whether plain or not", arguments: ["1", "\"1\"", "\"1\n\"", "é"])
  func manyRows(cell: String) {
    let row = "id,1,\(cell),2,3,,1,,no\n"
    let bytes = Array(String(repeating: row, count: 3 * CodedRows.capacity + 7).utf8)
    let reading = CodedReading.coded(bytes)
    #expect(reading == CodedReading.plain(bytes))
    #expect(reading.rows.count == 3 * CodedRows.capacity + 7)
  }

  @Test("long runs of short cells have the codes that their cells have", arguments: 0..<4)
  func longRuns(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 600)
    let width = 150
    var columns = CodedColumns(codeCount: width, blank: 99)
    for index in 0..<width { columns.addCodes(CodedReading.table, index: index) }
    for oddity in [10, 100, 1_000, 100_000] {
      let cells = (0..<60).map { _ in
        (0..<width).map { _ in
          if Int.random(in: 0..<oddity, using: &generator) == 0 { return ["no", "é"].randomElement(using: &generator) }
          return ["1", "2", "3", "N", "", ""].randomElement(using: &generator)
        }
      }
      let lines = cells.map { $0.map { $0 ?? "" }.joined(separator: ",") + "\n" }
      var reader = CodedCSVReader(TableChunk(number: 0, bytes: Array(lines.joined().utf8), start: 0))
      var rows = CodedRows(columns)
      var read = 0
      while try reader.next(into: &rows) {
        for row in 0..<rows.count {
          let expected = cells[read + row].map { cell in CodedReading.spellings.firstIndex { $0 == cell } ?? 99 }
          #expect((0..<width).map { Int(rows.codes[rows.place(row, $0)]) } == expected, "row \(read + row)")
        }
        #expect(rows.others.isEmpty)
        read += rows.count
      }
      #expect(read == cells.count)
    }
  }
}
