/// A mark and what it stands for.
struct ChartKey: Sendable, Hashable {
  enum Mark: Sendable, Hashable {
    /// A stem with a dot, a target's diamond, a likely range's line with two ends, a dot and a ring.
    case lollipop, target, range, dot, ring
    /// A step of a scale that goes up, and one of a scale with two ends; 0 for the lowest, 1 for the highest.
    case step(Double), twoEnded(Double)
    /// A bar of so many pixels, a line that lies, and one that stands.
    case bar(Drawing.Mark, height: Double), line(Drawing.Mark), upright(Drawing.Mark)
  }

  var mark: Mark
  var label: String

  /// The room that marks have.
  static let width = 34.0
  static let height = 18.0
  /// From one line of a key to the next.
  static let lineHeight = 26.0
  /// A label of a file is shortened to so many pixels.
  private static let longest = 420.0
  private static let gap = 8.0

  /// The label as a file has room for it.
  var shown: String {
    TextWidth.shorten(PlainText.clean(label), to: Self.longest, size: Drawing.size(of: .small))
  }
  /// How wide an entry may be in a file.
  var likelyWidth: Double {
    mark.width + Self.gap + TextWidth.of(shown, size: Drawing.size(of: .small)) + 20
  }

  /// Where each entry of a key begins in a width, and how many lines they take.
  static func places(_ key: [ChartKey], width: Double) -> (places: [(x: Double, line: Int)], lines: Int) {
    var places: [(x: Double, line: Int)] = []
    var (x, line) = (Drawing.edge, 0)
    for entry in key {
      let size = entry.likelyWidth
      if x > Drawing.edge, x + size > width - Drawing.edge { (x, line) = (Drawing.edge, line + 1) }
      places.append((x, line))
      x += size
    }
    return (places, key.isEmpty ? 0 : line + 1)
  }
}

extension ChartKey.Mark {
  /// The width of the mark alone, in pixels.
  var width: Double {
    switch self {
    case .lollipop, .range, .bar, .line: ChartKey.width
    case .target, .dot, .ring, .step, .twoEnded, .upright: 20
    }
  }
}

extension Drawing {
  /// Draws a key into a file.
  mutating func key(_ key: [ChartKey], width: Double, y top: Double) {
    for (entry, place) in zip(key, ChartKey.places(key, width: width).places) {
      let y = top + Double(place.line) * ChartKey.lineHeight
      at(x: place.x, y: y) { $0.mark(entry.mark) }
      text(entry.shown, .small, x: place.x + entry.mark.width + 8, y: y + 14)
    }
  }

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
    case .bar(let mark, let height): rectangle(mark, x: 1.0, y: middle - height / 2, width: 30, height: height)
    case .line(let mark): line(mark, x1: 0.0, y1: middle, x2: 32, y2: middle)
    case .upright(let mark): line(mark, x1: 10.0, y1: 0, x2: 10, y2: ChartKey.height)
    }
  }

  /// A likely range: a line with two ends.
  mutating func range<Length: DrawingLength>(from low: Length, to high: Length, y: Double) {
    line(.range, x1: low, y1: y, x2: high, y2: y)
    line(.range, x1: low, y1: y - 7, x2: low, y2: y + 7)
    line(.range, x1: high, y1: y - 7, x2: high, y2: y + 7)
  }
}
