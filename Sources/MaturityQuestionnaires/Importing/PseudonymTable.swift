public import DigitalMaturity
public import MaturityTables

/// Tables with names replaced by codes, and the file that keeps the key.
public enum PseudonymTable {
  /// What came of a table.
  public struct Coded: Sendable {
    /// The table as CSV, in UTF-8.
    public let csv: ByteOutput
    /// How many rows it has.
    public let rows: Int
    /// How many cells of the columns with names are blank, and stay so.
    public let blanks: Int
    /// What is wrong with the table, and where it still says who somebody is: a row whose other cells have its name, and
    /// columns of e-mail addresses.
    public let problems: ResponseProblems
  }

  /// Replaces the names in some columns of a CSV table. Every other cell stays as it is. O(bytes).
  /// - Parameters:
  ///   - source: The table, whose first row names its columns.
  ///   - file: The name that problems give it.
  ///   - columns: The columns with names, at least one.
  ///   - leavingOut: Columns that are not copied, such as those with e-mail addresses.
  ///   - sorts: Whether rows come in the order of the first column's codes, so that their order gives nobody away; those
  ///     without a code come last.
  ///   - pseudonyms: The codes; new names are added.
  /// - Throws: `DocumentError` when the table cannot be read to its end or has no such column; then no code is added.
  public static func replacingNames(
    in source: consuming ByteSource, file: String, columns: [String], leavingOut: [String] = [], sorts: Bool = false,
    by pseudonyms: inout Pseudonyms
  ) throws(DocumentError) -> Coded {
    var added = pseudonyms
    let all = try FormRows.all(of: source, file: file)
    guard let header = all.first else {
      throw DocumentError(
        Diagnostic(
          .emptyDocument, "the file is empty; its first row names the columns",
          at: SourceLocation(file: file, line: 1, column: 1)))
    }
    let (named, left) = try places(columns, leavingOut, header, file)
    let kept = { (cells: [String]) in cells.enumerated().filter { !left.contains($0.offset) }.map(\.element) }
    var blanks = 0
    var traces = NameTraces(header, file: file, leavingOut: Set(named).union(left))
    var rows = all.dropFirst().map { row in
      var cells = row.cells
      traces.look(at: row, names: named.compactMap { cells.indices.contains($0) ? plain(cells[$0]) : nil })
      for place in named where cells.indices.contains(place) {
        let name = plain(cells[place])
        if Spelling.folded(name).isEmpty { blanks += 1 } else { cells[place] = added.code(for: name) }
      }
      let code = named.first.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
      return (code: code, cells: kept(cells))
    }
    if sorts {
      rows = rows.enumerated().sorted { left, right in
        let (first, second) = (left.element.code, right.element.code)
        if first == second {
          // Rows of one person keep their order; those of nobody have none.
          return first.isEmpty
            ? left.element.cells.lexicographicallyPrecedes(right.element.cells) : left.offset < right.offset
        }
        return first.isEmpty || second.isEmpty ? second.isEmpty : first < second
      }.map(\.element)
    }
    var writer = CSVWriter()
    for cells in [kept(header.cells)] + rows.map(\.cells) {
      for cell in cells { write(cell, to: &writer) }
      writer.endRow()
    }
    pseudonyms = added
    var output = ByteOutput()
    output.write(bytes: writer.bytes)
    return Coded(csv: output, rows: rows.count, blanks: blanks, problems: traces.finished())
  }

  private static func places(
    _ columns: [String], _ leavingOut: [String], _ header: FormRow, _ file: String
  ) throws(DocumentError) -> (named: [Int], left: Set<Int>) {
    let names = header.cells.map { Spelling.folded($0) }
    var problems: [Diagnostic] = []
    func place(_ name: String) -> Int? {
      let found = names.indices.filter { names[$0] == Spelling.folded(name) }
      if found.count == 1 { return found[0] }
      problems.append(
        Diagnostic(
          found.isEmpty ? .missingColumn : .repeatedColumn,
          found.isEmpty
            ? "there is no column “\(name)”\(NearestName.hint(name, in: header.cells))"
            : "the column “\(name)” stands \(found.count) times; give each a name of its own",
          at: SourceLocation(file: file, line: header.line, column: (found.last ?? 0) + 1)))
      return nil
    }
    let (named, left) = (columns.compactMap(place), leavingOut.compactMap(place))
    if !problems.isEmpty { throw DocumentError(problems) }
    return (named, Set(left))
  }

  /// Plain numbers stay numbers; any other text that a spreadsheet would take for a formula is made harmless.
  private static func write(_ cell: String, to writer: inout CSVWriter) {
    let digits = cell.utf8.first == UInt8(ascii: "-") ? cell.dropFirst() : cell[...]
    let isNumber =
      !digits.isEmpty && digits.utf8.first != UInt8(ascii: ".")
      && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
    if isNumber { writer.number(cell) } else { writer.text(cell) }
  }

