import MaturityReports

/// Names with what they mean, one below the other: names aligned, texts broken into lines beside them.
struct NameList {
  private var entries: [(name: String, text: String)] = []

  /// The narrowest that texts may become beside their names; below that they stand under them.
  private static let narrowestText = 24

  mutating func add(_ name: String, _ text: String) {
    entries.append((PlainText.clean(name), PlainText.clean(text)))
  }

  /// The list as lines.
  /// - Parameter width: How many cells a line may have; no limit when nil.
  func text(width: Int?, indent: Int = 2) -> String {
    let names = entries.reduce(0) { max($0, DisplayWidth.of($1.name)) }
    let margin = String(repeating: " ", count: indent)
    var output = ""
    for entry in entries {
      let beside = width.map { $0 - indent - names - 2 }
      if let width, let beside, beside < Self.narrowestText {
        output += margin + DisplayWidth.shorten(entry.name, to: width - indent) + "\n"
        for line in DisplayWidth.wrap(entry.text, to: width - 2 * indent) { output += margin + margin + line + "\n" }
        continue
      }
      let lines = beside.map { DisplayWidth.wrap(entry.text, to: $0) } ?? [entry.text]
      for (position, line) in (lines.isEmpty ? [""] : lines).enumerated() {
        let name = DisplayWidth.pad(position == 0 ? entry.name : "", to: names, atEnd: true)
        var shown = margin + name + "  " + line
        while shown.last == " " { shown.removeLast() }
        output += shown + "\n"
      }
    }
    return output
  }
}
