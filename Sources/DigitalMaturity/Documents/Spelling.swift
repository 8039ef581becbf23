/// How the text of a cell is compared with ids and labels: without surrounding blanks, ASCII letters in lower case.
public enum Spelling {
  /// A text folded for comparison. Non-breaking spaces count as spaces, runs of blanks as one, typographic
  /// apostrophes as plain ones.
  public static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a folded text in UTF-8: what many comparisons at once do without a String each.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if lowerASCII(&bytes, from: start) { return }
    if let end = foldASCII(&bytes, from: start) {
      bytes.removeLast(bytes.count - end)
    } else {
      bytes.removeLast(bytes.count - start)
      bytes.append(contentsOf: foldedScalars(of: text).utf8)
    }
  }

  /// Puts the bytes from `start` in lower case. The loop has no branches, so that it runs over many bytes at once.
  /// - Returns: Whether that folds them: they are ASCII, and their only blanks are single spaces inside.
  private static func lowerASCII(_ bytes: inout [UInt8], from start: Int) -> Bool {
    let space: UInt8 = 0x20
    var last = space
    var flags: UInt8 = 0
    for index in bytes.indices[start...] {
      let byte = bytes[index]
      // The highest bit is set by what is not ASCII, by what lies below a space, and by a space after a space.
      flags |= byte | (byte &- space) | ((byte | last) &- (space + 1))
      bytes[index] = byte &- UInt8(ascii: "A") < 26 ? byte | space : byte
      last = byte
    }
    return flags < 0x80 && last != space
  }

  /// Folds the bytes from `start` where they stand, since most text is ASCII, where bytes are characters, and no text
  /// grows.
  /// - Returns: The end of what was folded; nil at the first byte that is not ASCII.
  private static func foldASCII(_ bytes: inout [UInt8], from start: Int) -> Int? {
    var bytes = bytes.mutableSpan
    var end = start
    var last: UInt8 = 0x20
    for index in start..<bytes.count {
      var byte = bytes[index]
      if byte >= 0x80 { return nil }
      if byte <= 0x20, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        if last == 0x20 { continue }
        byte = 0x20
      } else if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") {
        byte += 32
      }
      bytes[end] = byte
      end += 1
      last = byte
    }
    return end > start && last == 0x20 ? end - 1 : end
  }

  private static func foldedScalars(of text: String) -> String {
    var folded = ""
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}", "\u{FEFF}":
        pendingSpace = !folded.isEmpty
      default:
        if pendingSpace { folded.unicodeScalars.append(" ") }
        pendingSpace = false
        switch scalar {
        case "A"..."Z": folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
        case "\u{2019}", "\u{2018}": folded.unicodeScalars.append("'")
        default: folded.unicodeScalars.append(scalar)
        }
      }
    }
    return folded
  }
}
