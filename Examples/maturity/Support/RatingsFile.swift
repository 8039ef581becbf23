import ArgumentParser
import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables

/// A CSV file of ratings: its first row names the columns, every other cell is a number or blank.
struct RatingsFile {
  private(set) var names: [String]
  private(set) var columns: [[Double?]]

  private let file: String
  private var problems = RatingsProblems()

  /// Reads the columns named, in that order; without names, every column that has a name.
  ///
  /// Prints all problems and exits with 65 or 66 where there is an error; wrong names are wrong usage.
  init(_ path: String, columns wanted: [String]?) throws {
    file = path == "-" ? "standard input" : path
    names = []
    columns = []
    var reader = CSVReader(path == "-" ? .standardInput : .file(path))
    if let header = next(&reader, rows: 1) {
      for problem in header.problems { add(problem) }
      let known = header.cells(in: 0).map { Self.trimmed(header.text(of: $0)) }
      let places = try places(of: wanted, in: known, line: header.line(of: 0))
      names = places.map { known[$0] }
      var cells = RatingCells(names: names, places: places, file: file)
      while let block = next(&reader, rows: 4096) {
        for problem in block.problems { add(problem) }
        cells.read(block, width: known.count, &problems)
      }
      columns = cells.columns
      cells.report(suggestColumns: wanted == nil, &problems)
    } else if problems.isEmpty {
      error(.emptyDocument, "the file is empty; its first row names the columns", line: 1, column: 1)
    }
    try problems.print(file)
  }

  /// The places of the columns named, or of all; a column without a name is left out, one that stands twice is an error.
  private mutating func places(of wanted: [String]?, in known: [String], line: Int) throws -> [Int] {
    if let wanted {
      let names = Set(known)
      let unknown = wanted.filter { !names.contains($0) }.map {
        "there is no column “\($0)”\(NearestName.hint($0, in: known.filter { !$0.isEmpty }))"
      }
      guard unknown.isEmpty else { throw ValidationError(unknown.joined(separator: "\n")) }
    }
    let chosen = wanted.map(Set.init)
    var first: [String: Int] = [:]
    for (place, name) in known.enumerated() where chosen?.contains(name) ?? true {
      if name.isEmpty {
        problems.add(
          Diagnostic(
            .unnamedColumn, severity: .warning, "the column has no name in the first row and is left out",
            at: SourceLocation(file: file, line: line, column: place + 1)))
      } else if let other = first[name] {
        error(
          .repeatedColumn,
          "the column “\(name)” stands twice (first as number \(other + 1)); give each a name of its own", line: line,
          column: place + 1)
      } else {
        first[name] = place
      }
    }
    return wanted.map { $0.compactMap { first[$0] } } ?? first.values.sorted()
  }

  private mutating func next(_ reader: inout CSVReader, rows: Int) -> CSVBlock? {
    do throws(TableError) {
      return try reader.next(rows: rows)
    } catch let failure {
      error(
        Diagnostic.Code(rawValue: failure.code.rawValue), failure.message, line: failure.line ?? 1,
        column: failure.column ?? 1)
      return nil
    }
  }

  private mutating func add(_ problem: TableProblem) {
    problems.add(
      Diagnostic(
        Diagnostic.Code(rawValue: problem.code.rawValue), severity: .warning, problem.message,
        at: SourceLocation(file: file, line: problem.line, column: problem.column)))
  }

  private mutating func error(_ code: Diagnostic.Code, _ message: String, line: Int, column: Int) {
    problems.add(Diagnostic(code, message, at: SourceLocation(file: file, line: line, column: column)))
  }

  /// Text without the blanks around it.
  static func trimmed(_ text: String) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let start = text.utf8.firstIndex(where: { !isBlank($0) }),
      let end = text.utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[start...end])
  }
}

/// What is wrong with a file of ratings: counted in full, listed up to a limit.
struct RatingsProblems {
  /// How many are listed one by one.
  static let listed = 1_000

  private var list: [Diagnostic] = []
  private var errors = 0
  private var warnings = 0

  var isEmpty: Bool { errors + warnings == 0 }

  mutating func add(_ problem: Diagnostic) {
    if problem.severity == .error { errors += 1 } else { warnings += 1 }
    if list.count < Self.listed { list.append(problem) }
  }

  /// Counts errors that are not listed.
  mutating func addUnlisted(errors more: Int) { errors += more }

  /// Prints the problems, and exits where one of them is an error.
  func print(_ file: String) throws {
    guard !isEmpty else { return }
    let more = errors + warnings - list.count
    Terminal.message(DiagnosticPrinter().text(list))
    func number(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { number($0.0, $0.1) }
    Terminal.message(
      "\(file): \(counts.joined(separator: " and "))" + (more > 0 ? "; the first \(list.count) are listed" : ""))
    if errors > 0 { throw ExitCode.of(DocumentError(list.filter { $0.severity == .error })) }
  }
}

extension Diagnostic.Code {
  /// A column without a name in the first row.
  static let unnamedColumn = Self(rawValue: "unnamed-column")
  /// A cell that is not a number.
  static let notANumber = Self(rawValue: "not-a-number")
}
