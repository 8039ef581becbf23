import MaturityOffice
import Testing

@Suite("Cell references")
struct CellReferenceTests {
  @Test(
    "places of a sheet", arguments: [("A1", 1, 1), ("Z9", 26, 9), ("AA10", 27, 10), ("XFD1048576", 16_384, 1_048_576)])
  func places(text: String, column: Int, row: Int) {
    #expect(CellReference(text) == CellReference(column: column, row: row))
    #expect(CellReference(column: column, row: row).description == text)
  }

  @Test(
    "what is none",
    arguments: ["", "A", "1", "A0", "A01", "XFE1", "A1048577", "AAAA1", "A1B", "Á1", "A-1", "A99999999"])
  func none(text: String) {
    #expect(CellReference(text) == nil)
  }

  @Test("every column's letters read back")
  func letters() {
    for column in 1...CellReference.lastColumn {
      #expect(CellReference("\(CellReference.letters(ofColumn: column))1")?.column == column)
    }
  }
}
