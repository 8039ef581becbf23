/// A whole table as text in UTF-8 with commas, whatever encoding and separator it was saved with.
///
/// What spreadsheets and forms export is read: UTF-8, UTF-16 of both byte orders, Windows-1252; cells separated by commas,
/// semicolons or tabs. ``CSVReader`` then reads ``bytes`` as a CSV file, with the records, cells and lines of the file.
///
/// - UTF-16 is known by its byte order mark, or by a NUL at nearly every second byte of the beginning.
/// - Other bytes are UTF-8, unless some of them break it and there is no letter beyond ASCII in UTF-8, or fewer than one
///   to four of those; then they are Windows-1252. What breaks UTF-8 all the same is damage, of which ``CSVReader`` tells
///   cell by cell.
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
  /// Of a file that is read as Windows-1252, what speaks against UTF-8; nil for any other.
  public let firstOther: OtherByte?

  /// The first byte of a file that cannot stand in UTF-8.
  public struct OtherByte: Sendable, Hashable {
    /// The line of the file that it stands in, from 1.
    public let line: Int
    /// The byte.
    public let byte: UInt8
    /// The letter that it is in Windows-1252.
    public let letter: Unicode.Scalar
    /// The line of the file with the first letter that looks like UTF-8 all the same, and is then read wrongly.
    public let lineOfUTF8: Int?
  }

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
      firstOther = nil
      (text, broken) = Self.decode(utf16: file[utf16.markLength...], utf16.order)
    } else {
      let body = Array(file[(TextEncoding.hasUTF8Mark(head) ? 3 : 0)...])
      broken = 0
      firstOther = TextEncoding.hasUTF8Mark(head) ? nil : Self.firstOther(body)
      encoding = firstOther == nil ? .utf8 : .windows1252
      text = firstOther == nil ? body : Windows1252.decode(body)
    }
    let separation = TableSeparation(text)
    separator = Unicode.Scalar(separation.separator)
    linesBefore = separation.textStart > 0 ? 1 : 0
    if separation.textStart > 0 { text.removeSubrange(..<separation.textStart) }
    bytes = separation.separator == ASCII.comma ? text : separation.withCommas(text)
  }

  /// What speaks against UTF-8 in bytes that are better read as Windows-1252; nil for those that are not.
  private static func firstOther(_ bytes: [UInt8]) -> OtherByte? {
    let span = bytes.span
    var (letters, breaks) = (0, 0)
    var (firstLetter, firstBreak): (Int?, Int?)
    var at = 0
    while at < span.count {
      let length = span.lengthOfUTF8(at: at)
      if length == 0 {
        breaks += 1
        firstBreak = firstBreak ?? at
      } else if length > 1, !isCapitalAndMark(span, at) {
        letters += 1
        firstLetter = firstLetter ?? at
      }
      at += max(length, 1)
    }
    // A few bytes that break UTF-8 in a text that has letters of it are damage, not another encoding.
    guard let firstBreak, breaks > 4 * letters else { return nil }
    return OtherByte(
      line: line(of: firstBreak, in: bytes), byte: bytes[firstBreak],
      letter: Windows1252.scalar(bytes[firstBreak]), lineOfUTF8: firstLetter.map { line(of: $0, in: bytes) })
  }

  /// Whether a sequence of UTF-8 is one that Windows-1252 has too: É or Ê before a closing quotation mark or a dash. In
  /// UTF-8 it is a letter of phonetic script.
  private static func isCapitalAndMark(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xC9 || bytes[at] == 0xCA
  }

  /// The line of the file that a byte stands in, from 1.
  private static func line(of place: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for at in 0..<place {
      let byte = bytes[at]
      if byte == ASCII.lineFeed || byte == ASCII.carriageReturn && bytes[at + 1] != ASCII.lineFeed { line += 1 }
    }
    return line
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

  /// The character of a byte.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    let code = (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : UInt16(byte)
    return Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  /// The text in UTF-8.
  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else if let encoded = UTF8.encode(scalar(byte)) {
        text.append(contentsOf: encoded)
      }
    }
    return text
  }
}
