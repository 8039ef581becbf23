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

/// Weighs what is answered by how much is answered: linear, and no sum with fixed weights tells the score.
private struct Crowded: LinearScoringRule {
  static let name = "crowded"
  static let summary = "Each score counts as often as there are answers, but the first only once."

  init() {}
  init(_ options: RuleOptions) throws(DocumentError) {}

  func range(of items: [ScoringItem]) -> ClosedRange<Double>? { nil }

  func form(_ context: ScoringContext) -> Figure<LinearForm> {
    let answered = Double(context.answers.count { $0.score != nil })
    let weights = context.items.indices.map { $0 == 0 ? 1 : answered }
    return .value(LinearForm(weights: weights, divisor: 1))
  }
}

extension LinearScorerTests {
  /// Whole scores, so that the engine first tries keys of sums, and finds that they do not say all.
  @Test(arguments: UInt64(1)...10)
  func aFormThatDependsOnWhatIsMissingIsNeverTakenForASum(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var sample = ScoringSample()
    sample.questions = (1...3).map { .closed("q-\($0)") }
    sample.plan.areas = ScoringDefinition(rule: Crowded())
    var people: [ScoringSample.Person] = []
    var scores: [Double: Int] = [:]
    for _ in 0..<200 {
      let options = (0..<3).map { _ in Int.random(in: 0...5, using: &generator) }
      var answers: [Identifier<Question>: Answer] = [:]
      for (index, option) in options.enumerated() where option > 0 {
        answers[Identifier("q-\(index + 1)")] = .option(Identifier(String(UnicodeScalar(UInt8(96 + option)))))
      }
      people.append((answers, [:]))
      let answered = Double(options.count { $0 > 0 })
      if answered > 0 { scores[Double(options[0]) + answered * Double(options[1] + options[2]), default: 0] += 1 }
    }
    let area = try #require(try sample.scorecard(people).everyone?.areas.first)
    #expect(area.distribution == scores.sorted { $0.key < $1.key }.map { ScoreCount(score: $0.key, count: $0.value) })
  }
}

extension LinearScorerTests {
  /// Scores so large that sums of four are rounded: then no sum stands for a score, and order makes no difference.
  @Test func sumsThatAreRoundedAreNoKeys() throws {
    var sample = ScoringSample()
    let base = 4_194_303.0
    sample.levels = [
      MaturityLevel(id: "low", value: base, name: "Low"), MaturityLevel(id: "high", value: base + 1, name: "High"),
    ]
    sample.questions = (1...8).map { number in
      .closed("q-\(number)", scores: (1...5).map { base + Double($0 * number) / 1024 }, weight: 1.000001)
    }
    var generator = SeededGenerator(seed: 5)
    let people: [ScoringSample.Person] = (0..<300).map { _ in
      var answers: [Identifier<Question>: Answer] = [:]
      for question in sample.questions {
        answers[question.id] = question.answers.options.randomElement(using: &generator).map { .option($0.id) }
      }
      return (answers, [:])
    }
    let forwards = try sample.scorecard(people)
    #expect(try sample.scorecard(people.reversed()) == forwards)
  }
}
