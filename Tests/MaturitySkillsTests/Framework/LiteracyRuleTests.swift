import DigitalMaturity
import MaturityScoringRules
import Testing

@testable import MaturitySkills

@Suite("A literacy's level") struct LiteracyRuleTests {
  private static let levels = (0...3).map {
    ProficiencyLevel(id: Identifier("l\($0)"), value: Double($0), name: LocalizedText("Level \($0)"))
  }

  private func level(
    _ rule: LiteracyRule, _ ratings: [Double?], required: [Double], target: Double? = nil
  ) -> Figure<Double> {
    let asked = required.enumerated().map { LiteracyRule.Asked(id: "c\($0.offset)", required: $0.element) }
    return rule.level(
      asked, target: target ?? required.max() ?? 0,
      ratings.map { $0.map { ItemAnswer(score: $0) } ?? ItemAnswer(.unanswered) })
  }

  @Test(
    "goes up a ladder: all essential competences at the level, or at what the role asks",
    arguments: [
      // Worked by hand: level 1 asks 1, 1, 1; level 2 asks 2, 2, 1; level 3 asks 3, 3, 3.
      ([2, 2, 1], 2), ([2, 2, 0], 0), ([1, 2, 3], 1), ([3, 3, 2], 2), ([3, 3, 3], 3), ([0, 3, 3], 0), ([1, 1, 1], 1),
    ] as [([Double], Double)]) func ladder(_ ratings: [Double], _ expected: Double)
  {
    let rule = LiteracyRule(nil, levels: Self.levels)
    #expect(rule.isLadder)
    #expect(level(rule, ratings, required: [2, 2, 1]) == .value(expected))
  }

  @Test("is at the role's level only with a competence that is asked for more") func above() {
    let rule = LiteracyRule(nil, levels: Self.levels)
    #expect(level(rule, [2, 2], required: [2, 3], target: 2) == .value(1))
    #expect(level(rule, [2, 3], required: [2, 3], target: 2) == .value(2))
  }

  /// Rules with what they make of a missing answer left to them, and told to leave it out or to count the lowest.
  private static let rules: [(name: String, scoring: ScoringDefinition?)] = [
    ("none", nil), ("staged", ScoringDefinition(rule: Staged())),
    ("staged, most", ScoringDefinition(rule: Staged(share: 0.5), missing: .omit)),
    ("additive-levels", ScoringDefinition(rule: AdditiveLevels())),
    ("weighted-mean", ScoringDefinition(rule: WeightedMean())),
    ("weighted-mean, half", ScoringDefinition(rule: WeightedMean(), missing: .omit, minimumAnswered: 0.5)),
    ("minimum", ScoringDefinition(rule: Minimum(), missing: .lowest)), ("median", ScoringDefinition(rule: Median())),
  ]

  @Test("is undefined while an essential competence is not rated, by every rule", arguments: Self.rules.indices)
  func missing(_ index: Int) {
    let rule = LiteracyRule(Self.rules[index].scoring, levels: Self.levels)
    #expect(rule.problems.isEmpty)
    for ratings in [[0, nil], [nil, 3], [nil, nil]] as [[Double?]] {
      #expect(level(rule, ratings, required: [2, 2]).reason?.code == .missingAnswer, "\(Self.rules[index].name)")
    }
    #expect(level(rule, [2, 2], required: [2, 2]).value != nil)
  }

  @Test("asked at the lowest level is not met below a competence that is asked for more") func lowest() {
    for scoring in [nil, ScoringDefinition(rule: Staged())] {
      let rule = LiteracyRule(scoring, levels: Self.levels)
      let asked = [LiteracyRule.Asked(id: "c0", required: 0), LiteracyRule.Asked(id: "c1", required: 2)]
      #expect(rule.required(asked, target: 0) == .value(1), "the next level, at which what is asked of each is met")
      #expect(rule.level(asked, target: 0, [ItemAnswer(score: 3), ItemAnswer(score: 1)]).value ?? 9 < 1)
      #expect(rule.level(asked, target: 0, [ItemAnswer(score: 0), ItemAnswer(score: 2)]).value ?? 0 >= 1)
    }
    let rule = LiteracyRule(nil, levels: Self.levels)
    #expect(rule.required([.init(id: "c0", required: 0)], target: 0) == .value(0), "nothing more is asked")
  }

  @Test("is the mean or the minimum where the framework says so") func others() {
    let mean = LiteracyRule(ScoringDefinition(rule: WeightedMean()), levels: Self.levels)
    #expect(!mean.isLadder && mean.problems.isEmpty)
    #expect(level(mean, [1, 2, 3], required: [2, 2, 1]) == .value(2))
    let asked = [2.0, 2, 1].map { LiteracyRule.Asked(id: "c", required: $0) }
    #expect(mean.required(asked, target: 2) == .value(5.0 / 3))
    let minimum = LiteracyRule(ScoringDefinition(rule: Minimum()), levels: Self.levels)
    #expect(level(minimum, [1, 2, 3], required: [2, 2, 1]) == .value(1))
  }

  /// The rule `staged` of the rules' module is an independent implementation of the same ladder.
  @Test("of no rule is that of `staged`, and reaching the target is meeting everything", arguments: 0..<200)
  func laws(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...6, using: &random)
    let required = (0..<count).map { _ in Double(Int.random(in: 0...3, using: &random)) }
    let ratings = (0..<count).map { _ in Double(Int.random(in: 0...3, using: &random)) }
    let target = Bool.random(using: &random) ? required.max() ?? 0 : Double(Int.random(in: 0...3, using: &random))
    let own = LiteracyRule(nil, levels: Self.levels)
    let staged = LiteracyRule(ScoringDefinition(rule: Staged(), missing: .block), levels: Self.levels)
    let found = level(own, ratings, required: required, target: target)
    #expect(found == level(staged, ratings, required: required, target: target))
    let asked = required.enumerated().map { LiteracyRule.Asked(id: "c\($0.offset)", required: $0.element) }
    let wanted = try #require(own.required(asked, target: target).value)
    #expect((try #require(found.value) >= wanted) == zip(ratings, required).allSatisfy { $0 >= $1 })
  }
}
