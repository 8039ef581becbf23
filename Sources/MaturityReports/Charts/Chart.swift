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
    let (width, bodyHeight) = size
    let lines = TextWidth.lines(
      PlainText.clean(title), to: width - 2 * Drawing.edge, size: Drawing.size(of: .title), most: 4)
    // A title of more lines moves what is below it.
    let moved = Double(max(lines.count, 1) - 1) * Drawing.titleHeight
    let height = bodyHeight + moved
    writer.element(
      "svg", .fixed("xmlns", "http://www.w3.org/2000/svg"), .fixed("role", "img"), .labelled(by: heading),
      .described(by: words), .viewBox(width: width, height: height), .number("width", width), .number("height", height)
    ) { writer in
      writer.element("title", .id(heading)) { $0.text(PlainText.clean(title)) }
      writer.element("desc", .id(words)) { $0.text(PlainText.clean(description)) }
      writer.style(Drawing.style)
      writer.draw { drawing in
        drawing.rectangle(.ground, x: 0, y: 0, width: width, height: height)
        for (index, line) in lines.enumerated() {
          drawing.text(line, .title, x: Drawing.edge, y: 28 + Double(index) * Drawing.titleHeight)
        }
        if moved == 0 { return draw(&drawing) }
        drawing.box(x: 0, y: moved, width: width, height: bodyHeight) { draw(&$0) }
      }
    }
    return writer.output
  }
}

extension HTMLWriter {
  /// Draws. The writer goes into the drawing and back, so that nothing is copied.
  mutating func draw(_ content: (inout Drawing) -> Void) {
    var drawing = Drawing(writer: HTMLWriter(reserving: 0))
    swap(&drawing.writer, &self)
    content(&drawing)
    swap(&drawing.writer, &self)
  }
}

/// A length of a drawing: a number is pixels, a ``Share`` is a part of the width.
protocol DrawingLength {
  func attribute(_ name: StaticString) -> HTMLAttribute
}

extension Double: DrawingLength {
  func attribute(_ name: StaticString) -> HTMLAttribute { .number(name, self) }
}

/// A part of a drawing's width, 0 to 1: what is placed by it moves when the drawing stretches.
struct Share: DrawingLength, Sendable, Hashable {
  let value: Double

  init(_ value: Double) { self.value = value }

  func attribute(_ name: StaticString) -> HTMLAttribute { .percent(name, value) }

  static let start = Share(0)
  static let end = Share(1)
}

/// What charts draw with: a few kinds of marks, whose colours have a contrast of 3 to 1 with what lies beside them, and
/// text of 4.5 to 1. Colours are of the Government Analysis Function's palette.
struct Drawing {
  var writer: HTMLWriter

  /// The room at both sides.
  static let edge = 16.0
  /// Where marks begin under the title.
  static let top = 52.0
  /// From one line of a title to the next.
  static let titleHeight = 25.0
  /// The width of a drawing on the narrowest page, of 320 pixels, and the least width of one that is shown as wide.
  static let (narrowWidth, wideWidth) = (288.0, 704.0)

  /// How large the letters of a mark are, in pixels; those of bold ones are wider, as if they were larger.
  static func size(of mark: Mark) -> Double {
    switch mark {
    case .title: 19 * 1.15
    case .group: 15 * 1.15
    case .small: 13
    default: 15
    }
  }

  static let style: StaticString = """
    text{font:15px system-ui,"Segoe UI",Roboto,Arial,sans-serif;fill:#1d1d1b}\
    .title{font-weight:700;font-size:19px}.group{font-weight:700}.small{font-size:13px}.light{fill:#fff}\
    .halo{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}\
    .end{text-anchor:end}.middle{text-anchor:middle}\
    .ground{fill:#fff}.grid{stroke:#c9c9c6}.line{stroke:#1d1d1b;stroke-width:1.5}.axis{stroke:#1d1d1b}\
    .up{stroke:#12436d;stroke-width:3.5}.down{stroke:#801650;stroke-width:3.5;stroke-dasharray:7 4}\
    .still{stroke:#5d5d5a;stroke-width:1.5}\
    .first,.dot{fill:#12436d}.second{fill:#fff;stroke:#801650;stroke-width:3}\
    .stem{stroke:#12436d;stroke-width:4}.track{stroke:#c9c9c6;stroke-width:2}.range{stroke:#1d1d1b;stroke-width:2}\
    .target{fill:#fff;stroke:#801650;stroke-width:2.5}.strong{font-weight:700}.aim{font-size:13px}.narrow{display:none}\
    .late{fill:#fff;stroke:#801650;stroke-width:2.5}.planned{fill:#12436d}.actual{fill:#28a197;stroke:#1d1d1b}\
    .stopped{fill:#fff;stroke:#12436d;stroke-width:2;stroke-dasharray:4 3}\
    .today{stroke:#801650;stroke-width:2;stroke-dasharray:6 4}\
    .s1{fill:#eaf1f8}.s2{fill:#bcd4ea}.s3{fill:#7fb2dc}.s4{fill:#2073bc}.s5{fill:#12436d}\
    .d1{fill:#801650}.d2{fill:#d3a3bd}.d3{fill:#ededeb}.d4{fill:#a3c4e0}.d5{fill:#12436d}.hidden{fill:#f5f5f3}\
    .step{stroke:#1d1d1b;stroke-width:.75}
    """

