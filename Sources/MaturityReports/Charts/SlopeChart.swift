public import DigitalMaturity

/// What moved between assessments: a line from each earlier number to the next, with the first and the last written at the
/// ends. Up, down and unmoved differ by the kind of line.
public struct SlopeChart: FluidChart {
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

    func text(_ place: Int) -> String { point(place).text }
    fileprivate func point(_ place: Int) -> Point { points.indices.contains(place) ? points[place] : .none("–") }
    fileprivate func value(_ place: Int) -> Double? { point(place).number }
    fileprivate func isClear(_ step: Int) -> Bool? { isClear.indices.contains(step) ? isClear[step] : nil }
  }

  /// What it shows, in a line.
  let title: String
  private let names: [String]
  private let rows: [Row]
  private let words: (up: String, down: String, still: String)
  /// The least and the greatest number that is drawn.
  private let range: ClosedRange<Double>

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
    let numbers = rows.flatMap { row in names.indices.compactMap { row.value($0) } }
    self.init(title: title, names: names, rows: rows, words: words, range: (numbers.min() ?? 0)...(numbers.max() ?? 0))
  }

  private init(
    title: String, names: [String], rows: [Row], words: (up: String, down: String, still: String),
    range: ClosedRange<Double>
  ) {
    self.title = title
    self.words = words
    self.names = names
    self.rows = rows
    self.range = range
    wide = SlopeLayout(.wide, names: names, rows: rows)
    narrow = SlopeLayout(.narrow, names: names, rows: rows)
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

  private let wide: SlopeLayout
  private let narrow: SlopeLayout

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  private var head: Double { max(wide.headHeight, narrow.headHeight) + 14 }
  private var plotHeight: Double {
    max(160, Double(rows.count) * 34, wide.leastHeight, narrow.leastHeight)
  }
  var height: Double { names.count > 1 ? head + plotHeight + 24 : 0 }
  var rowCount: Int { rows.count }
  /// On the scale of all of it.
  func part(rows range: Range<Int>) -> Self {
    SlopeChart(title: title, names: names, rows: Array(rows[range]), words: words, range: self.range)
  }
  var key: [ChartKey] {
    [
      ChartKey(mark: .line(.up), label: words.up), ChartKey(mark: .line(.down), label: words.down),
      ChartKey(mark: .line(.still), label: words.still),
    ]
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

  /// Draws the columns and the lines between, once for a wide page and once for a narrow one.
  func drawPlot(_ drawing: inout Drawing) {
    guard names.count > 1 else { return }
    for layout in [wide, narrow] { draw(layout, &drawing) }
  }

  private func place(_ number: Double) -> Double {
    let span = range.upperBound - range.lowerBound
    let share = span > 0 ? (number - range.lowerBound) / span : 0.5
    return head + 8 + (1 - share) * (plotHeight - 16)
  }

  private func draw(_ layout: SlopeLayout, _ drawing: inout Drawing) {
    let room = layout.room
    for (index, lines) in layout.heads.enumerated() {
      let x = layout.columns[index]
      drawing.line(.grid, x1: x, y1: head - 6, x2: x, y2: head + plotHeight + 8, room: room)
      let (place, side) = layout.headPlace(index)
      for (line, text) in lines.enumerated() {
        let above = Double(lines.count - 1 - line) * SlopeLayout.headLine
        drawing.text(text, .small, x: place, y: head - 14 - above, side: side, room: room)
      }
    }
    for row in rows {
      // No line runs across a figure that is not there.
      for index in names.indices.dropFirst() {
        guard let from = row.value(index - 1), let to = row.value(index) else { continue }
        let isStill = row.isClear(index - 1).map { !$0 } ?? ((to - from).magnitude < 0.05)
        let mark: Drawing.Mark = isStill ? .still : to > from ? .up : .down
        drawing.line(
          mark, x1: layout.columns[index - 1], y1: place(from), x2: layout.columns[index], y2: place(to), room: room)
      }
      for index in names.indices {
        guard let number = row.value(index) else { continue }
        drawing.circle(.dot, x: layout.columns[index], y: place(number), radius: 4.5, room: room)
      }
    }
    for index in names.indices.dropFirst().dropLast() where layout.hasMiddleNumbers {
      let here = rows.filter { $0.value(index) != nil }
      let places = SlopeLayout.apart(
        here.map { (place($0.value(index) ?? 0), 16) }, within: head...(head + plotHeight))
      for (row, y) in zip(here, places) {
        drawing.at(x: layout.columns[index], y: y) {
          $0.text(row.point(index).text, .small, x: 9.0, y: 5, width: 44, room: room)
        }
      }
    }
    end(0, layout, &drawing)
    end(names.count - 1, layout, &drawing)
  }

  /// Names and numbers beside the first or the last column; those whose number is not there stand at the nearest that is. A name
  /// that had to move is led to its point by a thin line.
  private func end(_ end: Int, _ layout: SlopeLayout, _ drawing: inout Drawing) {
    let order = end == 0 ? Array(names.indices) : names.indices.reversed()
    let nearest = rows.map { row in order.lazy.compactMap { row.value($0) }.first ?? range.lowerBound }
    let labels = layout.labels(at: end)
    let places = SlopeLayout.apart(
      zip(nearest, labels).map { (place($0), layout.height(of: $1)) }, within: head...(head + plotHeight))
    let away = end == 0 ? -1.0 : 1.0
    let (room, side) = (layout.room, end == 0 ? Drawing.Side.end : .start)
    for ((row, label), (near, y)) in zip(zip(rows, labels), zip(nearest, places)) {
      drawing.at(x: layout.columns[end], y: 0) { drawing in
        if row.value(end) != nil, (y - place(near)).magnitude > 4 {
          drawing.line(.grid, x1: away * 6, y1: place(near), x2: away * (SlopeLayout.gap - 4), y2: y, room: room)
        }
        drawing.text(
          row.point(end).text, x: away * SlopeLayout.gap, y: y + 5, side: side, width: SlopeLayout.longestNumber,
          room: room)
        for (line, text) in label.enumerated() {
          let on = (Double(line) - Double(label.count - 1) / 2) * RowLabel.lineHeight
          drawing.text(
            text, layout.nameMark, x: away * layout.nameStart(at: end), y: y + 5 + on, side: side, room: room)
        }
      }
    }
  }
}
