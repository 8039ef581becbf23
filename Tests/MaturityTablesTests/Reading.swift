@testable import MaturityTables

/// Everything a reader says about a source, in a form that can be compared.
struct Reading: Equatable {
  var rows: [[[UInt8]]] = []
  var lines: [Int] = []
  var problems: [TableProblem] = []
  var error: TableError?

  /// The cells as text, for expectations that are easy to read.
  var text: [[String]] { rows.map { $0.map { String(decoding: $0, as: UTF8.self) } } }

  init() {}

  init(
    _ bytes: [UInt8], rows wanted: Int = 4096, limits: TableLimits = .standard,
    bytesPerRead: Int = 1 << 20, bytesPerBlock: Int = 1 << 20
  ) {
    var reader = CSVReader(.bytes(bytes), limits: limits, bytesPerRead: bytesPerRead, bytesPerBlock: bytesPerBlock)
    self.init(&reader, rows: wanted)
  }

  init(_ text: String, rows wanted: Int = 4096, limits: TableLimits = .standard) {
    self.init(Array(text.utf8), rows: wanted, limits: limits)
  }

  init(_ reader: inout CSVReader, rows wanted: Int = 4096) {
    do throws(TableError) {
      while let block = try reader.next(rows: wanted) {
        guard block.firstRecord == rows.count, 1...max(1, wanted) ~= block.count else {
          error = TableError(code: TableError.Code(rawValue: "wrong-block"), message: "\(block.firstRecord)")
          return
        }
        for row in 0..<block.count {
          rows.append(block.cells(in: row).map { Array(block.bytes[block.range(of: $0)]) })
          lines.append(block.line(of: row))
        }
        problems += block.problems
      }
    } catch {
      self.error = error
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), so that a failure can be repeated from its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
