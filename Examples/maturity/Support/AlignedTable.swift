import DigitalMaturity

/// Rows of a label and cells in aligned columns, cells to the right.
struct AlignedTable {
  /// What stands above the labels.
  let title: String
  /// What stands above each column.
  let headings: [String]
  /// Each with as many cells as there are headings.
  var rows: [(label: String, cells: [String])] = []

  private static let gap = "  "

  /// Writes the table, in parts one below the other where the columns do not fit; every part begins with the labels.
  func write(width: Int, to output: inout ByteOutput) {
    let labels = rows.reduce(title.count) { max($0, $1.label.count) }
    let widths = headings.indices.map { column in
      rows.reduce(headings[column].count) { max($0, $1.cells[column].count) }
    }
    var start = 0
    repeat {
      var end = start
      var used = labels
      while end < widths.count, end == start || used + Self.gap.count + widths[end] <= width {
        used += Self.gap.count + widths[end]
        end += 1
      }
      func line(_ label: String, _ cells: [String]) {
        var text = label + spaces(labels - label.count)
        for column in start..<end { text += Self.gap + spaces(widths[column] - cells[column].count) + cells[column] }
        while text.last == " " { text.removeLast() }
        output.write(text + "\n")
      }
      output.write("\n")
      line(title, headings)
      let rules = ([labels] + widths[start..<end]).map { String(repeating: "-", count: $0) }
      output.write(rules.joined(separator: Self.gap) + "\n")
      for row in rows { line(row.label, row.cells) }
      start = end
    } while start < widths.count
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
