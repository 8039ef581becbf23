/// The YAML 1.2 core schema: what type a plain scalar has. `no` and `on` are text; JSON's scalars are a subset.
package enum CoreSchema {
  package static func isNull(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    guard mayBeNull(first) else { return false }
    return matches(text, "~") || matches(text, "null") || matches(text, "Null") || matches(text, "NULL")
  }

  /// Whether a text that begins so may be null: nearly every text is told apart by its first byte.
  static func mayBeNull(_ first: UInt8) -> Bool { first == UInt8(ascii: "~") || first | 0x20 == UInt8(ascii: "n") }

  /// Whether a text that begins so can be nothing but text.
  static func isTextStart(_ first: UInt8) -> Bool {
    !mayBeNull(first) && !mayBeBoolean(first) && !isNumberStart(first)
  }

  private static func mayBeBoolean(_ first: UInt8) -> Bool {
    first | 0x20 == UInt8(ascii: "t") || first | 0x20 == UInt8(ascii: "f")
  }

  package static func boolean(_ text: some Collection<UInt8>) -> Bool? {
    guard let first = text.first, mayBeBoolean(first) else { return nil }
    if matches(text, "true") || matches(text, "True") || matches(text, "TRUE") { return true }
    if matches(text, "false") || matches(text, "False") || matches(text, "FALSE") { return false }
    return nil
  }

  /// A decimal, hexadecimal (`0x`) or octal (`0o`) integer; nil when it is something else or does not fit.
  package static func integer(_ text: some Collection<UInt8>) -> Int? {
    guard let first = text.first, isNumberStart(first) else { return nil }
    let string = String(decoding: text, as: UTF8.self)
    if string.hasPrefix("0x") { return unsignedDigits(string.dropFirst(2), radix: 16) }
    if string.hasPrefix("0o") { return unsignedDigits(string.dropFirst(2), radix: 8) }
    return Int(string)
  }

  /// A number, finite or `.inf` or `.nan`.
  package static func number(_ text: some Collection<UInt8>) -> Double? {
    guard let first = text.first, isNumberStart(first) else { return nil }
    if let short = shortDecimal(text) { return short }
    let string = String(decoding: text, as: UTF8.self)
    switch string {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    case ".nan", ".NaN", ".NAN": return .nan
    default: break
    }
    if let whole = integer(text) { return Double(whole) }
    // Double's own reader takes more than the schema does ("0x1p3", "1_0" it refuses, "inf" it takes).
    guard string.utf8.allSatisfy({ isNumberStart($0) || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) else {
      return nil
    }
    return Double(string)
  }

  private static func unsignedDigits(_ text: Substring, radix: Int) -> Int? {
    text.first == "-" || text.first == "+" ? nil : Int(text, radix: radix)
  }

  /// The common case without making a String: up to eight digits, with or without a point among or behind them. Both
  /// the digits and the power of ten are exact, so their quotient is the nearest number.
  private static func shortDecimal(_ text: some Collection<UInt8>) -> Double? {
    guard text.count <= 8 else { return nil }
    var digits = 0
    // 0 before a point has been met.
    var divisor = 0
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits &* 10 &+ Int(digit)
        divisor = divisor &* 10
      } else if byte == UInt8(ascii: "."), divisor == 0 {
        divisor = 1
      } else {
        return nil
      }
    }
    if divisor == 0 { return Double(digits) }
    // A point alone is text.
    return text.count == 1 ? nil : Double(digits) / Double(divisor)
  }

  private static func isNumberStart(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  private static func matches(_ text: some Collection<UInt8>, _ word: String) -> Bool {
    text.count == word.utf8.count && text.elementsEqual(word.utf8)
  }
}
