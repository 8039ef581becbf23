import DigitalMaturity
import MaturityQuestionnaires
import Testing

@Suite("Checks of questionnaires, questions and options") struct QuestionnaireChecksTests {
  @Test(arguments: columns + questions + options + conditions)
  func isFoundInADocumentAndInADraft(_ mistake: BothWays) { mistake.check() }

  private static let staff = "questionnaires[0]"
  private static let led = "questionnaires[0].sections[0].questions[0]"
  private static let trained = "questionnaires[0].sections[0].questions[1]"
  private static let shown = "questionnaires[0].sections[1].questions[0]"
  private static let helper = "questionnaires[0].sections[1].questions[1]"

  static let columns: [BothWays] = [
    BothWays(
      .invalidID, "“Staff” is not an id", replace: "id: staff", by: "id: §Staff", path: "\(staff).id"
    ) { $0.questionnaires[0].id = "Staff" },
    BothWays(
      .invalidValue, "the questionnaire's title is blank", replace: "title: Staff survey", by: "title: §\"\"",
      path: "\(staff).title"
    ) { $0.questionnaires[0].title = "" },
    BothWays(
      .duplicateID, "stands twice in questionnaires", replace: "- include: staff.yaml",
      by: """
        - include: staff.yaml
          - id: §staff
            title: X
            sections: [{id: a, questions: [{id: b, kind: text, text: C}]}]
        """, path: "questionnaires[1].id"
    ) {
      let question = Question(id: "b", kind: "text", text: "C", answers: .open(TextAnswers()))
      $0.questionnaires.append(
        Questionnaire(id: "staff", title: "X", sections: [.init(id: "a", title: "a", questions: [question])]))
    },
    BothWays(
      .duplicateID, "stands twice in sections", replace: "- id: more", by: "- id: §main",
      path: "\(staff).sections[1].id"
    ) { $0.questionnaires[0].sections[1].id = "main" },
    BothWays(
      .invalidValue, "the section's title is blank", replace: "title: More", by: "title: §\"\"",
      path: "\(staff).sections[1].title"
    ) { $0.questionnaires[0].sections[1].title = "" },
    BothWays(
      .invalidID, "“respondent” names a column of its own in response files; choose another id",
      replace: "{id: helper", by: "{id: §respondent", path: "\(helper).id"
    ) { $0.questionnaires[0].sections[1].questions[1].id = "respondent" },
    BothWays(
      .duplicateID, "the id “team” is already an attribute's in this questionnaire", replace: "{id: helper",
      by: "{id: §team", path: "\(helper).id"
    ) { $0.questionnaires[0].sections[1].questions[1].id = "team" },
    BothWays(
      .duplicateID, "the id “led” is already a question's in this questionnaire", replace: "{id: helper",
      by: "{id: §led", path: "\(helper).id"
    ) { $0.questionnaires[0].sections[1].questions[1].id = "led" },
    BothWays(
      .invalidValue, "the attribute's text is blank", replace: "text: Which team?", by: "text: §\" \"",
      path: "\(staff).attributes[0].text"
    ) { $0.questionnaires[0].attributes[0].text = " " },
    BothWays(
      .missingKey, "an attribute lists its values; add them",
      replace: "values: [{id: north, label: Team north}, {id: south, label: Team south}]", by: "values: §[]",
      path: "\(staff).attributes[0].values"
    ) { $0.questionnaires[0].attributes[0].values = [] },
    BothWays(
      .duplicateID, "stands twice in values", replace: "{id: south", by: "{id: §north",
      path: "\(staff).attributes[0].values[1].id"
    ) { $0.questionnaires[0].attributes[0].values[1].id = "north" },
    BothWays(
      .invalidID, "“South side” is not an id", replace: "{id: south", by: "{id: §South side",
      path: "\(staff).attributes[0].values[1].id"
    ) { $0.questionnaires[0].attributes[0].values[1].id = "South side" },
    BothWays(
      .invalidValue, "the label is blank", replace: "label: Team south", by: "label: §\"\"",
      path: "\(staff).attributes[0].values[1].label"
    ) { $0.questionnaires[0].attributes[0].values[1].label = "" },
    BothWays(
      .ambiguousOption, "“ NORTH” could mean “south” or “north”; word one differently", replace: "label: Team south",
      by: "label: §\" NORTH\"", path: "\(staff).attributes[0].values[1].label"
    ) { $0.questionnaires[0].attributes[0].values[1].label = " NORTH" },
  ]

