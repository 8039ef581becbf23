public import DigitalMaturity
public import MaturityTables

/// Which question a column of a form is, where its text does not say: a person's word, which comes before any other.
///
/// In CSV two columns, `column,question`, with a row of names; in YAML or JSON a mapping of columns to questions. A column
/// is its text, or its number in the table. A question is the id of a question or an attribute, or `respondent`; one option of several is such as
/// `channels[phone]`; nothing or `-` leaves the column out.
public struct ColumnMap: Sendable, Hashable {
  /// One column.
  public struct Entry: Sendable, Hashable {
    /// The column's text or number.
    public var column: String
    /// The id of a question or attribute, or `respondent`; nil to leave the column out.
    public var target: String?
    /// Where the entry stands.
    public var location: SourceLocation?

    /// Makes an entry.
    public init(column: String, target: String?, location: SourceLocation? = nil) {
      self.column = column
      self.target = target
      self.location = location
    }
  }

  /// The columns.
  public private(set) var entries: [Entry] = []

  /// A map of nothing.
  public init() {}

  /// Makes a map.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// Reads a mapping of YAML or JSON.
  /// - Throws: `DocumentError` when it is anything else.
  public init(_ document: Document) throws(DocumentError) {
    let log = DiagnosticLog()
    let root = document.root
    if root.kind != .mapping {
      log.error(.wrongType, "a mapping of columns to questions belongs here", at: root.location)
    }
    for (key, value) in root.kind == .mapping ? Array(root.members) : [] {
      guard let column = key.readText(into: log) else { continue }
      if value.isNull {
        entries.append(Entry(column: column, target: nil, location: key.location))
      } else if let target = value.readText(into: log) {
        entries.append(Entry(column: column, target: Self.target(target), location: value.location))
      }
    }
    try log.throwIfErrors()
  }

  /// Reads a CSV file.
  /// - Throws: `DocumentError` when it cannot be read, or a row has not two cells.
  public init(csv source: consuming ByteSource, file: String) throws(DocumentError) {
    let log = DiagnosticLog()
    var isHeader = true
    for row in try FormRows.all(of: source, file: file) {
      for problem in row.problems { log.add(problem) }
      let place = SourceLocation(file: file, line: row.line, column: 1)
      if isHeader {
        isHeader = false
        let names = row.cells.map(LooseText.folded)
        if names.prefix(2) == ["column", "question"] { continue }
        log.error(.missingColumn, "the first row names the two columns, “column” and “question”", at: place)
      } else if row.cells.count < 2 || row.cells.dropFirst(2).contains(where: { !$0.isEmpty }) {
        log.error(
          .raggedRow,
          "a row has two cells, a column's text and a question's id; put text with commas in quotation marks",
          at: place)
      } else {
        entries.append(Entry(column: row.cells[0], target: Self.target(row.cells[1]), location: place))
      }
    }
    if isHeader { log.error(.emptyDocument, "the file is empty; its first row is “column,question”") }
    try log.throwIfErrors()
  }

  private static func target(_ text: String) -> String? {
    let folded = Spelling.folded(text)
    return folded.isEmpty || folded == "-" ? nil : folded
  }
}
