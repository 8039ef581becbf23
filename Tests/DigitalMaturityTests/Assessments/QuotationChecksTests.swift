import Testing

@testable import DigitalMaturity

@Suite("Curly quotes round a plain value") struct QuotationChecksTests {
  private func warnings(_ title: String) throws -> [Diagnostic] {
    var files = SmallAssessment.yaml
    files["assessment.yaml"] = files["assessment.yaml"]?
      .replacing("title: Small assessment", with: "title: \(title)", maxReplacements: 1)
    return try SmallAssessment.vocabulary.readAssessment(from: MemorySource(texts: files)).warnings
  }

  @Test(arguments: ["“Small”", "”Small“", "‘Small’", "‘Our people’s work’", "“Small assessment”"])
  func areWarnedOf(_ title: String) throws {
    let warnings = try warnings(title)
    #expect(warnings.map(\.code) == [.curlyQuotes])
    #expect(warnings.first?.severity == .warning)
    #expect(warnings.first?.location == SourceLocation(file: "assessment.yaml", line: 4, column: 8))
  }

  @Test(
    arguments: [
      "Small", "“Small” and “large”", "“Small” work", "a “small”", "\"“Small”\"", "'“Small”'", "“Small", "’Small’",
      "‘a’ and ‘b’", "…Small…",
    ])
  func areTextElsewhere(_ title: String) throws { #expect(try warnings(title) == []) }

  @Test func aLoneQuoteIsText() {
    #expect(!AssessmentChecks.isInCurlyQuotes("“"))
    #expect(!AssessmentChecks.isInCurlyQuotes(""))
  }
}
