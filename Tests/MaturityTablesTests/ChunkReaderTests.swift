import Testing

@testable import MaturityTables

@Suite("Chunks of whole records")
struct ChunkReaderTests {
  /// A reading by way of chunks, put together as the file has it.
  private static func reading(
    _ bytes: [UInt8], limits: TableLimits = .standard, bytesPerChunk: Int, recycles: Bool = true
  ) -> Reading {
    var whole = Reading()
    var chunks = ChunkReader(.bytes(bytes), limits: limits, bytesPerChunk: bytesPerChunk)
    var lines = 0
    do throws(TableError) {
      while let chunk = try chunks.next() {
        var reader = CSVReader(chunk, limits: limits, bytesPerBlock: 30)
        let records = whole.rows.count
        do throws(TableError) {
          while let block = try reader.next(rows: 3) {
            for row in 0..<block.count {
              whole.rows.append(block.cells(in: row).map { Array(block.bytes[block.range(of: $0)]) })
              whole.lines.append(lines + block.line(of: row))
            }
            whole.problems += block.problems.map {
              TableProblem(
                code: $0.code, record: records + $0.record, line: lines + $0.line, column: $0.column,
                message: $0.message)
            }
          }
        } catch {
          throw TableError(
            code: error.code, record: error.record.map { records + $0 }, line: error.line.map { lines + $0 },
            column: error.column, message: error.message)
        }
        lines += reader.line - 1
        if recycles { chunks.recycle(chunk) }
      }
    } catch {
      whole.error = error
    }
    return whole
  }

  private static let pieces: [[UInt8]] = [
    [0x22], [0x22], [0x22, 0x22], [0x2C], [0x2C], [0x2C, 0x22], [0x0D], [0x0A], [0x0D, 0x0A], [0x00], [0xC3, 0xA9],
    [0xC3], [0x61], Array("abcdefghi".utf8), Array("1,2,3,4,5,1,2,3,4".utf8),
  ]

  private static func randomBytes(_ generator: inout SeededGenerator) -> [UInt8] {
    let some = (0..<Int.random(in: 2...8, using: &generator)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &generator)]
    }
    return (0..<Int.random(in: 0...80, using: &generator)).flatMap { _ in
      some[Int.random(in: 0..<some.count, using: &generator)]
    }
  }

  @Test("records, lines and problems are those of the whole file, wherever it is cut", arguments: 0..<6)
  func cuts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 50)
    for _ in 0..<800 {
      let bytes = Self.randomBytes(&generator)
      let cut = Self.reading(bytes, bytesPerChunk: Int.random(in: 1...60, using: &generator))
      #expect(cut == Reading(bytes), "\(bytes)")
    }
  }

  @Test("an error comes after the same records, wherever the file is cut", arguments: 0..<4)
  func limits(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 500)
    for _ in 0..<800 {
      let bytes = Self.randomBytes(&generator)
      let limits = TableLimits(
        bytesPerCell: Int.random(in: 1...30, using: &generator),
        bytesPerRecord: Int.random(in: 1...60, using: &generator), columns: Int.random(in: 1...12, using: &generator))
      let cut = Self.reading(
        bytes, limits: limits, bytesPerChunk: Int.random(in: 1...60, using: &generator),
        recycles: seed.isMultiple(of: 2))
      #expect(cut == Reading(bytes, limits: limits), "\(bytes) \(limits)")
    }
  }

  @Test("every size of chunk reads every form of line end", arguments: 1...40)
  func sizes(bytesPerChunk: Int) {
    let text = "\u{FEFF}id,\"a ,\r\nb\"\r\n1,2\r\r\n\n3,\"\"\"\"\r4,x\"y\n\n\n5,\"open\n6"
    #expect(Self.reading(Array(text.utf8), bytesPerChunk: bytesPerChunk) == Reading(text))
  }

  @Test("a chunk is about as large as was asked for, and one record that is larger is whole")
  func size() throws {
    let rows = Array(repeating: Array("12345,6789\n".utf8), count: 1_000).flatMap { $0 }
    let cell = [0x22] + Array(repeating: UInt8(0x0A), count: 10_000_000) + [0x22, 0x0A]
    var chunks = ChunkReader(.bytes(rows + cell + rows), bytesPerChunk: 1_000)
    var sizes: [Int] = []
    while let chunk = try chunks.next() { sizes.append(chunk.bytes.count - chunk.start) }
    #expect(sizes.reduce(0, +) == 22_000 + cell.count)
    #expect(sizes.filter { $0 <= 1_000 }.count == sizes.count - 1)
    #expect(sizes.contains { $0 >= cell.count && $0 <= 2 * cell.count })
  }

  @Test("UTF-16 is refused and an empty file has no chunk")
  func starts() throws {
    var empty = ChunkReader(.bytes([]))
    #expect(try empty.next() == nil)
    var wide = ChunkReader(.bytes([0xFF, 0xFE, 0x61, 0x00]))
    #expect(throws: TableError.self) { try wide.next() }
  }
}
