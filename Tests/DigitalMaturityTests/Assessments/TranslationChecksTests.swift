import DigitalMaturity
import Testing

@Suite("Warnings of missing translations") struct TranslationChecksTests {
  private static let both = LocalizedText(translations: ["en": "x", "cy": "y"], first: "en")

  /// The small assessment with every text in English and Welsh.
  private static var translated: AssessmentDraft {
    var draft = SmallAssessment.draft
    var serial = 0
    func text() -> LocalizedText {
      serial += 1
      return LocalizedText(translations: ["en": "Text \(serial)", "cy": "Testun \(serial)"], first: "en")
    }
    draft.title = text()
    draft.summary = text()
    draft.source = text()
    for index in draft.levels.indices {
      draft.levels[index].name = text()
      draft.levels[index].summary = text()
    }
    draft.themes[0].name = text()
    draft.themes[0].summary = text()
    draft.principleSets[0].name = text()
    draft.principles[0].name = text()
    draft.principles[0].statement = text()
    draft.literacies[0].name = text()
    draft.literacies[0].summary = text()
    for index in draft.areas.indices { draft.areas[index].name = text() }
    draft.areas[0].summary = text()
    draft.areas[0].levels = ["low": text()]
    draft.workstreams[0].name = text()
    draft.workstreams[0].summary = text()
    draft.actions[0].name = text()
    draft.actions[0].description = text()
    draft.actions[0].lead = text()
    draft.projects[0].name = text()
    draft.projects[0].description = text()
    draft.governance[0].name = text()
    draft.governance[0].decides = text()
    var questionnaire = draft.questionnaires[0]
    questionnaire.title = text()
    questionnaire.introduction = text()
    questionnaire.attributes[0].text = text()
    for index in 0..<2 { questionnaire.attributes[0].values[index].label = text() }
    for section in 0..<2 {
      questionnaire.sections[section].title = text()
      questionnaire.sections[section].introduction = text()
      for question in 0..<2 {
        questionnaire.sections[section].questions[question].text = text()
        questionnaire.sections[section].questions[question].help = text()
        let options = questionnaire.sections[section].questions[question].answers.options
        questionnaire.sections[section].questions[question].answers = .closed(
          options.map { AnswerOption(id: $0.id, label: text(), score: $0.score) })
      }
    }
    draft.questionnaires = [questionnaire]
    return draft
  }

  @Test func completeTranslationsGiveNoWarning() {
    #expect(SmallAssessment.diagnostics(Self.translated) == [])
  }

