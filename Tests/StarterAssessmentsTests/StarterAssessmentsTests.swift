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
    #expect(StarterAssessment.all.map(\.id.rawValue) == disk.keys.filter { $0 != "words" }.sorted())
    #expect(StarterCatalogue.all.map(\.path) == disk["words"]?.keys.sorted())
    for catalogue in StarterCatalogue.all {
      #expect(catalogue.source.files[catalogue.path] == disk["words"]?[catalogue.path], "changed after it was built in")
    }
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
    let measured = Set(assessment.questionnaires.flatMap(\.questions).flatMap(\.measures.principles.ids))
    #expect(measured == Set(assessment.principles.map(\.id)))
    for questionnaire in assessment.questionnaires {
      #expect(!questionnaire.questions.flatMap(\.measures.principles).isEmpty, "\(questionnaire.id)")
    }
    #expect(EvidenceMatrix(of: assessment).rows.filter(\.isBlindSpot) == [])
  }

  @Test(arguments: ["employees-short", "members-individual"])
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
    // What is left of the questionnaire for employees beside the short one has none.
    let snapshots = questionnaires.filter { $0.id != "employees-rest" }.map { questionnaire in
      questionnaire.questions.filter { $0.snapshot != nil }.map { "\($0.id) \($0.answers.options)" }
    }
    #expect(snapshots.count == 4)
    #expect(Set(snapshots).count == 1)
    #expect(snapshots.first?.count == 9)
  }

  // MARK: The whole questionnaire for employees

  private static func employees() throws -> Questionnaire {
    try #require(try digitalFirst().questionnaire("employees"))
  }

  @Test func employeesAreAskedASnapshotAndFiveMoreOfEachArea() throws {
    let questionnaire = try Self.employees()
    #expect(questionnaire.questions.count == 54)
    #expect(questionnaire.sections.map(\.id.rawValue) == (try Self.digitalFirst().areas.map(\.id.rawValue)))
    for section in questionnaire.sections {
      let area = Identifier<Area>(section.id.rawValue)
      #expect(section.questions.count == 6, "\(area)")
      #expect(section.questions.map(\.snapshot) == [area, nil, nil, nil, nil, nil])
      #expect(section.questions.allSatisfy { $0.measures.areas[area] == 1 }, "\(area)")
    }
    let attributes = questionnaire.attributes.map(\.id.rawValue)
    #expect(attributes == ["directorate", "service", "session", "role", "grade-band"])
  }

  @Test func statementsRiseFrom1To5() throws {
    for question in try Self.employees().questions {
      #expect(question.kind == "level" && !question.isReversed, "\(question.id)")
      #expect(question.answers.options.map(\.score) == [1, 2, 3, 4, 5], "\(question.id)")
      #expect(Set(question.answers.options.map(\.label.text)).count == 5, "\(question.id)")
    }
    let statements = try Self.digitalFirst().questionnaires.flatMap(\.questions).flatMap(\.answers.options)
    for statement in statements {
      let words = statement.label.text.split { $0.isWhitespace }.count
      #expect(words <= 30, "\(statement.label)")
    }
  }

  @Test func whoCannotJudgeMaySaySo() throws {
    for questionnaire in try Self.digitalFirst().questionnaires {
      for question in questionnaire.questions where question.kind != "text" {
        #expect(question.allowed.contains(.dontKnow), "\(questionnaire.id): \(question.id)")
      }
    }
  }

  /// Answers to the short questionnaire and to the whole one can be compared, question by question.
  @Test func theShortQuestionnaireIsPartOfTheWholeOne() throws {
    func said(_ question: Question) -> String {
      "\(question.kind) \(question.text) \(question.help ?? "") \(question.answers.options) \(question.measures.areas) "
        + "\(question.isReversed) \(question.allowed)"
    }
    let whole = try Self.employees()
    let short = try #require(try Self.digitalFirst().questionnaire("employees-short"))
    for question in short.questions {
      let same = try #require(whole.questions.first { $0.id == question.id }, "\(question.id)")
      #expect(said(same) == said(question))
      #expect(same.measures == question.measures, "\(question.id)")
    }
    for attribute in short.attributes { #expect(whole.attributes.contains(attribute), "\(attribute.id)") }
  }

  /// Nothing is asked twice, and nothing is left out, of those who answer both.
  @Test func theShortQuestionnaireAndTheRestAreTheWholeOne() throws {
    let assessment = try Self.digitalFirst()
    let short = try #require(assessment.questionnaire("employees-short"))
    let rest = try #require(assessment.questionnaire("employees-rest"))
    #expect(rest.questions.count == 36)
    func texts(_ questions: [Question]) -> [String] {
      questions.map { "\($0.id) \($0.text) \($0.help ?? "") \($0.answers.options) \($0.measures) \($0.allowed)" }
        .sorted()
    }
    #expect(texts(short.questions + rest.questions) == texts(try Self.employees().questions))
    #expect(rest.sections.map(\.id) == short.sections.map(\.id))
    #expect(rest.sections.map(\.title) == short.sections.map(\.title))
    // Who they are is asked in both where each is scored alone by it; service and grade, for which a session has no time, once.
    #expect(rest.attributes == (try Self.employees().attributes))
    #expect(rest.attributes.filter { !short.attributes.contains($0) }.map(\.id) == ["service", "grade-band"])
    #expect(rest.audience == short.audience && rest.mode == .individual)
    // Each area can be scored from the rest alone.
    #expect(
      EvidenceMatrix(of: assessment, questionnaire: "employees-rest").areas.map(\.questions)
        == Array(repeating: 4, count: 9))
  }

  @Test func everyServiceBelongsToOneDirectorate() throws {
    let attributes = try Self.employees().attributes
    let directorates = try #require(attributes.first { $0.id == "directorate" }).values
    let services = try #require(attributes.first { $0.id == "service" }).values
    for service in services {
      let owners = directorates.filter { service.id.rawValue.hasPrefix("\($0.id)-") }
      #expect(owners.count == 1, "\(service.id)")
      let start = try #require(service.label.text.split(separator: ":").first)
      #expect(owners.first?.label.text.hasPrefix(start) == true, "\(service.label)")
    }
    for directorate in directorates {
      #expect(services.count { $0.id.rawValue.hasPrefix("\(directorate.id)-") } >= 2, "\(directorate.id)")
    }
  }

  @Test func nobodyIsAskedForAParty() throws {
    for questionnaire in try Self.digitalFirst().questionnaires {
      for attribute in questionnaire.attributes {
        let words = "\(attribute.id) \(attribute.text)".lowercased()
        #expect(!words.contains("party") && !words.contains("political"), "\(questionnaire.id): \(attribute.id)")
      }
    }
  }

  @Test func employeesAloneLeaveNoBlindSpot() throws {
    let matrix = EvidenceMatrix(of: try Self.digitalFirst(), questionnaire: "employees")
    #expect(matrix.rows.count == 30)
    #expect(matrix.rows.filter(\.isBlindSpot).map(\.subject.id) == [])
    #expect(matrix.areas.map(\.questions) == Array(repeating: 6, count: 9))
  }

  @Test func membersAgreeAnswersToEighteenQuestionsAndTheReasonsForEachArea() throws {
    let questionnaire = try #require(try Self.digitalFirst().questionnaire("members"))
    let alone = try #require(try Self.digitalFirst().questionnaire("members-individual"))
    #expect(alone.mode == .individual && alone.audience == questionnaire.audience)
    #expect(questionnaire.mode == .consensus)
    #expect(questionnaire.questions.filter { $0.kind == "level" }.map(\.id) == alone.questions.map(\.id))
    #expect(alone.questions.count == 18)
    for section in questionnaire.sections {
      #expect(section.questions.map(\.kind) == ["level", "level", "text"], "\(section.id)")
      #expect(section.questions.first?.snapshot?.rawValue == section.id.rawValue)
    }
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

  // MARK: What digital-literacies promises

  private static func literacies() throws -> (assessment: Assessment, framework: SkillsFramework) {
    let assessment = try vocabulary.readAssessment(
      from: try #require(StarterAssessment.named("digital-literacies")).source)
    return (assessment, try #require(assessment.section(SkillsFramework.self)))
  }

  @Test func fiveLiteraciesHave22CompetencesAnd88Descriptions() throws {
    let (assessment, framework) = try Self.literacies()
    #expect(assessment.literacies.map { framework.competences(of: $0.id).count } == [4, 5, 4, 4, 5])
    #expect(framework.levels.map(\.name.text) == ["Not yet", "With help", "On my own", "Help others"])
    let descriptions = framework.competences.flatMap { $0.levels.values.map(\.text) }
    #expect(framework.competences.allSatisfy { Set($0.levels.keys) == Set(framework.levels.map(\.id)) })
    #expect(Set(descriptions).count == 88, "no two are the same")
    let first = try Self.digitalFirst()
    #expect(assessment.literacies == first.literacies, "both starters mean the same literacies")
    #expect(
      framework.competences.map(\.id) == first.section(SkillsFramework.self)?.competences.map(\.id),
      "and the same competences")
  }

  @Test func sixRolesAskForLiteraciesAndMembersAreLeftAlone() throws {
    let (_, framework) = try Self.literacies()
    #expect(
      framework.roles.map(\.id.rawValue) == [
        "all-staff", "frontline-adviser", "social-worker", "team-manager", "digital-champion", "elected-member",
      ])
    let member = try #require(framework.profile("elected-member"))
    #expect(member.isPrivate && member.raters == [.own])
    #expect(framework.roles.filter(\.isChampion).map(\.id) == ["digital-champion"])
    for role in framework.roles {
      let profile = try #require(framework.profile(role.id))
      let asked = framework.competences.filter { profile.requirement(of: $0)?.level != nil }
      #expect(Set(asked.map(\.literacy)).count == 5, "\(role.id) asks for all five literacies")
    }
  }

  /// Whatever a role asks for can be learned, step by step, by somebody who cannot do it yet.
  @Test func twentyLearningItemsLeadToEveryLevelThatIsAskedFor() throws {
    let (_, framework) = try Self.literacies()
    #expect(framework.learning.count == 20)
    #expect(Set(framework.learning.map(\.form)) == Set(LearningItem.Form.allCases))
    for role in framework.roles {
      let profile = try #require(framework.profile(role.id))
      for competence in framework.competences {
        guard let wanted = profile.requirement(of: competence)?.level else { continue }
        let target = try #require(framework.level(wanted)).value
        var reached = framework.levels[0].value
        while reached < target {
          let steps = framework.learning.flatMap(\.teaches).filter { step in
            guard let from = framework.level(step.from)?.value, let to = framework.level(step.to)?.value else {
              return false
            }
            return step.competence == competence.id && from <= reached && to > reached
          }
          guard let best = steps.compactMap({ framework.level($0.to)?.value }).max() else { break }
          reached = best
        }
        #expect(reached >= target, "\(role.id): \(competence.id)")
      }
    }
  }

  @Test func ratingQuestionnairesSayOnTheFirstPageWhatTheyAreNotFor() throws {
    let (assessment, _) = try Self.literacies()
    #expect(assessment.questionnaires.map(\.id.rawValue) == ["self-rating", "manager-rating", "member-self-rating"])
    for questionnaire in assessment.questionnaires {
      let page = try #require(questionnaire.introduction).text
      for words in ["Who sees it:", "How long it is kept:", "What it is not for:"] { #expect(page.contains(words)) }
    }
    #expect(assessment.questionnaires.map(\.questions.count) == [22, 22, 19], "members are asked what they need")
    let starter = try #require(StarterAssessment.named("digital-literacies"))
    #expect(starter.source.files["checklist.md"] != nil)
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
