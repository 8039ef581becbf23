/// A whole table as text in UTF-8 with commas, whatever encoding and separator it was saved with.
///
/// What spreadsheets and forms export is read: UTF-8, UTF-16 of both byte orders, Windows-1252; cells separated by commas,
/// semicolons or tabs. ``CSVReader`` then reads ``bytes`` as a CSV file, with the records, cells and lines of the file.
///
/// - UTF-16 is known by its byte order mark, or by a NUL at every second byte of the beginning.
/// - Other bytes are UTF-8, unless more of them break it than are letters beyond ASCII in it; then they are Windows-1252.
/// - The separator is the one that stands most often outside quotation marks in the first line that has one, a comma
///   where two are as frequent; or the one that a first line `sep=;` names, which is left out.
public struct TableText: Sendable {
  /// How the letters of a file are written.
  public enum Encoding: String, Sendable, Hashable {
    /// UTF-8, with a byte order mark or without.
    case utf8 = "UTF-8"
    /// UTF-16, of either byte order.
    case utf16 = "UTF-16"
    /// The old code page of Western Europe, which Windows programs still write.
    case windows1252 = "Windows-1252"
  }

  /// The text in UTF-8 without a byte order mark, its cells separated by commas.
  public let bytes: [UInt8]
  /// How the file was written.
  public let encoding: Encoding
  /// What stood between its cells: a comma, a semicolon or a tab.
  public let separator: Unicode.Scalar
  /// How many characters were broken and are now U+FFFD: halves of a pair in UTF-16, and an odd byte at its end.
  public let broken: Int
  /// The lines before the first that is in ``bytes``: 1 after a line that names the separator.
  public let linesBefore: Int

  /// The most bytes of a file that are read.
  public static let limit = 256 << 20

  /// Reads a whole source. O(bytes).
  /// - Parameters:
  ///   - source: The file.
  ///   - limit: The most bytes it may have.
  /// - Throws: `TableError` when the source cannot be read, is larger or is a workbook.
  public init(_ source: consuming ByteSource, limit: Int = Self.limit) throws(TableError) {
    var bytes: [UInt8] = []
    try TextEncoding.refuseWorkbook(try source.peek(TextEncoding.bytesJudged)[...])
    while try source.read(1 << 20, into: &bytes) {
      guard bytes.count <= limit else {
        throw TableError(
          code: .tableTooLarge,
          message: "The file is larger than \(limit) bytes. Check that it is the right one, or split it by rows.")
      }
    }
    self.init(bytes)
  }

  /// Reads the bytes of a file. O(bytes).
  public init(_ file: [UInt8]) {
    var text: [UInt8]
    let head = file.prefix(TextEncoding.bytesJudged)
    if let utf16 = TextEncoding.utf16(head) {
      encoding = .utf16
      (text, broken) = Self.decode(utf16: file[utf16.markLength...], utf16.order)
    } else {
      let body = file[(TextEncoding.hasUTF8Mark(head) ? 3 : 0)...]
      broken = 0
      if Self.isWindows1252(body) {
        encoding = .windows1252
        text = Windows1252.decode(body)
      } else {
        encoding = .utf8
        text = Array(body)
      }
    }
    let separation = TableSeparation(text)
    separator = Unicode.Scalar(separation.separator)
    linesBefore = separation.textStart > 0 ? 1 : 0
    if separation.textStart > 0 { text.removeSubrange(..<separation.textStart) }
    bytes = separation.separator == ASCII.comma ? text : separation.withCommas(text)
  }

  /// Whether bytes are better read as Windows-1252 than as UTF-8.
  private static func isWindows1252(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.span.isValidUTF8 { return false }
    // One byte that breaks UTF-8 in a text of much UTF-8 is damage, not another encoding.
    var (letters, breaks) = (0, 0)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
      if scalar == "\u{FFFD}" { breaks += 1 } else { letters += 1 }
    }
    return breaks > letters
  }

  private static func decode(
    utf16 bytes: ArraySlice<UInt8>, _ order: TextEncoding.ByteOrder
  ) -> (text: [UInt8], broken: Int) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = bytes.startIndex
    while bytes.endIndex - at >= 2 {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(order == .littleEndian ? second << 8 | first : first << 8 | second)
      at += 2
    }
    var text: [UInt8] = []
    text.reserveCapacity(units.count + units.count / 8)
    var broken = at < bytes.endIndex ? 1 : 0
    var next = 0
    while next < units.count {
      let unit = units[next]
      next += 1
      if unit < 0x80 {
        text.append(UInt8(unit))
        continue
      }
      var scalar = Unicode.Scalar(UInt32(unit))
      if UTF16.isLeadSurrogate(unit), next < units.count, UTF16.isTrailSurrogate(units[next]) {
        scalar = Unicode.Scalar(0x1_0000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(units[next]) - 0xDC00))
        next += 1
      }
      if scalar == nil { broken += 1 }
      text.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    }
    return (text, broken)
  }
}

/// The code page Windows-1252, as the Unicode Consortium's table CP1252.TXT has it; the five bytes it leaves undefined
/// are the control characters of the same number, as browsers read them.
enum Windows1252 {
  /// The characters of 0x80 to 0x9F; all other bytes are the character of their number.
  private static let upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// The text in UTF-8.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let code = byte < 0xA0 ? UInt32(upper[Int(byte) - 0x80]) : UInt32(byte)
        if let scalar = Unicode.Scalar(code), let encoded = UTF8.encode(scalar) { text.append(contentsOf: encoded) }
      }
    }
    return text
  }
}
