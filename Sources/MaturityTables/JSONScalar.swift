/// Numbers and words of JSON, and lists and objects that are passed over.
enum JSONScalar {
  /// The end of what can be a number or a word.
  static func end(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"):
        at += 1
      default: return at
      }
    }
    return at
  }

  /// Whether the bytes are a number, `true`, `false` or `null` (RFC 8259, sections 3 and 6).
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return false }
    if bytes.count == 1 { return isDigit(bytes[0]) }
    return isWord(bytes, "true") || isWord(bytes, "false") || isWord(bytes, "null") || isNumber(bytes)
  }

  private static func isWord(_ bytes: Span<UInt8>, _ word: StaticString) -> Bool {
    guard bytes.count == word.utf8CodeUnitCount else { return false }
    var at = 0
    for byte in word.description.utf8 {
      if bytes[at] != byte { return false }
      at += 1
    }
    return true
  }

  private static func isNumber(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    func byte() -> UInt8? { at < bytes.count ? bytes[at] : nil }
    func digits() -> Int {
      let start = at
      while let digit = byte(), isDigit(digit) { at += 1 }
      return at - start
    }
    if byte() == UInt8(ascii: "-") { at += 1 }
    let hasZero = byte() == UInt8(ascii: "0")
    let whole = digits()
    if whole == 0 || hasZero && whole > 1 { return false }
    if byte() == UInt8(ascii: ".") {
      at += 1
      if digits() == 0 { return false }
    }
    if byte() == UInt8(ascii: "e") || byte() == UInt8(ascii: "E") {
      at += 1
      if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { at += 1 }
      if digits() == 0 { return false }
    }
    return at == bytes.count
  }

  /// The end of the list or object that opens at `start`; nil when the line ends first. What is inside is not checked
  /// beyond its brackets and its text.
  static func nestedEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) throws(JSONText.Fault) -> Int? {
    var at = start
    var depth = 0
    while at < end {
      switch bytes[at] {
      case ASCII.quote: at = try JSONText(bytes, at: at, end: end).range.upperBound
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return at + 1 }
      default: break
      }
      at += 1
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
