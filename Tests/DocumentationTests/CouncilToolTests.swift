import Testing

/// The tutorial shows lines of an example, which `scripts/test` builds and tests as a package of its own.
@Suite struct CouncilToolTests {
  static let example = "Examples/EmbeddedScorecard"
  static let files =
    ["Package.swift", "Tests/CouncilToolTests/DurationKindTests.swift"]
    + [
      "Counter", "DigitalServices", "DigitalServices+Programme", "DurationKind", "MetricsFormat", "NextSteps", "Sample",
      "Service", "Survey",
    ].map { "Sources/CouncilTool/\($0).swift" }

  @Test("every line of Swift stands in the example, together with those beside it")
  func lines() throws {
    let sources = try Self.files.map { Self.bare(try Article.read("\(Self.example)/\($0)")) }
    let blocks = try Article("\(Article.catalogue)/BuildACouncilTool.md").blocks("swift")
    #expect(blocks.count > 10)
    for block in blocks {
      let code = Self.bare(block.text)
      #expect(sources.contains { $0.contains(code) }, "\(block): \(block.text)")
    }
  }

  /// Without blanks and line ends.
  private static func bare(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }
}
