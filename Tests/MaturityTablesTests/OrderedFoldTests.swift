import Testing

@testable import MaturityTables

@Suite("Work shared in the order of a file")
struct OrderedFoldTests {
  /// Counts bytes in the states and writes the chunks' numbers down in order.
  private static func fold(stopsAt last: Int = .max) -> OrderedFold<TableChunk, [String], Int> {
    OrderedFold(
      parse: { chunk, _ in
        // Chunks take unequal times, so that workers overtake one another.
        for _ in 0..<(chunk.number % 3) * 2_000 { _ = chunk.bytes.count }
        return chunk
      },
      settle: { chunk, order in
        order.append("\(chunk.number)")
        return chunk.number < last
      },
      fail: { error, order in order.append(error.code.rawValue) },
      finish: { chunk, bytes in bytes += chunk.bytes.count - chunk.start })
  }

  private static let rows = Array(repeating: Array("1,2\n".utf8), count: 500).flatMap { $0 }

  @Test("all is settled in order and counted once", arguments: [1, 2, 3, 8], [4, 7, 100, 5_000])
  func order(workers: Int, bytesPerChunk: Int) async throws {
    let result = try await Self.fold().run(
      ChunkReader(.bytes(Self.rows), bytesPerChunk: bytesPerChunk), order: [],
      states: Array(repeating: 0, count: workers), bytesForOne: 0)
    #expect(result.order == result.order.indices.map { "\($0)" })
    #expect(result.states.reduce(0, +) == Self.rows.count)
    #expect(result.states.count == workers)
  }

  @Test("nothing is settled after the block that ends the reading", arguments: [1, 2, 3, 8])
  func stops(workers: Int) async throws {
    let result = try await Self.fold(stopsAt: 5).run(
      ChunkReader(.bytes(Self.rows), bytesPerChunk: 40), order: [], states: Array(repeating: 0, count: workers),
      bytesForOne: 0)
    #expect(result.order == ["0", "1", "2", "3", "4", "5"])
    // The first chunk has the 64 bytes on which the encoding is judged, the others 40.
    let bytes: Int = result.states.reduce(0, +)
    #expect(bytes == 264)
  }

  @Test("an error has its turn", arguments: [1, 2, 8])
  func fails(workers: Int) async throws {
    let result = try await Self.fold().run(
      ChunkReader(.file("/no/such/file")), order: [], states: Array(repeating: 0, count: workers), bytesForOne: 0)
    #expect(result.order == ["not-found"])
  }

  @Test("a small input stays with one worker, and none of it is lost")
  func small() async throws {
    let result = try await Self.fold().run(
      ChunkReader(.bytes(Self.rows), bytesPerChunk: 40), order: [], states: [0, 0, 0], bytesForOne: 1 << 20)
    #expect(result.states == [Self.rows.count, 0, 0])
  }

  @Test("a cancelled task ends", arguments: [1, 3])
  func cancels(workers: Int) async {
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await Self.fold().run(
        ChunkReader(.bytes(Self.rows), bytesPerChunk: 4), order: [], states: Array(repeating: 0, count: workers),
        bytesForOne: 0)
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }
}
