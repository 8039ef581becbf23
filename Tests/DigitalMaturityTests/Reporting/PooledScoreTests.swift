import DigitalMaturity
import MaturityScoringRules
import Testing

struct PooledScoreTests {
  /// Two audiences, of twelve and of ten; “one” is asked of both, “two” of the first alone.
  private func context(
    cohorts: [CohortWeight] = [CohortWeight("staff", weight: 3), CohortWeight("board", weight: 1)], board: Int = 10
  ) throws -> ReportContext {
    var sample = ScoringSample()
    sample.areas = [Area(id: "one", name: "One", target: 3), Area(id: "two", name: "Two")]
    sample.plan.cohorts = cohorts
    var draft = AssessmentDraft(id: "sample", version: "1.0.0", title: "Sample")
    draft.levels = sample.levels
    draft.areas = sample.areas
    draft.scoring = sample.plan
    func questionnaire(_ id: String, _ questions: [Question]) -> Questionnaire {
      Questionnaire(
        id: Identifier(id), title: LocalizedText(id),
        sections: [Questionnaire.Section(id: "s", title: "S", questions: questions)])
    }
    draft.questionnaires = [
      questionnaire("staff", [.closed("q-1"), .closed("q-2", areas: ["two": 1])]),
      questionnaire("board", [.closed("b-1")]),
    ]
    let assessment = try Assessment(draft)
    func published(
      _ index: Int, _ count: Int, _ answers: [Identifier<Question>: Answer]
    ) throws -> PublishableScorecard {
      let questionnaire = assessment.questionnaires[index]
      let scorer = try Scorer(assessment, questionnaire: questionnaire.id)
      var sheet = AnswerSheet(for: questionnaire)
      for _ in 0..<count { try sheet.add(answers, to: questionnaire) }
      var tally = scorer.makeTally()
      scorer.tally(sheet, into: &tally)
      return scorer.scorecard(tally, intervals: .none).published()
    }
    return ReportContext(
      assessment: assessment,
      scorecards: [
        try published(0, 12, ["q-1": .option("b"), "q-2": .option("e")]),
        try published(1, board, ["b-1": .option("d")]),
      ])
  }

  /// (3·2 + 1·4)/4 by hand; the board has no part in “two”.
  @Test func isTheWeightedMeanOfTheAudiencesScores() throws {
    let pooled = try context().pooledScores
    #expect(pooled.map(\.score) == [.value(2.5), .value(5)])
    #expect(pooled.map { $0.level?.rawValue } == ["level-2", "level-5"])
    #expect(pooled.map(\.gap) == [0.5, nil])
    #expect(pooled[0].parts.map(\.score) == [.value(2), .value(4)])
    #expect(pooled[1].parts[1].score.reason?.code == .notAsked)
    #expect(pooled.map { $0.difference?.value } == [.value(2), .undefined(.notAsked)])
    // Everyone said the same.
    #expect(pooled[0].difference?.interval.reason?.code == .noVariation)
  }

  @Test func nothingIsPooledUnlessTheDocumentSaysHow() throws {
    #expect(try context(cohorts: []).pooledScores.isEmpty)
  }

  /// The staff's score would stand for both.
  @Test func anAudienceThatIsWithheldLeavesNoScore() throws {
    let pooled = try context(board: 9).pooledScores
    #expect(pooled[0].score == .undefined(.withheld))
    #expect(pooled[0].gap == nil && pooled[0].level == nil)
    #expect(pooled[1].score == .value(5))
  }

  @Test func jsonHasThePartsBesideTheScorecards() throws {
    var output = ByteOutput()
    JSONReportFormat().write(try context(), to: &output)
    let root = try JSONReader.read(output.bytes, file: "r.json").root
    let first = try #require(root.member("pooled")?.elements.first { _ in true })
    #expect(first.member("id")?.text == "one" && first.member("score")?.number == 2.5)
    #expect(first.member("parts")?.elements.map { $0.member("weight")?.number } == [3, 1])
    let difference = try #require(first.member("difference"))
    #expect(difference.member("value")?.number == 2 && difference.member("interval")?.isNull == true)
    #expect(difference.member("reasonCode")?.text == "no-variation")
    #expect(try PublishableScorecard.read(output.bytes, file: "r.json").count == 2)
  }

  @Test(arguments: [
    ([CohortWeight("staff", weight: 1)], ["invalid-value"]),
    ([CohortWeight("staff", weight: 0), CohortWeight("board", weight: .nan)], ["invalid-value", "invalid-value"]),
    ([CohortWeight("staff", weight: 1), CohortWeight("bord", weight: 1)], ["unknown-reference"]),
    ([CohortWeight("staff", weight: 1), CohortWeight("staff", weight: 1)], ["duplicate-id"]),
  ])
  func weightsAreChecked(_ cohorts: [CohortWeight], _ codes: [String]) {
    do {
      _ = try context(cohorts: cohorts)
      Issue.record("nothing was wrong")
    } catch {
      #expect((error as? DocumentError)?.diagnostics.map(\.code.rawValue) == codes)
    }
  }
}