  static let questions: [BothWays] = [
    BothWays(.invalidID, "“q_4” is not an id", replace: "{id: helper", by: "{id: §q_4", path: "\(helper).id") {
      $0.questionnaires[0].sections[1].questions[1].id = "q_4"
    },
    BothWays(
      .invalidValue, "the question's text is blank", replace: "text: Who helped?", by: "text: §\"\"",
      path: "\(helper).text"
    ) { $0.questionnaires[0].sections[1].questions[1].text = "" },
    BothWays(
      .invalidValue, "a weight is a number from 0 to 1,000,000, not -2", replace: "{id: open-work",
      by: "{weight: §-2, id: open-work", path: "\(shown).weight"
    ) { $0.questionnaires[0].sections[1].questions[0].weight = -2 },
    BothWays(
      .unknownReference, "there is no area “peple”; did you mean “people”?", replace: "areas: {people: 0.5}",
      by: "areas: {people: 0.5, peple: §1}", path: "\(trained).measures.areas.peple"
    ) { $0.questionnaires[0].sections[0].questions[1].measures.areas["peple"] = 1 },
    BothWays(
      .unknownReference, "there is no area “leadersip”; did you mean “leadership”?", replace: "areas: [leadership]",
      by: "areas: [leadership, §leadersip]", path: "\(led).measures.areas.leadersip"
    ) { $0.questionnaires[0].sections[0].questions[0].measures.areas["leadersip"] = 1 },
    BothWays(
      .unknownReference, "there is no principle “opne”", replace: "principles: [open]", by: "principles: [§opne]",
      path: "\(shown).measures.principles.opne"
    ) { $0.questionnaires[0].sections[1].questions[0].measures.principles = ["opne": 1] },
    BothWays(
      .unknownReference, "there is no literacy “writting”", replace: "literacies: [writing]",
      by: "literacies: [§writting]", path: "\(shown).measures.literacies.writting"
    ) { $0.questionnaires[0].sections[1].questions[0].measures.literacies = ["writting": 1] },
    BothWays(
      .invalidValue, "a weight has at most six decimals", replace: "areas: {people: 0.5}",
      by: "areas: {people: §0.00000001}", path: "\(trained).measures.areas.people",
      alsoReplace: "{id: open-work, kind: yes-no, text: Is work shown?, measures: {",
      "{id: open-work, kind: yes-no, text: Is work shown?, measures: {areas: [people], "
    ) {
      $0.questionnaires[0].sections[0].questions[1].measures.areas = ["people": 1e-8]
      $0.questionnaires[0].sections[1].questions[0].measures.areas = ["people": 1]
    },
    BothWays(
      .invalidValue, "a question that measures something needs answers with scores; add “score” to its options",
      replace: "show-when: {question: trained, at-least: 2}", by: "measures: §{areas: [people]}",
      path: "\(helper).measures"
    ) {
      $0.questionnaires[0].sections[1].questions[1].showWhen = nil
      $0.questionnaires[0].sections[1].questions[1].measures = Measures(areas: ["people"])
    },
    BothWays(
      .invalidValue, "answers to this “number” question have no scores, so it measures nothing; give it scores",
      replace:
        "kind: choice, text: Who helped?, options: [{id: friend, label: A friend}, {id: team-mate, label: A mate}]",
      by: "kind: number, minimum: 1, text: Who?, measures: §{areas: [people]}", path: "\(helper).measures"
    ) {
      $0.questionnaires[0].sections[1].questions[1].kind = "number"
      $0.questionnaires[0].sections[1].questions[1].answers = .open(NumberAnswers(minimum: 1))
      $0.questionnaires[0].sections[1].questions[1].measures = Measures(areas: ["people"])
    },
    BothWays(
      .invalidValue, "the answers of a snapshot question are the area's levels; make its kind “level”",
      replace: "{id: open-work, kind: yes-no,", by: "{id: open-work, kind: §yes-no, snapshot: leadership,",
      path: "\(shown).kind"
    ) {
      $0.questionnaires[0].sections[1].questions[0].snapshot = "leadership"
      $0.questionnaires[0].sections[1].questions[0].measures.areas = ["leadership": 1]
    },
    BothWays(
      .similarStatements, "“led” asks the same in the same words; word one of them differently", .warning,
      replace: "text: Who helped?", by: "text: §\"are you led  well?\"", path: "\(helper).text"
    ) { $0.questionnaires[0].sections[1].questions[1].text = "are you led  well?" },
  ]

