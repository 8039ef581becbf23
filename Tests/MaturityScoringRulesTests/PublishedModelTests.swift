import DigitalMaturity
import Foundation
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityYAML
import Testing

/// Models of the kinds that others have published, as documents alone. Expected scores were worked by hand from the
/// documents' own words.
@Suite("published models as documents") struct PublishedModelTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("PublishedModels").path

  /// The results of some people's answers: a dictionary a person, by question.
  func results(_ file: String, _ people: [[String: String]], levels: Int? = nil) throws -> GroupResult {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    let assessment = try vocabulary.readAssessment(from: FolderSource(path: Self.folder), path: "\(file).yaml")
    #expect(assessment.warnings == [])
    let questionnaire = try #require(assessment.questionnaires.first)
    let scorer = try Scorer(assessment, questionnaire: questionnaire.id)
    var sheet = AnswerSheet(for: questionnaire)
    for person in people {
      let answers = person.map { question, answer in
        (
          Identifier<Question>(question),
          AnswerStatus(rawValue: answer).map { Answer.status($0) } ?? .option(Identifier(answer))
        )
      }
      try sheet.add(Dictionary(uniqueKeysWithValues: answers), to: questionnaire)
    }
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    return try #require(scorer.scorecard(tally, intervals: .none).everyone)
  }

  func score(_ result: GroupResult, _ subject: Subject) -> Double? { result.score(of: subject)?.score.value }

  @Test("functions, practices, streams and levels: levels add up, a blank is nothing")
  func functionsAndPractices() throws {
    let result = try results(
      "functions-and-practices",
      [
        [
          "steer-1-a1": "most", "steer-1-b1": "half", "steer-1-a2": "some", "steer-1-b2": "some",
          "steer-2-a1": "most", "steer-2-b1": "most", "steer-2-a2": "most", "steer-2-b2": "most",
          "steer-2-a3": "most", "steer-2-b3": "most", "run-3-a1": "half",
        ]
      ])
    #expect(score(result, Subject(.area, "steer-1")) == 0.75 + 0.25)
    #expect(score(result, Subject(.area, "steer-2")) == 3)
    // In this model a blank is nothing done: a practice that is left blank scores 0, and still counts as not answered.
    #expect(score(result, Subject(.area, "steer-3")) == 0)
    #expect(result.score(of: Subject(.area, "steer-3"))?.coverage == .value(0))
    #expect(score(result, Subject(.area, "run-3")) == 0.25)
    #expect(score(result, Subject(.theme, "steer")) == 4.0 / 3)
    #expect(result.areas.count == 15 && result.themes.count == 5)
    let overall: Double = try #require(score(result, .overall))
    let expected: Double = 4.25 / 15
    #expect(abs(overall - expected) < 1e-12)
    #expect(result.score(of: Subject(.area, "steer-1"))?.level?.rawValue == "ad-hoc")
  }

  @Test("cumulative levels: largely and fully are met, a blank blocks, what does not apply passes")
  func cumulativeDomains() throws {
    var answers: [String: String] = [:]
    for practice in "abcdefg" {
      for domain in 1...5 { answers["domain-\(domain)-1\(practice)"] = practice < "d" ? "largely" : "fully" }
      answers["domain-1-2\(practice)"] = "fully"
      answers["domain-2-2\(practice)"] = "fully"
      answers["domain-2-3\(practice)"] = "largely"
      // Level 3 in full, and level 2 missing: cumulative levels stop at the gap.
      answers["domain-3-3\(practice)"] = "fully"
    }
    answers["domain-1-3a"] = "partially"
    answers["domain-2-2d"] = "not-applicable"
    answers["domain-4-1g"] = nil
    answers["domain-5-1g"] = "partially"
    let result = try results("cumulative-domains", [answers])
    #expect((1...5).map { score(result, Subject(.area, "domain-\($0)")) } == [2, 3, 1, 0, 0])
    #expect(result.questions.count == 210)
    #expect(result.areas[3].level?.rawValue == "level-0")
    #expect(result.areas[0].gap == 0)
    #expect(result.areas[9].score.reason != nil)
  }

  @Test("0 to 100 with one question at other distances")
  func percentScales() throws {
    let result = try results(
      "percent-scales",
      [
        ["tools": "a", "time": "n", "blame": "d", "often": "quarterly"], ["tools": "sa", "often": "daily"],
        ["tools": "sa"],
      ])
    // (75 + 50 + (100 − 25) + 52) / 4 = 63; (100 + 100) / 2; one of four answered is too few.
    #expect(score(result, Subject(.area, "culture")) == (63.0 + 100) / 2)
    #expect(result.areas[0].people == 2)
    #expect(result.areas[0].level?.rawValue == "high")
  }

  @Test("one part that is not achieved fails the outcome")
  func weakLink() throws {
    let result = try results(
      "weak-link-outcomes",
      [["risk-known": "yes", "risk-owned": "no", "risk-reviewed": "partly", "backups": "yes"]])
    #expect(result.areas[0].score == .value(0))
    #expect(result.areas[0].level?.rawValue == "not-achieved")
    #expect(result.areas[1].score == .undefined(.missingAnswer))
    #expect(result.overall == nil)
  }

  @Test("a profile has no total")
  func noTotal() throws {
    let result = try results(
      "profile-without-total", [["people-now": "first", "systems-now": "third"], ["people-now": "third"]])
    #expect(result.areas.map(\.score.value) == [2, 3])
    #expect(result.overall == nil && result.themes.isEmpty)
  }
}
