import DigitalMaturity
import MaturitySkills
import Testing

@Suite("Questionnaires made of a framework") struct RatingQuestionnaireTests {
  @Test("a section a literacy, a question a competence, its descriptions the answers") func questions() throws {
    let assessment = try SmallFramework.read()
    let own = try #require(assessment.questionnaire("own"))
    #expect(own.sections.map(\.title) == ["Writing", "Safety"])
    #expect(own.questions.map(\.id) == ["letters", "forms", "passwords"])
    let forms = try #require(own.questions.dropFirst().first)
    #expect(forms.text == "Forms" && forms.help == "Fills them in.")
    // A level that is not described is offered by its name.
    #expect(forms.answers.options.map(\.label) == ["No", "With help", "Yes"])
    #expect(forms.answers.options.map(\.id) == ["not-yet", "with-help", "alone"])
    #expect(forms.answers.options.map(\.score) == [0, 1, 2])
    #expect(forms.allowed == [.notApplicable])
    #expect(assessment.questionnaire("managers")?.questions.first?.allowed == [.notApplicable, .dontKnow])
  }

  @Test("only what one of the roles asks for is asked about") func roles() throws {
    var framework = SmallFramework.framework
    framework.questionnaires[0].roles = ["member"]
    let questionnaires = framework.ratingQuestionnaires(SmallFramework.draft().literacies)
    #expect(questionnaires[0].questions.map(\.id) == ["letters"])
    #expect(questionnaires[0].sections.count == 1)
    #expect(questionnaires[1].questions.count == 3)
    #expect(questionnaires.map(\.audience) == ["self", "manager"])
    #expect(questionnaires.map(\.isNamed) == [true, true], "a form must not promise that nobody sees whose it is")
  }

  @Test("without areas, an assessment of literacies is whole") func whole() throws {
    let assessment = try SmallFramework.read()
    #expect(assessment.areas.isEmpty && assessment.levels.isEmpty && assessment.scoring == nil)
    #expect(assessment.warnings == [])
  }
}