  static let options: [BothWays] = [
    BothWays(
      .duplicateID, "the id “no” stands twice among these options", replace: "{id: partly", by: "{id: §no",
      path: "\(trained).options[1].id"
    ) { set(&$0) { $0[1].id = "no" } },
    BothWays(
      .invalidID, "“In part” is not an id", replace: "{id: partly", by: "{id: §In part",
      path: "\(trained).options[1].id"
    ) { set(&$0) { $0[1].id = "In part" } },
    BothWays(
      .invalidValue, "the option's label is blank", replace: "label: In part", by: "label: §\"\"",
      path: "\(trained).options[1].label"
    ) { set(&$0) { $0[1].label = "" } },
    BothWays(
      .ambiguousOption, "“in  PART” could mean “yes” or “partly”; word one differently", replace: "label: In full",
      by: "label: §in  PART", path: "\(trained).options[2].label"
    ) { set(&$0) { $0[2].label = "in  PART" } },
    BothWays(
      .ambiguousOption, "“yes” could mean “partly” or “yes”", replace: "label: In part", by: "label: §yes",
      path: "\(trained).options[1].label"
    ) { set(&$0) { $0[1].label = "yes" } },
    BothWays(
      .ambiguousOption, "“Yn rhannol” could mean “yes” or “partly”", replace: "label: In part",
      by: "label: {en: In part, cy: Yn rhannol}", path: "\(trained).options[2].label", alsoReplace: "label: In full",
      "label: §{en: In full, cy: Yn rhannol}"
    ) {
      set(&$0) {
        $0[1].label = LocalizedText(translations: ["en": "In part", "cy": "Yn rhannol"], first: "en")
        $0[2].label = LocalizedText(translations: ["en": "In full", "cy": "Yn rhannol"], first: "en")
      }
    },
    BothWays(
      .ambiguousOption,
      "“Don’t know” is not an answer but says why there is none; take the option out and add “dont-know”",
      replace: "label: In part", by: "label: §Don’t know", path: "\(trained).options[1].label"
    ) { set(&$0) { $0[1].label = "Don’t know" } },
    BothWays(
      .ambiguousOption, "add “not-applicable” to the question's “allow”", replace: "{id: partly",
      by: "{id: §not-applicable", path: "\(trained).options[1].id"
    ) { set(&$0) { $0[1].id = "not-applicable" } },
    BothWays(
      .similarStatements, "the statement of “no” stands inside that of “yes”; word it differently", .warning,
      replace: "label: Not at all", by: "label: §We plan our work together", path: "\(trained).options[0].label",
      alsoReplace: "label: In full", "label: We plan our work together and look back on it"
    ) {
      set(&$0) {
        $0[0].label = "We plan our work together"
        $0[2].label = "We plan our work together and look back on it"
      }
    },
    BothWays(
      .ambiguousOption, "“I agree” could mean “agree” or “disagree”", replace: "label: I disagree",
      by: "label: I Agree", path: "\(led).options[1].label", alsoReplace: "label: I agree", "label: §I agree"
    ) {
      $0.questionnaires[0].sections[0].questions[0].answers = .closed([
        AnswerOption(id: "disagree", label: "I Agree", score: 1), AnswerOption(id: "agree", label: "I agree", score: 3),
      ])
    },
  ]

