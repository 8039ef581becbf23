/// Shares the chunks of a table among workers, and gives the same result on any number of them.
///
/// Each worker parses a chunk alone and hands it in; what depends on order is settled in the chunk's turn in the file, by
/// whoever hands in the one that was missing, who then finishes all that were settled with a state of its own. Nobody
/// waits for a turn, unless so many chunks are ahead of theirs that memory would grow: at most a few a worker are in it. A
/// small input stays with one worker, since sharing it would take longer.
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
    let belt = Belt(queue, order, settle: settle, fail: fail, atMost: max(states.count - 1, 1))
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

  private func work(on belt: Belt<Block, Order>, from state: State) async -> State {
    var state = state
    var done: TableChunk?
    while !Task.isCancelled, let (turn, next) = await belt.next(after: done.take()) {
      let parsed: Result<Block, TableError>
      switch next {
      case .failure(let error): parsed = .failure(error)
      case .success(let chunk):
        parsed = .success(parse(chunk, &state))
        done = chunk
      }
      var settled = await belt.handIn(parsed, turn)
      // Taken out one by one, so that nobody else holds their memory.
      while !settled.isEmpty { finish(settled.removeFirst(), &state) }
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

/// Hands chunks to workers, and settles what they make of them in the order of the file.
private actor Belt<Block: Sendable, Order: Sendable> {
  private(set) var order: Order
  private var queue: ChunkQueue
  private let settle: @Sendable (inout Block, inout Order) -> Bool
  private let fail: @Sendable (TableError, inout Order) -> Void
  private let most: Int
  private var taken = 0
  private var turn = 0
  private var hasEnded = false
  /// What was handed in before its turn.
  private var early: [Int: Result<Block, TableError>] = [:]
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// - Parameter most: How many blocks at most lie here before their turn.
  init(
    _ queue: consuming ChunkQueue, _ order: consuming Order,
    settle: @escaping @Sendable (inout Block, inout Order) -> Bool,
    fail: @escaping @Sendable (TableError, inout Order) -> Void, atMost most: Int
  ) {
    self.queue = queue
    self.order = order
    self.settle = settle
    self.fail = fail
    self.most = most
  }

  /// The next chunk with its turn; nil at the end. Whoever takes a turn hands it in.
  /// - Parameter done: The chunk that the worker is done with.
  func next(after done: consuming TableChunk?) async -> (turn: Int, chunk: Result<TableChunk, TableError>)? {
    // Taken out, so that nobody else holds its memory when that is used again.
    if let done = done.take() { queue.recycle(done) }
    // The one whose turn it is has been taken, and whoever has it does not wait here.
    while early.count >= most { await withCheckedContinuation { waiting.append($0) } }
    guard !hasEnded, let next = queue.next() else { return nil }
    taken += 1
    return (taken - 1, next)
  }

  /// Settles a block and those after it that lie here, or keeps it until its turn.
  /// - Returns: The blocks settled; none of those after one that ended the reading.
  func handIn(_ block: consuming Result<Block, TableError>, _ own: Int) -> [Block] {
    early[own] = block
    var settled: [Block] = []
    while let next = early.removeValue(forKey: turn) {
      turn += 1
      if hasEnded { continue }
      switch next {
      case .failure(let error):
        fail(error, &order)
        hasEnded = true
      case .success(var block):
        hasEnded = !settle(&block, &order)
        settled.append(block)
      }
    }
    if early.count < most {
      for waiter in waiting { waiter.resume() }
      waiting = []
    }
    return settled
  }
}
