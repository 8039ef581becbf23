/// What can be told of a text's encoding from its bytes.
package enum Encoding {
  /// The byte order mark that some editors write in front of UTF-8.
  package static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The number of bytes before the first one that breaks UTF-8. O(bytes).
  package static func validUTF8Prefix(of bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var valid = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded): valid += encoded.count
      case .emptyInput, .error: return valid
      }
    }
  }

  /// The line and column of the byte at `offset` in UTF-8, counted from the first of `bytes`. O(bytes).
  package static func mark(at offset: Int, in bytes: ArraySlice<UInt8>) -> DocumentBuilder.Mark {
    let before = bytes.prefix(upTo: min(max(offset, bytes.startIndex), bytes.endIndex))
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? before.startIndex
    return DocumentBuilder.Mark(
      line: before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) },
      column: before[lineStart...].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
  }
}