  /// Changes the options of the question `trained`.
  private static func set(_ draft: inout AssessmentDraft, _ change: (inout [AnswerOption]) -> Void) {
    var options = draft.questionnaires[0].sections[0].questions[1].answers.options
    change(&options)
    draft.questionnaires[0].sections[0].questions[1].answers = .closed(options)
  }

  static let conditions: [BothWays] = [
    BothWays(
      .unknownReference, "there is no question “traind”; did you mean “trained”?",
      replace: "{question: trained, at-least: 2}", by: "{question: §traind, at-least: 2}",
      path: "\(helper).show-when.question"
    ) { show(&$0, .test(.question("traind"), .atLeast(2))) },
    BothWays(
      .unknownReference, "“trained” has no option “yse”; did you mean “yes”?",
      replace: "{question: trained, at-least: 2}",
      by: "{all: [{question: led, answered: true}, {any: [{question: trained, is: [yes, §yse]}]}]}",
      path: "\(helper).show-when.all[1].any[0].is.yse"
    ) {
      show(
        &$0,
        .all([
          .test(.question("led"), .answered(true)), .any([.test(.question("trained"), .isOption(["yes", "yse"]))]),
        ]))
    },
    BothWays(
      .invalidValue,
      "“show-when” looks at questions, since scores do not exist while people answer; “people” is not one",
      replace: "{question: trained, at-least: 2}", by: "{not: {area: §people, below: 2}}",
      path: "\(helper).show-when.not.area"
    ) { show(&$0, .not(.test(.area("people"), .below(2)))) },
    BothWays(
      .conditionCycle, "these questions wait for each other's answers: helper; take one condition out",
      replace: "{question: trained, at-least: 2}", by: "§{question: helper, answered: true}",
      path: "\(helper).show-when"
    ) { show(&$0, .test(.question("helper"), .answered(true))) },
    BothWays(
      .conditionCycle, "these questions wait for each other's answers: open-work, helper; take",
      replace: "{id: open-work", by: "{show-when: §{question: helper, is: friend}, id: open-work",
      path: "\(shown).show-when", alsoReplace: "{question: trained, at-least: 2}", "{question: open-work, is: yes}"
    ) {
      show(&$0, .test(.question("open-work"), .isOption(["yes"])))
      $0.questionnaires[0].sections[1].questions[0].showWhen = .test(.question("helper"), .isOption(["friend"]))
    },
    BothWays(
      .neverShown, "no answers make this condition true, so the question is never shown", .warning,
      replace: "{question: trained, at-least: 2}", by: "§{question: trained, at-least: 4}", path: "\(helper).show-when"
    ) { show(&$0, .test(.question("trained"), .atLeast(4))) },
    BothWays(
      .neverShown, "never shown", .warning, replace: "{question: trained, at-least: 2}",
      by: "§{question: trained, below: 1}", path: "\(helper).show-when"
    ) { show(&$0, .test(.question("trained"), .below(1))) },
    BothWays(
      .neverShown, "never shown", .warning, replace: "{question: trained, at-least: 2}", by: "§{any: []}",
      path: "\(helper).show-when"
    ) { show(&$0, .any([])) },
    BothWays(
      .neverShown, "never shown", .warning, replace: "{question: trained, at-least: 2}",
      by: "§{all: [{question: trained, is: yes}, {question: trained, is: [no, partly]}]}", path: "\(helper).show-when"
    ) {
      show(
        &$0,
        .all([
          .test(.question("trained"), .isOption(["yes"])), .test(.question("trained"), .isOption(["no", "partly"])),
        ]))
    },
  ]

