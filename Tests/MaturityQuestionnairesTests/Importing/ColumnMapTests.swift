import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import MaturityYAML
import Testing

@Suite("maps of columns to questions") struct ColumnMapTests {
  private func csv(_ text: String) throws(DocumentError) -> ColumnMap {
    try ColumnMap(csv: .bytes(Array(text.utf8)), file: "map.csv")
  }

  private func yaml(_ text: String) throws -> ColumnMap {
    let format = DocumentFormat.yaml
    return try ColumnMap(try format.read(Array(text.utf8), "map.yaml", .standard, DiagnosticLog()))
  }

  @Test("CSV and YAML say the same")
  func same() throws {
    let rows = try csv("column,question\n\"How well, really?\",data-1\nJob,directorate\nName of pet,-\nSpare,\n")
    let mapping = try yaml("\"How well, really?\": data-1\nJob: directorate\nName of pet: \"-\"\nSpare:\n")
    #expect(rows.entries.map(\.column) == ["How well, really?", "Job", "Name of pet", "Spare"])
    #expect(rows.entries.map(\.target) == ["data-1", "directorate", nil, nil])
    #expect(mapping.entries.map(\.column) == rows.entries.map(\.column))
    #expect(mapping.entries.map(\.target) == rows.entries.map(\.target))
    #expect(rows.entries[1].location == SourceLocation(file: "map.csv", line: 3, column: 1))
  }

  @Test("a map that is none has its places")
  func wrong() throws {
    let list = #expect(throws: DocumentError.self) { try yaml("- a\n- b\n") }
    #expect(list?.diagnostics.first?.code == .wrongType)
    let ragged = #expect(throws: DocumentError.self) { try csv("column,question\nHow well, really?,data-1\nalone\n") }
    #expect(ragged?.diagnostics.map(\.location?.line) == [2, 3])
    #expect(#expect(throws: DocumentError.self) { try csv("a,b\n") }?.diagnostics.first?.code == .missingColumn)
    #expect(#expect(throws: DocumentError.self) { try csv("") }?.diagnostics.first?.code == .emptyDocument)
  }

  @Test("entries that name no column of any file are told")
  func unused() throws {
    let map = try csv("column,question\nShares,data-1\nOther,people\n")
    let responses = try FormExample.read("Timestamp,Shares\nx,Agree\n", options: ImportOptions(map: map))
    #expect(responses.unusedEntries.map(\.column) == ["Other"])
    #expect(responses.report.contains("No column of the map: Other"))
  }
}
