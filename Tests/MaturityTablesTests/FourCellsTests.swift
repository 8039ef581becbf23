import Testing

@testable import MaturityTables

@Suite("Four cells in eight bytes")
struct FourCellsTests {
  @Test("cells are where splitting at commas finds them", arguments: 0..<256)
  func cells(commas: Int) {
    let bytes = (0..<8).map { commas >> $0 & 1 == 1 ? "," : "\($0)" }.joined()
    // What follows the last comma has no end yet.
    let cells = bytes.split(separator: ",", omittingEmptySubsequences: false).dropLast().prefix(4)
    let four = FourCells.all()[commas]
    guard cells.count == 4, cells.allSatisfy({ $0.count <= 1 }) else {
      #expect(four.length == 0)
      return
    }
    #expect(Int(four.length) == cells.reduce(4) { $0 + $1.count })
    let utf8 = Array(bytes.utf8)
    let shifts = [four.shifts.0, four.shifts.1, four.shifts.2, four.shifts.3]
    #expect(zip(cells, shifts).allSatisfy { utf8[Int($1) / 8] == $0.utf8.first ?? UInt8(ascii: ",") })
  }
}
