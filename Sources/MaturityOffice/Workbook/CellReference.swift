/// The place of a cell in a sheet, such as C12: column 3, row 12. Both count from 1.
public struct CellReference: Sendable, Hashable, CustomStringConvertible {
  /// The column, from 1 (A) to 16,384 (XFD).
  public let column: Int
  /// The row, from 1 to 1,048,576.
  public let row: Int

  /// The last column that a sheet can have: XFD.
  public static let lastColumn = 16_384
  /// The last row that a sheet can have.
  public static let lastRow = 1_048_576

  /// Makes a place; it need not lie in a sheet.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads a place such as `C12`, in capitals or not; nil when it is none, or lies outside of every sheet.
  public init?(_ text: String) { self.init(Array(text.utf8).span) }

  init?(_ text: Span<UInt8>) {
    var at = 0
    var column = 0
    while at < text.count, at < 4 {
      let letter = text[at] & 0xDF
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { break }
      column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
      at += 1
    }
    guard (1...Self.lastColumn).contains(column), let row = Self.row(text.extracting(at..<text.count)) else {
      return nil
    }
    self.init(column: column, row: row)
  }

  /// Reads a row's number; nil when it is none.
  static func row(_ digits: Span<UInt8>) -> Int? {
    guard (1...7).contains(digits.count), digits[0] != UInt8(ascii: "0") else { return nil }
    var row = 0
    for index in 0..<digits.count {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digits[index]) else { return nil }
      row = row * 10 + Int(digits[index] - UInt8(ascii: "0"))
    }
    return (1...lastRow).contains(row) ? row : nil
  }

  /// The letters of a column, such as `AB` for 28; empty below 1.
  public static func letters(ofColumn column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The place as a sheet shows it, such as `C12`.
  public var description: String { "\(Self.letters(ofColumn: column))\(row)" }
}
