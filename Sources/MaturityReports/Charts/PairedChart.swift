public import DigitalMaturity

/// Two numbers a row on one scale, such as before and now, staff and members, a person's own rating and the manager's: a full
/// dot and a ring with a line between them, so that no meaning hangs on colour.
public struct PairedChart: Chart {
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

    /// Makes a row.
    public init(label: String, first: Double?, second: Double?, note: String) {
      self.label = label
      self.first = first
      self.second = second
      self.note = note
    }
  }

  /// What it shows, in a line.
  let title: String
  private let names: (first: String, second: String)
  private let scale: ClosedRange<Double>
  private let ticks: [(value: Double, label: String)]
  private let rows: [Row]

  /// Makes a chart.
  /// - Parameters:
  ///   - title: What it shows, in a line.
  ///   - names: What the dot and the ring stand for.
  ///   - scale: The lowest and the highest number possible.
  ///   - ticks: Where lines stand, with what is written beneath.
  ///   - rows: The rows, from the top.
  public init(
    title: String, names: (first: String, second: String), scale: ClosedRange<Double>,
    ticks: [(value: Double, label: String)], rows: [Row]
  ) {
    self.title = title
    self.names = names
    self.scale = scale
    self.ticks = ticks
    self.rows = rows
  }

  private static let width = 960.0
  private static let rowHeight = 48.0
  private static let inset = 24.0

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  /// Width and height, in pixels.
  var size: (width: Double, height: Double) {
    (Self.width, Drawing.top + 40 + Double(rows.count) * Self.rowHeight + 32)
  }

  /// The whole chart in words.
  var description: String {
    "\(names.first) and \(names.second). " + rows.map { "\($0.label): \($0.note)" }.joined(separator: ". ")
  }

  private func place(_ number: Double) -> Double {
    let width = scale.upperBound - scale.lowerBound
    let share = width > 0 ? (number - scale.lowerBound) / width : 0
    let left = Drawing.edge + Self.inset
    return left + min(max(share, 0), 1) * (Self.width - 2 * left)
  }

  /// Draws the key, the scale and the rows.
  func draw(_ drawing: inout Drawing) {
    drawing.circle(.first, x: Drawing.edge + 8, y: Drawing.top + 8, radius: 7)
    drawing.text(names.first, .small, x: Drawing.edge + 24, y: Drawing.top + 13, cells: 50)
    drawing.circle(.second, x: Self.width / 2 + 8, y: Drawing.top + 8, radius: 7)
    drawing.text(names.second, .small, x: Self.width / 2 + 24, y: Drawing.top + 13, cells: 50)
    let top = Drawing.top + 40
    let bottom = top + Double(rows.count) * Self.rowHeight
    for tick in ticks {
      let x = place(tick.value)
      drawing.line(.grid, x1: x, y1: top, x2: x, y2: bottom)
      drawing.text(tick.label, .small, x: x, y: bottom + 20, side: .middle, cells: 18)
    }
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * Self.rowHeight
      drawing.text(row.label, x: Drawing.edge, y: y + 15, cells: 60)
      drawing.text(row.note, .small, x: Self.width - Drawing.edge, y: y + 15, side: .end, cells: 50)
      if let first = row.first, let second = row.second {
        drawing.line(.line, x1: place(first), y1: y + 31, x2: place(second), y2: y + 31)
      }
      if let second = row.second { drawing.circle(.second, x: place(second), y: y + 31, radius: 8) }
      if let first = row.first { drawing.circle(.first, x: place(first), y: y + 31, radius: 5.5) }
    }
  }
}
