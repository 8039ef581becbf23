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
  static func append(_ text: String, to bytes: inout [UInt8]) {
    // Most text is ASCII, where bytes are characters.
    let start = bytes.count
    var pendingSpace = false
    for byte in text.utf8 {
      switch byte {
      case 0x80...:
        bytes.removeSubrange(start...)
        bytes.append(contentsOf: foldedScalars(of: text).utf8)
        return
      case 0x20, 0x09, 0x0A, 0x0D: pendingSpace = bytes.count > start
      default:
        if pendingSpace { bytes.append(0x20) }
        pendingSpace = false
        bytes.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte)
      }
    }
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
