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
  /// Whether a label needs two lines on a narrow page.
  private let isLong: Bool
  /// The heights of the rows.
  private let heights: [Double]

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
    let isLong = rows.contains { DisplayWidth.of(PlainText.clean($0.label)) > Self.shortLabel }
    self.isLong = isLong
    heights = rows.map { isLong ? Self.height(ofLong: $0.label) : Self.rowHeight }
  }

  private static let rowHeight = 56.0
  private static let lineHeight = 19.0
  /// How many display cells a label may have before all rows get a second line, and a line on a narrow page and a wide one.
  private static let (shortLabel, narrowLine, wideLine) = (40, 32, 80)
  /// The lines that a label may take; what is longer still is cut.
  private static let mostLines = 8
  /// Shares from here on are written where a page is narrow, and where there is room.
  private static let (narrowest, least) = (0.09, 0.03)

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  /// A row is as high as its label's lines on a narrow page, so that no word is cut there; among long labels a short one has
  /// room for two.
  private static func height(ofLong label: String) -> Double {
    let lines = lines(PlainText.clean(label), of: narrowLine).count
    return rowHeight + Double(max(lines - 1, 1)) * lineHeight
  }

  private static func lines(_ label: String, of cells: Int) -> [String] {
    let lines = DisplayWidth.wrap(label, to: cells)
    if lines.count <= mostLines { return lines }
    return lines.prefix(mostLines - 1)
      + [DisplayWidth.shorten(lines.dropFirst(mostLines - 1).joined(separator: " "), to: cells)]
  }

  var height: Double { rows.isEmpty ? Self.rowHeight : heights.reduce(0, +) }
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
    var top = 0.0
    for (row, height) in zip(rows, heights) {
      draw(row, top: top, height: height, &drawing)
      top += height
    }
  }

  private func draw(_ row: Row, top: Double, height: Double, _ drawing: inout Drawing) {
    let barTop = top + height - 34
    label(row.label, top: top, barTop: barTop, &drawing)
    guard let shares = row.shares, shares.count == steps.count else {
      return drawing.text(row.note, x: Share.start, y: barTop + 18, cells: 24)
    }
    drawing.text(
      row.note, .small, x: Share.end, y: barTop - 7, side: .end, cells: 24, room: isLong ? .wide : .any)
    // Of two ends, half a width is all on one side.
    let scale = order == .diverging ? 0.5 : 1
    var x = order == .diverging ? 0.5 - scale * below(shares) : 0
    if order == .diverging {
      // Behind the bar: it is seen above and below, and crosses no number.
      drawing.line(.axis, x1: Share(0.5), y1: barTop - 4, x2: Share(0.5), y2: barTop + 30)
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

  /// The label, above its bar: one line, or as many as it needs, of which a narrow page has more.
  private func label(_ label: String, top: Double, barTop: Double, _ drawing: inout Drawing) {
    guard isLong else { return drawing.name(label, x: .start, y: top + 15) }
    let label = PlainText.clean(label)
    for (cells, room) in [(Self.wideLine, Drawing.Room.wide), (Self.narrowLine, .narrow)] {
      let lines = Self.lines(label, of: cells)
      for (index, text) in lines.enumerated() {
        let below = Double(lines.count - 1 - index)
        drawing.text(text, x: Share.start, y: barTop - 7 - below * Self.lineHeight, cells: cells, room: room)
      }
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
