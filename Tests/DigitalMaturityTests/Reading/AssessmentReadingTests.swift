import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityYAML
import Testing

@Suite("Assessments are read whole, or not at all with every problem") struct AssessmentReadingTests {
  @Test("the main file is found by each ending that is read, YAML first")
  func mainFile() throws {
    let vocabulary = SmallAssessment.vocabulary
    var yml = SmallAssessment.yaml
    yml["assessment.yml"] = yml.removeValue(forKey: "assessment.yaml")
    #expect(try vocabulary.readAssessment(from: MemorySource(texts: yml)).id == "small")
    let json = ["assessment.json": SmallAssessment.json]
    #expect(try vocabulary.readAssessment(from: MemorySource(texts: json)).id == "small")
    let both = SmallAssessment.yaml.merging(["assessment.json": "no JSON"]) { $1 }
    #expect(try vocabulary.readAssessment(from: MemorySource(texts: both)).id == "small")
    // One that is there and cannot be used is not passed over.
    let wrong = ["assessment.yaml": "[", "assessment.json": SmallAssessment.json]
    #expect(throws: DocumentError.self) { try vocabulary.readAssessment(from: MemorySource(texts: wrong)) }
  }

  @Test(
    "without a main file the message says what was looked for, and what path: means",
    arguments: [
      ("main.yaml", true, "looked for assessment.yaml, assessment.json, assessment.yml: name another main file with"),
      ("main.yaml", false, "looked for assessment.yaml, assessment.json: name another main file with “path:”"),
      ("assessment.yaml", false, "“assessment.yaml” is there, and this vocabulary does not read YAML; add that first"),
    ])
  func noMainFile(_ name: String, _ readsYAML: Bool, _ words: String) throws {
    var vocabulary = Vocabulary()
    if readsYAML { vocabulary.add(.yaml) }
    let error = try #require(throws: DocumentError.self) {
      try vocabulary.readAssessment(from: MemorySource(texts: [name: "format: 1"]))
    }
    #expect(error.diagnostics.map(\.code) == [.unreadableFile])
    #expect(error.description.contains(words), "\(error)")
  }

  @Test("what is defined comes before what refers to it, whichever was read first")
  func order() throws {
    var files = SmallAssessment.yaml
    files["areas.yaml"] = """
      - {id: leadership, name: Leadership, themes: [place], target: 3, levels: {lwo: Nobody leads.}}
      - {id: people, name: People, weight: 2}
      """
    files["assessment.yaml"] = files["assessment.yaml"]?
      .split(separator: "\n").filter { !$0.contains("name: Leadership") && !$0.contains("name: People") }
      .joined(separator: "\n").replacing("areas:\nscoring", with: "areas: {include: areas.yaml}\nscoring")
    files["staff.yaml"] = files["staff.yaml"].map { $0 + "\nmood: good\n" }
    let error = try #require(throws: DocumentError.self) {
      try SmallAssessment.vocabulary.readAssessment(from: MemorySource(texts: files))
    }
    #expect(error.diagnostics.map { $0.location?.file } == ["areas.yaml", "staff.yaml"], "\(error)")
  }

  @Test("an area whose id is wrong, here or where it is measured, is not also reported as measured by nothing")
  func unmeasuredFollows() throws {
    for (right, wrong, codes) in [
      ("id: people, name: People", "id: People, name: People", [Diagnostic.Code.invalidID]),
      ("id: people, name: People", "id: poeple, name: People", []),
    ] {
      var files = SmallAssessment.yaml
      files["assessment.yaml"] = files["assessment.yaml"]?.replacing(right, with: wrong)
      let error = try #require(throws: DocumentError.self) {
        try SmallAssessment.vocabulary.readAssessment(from: MemorySource(texts: files))
      }
      let found = error.diagnostics.map(\.code)
      #expect(!found.contains(.unmeasuredArea), "\(error)")
      for code in codes { #expect(found.contains(code)) }
    }
  }

  @Test(arguments: keys + missing + types + values)
  func isFound(_ mistake: ReadingMistake) { mistake.check() }

  static let keys: [ReadingMistake] = [
    ReadingMistake(
      .unknownKey, "unknown key “tilte”; did you mean “title”?", replace: "title: Small assessment",
      by: "title: Small\n§tilte: Again"),
    ReadingMistake(
      .unknownKey, "unknown key “questionaires”; did you mean “questionnaires”?", replace: "workstreams:",
      by: "§questionaires: []\nworkstreams:"),
    ReadingMistake(
      .unknownKey, "unknown key “summry”; did you mean “summary”?", replace: "name: Low}", by: "name: Low, §summry: x}"),
    ReadingMistake(
      .unknownKey, "unknown key “traget”; did you mean “target”?", replace: "target: 3", by: "§traget: 3"),
    ReadingMistake(.unknownKey, "“wording”", replace: "name: Place}", by: "name: Place, §wording: []}"),
    ReadingMistake(
      .unknownKey, "unknown key “sorce”; did you mean “source”?", replace: "name: Declaration}",
      by: "name: Declaration, §sorce: x}"),
    ReadingMistake(.unknownKey, "“weight”", replace: "name: Writing}", by: "name: Writing, §weight: 1}"),
    ReadingMistake(.unknownKey, "“weight”", replace: "in the open.}", by: "in the open., §weight: 1}"),
    ReadingMistake(.unknownKey, "“lead”", replace: "name: Engage}", by: "name: Engage, §lead: x}"),
    ReadingMistake(.unknownKey, "did you mean “effort”?", replace: "effort: 3", by: "§efort: 3"),
    ReadingMistake(.unknownKey, "“until”", replace: "to: 2026-06}", by: "to: 2026-06, §until: 2026-07}"),
    ReadingMistake(.unknownKey, "did you mean “state”?", replace: "state: pilot", by: "§sate: pilot"),
    ReadingMistake(.unknownKey, "did you mean “decides”?", replace: "name: Board}", by: "name: Board, §decide: x}"),
    ReadingMistake(
      .unknownKey, "unknown key “minimum-answerd”; did you mean “minimum-answered”?", replace: "{rule: weighted-mean}",
      by: "{rule: weighted-mean, §minimum-answerd: 0.5}"),
    ReadingMistake(
      .unknownKey, "did you mean “overall”?", replace: "areas: {rule: weighted-mean}",
      by: "areas: {rule: weighted-mean}\n  §overal: none"),
    ReadingMistake(
      .unknownKey, "“of”", replace: "areas: {rule: weighted-mean}", by: "areas: {rule: weighted-mean, §of: areas}"),
    ReadingMistake(
      .repeatedKey, "“title”", replace: "title: Small assessment", by: "title: Small assessment\n§title: Again"),
  ]

  static let missing: [ReadingMistake] = [
    ReadingMistake(.missingKey, "“format” is missing here; add it", replace: "format: 1\nid: small", by: "§id: small"),
    ReadingMistake(.missingKey, "“id” is missing", replace: "format: 1\nid: small", by: "§format: 1"),
    ReadingMistake(
      .missingKey, "“version” is missing", replace: "format: 1\nid: small\nversion: 1.0.0", by: "§format: 1\nid: small"),
    ReadingMistake(
      .missingKey, "“title” is missing", replace: "format: 1\nid: small\nversion: 1.0.0\ntitle: Small assessment",
      by: "§format: 1\nid: small\nversion: 1.0.0"),
    ReadingMistake(.missingKey, "“value” is missing", replace: "{id: middle, value: 2, name", by: "§{id: middle, name"),
    ReadingMistake(
      .missingKey, "“value” is missing", replace: "{id: middle, value: 2, name", by: "§{id: middle, value: , name"),
    ReadingMistake(
      .missingKey, "“name” is missing", replace: "{id: middle, value: 2, name: Middle}", by: "§{id: middle, value: 2}"),
    ReadingMistake(
      .missingKey, "“id” is missing", replace: "{id: place, name: Place}",
      by: "{id: place, name: P}\n  - §{name: Place}"),
    ReadingMistake(.missingKey, "“set” is missing", replace: "{id: open, set: declaration,", by: "§{id: open,"),
    ReadingMistake(
      .missingKey, "“statement” is missing",
      replace: "{id: open, set: declaration, name: Open, statement: We work in the open.}",
      by: "§{id: open, set: declaration, name: Open}"),
    ReadingMistake(
      .missingKey, "“area” is missing", replace: "{id: train, name: Train, area: people,",
      by: "§{id: train, name: Train,"),
    ReadingMistake(
      .missingKey, "“to” is missing", replace: "timeframe: {from: 2026-04, to: 2026-06}",
      by: "timeframe: §{from: 2026-04}"),
    ReadingMistake(
      .missingKey, "“areas” is missing", replace: "scoring:\n  areas: {rule: weighted-mean}",
      by: "scoring:\n  §overall: none"),
    ReadingMistake(
      .missingKey, "“rule” is missing", replace: "areas: {rule: weighted-mean}", by: "areas: §{missing: omit}"),
    ReadingMistake(
      .missingKey, "“date” is missing", replace: "name: Place}", by: "name: Place, wordings: [§{text: The place}]}"),
  ]

  static let types: [ReadingMistake] = [
    ReadingMistake(
      .wrongType, "a whole number belongs here, not the text “one”", replace: "format: 1", by: "format: §one"),
    ReadingMistake(.wrongType, "a number belongs here, not the text “two”", replace: "value: 2", by: "value: §two"),
    ReadingMistake(.wrongType, "a number belongs here, not the text “3”", replace: "target: 3", by: "target: §\"3\""),
    ReadingMistake(.wrongType, "a number belongs here, not", replace: "target: 3", by: "target: §.nan"),
    ReadingMistake(
      .wrongType, "a list belongs here, not the text “place”", replace: "themes: [place]", by: "themes: §place"),
    ReadingMistake(
      .wrongType, "a list belongs here, not a mapping", replace: "governance:\n  - {id: board, name: Board}",
      by: "governance: §{id: board}"),
    ReadingMistake(.wrongType, "text belongs here, not a list", replace: "name: Board", by: "name: §[Board]"),
    ReadingMistake(
      .wrongType, "a mapping of keys and values belongs here, not the text", replace: "- {id: board, name: Board}",
      by: "- {id: board, name: Board}\n  - §cabinet"),
    ReadingMistake(
      .wrongType, "a mapping of keys and values belongs here, not the text “weighted-mean”",
      replace: "areas: {rule: weighted-mean}", by: "areas: §weighted-mean"),
    ReadingMistake(
      .wrongType, "a mapping of keys and values belongs here", replace: "levels: {low: Nobody leads.}",
      by: "levels: §[Nobody leads.]"),
    ReadingMistake(
      .wrongType, "a mapping of keys and values belongs here", replace: "timeframe: {from: 2026-04, to: 2026-06}",
      by: "timeframe: §2026"),
  ]

  static let values: [ReadingMistake] = [
    ReadingMistake(
      .invalidValue,
      "this document has format 2; this version reads format 1: write that, or take a newer version",
      replace: "format: 1", by: "format: §2"),
    ReadingMistake(
      .invalidValue, "a month is written as year and month, such as 2026-04", replace: "from: 2026-04, to",
      by: "from: §April 2026, to"),
    ReadingMistake(.invalidValue, "such as 2026-04", replace: "to: 2026-06", by: "to: §2026-06-30"),
    ReadingMistake(
      .invalidValue, "“plot” is not one of the words for this key; did you mean “pilot”?", replace: "state: pilot",
      by: "state: §plot"),
    ReadingMistake(
      .invalidValue, "known here: omit, lowest, block", replace: "{rule: weighted-mean}",
      by: "{rule: weighted-mean, missing: §zero}"),
    ReadingMistake(
      .invalidValue, "known here: missing, lowest", replace: "{rule: weighted-mean}",
      by: "{rule: weighted-mean, dont-know: §zero}"),
    ReadingMistake(
      .invalidValue, "did you mean “respondent”?", replace: "{rule: weighted-mean}",
      by: "{rule: weighted-mean, unit: §respondant}"),
    ReadingMistake(
      .invalidValue, "did you mean “questions”?", replace: "areas: {rule: weighted-mean}",
      by: "areas: {rule: weighted-mean}\n  themes: {rule: median, of: §question}"),
    ReadingMistake(.invalidValue, "is not a language tag", replace: "name: Board", by: "name: {§english: Board}"),
    ReadingMistake(
      .unknownRule, "there is no scoring rule “wieghted-mean”; did you mean “weighted-mean”?",
      replace: "{rule: weighted-mean}", by: "{rule: §wieghted-mean, power: 2}"),
  ]

  // MARK: The same from every side

  @Test func jsonYAMLAndSwiftGiveTheSameAssessment() throws {
    let fromYAML = try SmallAssessment.vocabulary.readAssessment(from: MemorySource(texts: SmallAssessment.yaml))
    let fromJSON = try SmallAssessment.vocabulary.readAssessment(
      from: MemorySource(texts: ["small.json": SmallAssessment.json]), path: "small.json")
    let built = try Assessment(SmallAssessment.draft)
    for read in [fromYAML, fromJSON] {
      expectSame(read, built)
      #expect(read.digest != nil)
    }
    #expect(fromYAML.digest == fromJSON.digest, "the digest is that of the content, whatever the notation")
    #expect(built.digest == nil)
  }

  private func expectSame(_ read: Assessment, _ built: Assessment) {
    #expect(read.id == built.id)
    #expect(read.version == built.version)
    #expect(read.language == built.language)
    #expect(read.title == built.title)
    #expect(read.summary == built.summary)
    #expect(read.source == built.source)
    #expect(read.levels == built.levels)
    #expect(read.themes == built.themes)
    #expect(read.principleSets == built.principleSets)
    #expect(read.principles == built.principles)
    #expect(read.literacies == built.literacies)
    #expect(read.areas == built.areas)
    #expect(read.workstreams == built.workstreams)
    #expect(read.actions == built.actions)
    #expect(read.projects == built.projects)
    #expect(read.governance == built.governance)
    #expect(read.scoring.map(describe) == built.scoring.map(describe))
    #expect(read.questionnaires.map(describe) == built.questionnaires.map(describe))
    #expect(read.warnings == built.warnings)
  }

  private func describe(_ plan: ScoringPlan) -> [String] {
    ([plan.areas, plan.themes, plan.principles, plan.literacies] + (plan.overall.map { [$0] } ?? [])).map {
      "\(type(of: $0.rule).name) \($0.rule.settings.description) \($0.missing) \($0.dontKnow) \($0.minimumAnswered) \($0.unit)"
    } + ["\(plan.themeSource)", "\(plan.areasByID.keys)"]
  }

  private func describe(_ questionnaire: Questionnaire) -> [String] {
    [
      "\(questionnaire.id) \(questionnaire.title) \(questionnaire.audience) \(questionnaire.mode) \(questionnaire.attributes)"
    ]
      + questionnaire.sections.flatMap { section in
        ["\(section.id) \(section.title)"]
          + section.questions.map { question in
            """
            \(question.id) \(question.kind) \(question.text) \(question.answers.options) \
            \(question.measures.areas) \(question.measures.principles) \
            \(question.measures.literacies) \(question.weight) \(question.allowed) \
            \(String(describing: question.showWhen)) \(question.isReversed) \(question.isRequired)
            """
          }
      }
  }

  // MARK: All at once

  @Test func allProblemsOfAllFilesComeInOneRunInTheOrderOfTheirPlaces() {
    let mistake = Mistake([
      ("title: Small assessment", "tilte: Small assessment"),
      ("target: 3", "target: 9"),
      ("rule: weighted-mean", "rule: weigted-mean"),
      ("set: declaration", "set: decl"),
      ("kind: yes-no", "kind: yesno"),
      ("label: In full, score: 3", "label: In full, score: three"),
      ("state: pilot", "state: flying"),
    ])
    let read = mistake.diagnostics
    let expected = [
      "assessment.yaml:1:1: error: “title” is missing here; add it [missing-key]",
      "assessment.yaml:4:1: error: unknown key “tilte”; did you mean “title”? [unknown-key]",
      "assessment.yaml:14:21: error: there is no principle set “decl”; known here: declaration [unknown-reference]",
      "assessment.yaml:18:65: error: a target lies on the scale of the levels; write a number from 1 to 3 [invalid-value]",
      "assessment.yaml:21:17: error: there is no scoring rule “weigted-mean”; did you mean “weighted-mean”? [unknown-rule]",
      "assessment.yaml:30:59: error: “flying” is not one of the words for this key; known here: idea, "
        + "proof-of-concept, pilot, delivery, done, stopped [invalid-value]",
      "staff.yaml:20:46: error: a number belongs here, not the text “three” [wrong-type]",
      "staff.yaml:25:31: error: there is no kind of question “yesno”; did you mean “yes-no”? [unknown-kind]",
    ]
    #expect(read.map(\.description) == expected)
  }

  @Test func whatIsNoMappingKeepsThePlacesOfThoseAfterIt() {
    let mistake = Mistake([
      ("- {id: writing, name: Writing}", "- 5\n  - {id: writing, name: Writing}\n  - {id: §Bad, name: B}"),
      ("themes: [place]", "themes: [{a: b}, place, nowhere]"),
    ])
    let read = mistake.diagnostics
    #expect(read.map(\.code) == [.wrongType, .invalidID, .wrongType, .unknownReference])
    #expect(read.dropFirst().first?.location == mistake.place)
    // `nowhere` stands twelve columns behind `place`, which stands behind the value that is no text.
    #expect(read.last?.location?.column == (read.dropLast().last?.location?.column ?? 0) + 15)
  }

  @Test func anErrorAndAWarningComeTogether() {
    let mistake = Mistake([
      ("target: 3", "target: 9"), ("{question: trained, at-least: 2}", "{question: trained, at-least: 9}"),
    ])
    #expect(mistake.diagnostics.map(\.severity) == [.error, .warning])
  }

  // MARK: Includes

  @Test func problemsOfIncludedFilesNameTheirFile() {
    var files = SmallAssessment.yaml
    files["assessment.yaml"] = files["assessment.yaml"]?
      .components(around: "literacies:\n  - {id: writing, name: Writing}").joined(
        separator: "literacies: {include: model/literacies.yaml}")
    files["model/literacies.yaml"] = "- include: one.json\n- {id: Two, name: Two}\n"
    files["model/one.json"] = "\n{\"id\": \"writing\",\n \"name\": \"Writing\", \"nmae\": 1}"
    #expect(
      SmallAssessment.diagnostics(files).map(\.description) == [
        "model/literacies.yaml:2:8: error: “Two” is not an id; an id is small letters a to z, digits and hyphens between them [invalid-id]",
        "model/one.json:3:21: error: unknown key “nmae”; did you mean “name”? [unknown-key]",
      ])
  }

  @Test func anIncludeThatCannotBeHadDoesNotHideTheRest() {
    var files = SmallAssessment.yaml
    files["staff.yaml"] = nil
    files["staf.yaml"] = ""
    let read = SmallAssessment.diagnostics(files)
    #expect(
      read.map(\.description) == [
        "assessment.yaml:23:14: error: there is no file “staff.yaml”; did you mean “staf.yaml”? [unreadable-file]"
      ])
  }

  // MARK: Sections

  @Test func aSectionNobodyAddedIsAnUnknownKey() {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    do throws(DocumentError) {
      _ = try vocabulary.readAssessment(from: MemorySource(texts: SmallAssessment.yaml))
      Issue.record("read without the section")
    } catch {
      #expect(
        error.diagnostics.contains { $0.code == .unknownKey && $0.message.hasPrefix("unknown key “questionnaires”") })
    }
  }

  struct Notes: DocumentSection {
    static let key = "notes"
    static func read(_ node: DocumentNode, in context: inout SectionContext) -> [String]? {
      context.contribute(
        Questionnaire(
          id: "notes", title: "Notes",
          sections: [
            .init(
              id: "s", title: "S",
              questions: [Question(id: "n", kind: "text", text: "?", answers: .open(TextAnswers()))])
          ]))
      // The core model has been read when a section is.
      return context.draft.areas.map(\.id.rawValue)
        + node.readList(into: context.log).compactMap { $0.readText(into: context.log) }
    }
  }

  @Test func aSectionIsFoundAgainByItsTypeAndAddsQuestionnaires() throws {
    var vocabulary = SmallAssessment.vocabulary
    vocabulary.add(Notes.self)
    var files = SmallAssessment.yaml
    files["assessment.yaml", default: ""] = "notes: [one, two]\n" + (files["assessment.yaml"] ?? "")
    let assessment = try vocabulary.readAssessment(from: MemorySource(texts: files))
    #expect(assessment.section([String].self) == ["leadership", "people", "one", "two"])
    #expect(assessment.section(Int.self) == nil)
    #expect(assessment.questionnaires.map(\.id) == ["notes", "staff"])
    #expect(assessment.questionnaire("notes")?.title == "Notes")
    #expect(assessment.questionnaire("none") == nil)
    #expect(assessment.area("people")?.weight == 2)
    #expect(assessment.area("none") == nil)
  }

  @Test func problemsOfASectionComeWithAllOthers() {
    var vocabulary = SmallAssessment.vocabulary
    vocabulary.add(Notes.self)
    let files = Mistake("format: 1", "notes: {}\nformat: 3").files
    do throws(DocumentError) {
      _ = try vocabulary.readAssessment(from: MemorySource(texts: files))
    } catch {
      #expect(error.diagnostics.map(\.code) == [.wrongType, .invalidValue])
    }
  }

  // MARK: What is no assessment at all

  @Test(arguments: ["[]", "5", "\"x\"", "null"])
  func theTopIsAMapping(_ text: String) {
    let read = SmallAssessment.diagnostics(["assessment.yaml": text])
    #expect(read.map(\.code) == [.wrongType])
    #expect(read.first?.location == SourceLocation(file: "assessment.yaml", line: 1, column: 1))
  }

  @Test func anEmptyMappingLacksItsHead() {
    #expect(
      SmallAssessment.diagnostics(["assessment.yaml": "{}"]).map(\.code) == Array(repeating: .missingKey, count: 4))
  }

  /// Whatever keys and values stand in a document, reading gives an assessment or problems with places.
  @Test(arguments: 0..<12) func nothingTrapsOnGarbage(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces =
      (SmallAssessment.yaml["assessment.yaml"] ?? "").split(separator: "\n").map(String.init)
      + (SmallAssessment.yaml["staff.yaml"] ?? "").split(separator: "\n").map(String.init)
    let words = [
      "-1", "1e308", ".nan", "[]", "{}", "\"\"", "~", "low", "people", "x: 1", "{question: helper}", "5000000000",
    ]
    for _ in 0..<150 {
      var lines = pieces
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: lines.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: lines.remove(at: index)
        case 1: lines.swapAt(index, Int.random(in: lines.indices, using: &generator))
        case 2: lines[index] = lines.randomElement(using: &generator) ?? ""
        default:
          let colon = lines[index].firstIndex(of: ":") ?? lines[index].endIndex
          lines[index] = lines[index][..<colon] + ": " + (words.randomElement(using: &generator) ?? "")
        }
      }
      let half = 31
      let main = lines.prefix(half).joined(separator: "\n")
      let staff = lines.dropFirst(half).joined(separator: "\n")
      do throws(DocumentError) {
        _ = try SmallAssessment.vocabulary.readAssessment(
          from: MemorySource(texts: ["assessment.yaml": main, "staff.yaml": staff]))
      } catch {
        #expect(error.diagnostics.contains { $0.severity == .error })
        #expect(error.diagnostics.allSatisfy { ($0.location?.line ?? 0) >= 1 && ($0.location?.column ?? 0) >= 1 })
      }
    }
  }
}
