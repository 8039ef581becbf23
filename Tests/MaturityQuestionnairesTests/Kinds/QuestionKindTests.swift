import DigitalMaturity
import MaturityQuestionnaires
import MaturityTesting
import Testing

@Suite("Kinds of questions") struct QuestionKindTests {
  private let levels = [
    MaturityLevel(id: "low", value: 1, name: "Low"), MaturityLevel(id: "middle", value: 2, name: "Middle"),
    MaturityLevel(id: "high", value: 3, name: "High"),
  ]
  private let scored = #""options": [{"id": "a", "label": "A", "score": 1}, {"id": "b", "label": "B", "score": 3}]"#

  private func context(_ snapshot: Area? = nil) -> QuestionContext {
    QuestionContext(
      levels: levels, snapshot: snapshot,
      answerSets: [
        "agree": [
          AnswerOption(id: "disagree", label: "Disagree", score: 1),
          AnswerOption(id: "agree", label: "Agree", score: 3),
        ]
      ])
  }

  /// Reads the keys of a kind's own.
  private func read<Kind: QuestionKind>(
    _: Kind.Type, _ json: String, snapshot: Area? = nil
  ) throws -> (answers: AnswerModel?, problems: [String]) {
    let log = DiagnosticLog()
    let document = try JSONReader.read(Array(json.utf8), file: "q.json")
    let answers: AnswerModel?? = document.root.readTable(into: log) { table in
      _ = table.value("snapshot")
      return Kind.read(&table, in: context(snapshot))
    }
    return (answers ?? nil, log.diagnostics.map(\.description))
  }

  // MARK: The contract

  @Test func everyKindKeepsTheContract() {
    let context = context()
    #expect(QuestionKindContract.violations(of: LevelKind.self, question: "{}", in: context) == [])
    #expect(QuestionKindContract.violations(of: LevelKind.self, question: "{\(scored)}", in: context) == [])
    #expect(QuestionKindContract.violations(of: ChoiceKind.self, question: "{\(scored)}", in: context) == [])
    #expect(QuestionKindContract.violations(of: ChoiceKind.self, question: #"{"options": "agree"}"#, in: context) == [])
    #expect(
      QuestionKindContract.violations(of: AgreementKind.self, question: #"{"options": "agree"}"#, in: context) == [])
    #expect(QuestionKindContract.violations(of: YesNoKind.self, question: "{}", in: context) == [])
    #expect(QuestionKindContract.violations(of: YesNoKind.self, question: "{\(scored)}", in: context) == [])
    #expect(QuestionKindContract.violations(of: TextKind.self, question: "{}", cells: ["Because", "é"]) == [])
    #expect(
      QuestionKindContract.violations(
        of: NumberKind.self, question: #"{"minimum": 0, "maximum": 100}"#, cells: ["0", "100", "12.5", " 7 % "]) == [])
    #expect(
      QuestionKindContract.violations(
        of: NumberKind.self, question: #"{"bands": [{"from": 0, "score": 1}, {"from": 25, "score": 2}]}"#,
        cells: ["0", "24.999", "25", "1e6"]) == [])
  }

  // MARK: Level

  @Test func aLevelQuestionWithoutOptionsOffersTheLevels() throws {
    let read = try read(LevelKind.self, "{}")
    #expect(read.problems.isEmpty)
    #expect(
      read.answers?.options == [
        AnswerOption(id: "low", label: "Low", score: 1), AnswerOption(id: "middle", label: "Middle", score: 2),
        AnswerOption(id: "high", label: "High", score: 3),
      ])
  }

  @Test func aLevelQuestionNeedsScores() throws {
    let read = try read(
      LevelKind.self, #"{"options": [{"id": "a", "label": "A"}, {"id": "b", "label": "B", "score": 2}]}"#)
    #expect(
      read.problems == [
        "q.json:1:13: error: every option of a “level” question has a score; add one to a [missing-key]"
      ])
  }

