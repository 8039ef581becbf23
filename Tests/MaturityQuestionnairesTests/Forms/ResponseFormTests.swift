import DigitalMaturity
import MaturityQuestionnaires
import Testing

@Suite("response files that are written") struct ResponseFormTests {
  @Test("an empty one is a row of names")
  func empty() {
    #expect(ResponseForm.csv(Example.questionnaire).text == Example.header.replacing("\n", with: "\r\n"))
  }

  @Test("of a named questionnaire it says who rates, and filled in whose answers they are and when")
  func named() throws {
    var questionnaire = Example.questionnaire
    questionnaire.isNamed = true
    questionnaire.audience = "manager"
    #expect(
      ResponseForm.csv(questionnaire, rows: 2).text
        == "person,rater,date,team,led,helped,share,why\r\n,manager,,,,,,\r\n,manager,,,,,,\r\n")
    var sheet = AnswerSheet(for: questionnaire)
    sheet.addRespondent("p1", notStated: questionnaire.attributes.map(\.notStated))
    sheet.set(AnswerCode(.notApplicable), question: 1)
    let filled = ResponseForm.csv(sheet, of: questionnaire, days: ["2026-11-30"])
    #expect(filled.text.hasSuffix("\r\np1,manager,2026-11-30,,,not-needed,,\r\n"))
    #expect(
      ResponseForm.jsonLines(sheet, of: questionnaire, days: ["2026-11-30"]).text
        == "{\"person\": \"p1\", \"rater\": \"manager\", \"date\": \"2026-11-30\", \"helped\": \"not-needed\"}\n")
    // A response file all the same.
    let read = try readFile(filled.bytes, questionnaire)
    #expect(read.respondents == 1)
    #expect(read.problems.counts.keys.allSatisfy { $0 == .statusNotAllowed }, "\(read.problems.list)")
  }

  @Test("what is written is read back", arguments: 0..<40)
  func roundTrip(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    let questionnaire = Example.questionnaire
    var sheet = AnswerSheet(for: questionnaire)
    let texts = ["plain", "a, \"b\"", "two\nlines", "ŷ", "1"]
    for number in 0..<20 {
      sheet.addRespondent("p\(number)", notStated: questionnaire.attributes.map(\.notStated))
      sheet.set(attribute: 0, value: UInt16.random(in: 0...2, using: &generator))
      for index in 0..<2 {
        let codes = [0, 1, AnswerCode.unanswered.rawValue, AnswerCode.dontKnow.rawValue]
        sheet.set(AnswerCode(rawValue: codes.randomElement(using: &generator) ?? 0), question: index)
      }
      if Bool.random(using: &generator) {
        sheet.set(.number(Double.random(in: 0...100, using: &generator)), question: 2)
      }
      if Bool.random(using: &generator) { sheet.set(.text(texts.randomElement(using: &generator) ?? ""), question: 3) }
    }
    let read = try readFile(ResponseForm.csv(sheet, of: questionnaire).bytes)
    #expect(read.sheet.count == sheet.count)
    #expect(read.problems.counts.keys.allSatisfy { $0 == .statusNotAllowed })
    #expect(
      read.cells(questionnaire) == ReadFile(sheet: sheet, problems: read.problems, respondents: 0).cells(questionnaire))
  }

  @Test("extra columns stand at the end, and respondents without an id are numbered")
  func extra() {
    var sheet = AnswerSheet(for: Example.questionnaire)
    sheet.addRespondents(2)
    let text = ResponseForm.csv(sheet, of: Example.questionnaire, extra: [("name", ["=Jo"])]).text
    #expect(text == "respondent,team,led,helped,share,why,name\r\n1,,,,,,'=Jo\r\n2,,,,,,\r\n")
  }
}
