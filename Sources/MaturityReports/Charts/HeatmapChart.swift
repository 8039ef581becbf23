public import DigitalMaturity

/// Numbers in a grid, each on a shade of its own: the darker, the higher. A figure that is withheld has its mark and no shade.
public struct HeatmapChart: Chart {
  /// What a cell holds.
  public enum Shade: Sendable, Hashable {
    /// A number, and the text that is written for it.
    case number(Double, text: String)
    /// There is none, and what is written: a dash, or the mark of what is withheld.
    case none(String)
  }

  /// What it shows, in a line.
  let title: String
  private let scale: ClosedRange<Double>
  private let key: [String]
  private let note: String
  private let columns: [String]
  private let rows: [(label: String, cells: [Shade])]

  /// Makes a chart.
  /// - Parameters:
  ///   - title: What it shows, in a line.
  ///   - scale: The numbers of the lightest and of the darkest shade.
  ///   - key: What the shades are called, the lightest first, such as the levels; the numbers at both ends when not given.
  ///   - note: What marks in it mean.
  ///   - columns: The columns' names.
  ///   - rows: The rows, each with a cell a column.
  public init(
    title: String, scale: ClosedRange<Double>, key: [String] = [], note: String = "", columns: [String],
    rows: [(label: String, cells: [Shade])]
  ) {
    self.title = title
    self.scale = scale
    self.key = key
    self.note = note
    self.columns = columns
    self.rows = rows
  }

  private static let rowHeight = 34.0
  private static let labelWidth = 250.0
  private static let cellWidth = 76.0
  private static let longestColumn = 36
  private static let keyHeight = 30.0

  /// The longest column's name, in display cells.
  private var longest: Double {
    Double(min(columns.map { DisplayWidth.of(PlainText.clean($0)) }.max() ?? 0, Self.longestColumn))
  }
  /// How high and how wide a name is that rises by half a right angle.
  private var rise: Double { longest * 7.2 * 0.71 + 14 }
  private var headHeight: Double { max(rise, 40) + Self.keyHeight }

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  /// Width and height, in pixels.
  var size: (width: Double, height: Double) {
    (
      max(
        760,
        Drawing.edge * 2 + Self.labelWidth + Double(columns.count) * Self.cellWidth + max(rise - Self.cellWidth / 2, 0)),
      Drawing.top + headHeight + Double(rows.count) * Self.rowHeight + (note.isEmpty ? 20 : 48)
    )
  }

  /// The whole chart in words.
  var description: String {
    rows.map { row in
      let cells = zip(columns, row.cells).map { name, cell in
        switch cell {
        case .number(_, let text): "\(name) \(text)"
        case .none(let text): "\(name) \(text)"
        }
      }
      return "\(row.label): \(cells.joined(separator: ", "))"
    }.joined(separator: ". ") + (note.isEmpty ? "" : ". \(note)")
  }

  /// Draws the names and the cells.
  func draw(_ drawing: inout Drawing) {
    let left = Drawing.edge + Self.labelWidth
    let top = Drawing.top + headHeight
    for (index, name) in columns.enumerated() {
      drawing.slanted(
        name, x: left + (Double(index) + 0.5) * Self.cellWidth - 6, y: top - 10, cells: Self.longestColumn)
    }
    let width = scale.upperBound - scale.lowerBound
    key(&drawing)
    if !note.isEmpty {
      drawing.text(note, .small, x: Drawing.edge, y: top + Double(rows.count) * Self.rowHeight + 28, cells: 130)
    }
    for (line, row) in rows.enumerated() {
      let y = top + Double(line) * Self.rowHeight
      drawing.text(row.label, x: Drawing.edge, y: y + 22, cells: 32)
      for (index, cell) in row.cells.prefix(columns.count).enumerated() {
        let x = left + Double(index) * Self.cellWidth
        switch cell {
        case .number(let number, let text):
          let place = width > 0 ? (number - scale.lowerBound) / width : 0
          drawing.step(place, x: x + 1, y: y + 1, width: Self.cellWidth - 2, height: Self.rowHeight - 2)
          drawing.text(
            text, x: x + Self.cellWidth / 2, y: y + 22, side: .middle, cells: 8, isLight: Drawing.isDark(step: place))
        case .none(let text):
          drawing.rectangle(.hidden, x: x + 1, y: y + 1, width: Self.cellWidth - 2, height: Self.rowHeight - 2)
          drawing.text(text, x: x + Self.cellWidth / 2, y: y + 22, side: .middle, cells: 8)
        }
      }
    }
  }
}

extension HeatmapChart {
  /// The shades from the lowest number to the highest.
  private func key(_ drawing: inout Drawing) {
    guard key.count > 1 else { return numbers(&drawing) }
    var x = Drawing.edge
    for (index, name) in key.enumerated() {
      drawing.step(Double(index) / Double(key.count - 1), x: x, y: Drawing.top, width: 18, height: 14)
      let name = DisplayWidth.shorten(name, to: 24)
      drawing.text(name, .small, x: x + 25, y: Drawing.top + 12)
      x += 25 + Double(DisplayWidth.of(name)) * 7.2 + 18
    }
  }

  private func numbers(_ drawing: inout Drawing) {
    let (low, high) = (DecimalText.exact(scale.lowerBound), DecimalText.exact(scale.upperBound))
    let start = Drawing.edge + 8 * Double(low.utf8.count) + 8
    drawing.text(low, .small, x: Drawing.edge, y: Drawing.top + 12)
    for step in 0..<5 {
      drawing.step(Double(step) / 4, x: start + Double(step) * 24, y: Drawing.top, width: 24, height: 16)
    }
    drawing.text(high, .small, x: start + 5 * 24 + 8, y: Drawing.top + 12)
  }
}

extension Drawing {
  /// Text that rises to the right, for names of narrow columns.
  fileprivate mutating func slanted(_ text: String, x: Double, y: Double, cells: Int) {
    writer.element("g", .moved(x: x, y: y)) { writer in
      writer.element("text", .class("small"), .fixed("transform", "rotate(-45)")) {
        $0.text(DisplayWidth.shorten(PlainText.clean(text), to: cells))
      }
    }
  }
}
