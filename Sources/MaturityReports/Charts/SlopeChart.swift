public import DigitalMaturity

/// What moved between two assessments: a line from each earlier number to the later one, with both written at its ends. Up,
/// down and unmoved differ by the kind of line.
public struct SlopeChart: Chart {
  /// One line.
  public struct Row: Sendable, Hashable {
    /// What moved.
    public var label: String
    /// The earlier number.
    public var base: Double
    /// The later number.
    public var now: Double

    /// Makes a line.
    public init(label: String, base: Double, now: Double) {
      self.label = label
      self.base = base
      self.now = now
    }
  }

  /// What it shows, in a line.
  let title: String
  private let names: (base: String, now: String)
  private let rows: [Row]

  /// Makes a chart; numbers that are not finite are left out.
  /// - Parameters:
  ///   - title: What it shows, in a line.
  ///   - names: What the two assessments are called.
  ///   - rows: The lines.
  public init(title: String, names: (base: String, now: String), rows: [Row]) {
    self.title = title
    self.names = names
    self.rows = rows.filter { $0.base.isFinite && $0.now.isFinite }
  }

  private static let width = 960.0
  private static let left = 330.0
  private static let right = 630.0
  private static let lineHeight = 22.0

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  /// Width and height, in pixels.
  var size: (width: Double, height: Double) {
    (Self.width, Drawing.top + 40 + max(200, Double(rows.count) * 40) + 24)
  }

  /// The whole chart in words.
  var description: String {
    "From \(names.base) to \(names.now). "
      + rows.map { "\($0.label) from \(Self.text($0.base)) to \(Self.text($0.now))" }.joined(separator: ". ")
  }

  private static func text(_ number: Double) -> String { DecimalText.rounded(number, decimals: 1) }

  /// Draws both columns and the lines between.
  func draw(_ drawing: inout Drawing) {
    let top = Drawing.top + 44
    let height = size.height - top - 24
    let numbers = rows.flatMap { [$0.base, $0.now] }
    let least = numbers.min() ?? 0
    let span = max((numbers.max() ?? 0) - least, 1e-9)
    func place(_ number: Double) -> Double { top + height - (number - least) / span * height }
    drawing.text(names.base, .small, x: Self.left, y: Drawing.top + 16, side: .end, cells: 30)
    drawing.text(names.now, .small, x: Self.right, y: Drawing.top + 16, cells: 30)
    drawing.line(.grid, x1: Self.left, y1: top - 8, x2: Self.left, y2: top + height + 8)
    drawing.line(.grid, x1: Self.right, y1: top - 8, x2: Self.right, y2: top + height + 8)
    for row in rows {
      let isStill = (row.now - row.base).magnitude < 0.05
      let mark: Drawing.Mark = isStill ? .still : row.now > row.base ? .up : .down
      drawing.line(mark, x1: Self.left + 6, y1: place(row.base), x2: Self.right - 6, y2: place(row.now))
    }
    for (row, y) in zip(rows, Self.apart(rows.map { place($0.base) })) {
      drawing.text("\(row.label)  \(Self.text(row.base))", x: Self.left - 6, y: y + 5, side: .end, cells: 40)
    }
    for (row, y) in zip(rows, Self.apart(rows.map { place($0.now) })) {
      drawing.text("\(Self.text(row.now))  \(row.label)", x: Self.right + 6, y: y + 5, cells: 40)
    }
  }

  /// Places moved down where they would stand on each other, then back up from the lowest.
  private static func apart(_ places: [Double]) -> [Double] {
    var result = places
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    for (above, below) in zip(order, order.dropFirst()) {
      result[below] = max(result[below], result[above] + lineHeight)
    }
    let shift = order.last.map { max(0, result[$0] - (places[$0])) / 2 } ?? 0
    return result.map { $0 - shift }
  }
}
