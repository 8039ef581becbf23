public import DigitalMaturity

/// Work over time, by workstream: what was planned, what really happened beneath it, what of
/// that is late, and what was stopped, each told apart by shape as well as by colour.
public struct GanttChart: FluidChart {
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
  /// The months that are drawn; nil without work.
  private let span: Timeframe?
  private let rows: [Row]

  /// Makes a chart.
  /// - Parameters:
  ///   - title: What the programme is called.
  ///   - bars: The work, in the order it is drawn; bars of one group that follow each other stand under one heading.
  ///   - today: The month that a line marks, to which work that goes on is drawn.
  ///   - words: The words of the chart itself.
  public init(title: String, bars: [Bar], today: Month? = nil, words: MessageCatalogue = .english) {
    let words = ReportWords(catalogue: words)
    self.init(
      title: words.text(.programme, ["title": title]), bars: bars, today: today, span: Self.span(bars, today),
      words: words)
  }

  private init(title: String, bars: [Bar], today: Month?, span: Timeframe?, words: ReportWords) {
    self.words = words
    self.title = title
    self.bars = bars
    self.today = today
    self.span = span
    rows = Self.rows(bars, words)
  }

  /// What work is called that no workstream has.
  public static func noWorkstream(_ words: MessageCatalogue) -> String {
    ReportWords(catalogue: words).text(.noWorkstream)
  }

  private static let axisHeight = 28.0
  private static let groupHeight = 36.0
  private static let rowHeight = 50.0
  private static let groupGap = 10.0

  /// The drawing as a file (SVG).
  public var svg: ByteOutput { drawn }

  var height: Double { span == nil ? 30 : Self.axisHeight * 2 + rows.reduce(0) { $0 + $1.height } }
  var rowCount: Int { bars.count }
  /// The months stay those of all of it.
  func part(rows range: Range<Int>) -> Self {
    GanttChart(title: title, bars: Array(bars[range]), today: today, span: span, words: words)
  }

  /// What the marks that are drawn mean.
  var key: [ChartKey] {
    if span == nil { return [] }
    func entry(_ mark: Drawing.Mark, _ height: Double, _ text: ChartMessage) -> ChartKey {
      ChartKey(mark: .bar(mark, height: height), label: words.text(text))
    }
    var key = [entry(.planned, 10, .planned)]
    if bars.contains(where: { $0.started != nil }) { key.append(entry(.actual, 6, .actual)) }
    if bars.contains(where: { $0.monthsLate > 0 }) { key.append(entry(.late, 8, .late)) }
    if bars.contains(where: \.isStopped) { key.append(entry(.stopped, 10, .stopped)) }
    if let today {
      key.append(ChartKey(mark: .upright(.today), label: words.text(.endOf, ["month": words.monthOfYear(today)])))
    }
    return key
  }

