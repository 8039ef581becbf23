public import DigitalMaturity

/// How answers spread over ordered steps, each row a bar of 100 %: levels of maturity from light to dark, or disagreement and
/// agreement on both sides of a middle line.
public struct StackedBars: Chart {
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
  }

  private static let width = 960.0
  private static let rowHeight = 56.0
  private static let keyHeight = 24.0

  private var keyRows: Int { (steps.count + 2) / 3 }

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  /// Width and height, in pixels.
  var size: (width: Double, height: Double) {
    (
      Self.width,
      Drawing.top + Double(keyRows) * Self.keyHeight + 12 + Double(max(rows.count, 1)) * Self.rowHeight
    )
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

  /// Draws the key and the bars.
  func draw(_ drawing: inout Drawing) {
    for (index, name) in steps.enumerated() {
      let x = Drawing.edge + Double(index % 3) * (Self.width - 2 * Drawing.edge) / 3
      let y = Drawing.top + Double(index / 3) * Self.keyHeight
      step(index, x: x, y: y, width: 18, height: 14, &drawing)
      drawing.text(name, .small, x: x + 26, y: y + 12, cells: 34)
    }
    let top = Drawing.top + Double(keyRows) * Self.keyHeight + 12
    for (index, row) in rows.enumerated() { draw(row, top: top + Double(index) * Self.rowHeight, &drawing) }
    guard order == .diverging, !rows.isEmpty else { return }
    drawing.line(
      .axis, x1: Self.width / 2, y1: top + 16, x2: Self.width / 2, y2: top + Double(rows.count) * Self.rowHeight - 8)
  }

  private func draw(_ row: Row, top: Double, _ drawing: inout Drawing) {
    drawing.text(row.label, x: Drawing.edge, y: top + 15, cells: 80)
    drawing.text(row.note, .small, x: Self.width - Drawing.edge, y: top + 15, side: .end, cells: 24)
    guard let shares = row.shares, shares.count == steps.count else { return }
    let room = Self.width - 2 * Drawing.edge
    // Of two ends, half a width is all on one side.
    let scale = order == .diverging ? room / 2 : room
    var x = order == .diverging ? Self.width / 2 - scale * below(shares) : Drawing.edge
    for (index, share) in shares.enumerated() where share > 0 {
      let width = share * scale
      step(index, x: x, y: top + 22, width: width, height: 26, &drawing)
      let text = DecimalText.rounded(share * 100, decimals: 0)
      if width > 9 * Double(text.utf8.count) + 6 {
        let isDark =
          order == .diverging ? Drawing.isDark(twoEnded: place(index)) : Drawing.isDark(step: place(index))
        drawing.text(text, .small, x: x + width / 2, y: top + 40, side: .middle, isLight: isDark)
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
    _ index: Int, x: Double, y: Double, width: Double, height: Double, _ drawing: inout Drawing
  ) {
    switch order {
    case .sequential: drawing.step(place(index), x: x, y: y, width: width, height: height)
    case .diverging: drawing.twoEnded(place(index), x: x, y: y, width: width, height: height)
    }
  }
}
