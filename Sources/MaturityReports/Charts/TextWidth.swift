/// How wide the text of a drawing may be.
///
/// A file has no measure of its text, since each reader has another font. Widths here are those of a wide one (DejaVu Sans, as
/// measured), so that what has room by them has room everywhere; where a script has no such figure they are generous.
enum TextWidth {
  /// The width in pixels, at a size of letters in pixels. O(scalars).
  static func of(_ text: String, size: Double) -> Double {
    var hundredths = 0
    for scalar in text.unicodeScalars { hundredths += of(scalar) }
    return Double(hundredths) * size / 100
  }

  /// Text cut to a width, with an ellipsis where something is left out.
  static func shorten(_ text: String, to width: Double, size: Double) -> String {
    if of(text, size: size) <= width { return text }
    let room = width - of("…", size: size)
    var kept = ""
    var used = 0.0
    for character in text {
      used += of(String(character), size: size)
      if used > room { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// Text broken into lines between words, and within a word that is longer than a line.
  /// - Parameter most: The most lines: the last ends with an ellipsis where something is left out.
  static func lines(_ text: String, to width: Double, size: Double, most: Int) -> [String] {
    var lines: [String] = []
    var (line, used) = ("", 0.0)
    let space = of(" ", size: size)
    for word in text.split(separator: " ") {
      let length = of(String(word), size: size)
      if line.isEmpty || used + space + length <= width {
        line += line.isEmpty ? String(word) : " " + word
        used += (used > 0 ? space : 0) + length
      } else {
        lines.append(line)
        (line, used) = (String(word), length)
      }
      // What is as long as this is cut below.
      while used > width, line.count > 1, lines.count <= most {
        let (start, rest) = cut(line, at: width, size: size)
        lines.append(start)
        (line, used) = (rest, of(rest, size: size))
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > most, most > 0 else { return lines }
    let rest = lines[(most - 1)...].joined(separator: " ")
    return lines.prefix(most - 1) + [shorten(rest + "…", to: width, size: size)]
  }

  /// A word in two, of which the first part, one character or more, fits.
  private static func cut(_ word: String, at width: Double, size: Double) -> (start: String, rest: String) {
    var used = 0.0
    var end = word.startIndex
    for place in word.indices {
      used += of(String(word[place]), size: size)
      if used > width, place > word.startIndex { break }
      end = word.index(after: place)
    }
    return (String(word[..<end]), String(word[end...]))
  }

  /// In hundredths of the size of letters.
  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? 0 : Int(ascii[Int(value) - 0x20]) }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 130 }
    switch value {
    // Latin, its letters with marks.
    case 0x80..<0x250: return scalar.properties.isUppercase ? 82 : 72
    case 0x2010...0x2013, 0x2018...0x201F: return 52
    // Wide and full-width scripts.
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFFEF, 0x20000...0x3FFFD:
      return 105
    // Whole phrases in a character.
    case 0xFDFA, 0xFDFB, 0xFDFD: return 1_000
    case 0x12000...0x123FF, 0x1D400...0x1D7FF, 0x1F000...0x1FAFF: return 145
    default: return 100
    }
  }

  private static let ascii: [UInt8] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84,
    84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62,
    69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60,
    82, 60, 60, 53, 64, 34, 64, 84,
  ]
}
