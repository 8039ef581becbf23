import DigitalMaturity
import Foundation
import Testing

@testable import MaturityReports

@Suite struct PrintableFormTests {
  private func form(_ sample: Sample, _ id: Identifier<Questionnaire> = "staff") throws -> Page {
    let assessment = try sample.makeAssessment()
    let questionnaire = try #require(assessment.questionnaire(id))
    return try Page(PrintableForm.html(questionnaire, of: assessment, options: ReportOptions(note: sample.note)).text)
  }

  @Test func asksEverythingOnce() throws {
    let page = try form(Sample())
    page.expectSound()
    let questions = page.root.ofClass("question")
    #expect(questions.count == 1 + 6)
    #expect(questions[0].ofClass("id").map(\.text) == ["team"])
    #expect(questions[0].all("li").map(\.text) == ["North", "South", "West"])
    #expect(questions[1].ofClass("ordinal").map(\.text) == ["1."])
    #expect(questions[1].ofClass("id").map(\.text) == ["now-0"])
    #expect(questions[1].ofClass("letter").map(\.text) == ["A", "B", "C", "D", "E", ""])
    #expect(questions[1].all("li").last?.text == "Don’t know")
    #expect(questions[2].all("li").last?.text == "Not applicable")
    #expect(questions.allSatisfy { $0.ofClass("box").count == $0.all("li").count })
  }

  @Test func promisesPrivacyBeforeItAsks() throws {
    let text = try form(Sample()).root.text
    let promise = try #require(text.range(of: "Do not write your name"))
    let question = try #require(text.range(of: "Where do you work?"))
    #expect(promise.lowerBound < question.lowerBound)
    #expect(text.contains("fewer than 10 people"))
    var agreed = Sample()
    agreed.mode = .consensus
    #expect(try form(agreed).root.text.contains("agree on as a group"))
  }

  @Test func conditionsAreInWords() throws {
    let text = try form(Sample()).root.text
    #expect(
      text.contains(
        "Answer this only if your answer to question 1 is “Just starting in area 0.” or “Some teams in area 0.”."))
  }

  @Test func hostileNamesStayText() throws {
    let page = try form(.hostile)
    page.expectSound()
    #expect(page.root.all("b").isEmpty)
    #expect(page.root.text.contains("<i>North</i>"))
  }
}
