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
  /// The respondents met, for reading the next file; nil where none were given.
  public let met: RespondentsMet?
}

extension ResponseReader {
  /// Reads a whole response file, its blocks shared among workers.
  ///
  /// The same respondents, the same problems in the same order, and blocks of the same rows on any number of workers;
  /// which worker gets a block is not said. Memory is that of a block a worker. An input of less than 1 MiB is read by
  /// one worker.
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
  public static func fold<State: Sendable>(
    _ source: consuming ByteSource, format: TableFormat? = nil, file: String, questionnaire: Questionnaire,
    met: RespondentsMet? = nil,
    workers: Int = Processors.count, progress: @escaping @Sendable (Int) -> Void = { _ in },
    into makeState: @Sendable () -> State, _ body: @escaping @Sendable (AnswerSheet, inout State) -> Void
  ) async throws -> ResponseFold<State> {
    try await fold(
      source, format: format, file: file, questionnaire: questionnaire, met: met, workers: workers,
      bytesPerChunk: ChunkReader.standardBytes, bytesForOne: OrderedFold<Int, Int, Int>.bytesForOne,
      progress: progress, into: makeState, body)
  }

  /// - Parameters:
  ///   - bytesPerChunk: The bytes of the file that a worker takes at a time.
  ///   - bytesForOne: Below so many bytes one worker reads.
  static func fold<State: Sendable>(
    _ source: consuming ByteSource, format: TableFormat?, file: String, questionnaire: Questionnaire,
    met: RespondentsMet?,
    workers: Int, bytesPerChunk: Int, bytesForOne: Int, progress: @escaping @Sendable (Int) -> Void,
    into makeState: @Sendable () -> State, _ body: @escaping @Sendable (AnswerSheet, inout State) -> Void
  ) async throws -> ResponseFold<State> {
    let work = OrderedFold<ResponseBlock, ResponseOrder, Worker<State>>(
      parse: { chunk, worker in worker.parser.parse(chunk) },
      settle: { block, order in
        let goesOn = order.settle(&block)
        progress(order.respondents)
        return goesOn
      },
      fail: { error, order in order.fail(error) },
      finish: { block, worker in body(block.sheet, &worker.state) })
    let format = format ?? TableFormat(path: file)
    let again = met == nil ? source.again() : nil
    let opened = try OpenedResponses(
      source, format: format, file: file, questionnaire: questionnaire, bytesPerChunk: bytesPerChunk)
    let isRepeatable = again != nil
    var result = try await run(
      work, opened, met: isRepeatable ? .lastAlone : met ?? RespondentsMet(), workers, bytesForOne, makeState)
    if result.order.needsAllIds, let again {
      let opened = try OpenedResponses(
        again, format: format, file: file, questionnaire: questionnaire, bytesPerChunk: bytesPerChunk)
      result = try await run(work, opened, met: RespondentsMet(), workers, bytesForOne, makeState)
    }
    if let failure = result.order.failure { throw failure }
    return ResponseFold(
      states: result.states.map(\.state), problems: result.order.problems, respondents: result.order.respondents,
      met: met == nil ? nil : result.order.met)
  }

  private struct Worker<State: Sendable>: Sendable {
    var parser: ResponseParser
    var state: State
  }

  private static func run<State: Sendable>(
    _ work: OrderedFold<ResponseBlock, ResponseOrder, Worker<State>>, _ opened: consuming OpenedResponses,
    met: RespondentsMet, _ workers: Int, _ bytesForOne: Int, _ makeState: @Sendable () -> State
  ) async throws -> (order: ResponseOrder, states: [Worker<State>]) {
    let order = opened.order(met: met)
    let states = (0..<max(workers, 1)).map { _ in Worker(parser: ResponseParser(opened.plan), state: makeState()) }
    let first = opened.first
    return try await work.run(
      opened.rest(), first: first, order: order, states: states, bytesForOne: bytesForOne)
  }
}
