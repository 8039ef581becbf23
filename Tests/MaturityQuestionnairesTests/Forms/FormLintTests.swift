import DigitalMaturity
import MaturityQuestionnaires
import Testing

struct FormLintTests {
  private func question(_ id: String, _ text: String, _ labels: [String]) -> Question {
    Question(
      id: Identifier(id), kind: "choice", text: LocalizedText(text),
      answers: .closed(
        labels.enumerated().map { AnswerOption(id: Identifier("o\($0)"), label: LocalizedText($1), score: 1) }))
  }

  private func problems(_ questions: [Question], attributes: [Attribute] = []) -> [String] {
    let questionnaire = Questionnaire(
      id: "q", title: "Q", attributes: attributes, sections: [.init(id: "s", title: "S", questions: questions)])
    return FormLint.problems(in: questionnaire).map { "\($0.path?.description ?? "") \($0.code.rawValue)" }
  }

  @Test func wellToldApartIsNothingToMend() {
    #expect(
      problems([question("a", "How?", ["Agree", "Strongly agree"]), question("b", "Why?", ["Yes", "No"])]).isEmpty)
  }

  @Test func equalHeadingsAndStatementsAreFound() {
    let attributes = [
      Attribute(
        id: "team", text: "How?", values: [.init(id: "x", label: "North"), .init(id: "y", label: " north ")])
    ]
    #expect(
      problems([question("a", "how?", ["Yes", "yes", "No"])], attributes: attributes) == [
        "attributes[0].values[1] alike", "sections[0].questions[0] alike",
        "sections[0].questions[0].options[1] alike",
      ])
  }

  @Test func aStatementInsideAnotherIsFound() {
    let short = "Some services have a plan of their own"
    #expect(
      problems([question("a", "How?", [short, short + " and one for the council"])]) == [
        "sections[0].questions[0].options[0] alike"
      ])
  }

  @Test func whatIsAlikeIsNamedByItsQuestion() {
    let questionnaire = Questionnaire(
      id: "q", title: "Q",
      sections: [.init(id: "s", title: "S", questions: [question("plan", "How?", ["Yes", "No", "yes"])])])
    #expect(
      FormLint.problems(in: questionnaire).map(\.message) == [
        "“plan”: the statements 1 and 3 are the same; word one anew"
      ])
  }

  @Test(arguments: [(200, true), (201, false)]) func formsHoldSoManyQuestions(_ count: Int, _ isFine: Bool) {
    let questions = (0..<count).map { question("q\($0)", "Question \($0)?", ["Yes", "No"]) }
    #expect(problems(questions) == (isFine ? [] : [" limit"]))
  }
}
