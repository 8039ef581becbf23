import DigitalMaturity
import Foundation
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityYAML
import StarterAssessments
import Testing

@Suite("New assessment") struct NewAssessmentTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Assessments")

  @Test(
    "the id is the name in what ids are made of",
    arguments: [
      ("Our Council", "our-council"), ("a", "a"), ("--A  b_c--", "a-b-c"), ("Ünïon 2", "n-on-2"), ("2027", "2027"),
    ])
  func ids(name: String, id: String) { #expect(NewAssessment(named: name)?.id.rawValue == id) }

  @Test("a name without any has none", arguments: ["", "-", "漢字", "..", " "])
  func noID(name: String) { #expect(NewAssessment(named: name) == nil) }

  @Test("it is valid, whatever its name, and without a warning", arguments: ["Our council", "no", "2027", "null"])
  func valid(name: String) throws {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    let new = try #require(NewAssessment(named: name))
    let source = MemorySource(Dictionary(uniqueKeysWithValues: new.files.map { ($0.path, $0.bytes) }))
    let assessment = try vocabulary.readAssessment(from: source)
    #expect(assessment.id == new.id)
    #expect(assessment.warnings == [])
    #expect(!assessment.actions.isEmpty && assessment.questionnaires.count == 1)
  }

  @Test("the schemas are those of the folder, and every one that another refers to is there")
  func schemas() throws {
    let schemas = try #require(NewAssessment(named: "new")).files.filter { $0.path.hasPrefix("schema/") }
    let names = Set(schemas.map { $0.path.dropFirst("schema/".count) })
    for schema in schemas {
      let disk = Self.folder.appending(path: schema.path)
      #expect(schema.bytes == Array(try Data(contentsOf: disk)), "\(schema.path)")
      let text = String(decoding: schema.bytes, as: UTF8.self)
      for reference in text.split(separator: "\"$ref\": \"").dropFirst() {
        let file = reference.prefix { $0 != "#" && $0 != "\"" }
        #expect(file.isEmpty || names.contains(file), "\(schema.path) refers to \(file)")
      }
    }
    // Whatever a starter's file is checked with, a new one can be.
    for case let file as URL in try #require(
      FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: nil))
    where file.pathExtension == "yaml" {
      let first = try String(contentsOf: file, encoding: .utf8).prefix { $0 != "\n" }
      guard let name = first.split(separator: "/").last, name.hasSuffix(".schema.json") else { continue }
      #expect(names.contains(name), "\(file.lastPathComponent)")
    }
  }
}
