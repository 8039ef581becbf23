/// What the first bytes of a table say of its encoding.
enum TextEncoding {
  /// The bytes on which the encoding is judged, however few of them a read gives.
  static let bytesJudged = 64

  /// The order of the bytes of a UTF-16 unit.
  enum ByteOrder { case littleEndian, bigEndian }

  /// The length of a UTF-8 byte order mark at the start of a file; 0 when there is none.
  /// - Throws: `TableError` for UTF-16, and for a workbook.
  static func markLength(_ head: ArraySlice<UInt8>) throws(TableError) -> Int {
    if hasUTF8Mark(head) { return 3 }
    try refuseWorkbook(head)
    guard utf16(head) != nil else { return 0 }
    throw TableError(
      code: .utf16,
      message: """
        This is UTF-16 text, which cannot be read here. Save it again in UTF-8: in Excel choose Save As and \
        the type “CSV UTF-8 (Comma delimited)”.
        """)
  }

  /// Refuses the workbooks of spreadsheets, whose bytes would be read as a table of nonsense.
  static func refuseWorkbook(_ head: ArraySlice<UInt8>) throws(TableError) {
    // A zip archive, as workbooks are since 2007; before that, and with a password, a compound file.
    guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return }
    throw TableError(
      code: .workbook,
      message: """
        This is a workbook and not CSV. Open it in a spreadsheet and save the sheet as CSV: in Excel choose Save As and \
        the type “CSV UTF-8 (Comma delimited)”.
        """)
  }

  /// Whether a file begins with a UTF-8 byte order mark, which has three bytes.
  static func hasUTF8Mark(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// Whether a file that begins like this is UTF-16, by its byte order mark of two bytes, or because nearly every second
  /// byte is NUL and no other; and in which order its bytes are.
  static func utf16(_ head: ArraySlice<UInt8>) -> (order: ByteOrder, markLength: Int)? {
    if head.starts(with: [0xFF, 0xFE]) { return (.littleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.bigEndian, 2) }
    let pairs = head.count / 2
    guard pairs >= 2 else { return nil }
    var nuls = (even: 0, odd: 0)
    for (index, byte) in head.prefix(pairs * 2).enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { nuls.even += 1 } else { nuls.odd += 1 }
    }
    // Up to a quarter may be letters beyond ASCII and Latin 1.
    if nuls.odd == 0, nuls.even * 4 >= pairs * 3 { return (.bigEndian, 0) }
    return nuls.even == 0 && nuls.odd * 4 >= pairs * 3 ? (.littleEndian, 0) : nil
  }
}
