/// Shares the chunks of a table among workers, and gives the same result on any number of them.
///
/// Each worker parses a chunk alone, waits for the chunk's turn in the file to settle what depends on order, and then
/// goes on alone with a state of its own. At most one chunk a worker is in memory. A small input stays with one worker,
/// since sharing it would take longer.
package struct OrderedFold<Block: Sendable, Order: Sendable, State: Sendable>: Sendable {
  /// Inputs of fewer bytes are read by one worker.
  package static var bytesForOne: Int { 1 << 20 }

  private let parse: @Sendable (TableChunk, inout State) -> Block
  private let settle: @Sendable (inout Block, inout Order) -> Bool
  private let fail: @Sendable (TableError, inout Order) -> Void
  private let finish: @Sendable (consuming Block, inout State) -> Void

  /// - Parameters:
  ///   - parse: Turns a chunk into what is kept of it; on any worker, in any order.
  ///   - settle: Settles the next block of the file, one at a time, in order. False ends the reading with this block.
  ///   - fail: Takes the error that ends the reading, in its turn.
  ///   - finish: Takes a settled block into the worker's state; on any worker, in any order.
  package init(
    parse: @escaping @Sendable (TableChunk, inout State) -> Block,
    settle: @escaping @Sendable (inout Block, inout Order) -> Bool,
    fail: @escaping @Sendable (TableError, inout Order) -> Void,
    finish: @escaping @Sendable (consuming Block, inout State) -> Void
  ) {
    self.parse = parse
    self.settle = settle
    self.fail = fail
    self.finish = finish
  }

  /// Reads all chunks, each worker with one of the states. A small input is read where the caller runs.
  /// - Returns: The order after the last block, and the workers' states.
  /// - Throws: `CancellationError` when the task is cancelled: each worker ends with the chunk it has.
  package nonisolated(nonsending) func run(
    _ chunks: consuming ChunkReader, first: TableChunk? = nil, order: consuming Order, states: [State],
    bytesForOne: Int = Self.bytesForOne
  ) async throws -> (order: Order, states: [State]) {
    var queue = ChunkQueue(chunks, first: first)
    if states.count <= 1 || queue.isWithin(bytesForOne) { return try runAlone(queue, order, states) }
    let belt = Belt(queue, order)
    let states = await withTaskGroup(of: State.self) { group in
      for state in states {
        group.addTask { await work(on: belt, from: state) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    try Task.checkCancellation()
    return (await belt.order, states)
  }

  private func runAlone(
    _ queue: consuming ChunkQueue, _ order: consuming Order, _ states: [State]
  ) throws -> (order: Order, states: [State]) {
    // Nobody else holds the order, so that filling it copies nothing.
    var order = order
    var states = states
    guard !states.isEmpty else { return (order, states) }
    while let next = queue.next() {
      try Task.checkCancellation()
      switch next {
      case .failure(let error):
        fail(error, &order)
        return (order, states)
      case .success(let chunk):
        var block = parse(chunk, &states[0])
        let goesOn = settle(&block, &order)
        finish(block, &states[0])
        queue.recycle(chunk)
        if !goesOn { return (order, states) }
      }
    }
    return (order, states)
  }

  private func work(on belt: Belt<Order>, from state: State) async -> State {
    var state = state
    var done: TableChunk?
    while !Task.isCancelled, let (turn, next) = await belt.next(after: done.take()) {
      switch next {
      case .failure(let error):
        _ = await belt.take(turn) { order in
          fail(error, &order)
          return (false, false)
        }
      case .success(let chunk):
        let parsed = parse(chunk, &state)
        let settled: Block? = await belt.take(turn) { order in
          var block = parsed
          let goesOn = settle(&block, &order)
          return (block, goesOn)
        }
        if let settled { finish(settled, &state) }
        done = chunk
      }
    }
    return state
  }
}

/// The chunks of a table that were read ahead, and those still to be read.
private struct ChunkQueue: ~Copyable, Sendable {
  private var chunks: ChunkReader
  private var ahead: [Result<TableChunk, TableError>] = []
  private var hasEnded = false

  init(_ chunks: consuming ChunkReader, first: TableChunk?) {
    self.chunks = chunks
    if let first { ahead.append(.success(first)) }
  }

  /// Whether the table is of fewer bytes; reads so many ahead.
  mutating func isWithin(_ bytes: Int) -> Bool {
    var total = 0
    for case .success(let chunk) in ahead { total += chunk.bytes.count - chunk.start }
    while total < bytes, let next = read() {
      ahead.append(next)
      if case .success(let chunk) = next { total += chunk.bytes.count }
    }
    return total < bytes
  }

  mutating func recycle(_ chunk: consuming TableChunk) { chunks.recycle(chunk) }

  mutating func next() -> Result<TableChunk, TableError>? {
    ahead.isEmpty ? read() : ahead.removeFirst()
  }

  private mutating func read() -> Result<TableChunk, TableError>? {
    guard !hasEnded else { return nil }
    do throws(TableError) {
      if let chunk = try chunks.next() { return .success(chunk) }
      hasEnded = true
      return nil
    } catch {
      hasEnded = true
      return .failure(error)
    }
  }
}

/// Hands chunks to workers, and lets each settle its own in the order of the file.
private actor Belt<Order: Sendable> {
  private(set) var order: Order
  private var queue: ChunkQueue
  private var taken = 0
  private var turn = 0
  private var hasEnded = false
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

  init(_ queue: consuming ChunkQueue, _ order: consuming Order) {
    self.queue = queue
    self.order = order
  }

  /// The next chunk with its turn; nil at the end. Whoever takes a turn settles it.
  /// - Parameter done: The chunk that the worker is done with.
  func next(after done: consuming TableChunk?) -> (turn: Int, chunk: Result<TableChunk, TableError>)? {
    // Taken out, so that nobody else holds its memory when that is used again.
    if let done = done.take() { queue.recycle(done) }
    guard !hasEnded, let next = queue.next() else { return nil }
    taken += 1
    return (taken - 1, next)
  }

  /// Settles in a turn, once all before it are settled; nil, with nothing done, when one of them ended the reading.
  func take<Settled: Sendable>(
    _ own: Int, _ settle: @Sendable (inout Order) -> (Settled, goesOn: Bool)
  ) async -> Settled? {
    if turn != own { await withCheckedContinuation { waiting[own] = $0 } }
    defer {
      turn += 1
      waiting.removeValue(forKey: turn)?.resume()
    }
    guard !hasEnded else { return nil }
    let (settled, goesOn) = settle(&order)
    hasEnded = !goesOn
    return settled
  }
}
