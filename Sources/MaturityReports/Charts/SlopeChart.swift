public import DigitalMaturity

/// What moved between assessments: a line from each earlier number to the next, with the first and the last written at the
/// ends. Up, down and unmoved differ by the kind of line.
public struct SlopeChart: Chart {
  /// A figure of one assessment.
  public enum Point: Sendable, Hashable {
    /// A number, and the text that is written for it.
    case number(Double, text: String)
    /// There is none, and what is written: a dash, or the mark of what is withheld.
    case none(String)

    fileprivate var number: Double? { if case .number(let number, _) = self, number.isFinite { number } else { nil } }
    fileprivate var text: String {
      switch self {
      case .number(_, let text), .none(let text): text
      }
    }
  }

  /// One line.
  public struct Row: Sendable, Hashable {
    /// What moved.
    public var label: String
    /// Its figures, one an assessment.
    public var points: [Point]
    /// Whether each step is more than chance may have made; nil where that is not known. A step that is not is drawn as
    /// unmoved.
    public var isClear: [Bool?]

    /// Makes a line through any number of assessments.
    public init(label: String, points: [Point], isClear: [Bool?] = []) {
      self.label = label
      self.points = points
      self.isClear = isClear
    }

    /// Makes a line between two assessments, its numbers written with one decimal.
    public init(label: String, base: Double, now: Double) {
      self.init(
        label: label, points: [base, now].map { .number($0, text: DecimalText.rounded($0, decimals: 1)) })
    }

    fileprivate func point(_ place: Int) -> Point { points.indices.contains(place) ? points[place] : .none("–") }
    fileprivate func value(_ place: Int) -> Double? { point(place).number }
    fileprivate func isClear(_ step: Int) -> Bool? { isClear.indices.contains(step) ? isClear[step] : nil }
  }

  /// What it shows, in a line.
  let title: String
  private let names: [String]
  private let rows: [Row]

  private let words: (up: String, down: String, still: String)

  /// Makes a chart.
  /// - Parameters:
  ///   - title: What it shows, in a line.
  ///   - names: What the assessments are called, the earliest first.
  ///   - rows: The lines.
  ///   - words: What the three kinds of line are called.
  public init(
    title: String, names: [String], rows: [Row],
    words: (up: String, down: String, still: String) = ("Higher", "Lower", "No clear change")
  ) {
    self.title = title
    self.words = words
    self.names = names
    self.rows = rows
  }

  /// Makes a chart of what changed, with the title and the words of a catalogue.
  /// - Parameters:
  ///   - names: What the assessments are called, the earliest first.
  ///   - rows: The lines.
  ///   - words: The words.
  public init(names: [String], rows: [Row], words: MessageCatalogue) {
    let words = ReportWords(catalogue: words)
    self.init(
      title: words.text(.changed, ["from": names.first ?? "", "to": names.last ?? ""]), names: names, rows: rows,
      words: (words.text(ChartMessage.higher), words.text(ChartMessage.lower), words.text(ChartMessage.noClearChange)))
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

  /// Whether any two assessments that follow each other have numbers to draw a line between.
  public var hasLines: Bool {
    rows.contains { row in
      names.indices.dropFirst().contains { row.value($0 - 1) != nil && row.value($0) != nil }
    }
  }

  /// The whole chart in words.
  var description: String {
    rows.map { row in
      "\(row.label): \(names.enumerated().map { "\($1) \(row.point($0).text)" }.joined(separator: ", "))"
    }.joined(separator: ". ")
  }

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
      // No line runs across a figure that is not there.
      for index in names.indices.dropFirst() {
        guard let from = row.value(index - 1), let to = row.value(index) else { continue }
        let isStill = row.isClear(index - 1).map { !$0 } ?? ((to - from).magnitude < 0.05)
        let mark: Drawing.Mark = isStill ? .still : to > from ? .up : .down
        let x = Self.margin + Double(index) * step
        drawing.line(mark, x1: x - step + 6, y1: place(from), x2: x - 6, y2: place(to))
      }
      for index in names.indices {
        guard let number = row.value(index) else { continue }
        drawing.circle(.dot, x: Self.margin + Double(index) * step, y: place(number), radius: 4)
      }
    }
    for index in names.indices.dropFirst().dropLast() {
      let here = rows.filter { $0.value(index) != nil }
      for (row, y) in zip(here, Self.apart(here.map { place($0.value(index) ?? least) }, by: 15)) {
        drawing.text(row.point(index).text, .small, x: Self.margin + Double(index) * step + 9, y: y + 4, cells: 8)
      }
    }
    ends(at: 0, x: Self.margin, side: .end, least: least, place, &drawing)
    ends(at: names.count - 1, x: right, side: .start, least: least, place, &drawing)
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
    at end: Int, x: Double, side: Drawing.Side, least: Double, _ place: (Double) -> Double,
    _ drawing: inout Drawing
  ) {
    let order = end == 0 ? Array(names.indices) : names.indices.reversed()
    let shown = rows.map { row in
      (row: row, nearest: order.lazy.compactMap { row.value($0) }.first ?? least, own: row.value(end))
    }
    // A name that had to move is led to its point by a thin line.
    let away = side == .end ? -1.0 : 1.0
    for (row, y) in zip(shown, Self.apart(shown.map { place($0.nearest) })) {
      if row.own != nil, (y - place(row.nearest)).magnitude > 4 {
        drawing.line(.grid, x1: x + away * 5, y1: place(row.nearest), x2: x + away * 24, y2: y)
      }
      let number = row.row.point(end).text
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
