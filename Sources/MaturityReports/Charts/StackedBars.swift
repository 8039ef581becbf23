public import DigitalMaturity

/// How answers spread over ordered steps, each row a bar of 100 %: levels of maturity from light to dark, or disagreement and
/// agreement on both sides of a middle line.
public struct StackedBars: FluidChart {
  /// How the steps are ordered.
  public enum Order: Sendable, Hashable {
    /// From low to high: levels have no neutral middle.
    case sequential
    /// From one end over a middle to the other: bars are moved so that their middles stand under each other.
    case diverging
  }

  /// One bar.
  public struct Row: Sendable, Hashable {
    /// What was answered.
    public var label: String
    /// The shares of the steps, 0 to 1 together 1; nil where they are withheld or nobody answered, which ``note`` says.
    public var shares: [Double]?
    /// What stands at the end of the bar: how many answered, or why there is no bar.
    public var note: String

    /// Makes a row.
    public init(label: String, shares: [Double]?, note: String = "") {
      self.label = label
      self.shares = shares
      self.note = note
    }
  }

  /// What it shows, in a line.
  let title: String
  private let order: Order
  private let steps: [String]
  private let rows: [Row]
  /// Whether labels are whole sentences: on a narrow page they have its whole width then.
  private let isLong: Bool
  private let labels: [RowLabel]

  /// Makes a chart.
  /// - Parameters:
  ///   - title: What it shows, in a line.
  ///   - order: How the steps are ordered.
  ///   - steps: The steps' names, the lowest first.
  ///   - rows: The bars, from the top.
  public init(title: String, order: Order, steps: [String], rows: [Row]) {
    self.title = title
    self.order = order
    self.steps = steps
    self.rows = rows
    func label(_ row: Row, besideNarrow: Double) -> RowLabel {
      RowLabel(row.label, besideNarrow: besideNarrow, besideWide: Self.width(ofNote: row), most: Self.mostLines)
    }
    let beside = rows.map { label($0, besideNarrow: Self.width(ofNote: $0)) }
    isLong = beside.contains { $0.narrow.count > 2 }
    labels = isLong ? rows.map { label($0, besideNarrow: 0) } : beside
  }

  private static let rowHeight = 56.0
  /// The lines that a label may take; what is longer still is cut.
  private static let mostLines = 8
  /// Shares from here on are written where a page is narrow, and where there is room.
  private static let (narrowest, least) = (0.09, 0.03)

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  /// How much room a note takes beside its label.
  private static func width(ofNote row: Row) -> Double {
    row.shares == nil || row.note.isEmpty
      ? 0 : TextWidth.of(PlainText.clean(row.note), size: Drawing.size(of: .small)) + 12
  }

  var height: Double { max(Self.rowHeight, RowLabel.moreHeights(labels).reduce(head) { $0 + Self.rowHeight + $1 }) }
  /// The room above the first row: the first of several lines stands above its row, and here nothing else is there.
  private var head: Double { (labels.first?.lineCount ?? 1) > 1 ? 9 : 0 }
  var rowCount: Int { rows.count }
  func part(rows range: Range<Int>) -> Self {
    StackedBars(title: title, order: order, steps: steps, rows: Array(rows[range]))
  }
  var key: [ChartKey] {
    steps.enumerated().map { index, name in
      ChartKey(mark: order == .diverging ? .twoEnded(place(index)) : .step(place(index)), label: name)
    }
  }

  /// The whole chart in words.
  var description: String {
    rows.map { row in
      let shares = row.shares.map { shares in
        zip(steps, shares).map { "\($0) \(Self.percent($1))" }.joined(separator: ", ")
      }
      return "\(row.label): \(shares ?? row.note)"
    }.joined(separator: ". ")
  }

  private static func percent(_ share: Double) -> String { DecimalText.rounded(share * 100, decimals: 0) + " %" }

  private func place(_ step: Int) -> Double { steps.count > 1 ? Double(step) / Double(steps.count - 1) : 1 }

  /// Draws the bars.
  func drawPlot(_ drawing: inout Drawing) {
    var top = head
    for ((row, label), more) in zip(zip(rows, labels), RowLabel.moreHeights(labels)) {
      top += more
      draw(row, label, barTop: top + Self.rowHeight - 34, &drawing)
      top += Self.rowHeight
    }
  }

  private func draw(_ row: Row, _ label: RowLabel, barTop: Double, _ drawing: inout Drawing) {
    label.draw(x: .start, y: barTop - 7, &drawing)
    guard let shares = row.shares, shares.count == steps.count else {
      return drawing.text(row.note, x: Share.start, y: barTop + 18, width: Drawing.narrowWidth)
    }
    drawing.text(
      row.note, .small, x: Share.end, y: barTop - 7, side: .end, room: isLong ? .wide : .any)
    // Of two ends, half a width is all on one side.
    let scale = order == .diverging ? 0.5 : 1
    var x = order == .diverging ? 0.5 - scale * below(shares) : 0
    if order == .diverging {
      // Behind the bar: it is seen above and below, and crosses no number.
      drawing.line(.axis, x1: Share(0.5), y1: barTop - 4, x2: Share(0.5), y2: barTop + 27)
    }
    for (index, share) in shares.enumerated() where share > 0 {
      let width = share * scale
      step(index, x: Share(x), y: barTop, width: Share(width), height: 26, &drawing)
      if width >= Self.least {
        let isDark =
          order == .diverging ? Drawing.isDark(twoEnded: place(index)) : Drawing.isDark(step: place(index))
        drawing.text(
          DecimalText.rounded(share * 100, decimals: 0), .small, x: Share(x + width / 2), y: barTop + 18, side: .middle,
          isLight: isDark, room: width >= Self.narrowest ? .any : .wide)
      }
      x += width
    }
  }

  /// The share on the near side of the middle: half of the middle step, where there is one, belongs to each.
  private func below(_ shares: [Double]) -> Double {
    let half = shares.count / 2
    return shares[..<half].reduce(0, +) + (shares.count.isMultiple(of: 2) ? 0 : shares[half] / 2)
  }

  private func step(
    _ index: Int, x: Share, y: Double, width: Share, height: Double, _ drawing: inout Drawing
  ) {
    switch order {
    case .sequential: drawing.step(place(index), x: x, y: y, width: width, height: height)
    case .diverging: drawing.twoEnded(place(index), x: x, y: y, width: width, height: height)
    }
  }
}
