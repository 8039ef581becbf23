import DigitalMaturity
import MaturityTables

/// A response file whose header has been read; JSON Lines have none.
struct OpenedResponses: ~Copyable {
  let plan: ResponsePlan
  /// What is known before the first row.
  private let start: Start
  private let file: String
  private(set) var first: TableChunk?
  private var chunks: ChunkReader

  private struct Start {
    var plan: ResponsePlan
    var problems = ResponseProblems()
    /// The lines up to the end of the header.
    var lines = 0
    /// What follows the header in the chunk that holds it.
    var first: TableChunk?
  }

  /// - Throws: `DocumentError` when the file is empty, has no header, or none of its columns is a question.
  init(
    _ source: consuming ByteSource, format: TableFormat, file: String, questionnaire: Questionnaire,
    bytesPerChunk: Int? = nil
  ) throws(DocumentError) {
    chunks = ChunkReader(source, format: format, bytesPerChunk: bytesPerChunk)
    switch format {
    case .csv: start = try Self.startOfCSV(&chunks, file, questionnaire)
    case .jsonLines: start = try Self.startOfJSONLines(&chunks, file, questionnaire)
    }
    plan = start.plan
    first = start.first
    self.file = file
  }

  /// The chunks after ``first``.
  consuming func rest() -> ChunkReader { chunks }

  /// The next chunk of rows; nil at the end.
  mutating func next() throws(TableError) -> TableChunk? {
    if let first = first.take() { return first }
    return try chunks.next()
  }

  /// What is to be settled in the order of the file, before its first row.
  /// - Parameter code: What is not told of the header.
  func order(_ repeats: RespondentRepeats, without code: Diagnostic.Code? = nil) -> ResponseOrder {
    let problems = code.map(start.problems.without) ?? start.problems
    return ResponseOrder(plan, file: file, lines: start.lines, problems: problems, repeats: repeats)
  }

  // MARK: Headers

  private static func startOfCSV(
    _ chunks: inout ChunkReader, _ file: String, _ questionnaire: Questionnaire
  ) throws(DocumentError) -> Start {
    guard let header = try header(&chunks, file) else {
      throw empty("the file is empty; its first row names the questions", file)
    }
    var binding = HeaderBinding(questionnaire, file: file, line: header.linesBefore + header.row.line(of: 0))
    for cell in header.row.cells(in: 0) { binding.add(header.row.text(of: cell)) }
    var problems = ResponseProblems()
    for problem in header.row.problems {
      problems.add(
        Diagnostic(
          Diagnostic.Code(rawValue: problem.code.rawValue), severity: .warning, problem.message,
          at: SourceLocation(file: file, line: header.linesBefore + problem.line, column: problem.column)))
    }
    for problem in try binding.finish() { problems.add(problem) }
    return Start(
      plan: ResponsePlan(questionnaire, .csv, binding), problems: problems, lines: header.lines, first: header.rest)
  }

  private struct Header {
    var row: CSVBlock
    var linesBefore: Int
    /// The lines up to its end.
    var lines: Int
    var rest: TableChunk
  }

  private static func header(_ chunks: inout ChunkReader, _ file: String) throws(DocumentError) -> Header? {
    var lines = 0
    do throws(TableError) {
      while let chunk = try chunks.next() {
        var reader = CSVReader(chunk)
        let row = try reader.next(rows: 1)
        let linesBefore = lines
        // A chunk may be blank lines alone.
        lines += reader.line - 1
        if let row { return Header(row: row, linesBefore: linesBefore, lines: lines, rest: reader.rest(of: chunk)) }
      }
      return nil
    } catch {
      throw ResponseOrder.documentError(error, file: file, linesBefore: lines)
    }
  }

  private static func startOfJSONLines(
    _ chunks: inout ChunkReader, _ file: String, _ questionnaire: Questionnaire
  ) throws(DocumentError) -> Start {
    var binding = HeaderBinding(questionnaire, file: file, line: 1)
    for name in binding.known { binding.add(name) }
    var start = Start(plan: ResponsePlan(questionnaire, .jsonLines, binding))
    do throws(TableError) {
      start.first = try chunks.next()
    } catch {
      throw ResponseOrder.documentError(error, file: file)
    }
    guard start.first != nil else {
      throw empty("the file is empty; each of its lines is an object whose keys are questions", file)
    }
    return start
  }

  private static func empty(_ message: String, _ file: String) -> DocumentError {
    DocumentError(Diagnostic(.emptyDocument, message, at: SourceLocation(file: file, line: 1, column: 1)))
  }
}
