public import DigitalMaturity

/// Work over time, by workstream, as a drawing that stands alone (SVG): what was planned, what really happened beneath it,
/// and what was stopped, each told apart by shape as well as by colour.
public struct GanttChart: Sendable {
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

    /// Makes a bar.
    public init(
      group: String, label: String, planned: Timeframe, started: Month? = nil, finished: Month? = nil,
      isStopped: Bool = false
    ) {
      self.group = group
      self.label = label
      self.planned = planned
      self.started = started
      self.finished = finished
      self.isStopped = isStopped
    }
  }

  private let title: String
  private let bars: [Bar]
  private let today: Month?

  /// Makes a chart.
  /// - Parameters:
  ///   - title: What the programme is called.
  ///   - bars: The work, in the order it is drawn; bars of one group that follow each other stand under one heading.
  ///   - today: The month that a line marks, to which work that goes on is drawn.
  public init(title: String, bars: [Bar], today: Month? = nil) {
    self.title = title
    self.bars = bars
    self.today = today
  }

  private static let width = 960.0
  private static let left = 16.0
  private static let top = 96.0
  private static let groupHeight = 34.0
  private static let rowHeight = 44.0
  private static let longestName = 90

  private static let style: StaticString = """
    text{font:15px system-ui,"Segoe UI",Roboto,Arial,sans-serif;fill:#1d1d1b;paint-order:stroke;stroke:#fff;\
    stroke-width:4px;stroke-linejoin:round}\
    .title{font-weight:700;font-size:19px}.group{font-weight:700}.tick,.key{font-size:13px}\
    .ground{fill:#fff}.grid{stroke:#c9c9c6;stroke-width:1}.today{stroke:#801650;stroke-width:2;stroke-dasharray:6 4}\
    .planned{fill:#12436d}.actual{fill:#28a197;stroke:#1d1d1b;stroke-width:1}\
    .stopped{fill:#fff;stroke:#12436d;stroke-width:2;stroke-dasharray:4 3}
    """

  /// The drawing. A chart without bars says that nothing is planned.
  public var svg: ByteOutput {
    var writer = HTMLWriter(reserving: 1 << 14)
    let rows = rows
    let height = Self.top + rows.reduce(0) { $0 + $1.height } + 40
    let title = writer.makeID("gantt-title")
    let description = writer.makeID("gantt-description")
    writer.element(
      "svg", .fixed("xmlns", "http://www.w3.org/2000/svg"), .fixed("role", "img"), .labelled(by: title),
      .described(by: description), .viewBox(width: Self.width, height: height), .number("width", Self.width),
      .number("height", height)
    ) { writer in
      writer.element("title", .id(title)) { $0.text(heading) }
      writer.element("desc", .id(description)) { $0.text(words) }
      writer.style(Self.style)
      writer.void(
        "rect", .class("ground"), .fixed("x", "0"), .fixed("y", "0"), .number("width", Self.width),
        .number("height", height))
      writer.element("text", .class("title"), .number("x", Self.left), .fixed("y", "28")) {
        $0.text(DisplayWidth.shorten(heading, to: Self.longestName))
      }
      guard let span else {
        writer.element("text", .number("x", Self.left), .fixed("y", "62")) { $0.text("No months are planned.") }
        return
      }
      key(&writer)
      axis(span, height: height, &writer)
      for row in rows { draw(row, span, &writer) }
    }
    var output = ByteOutput()
    output.write(bytes: writer.bytes)
    return output
  }

  private var heading: String { "Programme: \(PlainText.clean(title))" }

  /// The chart in words, for those who do not see it.
  private var words: String {
    let parts = bars.map { bar in
      let actual =
        switch (bar.started, bar.finished) {
        case (let started?, let finished?): ", in fact \(started) to \(finished)"
        case (let started?, nil): ", in fact from \(started)"
        case (nil, let finished?): ", in fact to \(finished)"
        case (nil, nil): ""
        }
      return "\(PlainText.clean(bar.group)), \(PlainText.clean(bar.label)): planned \(bar.planned.from) to "
        + "\(bar.planned.to)\(actual)\(bar.isStopped ? ", stopped" : "")"
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

  private func draw(_ row: Row, _ span: Timeframe, _ writer: inout HTMLWriter) {
    switch row.content {
    case .group(let name):
      writer.element("text", .class("group"), .number("x", Self.left), .number("y", row.top + 24)) {
        $0.text(DisplayWidth.shorten(PlainText.clean(name), to: Self.longestName))
      }
    case .bar(let bar):
      writer.element("text", .number("x", Self.left), .number("y", row.top + 15)) {
        $0.text(
          DisplayWidth.shorten(PlainText.clean(bar.label), to: Self.longestName) + (bar.isStopped ? " (stopped)" : ""))
      }
      rectangle(
        bar.isStopped ? "stopped" : "planned", bar.planned, row.top + 21, height: 10, span, &writer)
      guard let started = bar.started else { return }
      let end = bar.finished ?? max(started, today ?? bar.planned.to)
      rectangle("actual", Timeframe(from: started, to: max(started, end)), row.top + 33, height: 6, span, &writer)
    }
  }

  private func rectangle(
    _ name: StaticString, _ time: Timeframe, _ y: Double, height: Double, _ span: Timeframe, _ writer: inout HTMLWriter
  ) {
    let start = place(time.from, span)
    let end = place(time.to, span, isEnd: true)
    writer.void(
      "rect", .class(name), .number("x", start), .number("y", y), .number("width", max(end - start, 2)),
      .number("height", height))
  }

  /// Where a month begins, or ends.
  private func place(_ month: Month, _ span: Timeframe, isEnd: Bool = false) -> Double {
    let months = Double(span.to.months(since: span.from) + 1)
    let passed = Double(month.months(since: span.from) + (isEnd ? 1 : 0))
    return Self.left + passed / months * (Self.width - 2 * Self.left)
  }

  // MARK: Axis and key

  /// Lines where quarters begin; years when there are many.
  private func axis(_ span: Timeframe, height: Double, _ writer: inout HTMLWriter) {
    let count = span.to.months(since: span.from) + 1
    let step = count <= 36 ? 3 : count <= 120 ? 12 : 12 * ((count / 120) + 1)
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    for offset in 0..<count {
      let index = span.from.year * 12 + span.from.month - 1 + offset
      guard index % step == 0 || offset == 0, let month = Month(year: index / 12, month: index % 12 + 1) else {
        continue
      }
      // The first month's words need room before the next line's.
      if offset > 0, Double(offset) / Double(count) < 0.09 { continue }
      let x = place(month, span)
      writer.void(
        "line", .class("grid"), .number("x1", x), .number("x2", x), .number("y1", Self.top - 8),
        .number("y2", height - 28))
      guard x < Self.width - 60 else { continue }
      writer.element("text", .class("tick"), .number("x", x), .number("y", height - 10)) {
        $0.text("\(names[month.month - 1]) \(month.year)")
      }
    }
    if let today {
      let x = place(today, span, isEnd: true)
      writer.void(
        "line", .class("today"), .number("x1", x), .number("x2", x), .number("y1", Self.top - 8),
        .number("y2", height - 28))
    }
  }

  private func key(_ writer: inout HTMLWriter) {
    var x = Self.left
    func entry(_ name: StaticString, _ text: String, height: Double, _ writer: inout HTMLWriter) {
      writer.void(
        "rect", .class(name), .number("x", x), .number("y", 60 - height / 2), .fixed("width", "28"),
        .number("height", height))
      writer.element("text", .class("key"), .number("x", x + 36), .fixed("y", "65")) { $0.text(text) }
      x += 36 + Double(text.utf8.count) * 7 + 24
    }
    entry("planned", "Planned", height: 10, &writer)
    if bars.contains(where: { $0.started != nil }) { entry("actual", "Actual", height: 6, &writer) }
    if bars.contains(where: \.isStopped) { entry("stopped", "Stopped", height: 10, &writer) }
    if let today {
      writer.void(
        "line", .class("today"), .number("x1", x + 14), .number("x2", x + 14), .fixed("y1", "50"), .fixed("y2", "70"))
      writer.element("text", .class("key"), .number("x", x + 24), .fixed("y", "65")) { $0.text("End of \(today)") }
    }
  }
}
