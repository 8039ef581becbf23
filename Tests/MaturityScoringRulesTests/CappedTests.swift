import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityTesting
import MaturityYAML
import Testing

@Suite("capped") struct CappedTests {
  private let backups = ScoringItem(id: "backups", minimum: 1, maximum: 5, options: ["no", "yes"])

  private func capped(at ceiling: Double, when condition: Condition) -> Capped {
    Capped(WeightedMean(), ceilings: [.init(at: ceiling, when: condition)])
  }

  private let noBackups = Condition.test(.question("backups"), .isOption(["no"]))

  @Test func keepsTheContract() {
    #expect(ScoringRuleContract.violations(of: capped(at: 2, when: noBackups)) == [])
    let nested = Capped(
      capped(at: 3, when: .test(.question("item-1"), .below(3))),
      ceilings: [
        .init(at: 1.5, when: .any([.test(.question("x"), .answered(false)), .test(.question("y"), .above(2))]))
      ])
    #expect(ScoringRuleContract.violations(of: nested) == [])
    #expect(ScoringRuleContract.violations(of: capped(at: 0, when: .test(.question("x"), .answered(true)))) == [])
  }

  @Test func holdsTheScoreUnderTheCeilingWhileTheConditionIsTrue() {
    let rule = capped(at: 2, when: noBackups)
    func withBackups(_ answer: ItemAnswer, _ scores: [Double]) -> Figure<Double> {
      score(rule, scores, references: [backups], answers: [answer])
    }
    #expect(withBackups(ItemAnswer(score: 1, option: 0), [5, 4]) == .value(2))
    #expect(withBackups(ItemAnswer(score: 5, option: 1), [5, 4]) == .value(4.5))
    #expect(withBackups(ItemAnswer(score: 1, option: 0), [1, 2]) == .value(1.5), "it does not lift")
    #expect(withBackups(ItemAnswer(.dontKnow), [5, 4]) == .value(4.5))
    #expect(withBackups(ItemAnswer(status: .unanswered, score: 1), [5, 4]) == .value(4.5), "imputed is not answered")
  }

  @Test func ofSeveralCeilingsThatHoldTheLowestCounts() {
    let rule = Capped(
      WeightedMean(),
      ceilings: [
        .init(at: 3, when: .test(.question("q0"), .atLeast(1))),
        .init(at: 2, when: .test(.question("q1"), .atLeast(4))),
        .init(at: 1, when: .test(.question("q1"), .atLeast(5))),
      ])
    #expect(score(rule, [5, 4]) == .value(2))
    #expect(score(rule, [5, 3]) == .value(3))
    #expect(score(rule, [5, 5]) == .value(1))
  }

  @Test func anUndefinedScoreStaysUndefinedWithItsReason() {
    #expect(score(capped(at: 2, when: .all([])), [nil, nil]) == .undefined(.noWeight))
  }

  @Test func aConditionOnAQuestionThatIsNotThereIsFalse() {
    #expect(score(capped(at: 2, when: noBackups), [5, 5]) == .value(5))
    #expect(score(capped(at: 2, when: .not(noBackups)), [5, 5]) == .value(2))
  }

  @Test func itRefersToEveryQuestionOfItsConditionsOnce() {
    let inner = capped(at: 3, when: .all([.test(.question("a"), .below(2)), noBackups]))
    let rule = Capped(
      inner,
      ceilings: [.init(at: 2, when: .not(noBackups)), .init(at: 1, when: .test(.question("c"), .answered(true)))])
    #expect(rule.references == ["a", "backups", "c"])
  }

  @Test func theRangeReachesDownToTheLowestCeiling() {
    #expect(capped(at: 2, when: noBackups).range(of: items([1])) == 1...5)
    #expect(capped(at: 0, when: noBackups).range(of: items([1])) == 0...5)
    #expect(capped(at: 9, when: noBackups).range(of: items([1])) == 1...5)
    #expect(capped(at: 2, when: noBackups).range(of: []) == nil)
  }

