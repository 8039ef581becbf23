import DigitalMaturity

/// Times by name, and their table: medians, and ratios to the first name.
struct Timings {
  private var rows: [(name: String, milliseconds: [Double])] = []

  /// Notes one run.
  mutating func add(_ name: String, _ milliseconds: Double) {
    if let index = rows.firstIndex(where: { $0.name == name }) {
      rows[index].milliseconds.append(milliseconds)
    } else {
      rows.append((name, [milliseconds]))
    }
  }

  /// The table.
  var text: String {
    guard let first = rows.first.map({ Self.median($0.milliseconds) }) else { return "" }
    var lines = [Self.line("", "runs", "ms", "to the first")]
    for row in rows {
      let median = Self.median(row.milliseconds)
      lines.append(
        Self.line(
          row.name, "\(row.milliseconds.count)", DecimalText.rounded(median, decimals: 2),
          DecimalText.rounded(median / first, decimals: 2)))
    }
    return lines.joined(separator: "\n")
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func line(_ name: String, _ cells: String...) -> String {
    cells.reduce(name + String(repeating: " ", count: max(0, 40 - name.count))) { line, cell in
      line + String(repeating: " ", count: max(1, 14 - cell.count)) + cell
    }
  }
}
