package import DigitalMaturity

/// A table for a terminal: columns aligned by display width, numbers to the right.
package struct TextTable {
  package struct Column {
    package let heading: String
    /// Numbers stand to the right and are never cut.
    package let isNumber: Bool

    package init(heading: String, isNumber: Bool) {
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  package let columns: [Column]
  package private(set) var rows: [[String]] = []
  /// The names of groups, by the number of the row that each stands above.
  private var groups: [Int: String] = [:]

  private static let gap = 2
  /// The widest heading of a column of numbers before it is broken into lines, in cells.
  private static let widestHeading = 14
  /// The widest word of such a heading before it is cut.
  private static let widestWord = 24
  /// The narrowest that a column of words may become.
  private static let narrowestWords = 8
  /// The width that the first column keeps when the others can go into a further part.
  private let readableName: Int

  package init(_ columns: [Column], readableName: Int = 20) {
    self.columns = columns
    self.readableName = readableName
  }

  /// Adds a row; what is missing is empty, what is too much is left out. Cells are cleaned of controls.
  package mutating func add(_ cells: [String]) {
    var row = columns.indices.map { cells.indices.contains($0) ? PlainText.clean(cells[$0]) : "" }
    // Names of a group's rows are set in under its own.
    if !groups.isEmpty, !row.isEmpty { row[0] = "  " + row[0] }
    rows.append(row)
  }

  /// Begins a group of rows, whose name stands on a line of its own.
  package mutating func addGroup(_ name: String) { groups[rows.count] = PlainText.clean(name) }

  /// How wide the table is where nothing limits it.
  package var naturalWidth: Int {
    columns.indices.map(naturalWidth).reduce(Self.gap * max(0, columns.count - 1), +)
  }

  /// Writes the table, in parts one below the other where the columns do not fit side by side; every part begins with
  /// the first column.
  package func write(width: Int?, to output: inout ByteOutput) {
    let natural = columns.indices.map(naturalWidth)
    for (index, part) in parts(natural, width).enumerated() {
      if index > 0 { output.write("\n") }
      write(part, widths(of: part, natural, width), to: &output)
    }
  }

  private func headingLines(_ column: Int) -> [String] {
    let heading = PlainText.clean(columns[column].heading)
    guard columns[column].isNumber else { return [heading] }
    // An id has no blanks to break it at, and what is cut could not be told from another.
    let longest = heading.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
    return DisplayWidth.wrap(heading, to: max(Self.widestHeading, min(longest, Self.widestWord)))
  }

  private func naturalWidth(_ column: Int) -> Int {
    let heading = headingLines(column).map { DisplayWidth.of($0) }.max() ?? 0
    return rows.reduce(heading) { max($0, DisplayWidth.of($1[column])) }
  }

  /// Columns split into parts that fit, each with the first column at a width that can be read. Other columns of words
  /// shrink instead.
  private func parts(_ natural: [Int], _ width: Int?) -> [[Int]] {
    guard let width, let first = columns.indices.first else { return [Array(columns.indices)] }
    func least(_ column: Int) -> Int {
      if columns[column].isNumber { return natural[column] }
      return min(natural[column], column == first ? readableName : Self.narrowestWords)
    }
    var parts: [[Int]] = []
    var part = [first]
    var used = least(first)
    for column in columns.indices.dropFirst() {
      let size = Self.gap + least(column)
      if used + size > width, part.count > 1 {
        parts.append(part)
        part = [first]
        used = least(first)
      }
      part.append(column)
      used += size
    }
    parts.append(part)
    return parts
  }

  /// The first column gives way first, then other columns of words.
  private func widths(of part: [Int], _ natural: [Int], _ width: Int?) -> [Int] {
    var widths = part.map { natural[$0] }
    guard let width else { return widths }
    var excess = widths.reduce(Self.gap * (part.count - 1), +) - width
    for (position, column) in part.enumerated() where !columns[column].isNumber && excess > 0 {
      let cut = min(excess, max(widths[position] - Self.narrowestWords, 0))
      widths[position] -= cut
      excess -= cut
    }
    return widths
  }

  private func write(_ part: [Int], _ widths: [Int], to output: inout ByteOutput) {
    let headings = part.map { headingLines($0) }
    let lines = headings.map(\.count).max() ?? 0
    for line in 0..<lines {
      // Headings stand on the rule: shorter ones leave their first lines empty.
      let cells = headings.map { heading in
        let index = line - (lines - heading.count)
        return heading.indices.contains(index) ? heading[index] : ""
      }
      self.line(cells, part, widths, to: &output)
    }
    output.write(
      widths.map { String(repeating: "-", count: $0) }.joined(separator: String(repeating: " ", count: Self.gap)))
    output.write("\n")
    let width = widths.reduce(Self.gap * (widths.count - 1), +)
    let isBroken = zip(part, widths).map { isTakenForAnother($0, cutTo: $1) }
    for (index, row) in rows.enumerated() {
      if let group = groups[index] {
        for line in DisplayWidth.wrap(group, to: max(width, Self.narrowestWords)) { output.write(line + "\n") }
      }
      let cells = part.indices.map { isBroken[$0] ? Self.broken(row[part[$0]], to: widths[$0]) : [row[part[$0]]] }
      for place in 0..<(cells.map(\.count).max() ?? 0) {
        line(cells.map { $0.indices.contains(place) ? $0[place] : "" }, part, widths, to: &output)
      }
    }
  }

  /// Whether two texts of a column of words are the same when they are cut.
  private func isTakenForAnother(_ column: Int, cutTo width: Int) -> Bool {
    guard !columns[column].isNumber else { return false }
    let texts = Set(rows.map { $0[column] })
    return Set(texts.map { DisplayWidth.shorten($0, to: width) }).count < texts.count
  }

  /// A text in lines of its column, all but the first set in, so that none looks like another row.
  private static func broken(_ text: String, to width: Int) -> [String] {
    if DisplayWidth.of(text) <= width { return [text] }
    let room = max(width - 2, 1)
    // What is longer than a line is broken anywhere.
    let words = text.split(separator: " ").flatMap { word in
      word.reduce(into: [""]) { pieces, character in
        let isFull = DisplayWidth.of(pieces[pieces.count - 1] + String(character)) > room
        if isFull { pieces.append(String(character)) } else { pieces[pieces.count - 1].append(character) }
      }
    }
    let lines = DisplayWidth.wrap(words.joined(separator: " "), to: room)
    return lines.prefix(1) + lines.dropFirst().map { "  " + $0 }
  }

  private func line(_ cells: [String], _ part: [Int], _ widths: [Int], to output: inout ByteOutput) {
    var text = ""
    for (position, cell) in cells.enumerated() {
      if position > 0 { text += String(repeating: " ", count: Self.gap) }
      let isNumber = columns[part[position]].isNumber
      let shown = isNumber ? cell : DisplayWidth.shorten(cell, to: widths[position])
      text += DisplayWidth.pad(shown, to: widths[position], atEnd: !isNumber)
    }
    while text.last == " " { text.removeLast() }
    output.write(text + "\n")
  }
}
