import DigitalMaturity
import MaturityScoringRules
import MaturityTesting
import Testing

@Suite("staged") struct StagedTests {
  static let levels = (0...3).map {
    MaturityLevel(id: Identifier("l\($0)"), value: Double($0), name: LocalizedText("\($0)"))
  }

  /// Items of 0 to 1, each with its level and answer; nil is a blank.
  func score(
    _ rule: Staged, _ answers: [(level: Double, answer: ItemAnswer)], levels: [MaturityLevel] = StagedTests.levels
  ) -> Figure<Double> {
    rule.score(
      ScoringContext(
        unit: .respondent, levels: levels,
        items: answers.enumerated().map {
          ScoringItem(id: "q\($0.offset)", level: $0.element.level, minimum: 0, maximum: 1)
        }, answers: answers.map(\.answer)))
  }

  static let met = ItemAnswer(score: 1)
  static let half = ItemAnswer(score: 0.5)
  static let unmet = ItemAnswer(score: 0)
  static let blank = ItemAnswer(.unanswered)
  static let notApplicable = ItemAnswer(.notApplicable)
  static let hidden = ItemAnswer(.notShown)

  @Test(arguments: [Staged(), Staged(share: 0.5), Staged(metAt: 3), Staged(share: 0.8, partialCredit: true)])
  func keepsTheContract(_ rule: Staged) { #expect(ScoringRuleContract.violations(of: rule) == []) }

  @Test func levelsAreCumulative() {
    let (met, unmet) = (Self.met, Self.unmet)
    #expect(score(Staged(), [(1, met), (2, met), (3, met)]) == .value(3))
    #expect(score(Staged(), [(1, met), (2, unmet), (3, met)]) == .value(1))
    #expect(score(Staged(), [(1, unmet), (2, met), (3, met)]) == .value(0))
  }

  @Test func theLowestLevelNeedsNothingUnlessItemsCarryIt() {
    #expect(score(Staged(), [(1, Self.unmet)]) == .value(0))
    #expect(score(Staged(), [(0, Self.met), (1, Self.unmet)]) == .value(0))
    #expect(score(Staged(), [(0, Self.unmet), (1, Self.met)]) == .undefined(.belowLowestLevel))
  }

  @Test func aBlankBlocksAndWhatDoesNotApplyPasses() {
    for status in [AnswerStatus.unanswered, .dontKnow, .preferNotToSay] {
      #expect(score(Staged(), [(1, Self.met), (1, ItemAnswer(status)), (2, Self.met)]) == .value(0))
    }
    for answer in [Self.notApplicable, Self.hidden, ItemAnswer(status: .answered, score: nil)] {
      #expect(score(Staged(), [(1, Self.met), (1, answer), (2, answer)]) == .value(2))
    }
  }

  @Test func theShareIsOverAllLevelsUpToOne() {
    let answers = [(1.0, Self.met), (1, Self.met), (1, Self.unmet), (2, Self.met), (2, Self.met)]
    #expect(score(Staged(share: 1), answers) == .value(0))
    // Level 1 has two of three met, level 2 four of five.
    #expect(score(Staged(share: 2.0 / 3), answers) == .value(2))
    #expect(score(Staged(share: 0.7), answers) == .value(0))
    #expect(score(Staged(share: 0.8), [(1, Self.met)] + answers) == .value(0))
    #expect(score(Staged(share: 0.75), [(1, Self.met)] + answers) == .value(2))
  }

  @Test func metAtDecidesWhatIsMet() {
    let answers = [(1.0, Self.half), (2, Self.met)]
    #expect(score(Staged(), answers) == .value(0))
    #expect(score(Staged(metAt: 0.5), answers) == .value(2))
    #expect(score(Staged(metAt: 0.5000000001), answers) == .value(2), "within 1e-9")
    #expect(score(Staged(metAt: 0.51), answers) == .value(0))
  }

  @Test func partialCreditAddsTheShareOfTheNextStep() {
    let rule = Staged(partialCredit: true)
    #expect(score(rule, [(1, Self.met), (2, Self.met), (2, Self.unmet), (3, Self.met)]) == .value(1.5))
    #expect(score(rule, [(1, Self.met), (2, Self.unmet), (3, Self.met)]) == .value(1))
    #expect(score(rule, [(1, Self.met), (1, Self.met), (1, Self.met), (1, Self.blank)]) == .value(0.75))
  }

  @Test func noLevelIsReachedThatNothingShows() {
    #expect(score(Staged(), [(1, Self.met)]) == .value(1))
    #expect(Staged().range(of: [ScoringItem(id: "q", level: 2, minimum: 0, maximum: 1)], levels: Self.levels) == 0...2)
    // What weighs nothing shows nothing either.
    let weightless = ScoringItem(id: "r", weight: 0, level: 3, minimum: 0, maximum: 1)
    let both = [ScoringItem(id: "q", level: 2, minimum: 0, maximum: 1), weightless]
    #expect(Staged().range(of: both, levels: Self.levels) == 0...2 && Staged().range(of: [weightless]) == nil)
  }

  @Test func levelsBetweenWithoutItemsAreStepsAllTheSame() {
    #expect(score(Staged(), [(1, Self.met), (3, Self.met)]) == .value(3))
    #expect(score(Staged(), [(1, Self.met), (3, Self.unmet)]) == .value(2), "nothing is asked of level 2")
  }

  @Test func weightsCountAndZeroLeavesOut() {
    let items = [(3.0, 1.0), (1, 0), (0, 0)].enumerated().map {
      (ScoringItem(id: "q\($0.offset)", weight: $0.element.0, level: 1, minimum: 0, maximum: 1), $0.element.1)
    }
    let context = ScoringContext(
      unit: .respondent, levels: Self.levels, items: items.map(\.0), answers: items.map { ItemAnswer(score: $0.1) })
    #expect(Staged(share: 0.75).score(context) == .value(1))
    #expect(Staged(share: 0.76).score(context) == .value(0))
  }

  @Test func withoutLevelsThereIsNoScore() {
    let context = ScoringContext(
      unit: .respondent, levels: Self.levels, items: items([1]), answers: [ItemAnswer(score: 5)])
    #expect(Staged().score(context) == .undefined(.noLevel))
    #expect(score(Staged(), [(1, Self.met)], levels: []) == .undefined(.noLevel))
    #expect(Staged().range(of: items([1])) == nil)
  }

  @Test func saysWhatItCannotScore() {
    let items = [
      ScoringItem(id: "a", level: 1, minimum: 0, maximum: 1), ScoringItem(id: "b", minimum: 0, maximum: 1),
      ScoringItem(id: "c", level: 7, minimum: 0, maximum: 1), ScoringItem(id: "d", weight: 0, minimum: 0, maximum: 1),
    ]
    func problems(_ source: ScoringPlan.Source) -> [String] {
      Staged().problems(scoring: RuleSubject(source: source, unit: .respondent, items: items, levels: Self.levels))
    }
    #expect(
      problems(.questions) == [
        "“staged” goes level by level, and the question “b” carries no level; add “level” to it",
        "the question “c” carries the level 7, which is no level's value; the values are 0, 1, 2, 3",
      ])
    #expect(problems(.areas).count == 1)
  }
}
