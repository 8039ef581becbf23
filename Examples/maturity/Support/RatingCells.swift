import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables

/// Collects the chosen columns of a file of ratings as numbers.
struct RatingCells {
  private(set) var columns: [[Double?]]

  private let names: [String]
  private let places: [Int]
  private let file: String
  /// For each column: how many cells hold a number, and those that hold something else.
  private var numbers: [Int]
  private var others: [Others]

  private struct Others {
    var count = 0
    var list: [(line: Int, text: String)] = []
  }

  init(names: [String], places: [Int], file: String) {
    self.names = names
    self.places = places
    self.file = file
    columns = Array(repeating: [], count: names.count)
    numbers = Array(repeating: 0, count: names.count)
    others = Array(repeating: Others(), count: names.count)
  }

  /// Reads a block. Missing cells are blank; surplus ones that hold something are a warning.
  mutating func read(_ block: CSVBlock, width: Int, _ problems: inout RatingsProblems) {
    let bytes = block.bytes.span
    for row in 0..<block.count {
      let cells = block.cells(in: row)
      if cells.dropFirst(width).contains(where: { !block.range(of: $0).isEmpty }) {
        problems.add(
          Diagnostic(
            .raggedRow, severity: .warning,
            "the row has \(cells.count) cells and the header \(width); the surplus ones are left out",
            at: SourceLocation(file: file, line: block.line(of: row), column: width + 1)))
      }
      for (column, place) in places.enumerated() {
        guard place < cells.count else {
          columns[column].append(nil)
          continue
        }
        let cell = cells.lowerBound + place
        switch Self.number(bytes.extracting(block.range(of: cell))) {
        case .blank: columns[column].append(nil)
        case .number(let number):
          columns[column].append(number)
          numbers[column] += 1
        case .other:
          columns[column].append(nil)
          others[column].count += 1
          if others[column].list.count < RatingsProblems.listed {
            others[column].list.append((block.line(of: row), block.text(of: cell)))
          }
        }
      }
    }
  }

  /// Names every cell that is not a number, by row and then column.
  ///
  /// `suggestColumns`: whether nobody chose columns. A column with no number at all is then one problem, not one a row.
  func report(suggestColumns: Bool, _ problems: inout RatingsProblems) {
    let fit = names.indices.filter { others[$0].count == 0 && numbers[$0] > 0 }.map { names[$0] }
    let suggestion = suggestColumns ? Self.suggestion(fit) : ""
    var found: [(line: Int, column: Int, message: String)] = []
    var unlisted = 0
    for (column, other) in others.enumerated() where other.count > 0 {
      let isText = suggestColumns && numbers[column] == 0
      let shown = isText ? Array(other.list.prefix(1)) : other.list
      unlisted += isText ? 0 : other.count - shown.count
      for (index, cell) in shown.enumerated() {
        let text = RatingsFile.trimmed(cell.text)
        let start = "“\(text.count <= 40 ? text : "\(text.prefix(39))…")” in column “\(names[column])” is not a number"
        let message =
          switch (isText && other.count > 1, suggestion.isEmpty || index > 0) {
          case (true, _): "\(start), nor is any other cell of that column\(suggestion)"
          case (false, true): "\(start); leave the cell blank where there is none"
          case (false, false): "\(start)\(suggestion)"
          }
        found.append((cell.line, places[column] + 1, message))
      }
    }
    found.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    for problem in found {
      problems.add(
        Diagnostic(
          .notANumber, problem.message, at: SourceLocation(file: file, line: problem.line, column: problem.column)))
    }
    problems.addUnlisted(errors: unlisted)
  }

  private static func suggestion(_ names: [String]) -> String {
    let plain = names.filter { !$0.contains { ",\"$`\\".contains($0) } }
    guard !plain.isEmpty else { return "; choose the columns of ratings with --columns" }
    let list = plain.prefix(8).joined(separator: ",") + (plain.count > 8 ? ",…" : "")
    return "; choose the columns of ratings, such as --columns \(list.contains(" ") ? "\"\(list)\"" : list)"
  }

  enum Content: Equatable { case blank, number(Double), other }

  /// A finite decimal number with blanks around it.
  static func number(_ cell: Span<UInt8>) -> Content {
    var digits = ""
    var start = 0
    var end = cell.count
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    while start < end, isBlank(cell[start]) { start += 1 }
    while start < end, isBlank(cell[end - 1]) { end -= 1 }
    guard start < end else { return .blank }
    guard end - start <= 400 else { return .other }
    for index in start..<end {
      switch cell[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        digits.unicodeScalars.append(Unicode.Scalar(cell[index]))
      default: return .other
      }
    }
    guard let number = Double(digits), number.isFinite else { return .other }
    return .number(number)
  }
}
