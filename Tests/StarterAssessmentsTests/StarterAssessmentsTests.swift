import DigitalMaturity
import Foundation
import MaturityQuestionnaires
import MaturityScoringRules
import MaturitySkills
import MaturityYAML
import StarterAssessments
import Testing

@Suite("Starter assessments") struct StarterAssessmentsTests {
  private static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    vocabulary.addSkills()
    return vocabulary
  }()

  /// `Assessments/`, beside `Tests/`.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Assessments")

  /// The files of every folder but the schemas, by folder and path.
  private static func filesOnDisk() throws -> [String: [String: [UInt8]]] {
    let root = folder.resolvingSymlinksInPath().path()
    var folders: [String: [String: [UInt8]]] = [:]
    let files = try #require(
      FileManager.default.enumerator(at: URL(filePath: root), includingPropertiesForKeys: [.isRegularFileKey]))
    for case let file as URL in files {
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      let path = file.resolvingSymlinksInPath().path().dropFirst(root.count).split(separator: "/").map(String.init)
      guard let name = path.first, path.count > 1, name != "schema" else { continue }
      folders[name, default: [:]][path.dropFirst().joined(separator: "/")] = Array(try Data(contentsOf: file))
    }
    return folders
  }

  @Test func theEmbeddedFilesAreThoseOfTheFolder() throws {
    let disk = try Self.filesOnDisk()
    #expect(!disk.isEmpty)
    #expect(StarterAssessment.all.map(\.id.rawValue) == disk.keys.sorted())
    for starter in StarterAssessment.all {
      let files = try #require(disk[starter.id.rawValue])
      #expect(starter.source.files.keys.sorted() == files.keys.sorted())
      for (path, bytes) in files {
        #expect(starter.source.files[path] == bytes, "\(starter.id)/\(path) was changed after it was built in")
      }
    }
  }

  @Test(arguments: StarterAssessment.all.map(\.id.rawValue))
  func readsWithoutAnErrorOrAWarning(_ id: String) throws {
    let starter = try #require(StarterAssessment.named(Identifier(id)))
    let embedded = try Self.vocabulary.readAssessment(from: starter.source)
    #expect(embedded.warnings == [])
    #expect(embedded.id.rawValue == id, "the folder's name is the assessment's id")
    let read = try Self.vocabulary.readAssessment(from: FolderSource(path: Self.folder.appending(path: id).path()))
    #expect(read.digest == embedded.digest)
    #expect(read.digest != nil)
  }

  @Test func anUnknownStarterIsNone() {
    #expect(StarterAssessment.named("none") == nil)
  }

  // MARK: What digital-first promises

  private static func digitalFirst() throws -> Assessment {
    try vocabulary.readAssessment(from: try #require(StarterAssessment.named("digital-first")).source)
  }

  @Test func nineAreasHaveFiveDescriptionsEach() throws {
    let assessment = try Self.digitalFirst()
    #expect(assessment.areas.count == 9)
    #expect(assessment.levels.map(\.value) == [1, 2, 3, 4, 5])
    for area in assessment.areas {
      #expect(Set(area.levels.keys) == Set(assessment.levels.map(\.id)), "\(area.id)")
      #expect(!area.themes.isEmpty)
      #expect(area.target != nil)
    }
    let descriptions = assessment.areas.flatMap { $0.levels.values.map(\.text) }
    #expect(descriptions.count == 45)
    #expect(Set(descriptions).count == 45, "no two are the same")
    #expect(Set(assessment.areas.compactMap(\.target)).count > 1, "five is not every area's target")
  }

  @Test func themesHaveTheWordingsOf2017And2019() throws {
    let themes = try Self.digitalFirst().themes
    #expect(themes.count == 4)
    for theme in themes { #expect(theme.wordings.map { $0.date.prefix(4) } == ["2017", "2019"], "\(theme.id)") }
  }

  @Test func all25PrinciplesOfFiveSetsAreMeasured() throws {
    let assessment = try Self.digitalFirst()
    #expect(assessment.principleSets.count == 5)
    let sizes = assessment.principleSets.map { set in assessment.principles.count { $0.set == set.id } }
    #expect(sizes.sorted() == [4, 4, 5, 5, 7])
    let measured = Set(assessment.questionnaires.flatMap(\.questions).flatMap(\.measures.principles.keys))
    #expect(measured == Set(assessment.principles.map(\.id)))
    for questionnaire in assessment.questionnaires {
      #expect(!questionnaire.questions.flatMap(\.measures.principles).isEmpty, "\(questionnaire.id)")
    }
  }

  @Test(arguments: ["employees-short", "members"])
  func questionnairesAskASnapshotAndOneMoreOfEachArea(_ id: String) throws {
    let assessment = try Self.digitalFirst()
    let questionnaire = try #require(assessment.questionnaire(Identifier(id)))
    #expect(questionnaire.questions.count == 18)
    #expect(
      questionnaire.questions.compactMap(\.snapshot).sorted { $0.rawValue < $1.rawValue }
        == assessment.areas.map(\.id).sorted { $0.rawValue < $1.rawValue })
    for area in assessment.areas {
      #expect(questionnaire.questions.count { $0.measures.areas[area.id] != nil } >= 2, "\(area.id)")
    }
  }

  @Test func snapshotsHaveTheSameIdAndOptionsForBothAudiences() throws {
    let questionnaires = try Self.digitalFirst().questionnaires
    let snapshots = questionnaires.map { questionnaire in
      questionnaire.questions.filter { $0.snapshot != nil }.map { "\($0.id) \($0.answers.options)" }
    }
    #expect(snapshots.count == 2)
    #expect(snapshots.first == snapshots.last)
  }

  @Test func fiveLiteraciesHaveCompetences() throws {
    let assessment = try Self.digitalFirst()
    let framework = try #require(assessment.section(SkillsFramework.self))
    #expect(assessment.literacies.count == 5)
    #expect(framework.levels.count == 4)
    for literacy in assessment.literacies {
      #expect(framework.competences(of: literacy.id).count >= 4, "\(literacy.id)")
    }
  }

  @Test func eachAreaHasThreeActionsInWorkstreams() throws {
    let assessment = try Self.digitalFirst()
    #expect(assessment.workstreams.count == 5)
    #expect(assessment.workstreams.allSatisfy { $0.summary != nil })
    for area in assessment.areas { #expect(assessment.actions.count { $0.area == area.id } == 3, "\(area.id)") }
    #expect(assessment.actions.allSatisfy { $0.when != nil && $0.workstream != nil })
  }

  @Test func filesBeginWithTheirSchema() throws {
    for starter in StarterAssessment.all {
      for (path, bytes) in starter.source.files where path.hasSuffix(".yaml") {
        let text = String(decoding: bytes.prefix(200), as: UTF8.self)
        #expect(text.hasPrefix("# yaml-language-server: $schema="), "\(path)")
        let name = text.split(separator: "\n").first?.split(separator: "/").last.map(String.init) ?? ""
        let schema = Self.folder.appending(path: "schema").appending(path: name).path()
        #expect(FileManager.default.fileExists(atPath: schema), "\(path) names \(name)")
      }
    }
  }
}
