import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import Testing

@testable import CouncilTool

@Suite("Surveys") struct SurveyTests {
  @Test("two vocabularies live in one process: one knows durations, the other does not")
  func vocabularies() throws {
    #expect(try Counter.assessment().questionnaire("customers")?.questions[0].kind == "duration")
    var other = Vocabulary()
    other.addScoringRules()
    other.addQuestionnaires()
    let error = #expect(throws: DocumentError.self) {
      try other.readAssessment(from: MemorySource(texts: ["assessment.json": Counter.document]))
    }
    #expect(error?.diagnostics.contains { $0.message.contains("duration") && $0.location?.line == 27 } == true)
  }

  @Test("what is wrong in answers that arrive as text is said, and the rest is scored")
  func problems() throws {
    var survey = try Survey(Counter.assessment(), asking: "customers", by: "office")
    let problems = try survey.close(csv: Array((Sample.customerAnswers + "c99,centre,ages,yes\n").utf8))
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("answers:26:3: warning: “ages” in column “waited” is not a duration") == true)
    #expect(survey.rounds[0].everyone?.respondents == 25)
    #expect(survey.rounds[0].everyone?.areas[0].people == 24)
  }

  @Test("a questionnaire that is not there is an error, not a trap")
  func unknown() throws {
    let assessment = try Counter.assessment()
    #expect(throws: DocumentError.self) { try Survey(assessment, asking: "nobody", by: "office") }
    #expect(throws: DocumentError.self) { try Survey(assessment, asking: "customers", by: "nothing") }
  }

  @Test("metrics escape what stands in quotes, and have no line for what has no value")
  func metrics() throws {
    var draft = try DigitalServices.assessment().draft
    draft.areas[0].name = "\"Online\"\n\\ services"
    var survey = try Survey(Assessment(draft), asking: "staff", by: "site")
    survey.close(try Sample.staffAnswers(people: 24, risen: 0))
    var output = ByteOutput()
    MetricsFormat().write(ReportContext(assessment: survey.assessment, scorecards: survey.rounds), to: &output)
    #expect(output.text.contains(#"{assessment="digital-services",area="\"Online\"\n\\ services"} 1.75"#))
    // Nine at the depot are too few, so the town hall's fifteen are not shown either.
    #expect(!output.text.contains("by_site"))
    #expect(output.text.split(separator: "\n").count == 5)
  }
}
