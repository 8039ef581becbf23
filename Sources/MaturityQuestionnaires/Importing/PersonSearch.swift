public import DigitalMaturity
public import MaturityTables

/// Finds where a person stands in files: the rows that have a name, a code or an address as the whole of a cell.
///
/// ```swift
/// var search = PersonSearch(["kd4t9wxn"])
/// try search.read(.file("answers.csv"), file: "answers.csv")
/// for place in search.places { print(place.file, place.line, place.column) }
/// ```
///
/// CSV in any encoding and with any separator that ``ResponseImport`` reads, JSON Lines, and the rows of any other table.
public struct PersonSearch: Sendable {
  /// A cell that names the person.
  public struct Place: Sendable, Hashable {
    /// The file, as it was called.
    public let file: String
    /// The line on which the row begins; of a workbook its row.
    public let line: Int
    /// The name of the column, or its number where the first row has none.
    public let column: String
    /// Whether the cell says more than the name.
    public let isMention: Bool
    /// The line on which the next row begins; nil for the last row.
    public internal(set) var nextLine: Int?
  }

  /// What was found, in the order of files and rows.
  public private(set) var places: [Place] = []
  /// How many rows were looked at, those with the names of columns left out.
  public private(set) var rows = 0
  /// What is wrong in the files, so that a name may be missed, such as formulas whose results were not saved.
  public private(set) var problems = ResponseProblems()

  private let names: [String]
  private let findsMentions: Bool

  /// Makes a search.
  /// - Parameters:
  ///   - names: What the person is called, such as a name, a code and an e-mail address; however capitalised.
  ///   - mentions: Whether cells that say more than a name are found too, such as a comment.
  public init(_ names: [String], mentions: Bool = false) {
    self.names = names.map { Spelling.folded($0) }.filter { !$0.isEmpty }
    findsMentions = mentions
  }

  /// Looks through a file: JSON Lines by its name, else CSV. O(bytes).
  /// - Throws: `DocumentError` when it cannot be read to its end; what was found before stays.
  public mutating func read(_ source: consuming ByteSource, file: String) throws(DocumentError) {
    if TableFormat(path: file) == .jsonLines {
      try readJSONLines(source, file: file)
      return
    }
    var rows = FormRows(source, file: file)
    try read(file: file) { () throws(DocumentError) in try rows.next() }
  }

  /// Looks through the rows of any table, the first of which names its columns.
  /// - Throws: What `next` throws; what was found before stays.
  public mutating func read(
    file: String, _ next: () throws(DocumentError) -> FormRow?
  ) throws(DocumentError) {
    guard let header = try next() else { return }
    var open = places.count
    var isHeader = true
    // The first row may be that of a person.
    var row: FormRow? = header
    while let current = row {
      for problem in current.problems { problems.add(problem) }
      for index in places.indices[open...] { places[index].nextLine = current.line }
      open = places.count
      for (number, cell) in current.cells.enumerated() {
        let name = header.cells.indices.contains(number) ? LooseText.trimmed(header.cells[number]) : ""
        look(at: cell, file, current.line, name.isEmpty || isHeader ? String(number + 1) : name)
      }
      if !isHeader { rows += 1 }
      isHeader = false
      row = try next()
    }
  }

  private mutating func readJSONLines(_ source: consuming ByteSource, file: String) throws(DocumentError) {
    var source = source
    var bytes: [UInt8] = []
    do throws(TableError) {
      while try source.read(1 << 20, into: &bytes) {}
    } catch {
      throw ResponseOrder.documentError(error, file: file)
    }
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
      rows += 1
      let found = places.count
      let node: DocumentNode
      do throws(DocumentError) {
        node = try JSONReader.read(Array(line), file: file).root
      } catch {
        throw DocumentError(
          error.diagnostics.map { problem in
            var problem = problem
            problem.location = SourceLocation(file: file, line: index + 1, column: problem.location?.column ?? 1)
            return problem
          })
      }
      for (key, value) in node.members {
        for cell in [value] + value.elements { look(at: cell.text ?? "", file, index + 1, key.text ?? "") }
      }
      for place in places.indices[found...] { places[place].nextLine = index + 2 }
    }
  }

  private mutating func look(at cell: String, _ file: String, _ line: Int, _ column: String) {
    let text = Spelling.folded(PseudonymTable.plain(cell))
    let isWhole = names.contains(text)
    guard isWhole || findsMentions && names.contains(where: { text.contains($0) }) else { return }
    places.append(Place(file: file, line: line, column: column, isMention: !isWhole))
  }

  // MARK: Taking out

  /// The bytes of a file without the rows that name the person, every other byte as it was. Mentions stay: only somebody
  /// who reads them can say what is to become of them. O(bytes).
  ///
  /// - Parameters:
  ///   - bytes: The whole file, CSV in UTF-8 or JSON Lines, as it was searched.
  ///   - file: What it was called.
  public func removing(from bytes: [UInt8], file: String) -> [UInt8] {
    let removed = places.filter { $0.file == file && !$0.isMention }
    guard !removed.isEmpty else { return bytes }
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isEnd = byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
      if isEnd { starts.append(index + 1) }
    }
    var kept: [UInt8] = []
    var next = 0
    for place in removed {
      guard place.line >= 1, place.line <= starts.count else { continue }
      let start = starts[place.line - 1]
      let end = place.nextLine.map { $0 <= starts.count ? starts[$0 - 1] : bytes.count } ?? bytes.count
      if start > next { kept += bytes[next..<start] }
      next = max(next, end)
    }
    return kept + bytes[next...]
  }
}