  /// A kind of mark or text, named as in the style sheet.
  enum Mark: String {
    case title, group, small, ground, grid, line, axis, up, down, still, first, second, planned, actual, late, stopped,
      today, hidden, stem, dot, track, range, target
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
      case .late: "late"
      case .stopped: "stopped"
      case .today: "today"
      case .hidden: "hidden step"
      case .stem: "stem"
      case .dot: "dot"
      case .track: "track"
      case .range: "range"
      case .target: "target"
      case .plain: "plain"
      }
    }
  }

  /// Which side of its place text stands on.
  enum Side { case start, middle, end }

  /// Where text is shown: everywhere, or only where the drawing is wide, or narrow.
  enum Room { case any, wide, narrow }

  /// Writes text, cleaned of what would break the line. Where it is cut to a width, the whole of it is told beside the drawing.
  mutating func text(
    _ text: String, _ mark: Mark = .plain, x: some DrawingLength, y: Double, side: Side = .start, width: Double? = nil,
    isLight: Bool = false, room: Room = .any
  ) {
    let text = PlainText.clean(text)
    writer.element("text", .classes(Self.names(mark, side, isLight, room)), x.attribute("x"), .number("y", y)) {
      $0.text(width.map { TextWidth.shorten(text, to: $0, size: Self.size(of: mark)) } ?? text)
    }
  }

  private static func names(_ mark: Mark, _ side: Side, _ isLight: Bool, _ room: Room) -> [StaticString] {
    if mark == .title { return ["title"] }
    var names: [StaticString] = mark == .plain ? [] : [mark.name]
    switch side {
    case .start: break
    case .middle: names.append("middle")
    case .end: names.append("end")
    }
    if isLight { names.append("light") }
    // What stands on a mark has no halo: it would hide the mark.
    if side != .middle { names.append("halo") }
    return names + Self.names(room)
  }

  private static func names(_ room: Room) -> [StaticString] {
    switch room {
    case .any: []
    case .wide: ["wide"]
    case .narrow: ["narrow"]
    }
  }

  /// Writes figures that end at a place: one that counts, and others beside it.
  /// - Parameter room: Where the others are shown.
  mutating func figures(_ strong: String, _ others: String, x: Share, y: Double, room: Room = .any) {
    writer.element("text", .class("value end halo"), x.attribute("x"), .number("y", y)) { writer in
      writer.element("tspan", .class("strong")) { $0.text(PlainText.clean(strong)) }
      if others.isEmpty { return }
      writer.element("tspan", room == .wide ? .class("aim wide") : .class("aim")) {
        $0.text(" " + PlainText.clean(others))
      }
    }
  }

  /// How wide figures may be, with some room before them.
  /// - Parameter isNarrow: Whether on a narrow page, where others may not be shown.
  static func width(ofFigures strong: String, _ others: String, isNarrow: Bool, room: Room = .any) -> Double {
    let first = strong.isEmpty ? 0 : TextWidth.of(PlainText.clean(strong), size: size(of: .group))
    let isShown = !others.isEmpty && (!isNarrow || room != .wide)
    return first + (isShown ? TextWidth.of(" " + PlainText.clean(others), size: size(of: .small)) : 0) + 14
  }

  /// Draws with a place as the origin, in pixels from there: what a path needs, which has no shares.
  mutating func at(x: some DrawingLength, y: Double, content: (inout Drawing) -> Void) {
    writer.element("svg", x.attribute("x"), .number("y", y), .fixed("overflow", "visible")) { $0.draw(content) }
  }

  /// Draws in a box, whose width shares are of.
  mutating func box(x: Double, y: Double, width: Double, height: Double, content: (inout Drawing) -> Void) {
    writer.element(
      "svg", .number("x", x), .number("y", y), .number("width", width), .number("height", height),
      .fixed("overflow", "visible")
    ) { $0.draw(content) }
  }

  /// A diamond around the origin, a little larger than a dot, so that both are seen where they meet.
  mutating func diamond(_ mark: Mark) {
    writer.void("path", .class(mark.name), .fixed("d", "M0 -9L9 0L0 9L-9 0Z"))
  }

  mutating func line<Length: DrawingLength>(
    _ mark: Mark, x1: Length, y1: Double, x2: Length, y2: Double, room: Room = .any
  ) {
    writer.void(
      "line", .classes([mark.name] + Self.names(room)), x1.attribute("x1"), .number("y1", y1), x2.attribute("x2"),
      .number("y2", y2))
  }

  mutating func rectangle<Length: DrawingLength>(
    _ mark: Mark, x: Length, y: Double, width: Length, height: Double
  ) {
    rectangle(named: mark.name, x: x, y: y, width: width, height: height)
  }

  private mutating func rectangle<Length: DrawingLength>(
    named name: StaticString, x: Length, y: Double, width: Length, height: Double
  ) {
    writer.void(
      "rect", .class(name), x.attribute("x"), .number("y", y), width.attribute("width"), .number("height", height))
  }

  mutating func circle(_ mark: Mark, x: some DrawingLength, y: Double, radius: Double, room: Room = .any) {
    writer.void(
      "circle", .classes([mark.name] + Self.names(room)), x.attribute("cx"), .number("cy", y), .number("r", radius))
  }

  /// A part of a scale, the darker the higher.
  /// - Parameter place: 0 for the lowest, 1 for the highest.
  mutating func step<Length: DrawingLength>(
    _ place: Double, x: Length, y: Double, width: Length, height: Double
  ) {
    rectangle(named: Self.name(ofStep: place), x: x, y: y, width: width, height: height)
  }

  /// The classes of a part of a scale.
  static func name(ofStep place: Double) -> StaticString {
    let names: [StaticString] = ["s1 step", "s2 step", "s3 step", "s4 step", "s5 step"]
    return names[tone(place)]
  }

  /// A part of a scale with two ends, both dark.
  mutating func twoEnded<Length: DrawingLength>(
    _ place: Double, x: Length, y: Double, width: Length, height: Double
  ) {
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
