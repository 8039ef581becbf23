import DigitalMaturity
import Testing

@Suite("Checks of the head, levels, entities and areas") struct AssessmentChecksTests {
  @Test func theSmallAssessmentIsValidInEachForm() {
    #expect(SmallAssessment.diagnostics(SmallAssessment.yaml) == [])
    #expect(SmallAssessment.diagnostics(["assessment.yaml": SmallAssessment.json]) == [])
    #expect(SmallAssessment.diagnostics(SmallAssessment.draft) == [])
  }

  @Test(arguments: head + levels + entities + duplicates + areas)
  func isFoundInADocumentAndInADraft(_ mistake: BothWays) { mistake.check() }

  static let head: [BothWays] = [
    BothWays(
      .invalidID, "“Small” is not an id; an id is small letters a to z", replace: "id: small", by: "id: §Small",
      path: "id"
    ) { $0.id = "Small" },
    BothWays(.invalidID, "the id is empty; write", replace: "id: small", by: "id: §\"\"", path: "id") { $0.id = "" },
    BothWays(
      .invalidValue, "“1.0” is not a version; write three numbers, such as 1.0.0", replace: "version: 1.0.0",
      by: "version: §1.0", path: "version"
    ) { $0.version = "1.0" },
    BothWays(
      .invalidValue, "is not a version", replace: "version: 1.0.0", by: "version: §\"\"", path: "version"
    ) { $0.version = "" },
    BothWays(
      .invalidValue, "“1.02.0” is not a version", replace: "version: 1.0.0", by: "version: §1.02.0", path: "version"
    ) { $0.version = "1.02.0" },
    BothWays(
      .invalidValue, "the title is blank; write it", replace: "title: Small assessment", by: "title: §\" \"",
      path: "title"
    ) { $0.title = " " },
    BothWays(
      .invalidValue, "the title is blank", replace: "title: Small assessment", by: "title: §\"\"", path: "title"
    ) { $0.title = "" },
    BothWays(
      .invalidValue, "“english” is not a language tag such as en, cy or en-GB", replace: "version: 1.0.0",
      by: "version: 1.0.0\nlanguage: §english", path: "language"
    ) { $0.language = "english" },
  ]

  static let levels: [BothWays] = [
    BothWays(
      .duplicateID, "the id “middle” stands twice in levels (also at number 2); give one another id",
      replace: "{id: high, value: 3", by: "{id: §middle, value: 3", path: "levels[2].id"
    ) { $0.levels[2].id = "middle" },
    BothWays(
      .invalidValue, "the level's name is blank", replace: "name: High", by: "name: §\"\"", path: "levels[2].name"
    ) { $0.levels[2].name = "" },
    BothWays(
      .invalidValue, "levels go upwards; this one does not lie above “low”: list the lowest first",
      replace: "id: middle, value: 2", by: "id: middle, value: §1", path: "levels[1].value"
    ) {
      $0.levels[1].value = 1
      $0.levels[1].from = 1
    },
    BothWays(
      .invalidValue, "a level begins at or below its value; lower “from”", replace: "id: middle, value: 2",
      by: "id: middle, value: 2, from: §2.5", path: "levels[1].from"
    ) { $0.levels[1].from = 2.5 },
    BothWays(
      .invalidValue, "this level's value lies in the band of “high”; begin that one later",
      replace: "id: middle, value: 2, name: Middle}\n  - {id: high, value: 3",
      by: "id: middle, value: §2, from: 1.5, name: Middle}\n  - {id: high, value: 3, from: 1.9", path: "levels[1].value"
    ) {
      $0.levels[1].from = 1.5
      $0.levels[2].from = 1.9
    },
    BothWays(
      .invalidValue, "lie between -1e12 and 1e12", replace: "id: high, value: 3", by: "id: high, value: §1e13",
      path: "levels[2].value", alsoReplace: "kind: yes-no", "kind: agreement, options: agree"
    ) {
      $0.levels[2].value = 1e13
      $0.levels[2].from = 1e13
    },
  ]

