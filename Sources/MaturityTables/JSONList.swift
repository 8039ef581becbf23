/// A list of text, numbers, `true` and `false` in a line of JSON, as one cell: its elements with a semicolon behind each.
///
/// An element with a semicolon or a double quote in it stands in double quotes, a quote in it doubled. `null` is no
/// element. The cell is never longer than the list.
struct JSONList {
  /// The cell; nil where a list or an object stands inside.
  var text: [UInt8]?
  /// Behind the closing bracket.
  var end: Int

  /// Reads the list whose opening bracket stands at `start`, which is before `end`.
  init(_ bytes: Span<UInt8>, at start: Int, end: Int) throws(JSONText.Fault) {
    var text: [UInt8]? = []
    var at = Self.blanksEnd(bytes, start + 1, end)
    if at < end, bytes[at] == UInt8(ascii: "]") {
      self.init(text: text, end: at + 1)
      return
    }
    while at < end {
      switch bytes[at] {
      case ASCII.quote:
        let element = try JSONText(bytes, at: at, end: end)
        at = element.range.upperBound + 1
        Self.append(element.unescaped ?? element.range.map { bytes[$0] }, to: &text)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        guard let next = try JSONScalar.nestedEnd(bytes, at, end) else {
          throw JSONText.Fault(place: at, message: "This list or object is not closed in its line")
        }
        at = next
        text = nil
      default:
        let next = JSONScalar.end(bytes, at, end)
        guard JSONScalar.isValid(bytes.extracting(at..<next)) else {
          throw JSONText.Fault(
            place: at, message: "A value belongs here: text in quotation marks, a number, true, false or null")
        }
        if bytes[at] != UInt8(ascii: "n") { Self.append((at..<next).map { bytes[$0] }, to: &text) }
        at = next
      }
      at = Self.blanksEnd(bytes, at, end)
      guard at < end else { break }
      if bytes[at] == UInt8(ascii: "]") {
        self.init(text: text, end: at + 1)
        return
      }
      guard bytes[at] == ASCII.comma else {
        throw JSONText.Fault(place: at, message: "A comma or ] belongs here")
      }
      at = Self.blanksEnd(bytes, at + 1, end)
    }
    throw JSONText.Fault(place: start, message: "This list is not closed in its line")
  }

  private init(text: [UInt8]?, end: Int) {
    self.text = text
    self.end = end
  }

  private static func append(_ element: [UInt8], to text: inout [UInt8]?) {
    let semicolon = UInt8(ascii: ";")
    if element.contains(semicolon) || element.contains(ASCII.quote) {
      text?.append(ASCII.quote)
      for byte in element {
        if byte == ASCII.quote { text?.append(ASCII.quote) }
        text?.append(byte)
      }
      text?.append(ASCII.quote)
    } else {
      text?.append(contentsOf: element)
    }
    text?.append(semicolon)
  }

  private static func blanksEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, bytes[at] == 0x20 || bytes[at] == ASCII.tab || bytes[at] == ASCII.carriageReturn { at += 1 }
    return at
  }
}
