/// XML being written. Whatever text it is given, what comes out is well-formed.
///
/// Characters that XML does not allow (control characters, U+FFFE, U+FFFF) become U+FFFD, the sign for a character that
/// cannot be shown. Line ends become line feeds.
struct XMLOutput {
  private(set) var bytes: [UInt8] = []

  /// Begins with the line that says it is XML in UTF-8.
  static var declared: XMLOutput {
    var output = XMLOutput()
    output.markup(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#)
    output.markup("\n")
    return output
  }

  /// Forgets what was written and keeps the memory.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends markup as it is: never anything that a person has typed.
  mutating func markup(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Appends bytes of markup as they are.
  mutating func markup(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// Puts markup before what was written from a place on. O(what follows).
  mutating func insert(_ markup: String, at place: Int) { bytes.insert(contentsOf: markup.utf8, at: place) }

  /// Appends a whole number.
  mutating func number(_ number: Int) { NumberText.write(number, onto: &bytes) }

  /// Appends a finite number.
  mutating func number(_ number: Double) { NumberText.write(number, onto: &bytes) }

  /// Appends text between tags.
  mutating func text(_ text: some StringProtocol) { escape(text, inAttribute: false) }

  /// Appends an attribute with a space before it.
  mutating func attribute(_ name: String, _ value: String) {
    markup(" \(name)=\"")
    escape(value, inAttribute: true)
    markup("\"")
  }

  /// Appends an element of text alone.
  mutating func element(_ name: String, _ text: String) {
    markup("<\(name)>")
    self.text(text)
    markup("</\(name)>")
  }

  private mutating func escape(_ text: some StringProtocol, inAttribute: Bool) {
    var wasReturn = false
    for byte in text.utf8 {
      if wasReturn {
        wasReturn = false
        if byte == UInt8(ascii: "\n") { continue }
      }
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""):
        if inAttribute { markup("&quot;") } else { bytes.append(byte) }
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        wasReturn = byte == UInt8(ascii: "\r")
        // In an attribute a line feed would be read as a space.
        if inAttribute { markup("&#10;") } else { bytes.append(UInt8(ascii: "\n")) }
      case UInt8(ascii: "\t"):
        if inAttribute { markup("&#9;") } else { bytes.append(byte) }
      case 0..<0x20: markup("\u{FFFD}")
      case 0xBE, 0xBF:
        bytes.append(byte)
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF; U+FFFD is EF BF BD.
        if bytes.count >= 3, bytes[bytes.count - 2] == 0xBF, bytes[bytes.count - 3] == 0xEF {
          bytes[bytes.count - 1] = 0xBD
        }
      default: bytes.append(byte)
      }
    }
  }

  /// Appends the text of a cell: what looks like a workbook's escape, such as `_x000D_`, is written so that it is none.
  mutating func cellText(_ text: String) {
    let start = bytes.count
    self.text(text)
    var at = start
    while let underscore = bytes[at...].firstIndex(of: UInt8(ascii: "_")) {
      at = underscore + 1
      guard EscapedText.isEscape(bytes, at: underscore) else { continue }
      bytes.replaceSubrange(underscore...underscore, with: "_x005F_".utf8)
      at = underscore + 7
    }
  }

  /// The text as it is read back from what is written of it.
  static func clean(_ text: String) -> String {
    var text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    text.unicodeScalars = String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        switch scalar {
        case "\n", "\t": scalar
        case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
        default: scalar
        }
      })
    return text
  }
}
