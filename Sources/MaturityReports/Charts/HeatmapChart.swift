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
  private let rowLines: [[String]]
  private let columnLines: [[String]]

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
    rowLines = rows.map {
      TextWidth.lines(
        PlainText.clean($0.label), to: Self.labelWidth - 12, size: Drawing.size(of: .plain), most: Self.mostLines)
    }
    columnLines = columns.map {
      TextWidth.lines(
        PlainText.clean($0), to: Self.columnLength, size: Drawing.size(of: .small), most: Self.mostColumnLines)
    }
  }

  private static let (rowHeight, lineHeight) = (34.0, 18.0)
  private static let labelWidth = 250.0
  fileprivate static let cellWidth = 76.0
  /// The lines of names: of rows, and of columns, whose names rise by half a right angle and are as long as this.
  private static let (mostLines, mostColumnLines, columnLength) = (4, 3, 190.0)
  /// How far a line of a name that rises lies under the one before, to the right and down.
  private static let slant = 12.0

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  /// Width and height, in pixels.
  var size: (width: Double, height: Double) {
    let noteHeight = noteLines.isEmpty ? 20 : 30 + Double(noteLines.count) * Self.lineHeight
    return (width, top + rowHeights.reduce(0, +) + noteHeight)
  }

  private var width: Double {
    max(
      760,
      Drawing.edge * 2 + Self.labelWidth + Double(columns.count) * Self.cellWidth + max(rise - Self.cellWidth / 2, 0))
  }

  /// How high and how wide names of columns are.
  private var rise: Double {
    let sizes = columnLines.map { lines in
      (lines.map { TextWidth.of($0, size: Drawing.size(of: .small)) }.max() ?? 0) * 0.71
        + Double(lines.count - 1) * Self.slant
    }
    return (sizes.max() ?? 0) + 20
  }

  private var top: Double {
    Drawing.top + Double(ChartKey.places(keyEntries, width: width).lines) * ChartKey.lineHeight + max(rise, 40)
  }
  private var noteLines: [String] {
    TextWidth.lines(
      PlainText.clean(note), to: width - 2 * Drawing.edge, size: Drawing.size(of: .small), most: 6)
  }
  private var rowHeights: [Double] {
    rowLines.map { Self.rowHeight + Double(max($0.count, 1) - 1) * Self.lineHeight }
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
    var y = top
    drawing.key(keyEntries, width: width, y: Drawing.top)
    for (index, lines) in columnLines.enumerated() {
      // The last line begins over its column.
      let back = Double(lines.count - 1) * Self.slant
      let x = left + (Double(index) + 0.5) * Self.cellWidth - 6
      for (line, text) in lines.enumerated() {
        let on = Double(line) * Self.slant - back
        drawing.slanted(text, x: x + on, y: y - 10 + on)
      }
    }
    for ((row, lines), height) in zip(zip(rows, rowLines), rowHeights) {
      let middle = y + height / 2 + 5
      for (line, text) in lines.enumerated() {
        let on = (Double(line) - Double(lines.count - 1) / 2) * Self.lineHeight
        drawing.text(text, x: Drawing.edge, y: middle + on)
      }
      drawing.cells(row.cells.prefix(columns.count).map(shown), x: left, y: middle, top: y - middle, height: height)
      y += height
    }
    for (line, text) in noteLines.enumerated() {
      drawing.text(text, .small, x: Drawing.edge, y: y + 28 + Double(line) * Self.lineHeight)
    }
  }

  /// What a cell shows: the class of its shade, and its text.
  private func shown(_ cell: Shade) -> (shade: StaticString, text: String, isLight: Bool) {
    switch cell {
    case .number(let number, let text):
      let span = scale.upperBound - scale.lowerBound
      let place = span > 0 ? (number - scale.lowerBound) / span : 0
      return (Drawing.name(ofStep: place), text, Drawing.isDark(step: place))
    case .none(let text): return (Drawing.Mark.hidden.name, text, false)
    }
  }

  /// The shades from the lowest to the highest: with their names, or the numbers at both ends.
  private var keyEntries: [ChartKey] {
    if key.count > 1 {
      return key.enumerated().map { ChartKey(mark: .step(Double($0) / Double(key.count - 1)), label: $1) }
    }
    return (0..<5).map { step in
      let share = Double(step) / 4
      let number = scale.lowerBound + share * (scale.upperBound - scale.lowerBound)
      return ChartKey(mark: .step(share), label: DecimalText.exact(number))
    }
  }
}

extension Drawing {
  /// A row of cells. Tables may have a hundred thousand: those of one shade are one path, and what they share is said once.
  /// - Parameters:
  ///   - y: Where texts stand.
  ///   - top: The upper side of the cells from there.
  fileprivate mutating func cells(
    _ cells: [(shade: StaticString, text: String, isLight: Bool)], x: Double, y: Double, top: Double, height: Double
  ) {
    let width = HeatmapChart.cellWidth
    let shades = Dictionary(grouping: cells.indices) { cells[$0].shade.description }.sorted { $0.key < $1.key }
    writer.element("g", .class("middle"), .moved(x: x, y: y)) { writer in
      for (_, places) in shades {
        writer.void(
          "path", .class(cells[places[0]].shade),
          .boxes(
            x: places.map { Double($0) * width + 1 }, y: top + 1, width: width - 2, height: height - 2))
      }
      for (index, cell) in cells.enumerated() {
        let text = TextWidth.shorten(PlainText.clean(cell.text), to: width - 8, size: Self.size(of: .plain))
        let middle = HTMLAttribute.number("x", Int((Double(index) + 0.5) * width))
        if cell.isLight {
          writer.element("text", .class("light"), middle) { $0.text(text) }
        } else {
          writer.element("text", middle) { $0.text(text) }
        }
      }
    }
  }

  /// Text that rises to the right, for names of narrow columns.
  fileprivate mutating func slanted(_ text: String, x: Double, y: Double) {
    writer.element("g", .moved(x: x, y: y)) { writer in
      writer.element("text", .class("small"), .fixed("transform", "rotate(-45)")) { $0.text(text) }
    }
  }
}
