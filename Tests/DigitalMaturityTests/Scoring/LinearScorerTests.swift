import DigitalMaturity
import MaturityScoringRules
import Testing

/// The weighted mean by its definition, Σ w x / Σ w, which the engine cannot score by table.
private struct PlainMean: ScoringRule {
  static let name = "plain-mean"
  static let summary = "The weighted mean, without a linear form."

  init() {}
  init(_ options: RuleOptions) throws(DocumentError) {}

  func range(of items: [ScoringItem]) -> ClosedRange<Double>? { WeightedMean().range(of: items) }

  func score(_ context: ScoringContext) -> Figure<Double> {
    var sum = 0.0
    var weights = 0.0
    for (item, score) in context.scored {
      sum += item.millionths * score
      weights += item.millionths
    }
    return weights > 0 ? .value(sum / weights) : .undefined(.noWeight)
  }
}

/// Half the sum of the scores and a constant: coefficients that are not a mean's.
private struct HalfSum: LinearScoringRule {
  static let name = "half-sum"
  static let summary = "Half of the sum, and one."

  init() {}
  init(_ options: RuleOptions) throws(DocumentError) {}

  func range(of items: [ScoringItem]) -> ClosedRange<Double>? { nil }

  func form(_ context: ScoringContext) -> Figure<LinearForm> {
    .value(LinearForm(weights: context.items.map { _ in 1 }, divisor: 2, constant: 1))
  }
}

struct LinearScorerTests {
  /// Scores, weights and imputed answers that are not exact in binary: the same sums in the same order.
  @Test(arguments: UInt64(1)...40)
  func scoringByTableIsTheRulesOwnScoreToTheLastBit(_ seed: UInt64) throws {
    let workshop = RandomWorkshop(seed: seed, people: 120)
    var twin = workshop.sample
    twin.plan.areas.rule = PlainMean()
    twin.plan.principles.rule = PlainMean()
    let linear = try workshop.scorecard()
    let general = try twin.scorecard(workshop.people, by: workshop.breakdowns)
    for (left, right) in zip(linear.groups, general.groups) {
      for (left, right) in zip(left.areas + left.principles, right.areas + right.principles) {
        #expect(left.score == right.score)
        #expect(left.distribution == right.distribution)
        #expect(left.people == right.people)
        #expect(left.statuses == right.statuses)
      }
    }
  }

  @Test func aFormThatIsNoMeanIsAppliedAsItIs() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q-1"), .closed("q-2", scores: [1, 1.7, 5])]
    sample.plan.areas = ScoringDefinition(rule: HalfSum(), dontKnow: .lowest)
    #expect(try sample.score([["q-1": .option("d"), "q-2": .option("b")]]) == .value((4 + 1.7) / 2 + 1))
    #expect(try sample.score([["q-1": .option("d"), "q-2": .status(.dontKnow)]]) == .value(3.5))
    #expect(try sample.score([["q-1": .option("d")]]) == .value(3))
  }

  /// More items than a pattern of statuses holds.
  @Test func manyItemsAreScoredToo() throws {
    var sample = ScoringSample()
    sample.questions = (1...40).map { .closed("q-\($0)", weight: Double($0)) }
    var answers: [Identifier<Question>: Answer] = [:]
    for number in 1...40 { answers[Identifier("q-\(number)")] = .option(number > 20 ? "e" : "a") }
    // Weights 1 to 20 score 1 and 21 to 40 score 5: (210 + 5 · 610) / 820.
    #expect(try sample.score([answers]) == .value(3_260.0 / 820))
  }
}