  /// A cell without the apostrophe that was put in front of what a spreadsheet would take for a formula.
  static func plain(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'"), let next = cell.utf8.dropFirst().first else { return cell }
    return "=+-@\t\r".utf8.contains(next) ? String(cell.dropFirst()) : cell
  }
}

/// Finds where a table with codes in place of names still says who somebody is.
private struct NameTraces {
  private let header: FormRow
  private let file: String
  private let leftOut: Set<Int>
  private var problems = ResponseProblems()
  /// How many cells of each column are e-mail addresses.
  private var addresses: [Int: Int] = [:]

  /// - Parameter leavingOut: The columns that are not in the result as they are.
  init(_ header: FormRow, file: String, leavingOut: Set<Int>) {
    self.header = header
    self.file = file
    leftOut = leavingOut
    for problem in header.problems { problems.add(problem) }
  }

  /// - Parameter names: The names in the row.
  mutating func look(at row: FormRow, names: [String]) {
    for problem in row.problems { problems.add(problem) }
    // Words of one or two letters are too frequent.
    let names = names.map(Self.words).filter { $0.count > 4 }
    for (number, cell) in row.cells.enumerated() where !leftOut.contains(number) && !cell.isEmpty {
      if Self.isAddress(cell) {
        addresses[number, default: 0] += 1
      } else if !names.isEmpty, case let words = Self.words(cell), names.contains(where: { words.contains($0) }) {
        problems.add(
          Diagnostic(
            .nameLeft, severity: .warning,
            "the cell still has the name that a code replaces in this row; change it before anybody else reads it",
            at: SourceLocation(file: file, line: row.line, column: number + 1)))
      }
    }
  }

  /// What was found.
  consuming func finished() -> ResponseProblems {
    for (number, count) in addresses.sorted(by: { $0.key < $1.key }) {
      let name = header.cells.indices.contains(number) ? header.cells[number] : ""
      problems.add(
        Diagnostic(
          .nameLeft, severity: .warning,
          "the column “\(ImportedFile.short(name))” has e-mail addresses (\(count)), which say who somebody is; leave it out",
          at: SourceLocation(file: file, line: header.line, column: number + 1)))
    }
    return problems
  }

  /// A text in lower case with a blank before each word and after the last, and nothing else between them.
  private static func words(_ text: String) -> String {
    var words = " "
    for character in Spelling.folded(text) {
      if character.isLetter || character.isNumber {
        words.append(character)
      } else if words.last != " " {
        words.append(" ")
      }
    }
    return words.last == " " ? words : words + " "
  }

  private static func isAddress(_ cell: String) -> Bool {
    let text = LooseText.trimmed(String(cell.prefix(300)))
    guard let mark = text.firstIndex(of: "@"), mark > text.startIndex else { return false }
    return text[mark...].contains(".") && !text.contains(where: \.isWhitespace)
  }
}

extension Pseudonyms {
  /// Reads a key that ``csv`` wrote: columns `code` and `name`.
  /// - Throws: `DocumentError` with all problems, each with its line.
  public static func read(_ source: consuming ByteSource, file: String) throws(DocumentError) -> Pseudonyms {
    let rows = try FormRows.all(of: source, file: file)
    let names = (rows.first?.cells ?? []).map { Spelling.folded($0) }
    guard let code = names.firstIndex(of: "code"), let name = names.firstIndex(of: "name") else {
      throw DocumentError(
        Diagnostic(
          .missingColumn, "this is no key: its first row names the columns “code” and “name”",
          at: SourceLocation(file: file, line: rows.first?.line ?? 1, column: 1)))
    }
    let pairs = rows.dropFirst().filter { $0.cells.contains { !$0.isEmpty } }
    do throws(DocumentError) {
      return try Pseudonyms(
        key: pairs.map { row in
          func cell(_ place: Int) -> String { row.cells.indices.contains(place) ? row.cells[place] : "" }
          return Pair(name: PseudonymTable.plain(cell(name)), code: cell(code))
        })
    } catch {
      throw DocumentError(
        error.diagnostics.map { problem in
          var problem = problem
          if case .index(let index)? = problem.path?.steps.last, pairs.indices.contains(index) {
            problem.location = SourceLocation(file: file, line: pairs[index].line, column: 1)
          }
          return problem
        })
    }
  }

  /// The key as CSV: a row for each code, in the order of the codes.
  public var csv: ByteOutput {
    var writer = CSVWriter()
    writer.text("code")
    writer.text("name")
    writer.endRow()
    for pair in key {
      writer.text(pair.code)
      writer.text(pair.name)
      writer.endRow()
    }
    var output = ByteOutput()
    output.write(bytes: writer.bytes)
    return output
  }
}
