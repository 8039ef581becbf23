public import DigitalMaturity
public import MaturityTables

/// Reads a response file, a row a respondent and a column a question, into answer sheets, block by block.
///
/// A file is CSV, whose first row names the columns, or JSON Lines: one flat object a line, whose keys are the columns.
/// Columns are named by the ids of questions and attributes, in any order; `respondent` holds an id that is used to find
/// repeats and then forgotten. A cell is an option's id or label, or for `level` questions the level's value; blank means
/// unanswered. What is not understood is noted in ``problems`` with its row and column, and the row's other answers are
/// kept. A row whose respondent has been met is left out, and noted.
public struct ResponseReader: ~Copyable {
  /// What is wrong so far.
  public var problems: ResponseProblems { order.problems }
  /// The respondents read so far.
  public var respondents: Int { order.respondents }

  private var opened: OpenedResponses
  private var parser: ResponseParser
  private var order: ResponseOrder

  /// Reads the header.
  /// - Parameters:
  ///   - source: The file.
  ///   - format: How it is written; nil for what the name promises, which is CSV but for `.jsonl` and `.ndjson`.
  ///   - file: The name that problems give it.
  ///   - questionnaire: The questionnaire that was answered.
  ///   - met: Respondents met in other files of the same questionnaire.
  /// - Throws: `DocumentError` when there is no header, or none of its columns is a question.
  public init(
    _ source: consuming ByteSource, format: TableFormat? = nil, file: String, questionnaire: Questionnaire,
    met: RespondentsMet = RespondentsMet()
  ) throws(DocumentError) {
    let opened = try OpenedResponses(
      source, format: format ?? TableFormat(path: file), file: file, questionnaire: questionnaire)
    parser = ResponseParser(opened.plan)
    order = opened.order(RespondentRepeats(.reject, met: met))
    self.opened = opened
  }

  /// The respondents met, for reading the next file of the same questionnaire.
  public consuming func respondentsMet() -> RespondentsMet { order.repeats.met }

  /// The respondents of the next block, about a MiB of the file, and perhaps none; nil at the end. O(bytes).
  /// - Throws: `DocumentError` when the file cannot be read on.
  public mutating func next() throws(DocumentError) -> AnswerSheet? {
    if let failure = order.failure { throw failure }
    let chunk: TableChunk?
    do throws(TableError) {
      chunk = try opened.next()
    } catch {
      order.fail(error)
      throw ResponseOrder.documentError(error, file: order.file)
    }
    guard let chunk else { return nil }
    var block = parser.parse(chunk)
    _ = order.settle(&block)
    if let failure = order.failure, block.sheet.count == 0 { throw failure }
    return block.sheet
  }
}
