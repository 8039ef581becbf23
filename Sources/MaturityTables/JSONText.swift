/// Text in quotation marks in a line of JSON (RFC 8259, section 7).
struct JSONText {
  /// Where the text lies, between its quotation marks, as it stands in the file.
  var range: Range<Int>
  /// The text without its escapes, where it has any.
  var unescaped: [UInt8]?
  /// Whether a byte is not ASCII or comes of an escape, so that the text needs a closer look.
  var isOdd: Bool

  /// A place where text is not as JSON has it.
  struct Fault: Error {
    var place: Int
    var message: StaticString
  }

  /// Reads the text whose opening quotation mark stands at `start`, which is before `end`.
  init(_ bytes: Span<UInt8>, at start: Int, end: Int) throws(Fault) {
    var at = start + 1
    // Most answers are one letter or digit.
    if end - at >= 2, bytes[at + 1] == ASCII.quote, Self.isPlain(bytes[at]) {
      self.init(range: at..<at + 1, unescaped: nil, isOdd: false)
      return
    }
    var oddBits: UInt64 = 0
    let quotes = WordScan.eight(ASCII.quote)
    let slashes = WordScan.eight(UInt8(ascii: "\\"))
    while true {
      while end - at >= 8 {
        let word = WordScan.word(bytes, at: at)
        // A byte below 32 has none of the bits 5, 6 and 7.
        let controls = WordScan.zeroBytes(word & WordScan.eight(0xE0))
        let hits = WordScan.zeroBytes(word ^ quotes) | WordScan.zeroBytes(word ^ slashes) | controls
        if hits != 0 {
          let place = WordScan.firstPlace(hits)
          oddBits |= word & (1 << UInt64(place * 8) &- 1)
          at += place
          break
        }
        oddBits |= word
        at += 8
      }
      guard at < end else { throw Fault(place: start, message: "This text has no closing quotation mark") }
      let byte = bytes[at]
      if byte == ASCII.quote {
        self.init(range: start + 1..<at, unescaped: nil, isOdd: oddBits & WordScan.highBits != 0)
        return
      }
      if byte == UInt8(ascii: "\\") { break }
      guard byte >= 0x20 else { throw Fault(place: at, message: "A control character in text is written as an escape") }
      oddBits |= UInt64(byte) & 0x80
      at += 1
    }
    try self.init(escaped: bytes, start: start, at: at, end: end)
  }

  private init(range: Range<Int>, unescaped: [UInt8]?, isOdd: Bool) {
    self.range = range
    self.unescaped = unescaped
    self.isOdd = isOdd
  }

  /// Reads text whose first escape stands at `first`.
  private init(escaped bytes: Span<UInt8>, start: Int, at first: Int, end: Int) throws(Fault) {
    var text = (start + 1..<first).map { bytes[$0] }
    var at = first
    while at < end {
      let byte = bytes[at]
      if byte == ASCII.quote {
        self.init(range: start + 1..<at, unescaped: text, isOdd: true)
        return
      }
      guard byte >= 0x20 else { throw Fault(place: at, message: "A control character in text is written as an escape") }
      if byte == UInt8(ascii: "\\") {
        try Self.unescape(bytes, &at, end, into: &text)
      } else {
        text.append(byte)
        at += 1
      }
    }
    throw Fault(place: start, message: "This text has no closing quotation mark")
  }

  private static func unescape(
    _ bytes: Span<UInt8>, _ at: inout Int, _ end: Int, into text: inout [UInt8]
  ) throws(Fault) {
    guard end - at >= 2 else { throw Fault(place: at, message: "The line ends inside an escape") }
    let start = at
    at += 2
    switch bytes[start + 1] {
    case ASCII.quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[start + 1])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(ASCII.lineFeed)
    case UInt8(ascii: "r"): text.append(ASCII.carriageReturn)
    case UInt8(ascii: "t"): text.append(ASCII.tab)
    case UInt8(ascii: "u"):
      guard let unit = unit(bytes, start, end) else {
        throw Fault(place: start, message: "Four hexadecimal digits belong after \\u")
      }
      at = start + 6
      var scalar = Unicode.Scalar(UInt32(unit))
      if UTF16.isLeadSurrogate(unit), let trail = Self.unit(bytes, at, end), UTF16.isTrailSurrogate(trail) {
        scalar = Unicode.Scalar(0x1_0000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00))
        at += 6
      }
      // Half of a pair is no character.
      text.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    default: throw Fault(place: start, message: "This escape is none of JSON’s")
    }
  }

  /// The four hexadecimal digits of an escape that starts at `start`.
  private static func unit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt16? {
    guard end - start >= 6, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var unit: UInt16 = 0
    for place in start + 2..<start + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != ASCII.quote && byte != UInt8(ascii: "\\")
  }
}
