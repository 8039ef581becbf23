import MaturityTables
import Testing

@Suite("Table limits and refusals")
struct TableLimitsTests {
  @Test("a cell may hold the limit, and not a byte more")
  func cell() {
    let limits = TableLimits(bytesPerCell: 8)
    #expect(Reading("a,12345678\n\"1\"\"345678\",b", limits: limits).error == nil)

    let plain = Reading("a,b\n1\n\nc,123456789,d\ne,f", limits: limits)
    #expect(plain.text == [["a", "b"], ["1"]])
    #expect(plain.error?.code == .cellTooLarge)
    #expect(plain.error?.record == 2)
    #expect(plain.error?.line == 4)
    #expect(plain.error?.column == 2)

    let quoted = Reading("a\n\"x\ny\",\"123456789\"", limits: limits)
    #expect(quoted.text == [["a"]])
    #expect(quoted.error?.code == .cellTooLarge)
    #expect(quoted.error?.record == 1)
    #expect(quoted.error?.line == 3)
    #expect(quoted.error?.column == 2)
    #expect(quoted.error?.description.hasPrefix("line 3, column 2: This cell is longer than 8 bytes.") == true)
  }

  @Test("a record may have the limit of cells, and not one more", arguments: [false, true])
  func columns(quoted: Bool) {
    let cell = quoted ? "\"1\"" : "1"
    let limits = TableLimits(columns: 20)
    let most = Array(repeating: cell, count: 20).joined(separator: ",")
    #expect(Reading(most, limits: limits).rows.first?.count == 20)
    let reading = Reading("a\n\(most),\(cell)\n", limits: limits)
    #expect(reading.text == [["a"]])
    #expect(reading.error?.code == .tooManyColumns)
    #expect(reading.error?.record == 1)
    #expect(reading.error?.line == 2)
    #expect(reading.error?.column == 21)
  }

  @Test("a record may hold the limit of bytes, and not one more")
  func record() {
    let limits = TableLimits(bytesPerRecord: 10)
    #expect(Reading("12345,7890\r\n12345,7890", limits: limits).rows.count == 2)
    let reading = Reading("a\n12345,78901\r\nb\n", limits: limits)
    #expect(reading.text == [["a"]])
    #expect(reading.error?.code == .recordTooLarge)
    #expect(reading.error?.record == 1)
    #expect(reading.error?.line == 2)
    #expect(reading.error?.column == nil)
  }

  @Test("limits are moved into their range")
  func range() {
    let none = TableLimits(bytesPerCell: 0, bytesPerRecord: -1, columns: .min)
    #expect(none == TableLimits(bytesPerCell: 1, bytesPerRecord: 1, columns: 1))
    let all = TableLimits(bytesPerCell: .max, bytesPerRecord: .max, columns: .max)
    #expect(all == TableLimits(bytesPerCell: 1 << 30, bytesPerRecord: 1 << 30, columns: 1 << 30))
  }

  @Test("the standard limits stop a file that is no table, and let a large cell through")
  func standard() {
    let long = Reading(
      Array("a\nb,\"".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 17 << 20) + Array("\"".utf8))
    #expect(long.text == [["a"]])
    #expect(long.error?.code == .cellTooLarge)
    #expect(long.error?.line == 2)
    #expect(long.error?.column == 2)
    #expect(Reading([UInt8](repeating: UInt8(ascii: ","), count: 1_000_000)).error?.code == .tooManyColumns)
    let quotes = Reading([UInt8](repeating: UInt8(ascii: "\""), count: 1_000_000))
    #expect(quotes.rows == [[[UInt8](repeating: UInt8(ascii: "\""), count: 499_999)]])
  }

  @Test("an error is thrown again by each later call")
  func again() throws {
    var reader = CSVReader(.bytes(Array("a\nb,c\nd".utf8)), limits: TableLimits(columns: 1))
    #expect(try reader.next()?.count == 1)
    for _ in 0..<2 {
      do {
        _ = try reader.next()
        Issue.record("nothing was thrown")
      } catch {
        #expect(error.code == .tooManyColumns)
      }
    }
  }

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
  }

  @Test(
    "UTF-16 is refused, with or without a byte order mark",
    arguments: ["\u{FEFF}id,role\r\n1,2\r\n", "id,role\r\n1,2\r\n", "\u{FEFF}", "\u{FEFF}日本"], [false, true])
  func refusesUTF16(text: String, bigEndian: Bool) {
    let reading = Reading(Self.utf16(text, bigEndian: bigEndian))
    #expect(reading.rows.isEmpty)
    #expect(reading.error?.code == .utf16)
    #expect(reading.error?.line == nil)
    #expect(reading.error?.description.contains("UTF-8") == true)
  }

  @Test(
    "workbooks are refused by name, from memory and in chunks",
    arguments: [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]] as [[UInt8]])
  func refusesWorkbooks(head: [UInt8]) {
    let bytes = head + Array("\u{14},\nxl/workbook.xml\n".utf8)
    let reading = Reading(bytes)
    #expect(reading.rows.isEmpty)
    #expect(reading.error?.code == .workbook)
    #expect(reading.error?.message.contains("save the sheet as CSV") == true)
    #expect(throws: TableError.self) { _ = try TableText(.bytes(bytes)) }
    var chunks = ChunkReader(.bytes(bytes))
    #expect(throws: TableError.self) { _ = try chunks.next() }
    // Text that begins alike is text.
    #expect(Reading("PK,name\n1,a\n").error == nil)
  }

  @Test("a few NUL bytes are not UTF-16")
  func someNULs() {
    #expect(Reading("a\u{0}b,\u{0}\n").error == nil)
    #expect(Reading("\u{0}\u{0}\u{0}\u{0}\u{0}\n").rows.count == 1)
  }
}
