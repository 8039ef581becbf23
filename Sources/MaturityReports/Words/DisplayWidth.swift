/// How many cells of a terminal text takes.
///
/// A small approximation of Unicode's East Asian Width (UAX #11): a character made of several scalars counts once,
/// by its first; wide and full-width scripts and emoji count two cells; marks and invisible characters none; everything
/// else one, ambiguous characters included.
package enum DisplayWidth {
  /// The width of text in cells. O(characters).
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The width of one character.
  package static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    // A variation selector, a joiner or a keycap asks for the picture.
    let isPicture =
      character.unicodeScalars.count > 1
      && character.unicodeScalars.contains { $0.value == 0xFE0F || (0x1F3FB...0x1F3FF).contains($0.value) }
    if isPicture || isWide(first) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isEmojiPresentation { return true }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }

  /// Text cut to a width, with an ellipsis where something is left out.
  package static func shorten(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    guard width > 1 else { return width == 1 ? "…" : "" }
    var kept = ""
    var used = 0
    for character in text {
      let size = of(character)
      if used + size > width - 1 { break }
      kept.append(character)
      used += size
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// Text with spaces up to a width.
  package static func pad(_ text: String, to width: Int, atEnd: Bool) -> String {
    let spaces = String(repeating: " ", count: max(width - of(text), 0))
    return atEnd ? text + spaces : spaces + text
  }

  /// Text broken into lines between words; a word longer than a line is cut.
  package static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var (line, used) = ("", 0)
    for word in text.split(separator: " ").map(String.init) {
      let size = of(word)
      if line.isEmpty {
        (line, used) = (word, size)
      } else if used + 1 + size <= width {
        line += " " + word
        used += 1 + size
      } else {
        lines.append(line)
        (line, used) = (word, size)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { shorten($0, to: max(width, 1)) }
  }
}
