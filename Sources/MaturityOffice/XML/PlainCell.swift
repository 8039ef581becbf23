/// A cell as almost all cells of most sheets are written, `<c r="B2" s="1" t="s"><v>7</v></c>`, and where its parts stand.
///
/// Whatever is written in another way, has other attributes, or has characters that mean something else to XML is not
/// plain, and is for expat to read. So are the cells of a row that is not: what is plain means the same to both.
struct PlainCell {
  private(set) var reference: Range<Int>?
  private(set) var style: Range<Int>?
  private(set) var type: Range<Int>?
  private(set) var value: Range<Int>?
  /// Where what follows the cell begins.
  private(set) var end: Int

  /// - Returns: nil when no plain cell stands there with all of it.
  init?(_ text: Span<UInt8>, at start: Int) {
    end = start
    guard skip("<c", in: text) else { return nil }
    while end + 4 < text.count, text[end] == UInt8(ascii: " ") {
      let name = text[end + 1]
      guard text[end + 2] == UInt8(ascii: "="), text[end + 3] == UInt8(ascii: "\"") else { return nil }
      end += 4
      let found = run(of: Self.isLetterOrDigit, in: text)
      guard skip("\"", in: text) else { return nil }
      switch name {
      case UInt8(ascii: "r") where reference == nil: reference = found
      case UInt8(ascii: "s") where style == nil: style = found
      case UInt8(ascii: "t") where type == nil: type = found
      default: return nil
      }
    }
    if skip("/>", in: text) { return }
    guard skip("><v>", in: text) else { return nil }
    value = run(of: Self.isPlain, in: text)
    guard skip("</v></c>", in: text) else { return nil }
  }

  /// Goes past a text if it stands there.
  @inline(__always)
  private mutating func skip(_ expected: StaticString, in text: Span<UInt8>) -> Bool {
    guard text.count - end >= expected.utf8CodeUnitCount else { return false }
    for index in 0..<expected.utf8CodeUnitCount where unsafe text[end + index] != expected.utf8Start[index] {
      return false
    }
    end += expected.utf8CodeUnitCount
    return true
  }

  /// Goes past bytes of one kind.
  @inline(__always)
  private mutating func run(of isOne: (UInt8) -> Bool, in text: Span<UInt8>) -> Range<Int> {
    let start = end
    while end < text.count, isOne(text[end]) { end += 1 }
    return start..<end
  }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  /// Whether a byte is a character of a text in every encoding that is read, and nothing else to XML.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x5F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "&")
  }

  /// Where the next tag stands that may be a row's.
  static func rowTag(in text: Span<UInt8>, from start: Int) -> Range<Int>? {
    var place = start
    while place + 4 < text.count {
      if text[place] == UInt8(ascii: "<"), text[place + 1] == UInt8(ascii: "r"), text[place + 2] == UInt8(ascii: "o"),
        text[place + 3] == UInt8(ascii: "w")
      {
        var end = place + 4
        while end < text.count, text[end] != UInt8(ascii: ">") { end += 1 }
        return end < text.count ? place..<end + 1 : nil
      }
      place += 1
    }
    return nil
  }
}
