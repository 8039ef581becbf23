import DigitalMaturity

/// The text of a file in UTF-8 without a byte order mark, whatever it was written in.
struct SourceText {
  /// The text.
  let bytes: [UInt8]

  /// Recodes UTF-16 with a byte order mark; leaves everything else for libyaml to check.
  init(_ bytes: [UInt8], file: String) throws(DocumentError) {
    if bytes.starts(with: Encoding.utf8Mark) {
      self.bytes = Array(bytes.dropFirst(Encoding.utf8Mark.count))
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.bytes = try Self.recoded(bytes, low: 0, file: file)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.bytes = try Self.recoded(bytes, low: 1, file: file)
    } else {
      self.bytes = bytes
    }
  }

  /// UTF-8 of UTF-16 whose first two bytes are a mark; `low` is the position of the low byte in each pair.
  private static func recoded(_ bytes: [UInt8], low: Int, file: String) throws(DocumentError) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
    }
    if bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) { return Array(text.utf8) }
    // Find the place only now that there is something to report.
    var parser = Unicode.UTF16.ForwardParser()
    var iterator = units.makeIterator()
    var before: [UInt8] = []
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) {
      before.append(contentsOf: String(decoding: scalar, as: UTF16.self).utf8)
    }
    let mark = Encoding.mark(at: before.count, in: before[...])
    throw DocumentError(
      Diagnostic(
        .encoding, "this is not valid UTF-16: half a character stands here; save the file as UTF-8",
        at: SourceLocation(file: file, line: mark.line, column: mark.column)))
  }

  /// A line, cut in two.
  struct Line {
    /// The line's text before a character.
    var before: String
    /// The line's text from the character on.
    var after: String
    /// The last line above that is not blank.
    var above: String
  }

  /// The line of a character; for messages only. O(bytes).
  /// - Parameter character: Counted from 0 in the whole text.
  func line(at character: Int) -> Line {
    var left = character
    // Each character has one byte that does not continue another.
    let position =
      bytes.firstIndex { byte in
        if byte & 0xC0 != 0x80 { left -= 1 }
        return left < 0
      } ?? bytes.count
    let start = lineStart(before: position)
    let end = bytes[position...].firstIndex(where: Self.endsLine) ?? bytes.count
    let aboveEnd = bytes[..<start].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    return Line(
      before: text(start..<position), after: text(position..<end), above: text(lineStart(before: aboveEnd)..<aboveEnd))
  }

  private func lineStart(before position: Int) -> Int {
    bytes[..<position].lastIndex(where: Self.endsLine).map { $0 + 1 } ?? 0
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