  /// Sets the condition of the question `helper`.
  private static func show(_ draft: inout AssessmentDraft, _ condition: Condition) {
    draft.questionnaires[0].sections[1].questions[1].showWhen = condition
  }

  @Test(arguments: [
    "{question: trained, at-least: 3}", "{question: trained, at-most: 1}", "{question: trained, above: 2.9}",
    "{not: {question: trained, at-least: 4}}", "{all: []}", "{question: helper-2, answered: true}",
    "{all: [{question: trained, is: [no, yes]}, {question: trained, is: [yes]}]}",
    "{question: trained, answered: false}",
  ])
  func conditionsThatCanHoldPassWithoutWarning(_ condition: String) {
    let mistake = Mistake([
      ("{question: trained, at-least: 2}", condition),
      ("- {id: helper,", "- {id: helper-2, kind: text, text: And?}\n      - {id: helper,"),
    ])
    #expect(mistake.diagnostics == [])
  }

  @Test func aComparisonWithAQuestionThatHasNoScoresNeverHolds() {
    let mistake = Mistake([
      ("{id: open-work,", "{show-when: §{question: helper, at-least: 1}, id: open-work,")
    ])
    #expect(mistake.diagnostics.map(\.code) == [.neverShown])
    #expect(mistake.diagnostics.first?.location == mistake.place)
  }

  @Test func questionsThatOnlyWaitForACircleAreNotNamed() {
    var draft = SmallAssessment.draft
    func question(_ id: String, waitsFor other: String?) -> Question {
      Question(
        id: Identifier(id), kind: "text", text: LocalizedText("Text of \(id)"), answers: .open(TextAnswers()),
        showWhen: other.map { .test(.question(Identifier($0)), .answered(true)) })
    }
    draft.questionnaires[0].sections[1].questions += [
      question("before", waitsFor: nil), question("a", waitsFor: "c"), question("b", waitsFor: "a"),
      question("c", waitsFor: "b"), question("after", waitsFor: "c"), question("last", waitsFor: "after"),
    ]
    let built = SmallAssessment.diagnostics(draft)
    #expect(built.map(\.code) == [.conditionCycle])
    #expect(built.first?.message.contains("each other's answers: a, b, c;") == true, "\(built)")
  }

