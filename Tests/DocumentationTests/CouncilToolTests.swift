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

  @Test("the tutorial in steps shows files of the example as they are")
  func steps() throws {
    let folder = "\(Self.example)/Sources/CouncilTool"
    let tutorial = try Article.read("\(folder)/CouncilTool.docc/BuildATool.tutorial")
    let names = tutorial.matches(of: /@Code\(name: "([^"]+)", file: "([^"]+)"\)/).map { ($0.1, $0.2) }
    #expect(names.count == 8)
    for (name, file) in names {
      #expect(name == file)
      #expect(try Article.read("\(folder)/CouncilTool.docc/Resources/\(file)") == Article.read("\(folder)/\(file)"))
    }
  }

  /// Without blanks and line ends.
  private static func bare(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }
}
