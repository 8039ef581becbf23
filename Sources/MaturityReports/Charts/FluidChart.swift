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

extension FluidChart {
  var style: StaticString { "drawing" }

  private static var width: Double { 960 }

  private var plotTop: Double {
    Drawing.top + Double(ChartKey.places(key, width: Self.width).lines) * ChartKey.lineHeight + 8
  }

  /// Width and height as a file, in pixels.
  var size: (width: Double, height: Double) { (Self.width, plotTop + height + Drawing.edge) }

  /// Draws the key and the plot of a file.
  func draw(_ drawing: inout Drawing) {
    drawing.key(key, width: Self.width, y: Drawing.top)
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
