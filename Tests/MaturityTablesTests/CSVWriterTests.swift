import MaturityTables
import Testing

@Suite("CSV writer")
struct CSVWriterTests {
  private static func written(_ write: (inout CSVWriter) -> Void) -> String {
    var writer = CSVWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "quotes a cell where it needs it and neutralises formulas",
    arguments: [
      ("plain", "plain"), ("", "\"\""), (" a ", " a "), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("\"", "\"\"\"\""),
      ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("a\rb", "\"a\rb\""), ("café", "café"),
      ("\u{FEFF}a", "\"\u{FEFF}a\""), ("=1+1", "'=1+1"), ("+44 24", "'+44 24"), ("-1", "'-1"), ("@sum", "'@sum"),
      ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("a=1", "a=1"), ("'=1", "'=1"),
    ])
  func text(cell: String, expected: String) {
    let written = Self.written {
      $0.text(cell)
      $0.endRow()
    }
    // Compared as bytes: as text, CR LF is one character and some letters are equal to others.
    #expect(Array(written.utf8) == Array((expected + "\r\n").utf8))
  }

  @Test("writes numbers as they are")
  func numbers() {
    let written = Self.written {
      $0.number(-12)
      $0.number(3.5)
      $0.number(-0.25)
      $0.number(0.1 + 0.2)
      $0.number(Double.nan)
      $0.number(-Double.infinity)
      $0.number("-0.50")
      $0.number("+1,5")
      $0.endRow()
    }
    #expect(written == "-12,3.5,-0.25,0.30000000000000004,,,-0.50,\"+1,5\"\r\n")
  }

  @Test("rows, empty cells and rows without cells")
  func rows() {
    let written = Self.written {
      $0.endRow()
      $0.text("")
      $0.text("")
      $0.endRow()
      $0.text("")
      $0.endRow()
      $0.number(Double.nan)
      $0.endRow()
      $0.text("a")
      $0.endRow()
      $0.endRow()
    }
    #expect(written == ",\r\n\"\"\r\n\"\"\r\na\r\n")
  }

  @Test("parts taken between calls make the whole", arguments: 1...3)
  func parts(every: Int) {
    var whole = CSVWriter()
    var writer = CSVWriter()
    var taken: [UInt8] = []
    for index in 0..<20 {
      whole.text("cell \(index), \"x\"")
      writer.text("cell \(index), \"x\"")
      if index.isMultiple(of: 4) {
        whole.endRow()
        writer.endRow()
      }
      if index.isMultiple(of: every) {
        taken += writer.bytes
        writer.removeAll()
      }
    }
    #expect(taken + writer.bytes == whole.bytes)
  }

  private static func randomText(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "\"", ",", "\r", "\n", "\r\n", "=", "-", "+", "@", "\t", "'", " ", "a", "é", "日本", "🏛", "\u{FEFF}", "12345678",
      "plain text",
    ]
    return (0..<Int.random(in: 0...6, using: &generator))
      .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
  }

  @Test("what is written is read back, with the apostrophe where there is one", arguments: 0..<8)
  func roundTrip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var writer = CSVWriter()
      var expected: [[[UInt8]]] = []
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        var row: [[UInt8]] = []
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
          if Int.random(in: 0..<4, using: &generator) == 0 {
            let number = Int.random(in: -9...9, using: &generator)
            writer.number(number)
            row.append(Array(number.description.utf8))
          } else {
            let text = Self.randomText(&generator)
            writer.text(text)
            let isFormula = ["=", "+", "-", "@", "\t", "\r"].contains { text.unicodeScalars.first == $0 }
            row.append(Array(((isFormula ? "'" : "") + text).utf8))
          }
        }
        writer.endRow()
        expected.append(row)
      }
      let reading = Reading(writer.bytes, rows: Int.random(in: 1...9, using: &generator))
      #expect(reading.rows == expected)
      #expect(reading.problems.isEmpty)
      #expect(reading.error == nil)
    }
  }
}