  /// Each text in turn is left in English alone, which is said so (`en:`) or only in French.
  @Test(arguments: paths)
  func eachTextThatLacksALanguageIsNamed(_ text: TextPath) {
    var draft = Self.translated
    text.set(&draft, LocalizedText(translations: ["en": "Only here"], first: "en"))
    let built = SmallAssessment.diagnostics(draft)
    #expect(
      built.map(\.description) == [
        "\(text.path): warning: this text has no translation for cy [missing-translation]"
      ])
    // Text that does not say its language is in that of the assessment.
    text.set(&draft, "Only here")
    #expect(SmallAssessment.diagnostics(draft).map(\.message) == ["this text has no translation for cy"])
    text.set(&draft, LocalizedText(translations: ["fr": "Seulement ici"], first: "fr"))
    #expect(SmallAssessment.diagnostics(draft).map(\.message) == ["this text has no translation for cy, en"])
  }

  struct TextPath: Sendable, CustomTestStringConvertible {
    let path: String
    let set: @Sendable (inout AssessmentDraft, LocalizedText) -> Void

    init(_ path: String, _ set: @escaping @Sendable (inout AssessmentDraft, LocalizedText) -> Void) {
      self.path = path
      self.set = set
    }

    var testDescription: String { path }
  }

  static let paths: [TextPath] = [
    TextPath("summary") { $0.summary = $1 },
    TextPath("source") { $0.source = $1 },
    TextPath("levels[1].name") { $0.levels[1].name = $1 },
    TextPath("levels[2].summary") { $0.levels[2].summary = $1 },
    TextPath("themes[0].name") { $0.themes[0].name = $1 },
    TextPath("themes[0].summary") { $0.themes[0].summary = $1 },
    TextPath("principle-sets[0].name") { $0.principleSets[0].name = $1 },
    TextPath("principles[0].name") { $0.principles[0].name = $1 },
    TextPath("principles[0].statement") { $0.principles[0].statement = $1 },
    TextPath("literacies[0].name") { $0.literacies[0].name = $1 },
    TextPath("literacies[0].summary") { $0.literacies[0].summary = $1 },
    TextPath("areas[1].name") { $0.areas[1].name = $1 },
    TextPath("areas[0].summary") { $0.areas[0].summary = $1 },
    TextPath("areas[0].levels.low") { $0.areas[0].levels["low"] = $1 },
    TextPath("workstreams[0].name") { $0.workstreams[0].name = $1 },
    TextPath("workstreams[0].summary") { $0.workstreams[0].summary = $1 },
    TextPath("actions[0].name") { $0.actions[0].name = $1 },
    TextPath("actions[0].description") { $0.actions[0].description = $1 },
    TextPath("actions[0].lead") { $0.actions[0].lead = $1 },
    TextPath("projects[0].name") { $0.projects[0].name = $1 },
    TextPath("projects[0].description") { $0.projects[0].description = $1 },
    TextPath("governance[0].name") { $0.governance[0].name = $1 },
    TextPath("governance[0].decides") { $0.governance[0].decides = $1 },
    TextPath("questionnaires[0].title") { $0.questionnaires[0].title = $1 },
    TextPath("questionnaires[0].introduction") { $0.questionnaires[0].introduction = $1 },
    TextPath("questionnaires[0].attributes[0].text") { $0.questionnaires[0].attributes[0].text = $1 },
    TextPath("questionnaires[0].attributes[0].values[1].label") {
      $0.questionnaires[0].attributes[0].values[1].label = $1
    },
    TextPath("questionnaires[0].sections[1].title") { $0.questionnaires[0].sections[1].title = $1 },
    TextPath("questionnaires[0].sections[1].introduction") { $0.questionnaires[0].sections[1].introduction = $1 },
    TextPath("questionnaires[0].sections[1].questions[0].text") {
      $0.questionnaires[0].sections[1].questions[0].text = $1
    },
    TextPath("questionnaires[0].sections[1].questions[0].help") {
      $0.questionnaires[0].sections[1].questions[0].help = $1
    },
    TextPath("questionnaires[0].sections[0].questions[1].options[2].label") {
      var options = $0.questionnaires[0].sections[0].questions[1].answers.options
      options[2].label = $1
      $0.questionnaires[0].sections[0].questions[1].answers = .closed(options)
    },
  ]

  @Test func aTitleInOneLanguageAsksForNoTranslation() {
    let mistake = Mistake([
      ("title: Small assessment", "title: {cy: Asesiad}"), ("name: Low}", "name: {cy: Isel}}"),
    ])
    #expect(mistake.diagnostics == [])
  }

  @Test func warningsHavePlaces() {
    let mistake = Mistake([
      ("title: Small assessment", "language: cy\ntitle: {en: Small, cy: Bach}\nsummary: §{cy: Dim}")
    ])
    let english = mistake.diagnostics.filter { $0.message == "this text has no translation for en" }
    #expect(english.allSatisfy { $0.code == .missingTranslation && $0.severity == .warning })
    #expect(english.contains { $0.location == mistake.place })
    // What is not written is not missing: options that are the levels' names, titles of sections that have none.
    #expect(english.allSatisfy { ($0.location?.line ?? 0) > 1 })
  }

  @Test func optionsThatAreNotWrittenNeedNoTranslation() {
    let mistake = Mistake([
      ("title: Small assessment", "title: {en: Small, cy: Bach}"),
      ("kind: yes-no, text: Is work shown?", "kind: yes-no, text: §Is work shown?"),
    ])
    let line = mistake.place?.line
    let there = mistake.diagnostics.filter { $0.location?.file == "staff.yaml" && $0.location?.line == line }
    #expect(there.map(\.location) == [mistake.place])
  }
}