  @Test func settingsMakeTheSameRuleAgain() throws {
    let rule = Capped(
      capped(at: 3, when: noBackups), ceilings: [.init(at: 2, when: .test(.question("c"), .atMost(2)))])
    let again = try Capped(rule.settings)
    #expect(again.settings.description == rule.settings.description)
    #expect(
      rule.settings.description == [
        "ceilings at 2 when c at most 2",
        "inner capped (ceilings at 3 when backups is no, inner weighted-mean)",
      ])
  }

  @Test func withoutAnInnerRuleOrACeilingItCannotBeMade() {
    #expect(throws: DocumentError.self) { try Capped([:]) }
    #expect(throws: DocumentError.self) { try Capped(["inner": .rule(Median())]) }
    #expect(throws: DocumentError.self) { try Capped(["inner": .rule(Median()), "ceilings": .list([[:]])]) }
  }

  // MARK: From YAML to a score

  private static let yaml = """
    format: 1
    id: small
    version: 1.0.0
    title: Small
    levels: [{id: low, value: 1, name: Low}, {id: high, value: 5, name: High}]
    areas: [{id: security, name: Security}, {id: services, name: Services}]
    scoring:
      areas:
        rule: weighted-mean
        by-id:
          services:
            rule: capped
            inner: {rule: capped, inner: weighted-mean, ceilings: [{at: 4, when: {question: s2, is: no}}]}
            ceilings:
              - at: 2
                when: {all: [{question: backups, is: no}, {not: {question: s1, below: 3}}]}
    questionnaires:
      - id: staff
        title: Staff
        sections:
          - id: all
            questions:
              - {id: backups, kind: yes-no, text: Backups?, measures: {areas: [security]}}
              - {id: s1, kind: level, text: One?, measures: {areas: [services]}, options: [
                  {id: a, label: A1, score: 1}, {id: c, label: C3, score: 3}, {id: e, label: E5, score: 5}]}
              - {id: s2, kind: yes-no, text: Two?, measures: {areas: [services]}}
    """

  /// By hand: (s1 + s2) / 2 with no = 1 and yes = 5; at most 4 where s2 is no; at most 2 where there are no backups
  /// and s1 is answered with 3 or more, or not at all.
  @Test(
    arguments: [
      ("yes", "e", "yes", 5), ("no", "e", "yes", 2), ("no", "a", "yes", 3), ("no", "a", "no", 1), ("yes", "e", "no", 3),
      ("no", nil, "yes", 2), (nil, "e", "yes", 5),
    ] as [(String?, String?, String?, Double)])
  func conditionsLookAtQuestionsOfAnotherArea(
    _ backups: String?, _ first: String?, _ second: String?, _ expected: Double
  ) throws {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    let assessment = try vocabulary.readAssessment(from: MemorySource(texts: ["assessment.yaml": Self.yaml]))
    var sheet = AnswerSheet(for: assessment.questionnaires[0])
    var answers: [Identifier<Question>: Answer] = [:]
    answers["backups"] = backups.map { .option(Identifier($0)) }
    answers["s1"] = first.map { .option(Identifier($0)) }
    answers["s2"] = second.map { .option(Identifier($0)) }
    try sheet.add(answers, to: assessment.questionnaires[0])
    let scorer = try Scorer(assessment, questionnaire: "staff")
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    let area = scorer.scorecard(tally).groups.first?.areas.first { $0.subject.id == "services" }
    #expect(area?.score == .value(expected))
  }

  @Test func anOptionCannotBeTestedWhereThereAreOnlySummaries() {
    let option = Capped(
      WeightedMean(), ceilings: [.init(at: 2, when: .all([.not(.test(.question("x"), .isOption(["no"])))]))])
    let bound = Capped(WeightedMean(), ceilings: [.init(at: 2, when: .test(.question("x"), .below(3)))])
    func problems(_ rule: Capped, _ unit: ScoringUnit) -> [String] {
      rule.problems(scoring: RuleSubject(source: .questions, unit: unit, items: items([1]), levels: []))
    }
    #expect(problems(option, .respondent) == [] && problems(bound, .question) == [])
    #expect(problems(option, .question).count == 1)
  }
}
