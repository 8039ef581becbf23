import DigitalMaturity
import MaturityTables

/// A small CSV file whose columns are known by name: read whole; other columns are passed over.
struct NamedColumns {
  struct Row {
    let line: Int
    /// The cells by the name of their column, without the blanks around them.
    var cells: [String: String] = [:]
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [Diagnostic] = []
  /// The names of the columns that were found, with their places.
  private(set) var places: [String: Int] = [:]
  private let file: String

  /// - Parameters:
  ///   - required: The names of columns without which the file makes no sense.
  ///   - optional: The names of others that are read.
  /// - Throws: `DocumentError` for a file that cannot be read, and for columns that are missing or stand twice.
  init(
    _ source: consuming ByteSource, file: String, required: [String], optional: [String] = []
  ) throws(DocumentError) {
    self.file = file
    var reader = CSVReader(source)
    do throws(TableError) {
      if let header = try reader.next(rows: 1) {
        readHeader(header, required: required, optional: optional)
        while let block = try reader.next() {
          for row in 0..<block.count { read(row, of: block) }
        }
      } else {
        report(.emptyDocument, "the file is empty; its first row names the columns \(required.joined(separator: ", "))")
      }
    } catch {
      throw ResponseOrder.documentError(error, file: file)
    }
    if !problems.isEmpty { throw DocumentError(problems) }
  }

  private mutating func readHeader(_ header: CSVBlock, required: [String], optional: [String]) {
    var met: [String] = []
    for (place, cell) in header.cells(in: 0).enumerated() {
      let name = Spelling.folded(header.text(of: cell))
      met.append(name)
      guard let known = (required + optional).first(where: { Spelling.folded($0) == name }) else { continue }
      if places[known] != nil {
        report(.duplicateID, "the column “\(known)” stands twice; keep one", column: place + 1)
      } else {
        places[known] = place
      }
    }
    for name in required where places[name] == nil {
      report(.missingKey, "there is no column “\(name)”\(NearestName.hint(name, in: met.filter { !$0.isEmpty }))")
    }
  }

  private mutating func read(_ row: Int, of block: CSVBlock) {
    let cells = block.cells(in: row)
    var read = Row(line: block.line(of: row))
    for (name, place) in places where place < cells.count {
      read.cells[name] = Self.trimmed(block.text(of: cells.lowerBound + place))
    }
    rows.append(read)
  }

  private mutating func report(_ code: Diagnostic.Code, _ message: String, column: Int = 1) {
    problems.append(Diagnostic(code, message, at: SourceLocation(file: file, line: 1, column: column)))
  }

  /// The place of a named cell of a row.
  func location(of name: String, in row: Row) -> SourceLocation {
    SourceLocation(file: file, line: row.line, column: (places[name] ?? 0) + 1)
  }

  /// Text without blanks and line ends around it.
  static func trimmed(_ text: String) -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !isBlank($0) }), let end = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[start...end])
  }
}
