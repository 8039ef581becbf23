public import DigitalMaturity
public import MaturityTables

/// Open comments on their way into reasons: the words of a frame suggest one, and a person has the last word.
///
/// First ``sheet(column:)`` writes each comment with what its words suggest and an empty column `code`. A person fills that column
/// where the suggestion is wrong, or everywhere. Read again, the sheet gives the ``counts``.
public struct CodedComments: Sendable {
  /// One comment.
  public struct Comment: Sendable, Hashable {
    /// Who made it, as the file says; empty where it does not.
    public var respondent: String
    /// What was written.
    public var text: String
    /// What its words suggest.
    public var suggestion: CodingFrame.Suggestion
    /// What a person decided; nil when nobody has looked.
    public var checked: Decision?
  }

  /// What a person decided about a comment.
  public enum Decision: Sendable, Hashable {
    /// It gives the reason at a position in the frame.
    case reason(Int)
    /// It gives no reason.
    case noReason
  }

  /// The frame.
  public let frame: CodingFrame
  /// The comments, in the order of the file; rows without one are left out.
  public let comments: [Comment]
  /// How many rows had no comment.
  public let blank: Int

  /// The columns of a sheet.
  private enum Column {
    static let respondent = "respondent"
    static let suggested = "suggested"
    static let because = "because"
    static let also = "also"
    static let code = "code"
  }

  /// Reads comments from a CSV file: a column of comments, and where they are there `respondent` and `code`, the column
  /// of the person who checked.
  /// - Parameters:
  ///   - source: The file: responses to a questionnaire, or a sheet that was written before.
  ///   - file: The name that diagnostics give it.
  ///   - column: The name of the column with comments.
  ///   - frame: The reasons, whose codes or labels stand in `code`; `none` there means that a comment gives none.
  /// - Throws: `DocumentError` with all problems, each with line and column.
  public init(
    _ source: consuming ByteSource, file: String, column: String, frame: CodingFrame
  ) throws(DocumentError) {
    let table = try NamedColumns(source, file: file, required: [column], optional: [Column.respondent, Column.code])
    var comments: [Comment] = []
    var problems: [Diagnostic] = []
    for row in table.rows {
      let text = row.cells[column] ?? ""
      if text.isEmpty { continue }
      var comment = Comment(
        respondent: row.cells[Column.respondent] ?? "", text: text, suggestion: frame.suggestion(for: text))
      let code = row.cells[Column.code] ?? ""
      if code.isEmpty {
        comment.checked = nil
      } else if Spelling.folded(code) == CodingFrame.none {
        comment.checked = .noReason
      } else if let position = frame.position(of: code) {
        comment.checked = .reason(position)
      } else {
        let known = frame.reasons.map(\.code) + [CodingFrame.none]
        problems.append(
          Diagnostic(
            .unknownReference, "there is no code “\(DocumentNode.short(code))”\(NearestName.hint(code, in: known))",
            at: table.location(of: Column.code, in: row)))
      }
      comments.append(comment)
    }
    if !problems.isEmpty { throw DocumentError(problems) }
    self.frame = frame
    self.comments = comments
    blank = table.rows.count - comments.count
  }

  /// A CSV file to check by hand: each comment with the reason that its words suggest, the hints that were found, other
  /// reasons that were hinted at, and the column `code`, which is empty where nobody has decided.
  /// - Parameter column: What the column of comments is called.
  public func sheet(column: String) -> [UInt8] {
    var csv = CSVWriter()
    for name in [Column.respondent, column, Column.suggested, Column.because, Column.also, Column.code] {
      csv.text(name)
    }
    csv.endRow()
    for comment in comments {
      let codes = comment.suggestion.reasons.map { frame.reasons[$0].code }
      csv.text(comment.respondent)
      csv.text(comment.text)
      csv.text(codes.first ?? "")
      csv.text(comment.suggestion.hints.joined(separator: "; "))
      csv.text(codes.dropFirst().joined(separator: "; "))
      switch comment.checked {
      case .reason(let position): csv.text(frame.reasons[position].code)
      case .noReason: csv.text(CodingFrame.none)
      case nil: csv.text("")
      }
      csv.endRow()
    }
    return csv.bytes
  }

  /// Comments counted by reason: what a person decided, and where nobody did, what the words suggest.
  public var counts: ReasonCounts {
    var counts = ReasonCounts(frame: frame)
    for comment in comments { counts.add(comment) }
    return counts
  }
}
