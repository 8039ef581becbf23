public import DigitalMaturity
public import MaturityTables

/// A response file, before it is opened.
public struct ResponseFile: Sendable {
  /// Where a file lies.
  public enum Place: Sendable {
    /// On disk.
    case path(String)
    /// The standard input of the process, which can be read once.
    case standardInput
    /// In memory.
    case bytes([UInt8])
  }

  /// The name that problems give it.
  public var name: String
  /// Where it lies.
  public var place: Place
  /// How it is written; nil for what the name promises, which is CSV but for `.jsonl` and `.ndjson`.
  public var format: TableFormat?

  /// Makes a file.
  public init(name: String, place: Place, format: TableFormat? = nil) {
    self.name = name
    self.place = place
    self.format = format
  }

  /// The file on disk with a path.
  public init(path: String, format: TableFormat? = nil) { self.init(name: path, place: .path(path), format: format) }

  func open() -> ByteSource {
    switch place {
    case .path(let path): .file(path)
    case .standardInput: .standardInput
    case .bytes(let bytes): .bytes(bytes)
    }
  }
}

/// What came of one of several response files.
public struct ResponseFileReport: Sendable, Hashable {
  /// The file's name.
  public let name: String
  /// What is wrong, in the order of the file.
  public let problems: ResponseProblems
  /// The number of respondents read.
  public let respondents: Int
  /// The rows that are left out, since their respondent stands in another; in a long file, the answers.
  public let repeats: Int
  /// The rows with anything in them.
  public let rows: Int
  /// The rows that could not be read as they were meant.
  public let damagedRows: Int

  /// Whether over half of the rows have problems.
  public var isDamaged: Bool { ResponseProblems.areDamaged(damagedRows, of: rows) }

  init(_ order: ResponseOrder) {
    self.init(
      name: order.file, problems: order.problems, respondents: order.respondents, repeats: order.repeats.count,
      rows: order.rows, damagedRows: order.damagedRows)
  }

  init(name: String, problems: ResponseProblems, respondents: Int, repeats: Int, rows: Int, damagedRows: Int) {
    self.name = name
    self.problems = problems
    self.respondents = respondents
    self.repeats = repeats
    self.rows = rows
    self.damagedRows = damagedRows
  }
}

extension ResponseReader {
  /// Reads all response files of a questionnaire as one sheet, their blocks shared among workers.
  ///
  /// Files are wide CSV, a row a respondent and a column a question; JSON Lines; or long CSV, a row an answer, whose header
  /// has the columns `respondent`, `question` and `answer`. All answers of one respondent in long files are one response,
  /// wherever they stand; long files are held in memory and count after all others.
  ///
  /// With ``DuplicatePolicy/last`` nothing is known of a row's repeats before the end, so files with repeats are read
  /// twice: they must be on disk or in memory. Without repeats one reading is enough.
  ///
  /// - Parameters:
  ///   - files: The files, in order.
  ///   - questionnaire: The questionnaire that was answered.
  ///   - duplicates: Which of several rows of one respondent counts.
  ///   - workers: How many; at least 1.
  ///   - progress: Told the file that is read and how many respondents of it have been, now and then.
  ///   - makeState: Makes a worker's state.
  ///   - body: Takes the respondents of a block into a worker's state.
  /// - Returns: The workers' states, in no order, and a report of each file.
  /// - Throws: `DocumentError` when a file has no header, none of its columns is a question, or it cannot be read to its
  ///   end, with the problems of the files before it; `CancellationError` when the task is cancelled.
  public nonisolated(nonsending) static func fold<State: Sendable>(
    files: [ResponseFile], questionnaire: Questionnaire, duplicates: DuplicatePolicy = .reject,
    workers: Int = Processors.count, progress: @escaping @Sendable (String, Int) -> Void = { _, _ in },
    into makeState: @Sendable () -> State, _ body: @escaping @Sendable (AnswerSheet, inout State) -> Void
  ) async throws -> (states: [State], files: [ResponseFileReport]) {
    let fresh = (0..<max(workers, 1)).map { _ in makeState() }
    var long: LongResponses?
    var wide: [Int] = []
    var reports: [Int: ResponseFileReport] = [:]
    var states = fresh
    var repeats = RespondentRepeats(duplicates, met: RespondentsMet())
    do {
      for (index, file) in files.enumerated() {
        var source = file.open()
        if try LongResponses.isLong(&source, file, questionnaire) {
          var responses = long.take() ?? LongResponses(questionnaire, duplicates)
          try responses.read(source, file: file.name)
          long = responses
          continue
        }
        wide.append(index)
        // One file alone is searched for repeats without keeping its ids, where their order allows.
        let again = files.count == 1 ? source.again() : nil
        let reading = ResponseReading(questionnaire: questionnaire, progress: { progress(file.name, $0) }, body: body)
        let result = try await reading.read(
          source, again: again, format: file.format, file: file.name, repeats, states)
        (states, repeats) = (result.states, result.order.repeatsOfNext)
        reports[index] = ResponseFileReport(result.order)
      }
      let again = repeats.again.merging(long?.keys(metIn: repeats.met) ?? [:]) { $0 + $1 }
      if duplicates == .last, !again.isEmpty {
        (states, repeats) = (fresh, RespondentRepeats(lastOf: again))
        for index in wide {
          let file = files[index]
          if case .standardInput = file.place { throw Self.cannotReadAgain(file.name) }
          let reading = ResponseReading(questionnaire: questionnaire, progress: { progress(file.name, $0) }, body: body)
          let result = try await reading.read(
            file.open(), again: nil, format: file.format, file: file.name, repeats, states)
          (states, repeats) = (result.states, result.order.repeatsOfNext)
          reports[index] = ResponseFileReport(result.order)
        }
      }
    } catch let error as DocumentError {
      let before = reports.sorted { $0.key < $1.key }.flatMap(\.value.problems.list)
      throw DocumentError(before + error.diagnostics)
    }
    let all = files.indices.compactMap { reports[$0] }
    guard let long = long.take() else { return (states, all) }
    let rest = long.finished(after: repeats)
    body(rest.sheet, &states[0])
    return (states, all + rest.reports)
  }

  private static func cannotReadAgain(_ name: String) -> DocumentError {
    DocumentError(
      Diagnostic(
        .unreadableFile,
        "which row of a respondent is the last is known at the end only, and this can be read once; save it as a file",
        at: SourceLocation(file: name, line: 1, column: 1)))
  }
}
