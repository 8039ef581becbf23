import MaturityReports

/// Sentences for a terminal, or for a pipe.
enum Prose {
  /// A number with what it counts: “1 person”, “2 people”.
  static func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }

  /// The text with a line end, broken into lines between words where it is wider than a line.
  /// - Parameters:
  ///   - width: How many cells a line may have; no limit when nil.
  ///   - indent: What stands before every line.
  ///   - hanging: What stands before every further line as well.
  static func lines(_ text: String, width: Int?, indent: String = "", hanging: String = "") -> String {
    let room = width.map { $0 - indent.count - hanging.count }
    let lines = room.map { DisplayWidth.wrap(text, to: $0) } ?? [text]
    return lines.enumerated().map { number, line in indent + (number > 0 ? hanging : "") + line + "\n" }.joined()
  }
}
