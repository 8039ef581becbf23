import Foundation
import Testing

@testable import MaturityTables

@Suite("the text of a table") struct TableTextTests {
  static let table = "Id,Gwir?\r\n1,\"tŷ, “iawn”\"\r\n2,😀\r\n"

  private func rows(_ text: TableText) -> [[String]] { Reading(text.bytes).text }

  @Test(
    "the encodings that spreadsheets write are one text",
    arguments: [
      String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian,
    ], [true, false])
  func encodings(_ encoding: String.Encoding, hasMark: Bool) throws {
    // Without a mark UTF-16 is known by its beginning, which is ASCII in any table of a form.
    let data = try #require(((hasMark ? "\u{FEFF}" : "") + Self.longHeader + Self.table).data(using: encoding))
    let text = TableText(Array(data))
    #expect(text.encoding == (encoding == .utf8 ? .utf8 : .utf16))
    #expect(String(decoding: text.bytes, as: UTF8.self) == Self.longHeader + Self.table)
    #expect(text.broken == 0)
  }

  private static let longHeader = "Id,Start time,Completion time,Email,Name,Which is closest to today\r\n"

  @Test("Windows-1252 is what Foundation says, byte for byte")
  func windows1252() throws {
    let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    for byte in UInt8(0x80)...0xFF where !undefined.contains(byte) {
      let expected = try #require(String(bytes: [0x61, byte, 0x62], encoding: .windowsCP1252))
      let text = TableText([0x61, byte, 0x62])
      #expect(text.encoding == .windows1252)
      #expect(String(decoding: text.bytes, as: UTF8.self) == expected, "\(byte)")
    }
    for byte in undefined {
      #expect(
        String(decoding: TableText([0x61, byte]).bytes, as: UTF8.self).unicodeScalars.last?.value == UInt32(byte))
    }
  }

  @Test(
    "a few damaged bytes do not make UTF-8 another encoding",
    arguments: [
      Array("a,tŷ a thŷ\n".utf8) + [0xFF, 0x0A],
      // One letter alone, and a byte cut off after it.
      Array("a,café\nb,caf".utf8) + [0xC3, 0x0A], Array("a,£5\nb,".utf8) + [0xE9, 0x2C, 0xE8, 0x2C, 0xA3, 0x2C, 0x92],
      // A byte order mark says what it is.
      [0xEF, 0xBB, 0xBF, 0x61, 0x2C, 0xE9],
    ])
  func damagedUTF8(_ bytes: [UInt8]) {
    let text = TableText(bytes)
    #expect(text.encoding == .utf8)
    #expect(text.firstOther == nil)
    #expect(text.bytes == (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes))
    #expect(Reading(text.bytes).problems.contains { $0.code == .invalidUTF8 })
  }

  @Test("what is read as Windows-1252 says which byte speaks against UTF-8, and what looks like it all the same")
  func otherByte() throws {
    let text = TableText([0x61, 0x0D, 0x0A, 0x62, 0x0D, 0x63, 0x0A, 0x31, 0x32, 0x33, 0xE9, 0x2C, 0x93, 0x0A])
    #expect(text.encoding == .windows1252)
    #expect(text.firstOther == TableText.OtherByte(line: 4, byte: 0xE9, letter: "é", lineOfUTF8: nil))
    // Five rows of one encoding, and then one of another.
    let mixed = TableText(Array(repeating: [0x80, 0x0A], count: 5).flatMap { $0 } + Array("é".utf8))
    #expect(mixed.firstOther == TableText.OtherByte(line: 1, byte: 0x80, letter: "€", lineOfUTF8: 6))
    // CAFÉ’S: two bytes that happen to be a letter of phonetic script in UTF-8.
    let capital = TableText([0x43, 0x41, 0x46, 0xC9, 0x92, 0x53, 0x20, 0xA3, 0x35])
    #expect(String(decoding: capital.bytes, as: UTF8.self) == "CAFÉ’S £5")
    #expect(capital.firstOther?.lineOfUTF8 == nil)
  }

  @Test("UTF-16 without a mark may have letters of other scripts near its beginning", arguments: [false, true])
  func utf16Letters(bigEndian: Bool) throws {
    let table = "Id,Tŷ,Gŵydd\r\n1,2,3\r\n"
    let data = try #require(table.data(using: bigEndian ? .utf16BigEndian : .utf16LittleEndian))
    let text = TableText(Array(data))
    #expect(text.encoding == .utf16)
    #expect(String(decoding: text.bytes, as: UTF8.self) == table)
  }

  @Test("halves of pairs and an odd byte in UTF-16 are counted and replaced")
  func brokenUTF16() {
    let text = TableText([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00, 0x00, 0xDC, 0x63])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}")
    #expect(text.broken == 3)
  }

  @Test(
    "semicolons and tabs between cells become commas",
    arguments: [
      ("a;b;c\r\n1;2,5;3\r\n", ";", [["a", "b", "c"], ["1", "2,5", "3"]]),
      ("a\tb\n\"x\ty\"\t\"say \"\"ja\"\"\"\n", "\t", [["a", "b"], ["x\ty", "say \"ja\""]]),
      (
        "a;b\n\"one\ntwo\";\"3,4\"\n5\" pipe, big;6\n", ";",
        [["a", "b"], ["one\ntwo", "3,4"], ["5\" pipe, big", "6"]]
      ),
      ("a;b\r1;2\r", ";", [["a", "b"], ["1", "2"]]),
      ("a,b;c\n1,2\n", ",", [["a", "b;c"], ["1", "2"]]),
      ("\"a;b;c\",d\n1,2\n", ",", [["a;b;c", "d"], ["1", "2"]]),
      ("only\nword\n", ",", [["only"], ["word"]]),
      ("a;b;\n1;2;\n", ";", [["a", "b", ""], ["1", "2", ""]]),
    ])
  func separators(_ file: String, _ separator: Unicode.Scalar, _ expected: [[String]]) {
    let text = TableText(Array(file.utf8))
    #expect(text.separator == separator)
    #expect(rows(text) == expected)
  }

  @Test("a first line that names the separator is left out, and counts as a line")
  func namedSeparator() {
    let text = TableText(Array("sep=;\r\na;b,c\r\n".utf8))
    #expect(text.separator == ";")
    #expect(text.linesBefore == 1)
    #expect(rows(text) == [["a", "b,c"]])
    #expect(TableText(Array("sep=,x\n".utf8)).linesBefore == 0)
    #expect(rows(TableText(Array("sep=,\nx;y,z\n".utf8))) == [["x;y", "z"]])
  }

  @Test("a table with commas stays as it is, whatever it holds", arguments: 0..<50)
  func commasStay(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array(",,\n\r\"ab ŷ".utf8)
    // Commas are as frequent as anything in the first line.
    let bytes = Array("x,y\n".utf8) + (0..<200).map { _ in alphabet.randomElement(using: &generator) ?? 0x61 }
    let text = TableText(bytes)
    if text.encoding == .utf8 { #expect(text.bytes == bytes) }
  }

  @Test("a table keeps its cells when semicolons stand for its commas", arguments: 0..<100)
  func separatedAlike(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", "b c", "", "\"q;,\"\"x\"", "1,5", "\"l\n2\"", "5\" x,y", "ŷ"]
    let rows = (0..<6).map { _ in (0..<3).map { _ in pieces.randomElement(using: &generator) ?? "" } }
    let file = "h;i;j\n" + rows.map { $0.joined(separator: ";") + "\n" }.joined()
    let expected = rows.map { row in
      row.map { cell in
        cell.hasPrefix("\"") ? String(cell.dropFirst().dropLast()).replacingOccurrences(of: "\"\"", with: "\"") : cell
      }
    }
    #expect(self.rows(TableText(Array(file.utf8))) == [["h", "i", "j"]] + expected)
  }

  @Test("a file over the limit is refused, and says so")
  func limit() throws {
    #expect(try TableText(.bytes(Array(repeating: 0x61, count: 100)), limit: 100).bytes.count == 100)
    let error = #expect(throws: TableError.self) {
      _ = try TableText(.bytes(Array(repeating: 0x61, count: 101)), limit: 100)
    }
    #expect(error?.code == .tableTooLarge)
  }
}