  @Test(arguments: ["sections: []", "sections: [{id: main, title: Main, questions: []}]"])
  func aQuestionnaireAsksSomething(_ sections: String) {
    var files = SmallAssessment.yaml
    files["staff.yaml"] = "id: staff\ntitle: Staff\n\(sections)\n"
    let read = SmallAssessment.diagnostics(files).filter { $0.code == .missingKey }
    #expect(
      read.map(\.description) == [
        "staff.yaml:3:11: error: a questionnaire asks at least one question; add one [missing-key]"
      ])
    var draft = SmallAssessment.draft
    draft.questionnaires[0].sections = []
    #expect(SmallAssessment.diagnostics(draft).contains { $0.path?.description == "questionnaires[0].sections" })
  }

  @Test func at250OptionsTheLimitIsReached() {
    func draft(_ count: Int) -> AssessmentDraft {
      var draft = SmallAssessment.draft
      draft.questionnaires[0].sections[1].questions[1].answers = .closed(
        (0..<count).map { AnswerOption(id: Identifier("o\($0)"), label: LocalizedText("Option \($0)"), score: nil) })
      return draft
    }
    #expect(SmallAssessment.diagnostics(draft(250)) == [])
    let built = SmallAssessment.diagnostics(draft(251))
    #expect(built.map(\.code) == [.limit])
    #expect(built.first?.message == "a question has at most 250 options; this one has 251: take some out")
    #expect(built.first?.path?.description == "questionnaires[0].sections[1].questions[1].options")
  }

  @Test func at65534ValuesTheLimitOfAnAttributeIsReached() {
    var draft = SmallAssessment.draft
    draft.questionnaires[0].attributes[0].values = (0..<65_535).map {
      Attribute.Value(id: Identifier("v\($0)"), label: LocalizedText("Value \($0)"))
    }
    #expect(
      SmallAssessment.diagnostics(draft).map(\.message) == ["an attribute has at most 65,534 values; take some out"])
  }

  @Test func problemsOfAnAnswerSetAreReportedOnceWhereItIsWritten() {
    let mistake = Mistake([
      ("label: I disagree", "label: §\"\""),
      ("kind: yes-no, text: Is work shown?", "kind: agreement, text: Is work shown?, options: agree"),
    ])
    #expect(mistake.diagnostics.map(\.code) == [.invalidValue])
    #expect(mistake.diagnostics.first?.location == mistake.place)
  }

  @Test func aNumberQuestionBuiltInSwiftIsCheckedLikeOneThatIsRead() {
    var draft = SmallAssessment.draft
    draft.questionnaires[0].sections[1].questions[1].answers = .open(
      NumberAnswers(minimum: 10, maximum: 0, bands: [.init(from: 5, score: 1), .init(from: 5, score: .nan)]))
    let built = SmallAssessment.diagnostics(draft)
    #expect(
      built.allSatisfy {
        $0.code == .invalidValue && $0.path?.description == "questionnaires[0].sections[1].questions[1]"
      })
    #expect(built.count >= 2)
  }

  @Test func aSnapshotBuiltInSwiftHasTheLevelsAsItsOptions() {
    func draft(_ options: [AnswerOption]) -> AssessmentDraft {
      var draft = SmallAssessment.draft
      draft.questionnaires[0].sections[0].questions[0].snapshot = "leadership"
      draft.questionnaires[0].sections[0].questions[0].answers = .closed(options)
      return draft
    }
    let levels = [
      AnswerOption(id: "low", label: "Nobody leads.", score: 1), AnswerOption(id: "middle", label: "Some.", score: 2),
      AnswerOption(id: "high", label: "All.", score: 3),
    ]
    #expect(SmallAssessment.diagnostics(draft(levels)) == [])
    // Without the highest level the area's target is out of reach too.
    #expect(
      SmallAssessment.diagnostics(draft(Array(levels.prefix(2)))).map(\.path?.description) == [
        "questionnaires[0].sections[0].questions[0].kind", "areas[0].target",
      ])
    var wrongScore = levels
    wrongScore[0].score = 2
    #expect(SmallAssessment.diagnostics(draft(wrongScore)).count == 1)
    var unknownArea = draft(levels)
    unknownArea.questionnaires[0].sections[0].questions[0].snapshot = "leadershp"
    #expect(
      SmallAssessment.diagnostics(unknownArea).map(\.message) == [
        "there is no area “leadershp”; did you mean “leadership”?"
      ])
  }

  /// A millionth times 0.4 would round to nothing, times 0.6 to a millionth.
  @Test(arguments: [0.4, 0.6])
  func aWeightTimesAShareIsAMillionthAtLeast(_ share: Double) throws {
    var draft = SmallAssessment.draft
    draft.questionnaires[0].sections[0].questions[1].weight = 0.000001
    draft.questionnaires[0].sections[0].questions[1].measures.areas = ["people": share]
    let told = SmallAssessment.diagnostics(draft).filter { $0.message.contains("is less than a millionth") }
    #expect(told.map(\.path?.description) == ["questionnaires[0].sections[0].questions[1].measures.areas.people"])
    #expect(told.first?.message.hasPrefix("the weight 0.000001 times the share \(share)") == true)
  }
}
