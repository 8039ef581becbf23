import DigitalMaturity
import Foundation
import Testing

@testable import MaturityReports

@Suite struct PrintableFormTests {
  private func form(
    _ sample: Sample, _ id: Identifier<Questionnaire> = "staff", _ options: FormOptions = FormOptions()
  ) throws -> Page {
    var options = options
    options.report.note = sample.note
    let assessment = try sample.makeAssessment()
    let questionnaire = try #require(assessment.questionnaire(id))
    return try Page(PrintableForm.html(questionnaire, of: assessment, options: options).text)
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
    #expect(questions[1].ofClass("letter").map(\.text) == ["A", "B", "C", "D", "E", "F"])
    #expect(questions[1].all("li").last?.text == "FDon’t know")
    #expect(questions[2].all("li").suffix(2).map(\.text) == ["FNot applicable", "GDon’t know"])
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

  @Test func ofNamedAnswersPromisesWhatItsIntroductionSaysAndNoMore() throws {
    let assessment = try Sample().makeAssessment()
    var questionnaire = try #require(assessment.questionnaire("staff"))
    questionnaire.isNamed = true
    questionnaire.introduction = "Your manager sees it.\nKept until May."
    let page = try Page(PrintableForm.html(questionnaire, of: assessment).text)
    page.expectSound()
    let promise = try #require(page.root.ofClass("promise").first)
    #expect(promise.all("p").map(\.text) == ["Your manager sees it.", "Kept until May."])
    #expect(promise.ofClass("blank").isEmpty, "the introduction says who sees it")
    #expect(!page.root.text.contains("groups only") && !page.root.text.contains("your name"))
    #expect(page.root.ofClass("codes").first?.all("dt").map(\.text) == ["Code of the person", "Date"])
    questionnaire.audience = "self"
    let own = try Page(PrintableForm.html(questionnaire, of: assessment).text)
    #expect(own.root.ofClass("codes").first?.all("dt").map(\.text) == ["Your code", "Date"])
    #expect(page.root.ofClass("option").contains { $0.text == "Not needed in this work" })
    #expect(!page.root.ofClass("option").contains { $0.text == "Not applicable" })
    #expect(
      FormOptions().rowLabels(for: questionnaire).map { "\($0.column): \($0.label)" }
        == ["respondent: Your code", "date: Date, such as 2026-11-30"])
    let text = MarkdownForm.text(questionnaire, of: assessment).text
    #expect(
      text.contains(
        "\nYour manager sees it.\n\nKept until May.\n\n- Your code: ________________\n- Date: ________________\n"))
    #expect(text.components(separatedBy: ": ____").count - 1 == 2)
  }

  @Test func whatIsChosenInsteadOfAnAnswerHasTheNextLetter() throws {
    let assessment = try Sample().makeAssessment()
    let questionnaire = try #require(assessment.questionnaire("staff"))
    let page = try Page(PrintableForm.html(questionnaire, of: assessment).text)
    for (question, element) in zip(
      questionnaire.questions,
      page.root.ofClass("question").filter { !$0.ofClass("ordinal").isEmpty })
    {
      guard case .closed = question.answers else { continue }
      #expect(
        element.ofClass("letter").map(\.text) == question.optionKeys + question.statusKeys.map(\.key), "\(question.id)")
    }
    #expect(questionnaire.questions.contains { !$0.statusKeys.isEmpty })
  }

  @Test func conditionsAreInWords() throws {
    let text = try form(Sample()).root.text
    #expect(
      text.contains(
        "Answer this only if your answer to question 1 is “Just starting in area 0” or “Some teams in area 0”."))
  }

  @Test func whoRunsTheSessionSaysWhoSeesItAndHowLongItIsKept() throws {
    let blank = try form(Sample())
    #expect(blank.root.ofClass("blank").count == 2)
    let told = try form(
      Sample(), "staff",
      FormOptions(policy: DisclosurePolicy(threshold: 12), seenBy: "<b>Two</b> people", keptUntil: "May"))
    #expect(told.root.ofClass("blank").isEmpty)
    #expect(told.root.text.contains("<b>Two</b> people"))
    #expect(told.root.text.contains("fewer than 12 people"))
  }

  @Test func bookletsAreNumberedAndSayTheirSession() throws {
    let page = try form(Sample(), "staff", FormOptions(session: "Tuesday", serials: 7...9, isLargeType: true))
    page.expectSound()
    let booklets = page.root.ofClass("booklet")
    #expect(booklets.map { $0.ofClass("serial").map(\.text) } == (7...9).map { ["Booklet \($0) · Tuesday"] })
    for (serial, booklet) in zip(7...9, booklets) {
      #expect(booklet.ofClass("question").count == 1 + 6)
      #expect(booklet.all("h2").dropFirst().allSatisfy { $0.text.hasSuffix("Booklet \(serial) · Tuesday") })
    }
    #expect(try form(Sample()).root.ofClass("serial").isEmpty)
  }

  @Test(
    "a session of the questionnaire's own is not asked",
    arguments: ["tue", "TUE", "Tuesday morning", "tuesday  Morning"])
  func aSessionThatIsAnAttributeIsNotAsked(session: String) throws {
    let assessment = try Sample().makeAssessment()
    var questionnaire = try #require(assessment.questionnaire("staff"))
    questionnaire.attributes.append(
      Attribute(id: "session", text: "Which session?", values: [.init(id: "tue", label: "Tuesday morning")]))
    let page = try Page(PrintableForm.html(questionnaire, of: assessment, options: FormOptions(session: session)).text)
    #expect(page.root.ofClass("serial").map(\.text) == ["Tuesday morning"])
    #expect(!page.root.text.contains("Which session?"))
    let other = try Page(PrintableForm.html(questionnaire, of: assessment, options: FormOptions(session: "wed")).text)
    #expect(other.root.ofClass("serial").map(\.text) == ["wed"])
    #expect(other.root.text.contains("Which session?"))
  }

  @Test func noMoreBookletsThanAPrinterTakes() throws {
    let assessment = try Sample().makeAssessment()
    let questionnaire = Questionnaire(id: "q", title: "Q", sections: [])
    let bytes = PrintableForm.html(questionnaire, of: assessment, options: FormOptions(serials: 1...1_000_000_000))
    #expect(bytes.text.split(separator: "<article").count - 1 == FormOptions.mostBooklets)
  }

  @Test func markdownAsksTheSame() throws {
    let sample = Sample()
    let assessment = try sample.makeAssessment()
    let questionnaire = try #require(assessment.questionnaire("staff"))
    let text = MarkdownForm.text(questionnaire, of: assessment, options: FormOptions(keptUntil: "1 May")).text
    for words in [
      "# ", "- Kept until: 1 May\n", "Who sees the filled-in forms: ____", "(now-0)", "- A. ", "- F. Don’t know",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.components(separatedBy: "\n### ").count - 1 == 1 + 6)
    let hostile = try Sample.hostile.makeAssessment()
    let other = MarkdownForm.text(try #require(hostile.questionnaire("staff")), of: hostile).text
    #expect(!other.contains("<script") && !other.contains("<i>"))
  }

  @Test func hostileNamesStayText() throws {
    let page = try form(.hostile)
    page.expectSound()
    #expect(page.root.all("b").isEmpty)
    #expect(page.root.text.contains("<i>North</i>"))
  }
}
