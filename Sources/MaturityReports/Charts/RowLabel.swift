import DigitalMaturity

/// The name of a row above its mark: as many lines as it needs beside what stands at the end of the row, on a narrow page and on a
/// wide one.
struct RowLabel: Sendable, Hashable {
  let narrow: [String]
  let wide: [String]

  /// From one line to the next, in pixels.
  static let lineHeight = 19.0
  /// The size of letters of names on a narrow page.
  private static let narrowSize = 14.0
  /// The least room that a name has, whatever stands beside it.
  private static let least = 90.0

  /// Breaks a name into lines.
  /// - Parameters:
  ///   - besideNarrow: The room that is taken beside it on a narrow page, in pixels.
  ///   - besideWide: The same on a wide page.
  ///   - most: The lines that it may have; what is longer still is cut, and whole in the words and the table of the chart.
  init(_ name: String, besideNarrow: Double, besideWide: Double, most: Int = 4) {
    let name = PlainText.clean(name)
    func lines(_ width: Double, _ size: Double) -> [String] {
      TextWidth.lines(name, to: max(width, Self.least), size: size, most: most)
    }
    narrow = lines(Drawing.narrowWidth - besideNarrow, Self.narrowSize)
    wide = lines(Drawing.wideWidth - besideWide, Drawing.size(of: .plain))
  }

  /// The lines that it has, where it has the most.
  var lineCount: Int { max(narrow.count, wide.count, 1) }

  /// How much higher each row is than one with a line. Two lines nearly have room above a row's mark: where some names have them all
  /// rows are a little higher, and alike.
  static func moreHeights(_ labels: [RowLabel]) -> [Double] {
    if labels.allSatisfy({ $0.lineCount == 1 }) { return labels.map { _ in 0 } }
    return labels.map { 10 + Double(max($0.lineCount - 2, 0)) * lineHeight }
  }

  /// Draws the lines.
  /// - Parameters:
  ///   - y: Where the last one stands.
  ///   - isGroup: Whether rows below belong to it.
  func draw(x: Share, y: Double, isGroup: Bool = false, _ drawing: inout Drawing) {
    if narrow == wide { return drawing.name(wide, x: x, y: y, room: .any, isGroup) }
    drawing.name(wide, x: x, y: y, room: .wide, isGroup)
    drawing.name(narrow, x: x, y: y, room: .narrow, isGroup)
  }
}

extension Drawing {
  fileprivate mutating func name(_ lines: [String], x: Share, y: Double, room: Room, _ isGroup: Bool) {
    var names: [StaticString] = [isGroup ? "group" : "name", "halo"]
    if room != .any { names.append(room == .wide ? "wide" : "narrow") }
    for (index, line) in lines.enumerated() {
      let above = Double(lines.count - 1 - index) * RowLabel.lineHeight
      writer.element("text", .classes(names), x.attribute("x"), .number("y", y - above)) { $0.text(line) }
    }
  }
}
