import DigitalMaturity

/// A chart whose places along are shares of its width: in a page it stretches from 320 pixels to a desk screen while its text
/// keeps its size; as a file it has a width of its own.
protocol FluidChart: Chart {
  /// What its marks mean, in order.
  var key: [ChartKey] { get }
  /// The height of the drawing without title and key, in pixels.
  var height: Double { get }
  /// The classes of the drawing in a page.
  var style: StaticString { get }
  /// How many rows it has.
  var rowCount: Int { get }
  /// The chart of some of its rows.
  func part(rows: Range<Int>) -> Self
  /// Draws everything below title and key.
  func drawPlot(_ drawing: inout Drawing)
}

/// A mark and what it stands for.
struct ChartKey: Sendable, Hashable {
  enum Mark: Sendable, Hashable {
    /// A stem with a dot, a target's diamond, a likely range's line with two ends, a dot and a ring.
    case lollipop, target, range, dot, ring
    /// A step of a scale that goes up, and one of a scale with two ends; 0 for the lowest, 1 for the highest.
    case step(Double), twoEnded(Double)
  }

  var mark: Mark
  var label: String

  /// The room that marks have.
  static let width = 34.0
  static let height = 18.0
  /// A label is shortened to so many display cells.
  static let longest = 40
  /// How wide an entry is likely to be in a file, where text has no measure.
  var likelyWidth: Double { mark.width + 8 + Double(min(DisplayWidth.of(label), Self.longest)) * 7.2 + 20 }
}

extension FluidChart {
  var style: StaticString { "drawing" }

  private static var width: Double { 960 }
  private static var keyHeight: Double { 26 }

  /// Where each entry of the key begins, and how many lines they take.
  private var keyPlaces: (places: [(x: Double, line: Int)], lines: Int) {
    var places: [(x: Double, line: Int)] = []
    var (x, line) = (Drawing.edge, 0)
    for entry in key {
      if x > Drawing.edge, x + entry.likelyWidth > Self.width - Drawing.edge { (x, line) = (Drawing.edge, line + 1) }
      places.append((x, line))
      x += entry.likelyWidth
    }
    return (places, key.isEmpty ? 0 : line + 1)
  }

  private var plotTop: Double { Drawing.top + Double(keyPlaces.lines) * Self.keyHeight + 8 }

  /// Width and height as a file, in pixels.
  var size: (width: Double, height: Double) { (Self.width, plotTop + height + Drawing.edge) }

  /// Draws the key and the plot of a file.
  func draw(_ drawing: inout Drawing) {
    for (entry, place) in zip(key, keyPlaces.places) {
      let y = Drawing.top + Double(place.line) * Self.keyHeight
      drawing.at(x: place.x, y: y) { $0.mark(entry.mark) }
      drawing.text(entry.label, .small, x: place.x + entry.mark.width + 8, y: y + 14, cells: ChartKey.longest)
    }
    drawing.box(x: Drawing.edge, y: plotTop, width: Self.width - 2 * Drawing.edge, height: height) { drawPlot(&$0) }
  }

  /// A drawing that is higher would be cut where a printed page ends, or leave most of a page empty.
  private static var tallest: Double { 620 }
  /// How high its parts are instead.
  private static var partHeight: Double { 400 }

  /// The chart in drawings of which each stays on one page, as high as each other.
  private var parts: [Self] {
    let count = height > Self.tallest ? Int((min(height, 1e6) / Self.partHeight).rounded(.up)) : 1
    guard count > 1, rowCount > 1 else { return [self] }
    let size = (rowCount + count - 1) / count
    return stride(from: 0, to: rowCount, by: size).map { part(rows: $0..<min($0 + size, rowCount)) }
  }

  /// Writes the chart into a page: its key as a list, then the drawing, named and described; several where it is tall.
  func write(to writer: inout HTMLWriter, id wish: String) {
    let parts = parts
    writer.element("div", parts.count > 1 ? .class("chart tall") : .class("chart")) { writer in
      if !key.isEmpty {
        writer.element("ul", .class("legend")) { writer in
          for entry in key {
            writer.element("li") { writer in
              writer.element(
                "svg", .class("drawing"), .fixed("aria-hidden", "true"), .number("width", entry.mark.width),
                .number("height", ChartKey.height)
              ) { $0.draw { $0.mark(entry.mark) } }
              writer.text(PlainText.clean(entry.label))
            }
          }
        }
      }
      for (index, part) in parts.enumerated() {
        part.draw(title: parts.count > 1 ? "\(title) (\(index + 1)/\(parts.count))" : title, to: &writer, id: wish)
      }
    }
  }

  private func draw(title: String, to writer: inout HTMLWriter, id wish: String) {
    let heading = writer.makeID("chart-title-\(wish)")
    let words = writer.makeID("chart-description-\(wish)")
    writer.element(
      "svg", .class(style), .fixed("role", "img"), .labelled(by: heading), .described(by: words),
      .fixed("width", "100%"), .number("height", height)
    ) { writer in
      writer.element("title", .id(heading)) { $0.text(PlainText.clean(title)) }
      writer.element("desc", .id(words)) { $0.text(PlainText.clean(description)) }
      writer.draw { drawPlot(&$0) }
    }
  }
}

extension ChartKey.Mark {
  /// The width of the mark alone, in pixels.
  var width: Double {
    switch self {
    case .lollipop, .range: ChartKey.width
    case .target, .dot, .ring, .step, .twoEnded: 20
    }
  }
}

extension Drawing {
  /// A mark of a key, in a box of its own.
  mutating func mark(_ mark: ChartKey.Mark) {
    let middle = ChartKey.height / 2
    switch mark {
    case .lollipop:
      line(.stem, x1: 0.0, y1: middle, x2: 24, y2: middle)
      circle(.dot, x: 26.0, y: middle, radius: 6)
    case .target: at(x: 10.0, y: middle) { $0.diamond(.target) }
    case .range: range(from: 2.0, to: 32, y: middle)
    case .dot: circle(.first, x: 10.0, y: middle, radius: 6)
    case .ring: circle(.second, x: 10.0, y: middle, radius: 7)
    case .step(let place): step(place, x: 1.0, y: 2, width: 18, height: 14)
    case .twoEnded(let place): twoEnded(place, x: 1.0, y: 2, width: 18, height: 14)
    }
  }

  /// A likely range: a line with two ends.
  mutating func range<Length: DrawingLength>(from low: Length, to high: Length, y: Double) {
    line(.range, x1: low, y1: y, x2: high, y2: y)
    line(.range, x1: low, y1: y - 7, x2: low, y2: y + 7)
    line(.range, x1: high, y1: y - 7, x2: high, y2: y + 7)
  }

  /// The longest name that fits beside its figures on a narrow page, in display cells; how long a longer one is there;
  /// and on a wide page.
  private static let shortName = 25
  private static let narrowName = 21
  private static let wideName = 60

  /// The name of a row: on a narrow page a long one is cut.
  mutating func name(_ name: String, x: Share, y: Double) {
    let name = PlainText.clean(name)
    let isShort = DisplayWidth.of(name) <= Self.shortName
    writer.element("text", isShort ? .class("name halo") : .class("name halo wide"), x.attribute("x"), .number("y", y))
    {
      $0.text(DisplayWidth.shorten(name, to: Self.wideName))
    }
    if isShort { return }
    writer.element("text", .class("name halo narrow"), x.attribute("x"), .number("y", y)) {
      $0.text(DisplayWidth.shorten(name, to: Self.narrowName))
    }
  }
}
