/// Writes rows of cells as CSV (RFC 4180), in UTF-8, with CR LF line ends.
///
/// ```swift
/// var csv = CSVWriter()
/// csv.text("Area")
/// csv.number(3.5)
/// csv.endRow()
/// ```
///
/// Cells are quoted where they need it. What is written, ``CSVReader`` reads back cell for cell, including an
/// apostrophe that ``text(_:)`` has added, within its limits; only a NUL in a text is not read back. To write a large
/// table in parts, take ``bytes`` and call ``removeAll()`` after some rows.
public struct CSVWriter: Sendable {
  /// What was written since the start or the last ``removeAll()``.
  public private(set) var bytes: [UInt8] = []

  private var cellsInRow = 0
  /// Whether all cells of the row are empty so far.
  private var rowIsEmpty = true

  /// Makes a writer with nothing written.
  public init() {}

  /// Forgets what was written, and keeps the memory. A row that was begun goes on.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes a cell of text.
  ///
  /// A spreadsheet takes text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, which
  /// could act on the reader's machine. Such text gets an apostrophe in front.
  public mutating func text(_ text: String) {
    beginCell()
    append(text.utf8, isFormula: Self.isFormula(text.utf8.first))
  }

  /// Writes a cell with a whole number.
  public mutating func number(_ number: Int) {
    self.number(number.description)
  }

  /// Writes a cell with a number, in the fewest digits that read back as the same; empty if it is not finite.
  public mutating func number(_ number: Double) {
    self.number(number.isFinite ? number.description : "")
  }

  /// Writes a cell with a number already in text, such as `-0.50`, as it is: no apostrophe is put before it.
  ///
  /// Never pass it anything that a person has typed.
  public mutating func number(_ digits: String) {
    beginCell()
    append(digits.utf8, isFormula: false)
  }

  /// Ends the row. A row without cells writes nothing, because a blank line is not a record.
  public mutating func endRow() {
    if cellsInRow == 0 { return }
    // A row of one empty cell would be a blank line.
    if cellsInRow == 1 && rowIsEmpty { bytes.append(contentsOf: [ASCII.quote, ASCII.quote]) }
    bytes.append(contentsOf: [ASCII.carriageReturn, ASCII.lineFeed])
    cellsInRow = 0
    rowIsEmpty = true
  }

  private mutating func beginCell() {
    if cellsInRow > 0 { bytes.append(ASCII.comma) }
    cellsInRow += 1
  }

  private mutating func append(_ text: String.UTF8View, isFormula: Bool) {
    if text.isEmpty { return }
    rowIsEmpty = false
    let isQuoted = Self.needsQuotes(text)
    if isQuoted { bytes.append(ASCII.quote) }
    if isFormula { bytes.append(ASCII.apostrophe) }
    if isQuoted {
      for byte in text {
        if byte == ASCII.quote { bytes.append(ASCII.quote) }
        bytes.append(byte)
      }
      bytes.append(ASCII.quote)
    } else {
      bytes.append(contentsOf: text)
    }
  }

  private static func isFormula(_ first: UInt8?) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), ASCII.tab, ASCII.carriageReturn:
      true
    default: false
    }
  }

  private static func needsQuotes(_ text: String.UTF8View) -> Bool {
    for byte in text {
      switch byte {
      case ASCII.comma, ASCII.quote, ASCII.lineFeed, ASCII.carriageReturn: return true
      default: break
      }
    }
    // At the start of a file it would be taken for a byte order mark.
    return text.first == 0xEF && text.starts(with: "\u{FEFF}".utf8)
  }
}
