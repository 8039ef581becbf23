public import DigitalMaturity

/// Work over time, by workstream, as a drawing that stands alone (SVG): what was planned, what really happened beneath it,
/// and what was stopped, each told apart by shape as well as by colour.
public struct GanttChart: Chart {
  /// One piece of work.
  public struct Bar: Sendable, Hashable {
    /// The workstream that it stands under.
    public var group: String
    /// Its name.
    public var label: String
    /// When it was planned.
    public var planned: Timeframe
    /// When it really began.
    public var started: Month?
    /// When it really ended.
    public var finished: Month?
    /// Whether it was given up.
    public var isStopped: Bool
    /// How many months it is late, beyond what was planned; 0 for work that is in time.
    public var monthsLate: Int

    /// Makes a bar.
    public init(
      group: String, label: String, planned: Timeframe, started: Month? = nil, finished: Month? = nil,
      isStopped: Bool = false, monthsLate: Int = 0
    ) {
      self.group = group
      self.label = label
      self.planned = planned
      self.started = started
      self.finished = finished
      self.isStopped = isStopped
      self.monthsLate = max(0, monthsLate)
    }

    /// What stands behind its name.
    fileprivate var mark: String {
      if isStopped { return " (stopped)" }
      return monthsLate == 0 ? "" : " (late by \(monthsLate) month\(monthsLate == 1 ? "" : "s"))"
    }
  }

  /// What it shows, in a line.
  let title: String
  private let bars: [Bar]
  private let today: Month?

  /// Makes a chart.
  /// - Parameters:
  ///   - title: What the programme is called.
  ///   - bars: The work, in the order it is drawn; bars of one group that follow each other stand under one heading.
  ///   - today: The month that a line marks, to which work that goes on is drawn.
  public init(title: String, bars: [Bar], today: Month? = nil) {
    self.title = "Programme: \(title)"
    self.bars = bars
    self.today = today
  }

  private static let width = 960.0
  private static let left = 16.0
  private static let top = 96.0
  private static let groupHeight = 34.0
  private static let rowHeight = 44.0
  private static let longestName = 90

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  /// Width and height, in pixels.
  var size: (width: Double, height: Double) {
    (Self.width, Self.top + rows.reduce(0) { $0 + $1.height } + 40)
  }

  /// Draws the key, the months and the bars. A chart without bars says that nothing is planned.
  func draw(_ drawing: inout Drawing) {
    guard let span else { return drawing.text("No months are planned.", x: Self.left, y: 62) }
    key(&drawing)
    axis(span, height: size.height, &drawing)
    for row in rows { draw(row, span, &drawing) }
  }

  /// The whole chart in words.
  var description: String {
    let parts = bars.map { bar in
      let actual =
        switch (bar.started, bar.finished) {
        case (let started?, let finished?): ", in fact \(started) to \(finished)"
        case (let started?, nil): ", in fact from \(started)"
        case (nil, let finished?): ", in fact to \(finished)"
        case (nil, nil): ""
        }
      return "\(bar.group), \(bar.label): planned \(bar.planned.from) to "
        + "\(bar.planned.to)\(actual)\(bar.mark)"
    }
    return parts.isEmpty ? "No months are planned." : parts.joined(separator: ". ") + "."
  }

  private var span: Timeframe? {
    let months =
      bars.flatMap { [$0.planned.from, $0.planned.to, $0.started ?? $0.planned.from, $0.finished ?? $0.planned.to] }
      + (bars.isEmpty ? [] : today.map { [$0] } ?? [])
    guard let first = months.min(), let last = months.max() else { return nil }
    return Timeframe(from: first, to: last)
  }

  // MARK: Rows

  private enum Content {
    case group(String)
    case bar(Bar)
  }

  private struct Row {
    let content: Content
    let top: Double
    let height: Double
  }

