public import DigitalMaturity
public import MaturityTables

/// What came of reading a whole response file on any number of workers.
public struct ResponseFold<State: Sendable>: Sendable {
  /// The workers' states, in no order; to be merged by a rule that needs none.
  public let states: [State]
  /// What is wrong, in the order of the file.
  public let problems: ResponseProblems
  /// The number of respondents read.
  public let respondents: Int
  /// The rows of respondents met before, which are left out.
  public let repeats: Int
  /// The rows with anything in them.
  public let rows: Int
  /// The rows that could not be read as they were meant.
  public let damagedRows: Int
  /// The respondents met, for reading the next file; nil where none were given.
  public let met: RespondentsMet?
}

extension ResponseReader {
  /// Reads a whole response file, its blocks shared among workers.
  ///
  /// The same respondents, the same problems in the same order, and blocks of the same rows on any number of workers;
  /// which worker gets a block is not said. Memory is that of a block a worker. An input of less than 1 MiB is read
  /// where the caller runs, with no other thread.
  ///
  /// ```swift
  /// let read = try await ResponseReader.fold(
  ///   .file("responses.csv"), file: "responses.csv", questionnaire: questionnaire,
  ///   into: { scorer.makeTally() }, { sheet, tally in scorer.tally(sheet, into: &tally) })
  /// ```
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - format: How it is written; nil for what the name promises, which is CSV but for `.jsonl` and `.ndjson`.
  ///   - file: The name that problems give it.
  ///   - questionnaire: The questionnaire that was answered.
  ///   - met: Respondents met in other files of the same questionnaire; nil for its only file. Then nothing is kept as
  ///     long as ids ascend, by length and then by bytes; a file on disk is read again when they do not.
  ///   - workers: How many; at least 1.
  ///   - progress: Told how many respondents have been read, now and then, one call at a time; the count begins anew when
  ///     a file is read again.
  ///   - makeState: Makes a worker's state.
  ///   - body: Takes the respondents of a block into a worker's state.
  /// - Throws: `DocumentError` when there is no header, none of its columns is a question, or the file cannot be read to
  ///   its end; `CancellationError` when the task is cancelled.
  public nonisolated(nonsending) static func fold<State: Sendable>(
    _ source: consuming ByteSource, format: TableFormat? = nil, file: String, questionnaire: Questionnaire,
    met: RespondentsMet? = nil,
    workers: Int = Processors.count, progress: @escaping @Sendable (Int) -> Void = { _ in },
    into makeState: @Sendable () -> State, _ body: @escaping @Sendable (AnswerSheet, inout State) -> Void
  ) async throws -> ResponseFold<State> {
    try await fold(
      source, format: format, file: file, questionnaire: questionnaire, met: met, workers: workers,
      bytesPerChunk: nil, bytesForOne: OrderedFold<Int, Int, Int>.bytesForOne,
      progress: progress, into: makeState, body)
  }

  /// - Parameters:
  ///   - bytesPerChunk: The bytes of the file that a worker takes at a time; nil for as many as its format asks for.
  ///   - bytesForOne: Below so many bytes one worker reads.
  nonisolated(nonsending) static func fold<State: Sendable>(
    _ source: consuming ByteSource, format: TableFormat?, file: String, questionnaire: Questionnaire,
    met: RespondentsMet?,
    workers: Int, bytesPerChunk: Int?, bytesForOne: Int, progress: @escaping @Sendable (Int) -> Void,
    into makeState: @Sendable () -> State, _ body: @escaping @Sendable (AnswerSheet, inout State) -> Void
  ) async throws -> ResponseFold<State> {
    let reading = ResponseReading(
      questionnaire: questionnaire, bytesPerChunk: bytesPerChunk, bytesForOne: bytesForOne, progress: progress,
      body: body)
    let states = (0..<max(workers, 1)).map { _ in makeState() }
    let again = met == nil ? source.again() : nil
    let result = try await reading.read(
      source, again: again, format: format, file: file, RespondentRepeats(.reject, met: met ?? RespondentsMet()), states
    )
    let order = result.order
    return ResponseFold(
      states: result.states, problems: order.problems, respondents: order.respondents, repeats: order.repeats.count,
      rows: order.rows, damagedRows: order.damagedRows, met: met == nil ? nil : order.repeats.met)
  }
}

/// How files are read by several workers, each with a state.
struct ResponseReading<State: Sendable>: Sendable {
  let questionnaire: Questionnaire
  var bytesPerChunk: Int?
  var bytesForOne = OrderedFold<Int, Int, Int>.bytesForOne
  let progress: @Sendable (Int) -> Void
  let body: @Sendable (AnswerSheet, inout State) -> Void

  private struct Worker: Sendable {
    var parser: ResponseParser
    var state: State
  }

  /// Reads a file from its start to its end.
  /// - Parameters:
  ///   - again: The same file once more; then no ids are kept as long as they ascend, and it is read again when they do
  ///     not.
  ///   - repeats: The respondents met before.
  ///   - states: The workers' states so far.
  nonisolated(nonsending) func read(
    _ source: consuming ByteSource, again: consuming ByteSource?, format: TableFormat?, file: String,
    _ repeats: RespondentRepeats, _ states: [State]
  ) async throws -> (order: ResponseOrder, states: [State]) {
    let canReadAgain = again != nil
    var result = try await read(
      source, format, file, canReadAgain ? RespondentRepeats(repeats.policy, met: .lastAlone) : repeats, states)
    if result.order.needsAllIds, let again = again {
      result = try await read(again, format, file, repeats, states)
    }
    if let failure = result.order.failure { throw failure }
    return result
  }

  private nonisolated(nonsending) func read(
    _ source: consuming ByteSource, _ format: TableFormat?, _ file: String, _ repeats: RespondentRepeats,
    _ states: [State]
  ) async throws -> (order: ResponseOrder, states: [State]) {
    let work = OrderedFold<ResponseBlock, ResponseOrder, Worker>(
      parse: { chunk, worker in worker.parser.parse(chunk) },
      settle: { [progress] block, order in
        let goesOn = order.settle(&block)
        progress(order.respondents)
        return goesOn
      },
      fail: { error, order in order.fail(error) },
      finish: { [body] block, worker in
        body(block.sheet, &worker.state)
        worker.parser.recycle(block)
      })
    let opened = try OpenedResponses(
      source, format: format ?? TableFormat(path: file), file: file, questionnaire: questionnaire,
      bytesPerChunk: bytesPerChunk)
    let order = opened.order(repeats)
    let workers = states.map { Worker(parser: ResponseParser(opened.plan), state: $0) }
    let first = opened.first
    let result = try await work.run(
      opened.rest(), first: first, order: order, states: workers, bytesForOne: bytesForOne)
    return (result.order, result.states.map(\.state))
  }
}
