import DigitalMaturity
import MaturityQuestionnaires
import Testing

@Suite("Answers given in Swift") struct AnswerSheetQuestionnaireTests {
  private let questionnaire = Questionnaire(
    id: "q", title: "Q",
    attributes: [
      Attribute(id: "team", text: "Team?", values: [.init(id: "north", label: "N"), .init(id: "south", label: "S")])
    ],
    sections: [
      .init(
        id: "s", title: "S",
        questions: [
          Question(
            id: "open", kind: "yes-no", text: "Open?",
            answers: .closed([
              AnswerOption(id: "no", label: "No", score: 1), AnswerOption(id: "yes", label: "Yes", score: 5),
            ])),
          Question(
            id: "share", kind: "number", text: "Share?", answers: .open(NumberAnswers(minimum: 0, maximum: 100))),
          Question(id: "why", kind: "text", text: "Why?", answers: .open(TextAnswers())),
        ])
    ])

  @Test func answersStandInTheirColumns() throws {
    var sheet = AnswerSheet(for: questionnaire)
    try sheet.add(
      ["open": .option("yes"), "share": .number(12.5), "why": .text("Because")], attributes: ["team": "south"],
      to: questionnaire)
    try sheet.add(["open": .status(.dontKnow)], to: questionnaire)
    #expect(sheet.count == 2)
    #expect(sheet.columns[0].codes == [1, AnswerCode.dontKnow.rawValue])
    #expect(sheet.columns[1].openAnswer(0) == .number(12.5))
    #expect(sheet.columns[1].codes[1] == AnswerCode.unanswered.rawValue)
    #expect(sheet.columns[2].openAnswer(0) == .text("Because"))
    #expect(sheet.attributes == [[1, 2]])
  }

  @Test(
    arguments: [
      (["opne": .option("yes")], "there is no question “opne”; did you mean “open”?"),
      (["open": .option("yse")], "“open” has no option “yse”; did you mean “yes”?"),
      (["open": .number(1)], "an answer to “open” is one of its options"),
      (["share": .number(101)], "an answer to “share” is a number from 0 to 100"),
      (["share": .number(.nan)], "an answer to “share” is a number from 0 to 100"),
      (["share": .text("50")], "an answer to “share” is a number from 0 to 100"),
      (["why": .number(1)], "an answer to “why” is text"),
      (["why": .option("yes")], "an answer to “why” is text"),
    ] as [([Identifier<Question>: Answer], String)])
  func aWrongAnswerAddsNobody(_ answers: [Identifier<Question>: Answer], _ message: String) {
    var sheet = AnswerSheet(for: questionnaire)
    do throws(DocumentError) {
      try sheet.add(answers, to: questionnaire)
      Issue.record("added")
    } catch {
      #expect(error.diagnostics.map(\.message) == [message])
    }
    #expect(sheet.count == 0)
  }

  @Test(
    arguments: [
      (["teem": "north"], "there is no attribute “teem”; did you mean “team”?"),
      (["team": "norht"], "the attribute “team” has no value “norht”; did you mean “north”?"),
    ] as [([Identifier<Attribute>: Identifier<Attribute.Value>], String)])
  func aWrongAttributeAddsNobody(
    _ attributes: [Identifier<Attribute>: Identifier<Attribute.Value>], _ message: String
  ) throws {
    var sheet = AnswerSheet(for: questionnaire)
    let error = try #require(throws: DocumentError.self) {
      try sheet.add([:], attributes: attributes, to: questionnaire)
    }
    #expect(error.diagnostics.map(\.message) == [message])
    #expect(sheet.count == 0)
  }

  @Test func everyProblemIsReportedAtOnce() {
    var sheet = AnswerSheet(for: questionnaire)
    do throws(DocumentError) {
      try sheet.add(["a": .number(1), "b": .number(1)], attributes: ["team": "east", "role": "x"], to: questionnaire)
    } catch {
      #expect(error.diagnostics.count == 4)
    }
    #expect(sheet.count == 0)
  }
}

@Suite("Several options given in Swift") struct SeveralOptionsTests {
  private let questionnaire: Questionnaire = {
    let options = ["a", "b", "c"].map { AnswerOption(id: Identifier($0), label: LocalizedText($0), score: nil) }
    return Questionnaire(
      id: "q", title: "Q",
      sections: [
        .init(
          id: "s", title: "S",
          questions: [
            Question(
              id: "some", kind: "choices", text: "Some?", answers: .open(ChoicesAnswers(options: options, none: "c"))),
            Question(id: "order", kind: "ranking", text: "Order?", answers: .open(RankingAnswers(options: options))),
          ])
      ])
  }()

  @Test func theyStandInTheirColumns() throws {
    var sheet = AnswerSheet(for: questionnaire)
    try sheet.add(["some": .options(["b", "a"]), "order": .options(["c", "a"])], to: questionnaire)
    try sheet.add(["some": .status(.dontKnow)], to: questionnaire)
    #expect(sheet.columns[0].openAnswer(0) == .word(0b11))
    #expect(sheet.columns[1].openAnswer(0) == .word(0x102))
    #expect(sheet.columns[0].openAnswer(1) == nil)
  }

  @Test(
    arguments: [
      (["some": .options(["a", "other"])], "“some” has no option “other”; known here: a, b, c"),
      (["some": .options(["a", "c"])], "these options together are no answer to “some”, which is some of its options"),
      (["order": .options(["a", "a"])], "these options together are no answer to “order”"),
      (["order": .options([])], "these options together are no answer to “order”"),
      (["some": .option("a")], "an answer to “some” is some of its options, separated by semicolons"),
    ] as [([Identifier<Question>: Answer], String)])
  func whatIsNoAnswerAddsNobody(_ answers: [Identifier<Question>: Answer], _ message: String) {
    var sheet = AnswerSheet(for: questionnaire)
    let error = #expect(throws: DocumentError.self) { try sheet.add(answers, to: questionnaire) }
    #expect(error?.diagnostics.map(\.message).first?.hasPrefix(message) == true, "\(String(describing: error))")
    #expect(sheet.count == 0)
  }
}
