import DigitalMaturity
import StarterAssessments
import Testing

@Suite("The starter customer-engagement") struct CustomerEngagementTests {
  @Test("other is an answer, not said is none")
  func otherAndNotSaid() throws {
    let questionnaire = try #require(try Starter.read("customer-engagement").questionnaires.first)
    for id in ["visit-reason", "channel-before", "why-not"] {
      let question = try #require(questionnaire.questions.first { $0.id.rawValue == id })
      #expect(question.answers.options.last?.id == "other", "\(id)")
      #expect(question.allowed.contains(.preferNotToSay), "\(id)")
    }
  }

  @Test("a score is the percentage of customers")
  func shares() throws {
    let assessment = try Starter.read("customer-engagement")
    let questionnaire = try #require(assessment.questionnaires.first)
    let scorer = try Scorer(assessment, questionnaire: questionnaire.id)
    var sheet = AnswerSheet(for: questionnaire)
    for person in 0..<40 {
      // Whoever did not try is not asked whether they gave up.
      let tried: Answer = .option(person < 30 ? "no" : "yes")
      try sheet.add(["tried-online": tried, "gave-up": .option("yes"), "why-not": .option("other")], to: questionnaire)
    }
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    let result = try #require(scorer.scorecard(tally).published(under: .standard).everyone)
    #expect(result.score(of: Subject(.area, "tries"))?.score.value == 25)
    let finishes = try #require(result.score(of: Subject(.area, "finishes")))
    #expect(finishes.score.value == 0)
    #expect(finishes.people == 10)
  }
}