  static let entities: [BothWays] = [
    BothWays(
      .invalidID, "“Writing well” is not an id", replace: "name: Writing}",
      by: "name: W}\n  - {id: §Writing well, name: X}",
      path: "literacies[1].id"
    ) { $0.literacies.append(Literacy(id: "Writing well", name: "X")) },
    BothWays(.invalidID, "“-x” is not an id", replace: "{id: board", by: "{id: §-x", path: "governance[0].id") {
      $0.governance[0].id = "-x"
    },
    BothWays(
      .invalidValue, "the name is blank; write it", replace: "name: Place}", by: "name: §\"  \"}",
      path: "themes[0].name"
    ) { $0.themes[0].name = "  " },
    BothWays(
      .invalidValue, "the name is blank; write it", replace: "name: Engage}", by: "name: §{en: \"\"}}",
      path: "workstreams[0].name"
    ) { $0.workstreams[0].name = "" },
    BothWays(
      .unknownReference, "there is no principle set “declaratoin”; did you mean “declaration”?",
      replace: "set: declaration", by: "set: §declaratoin", path: "principles[0].set"
    ) { $0.principles[0].set = "declaratoin" },
    BothWays(
      .unknownReference, "there is no principle set “”", replace: "set: declaration", by: "set: §\"\"",
      path: "principles[0].set"
    ) { $0.principles[0].set = "" },
    BothWays(
      .invalidValue, "the principle's statement is blank", replace: "statement: We work in the open.",
      by: "statement: §\"\"", path: "principles[0].statement"
    ) { $0.principles[0].statement = "" },
  ]

  static let duplicates: [BothWays] = [
    BothWays(
      .duplicateID, "the id “place” stands twice in themes", replace: "name: Place}",
      by: "name: Place}\n  - {id: §place, name: X}", path: "themes[1].id"
    ) { $0.themes.append(Theme(id: "place", name: "X")) },
    BothWays(
      .duplicateID, "stands twice in principle-sets", replace: "name: Declaration}",
      by: "name: Declaration}\n  - {id: §declaration, name: X}", path: "principle-sets[1].id"
    ) { $0.principleSets.append(PrincipleSet(id: "declaration", name: "X")) },
    BothWays(
      .duplicateID, "stands twice in principles", replace: "statement: We work in the open.}",
      by: "statement: W}\n  - {id: §open, set: declaration, name: X, statement: X}", path: "principles[1].id"
    ) { $0.principles.append(Principle(id: "open", set: "declaration", name: "X", statement: "X")) },
    BothWays(
      .duplicateID, "stands twice in literacies", replace: "name: Writing}",
      by: "name: Writing}\n  - {id: §writing, name: X}", path: "literacies[1].id"
    ) { $0.literacies.append(Literacy(id: "writing", name: "X")) },
    BothWays(
      .duplicateID, "stands twice in areas", replace: "name: People, weight: 2}",
      by: "name: People, weight: 2}\n  - {id: §people, name: X}", path: "areas[2].id"
    ) { $0.areas.append(Area(id: "people", name: "X")) },
    BothWays(
      .duplicateID, "stands twice in workstreams", replace: "name: Engage}",
      by: "name: Engage}\n  - {id: §engage, name: X}", path: "workstreams[1].id"
    ) { $0.workstreams.append(Workstream(id: "engage", name: "X")) },
    BothWays(
      .duplicateID, "stands twice in actions", replace: "actions:\n",
      by: "actions:\n  - {id: train, name: X, area: people}\n", path: "actions[1].id",
      alsoReplace: "- {id: train, name: Train",
      "- {id: §train, name: Train"
    ) { $0.actions.append(Action(id: "train", name: "X", area: "people")) },
    BothWays(
      .duplicateID, "stands twice in projects", replace: "projects:\n",
      by: "projects:\n  - {id: portal, name: X}\n", path: "projects[1].id", alsoReplace: "- {id: portal, name: Portal",
      "- {id: §portal, name: Portal"
    ) { $0.projects.append(Project(id: "portal", name: "X")) },
    BothWays(
      .duplicateID, "stands twice in governance", replace: "name: Board}",
      by: "name: Board}\n  - {id: §board, name: X}", path: "governance[1].id"
    ) { $0.governance.append(GovernanceBody(id: "board", name: "X")) },
  ]

