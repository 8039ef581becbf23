/// What came of importing one file: each column, and the rows.
public struct ImportedFile: Sendable, Hashable {
  /// The file's name.
  public var file: String
  /// The product whose table it is.
  public var importer: String
  /// The columns, in the order of the table.
  public var columns: [ImportedColumn] = []
  /// The questions and attributes that no column asks: they count as blank.
  public var missing: [String] = []
  /// The rows with answers.
  public var rows = 0
  /// The rows of respondents met before that were left out, or took the place of those before.
  public var repeats = 0
  /// The rows with a cell that was not understood.
  public var damagedRows = 0

  /// Whether over half of the rows have a cell that was not understood.
  public var isDamaged: Bool { ResponseProblems.areDamaged(damagedRows, of: rows) }

  /// Makes a report of nothing read yet.
  init(file: String, importer: String) {
    self.file = file
    self.importer = importer
  }
}

/// What became of one column.
public struct ImportedColumn: Sendable, Hashable {
  /// What a column was taken for, and why.
  public enum Outcome: Sendable, Hashable {
    /// A question, an attribute, or the ids of respondents, by id.
    case mapped(String, by: Match)
    /// Ids of responses, from which those of respondents are made.
    case response
    /// Who answered or when, and whether it is kept.
    case detail(FormDetail, isKept: Bool)
    /// Left out, because nothing of it is wanted or the map says so.
    case unused
    /// Left out, because it is no question that is known; with the question that is most like it.
    case unmapped(nearest: String?)
    /// Left out, because the question has been asked by another column: its number, from 1.
    case repeated(String, of: Int)
    /// Left out, because several questions have its text.
    case ambiguous([String])
  }

  /// How a column was matched.
  public enum Match: String, Sendable, Hashable {
    /// By the question's id in the column's text.
    case code
    /// By the question's text.
    case text
    /// By the map.
    case map
  }

  /// The column's name.
  public var title: String
  /// What it was taken for.
  public var outcome: Outcome
  /// Cells that were not understood and how often each stood there, the most frequent first; at most 100 of a column.
  public var notUnderstood: [ImportedValue] = []

  /// Makes a report of a column.
  init(title: String, outcome: Outcome) {
    self.title = title
    self.outcome = outcome
  }
}

/// A cell that was not understood.
public struct ImportedValue: Sendable, Hashable {
  /// The cell, at most 60 characters of it.
  public var text: String
  /// How many rows have it.
  public var count: Int
}

extension ImportedFile {
  /// The report as lines for people: each column with what it was taken for, what was not understood, what is missing.
  public var text: String {
    var lines = ["\(file): \(importer), \(rows) \(rows == 1 ? "row" : "rows")"]
    for (number, column) in columns.enumerated() {
      lines.append("  \(number + 1). \(Self.short(column.title)) → \(column.outcome.words)")
      for value in column.notUnderstood { lines.append("       not understood: “\(value.text)” (\(value.count))") }
    }
    if !missing.isEmpty { lines.append("  No column: \(missing.joined(separator: ", "))") }
    return lines.joined(separator: "\n") + "\n"
  }

  static func short(_ text: String) -> String {
    let clean = String(text.prefix(200).map { $0.isNewline || $0.isWhitespace ? " " : $0 })
    if clean.isEmpty { return "(no name)" }
    return clean.count <= 60 ? clean : "\(clean.prefix(59))…"
  }
}

extension ImportedColumn.Outcome {
  /// What a person reads.
  fileprivate var words: String {
    switch self {
    case .mapped(let id, by: .code): "\(id) (by its code)"
    case .mapped(let id, by: .text): "\(id) (by its text)"
    case .mapped(let id, by: .map): "\(id) (by the map)"
    case .response: "number of the response"
    case .detail(let detail, isKept: true): "\(detail.rawValue), kept"
    case .detail(let detail, isKept: false): "\(detail.rawValue), discarded"
    case .unused: "left out"
    case .unmapped(let nearest?): "NOT MAPPED; nearest: \(nearest)"
    case .unmapped(nearest: nil): "NOT MAPPED; no question is like it"
    case .repeated(let id, of: let number): "NOT MAPPED; column \(number) is \(id) already"
    case .ambiguous(let ids): "NOT MAPPED; could be \(ids.joined(separator: " or "))"
    }
  }
}
