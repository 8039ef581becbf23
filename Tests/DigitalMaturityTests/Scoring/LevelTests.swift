import DigitalMaturity
import MaturityScoringRules
import Testing

struct LevelTests {
  private let levels = [
    MaturityLevel(id: "none", value: 0, name: "None"), MaturityLevel(id: "some", value: 1, from: 0.5, name: "Some"),
    MaturityLevel(id: "full", value: 2, from: 1.5, name: "Full"),
  ]

  @Test(arguments: [
    (0, "none"), (0.4999, "none"), (0.5, "some"), (0.5 - 0.9e-9, "some"), (0.5 - 1.1e-9, "none"), (1.4999, "some"),
    (1.5, "full"), (2, "full"),
  ])
  func aBandBeginsAtItsFromAndEndsBelowTheNext(_ score: Double, _ level: String) {
    #expect(levels.level(for: score)?.id.rawValue == level)
  }

  @Test func belowTheFirstBandThereIsNoLevel() {
    #expect(levels.level(for: -0.1) == nil)
    #expect([MaturityLevel]().level(for: 1) == nil)
    #expect(levels.scale == 0...2)
  }

  /// 3 is reached although the binary sum of tenths lies a hair below.
  @Test func aMeanThatIsALevelButForItsLastBitHasIt() throws {
    var sample = ScoringSample()
    sample.questions = [.closed("q", scores: [2.8, 2.3, 4.6, 4.1, 1.2])]
    let result = try sample.everyone(["a", "b", "c", "d", "e"].map { ["q": .option($0)] })
    #expect(result.areas[0].score == .value(2.9999999999999996))
    #expect(result.areas[0].level == "level-3")
  }

  @Test func targetsAndGapsAreUnrounded() throws {
    var sample = ScoringSample()
    sample.areas = [Area(id: "one", name: "One", target: 3.5), Area(id: "two", name: "Two")]
    sample.questions = [.closed("q", areas: ["one": 1, "two": 1])]
    let result = try sample.everyone([["q": .option("c")], ["q": .option("c")], ["q": .option("d")]])
    #expect(result.areas[0].target == 3.5)
    #expect(result.areas[0].gap == 3.5 - 10.0 / 3)
    #expect(result.areas[1].target == nil)
    #expect(result.areas[1].gap == nil)
    // Above the target the gap is below 0.
    #expect(try sample.everyone([["q": .option("e")]]).areas[0].gap == -1.5)
  }

  @Test func withoutAScoreThereIsNeitherLevelNorGap() throws {
    var sample = ScoringSample()
    sample.areas[0].target = 4
    sample.questions = [.closed("q")]
    let area = try sample.everyone([[:]]).areas[0]
    #expect(area.score == .undefined(.noneAnswered))
    #expect(area.level == nil)
    #expect(area.gap == nil)
    #expect(area.target == 4)
  }

  @Test func scoresOffTheLevelsScaleHaveNoLevelAndNoTarget() throws {
    struct Count: ScoringRule {
      static let name = "count"
      static let summary = "How many are answered."
      init() {}
      init(_ options: RuleOptions) throws(DocumentError) {}
      func range(of items: [ScoringItem]) -> ClosedRange<Double>? { nil }
      func score(_ context: ScoringContext) -> Figure<Double> { .value(Double(context.scored.count)) }
    }
    var sample = ScoringSample()
    sample.areas[0].target = 4
    sample.questions = [.closed("q")]
    sample.plan.areas.rule = Count()
    let area = try sample.everyone([["q": .option("e")]]).areas[0]
    #expect(area.score == .value(1))
    #expect(area.level == nil)
    #expect(area.target == nil)
    #expect(area.gap == nil)
  }

  @Test func aRulesScoreThatIsNotFiniteIsUndefined() throws {
    struct Broken: ScoringRule {
      static let name = "broken"
      static let summary = "Divides by nothing."
      init() {}
      init(_ options: RuleOptions) throws(DocumentError) {}
      func range(of items: [ScoringItem]) -> ClosedRange<Double>? { 1...5 }
      func score(_ context: ScoringContext) -> Figure<Double> { .value(.nan) }
    }
    var sample = ScoringSample()
    sample.questions = [.closed("q")]
    sample.plan.areas.rule = Broken()
    sample.plan.overall = ScoringDefinition(rule: Broken())
    for unit in ScoringUnit.allCases {
      sample.plan.areas.unit = unit
      let result = try sample.everyone([["q": .option("e")]])
      #expect(result.areas[0].score.reason?.code == .notFinite)
      #expect(result.overall?.score.value == nil)
    }
  }

  /// A third party's kind may give a score that is no number.
  @Test func anOpenAnswersScoreThatIsNotFiniteIsNone() throws {
    struct Odd: OpenAnswerKind {
      var range: ClosedRange<Double>? { 1...5 }
      var expectation: String { "anything" }
      func encode(_ cell: Span<UInt8>) -> OpenAnswer? { .number(0) }
      func score(_ answer: OpenAnswer) -> Double? { .nan }
    }
    var sample = ScoringSample()
    sample.questions = [
      Question(id: "n", kind: "odd", text: "N", answers: .open(Odd()), measures: Measures(areas: ["one"])),
      .closed("q"),
    ]
    let result = try sample.everyone([["n": .number(0), "q": .option("e")]])
    #expect(result.areas[0].score == .value(5))
    #expect(result.questions[0].distribution.isEmpty)
    #expect(result.questions[0].mean.value == nil)
  }
}
