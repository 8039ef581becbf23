/// What the first bytes of a table say of its encoding.
enum TextEncoding {
  /// The bytes on which the encoding is judged, however few of them a read gives.
  static let bytesJudged = 64

  /// The length of a UTF-8 byte order mark at the start of a file; 0 when there is none.
  /// - Throws: `TableError` for UTF-16.
  static func markLength(_ head: ArraySlice<UInt8>) throws(TableError) -> Int {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
    guard isUTF16(head) else { return 0 }
    throw TableError(
      code: .utf16,
      message: """
        This is UTF-16 text, which cannot be read here. Save it again in UTF-8: in Excel choose Save As and \
        the type “CSV UTF-8 (Comma delimited)”.
        """)
  }

  /// Whether a file that begins like this is UTF-16: by its byte order mark, or because every second byte is NUL.
  private static func isUTF16(_ head: ArraySlice<UInt8>) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    let pairs = head.count / 2
    guard pairs >= 2 else { return false }
    var nuls = (even: 0, odd: 0)
    for (index, byte) in head.prefix(pairs * 2).enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { nuls.even += 1 } else { nuls.odd += 1 }
    }
    return nuls == (pairs, 0) || nuls == (0, pairs)
  }
}
