import DigitalMaturity
import Testing

@Suite struct DiagnosticTests {
  private func at(_ file: String, _ line: Int, _ column: Int) -> DigitalMaturity.SourceLocation {
    DigitalMaturity.SourceLocation(file: file, line: line, column: column)
  }

  @Test func printsItsPlaceWordsAndCode() {
    #expect(Diagnostic(.limit, "too much", at: at("a.yaml", 2, 3)).description == "a.yaml:2:3: error: too much [limit]")
    #expect(
      Diagnostic(.unknownKey, severity: .warning, "what", path: ModelPath.root["areas"][2]["name"]).description
        == "areas[2].name: warning: what [unknown-key]")
    #expect(Diagnostic(.include, "no").description == "error: no [include]")
  }

  @Test func theLogSortsByFileLineAndColumn() {
    let log = DiagnosticLog()
    log.error(.syntax, "1", at: at("b", 9, 1))
    log.error(.syntax, "2")
    log.error(.syntax, "3", at: at("a", 1, 1))
    log.warning(.syntax, "4", at: at("b", 2, 5))
    log.error(.syntax, "5", at: at("b", 2, 5))
    log.error(.syntax, "6", at: at("b", 2, 4))
    #expect(log.sorted.map(\.message) == ["6", "4", "5", "1", "3", "2"])
  }

  @Test func onlyErrorsAreThrown() {
    let log = DiagnosticLog()
    log.warning(.syntax, "w")
    #expect(!log.hasErrors)
    #expect(throws: Never.self) { try log.throwIfErrors() }
    log.error(.syntax, "e")
    #expect(throws: DocumentError(log.diagnostics)) { try log.throwIfErrors() }
  }

  @Test func aPathLeadsToTheNearestPlaceThatExists() throws {
    let document = try JSONReader.read(Array(#"{"a": [{"b": 1}, 2]}"#.utf8), file: "a.json")
    func column(_ path: ModelPath) -> Int { document.location(of: path).column }
    #expect(column(.root) == 1)
    #expect(column(ModelPath.root["a"][0]["b"]) == 14)
    #expect(column(ModelPath.root["a"][1]) == 18)
    #expect(column(ModelPath.root["a"][0]["x"]["y"]) == 8)
    #expect(column(ModelPath.root["a"][7]) == 7)
    #expect(column(ModelPath.root["x"]) == 1)
  }
}
