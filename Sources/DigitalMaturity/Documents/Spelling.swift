/// How the text of a cell is compared with ids and labels: without surrounding blanks, ASCII letters in lower case.
public enum Spelling {
  /// A text folded for comparison. Non-breaking spaces count as spaces, runs of blanks as one, typographic
  /// apostrophes as plain ones.
  public static func folded(_ text: String) -> String {
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
