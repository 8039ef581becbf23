import DigitalMaturity
import MaturitySkills
import MaturityYAML
import Testing

@Suite("The skills section") struct SkillsSectionTests {
  private static let head = """
    format: 1
    id: small
    version: 1.0.0
    title: Small
    literacies: [{id: writing, name: Writing}, {id: safety, name: Safety}]
    skills:
    """

  private static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addSkills()
    return vocabulary
  }()

  private static let valid = """
      levels:
        - {id: not-yet, value: 0, name: Not yet, summary: I have not done this.}
        - {id: alone, value: 2, name: Alone}
      competences:
        - {id: letters, literacy: writing, name: Letters, summary: Writes them.}
        - {id: forms, literacy: writing, name: Forms}
        - {id: passwords, literacy: safety, name: Passwords}
    """

  private func read(_ yaml: String) throws(DocumentError) -> Assessment {
    try Self.vocabulary.readAssessment(from: MemorySource(texts: ["assessment.yaml": Self.head + "\n" + yaml]))
  }

  @Test func isFoundInTheAssessment() throws {
    let framework = try #require(try read(Self.valid).section(SkillsFramework.self))
    #expect(
      framework.levels == [
        ProficiencyLevel(id: "not-yet", value: 0, name: "Not yet", summary: "I have not done this."),
        ProficiencyLevel(id: "alone", value: 2, name: "Alone"),
      ])
    #expect(framework.competences.map(\.id) == ["letters", "forms", "passwords"])
    #expect(framework.competences(of: "writing").map(\.id) == ["letters", "forms"])
    #expect(
      framework.competences(of: "safety").first == Competence(id: "passwords", literacy: "safety", name: "Passwords"))
    #expect(framework.competences(of: "none").isEmpty)
  }

  @Test func withoutTheSectionThereIsNone() throws {
    let text = Self.head.split(separator: "\n").dropLast().joined(separator: "\n")
    let assessment = try Self.vocabulary.readAssessment(from: MemorySource(texts: ["assessment.yaml": text]))
    #expect(assessment.section(SkillsFramework.self) == nil)
  }

  @Test(
    arguments: [
      (
        "literacy: safety", "literacy: §safty", .unknownReference,
        "there is no literacy “safty”; did you mean “safety”?"
      ),
      (
        "{id: forms", "{id: §letters", .duplicateID,
        "the id “letters” stands twice in competences (also at number 1); give one another id"
      ),
      ("{id: forms", "{id: §Forms", .invalidID, "“Forms” is not an id; an id is small letters"),
      ("{id: forms", "{id: §\"\"", .invalidID, "the id is empty"),
      ("{id: alone", "{id: §not-yet", .duplicateID, "stands twice"),
      (
        "value: 2", "value: §0", .invalidValue,
        "levels of proficiency go upwards; this one does not lie above “not-yet”"
      ),
      ("value: 2", "value: §two", .wrongType, "a number belongs here"),
      ("value: 0,", "value: §,", .missingKey, "“value” is missing"),
      ("{id: alone, value: 2, name: Alone}", "§{id: alone, value: 2}", .missingKey, "“name” is missing here; add it"),
      ("name: Alone", "name: §\" \"", .invalidValue, "the name is blank; write it"),
      (
        "{id: forms, literacy: writing, name: Forms}", "§{id: forms, name: Forms}", .missingKey, "“literacy” is missing"
      ),
      ("name: Forms", "name: §\"\"", .invalidValue, "the name is blank; write it"),
      ("name: Forms", "§nmae: x, name: Forms", .unknownKey, "did you mean “name”?"),
      (
        "- {id: forms, literacy: writing, name: Forms}", "- §forms", .wrongType,
        "a mapping of keys and values belongs here"
      ),
      ("competences:", "§competencies: []\n  competences:", .unknownKey, "did you mean “competences”?"),
    ] as [(String, String, Diagnostic.Code, String)])
  func aMistakeHasItsPlace(_ from: String, _ to: String, _ code: Diagnostic.Code, _ words: String) throws {
    let range = try #require(Self.valid.firstRange(of: from))
    let marked = Self.head + "\n" + Self.valid[..<range.lowerBound] + to + Self.valid[range.upperBound...]
    let lines = marked.prefix { $0 != "§" }.split(separator: "\n", omittingEmptySubsequences: false)
    do throws(DocumentError) {
      _ = try Self.vocabulary.readAssessment(
        from: MemorySource(texts: ["assessment.yaml": marked.filter { $0 != "§" }]))
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.map(\.code) == [code], "\(error)")
      #expect(error.diagnostics.first?.message.contains(words) == true, "\(error)")
      #expect(error.diagnostics.first?.location?.line == lines.count, "\(error)")
      if !words.contains("“value” is missing") {
        #expect(error.diagnostics.first?.location?.column == (lines.last?.count ?? 0) + 1, "\(error)")
      }
    }
  }

  @Test(arguments: [
    "levels: []\n  competences: [{id: a, literacy: writing, name: A}]",
    "levels: [{id: a, value: 1, name: A}]\n  competences: []",
  ])
  func listsAreNotEmpty(_ yaml: String) {
    do throws(DocumentError) {
      _ = try read("  " + yaml)
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.map(\.code) == [.missingKey])
      #expect(error.diagnostics.first?.message.contains("add at least one") == true)
    }
  }

  @Test func allMistakesComeAtOnce() {
    do throws(DocumentError) {
      _ = try read(
        """
          levels: [{id: A, value: 1}, 5]
          competences: [{id: b, literacy: none, name: B}, {id: b, literacy: safety, name: B}]
        """)
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.map(\.code) == [.missingKey, .invalidID, .wrongType, .unknownReference, .duplicateID])
    }
  }

  @Test(arguments: ["[]", "5", "none"])
  func theSectionIsAMapping(_ yaml: String) {
    do throws(DocumentError) {
      _ = try read("  " + yaml)
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.map(\.code) == [.wrongType])
    }
  }
}
