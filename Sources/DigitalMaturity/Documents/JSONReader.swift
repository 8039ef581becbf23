/// Reads JSON (RFC 8259) into a ``Document``.
///
/// Its own reader, because libyaml refuses valid JSON: surrogate pairs, long keys. Strict: no comments, no trailing
/// commas, one value a file.
public enum JSONReader {
  /// Reads one JSON text.
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark.
  ///   - file: The name that diagnostics give it.
  ///   - limits: How large it may be.
  ///   - log: Where repeated keys are reported, so that reading goes on; without one they are thrown.
  /// - Throws: ``DocumentError`` with the place of the first syntax error, or of every repeated key. O(bytes).
  public static func read(
    _ bytes: [UInt8], file: String, limits: DocumentLimits = .standard, reportingTo log: DiagnosticLog? = nil
  ) throws(DocumentError) -> Document {
    var parser = JSONParser(
      bytes: bytes, file: file, limits: limits,
      builder: try DocumentBuilder(file: file, limits: limits, bytes: bytes.count))
    return try parser.document(reportingTo: log)
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  let file: String
  let limits: DocumentLimits
  var builder: DocumentBuilder
  var position = 0
  var line = 1
  /// Bytes since the line began, and how many of them only continue a character.
  var lineStart = 0
  var continuations = 0

  mutating func document(reportingTo log: DiagnosticLog?) throws(DocumentError) -> Document {
    if bytes.starts(with: Encoding.utf8Mark) {
      position = Encoding.utf8Mark.count
      lineStart = position
    }
    try checkEncoding()
    skipSpace()
    guard position < bytes.count else {
      throw failure(.emptyDocument, "the file has no content; a JSON value belongs here")
    }
    try value()
    skipSpace()
    if position < bytes.count {
      throw failure(.severalDocuments, "more text follows the end of the JSON value; a file holds one value")
    }
    return try builder.finish(reportingTo: log)
  }

  private mutating func value() throws(DocumentError) {
    guard position < bytes.count else { throw failure(.syntax, "the file ends where a value belongs") }
    switch bytes[position] {
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try array()
    case UInt8(ascii: "\""):
      let mark = mark
      let text = try string()
      try builder.scalar(text.span, quoted: true, at: mark)
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: throw failure(.syntax, "a JSON value cannot begin like this; text stands in double quotes")
    }
  }

  private mutating func object() throws(DocumentError) {
    try builder.beginMapping(at: mark)
    position += 1
    skipSpace()
    if !consume("}") {
      repeat {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
          throw failure(.syntax, "a key in double quotes belongs here")
        }
        let mark = mark
        let text = try string()
        try builder.scalar(text.span, quoted: true, at: mark)
        skipSpace()
        guard consume(":") else { throw failure(.syntax, "a colon belongs between a key and its value") }
        skipSpace()
        try value()
        skipSpace()
      } while consume(",")
      guard consume("}") else { throw failure(.syntax, "a comma or a closing brace belongs here") }
    }
    builder.end()
  }

  private mutating func array() throws(DocumentError) {
    try builder.beginSequence(at: mark)
    position += 1
    skipSpace()
    if !consume("]") {
      repeat {
        skipSpace()
        try value()
        skipSpace()
      } while consume(",")
      guard consume("]") else { throw failure(.syntax, "a comma or a closing bracket belongs here") }
    }
    builder.end()
  }

  private mutating func word(_ word: String) throws(DocumentError) {
    let mark = mark
    guard bytes[position...].starts(with: word.utf8) else {
      throw failure(.syntax, "a JSON value cannot begin like this; text stands in double quotes")
    }
    position += word.utf8.count
    try builder.scalar(word, quoted: false, at: mark)
  }

  private mutating func number() throws(DocumentError) {
    let mark = mark
    let start = position
    _ = consume("-")
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else {
      throw failure(.syntax, "a number is digits without a leading zero")
    }
    if consume("."), digits() == 0 { throw failure(.syntax, "digits belong after a decimal point") }
    if consume("e") || consume("E") {
      _ = consume("+") || consume("-")
      if digits() == 0 { throw failure(.syntax, "digits belong in an exponent") }
    }
    let text = bytes
    try builder.scalar(text.span.extracting(start..<position), quoted: false, at: mark)
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] >= UInt8(ascii: "0"), bytes[position] <= UInt8(ascii: "9") {
      position += 1
    }
    return position - start
  }

  /// The text of a string literal, escapes resolved, in UTF-8.
  private mutating func string() throws(DocumentError) -> [UInt8] {
    let (opening, continuationsBefore) = (position, continuations)
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return text
      case UInt8(ascii: "\\"):
        try escape(into: &text)
      case 0..<0x20:
        throw failure(.syntax, "a line end or control character stands inside text; write it as \\n or \\u000A")
      default:
        if byte & 0xC0 == 0x80 { continuations += 1 }
        text.append(byte)
        position += 1
      }
    }
    (position, continuations) = (opening, continuationsBefore)
    throw failure(.syntax, "this text is not closed; a double quote is missing")
  }

  private mutating func escape(into text: inout [UInt8]) throws(DocumentError) {
    guard position + 1 < bytes.count else { throw failure(.syntax, "this text is not closed") }
    let letter = bytes[position + 1]
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      try unicodeEscape(into: &text)
      return
    default: throw failure(.syntax, "this is not an escape of JSON; a backslash is written \\\\")
    }
    position += 2
  }

  private mutating func unicodeEscape(into text: inout [UInt8]) throws(DocumentError) {
    guard let unit = hexUnit(at: position) else { throw failure(.syntax, "four hexadecimal digits belong after \\u") }
    var code = UInt32(unit)
    var length = 6
    if unit & 0xFC00 == 0xD800, let low = hexUnit(at: position + 6), low & 0xFC00 == 0xDC00 {
      code = 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(low & 0x3FF)
      length = 12
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw failure(.syntax, "half a surrogate pair is not a character; both halves belong together")
    }
    text.append(contentsOf: String(Character(scalar)).utf8)
    position += length
  }

  /// The code unit of a `\uXXXX` that begins at `start`.
  private func hexUnit(at start: Int) -> UInt16? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else {
      return nil
    }
    let digits = bytes[start + 2..<start + 6]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0D: position += 1
      case 0x0A:
        position += 1
        line += 1
        lineStart = position
        continuations = 0
      default: return
      }
    }
  }

  private mutating func consume(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(truncatingIfNeeded: character.value) else { return false }
    position += 1
    return true
  }

  private var mark: DocumentBuilder.Mark {
    DocumentBuilder.Mark(line: line, column: position - lineStart - continuations + 1)
  }

  private func checkEncoding() throws(DocumentError) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    let start = bytes.starts(with: Encoding.utf8Mark) ? Encoding.utf8Mark.count : 0
    let mark = Encoding.mark(at: Encoding.validUTF8Prefix(of: bytes), in: bytes[start...])
    throw DocumentError(
      Diagnostic(
        .encoding, "this byte is not valid UTF-8; save the file as UTF-8",
        at: SourceLocation(file: file, line: mark.line, column: mark.column)))
  }

  private mutating func failure(_ code: Diagnostic.Code, _ message: String) -> DocumentError {
    builder.failure(code, message, at: mark)
  }
}
