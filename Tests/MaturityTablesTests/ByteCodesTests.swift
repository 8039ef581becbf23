import Testing

@testable import MaturityTables

@Suite("Byte codes")
struct ByteCodesTests {
  /// Digits and letters have codes, and a cell without a byte.
  private static let table: [UInt8] = (0..<256).map { byte in
    switch byte {
    case 0x2C: 200
    case 0x30...0x39: UInt8(byte) - 0x30
    case 0x41...0x5A, 0x61...0x7A: UInt8(byte)
    default: ByteCodes.none
    }
  }

  /// Cells of one byte or none from a comma on, one by one, as far as they begin in whole sixty-fours of bytes.
  private static func read(_ bytes: [UInt8], most: Int) -> (codes: [UInt8], end: Int) {
    var (codes, end): ([UInt8], Int) = ([], 0)
    var at = 1
    let last = 1 + (bytes.count - 1) / ByteMask.length * ByteMask.length
    while codes.count < most {
      let comma = at < last && bytes[at] == 0x2C ? at : at + 1
      guard comma < last, bytes[comma] == 0x2C else { break }
      codes.append(table[Int(bytes[at])])
      at = comma + 1
      end = at
    }
    return codes.contains(ByteCodes.none) ? ([], 0) : (codes, end)
  }

  /// A cell as it stands in a file: mostly of one known byte or none; one in `oddity` any other.
  private static func cell(_ oddity: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    if Int.random(in: 0..<oddity, using: &generator) > 0 {
      return ["1", "5", "z", "", "7"].randomElement(using: &generator).map { Array($0.utf8) } ?? []
    }
    let odd: [[UInt8]] = [
      [0x0A], [0x22], [0x80], [0xB1], [0xAC], [0x31, 0x31], Array("three".utf8), [0xC3, 0xA9], [0],
    ]
    return odd.randomElement(using: &generator) ?? []
  }

  @Test(
    "cells of one byte have the codes that they have one by one, of any number, wherever they start",
    arguments: [true, false], [8, 100, 10_000])
  func shortCells(together: Bool, oddity: Int) {
    var generator = SeededGenerator(seed: UInt64(oddity))
    for round in 0..<800 {
      let count = Int.random(in: 0...200, using: &generator)
      let cells: [UInt8] = (0..<count).flatMap { _ in Self.cell(oddity, &generator) + [0x2C] }
      let before = Int.random(in: 0..<70, using: &generator)
      let bytes: [UInt8] = Array(repeating: 0x31, count: before) + [0x2C] + cells + Array("9\nid".utf8)
      let most = round % 3 == 0 ? Int.random(in: 0...90, using: &generator) : 250
      let (codes, end) = Self.read(Array(bytes[before...]), most: most)
      var all = Array(repeating: UInt8(77), count: 300)
      let start = Int.random(in: 0..<50, using: &generator)
      var span = all.mutableSpan
      let read = ByteCodes.readShortCells(
        bytes.span.extracting(before...), Self.table.span, into: &span, at: start..<start + most, together: together)
      #expect(read.count == codes.count && read.end == end, "\(bytes)")
      #expect(Array(all[start..<start + read.count]) == codes, "\(bytes)")
      #expect(all[..<start].allSatisfy { $0 == 77 } && all[(start + most)...].allSatisfy { $0 == 77 })
      if read.count > 0 { #expect(all[(start + read.count)...].allSatisfy { $0 == 77 }) }
    }
  }

  @Test("rows become columns", arguments: [16, 64, 448], [0, 16, 48, 80])
  func transpose(count: Int, width: Int) {
    var generator = SeededGenerator(seed: UInt64(count + width))
    let rows = (0..<count * width).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var columns = Array(repeating: UInt8(0), count: rows.count)
    var span = columns.mutableSpan
    ByteCodes.transpose(rows.span, width: width, into: &span)
    let expected = (0..<width).flatMap { column in (0..<count).map { rows[$0 * width + column] } }
    #expect(columns == expected)
  }

  @Test("neither reads nor writes beyond an end")
  func ends() async {
    await #expect(processExitsWith: .failure) {
      var codes = [UInt8](repeating: 0, count: 10)
      var span = codes.mutableSpan
      _ = ByteCodes.readShortCells(
        [UInt8](repeating: 0x2C, count: 200).span, [UInt8](repeating: 1, count: 256).span, into: &span, at: 0..<11)
    }
    await #expect(processExitsWith: .failure) {
      var columns = [UInt8](repeating: 0, count: 255)
      var span = columns.mutableSpan
      ByteCodes.transpose([UInt8](repeating: 0, count: 256).span, width: 16, into: &span)
    }
  }
}
