import DigitalMaturity
import StarterAssessments
import Testing

@Suite("The starter digital-declaration") struct DigitalDeclarationTests {
  @Test("five principles and four commitments, three pieces of evidence and a place to see them each")
  func nineParts() throws {
    let assessment = try Starter.read("digital-declaration")
    let first = try Starter.read("digital-first")
    let sets = assessment.principleSets.map(\.id)
    #expect(assessment.principles.map(\.set.rawValue).filter { $0 == "declaration-principles" }.count == 5)
    #expect(assessment.principles.count == 9)
    let words = first.principles.filter { sets.contains($0.set) }
    #expect(Set(assessment.principles) == Set(words), "in the words of digital-first")
    let questionnaire = try #require(assessment.questionnaires.first)
    #expect(questionnaire.mode == .consensus)
    #expect(questionnaire.sections.map(\.id.rawValue) == assessment.areas.map(\.id.rawValue))
    for section in questionnaire.sections {
      #expect(section.questions.map(\.kind) == ["level", "level", "level", "text"], "\(section.id)")
      for question in section.questions.dropLast() {
        #expect(question.answers.options.map(\.id.rawValue) == ["not", "partly", "present"], "\(question.id)")
        #expect(question.measures.principles.ids.count == 1, "\(question.id)")
      }
    }
  }

  @Test("what is present counts in full only where it can be seen", arguments: [true, false])
  func evidenceIsNeeded(_ isShown: Bool) throws {
    var answers: [Identifier<Question>: Answer] = [
      "needs-known": .option("present"), "needs-dropped": .option("present"), "needs-missed": .option("present"),
    ]
    if isShown { answers["needs-evidence"] = .text("https://example.org/needs") }
    let result = try Starter.score(try Starter.read("digital-declaration"), answers)
    #expect(result.score(of: Subject(.area, "needs"))?.score.value == (isShown ? 2 : 1))
    #expect(result.score(of: Subject(.area, "market"))?.score.value == nil, "nothing was said")
  }
}
