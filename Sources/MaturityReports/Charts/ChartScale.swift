import DigitalMaturity

/// A line across a scale, with what is written at its ends.
public struct ChartTick: Sendable, Hashable {
  /// Where it stands.
  public var value: Double
  /// What is written, such as the number.
  public var label: String
  /// What is written beside it where there is room, such as a level's name.
  public var name: String

  /// Makes a tick.
  public init(_ value: Double, label: String, name: String = "") {
    self.value = value
    self.label = label
    self.name = name
  }
}

/// The scale along a chart, with room at both ends for the marks themselves.
struct ChartScale: Sendable {
  let range: ClosedRange<Double>
  let ticks: [ChartTick]

  private static let inset = 0.03
  /// Where the scale begins and ends.
  static let start = Share(inset)
  static let end = Share(1 - inset)
  /// The room at both sides of the scale together, in pixels, where the drawing is narrowest.
  static func outside(isNarrow: Bool) -> Double {
    2 * inset * (isNarrow ? Drawing.narrowWidth : Drawing.wideWidth)
  }
  /// The room above and below for what ticks say.
  static let axisHeight = 26.0

  /// Where a number lies; one beyond the scale at its end.
  func place(_ number: Double) -> Share {
    let width = range.upperBound - range.lowerBound
    let share = width > 0 && number.isFinite ? (number - range.lowerBound) / width : 0
    return Share(Self.inset + min(max(share, 0), 1) * (1 - 2 * Self.inset))
  }

  /// Lines at the ticks, with their labels above and below; names grow inwards from the edges, and what has no room beside its
  /// neighbours is left out.
  func draw(height: Double, _ drawing: inout Drawing) {
    for tick in ticks {
      let x = place(tick.value)
      drawing.line(.grid, x1: x, y1: Self.axisHeight - 6, x2: x, y2: height - Self.axisHeight + 6)
    }
    // Without names the same is shown everywhere.
    let isNamed = ticks.contains { !$0.name.isEmpty }
    if isNamed {
      draw(ticks.map { $0.name.isEmpty ? $0.label : "\($0.label) \($0.name)" }, in: .wide, height: height, &drawing)
    }
    draw(ticks.map(\.label), in: isNamed ? .narrow : .any, height: height, &drawing)
  }

  private func draw(_ labels: [String], in room: Drawing.Room, height: Double, _ drawing: inout Drawing) {
    let size = Drawing.size(of: .small)
    let labels = labels.map { PlainText.clean($0) }
    let width = room == .wide ? Drawing.wideWidth : Drawing.narrowWidth
    let places = ticks.map { place($0.value).value * width }
    let gap = 7.0
    func write(_ index: Int, _ text: String, _ side: Drawing.Side) {
      let x = side == .start ? Share.start : side == .end ? .end : place(ticks[index].value)
      for y in [Self.axisHeight - 12, height - 4] {
        drawing.text(text, .small, x: x, y: y, side: side, room: room)
      }
    }
    // What is between has the middle of its place; the first and the last have what is left.
    let last = ticks.count - 1
    let isAtEnd = last > 0 && places[last] > 0.9 * width
    let middles = ticks.indices.dropFirst().prefix(max(0, ticks.count - (isAtEnd ? 2 : 1)))
    var end = 0.0
    var firstLimit = isAtEnd ? places[last] - gap : width
    var shown: [(index: Int, text: String, end: Double)] = []
    for index in middles {
      let next = index < last ? places[index + 1] : width
      let most = min(places[index] - places[index - 1], 2 * (width - places[index]), max(next - places[index], 0)) - gap
      let text = TextWidth.shorten(labels[index], to: most, size: size)
      let half = TextWidth.of(text, size: size) / 2
      guard most > 0, text != "…", places[index] - half >= end + gap / 2 else { continue }
      if shown.isEmpty { firstLimit = places[index] - half - gap }
      end = places[index] + half
      shown.append((index, text, end))
    }
    for tick in shown { write(tick.index, tick.text, .middle) }
    guard !ticks.isEmpty else { return }
    /// A number stands at its line, unless it would leave the drawing.
    func isInside(_ text: String, _ room: Double) -> Bool { TextWidth.of(text, size: size) / 2 <= room }
    let first = TextWidth.shorten(labels[0], to: firstLimit, size: size)
    let isMiddle = room != .wide && isInside(first, places[0])
    write(0, first, isMiddle ? .middle : .start)
    if isAtEnd {
      let half = TextWidth.of(first, size: size) / 2
      let taken = shown.last?.end ?? (isMiddle ? places[0] + half : 2 * half)
      let text = TextWidth.shorten(labels[last], to: width - taken - gap, size: size)
      if text != "…" { write(last, text, room != .wide && isInside(text, width - places[last]) ? .middle : .end) }
    }
  }
}
