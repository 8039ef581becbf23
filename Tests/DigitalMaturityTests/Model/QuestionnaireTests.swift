import DigitalMaturity
import Testing

@Suite("Questionnaires") struct QuestionnaireTests {
  @Test(
    "elected members agree their answers, and all others answer one by one, unless a questionnaire says otherwise",
    arguments: [
      ("members", Questionnaire.Mode.consensus), ("elected-members", .consensus), ("everyone", .individual),
      ("employees", .individual), ("members-of-staff", .individual), ("self", .individual),
    ])
  func usualMode(_ audience: String, _ mode: Questionnaire.Mode) {
    #expect(Questionnaire(id: "q", title: "Q", audience: audience, sections: []).mode == mode)
    for wanted in Questionnaire.Mode.allCases {
      #expect(Questionnaire(id: "q", title: "Q", audience: audience, mode: wanted, sections: []).mode == wanted)
    }
  }

  @Test func everyoneAnswersOneByOne() {
    #expect(Questionnaire(id: "q", title: "Q", sections: []).mode == .individual)
  }
}
