/// The way workbooks write characters that XML does not allow: `_x000D_` for a carriage return (ECMA-376, part 1,
/// 22.9.2.19). A text that looks like that has its first underscore written as `_x005F_`.
enum EscapedText {
  /// Appends a text with its escapes replaced. Half of a surrogate pair becomes U+FFFD; a NUL, which is no part of any
  /// text, stays as its escape.
  static func decode(_ text: [UInt8], onto bytes: inout [UInt8]) {
    guard text.contains(UInt8(ascii: "_")) else {
      bytes.append(contentsOf: text)
      return
    }
    var units: [UInt16] = []
    var at = 0
    while at < text.count {
      if let unit = unit(text, at: at), unit != 0 {
        units.append(unit)
        at += 7
        continue
      }
      if !units.isEmpty { flush(&units, onto: &bytes) }
      bytes.append(text[at])
      at += 1
    }
    flush(&units, onto: &bytes)
  }

  /// Whether something that looks like an escape begins at `place`.
  static func isEscape(_ text: [UInt8], at place: Int) -> Bool { unit(text, at: place) != nil }

  private static func flush(_ units: inout [UInt16], onto bytes: inout [UInt8]) {
    bytes.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    units.removeAll(keepingCapacity: true)
  }

  private static func unit(_ text: [UInt8], at place: Int) -> UInt16? {
    guard place + 7 <= text.count, text[place] == UInt8(ascii: "_"), text[place + 1] == UInt8(ascii: "x"),
      text[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for index in place + 2..<place + 6 {
      guard let digit = Character(Unicode.Scalar(text[index])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
