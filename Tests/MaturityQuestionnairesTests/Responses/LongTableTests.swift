import DigitalMaturity
@testable import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("a table with a row an answer") struct LongTableTests {
  @Test("is known by its header, in any order and spelling")
  func header() throws {
    let table = try #require(LongTable(header: ["Answer", "when", " RESPONDENT:", "question", "answer", ""]))
    #expect([table.respondent, table.question, table.answer, table.width] == [2, 3, 0, 6])
    #expect(table.others.map(\.place) == [1, 4])
    #expect(LongTable(header: ["respondent", "answer"]) == nil)
  }

  @Test("a row without a respondent or a question is left out, with the column that lacks it")
  func rows() throws {
    let table = try #require(LongTable(header: ["respondent", "question", "answer"]))
    func row(_ cells: [String]) throws(LongTable.Problem) -> LongTable.Row {
      try table.row(cells: cells.count) { cells[$0] }
    }
    let said = try row(["P 1", "Led", "x"])
    #expect(said.respondent.text == "P 1" && said.respondent.folded == "p 1" && said.question == "Led")
    for (cells, code, place) in [
      ([" ", "led"], Diagnostic.Code.emptyRespondent, 0), (["p1", " "], .unknownColumn, 1), (["p1"], .unknownColumn, 1),
    ] {
      let problem = #expect(throws: LongTable.Problem.self) { _ = try row(cells) }
      #expect(problem?.code == code && problem?.place == place)
    }
    #expect(table.surplus(cells: 3) == nil)
    #expect(table.surplus(cells: 4)?.place == 3)
  }

  @Test(
    "of two answers to one question",
    arguments: [(DuplicatePolicy.first, false, false), (.last, true, false), (.reject, false, true)])
  func repeats(_ policy: DuplicatePolicy, _ counts: Bool, _ isProblem: Bool) {
    var answers = LongAnswers(policy)
    #expect(answers.row(of: "a") == 0)
    #expect(answers.row(of: "b") == 1)
    #expect(answers.row(of: "a") == 0)
    let first = answers.take(0, 3, respondent: "a", question: "led", place: 1)
    #expect(!first.isRepeat && first.counts && first.problem == nil)
    let other = answers.take(1, 3, respondent: "b", question: "led", place: 1)
    #expect(!other.isRepeat && other.counts)
    let second = answers.take(0, 3, respondent: "a", question: "led", place: 1)
    #expect(second.isRepeat && second.counts == counts && (second.problem != nil) == isProblem)
  }

  @Test("a file read by either reader gives the same answers and the same problems of rows")
  func both() async throws {
    let text = """
      question,respondent,answer,when
      led,p1,low,x
      led,P1,high,x
      team,p1,north,x
      ,p2,low,x
      led,,low,x
      why,p2,"Because, so",x
      led,p2,
      led,p2,low,x,more

      """
    let read = try await ResponseReader.fold(
      files: [ResponseFile(name: "a.csv", place: .bytes(Array(text.utf8)))], questionnaire: Example.questionnaire,
      workers: 1, into: { AnswerSheet(for: Example.questionnaire) }, { sheet, all in all.append(sheet) })
    var imported = ResponseImport(to: Example.questionnaire, options: ImportOptions(expectsAllQuestions: false))
    try imported.read(.bytes(Array(text.utf8)), file: "a.csv")
    let sheet = try #require(read.states.first)
    #expect(sheet.count == 2 && imported.sheet.count == 2)
    func cells(_ sheet: AnswerSheet) -> [[String]] {
      ReadFile(sheet: sheet, problems: ResponseProblems(), respondents: 0).cells(Example.questionnaire)
    }
    #expect(cells(sheet)[0] == ["low", "unanswered", "unanswered", "unanswered", "north"])
    #expect(cells(sheet) == cells(imported.sheet))
    func places(_ problems: [Diagnostic]) -> [String] {
      problems.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.code.rawValue)" }
    }
    let expected = [
      "1:4 unknown-column", "3:1 duplicate-respondent", "5:1 unknown-column", "6:2 empty-respondent", "9:5 ragged-row",
    ]
    #expect(places(read.files[0].problems.list) == expected)
    #expect(places(imported.problems.list) == expected)
  }
}
