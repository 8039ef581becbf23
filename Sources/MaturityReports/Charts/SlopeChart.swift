public import DigitalMaturity

/// What moved between assessments: a line from each earlier number to the next, with the first and the last written at the
/// ends. Up, down and unmoved differ by the kind of line.
public struct SlopeChart: Chart {
  /// One line.
  public struct Row: Sendable, Hashable {
    /// What moved.
    public var label: String
    /// Its numbers, one an assessment; nil where there is none or it is withheld.
    public var values: [Double?]

    /// Makes a line through any number of assessments.
    public init(label: String, values: [Double?]) {
      self.label = label
      self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    }

    /// Makes a line between two assessments.
    public init(label: String, base: Double, now: Double) { self.init(label: label, values: [base, now]) }

    fileprivate func value(_ place: Int) -> Double? { values.indices.contains(place) ? values[place] : nil }
  }

  /// What it shows, in a line.
  let title: String
  private let names: [String]
  private let rows: [Row]

  private let words: (up: String, down: String, still: String)

  /// Makes a chart; lines with fewer than two numbers are left out.
  /// - Parameters:
  ///   - title: What it shows, in a line.
  ///   - names: What the assessments are called, the earliest first.
  ///   - rows: The lines.
  ///   - words: What the three kinds of line are called.
  public init(
    title: String, names: [String], rows: [Row],
    words: (up: String, down: String, still: String) = ("Higher", "Lower", "The same, or nearly")
  ) {
    self.title = title
    self.words = words
    self.names = names
    self.rows = rows.filter { row in names.indices.count { row.value($0) != nil } > 1 }
  }

  private static let width = 960.0
  private static let margin = 330.0
  private static let lineHeight = 22.0
  private static let keyHeight = 30.0

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  /// Width and height, in pixels: wider with more than two assessments.
  var size: (width: Double, height: Double) {
    (
      Self.width + Double(max(names.count - 2, 0)) * 180,
      Drawing.top + Self.keyHeight + 40 + max(200, Double(rows.count) * 40) + 24
    )
  }

  /// The whole chart in words.
  var description: String {
    rows.map { row in
      let steps = names.enumerated().compactMap { place, name in
        row.value(place).map { "\(name) \(Self.text($0))" }
      }
      return "\(row.label): \(steps.joined(separator: ", "))"
    }.joined(separator: ". ")
  }

  private static func text(_ number: Double) -> String { DecimalText.rounded(number, decimals: 1) }

  /// Draws the columns and the lines between.
  func draw(_ drawing: inout Drawing) {
    guard names.count > 1 else { return }
    let head = Drawing.top + Self.keyHeight
    let top = head + 44
    let height = size.height - top - 24
    key(&drawing)
    let numbers = rows.flatMap { row in names.indices.compactMap { row.value($0) } }
    let least = numbers.min() ?? 0
    let span = max((numbers.max() ?? 0) - least, 1e-9)
    func place(_ number: Double) -> Double { top + height - (number - least) / span * height }
    let right = size.width - Self.margin
    let step = (right - Self.margin) / Double(names.count - 1)
    for (index, name) in names.enumerated() {
      let x = Self.margin + Double(index) * step
      let side: Drawing.Side = index == 0 ? .end : index == names.count - 1 ? .start : .middle
      drawing.text(name, .small, x: x, y: head + 16, side: side, cells: side == .middle ? 22 : 30)
      drawing.line(.grid, x1: x, y1: top - 8, x2: x, y2: top + height + 8)
    }
    for row in rows {
      let points = names.indices.compactMap { index in
        row.value(index).map { (x: Self.margin + Double(index) * step, number: $0) }
      }
      for (from, to) in zip(points, points.dropFirst()) {
        let isStill = (to.number - from.number).magnitude < 0.05
        let mark: Drawing.Mark = isStill ? .still : to.number > from.number ? .up : .down
        drawing.line(mark, x1: from.x + 6, y1: place(from.number), x2: to.x - 6, y2: place(to.number))
      }
      for point in points { drawing.circle(.dot, x: point.x, y: place(point.number), radius: 4) }
    }
    for index in names.indices.dropFirst().dropLast() {
      let here = rows.compactMap { $0.value(index) }
      for (number, y) in zip(here, Self.apart(here.map(place), by: 15)) {
        drawing.text(Self.text(number), .small, x: Self.margin + Double(index) * step + 9, y: y + 4, cells: 8)
      }
    }
    ends(at: 0, x: Self.margin, side: .end, place, &drawing)
    ends(at: names.count - 1, x: right, side: .start, place, &drawing)
  }

  private func key(_ drawing: inout Drawing) {
    var x = Drawing.edge
    for (mark, text) in [(Drawing.Mark.up, words.up), (.down, words.down), (.still, words.still)] {
      drawing.line(mark, x1: x, y1: Drawing.top + 8, x2: x + 36, y2: Drawing.top + 8)
      drawing.text(text, .small, x: x + 44, y: Drawing.top + 13, cells: 30)
      x += 44 + Double(DisplayWidth.of(text)) * 7 + 28
    }
  }

  /// Names and numbers beside the first or the last column; those whose number is not there stand at the nearest that is.
  private func ends(
    at end: Int, x: Double, side: Drawing.Side, _ place: (Double) -> Double, _ drawing: inout Drawing
  ) {
    let order = end == 0 ? Array(names.indices) : names.indices.reversed()
    let shown = rows.map { row in
      (row: row, nearest: order.lazy.compactMap { row.value($0) }.first ?? 0, own: row.value(end))
    }
    // A name that had to move is led to its point by a thin line.
    let away = side == .end ? -1.0 : 1.0
    for (row, y) in zip(shown, Self.apart(shown.map { place($0.nearest) })) {
      if row.own != nil, (y - place(row.nearest)).magnitude > 4 {
        drawing.line(.grid, x1: x + away * 5, y1: place(row.nearest), x2: x + away * 24, y2: y)
      }
      let number = row.own.map(Self.text) ?? "–"
      let text = end == 0 ? "\(DisplayWidth.shorten(row.row.label, to: 34))  \(number)" : "\(number)  \(row.row.label)"
      drawing.text(text, x: x + away * 28, y: y + 5, side: side, cells: 40)
    }
  }

  /// Places moved down where they would stand on each other, then back up from the lowest.
  private static func apart(_ places: [Double], by distance: Double = lineHeight) -> [Double] {
    var result = places
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    for (above, below) in zip(order, order.dropFirst()) {
      result[below] = max(result[below], result[above] + distance)
    }
    let shift = order.last.map { max(0, result[$0] - (places[$0])) / 2 } ?? 0
    return result.map { $0 - shift }
  }
}
