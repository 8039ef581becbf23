/// What stands between the cells of a table: found in its first line, and replaced by commas.
struct TableSeparation: Sendable {
  /// A comma, a semicolon or a tab.
  let separator: UInt8
  /// Where the table begins: after a first line that names the separator.
  let textStart: Int

  init(_ text: [UInt8]) {
    if let (named, start) = Self.named(text) {
      separator = named
      textStart = start
    } else {
      separator = Self.mostFrequent(text)
      textStart = 0
    }
  }

  /// A first line such as `sep=;`, which spreadsheets write and read.
  private static func named(_ text: [UInt8]) -> (separator: UInt8, end: Int)? {
    guard text.count >= 5, text[4] == ASCII.comma || text[4] == semicolon || text[4] == ASCII.tab,
      text.prefix(4).elementsEqual("sep=".utf8)
    else { return nil }
    var end = 5
    if end < text.count, text[end] == ASCII.carriageReturn { end += 1 }
    if end < text.count, text[end] == ASCII.lineFeed { end += 1 }
    return end > 5 || end == text.count ? (text[4], end) : nil
  }

  private static let semicolon = UInt8(ascii: ";")

  /// The separator that stands most often outside quotation marks in the first line with one.
  private static func mostFrequent(_ text: [UInt8]) -> UInt8 {
    var (commas, semicolons, tabs) = (0, 0, 0)
    var isInQuotes = false
    for byte in text {
      switch byte {
      case ASCII.quote: isInQuotes.toggle()
      case ASCII.comma where !isInQuotes: commas += 1
      case semicolon where !isInQuotes: semicolons += 1
      case ASCII.tab where !isInQuotes: tabs += 1
      case ASCII.lineFeed where !isInQuotes && commas + semicolons + tabs > 0,
        ASCII.carriageReturn where !isInQuotes && commas + semicolons + tabs > 0:
        return winner(commas, semicolons, tabs)
      default: break
      }
    }
    return winner(commas, semicolons, tabs)
  }

  private static func winner(_ commas: Int, _ semicolons: Int, _ tabs: Int) -> UInt8 {
    if commas >= max(semicolons, tabs) { return ASCII.comma }
    return semicolons >= tabs ? semicolon : ASCII.tab
  }

  /// The table with commas between its cells. A cell that holds a comma is put in quotation marks; one that stands in
  /// them is copied as it is, line ends included. O(bytes).
  func withCommas(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 16)
    var at = 0
    while at < text.count {
      if text[at] == ASCII.quote {
        at = Self.copyQuoted(text, from: at, to: &output)
      } else {
        at = copyPlain(text, from: at, to: &output)
      }
      // What follows a cell: a separator, a line end, or text after a closing mark, which stays where it is.
      while at < text.count, text[at] != separator, !Self.isLineEnd(text[at]) {
        output.append(text[at])
        at += 1
      }
      guard at < text.count else { break }
      output.append(text[at] == separator ? ASCII.comma : text[at])
      at += 1
    }
    return output
  }

  /// Copies a cell in quotation marks; returns the place after its closing mark.
  private static func copyQuoted(_ text: [UInt8], from start: Int, to output: inout [UInt8]) -> Int {
    output.append(ASCII.quote)
    var at = start + 1
    while at < text.count {
      let byte = text[at]
      output.append(byte)
      at += 1
      guard byte == ASCII.quote else { continue }
      guard at < text.count, text[at] == ASCII.quote else { return at }
      output.append(ASCII.quote)
      at += 1
    }
    return at
  }

  /// Copies a cell without quotation marks around it; returns the place after it.
  private func copyPlain(_ text: [UInt8], from start: Int, to output: inout [UInt8]) -> Int {
    var end = start
    var hasComma = false
    while end < text.count, text[end] != separator, !Self.isLineEnd(text[end]) {
      hasComma = hasComma || text[end] == ASCII.comma
      end += 1
    }
    if hasComma {
      output.append(ASCII.quote)
      for byte in text[start..<end] {
        if byte == ASCII.quote { output.append(byte) }
        output.append(byte)
      }
      output.append(ASCII.quote)
    } else {
      output.append(contentsOf: text[start..<end])
    }
    return end
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == ASCII.lineFeed || byte == ASCII.carriageReturn }
}
