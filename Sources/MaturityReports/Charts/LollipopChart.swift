public import DigitalMaturity

/// Scores as lollipops, each with its target and its likely range: a dot on a stem, a diamond, a line with two ends, so that no
/// meaning hangs on colour.
public struct LollipopChart: FluidChart {
  /// One score.
  public struct Row: Sendable, Hashable {
    /// What the score is of.
    public var label: String
    /// The score; nil where there is none or it is withheld.
    public var score: Double?
    /// Where the score would probably lie; nil where that is not known.
    public var range: ClosedRange<Double>?
    /// The target, if any.
    public var target: Double?
    /// The score as it is written: rounded, or a mark.
    public var text: String
    /// What is written beside it, such as the target.
    public var note: String

    /// Makes a row.
    public init(
      label: String, score: Double?, range: ClosedRange<Double>? = nil, target: Double? = nil, text: String,
      note: String = ""
    ) {
      self.label = label
      self.score = score
      self.range = range
      self.target = target
      self.text = text
      self.note = note
    }
  }

  /// What the marks are called.
  public struct Names: Sendable, Hashable {
    /// The dot on its stem.
    public var score: String
    /// The diamond.
    public var target: String
    /// The line with two ends.
    public var range: String

    /// Makes names.
    public init(score: String = "Score", target: String = "Target", range: String = "Likely range") {
      self.score = score
      self.target = target
      self.range = range
    }
  }

  /// What it shows, in a line.
  let title: String
  /// The whole chart in words.
  let description: String
  private let scale: ChartScale
  private let names: Names
  private let rows: [Row]
  private let labels: [RowLabel]
  private let noteRoom: Drawing.Room

  /// Makes a chart.
  /// - Parameters:
  ///   - title: What it shows, in a line.
  ///   - description: The whole chart in words; made of the rows' labels, texts and notes when not given.
  ///   - scale: The lowest and the highest score possible.
  ///   - ticks: Where lines stand, such as where levels begin.
  ///   - names: What the marks are called.
  ///   - rows: The scores, from the top.
  public init(
    title: String, description: String? = nil, scale: ClosedRange<Double>, ticks: [ChartTick], names: Names = Names(),
    rows: [Row]
  ) {
    self.title = title
    self.description =
      description
      ?? rows.map { "\($0.label): \($0.text)\($0.note.isEmpty ? "" : ", \($0.note)")" }.joined(separator: ". ")
    self.scale = ChartScale(range: scale, ticks: ticks)
    self.names = names
    self.rows = rows
    func labels(_ room: Drawing.Room) -> [RowLabel] {
      rows.map { row in
        func width(isNarrow: Bool) -> Double {
          ChartScale.outside(isNarrow: isNarrow)
            + Drawing.width(ofFigures: row.text, row.note, isNarrow: isNarrow, room: room)
        }
        return RowLabel(row.label, besideNarrow: width(isNarrow: true), besideWide: width(isNarrow: false))
      }
    }
    let beside = labels(.any)
    // A name on one line says more than a target that its mark and the table show too.
    noteRoom = beside.contains { $0.narrow.count > 1 } ? .wide : .any
    self.labels = noteRoom == .any ? beside : labels(.wide)
  }

  private static let rowHeight = 46.0

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  var style: StaticString { "drawing lollipop" }
  var height: Double {
    ChartScale.axisHeight * 2 + RowLabel.moreHeights(labels).reduce(0) { $0 + Self.rowHeight + $1 }
  }

  var rowCount: Int { rows.count }

  func part(rows range: Range<Int>) -> Self {
    LollipopChart(title: title, scale: scale.range, ticks: scale.ticks, names: names, rows: Array(rows[range]))
  }

  /// What the marks that are drawn mean.
  var key: [ChartKey] {
    [ChartKey(mark: .lollipop, label: names.score)]
      + (rows.contains { $0.target != nil } ? [ChartKey(mark: .target, label: names.target)] : [])
      + (rows.contains { $0.score != nil && $0.range != nil } ? [ChartKey(mark: .range, label: names.range)] : [])
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
    let y = top + 32
    label.draw(x: ChartScale.start, y: top + 17, &drawing)
    drawing.figures(row.text, row.note, x: ChartScale.end, y: top + 17, room: noteRoom)
    drawing.line(.track, x1: ChartScale.start, y1: y, x2: ChartScale.end, y2: y)
    if let score = row.score {
      drawing.line(.stem, x1: ChartScale.start, y1: y, x2: scale.place(score), y2: y)
    }
    if let target = row.target { drawing.at(x: scale.place(target), y: y) { $0.diamond(.target) } }
    guard let score = row.score else { return }
    if let range = row.range {
      drawing.range(from: scale.place(range.lowerBound), to: scale.place(range.upperBound), y: y)
    }
    drawing.circle(.dot, x: scale.place(score), y: y, radius: 6)
  }
}
