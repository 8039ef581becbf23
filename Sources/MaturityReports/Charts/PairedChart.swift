public import DigitalMaturity

/// Two numbers a row on one scale, such as before and now, staff and members, a person's own rating and the manager's: a full
/// dot and a ring with a line between them, so that no meaning hangs on colour.
public struct PairedChart: FluidChart {
  /// One row.
  public struct Row: Sendable, Hashable {
    /// What the numbers are of.
    public var label: String
    /// The first number; nil when there is none or it is withheld.
    public var first: Double?
    /// The second number; nil when there is none or it is withheld.
    public var second: Double?
    /// What stands at the end of the row: the numbers, or why one is missing.
    public var note: String
    /// What stands beside it where there is room, such as the difference and its likely range.
    public var more: String

    /// Makes a row.
    public init(label: String, first: Double?, second: Double?, note: String, more: String = "") {
      self.label = label
      self.first = first
      self.second = second
      self.note = note
      self.more = more
    }
  }

  /// What it shows, in a line.
  let title: String
  private let names: (first: String, second: String)
  private let scale: ChartScale
  private let rows: [Row]
  private let labels: [RowLabel]

  /// Makes a chart.
  /// - Parameters:
  ///   - title: What it shows, in a line.
  ///   - names: What the dot and the ring stand for.
  ///   - scale: The lowest and the highest number possible.
  ///   - ticks: Where lines stand, with what is written at their ends.
  ///   - rows: The rows, from the top.
  public init(
    title: String, names: (first: String, second: String), scale: ClosedRange<Double>,
    ticks: [ChartTick], rows: [Row]
  ) {
    self.title = title
    self.names = names
    self.scale = ChartScale(range: scale, ticks: ticks)
    self.rows = rows
    labels = rows.map { row in
      func width(isNarrow: Bool) -> Double {
        ChartScale.outside(isNarrow: isNarrow)
          + Drawing.width(ofFigures: row.note, row.more, isNarrow: isNarrow, room: .wide)
      }
      return RowLabel(row.label, besideNarrow: width(isNarrow: true), besideWide: width(isNarrow: false))
    }
  }

  private static let rowHeight = 48.0

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  var height: Double {
    ChartScale.axisHeight * 2 + RowLabel.moreHeights(labels).reduce(0) { $0 + Self.rowHeight + $1 }
  }
  var rowCount: Int { rows.count }
  func part(rows range: Range<Int>) -> Self {
    PairedChart(title: title, names: names, scale: scale.range, ticks: scale.ticks, rows: Array(rows[range]))
  }
  var key: [ChartKey] { [ChartKey(mark: .dot, label: names.first), ChartKey(mark: .ring, label: names.second)] }

  /// The whole chart in words.
  var description: String {
    "\(names.first) and \(names.second). "
      + rows.map { "\($0.label): \($0.note)\($0.more.isEmpty ? "" : ", \($0.more)")" }.joined(separator: ". ")
  }

  /// Draws the scale and the rows.
  func drawPlot(_ drawing: inout Drawing) {
    scale.draw(height: height, &drawing)
    var top = ChartScale.axisHeight
    for ((row, label), more) in zip(zip(rows, labels), RowLabel.moreHeights(labels)) {
      top += more
      draw(row, label, top: top, &drawing)
      top += Self.rowHeight
    }
  }

  private func draw(_ row: Row, _ label: RowLabel, top: Double, _ drawing: inout Drawing) {
    let y = top + 33
    label.draw(x: ChartScale.start, y: top + 17, &drawing)
    drawing.figures(row.note, row.more, x: ChartScale.end, y: top + 17, room: .wide)
    drawing.line(.track, x1: ChartScale.start, y1: y, x2: ChartScale.end, y2: y)
    if let first = row.first, let second = row.second {
      drawing.line(.line, x1: scale.place(first), y1: y, x2: scale.place(second), y2: y)
    }
    if let second = row.second { drawing.circle(.second, x: scale.place(second), y: y, radius: 8) }
    if let first = row.first { drawing.circle(.first, x: scale.place(first), y: y, radius: 5.5) }
  }
}
