import DigitalMaturity
import Testing

@Suite("Checks of sections") struct SectionChecksTests {
  /// A section of a plug-in: rooms that areas meet in.
  private struct Rooms: CheckedContent, DocumentSection {
    typealias Content = Rooms
    static let key = "rooms"
    var areas: [Identifier<Area>]

    static func read(_ node: DocumentNode, in context: inout SectionContext) -> Rooms? {
      Rooms(areas: node.readList(into: context.log).map { Identifier($0.readText(into: context.log) ?? "") })
    }

    func check(_ checks: SectionChecks) {
      if areas.isEmpty, checks.isEmptyList(checks.path) {
        checks.error(.missingKey, "there is no room", checks.path)
      }
      checks.checkReferences(
        areas.map(\.rawValue), to: "area", in: Set(checks.draft.areas.map(\.id.rawValue)), checks.path)
    }
  }

  @Test("run for a document, with places") func document() throws {
    var vocabulary = SmallAssessment.vocabulary
    vocabulary.add(Rooms.self)
    var files = SmallAssessment.yaml
    let yaml = try #require(files["assessment.yaml"]) + "\nrooms:\n  - leadershp\n"
    files["assessment.yaml"] = yaml
    let found = try #require(throws: DocumentError.self) {
      try vocabulary.readAssessment(from: MemorySource(texts: files))
    }.diagnostics
    #expect(found.map(\.code) == [.unknownReference], "\(found)")
    #expect(found.first?.location?.line == yaml.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
    #expect(found.first?.location?.column == 5)
  }

  @Test("run for a draft built in Swift, with paths") func draft() throws {
    var draft = SmallAssessment.draft
    draft.setSection(Rooms(areas: draft.areas.map(\.id)))
    #expect(throws: Never.self) { try Assessment(draft) }
    draft.setSection(Rooms(areas: []))
    let found = try #require(throws: DocumentError.self) { try Assessment(draft) }.diagnostics
    #expect(found.map(\.description) == ["rooms: error: there is no room [missing-key]"])
  }
}
