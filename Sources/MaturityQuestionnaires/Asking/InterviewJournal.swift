public import DigitalMaturity

/// The journal of an interview: a line that says which, then a line for each thing that was learnt.
///
/// Whoever runs an interview appends each line and makes sure that it is on disk before the next question is shown; then a
/// process that is killed loses nothing. A line that was cut short by that is passed over.
public struct InterviewJournal: Sendable, Hashable {
  /// The assessment's id.
  public let assessment: String
  /// The questionnaire's id.
  public let questionnaire: String
  /// Who is interviewed.
  public let respondent: String
  /// What was learnt, in order.
  public let entries: [InterviewEntry]
  /// How many lines could not be read.
  public let damagedLines: Int

  /// The first line of a journal, which ends in a newline.
  public static func start(
    _ respondent: String, _ questionnaire: Questionnaire, of assessment: Identifier<Assessment>
  ) -> [UInt8] {
    JSONLine.bytes { json in
      json.member("interview", 1)
      json.member("assessment", assessment.rawValue)
      json.member("questionnaire", questionnaire.id.rawValue)
      json.member("respondent", respondent)
    }
  }

  /// Reads a journal. O(bytes).
  /// - Throws: `DocumentError` where its first line is none of a journal.
  public init(_ bytes: [UInt8], file: String) throws(DocumentError) {
    var lines = bytes.split(separator: 0x0A)[...]
    func node(_ line: ArraySlice<UInt8>) -> DocumentNode? { try? JSONReader.read(Array(line), file: file).root }
    // Whoever was killed while writing the first line wrote it again.
    var start: DocumentNode?
    while start == nil, let line = lines.popFirst() {
      start = node(line).flatMap { $0.member("interview")?.integer == 1 ? $0 : nil }
    }
    guard let assessment = start?.member("assessment")?.text,
      let questionnaire = start?.member("questionnaire")?.text, let respondent = start?.member("respondent")?.text
    else {
      throw DocumentError(
        Diagnostic(
          .syntax, "this is no journal of an interview; name another --output, or move the file away",
          at: SourceLocation(file: file, line: 1, column: 1)))
    }
    (self.assessment, self.questionnaire, self.respondent) = (assessment, questionnaire, respondent)
    let read = lines.map { node($0).flatMap { InterviewEntry($0) } }
    entries = read.compactMap { $0 }
    damagedLines = read.count - entries.count
  }
}