  @Test(arguments: [
    (
      #"[{"id": "a", "label": "A", "score": 2}, {"id": "b", "label": "B", "score": 2}]"#,
      "an answer may be given as the level's value, and “2” could mean “a” or “b”; give them different scores or names"
    ),
    (
      #"[{"id": "1", "label": "A", "score": 2}, {"id": "b", "label": "B", "score": 1}]"#,
      "“1” could mean “1” or “b”"
    ),
    (
      #"[{"id": "a", "label": "2.5", "score": 1}, {"id": "b", "label": "B", "score": 2.5}]"#,
      "“2.5” could mean “a” or “b”"
    ),
    (
      #"[{"id": "a", "label": "A", "score": 1}, {"id": "b", "label": "1", "score": 2}]"#,
      "“1” could mean “b” or “a”"
    ),
    (
      #"[{"id": "a", "label": "\u00a0-0.5 ", "score": -1}, {"id": "b", "label": "B", "score": -0.5}]"#,
      "“-0.5” could mean “a” or “b”"
    ),
    (
      #"[{"id": "a", "label": "A", "score": 1}, {"id": "b", "label": {"en": "Big", "cy": "1E+300"}, "score": 2},"#
        + #"{"id": "c", "label": "C", "score": 1e300}]"#,
      "“1e+300” could mean “b” or “c”"
    ),
  ])
  func aLevelsValueMeansOneOption(_ options: String, _ words: String) throws {
    let read = try read(LevelKind.self, #"{"options": \#(options)}"#)
    #expect(read.problems.count == 1)
    #expect(read.problems.first?.contains(words) == true, "\(read.problems)")
    #expect(read.problems.first?.contains("[ambiguous-option]") == true)
  }

  /// Comparing each with each would take minutes.
  @Test("ten thousand options with numbers in their labels are read, and one value that means two is found")
  func manyOptions() throws {
    let options = (0..<10_000).map { #"{"id": "o\#($0)", "label": "Label \#($0)", "score": \#($0 == 9_999 ? 7 : $0)}"# }
    let read = try read(LevelKind.self, #"{"options": [\#(options.joined(separator: ","))]}"#)
    #expect(read.answers?.options.count == 10_000)
    #expect(read.problems.count == 1)
    #expect(read.problems.first?.contains("“7” could mean “o7” or “o9999”") == true, "\(read.problems)")
  }

  @Test func anOptionMayBeNamedByItsOwnValue() throws {
    let options = #"{"options": [{"id": "1", "label": "1", "score": 1}, {"id": "2", "label": "Two", "score": 2}]}"#
    #expect(try read(LevelKind.self, options).problems == [])
  }

  // MARK: Snapshots

  private let area = Area(
    id: "leadership", name: "Leadership", levels: ["low": "Nobody leads.", "middle": "Some lead.", "high": "All lead."])

  @Test func aSnapshotOffersTheAreasOwnDescriptionsInTheOrderOfTheLevels() throws {
    let read = try read(LevelKind.self, #"{"snapshot": "leadership"}"#, snapshot: area)
    #expect(read.problems.isEmpty)
    #expect(read.answers?.options.map(\.id) == ["low", "middle", "high"])
    #expect(read.answers?.options.map(\.label) == ["Nobody leads.", "Some lead.", "All lead."])
    #expect(read.answers?.options.map(\.score) == [1, 2, 3])
  }

  @Test func aSnapshotNeedsEveryLevelDescribed() throws {
    var area = area
    area.levels["middle"] = nil
    area.levels["high"] = nil
    let read = try read(LevelKind.self, #"{"snapshot": "leadership"}"#, snapshot: area)
    #expect(
      read.problems == [
        "q.json:1:14: error: the area “leadership” does not describe middle, high; a snapshot needs every level described [missing-key]"
      ])
  }

  @Test func aSnapshotHasNoOptionsOfItsOwn() throws {
    let read = try read(LevelKind.self, #"{"snapshot": "leadership", "options": []}"#, snapshot: area)
    #expect(
      read.problems == [
        "q.json:1:39: error: a snapshot question takes its options from the area's level descriptions; leave “options” out [invalid-value]"
      ])
  }

  // MARK: Choice, agreement, yes-no, text

  @Test func aChoiceMayLackScoresButNotOptions() throws {
    let read = try read(ChoiceKind.self, #"{"options": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]}"#)
    #expect(read.problems.isEmpty)
    #expect(read.answers?.range == nil)
    #expect(
      try self.read(ChoiceKind.self, "{}").problems == [
        "q.json:1:1: error: “options” is missing here; add it [missing-key]"
      ])
    #expect(
      try self.read(ChoiceKind.self, #"{"options": []}"#).problems == [
        "q.json:1:13: error: this list of options is empty; add at least one [missing-key]"
      ])
  }

  @Test func optionsMayBeTheNameOfAnAnswerSet() throws {
    #expect(try read(AgreementKind.self, #"{"options": "agree"}"#).answers?.options.map(\.id) == ["disagree", "agree"])
    #expect(
      try read(AgreementKind.self, #"{"options": "agre"}"#).problems == [
        "q.json:1:13: error: there is no answer set “agre” under “answers”; did you mean “agree”? [unknown-reference]"
      ])
  }

  @Test func optionsAreReadOneByOne() throws {
    let read = try read(
      ChoiceKind.self,
      #"{"options": [5, {"id": "a", "label": "A", "points": 1}, {"label": "B"}, {"id": "c", "score": "x"}]}"#)
    #expect(
      read.problems == [
        "q.json:1:14: error: a mapping of keys and values belongs here, not the number 5 [wrong-type]",
        "q.json:1:43: error: unknown key “points”; known here: score, id, label [unknown-key]",
        "q.json:1:57: error: “id” is missing here; add it [missing-key]",
        "q.json:1:73: error: “label” is missing here; add it [missing-key]",
        "q.json:1:94: error: a number belongs here, not the text “x” [wrong-type]",
      ])
    #expect(read.answers?.options.count == 4, "stand-ins keep the places of the rest")
  }

  @Test func optionsWrittenLikeTheOneBeforeAreReadAsAnyOther() throws {
    let read = try read(
      ChoiceKind.self,
      """
      {"options": [
        {"label": "A", "id": "a", "score": 1},
        {"label": {"en": "B", "cy": "C"}, "id": 2, "score": 0.5},
        {"label": "C", "id": "c", "score": null},
        {"label": null, "id": "d", "score": 4},
        {"label": [], "id": true, "score": "x"},
        {"label": "F", "id": "f", "points": 1},
        {"id": "g", "score": 7, "label": "G"}
      ]}
      """)
    #expect(
      read.problems == [
        "q.json:5:3: error: “label” is missing here; add it [missing-key]",
        "q.json:6:13: error: text belongs here, not a list [wrong-type]",
        "q.json:6:38: error: a number belongs here, not the text “x” [wrong-type]",
        "q.json:7:29: error: unknown key “points”; known here: score, label, id [unknown-key]",
      ])
    let options = try #require(read.answers?.options)
    #expect(options.map(\.id) == ["a", "2", "c", "d", "true", "f", "g"])
    #expect(options.map(\.score) == [1, 0.5, nil, 4, nil, nil, 7])
    #expect(options.map(\.label.text) == ["A", "B", "C", "", "", "F", "G"])
    #expect(options[1].label.translations == ["en": "B", "cy": "C"])
  }

  @Test func agreementNeedsScoresAndOptions() throws {
    #expect(try read(AgreementKind.self, "{}").problems.count == 1)
    #expect(
      try read(AgreementKind.self, #"{"options": [{"id": "a", "label": "A"}]}"#).problems.map {
        $0.contains("every option of a “agreement” question has a score")
      } == [true])
  }

  @Test func yesIsTheHighestLevelAndNoTheLowest() throws {
    let answers = try #require(try read(YesNoKind.self, "{}").answers)
    #expect(answers.options.map(\.id) == ["no", "yes"])
    #expect(answers.options.map(\.score) == [1, 3])
    #expect(answers.range == 1...3)
    #expect(try read(YesNoKind.self, "{\(scored)}").answers?.options.map(\.id) == ["a", "b"])
  }

  @Test func textIsKeptAndHasNoScore() throws {
    guard case .open(let kind) = try read(TextKind.self, "{}").answers else {
      Issue.record("not open")
      return
    }
    let cell = Array("Straße, “so”\n".utf8)
    #expect(kind.encode(cell.span) == .text("Straße, “so”\n"))
    #expect(kind.score(.text("x")) == nil)
    #expect(kind.range == nil)
    let broken: [UInt8] = [0x61, 0xFF, 0x62]
    #expect(kind.encode(broken.span) == .text("a\u{FFFD}b"))
  }
}
