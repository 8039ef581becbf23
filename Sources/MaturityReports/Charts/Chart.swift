import DigitalMaturity

/// A drawing that stands alone (SVG): with a title, the same in words for those who do not see it, and no meaning by colour
/// alone. Its numbers are written in it.
protocol Chart: Sendable {
  /// What it shows, in a line.
  var title: String { get }
  /// The whole chart in words.
  var description: String { get }
  /// Width and height, in pixels.
  var size: (width: Double, height: Double) { get }
  /// Draws everything below the title.
  func draw(_ drawing: inout Drawing)
}

extension Chart {
  /// The drawing as a file.
  var drawn: ByteOutput {
    var writer = HTMLWriter(reserving: 1 << 14)
    let heading = writer.makeID("chart-title")
    let words = writer.makeID("chart-description")
    let (width, height) = size
    writer.element(
      "svg", .fixed("xmlns", "http://www.w3.org/2000/svg"), .fixed("role", "img"), .labelled(by: heading),
      .described(by: words), .viewBox(width: width, height: height), .number("width", width), .number("height", height)
    ) { writer in
      writer.element("title", .id(heading)) { $0.text(PlainText.clean(title)) }
      writer.element("desc", .id(words)) { $0.text(PlainText.clean(description)) }
      writer.style(Drawing.style)
      var drawing = Drawing(writer: writer)
      drawing.rectangle(.ground, x: 0, y: 0, width: width, height: height)
      drawing.text(title, .title, x: Drawing.edge, y: 28, cells: 90)
      draw(&drawing)
      writer = drawing.writer
    }
    var output = ByteOutput()
    output.write(bytes: writer.bytes)
    return output
  }
}

/// What charts draw with: a few kinds of marks, whose colours have a contrast of 3 to 1 with what lies beside them, and
/// text of 4.5 to 1. Colours are of the Government Analysis Function's palette.
struct Drawing {
  var writer: HTMLWriter

  /// The room at both sides.
  static let edge = 16.0
  /// Where marks begin under the title.
  static let top = 52.0

  static let style: StaticString = """
    text{font:15px system-ui,"Segoe UI",Roboto,Arial,sans-serif;fill:#1d1d1b}\
    .title{font-weight:700;font-size:19px}.group{font-weight:700}.small{font-size:13px}.light{fill:#fff}\
    .halo{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}\
    .end{text-anchor:end}.middle{text-anchor:middle}\
    .ground{fill:#fff}.grid{stroke:#c9c9c6}.line{stroke:#1d1d1b;stroke-width:1.5}.axis{stroke:#1d1d1b}\
    .up{stroke:#12436d;stroke-width:3}.down{stroke:#801650;stroke-width:3;stroke-dasharray:7 4}\
    .still{stroke:#5d5d5a;stroke-width:2}\
    .first{fill:#12436d}.second{fill:#fff;stroke:#801650;stroke-width:3}\
    .planned{fill:#12436d}.actual{fill:#28a197;stroke:#1d1d1b}\
    .stopped{fill:#fff;stroke:#12436d;stroke-width:2;stroke-dasharray:4 3}\
    .today{stroke:#801650;stroke-width:2;stroke-dasharray:6 4}\
    .s1{fill:#eaf1f8}.s2{fill:#bcd4ea}.s3{fill:#7fb2dc}.s4{fill:#2073bc}.s5{fill:#12436d}\
    .d1{fill:#801650}.d2{fill:#d3a3bd}.d3{fill:#ededeb}.d4{fill:#a3c4e0}.d5{fill:#12436d}.hidden{fill:#f5f5f3}\
    .step{stroke:#1d1d1b;stroke-width:.75}
    """

  /// A kind of mark or text, named as in the style sheet.
  enum Mark: String {
    case title, group, small, ground, grid, line, axis, up, down, still, first, second, planned, actual, stopped,
      today, hidden
    case plain = ""

    var name: StaticString {
      switch self {
      case .title: "title"
      case .group: "group"
      case .small: "small"
      case .ground: "ground"
      case .grid: "grid"
      case .line: "line"
      case .axis: "axis"
      case .up: "up"
      case .down: "down"
      case .still: "still"
      case .first: "first"
      case .second: "second"
      case .planned: "planned"
      case .actual: "actual"
      case .stopped: "stopped"
      case .today: "today"
      case .hidden: "hidden step"
      case .plain: "plain"
      }
    }
  }

  /// Which side of its place text stands on.
  enum Side { case start, middle, end }

  /// Writes text, cleaned of what would break the line, and shortened to so many display cells.
  mutating func text(
    _ text: String, _ mark: Mark = .plain, x: Double, y: Double, side: Side = .start, cells: Int = 60,
    isLight: Bool = false
  ) {
    let name: StaticString =
      switch (mark, side, isLight) {
      case (.title, _, _): "title"
      case (.group, _, _): "group halo"
      case (.small, .start, _): "small halo"
      case (.small, .middle, false): "small middle"
      case (.small, .middle, true): "small middle light"
      case (.small, .end, _): "small end halo"
      case (_, .start, _): "halo"
      case (_, .middle, false): "middle"
      case (_, .middle, true): "middle light"
      case (_, .end, _): "end halo"
      }
    writer.element("text", .class(name), .number("x", x), .number("y", y)) {
      $0.text(DisplayWidth.shorten(PlainText.clean(text), to: cells))
    }
  }

  mutating func line(_ mark: Mark, x1: Double, y1: Double, x2: Double, y2: Double) {
    writer.void(
      "line", .class(mark.name), .number("x1", x1), .number("y1", y1), .number("x2", x2), .number("y2", y2))
  }

  mutating func rectangle(_ mark: Mark, x: Double, y: Double, width: Double, height: Double) {
    rectangle(named: mark.name, x: x, y: y, width: width, height: height)
  }

  private mutating func rectangle(named name: StaticString, x: Double, y: Double, width: Double, height: Double) {
    writer.void(
      "rect", .class(name), .number("x", x), .number("y", y), .number("width", max(width, 0)), .number("height", height)
    )
  }

  mutating func circle(_ mark: Mark, x: Double, y: Double, radius: Double) {
    writer.void("circle", .class(mark.name), .number("cx", x), .number("cy", y), .number("r", radius))
  }

  /// A part of a scale, the darker the higher.
  /// - Parameter place: 0 for the lowest, 1 for the highest.
  mutating func step(_ place: Double, x: Double, y: Double, width: Double, height: Double) {
    let names: [StaticString] = ["s1 step", "s2 step", "s3 step", "s4 step", "s5 step"]
    rectangle(named: names[Self.tone(place)], x: x, y: y, width: width, height: height)
  }

  /// A part of a scale with two ends, both dark.
  mutating func twoEnded(_ place: Double, x: Double, y: Double, width: Double, height: Double) {
    let names: [StaticString] = ["d1 step", "d2 step", "d3 step", "d4 step", "d5 step"]
    rectangle(named: names[Self.tone(place)], x: x, y: y, width: width, height: height)
  }

  /// Whether text on a step must be light.
  static func isDark(step place: Double) -> Bool { tone(place) >= 3 }

  /// Whether text on a step of two ends must be light.
  static func isDark(twoEnded place: Double) -> Bool { [0, 4].contains(tone(place)) }

  private static func tone(_ place: Double) -> Int {
    guard place.isFinite else { return 0 }
    return Int((min(max(place, 0), 1) * 4).rounded())
  }
}
