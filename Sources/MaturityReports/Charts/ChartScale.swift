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
  /// The room above and below for what ticks say.
  static let axisHeight = 26.0

  /// Where a number lies; one beyond the scale at its end.
  func place(_ number: Double) -> Share {
    let width = range.upperBound - range.lowerBound
    let share = width > 0 && number.isFinite ? (number - range.lowerBound) / width : 0
    return Share(Self.inset + min(max(share, 0), 1) * (1 - 2 * Self.inset))
  }

  /// Lines at the ticks, with their labels above and below; names grow inwards from the edges.
  func draw(height: Double, _ drawing: inout Drawing) {
    for (index, tick) in ticks.enumerated() {
      let x = place(tick.value)
      drawing.line(.grid, x1: x, y1: Self.axisHeight - 6, x2: x, y2: height - Self.axisHeight + 6)
      let isLast = index > 0 && x.value > 0.9
      let side: Drawing.Side = index == 0 ? .start : isLast ? .end : .middle
      let edge = index == 0 ? Share.start : isLast ? .end : x
      for y in [Self.axisHeight - 12, height - 4] {
        drawing.text(tick.label, .small, x: x, y: y, side: .middle, cells: 8, room: tick.name.isEmpty ? .any : .narrow)
        if tick.name.isEmpty { continue }
        let name = DisplayWidth.shorten(PlainText.clean(tick.name), to: 18)
        drawing.text("\(tick.label) \(name)", .small, x: edge, y: y, side: side, room: .wide)
      }
    }
  }
}
