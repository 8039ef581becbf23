public import DigitalMaturity

/// Work over time, by workstream, as a drawing that stands alone (SVG): what was planned, what really happened beneath it, what of
/// that is late, and what was stopped, each told apart by shape as well as by colour.
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
  }

  /// What it shows, in a line.
  let title: String
  private let bars: [Bar]
  private let today: Month?
  private let words: ReportWords

  /// Makes a chart.
  /// - Parameters:
  ///   - title: What the programme is called.
  ///   - bars: The work, in the order it is drawn; bars of one group that follow each other stand under one heading.
  ///   - today: The month that a line marks, to which work that goes on is drawn.
  ///   - words: The words of the chart itself.
  public init(title: String, bars: [Bar], today: Month? = nil, words: MessageCatalogue = .english) {
    self.words = ReportWords(catalogue: words)
    self.title = self.words.text(.programme, ["title": title])
    self.bars = bars
    self.today = today
  }

  /// What work is called that no workstream has.
  public static func noWorkstream(_ words: MessageCatalogue) -> String {
    ReportWords(catalogue: words).text(.noWorkstream)
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
    guard let span else { return drawing.text(words.text(.noMonths), x: Self.left, y: 62) }
    key(&drawing)
    axis(span, height: size.height, &drawing)
    for row in rows { draw(row, span, &drawing) }
  }

  /// The whole chart in words.
  var description: String {
    let parts = bars.map { bar in
      let planned = words.text(
        .workPlanned, ["group": bar.group, "work": bar.label, "months": words.timeframe(bar.planned)])
      let told =
        switch (bar.started, bar.finished) {
        case (let started?, let finished?):
          words.text(
            .inFact, ["work": planned, "months": words.timeframe(Timeframe(from: started, to: max(started, finished)))])
        case (let started?, nil): words.text(.inFactFrom, ["work": planned, "month": words.monthOfYear(started)])
        case (nil, let finished?): words.text(.inFactTo, ["work": planned, "month": words.monthOfYear(finished)])
        case (nil, nil): planned
        }
      return marked(told, bar)
    }
    return parts.isEmpty ? words.text(.noMonths) : parts.joined(separator: ". ") + "."
  }

  /// A piece of work with what became of it: that it was stopped, or how late it is.
  private func marked(_ text: String, _ bar: Bar) -> String {
    if bar.isStopped { return words.text(.workStopped, ["work": text]) }
    return bar.monthsLate == 0 ? text : words.text(.workLate, ["work": text, "count": bar.monthsLate])
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
      let label = marked(DisplayWidth.shorten(PlainText.clean(bar.label), to: Self.longestName), bar)
      let months = words.timeframe(bar.planned).plain
      // The name stands over its bar, unless it would not fit there.
      let likely = Double(DisplayWidth.of(label)) * 8 + Double(DisplayWidth.of(months)) * 7 + 16
      let x = max(Self.left, min(place(bar.planned.from, span), Self.width - Self.left - likely))
      drawing.name(label, months, x: x, y: row.top + 15)
      rectangle(bar.isStopped ? .stopped : .planned, bar.planned, row.top + 21, height: 10, span, &drawing)
      if let started = bar.started {
        let end = bar.finished ?? max(started, today ?? bar.planned.to)
        rectangle(.actual, Timeframe(from: started, to: max(started, end)), row.top + 33, height: 6, span, &drawing)
      }
      late(bar, row.top + 32, span, &drawing)
    }
  }

  /// The months that work is late: the last ones up to now, or to its end.
  private func late(_ bar: Bar, _ y: Double, _ span: Timeframe, _ drawing: inout Drawing) {
    if bar.monthsLate == 0 { return }
    let length = Double(bar.monthsLate) * (Self.width - 2 * Self.left) / Double(Self.months(of: span))
    let end =
      (bar.finished ?? today).map { place($0, span, isEnd: true) } ?? place(bar.planned.to, span, isEnd: true) + length
    let start = max(Self.left, end - length)
    drawing.rectangle(.late, x: start, y: y, width: max(min(end, Self.width - Self.left) - start, 2), height: 8)
  }

  private func rectangle(
    _ mark: Drawing.Mark, _ time: Timeframe, _ y: Double, height: Double, _ span: Timeframe, _ drawing: inout Drawing
  ) {
    let start = place(time.from, span)
    let end = place(time.to, span, isEnd: true)
    drawing.rectangle(mark, x: start, y: y, width: max(end - start, 2), height: height)
  }

  private static func months(of span: Timeframe) -> Int { span.to.months(since: span.from) + 1 }

  /// Where a month begins, or ends.
  private func place(_ month: Month, _ span: Timeframe, isEnd: Bool = false) -> Double {
    let months = Double(Self.months(of: span))
    let passed = Double(month.months(since: span.from) + (isEnd ? 1 : 0))
    return Self.left + passed / months * (Self.width - 2 * Self.left)
  }

  // MARK: Axis and key

  /// The room that a month in words needs.
  private static let monthWidth = 112.0

  /// Lines where months begin, or quarters, half years or years, so that their words have room.
  private func axis(_ span: Timeframe, height: Double, _ drawing: inout Drawing) {
    let count = Self.months(of: span)
    let month = (Self.width - 2 * Self.left) / Double(count)
    let step = [1, 3, 6, 12].first { Double($0) * month >= Self.monthWidth } ?? 12 * (count / 96 + 1)
    for offset in 0..<count {
      let index = span.from.year * 12 + span.from.month - 1 + offset
      guard index % step == 0 || offset == 0, let month = Month(year: index / 12, month: index % 12 + 1) else {
        continue
      }
      let x = place(month, span)
      // The first month's words need room before the next line's.
      if offset > 0, x - Self.left < Self.monthWidth { continue }
      drawing.line(.grid, x1: x, y1: Self.top - 8, x2: x, y2: height - 28)
      if x < Self.width - Self.monthWidth {
        drawing.text(words.monthOfYear(month).plain, .small, x: x, y: height - 10)
      }
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
      x += 36 + Double(DisplayWidth.of(text)) * 7 + 24
    }
    entry(.planned, words.text(.planned), height: 10, &drawing)
    if bars.contains(where: { $0.started != nil }) { entry(.actual, words.text(.actual), height: 6, &drawing) }
    if bars.contains(where: { $0.monthsLate > 0 }) { entry(.late, words.text(.late), height: 8, &drawing) }
    if bars.contains(where: \.isStopped) { entry(.stopped, words.text(.stopped), height: 10, &drawing) }
    guard let today else { return }
    drawing.line(.today, x1: x + 14, y1: 50, x2: x + 14, y2: 70)
    drawing.text(words.text(.endOf, ["month": words.monthOfYear(today)]), .small, x: x + 24, y: 65)
  }
}

extension Drawing {
  /// The name of a bar, and its months in smaller letters.
  fileprivate mutating func name(_ name: String, _ months: String, x: Double, y: Double) {
    writer.element("text", .class("halo"), .number("x", x), .number("y", y)) { writer in
      writer.text(PlainText.clean(name))
      writer.element("tspan", .class("aim")) { $0.text("  " + PlainText.clean(months)) }
    }
  }
}