  static let areas: [BothWays] = [
    BothWays(
      .unknownReference, "there is no theme “palce”; did you mean “place”?", replace: "themes: [place]",
      by: "themes: [§palce]", path: "areas[0].themes[0]"
    ) { $0.areas[0].themes = ["palce"] },
    BothWays(
      .duplicateID, "“place” stands twice in this list; take one out", replace: "themes: [place]",
      by: "themes: [place, §place]", path: "areas[0].themes[1]"
    ) { $0.areas[0].themes = ["place", "place"] },
    BothWays(
      .invalidValue, "a weight is a number from 0 to 1,000,000, not -1", replace: "weight: 2", by: "weight: §-1",
      path: "areas[1].weight"
    ) { $0.areas[1].weight = -1 },
    BothWays(
      .invalidValue, "a weight has at most six decimals; 0.1234567 has more", replace: "weight: 2",
      by: "weight: §0.1234567", path: "areas[1].weight"
    ) { $0.areas[1].weight = 0.123_456_7 },
    BothWays(
      .invalidValue, "write a number from 1 to 3", replace: "target: 3", by: "target: §3.5", path: "areas[0].target"
    ) { $0.areas[0].target = 3.5 },
    BothWays(
      .unknownReference, "there is no level “lwo”; did you mean “low”?", replace: "levels: {low: Nobody",
      by: "levels: {lwo: §Nobody", path: "areas[0].levels.lwo"
    ) { $0.areas[0].levels = ["lwo": "Nobody leads."] },
    BothWays(
      .invalidValue, "all areas of this theme weigh 0; give one a weight",
      replace: "- {id: place, name: Place}", by: "- §{id: place, name: Place}", path: "themes[0]",
      alsoReplace: "themes: [place],", "themes: [place], weight: 0,"
    ) { $0.areas[0].weight = 0 },
  ]

  @Test func areasNeedLevels() {
    for empty in ["", "levels: []\n", "levels:\n"] {
      var files = SmallAssessment.yaml
      let text = files["assessment.yaml"] ?? ""
      let parts = text.components(
        around:
          "levels:\n  - {id: low, value: 1, name: Low}\n  - {id: middle, value: 2, name: Middle}\n  - {id: high, value: 3, name: High}\n"
      )
      #expect(parts.count == 2)
      files["assessment.yaml"] = parts.joined(separator: empty)
      let read = SmallAssessment.diagnostics(files)
      #expect(
        read.contains { $0.code == .missingKey && $0.message == "areas need levels; add “levels” with at least one" })
    }
    var draft = SmallAssessment.draft
    draft.levels = []
    draft.areas[0].levels = [:]
    let built = SmallAssessment.diagnostics(draft)
    #expect(
      built.map(\.description) == ["levels: error: areas need levels; add “levels” with at least one [missing-key]"])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -1e-9, 1e7])
  func weightsAreCheckedInSwiftAsWell(_ weight: Double) {
    var draft = SmallAssessment.draft
    draft.areas[1].weight = weight
    #expect(SmallAssessment.diagnostics(draft).map(\.path?.description) == ["areas[1].weight"])
  }

  @Test(arguments: [0, 0.000_001, 0.5, 999_999.999_999, 1_000_000])
  func goodWeightsPass(_ weight: Double) {
    var draft = SmallAssessment.draft
    draft.areas[1].weight = weight
    #expect(SmallAssessment.diagnostics(draft) == [])
  }

  @Test func numbersThatAreNoneDoNotTrap() {
    var draft = SmallAssessment.draft
    draft.levels[1].value = .nan
    draft.levels[2].from = .infinity
    draft.areas[0].target = .nan
    draft.areas[1].weight = .nan
    draft.actions[0].effort = .nan
    draft.questionnaires[0].sections[0].questions[1].weight = -.infinity
    draft.questionnaires[0].sections[0].questions[1].level = .nan
    draft.questionnaires[0].sections[0].questions[0].answers = .closed([
      AnswerOption(id: "a", label: "A", score: .nan), AnswerOption(id: "b", label: "B", score: 1),
    ])
    let paths = Set(SmallAssessment.diagnostics(draft).compactMap(\.path?.description))
    #expect(
      paths.isSuperset(of: [
        "levels[1].value", "levels[2].value", "areas[0].target", "areas[1].weight", "actions[0].effort",
        "questionnaires[0].sections[0].questions[1].weight", "questionnaires[0].sections[0].questions[1].level",
        "questionnaires[0].sections[0].questions[0].options[0].score",
      ]))
  }

  @Test(arguments: [
    "0.0.1", "1.2.3", "10.20.30", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-0.3.7", "1.0.0-x-y-z.-",
    "1.0.0+20130313144700",
    "1.0.0-beta+exp.sha.5114f85", "1.0.0+21AF26D3---117B344092BD",
  ])
  func versionsOfTheSpecificationPass(_ version: String) {
    var draft = SmallAssessment.draft
    draft.version = version
    #expect(SmallAssessment.diagnostics(draft) == [])
  }

  @Test(arguments: [
    "1", "1.2", "1.2.3.4", "v1.0.0", "1.0.0-", "1.0.0+", "1..0", "01.0.0", "1.0.0-a..b", "1.0.0-é", "-1.0.0",
  ])
  func otherVersionsDoNot(_ version: String) {
    var draft = SmallAssessment.draft
    draft.version = version
    #expect(SmallAssessment.diagnostics(draft).map(\.path?.description) == ["version"])
  }
}
