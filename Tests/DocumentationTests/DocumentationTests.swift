import DigitalMaturity
import MaturityQuestionnaires
import MaturityReports
import MaturityScoringRules
import MaturitySkills
import MaturityTables
import MaturityYAML
import Testing

/// What the documentation says is tried here, so that it stays true.
@Suite struct DocumentationTests {
  static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    vocabulary.addSkills()
    vocabulary.addReports()
    vocabulary.addWeakestMean()
    return vocabulary
  }()

  static let officers = "\(Article.catalogue)/WriteAnAssessment.md"

  static func read(_ yaml: String, beside files: [String: String] = [:]) throws -> Assessment {
    let texts = files.merging(["assessment.yaml": yaml]) { $1 }
    return try vocabulary.readAssessment(from: MemorySource(texts: texts))
  }

  @Test("assessments can be read, without a warning", arguments: Article.paths)
  func documents(_ path: String) throws {
    let article = try Article(path)
    for block in article.documents + article.variants {
      do {
        let assessment = try Self.read(block.text, beside: article.files)
        #expect(assessment.warnings == [], "\(path), \(block)")
      } catch {
        Issue.record("\(path), \(block): \(error)")
      }
    }
  }

  @Test("the pages show what the tests look for")
  func counts() throws {
    let article = try Article(Self.officers)
    #expect(article.documents.count == 1)
    #expect(article.variants.count >= 6)
    #expect(article.files.count == 1)
    #expect(try Article("README.md").documents.count == 1)
    #expect(try Article.paths.flatMap { try Article($0).blocks("swift") }.count >= 12)
  }

  // MARK: Swift

  @Test("Swift is compiled: it stands in Snippets.swift", arguments: Article.paths)
  func swift(_ path: String) throws {
    let compiled = Self.bare(try Article.read("Tests/DocumentationTests/Snippets.swift"))
    for block in try Article(path).blocks("swift") where !block.text.contains("// Package.swift") {
      let lines = block.text.split(separator: "\n")
      let imports = lines.filter { $0.hasPrefix("import ") }
      if path == "README.md", lines.count <= 3 { continue }
      for line in imports { #expect(compiled.contains(Self.bare("\(line)")), "\(path), \(block): \(line)") }
      let code = lines.filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
      #expect(compiled.contains(Self.bare(code)), "\(path), \(block) is not in Snippets.swift")
    }
  }

  /// Without blanks and line ends.
  private static func bare(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }

  @Test("manifests name products that exist", arguments: Article.paths)
  func manifests(_ path: String) throws {
    let manifest = try Article.read("Package.swift")
    for block in try Article(path).blocks("swift") where block.text.contains("// Package.swift") {
      for part in block.text.split(separator: "product(name: \"").dropFirst() {
        let name = part.prefix { $0 != "\"" }
        #expect(manifest.contains(".library(name: \"\(name)\""), "\(path), \(block): \(name)")
      }
    }
  }

  // MARK: What is printed

  @Test(
    "the errors shown are the errors there are",
    arguments: [
      (officers, [("target: 3\n", "traget: 3\n"), ("weighted-mean", "weighted-maen")]),
      ("README.md", [("target: 4\n", "traget: 4\n")]),
    ])
  func errors(_ path: String, _ mistakes: [(String, String)]) throws {
    let article = try Article(path)
    var yaml = try #require(article.documents.first).text
    for (right, wrong) in mistakes { yaml = Self.replacingFirst(right, with: wrong, in: yaml) }
    let error = try #require(throws: DocumentError.self) { try Self.read(yaml) }
    #expect(error.diagnostics.count == mistakes.count)
    for diagnostic in error.diagnostics {
      #expect(article.text.contains("\nour-assessment/\(diagnostic)\n"), "\(path): \(diagnostic)")
    }
    let count = mistakes.count == 1 ? "1 error" : "\(mistakes.count) errors"
    #expect(article.text.contains("\nour-assessment: \(count)\n"))
  }

  private static func replacingFirst(_ part: String, with other: String, in text: String) -> String {
    let parts = text.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.joined(separator: other)
  }

  @Test("the results shown are the results there are")
  func results() throws {
    let article = try Article(Self.officers)
    let assessment = try Self.read(try #require(article.documents.first).text)
    let questionnaire = try #require(assessment.questionnaires.first)
    let scorer = try Scorer(assessment, questionnaire: questionnaire.id, effectsOn: Subject(.area, "online"))
    var tally = scorer.makeTally()
    let answers = Array(try #require(article.blocks("csv").first).text.utf8)
    var reader = try ResponseReader(.bytes(answers), file: "answers.csv", questionnaire: questionnaire)
    while let sheet = try reader.next() { scorer.tally(sheet, into: &tally) }
    #expect(reader.problems.list == [])
    let scorecard = scorer.scorecard(tally).published(under: DisclosurePolicy(threshold: 5))
    let context = ReportContext(assessment: assessment, scorecards: [scorecard])

    var table = ByteOutput()
    TextTableReportFormat().write(context, to: &table)
    let explanation = try #require(context.explanation(of: Subject(.area, "online"), in: scorecard)).text
    let shown = article.blocks("text").map(\.text)
    #expect(shown.contains { $0.hasPrefix("Area  ") && table.text.contains($0) }, "\(table.text)")
    #expect(shown.contains(explanation), "\(explanation)")
  }

  // MARK: Languages

  @Test("the file of words that is shown is one, and the assessment beside it is whole in both languages")
  func words() throws {
    let article = try Article("\(Article.catalogue)/WriteInTwoLanguages.md")
    let words = try Self.vocabulary.readCatalogue(from: MemorySource(texts: article.files), path: "cy.yaml")
    #expect(words.language == "cy" && words.isDraft)
    let assessment = try Self.read(try #require(article.documents.first).text)
    for language in ["en", "cy"] { #expect(assessment.coverage(in: language).fallbacks == []) }
  }

  // MARK: Tables

  @Test("every key of the schemas stands in the tables")
  func keys() throws {
    let tables = try #require(try Article(Self.officers).text.split(separator: "\n## All keys\n").last)
    for schema in ["assessment", "areas", "questionnaire", "actions", "skills", "common"] {
      let path = "Assessments/schema/\(schema).schema.json"
      let document = try JSONReader.read(try Article.root.bytes(at: path, limit: 1 << 24), file: path)
      for key in Self.keys(in: document.root) where key != "en" && key != "cy" {
        #expect(tables.contains("`\(key)`"), "\(schema): \(key)")
      }
    }
  }

  /// The names of all properties that a schema declares.
  private static func keys(in node: DocumentNode) -> Set<String> {
    var keys: Set<String> = []
    for (key, value) in node.members {
      if key.text == "properties" { keys.formUnion(value.members.compactMap(\.key.text)) }
      keys.formUnion(Self.keys(in: value))
    }
    for element in node.elements { keys.formUnion(Self.keys(in: element)) }
    return keys
  }

  @Test("every kind and rule stands in the tables, and no other")
  func kindsAndRules() throws {
    let text = try Article(Self.officers).text
    func rows(of heading: String) throws -> Set<String> {
      let table = try #require(text.split(separator: "\n| \(heading) |").dropFirst().first)
      let lines = table.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
      let rows = lines.prefix { $0.hasPrefix("|") }
      return Set(rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) })
    }
    #expect(try rows(of: "kind") == Set(Self.vocabulary.kinds.keys))
    #expect(try rows(of: "rule") == Set(Self.vocabulary.rules.keys).subtracting([WeakestMean.name]))
    for (name, rule) in Self.vocabulary.rules where name != WeakestMean.name {
      for option in rule.options { #expect(text.contains("*`\(option.name)`*") == option.isRequired, "\(option.name)") }
    }
  }
}