  private var rows: [Row] {
    var rows: [Row] = []
    var top = Self.top
    var group: String?
    func add(_ content: Content, _ height: Double) {
      rows.append(Row(content: content, top: top, height: height))
      top += height
    }
    for bar in bars {
      if bar.group != group { add(.group(bar.group), Self.groupHeight) }
      group = bar.group
      add(.bar(bar), Self.rowHeight)
    }
    return rows
  }

  private func draw(_ row: Row, _ span: Timeframe, _ drawing: inout Drawing) {
    switch row.content {
    case .group(let name): drawing.text(name, .group, x: Self.left, y: row.top + 24, cells: Self.longestName)
    case .bar(let bar):
      let label = DisplayWidth.shorten(bar.label, to: Self.longestName)
      drawing.text(
        label + bar.mark, x: Self.left, y: row.top + 15, cells: Self.longestName + 20)
      rectangle(bar.isStopped ? .stopped : .planned, bar.planned, row.top + 21, height: 10, span, &drawing)
      guard let started = bar.started else { return }
      let end = bar.finished ?? max(started, today ?? bar.planned.to)
      rectangle(.actual, Timeframe(from: started, to: max(started, end)), row.top + 33, height: 6, span, &drawing)
    }
  }

  private func rectangle(
    _ mark: Drawing.Mark, _ time: Timeframe, _ y: Double, height: Double, _ span: Timeframe, _ drawing: inout Drawing
  ) {
    let start = place(time.from, span)
    let end = place(time.to, span, isEnd: true)
    drawing.rectangle(mark, x: start, y: y, width: max(end - start, 2), height: height)
  }

  /// Where a month begins, or ends.
  private func place(_ month: Month, _ span: Timeframe, isEnd: Bool = false) -> Double {
    let months = Double(span.to.months(since: span.from) + 1)
    let passed = Double(month.months(since: span.from) + (isEnd ? 1 : 0))
    return Self.left + passed / months * (Self.width - 2 * Self.left)
  }

  // MARK: Axis and key

  /// Lines where quarters begin; years when there are many.
  private func axis(_ span: Timeframe, height: Double, _ drawing: inout Drawing) {
    let count = span.to.months(since: span.from) + 1
    let step = count <= 36 ? 3 : count <= 120 ? 12 : 12 * ((count / 120) + 1)
    for offset in 0..<count {
      let index = span.from.year * 12 + span.from.month - 1 + offset
      guard index % step == 0 || offset == 0, let month = Month(year: index / 12, month: index % 12 + 1) else {
        continue
      }
      // The first month's words need room before the next line's.
      if offset > 0, Double(offset) / Double(count) < 0.09 { continue }
      let x = place(month, span)
      drawing.line(.grid, x1: x, y1: Self.top - 8, x2: x, y2: height - 28)
      if x < Self.width - 60 { drawing.text(Self.words(month), .small, x: x, y: height - 10) }
    }
    guard let today else { return }
    let x = place(today, span, isEnd: true)
    drawing.line(.today, x1: x, y1: Self.top - 8, x2: x, y2: height - 28)
  }

  private func key(_ drawing: inout Drawing) {
    var x = Self.left
    func entry(_ mark: Drawing.Mark, _ text: String, height: Double, _ drawing: inout Drawing) {
      drawing.rectangle(mark, x: x, y: 60 - height / 2, width: 28, height: height)
      drawing.text(text, .small, x: x + 36, y: 65)
      x += 36 + Double(text.utf8.count) * 7 + 24
    }
    entry(.planned, "Planned", height: 10, &drawing)
    if bars.contains(where: { $0.started != nil }) { entry(.actual, "Actual", height: 6, &drawing) }
    if bars.contains(where: \.isStopped) { entry(.stopped, "Stopped", height: 10, &drawing) }
    guard let today else { return }
    drawing.line(.today, x1: x + 14, y1: 50, x2: x + 14, y2: 70)
    drawing.text("End of \(Self.words(today))", .small, x: x + 24, y: 65)
  }

  private static func words(_ month: Month) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(names[month.month - 1]) \(month.year)"
  }
}
