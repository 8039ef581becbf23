import DigitalMaturity
import StarterAssessments
import Testing

@Suite("The starter digital-culture") struct DigitalCultureTests {
  @Test("five statements an area, two of them the other way round")
  func statements() throws {
    let assessment = try Starter.read("digital-culture")
    let questionnaire = try #require(assessment.questionnaires.first)
    #expect(assessment.areas.count == 5)
    for area in assessment.areas {
      let statements = questionnaire.questions.filter { $0.measures.areas[area.id] != nil }
      #expect(statements.count == 5, "\(area.id)")
      #expect(statements.count(where: \.isReversed) == 2, "\(area.id)")
      #expect(statements.allSatisfy { $0.kind == "agreement" && $0.allowed.contains(.dontKnow) })
      #expect(assessment.actions.count { $0.area == area.id } == 2, "\(area.id)")
    }
    #expect(questionnaire.attributes.map(\.id.rawValue) == ["directorate"])
  }

  /// Three statements score 5 and two score 1: (3 · 5 + 2 · 1) / 5.
  @Test("agreeing with everything is no good culture")
  func yesToAll() throws {
    let assessment = try Starter.read("digital-culture")
    let questions = try #require(assessment.questionnaires.first).questions.filter { $0.kind == "agreement" }
    let answers = Dictionary(uniqueKeysWithValues: questions.map { ($0.id, Answer.option("strongly-agree")) })
    let result = try Starter.score(assessment, answers, people: 12)
    for area in assessment.areas {
      let score = try #require(result.score(of: Subject(.area, area.id.rawValue))?.score.value)
      #expect(abs(score - 3.4) < 1e-12, "\(area.id)")
    }
  }
}
