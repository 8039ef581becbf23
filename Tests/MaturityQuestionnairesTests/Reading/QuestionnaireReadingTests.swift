import DigitalMaturity
import MaturityQuestionnaires
import MaturityYAML
import Testing

@Suite("The questionnaires section") struct QuestionnaireReadingTests {
  private static let head = """
    format: 1
    id: small
    version: 1.0.0
    title: Small
    levels: [{id: low, value: 1, name: Low}, {id: high, value: 2, name: High}]
    principle-sets: [{id: set, name: Set}]
    principles: [{id: open, set: set, name: Open, statement: We are open.}]
    literacies: [{id: writing, name: Writing}]
    questionnaires:
    """

  private static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addQuestionnaires()
    return vocabulary
  }()

  /// Reads questionnaires; `§` marks the expected place of a problem.
  private func read(
    _ yaml: String
  ) -> (questionnaires: [Questionnaire], problems: [Diagnostic], line: Int, column: Int) {
    let text = Self.head + "\n" + yaml
    let before = text.prefix { $0 != "§" }
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let place = (lines.count, (lines.last?.count ?? 0) + 1)
    let files = ["assessment.yaml": text.filter { $0 != "§" }]
    do throws(DocumentError) {
      let assessment = try Self.vocabulary.readAssessment(from: MemorySource(texts: files))
      return (assessment.questionnaires, assessment.warnings, place.0, place.1)
    } catch {
      return ([], error.diagnostics, place.0, place.1)
    }
  }

  private func question(_ yaml: String) -> String {
    "  - {id: staff, title: Staff, sections: [{id: main, questions: [{id: q, text: Q, \(yaml)}]}]}"
  }

  @Test(
    "a document's mode is what it says, else what is usual for the audience",
    arguments: [
      ("audience: elected-members", Questionnaire.Mode.consensus), ("audience: members", .consensus),
      ("audience: elected-members, mode: individual", .individual), ("audience: employees", .individual),
      ("audience: employees, mode: consensus", .consensus), ("", .individual),
    ])
  func mode(_ keys: String, _ mode: Questionnaire.Mode) throws {
    let read = read(
      "  - {id: staff, title: Staff, \(keys.isEmpty ? "" : keys + ", ")sections: [{id: main, questions: [{id: q, text: Q, kind: text}]}]}"
    )
    #expect(read.questionnaires.map(\.mode) == [mode], "\(read.problems)")
  }

  @Test func everyKeyIsRead() throws {
    let read = read(
      """
        - id: staff
          title: {en: Staff, cy: Staff}
          audience: employees
          mode: consensus
          introduction: Hello.
          attributes: [{id: team, text: Which team?, values: [{id: north, label: North}]}]
          sections:
            - id: main
              title: Main part
              introduction: Read this.
              questions:
                - id: q1
                  kind: choice
                  text: Do you write?
                  help: On paper.
                  options: [{id: no, label: Never, score: 1}, {id: yes, label: Always, score: 2}]
                  measures: {principles: {open: 0.5}, literacies: [writing]}
                  weight: 3
                  level: 2
                  reverse: true
                  required: true
                  allow: [dont-know, not-applicable, prefer-not-to-say]
                - id: q2
                  kind: text
                  text: Why?
                  show-when: {question: q1, is: yes}
      """)
    #expect(read.problems == [])
    let questionnaire = try #require(read.questionnaires.first)
    #expect(questionnaire.audience == "employees")
    #expect(questionnaire.mode == .consensus)
    #expect(questionnaire.introduction?.text == "Hello.")
    #expect(questionnaire.attributes.first?.values.first?.label.text == "North")
    #expect(questionnaire.sections.first?.title.text == "Main part")
    #expect(questionnaire.sections.first?.introduction?.text == "Read this.")
    let first = try #require(questionnaire.questions.first)
    #expect(first.help?.text == "On paper.")
    #expect(first.measures == Measures(principles: ["open": 0.5], literacies: ["writing": 1]))
    #expect(first.level == 2)
    #expect(first.weight == 3)
    #expect(first.isReversed && first.isRequired)
    #expect(first.allowed == [.dontKnow, .notApplicable, .preferNotToSay])
    #expect(first.effective(1) == 2 && first.effective(2) == 1)
    #expect(questionnaire.questions.last?.showWhen == .test(.question("q1"), .isOption(["yes"])))
  }

  @Test func whatIsNotSaidHasItsDefaults() throws {
    let read = read(question("kind: text"))
    #expect(read.problems == [])
    let questionnaire = try #require(read.questionnaires.first)
    #expect(questionnaire.audience == "everyone")
    #expect(questionnaire.mode == .individual)
    #expect(questionnaire.sections.first?.title.text == "main")
    let question = try #require(questionnaire.questions.first)
    #expect(question.weight == 1 && question.level == nil && !question.isReversed && !question.isRequired)
    #expect(question.allowed.isEmpty && question.showWhen == nil && question.measures.isEmpty)
  }

  @Test(
    arguments: [
      ("kind: §leval", .unknownKind, "there is no kind of question “leval”; did you mean “level”?"),
      ("kind: §yesno, options: x", .unknownKind, "did you mean “yes-no”?"),
      ("kind: text, allow: [dont-know, §dontknow]", .invalidValue, "did you mean “dont-know”?"),
      ("kind: text, allow: [§not-shown]", .invalidValue, "known here: dont-know, not-applicable, prefer-not-to-say"),
      ("kind: text, allow: §dont-know", .wrongType, "a list belongs here"),
      ("kind: text, required: §yes", .wrongType, "true or false belongs here, not the text “yes”"),
      ("kind: text, weight: §heavy", .wrongType, "a number belongs here"),
      ("kind: text, §wieght: 2", .unknownKey, "did you mean “weight”?"),
      ("kind: text, §options: []", .unknownKey, "unknown key “options”"),
      ("kind: yes-no, measures: {§area: [x]}", .unknownKey, "did you mean “areas”?"),
      ("kind: yes-no, measures: {literacies: [writing, §writing]}", .duplicateID, "stands twice in this list"),
      ("kind: yes-no, measures: {literacies: {writing: §half}}", .wrongType, "a number belongs here"),
      ("kind: yes-no, measures: {literacies: §writing}", .wrongType, "a list belongs here"),
      ("kind: yes-no, measures: §[writing]", .wrongType, "a mapping of keys and values belongs here"),
      ("kind: choice, options: §agre", .unknownReference, "there is no answer set “agre” under “answers”"),
      (
        "kind: number, minimum: 1, measures: §{literacies: [writing]}", .invalidValue,
        "answers to this “number” question have no scores"
      ),
      (
        "kind: text, measures: §{literacies: [writing]}", .invalidValue,
        "answers to this “text” question have no scores"
      ),
      (
        "kind: choice, options: [{id: a, label: A}], measures: §{literacies: [writing]}", .invalidValue,
        "add “score” to its options"
      ),
      ("snapshot: §leadership", .unknownReference, "there is no area “leadership”"),
    ] as [(String, Diagnostic.Code, String)])
  func aMistakeInAQuestionHasItsPlace(_ yaml: String, _ code: Diagnostic.Code, _ words: String) {
    let read = read(question(yaml))
    #expect(read.problems.map(\.code) == [code], "\(read.problems)")
    #expect(read.problems.first?.location?.line == read.line, "\(read.problems)")
    #expect(read.problems.first?.location?.column == read.column, "\(read.problems)")
    #expect(read.problems.first?.message.contains(words) == true, "\(read.problems)")
  }

  @Test(
    arguments: [
      ("  §- x: 1", 4), ("  - §5", 1), ("  §{}", 1),
      ("  - {id: a, title: A, mode: §shared, sections: [{id: s, questions: [{id: q, kind: text, text: Q}]}]}", 1),
      ("  - {id: a, title: A, sections: [§7]}", 1), ("  - {id: a, title: A, sections: §x}", 1),
      ("  - {id: a, title: A, sections: [{id: s, questions: [§7]}]}", 1),
      (
        "  - {id: a, title: A, attributes: [§{id: b, text: B}], sections: [{id: s, questions: [{id: q, kind: text, text: Q}]}]}",
        1
      ),
      ("  - {id: a, title: A, answers: §[x], sections: [{id: s, questions: [{id: q, kind: text, text: Q}]}]}", 1),
    ] as [(String, Int)])
  func aMistakeInTheSectionHasItsPlace(_ yaml: String, _ count: Int) {
    let read = read(yaml)
    #expect(read.problems.count == count, "\(read.problems)")
    #expect(read.problems.contains { $0.location?.line == read.line }, "\(read.problems)")
    if count == 1 { #expect(read.problems.first?.location?.column == read.column, "\(read.problems)") }
  }

  @Test func aQuestionWithoutIDKindAndTextLacksThree() {
    let read = read("  - {id: staff, title: Staff, sections: [{id: main, questions: [{}]}]}")
    #expect(
      read.problems.map(\.message) == [
        "“id” is missing here; add it", "“text” is missing here; add it", "“kind” is missing here; add it",
      ])
  }

  @Test func anotherKindIsReadThroughTheSameDoor() throws {
    struct Dice: QuestionKind {
      static let name = "dice"
      static let summary = "Throw one."
      static func read(_ question: inout TableReader, in context: QuestionContext) -> AnswerModel? {
        let sides = question.integer("sides") ?? 6
        return .closed(
          (1...max(sides, 1)).map {
            AnswerOption(id: Identifier("\($0)"), label: LocalizedText("Side \($0)"), score: 1)
          })
      }
    }
    var vocabulary = Self.vocabulary
    vocabulary.add(Dice.self)
    let text = Self.head + "\n" + question("kind: dice, sides: 8")
    let assessment = try vocabulary.readAssessment(from: MemorySource(texts: ["assessment.yaml": text]))
    #expect(assessment.questionnaires.first?.questions.first?.answers.options.count == 8)
  }

  @Test func snapshotsAreLevelQuestionsThatMeasureTheirArea() throws {
    let text =
      Self.head.split(separator: "\n").dropLast().joined(separator: "\n") + """

        areas: [{id: leadership, name: {en: Leadership}, levels: {low: Nobody leads., high: All lead.}}]
        scoring: {areas: {rule: middle}}
        questionnaires:
          - {id: staff, title: Staff, sections: [{id: main, questions: [
              {id: now, snapshot: leadership}, {id: again, snapshot: leadership, text: And now?, measures: {areas: {leadership: 2}}}]}]}
        """
    struct Middle: ScoringRule {
      static let name = "middle"
      static let summary = "One and a half."
      init(_ options: RuleOptions) throws(DocumentError) {}
      func range(of items: [ScoringItem]) -> ClosedRange<Double>? { nil }
      func score(_ context: ScoringContext) -> Figure<Double> { .value(1.5) }
    }
    var vocabulary = Self.vocabulary
    vocabulary.add(Middle.self)
    let assessment = try vocabulary.readAssessment(from: MemorySource(texts: ["assessment.yaml": text]))
    let questions = assessment.questionnaires[0].questions
    #expect(questions.map(\.kind) == ["level", "level"])
    #expect(questions.map(\.text.text) == ["Leadership: where are we today?", "And now?"])
    #expect(questions.map { $0.measures.areas["leadership"] } == [1, 2])
    #expect(
      questions.map { $0.answers.options.map(\.label.text) }
        == Array(repeating: ["Nobody leads.", "All lead."], count: 2))
  }
}