  /// Draws the months and the bars. A chart without bars says that nothing is planned.
  func drawPlot(_ drawing: inout Drawing) {
    guard let span else { return drawing.text(words.text(.noMonths), x: Share.start, y: 18) }
    axis(span, &drawing)
    var top = Self.axisHeight
    for row in rows {
      draw(row, top: top, span, &drawing)
      top += row.height
    }
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
  private func marked(_ text: String, _ bar: Bar) -> String { Self.marked(text, bar, words) }

  private static func marked(_ text: String, _ bar: Bar, _ words: ReportWords) -> String {
    if bar.isStopped { return words.text(.workStopped, ["work": text]) }
    return bar.monthsLate == 0 ? text : words.text(.workLate, ["work": text, "count": bar.monthsLate])
  }

  private static func span(_ bars: [Bar], _ today: Month?) -> Timeframe? {
    let months =
      bars.flatMap { [$0.planned.from, $0.planned.to, $0.started ?? $0.planned.from, $0.finished ?? $0.planned.to] }
      + (bars.isEmpty ? [] : today.map { [$0] } ?? [])
    guard let first = months.min(), let last = months.max() else { return nil }
    return Timeframe(from: first, to: last)
  }

  // MARK: Rows

  private struct Row: Sendable {
    /// The work; a workstream's heading without.
    let bar: Bar?
    /// When it is planned, which stands at the end of its row.
    let months: String
    let label: RowLabel
    var height = 0.0
  }

  private static func rows(_ bars: [Bar], _ words: ReportWords) -> [Row] {
    var rows: [Row] = []
    var group: String?
    for bar in bars {
      if bar.group != group {
        // Bold letters need more room.
        rows.append(
          Row(
            bar: nil, months: "",
            label: RowLabel(
              bar.group, besideNarrow: Drawing.narrowWidth * 0.15, besideWide: Drawing.wideWidth * 0.15)))
      }
      group = bar.group
      let months = words.timeframe(bar.planned).plain
      rows.append(
        Row(
          bar: bar, months: months,
          label: RowLabel(
            marked(PlainText.clean(bar.label), bar, words), besideNarrow: 0,
            besideWide: Drawing.width(ofFigures: "", months, isNarrow: false))))
    }
    for (index, more) in RowLabel.moreHeights(rows.map(\.label)).enumerated() {
      rows[index].height = (rows[index].bar == nil ? groupHeight : rowHeight) + more
      // Of several lines the first would touch the name of the workstream above.
      if index > 0, rows[index - 1].bar == nil, rows[index].label.lineCount > 1 { rows[index].height += groupGap }
    }
    return rows
  }

  private func draw(_ row: Row, top: Double, _ span: Timeframe, _ drawing: inout Drawing) {
    let end = top + row.height
    guard let bar = row.bar else { return row.label.draw(x: .start, y: end - 10, isGroup: true, &drawing) }
    let y = end - 29
    row.label.draw(x: .start, y: y - 6, &drawing)
    drawing.text(row.months, .small, x: Share.end, y: y - 6, side: .end, room: .wide)
    drawing.line(.track, x1: Share.start, y1: y + 5, x2: Share.end, y2: y + 5)
    rectangle(bar.isStopped ? .stopped : .planned, bar.planned, y, height: 10, span, &drawing)
    if let started = bar.started {
      let end = bar.finished ?? max(started, today ?? bar.planned.to)
      rectangle(.actual, Timeframe(from: started, to: max(started, end)), y + 12, height: 6, span, &drawing)
    }
    late(bar, y + 11, span, &drawing)
  }

  /// The months that work is late: the last ones up to now, or to its end.
  private func late(_ bar: Bar, _ y: Double, _ span: Timeframe, _ drawing: inout Drawing) {
    if bar.monthsLate == 0 { return }
    let length = Double(bar.monthsLate) / Double(Self.months(of: span))
    let end =
      (bar.finished ?? today).map { place($0, span, isEnd: true) } ?? place(bar.planned.to, span, isEnd: true) + length
    let start = max(0, end - length)
    drawing.rectangle(.late, x: Share(start), y: y, width: Share(max(min(end, 1) - start, 0.002)), height: 8)
  }

  private func rectangle(
    _ mark: Drawing.Mark, _ time: Timeframe, _ y: Double, height: Double, _ span: Timeframe, _ drawing: inout Drawing
  ) {
    let start = place(time.from, span)
    let end = place(time.to, span, isEnd: true)
    drawing.rectangle(mark, x: Share(start), y: y, width: Share(max(end - start, 0.002)), height: height)
  }

  private static func months(of span: Timeframe) -> Int { span.to.months(since: span.from) + 1 }

  /// Where a month begins, or ends, as a part of the width.
  private func place(_ month: Month, _ span: Timeframe, isEnd: Bool = false) -> Double {
    Double(month.months(since: span.from) + (isEnd ? 1 : 0)) / Double(Self.months(of: span))
  }

  // MARK: Axis

  /// Lines where months begin, or quarters, half years or years, so that their words have room; fewer on a narrow page.
  private func axis(_ span: Timeframe, _ drawing: inout Drawing) {
    axis(span, width: Drawing.wideWidth, in: .wide, &drawing)
    axis(span, width: Drawing.narrowWidth, in: .narrow, &drawing)
    guard let today else { return }
    let x = Share(place(today, span, isEnd: true))
    drawing.line(.today, x1: x, y1: Self.axisHeight - 6, x2: x, y2: height - Self.axisHeight + 6)
  }

  private func axis(_ span: Timeframe, width: Double, in room: Drawing.Room, _ drawing: inout Drawing) {
    let count = Self.months(of: span)
    let month = width / Double(count)
    let size = Drawing.size(of: .small)
    func text(_ month: Month) -> String { words.monthOfYear(month).plain }
    let widest = (1...12).compactMap { Month(year: 2_000, month: $0) }.map { TextWidth.of(text($0), size: size) }.max()
    let most = (widest ?? 0) + 12
    let step = [1, 3, 6, 12].first { Double($0) * month >= most } ?? 12 * Int((most / month / 12).rounded(.up))
    for offset in 0..<count {
      let index = span.from.year * 12 + span.from.month - 1 + offset
      guard index % step == 0 || offset == 0, let here = Month(year: index / 12, month: index % 12 + 1) else {
        continue
      }
      let x = Double(offset) * month
      // The first month's words need room before the next line's.
      if offset > 0, x < most { continue }
      let place = Share(x / width)
      drawing.line(.grid, x1: place, y1: Self.axisHeight - 6, x2: place, y2: height - Self.axisHeight + 6, room: room)
      if x > 0, x + TextWidth.of(text(here), size: size) > width { continue }
      for y in [Self.axisHeight - 12, height - 8] {
        drawing.text(text(here), .small, x: place, y: y, room: room)
      }
    }
  }
}
