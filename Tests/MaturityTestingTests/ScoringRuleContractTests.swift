import DigitalMaturity
import MaturityScoringRules
import MaturityTesting
import Testing

/// A rule that behaves as a test tells it to.
private protocol Trial: ScoringRule {
  init()
}

extension Trial {
  static var summary: String { "A rule on trial." }
  init(_ options: RuleOptions) throws(DocumentError) { self.init() }
  func range(of items: [ScoringItem]) -> ClosedRange<Double>? { 1...5 }
}

@Suite("The contract of scoring rules catches rules that break it") struct ScoringRuleContractTests {
  private struct NaN: Trial {
    static let name = "nan"
    func score(_ context: ScoringContext) -> Figure<Double> {
      context.scored.isEmpty ? .undefined(.noneAnswered) : .value(.nan)
    }
  }

  private struct OutOfRange: Trial {
    static let name = "out-of-range"
    func score(_ context: ScoringContext) -> Figure<Double> {
      context.scored.isEmpty ? .undefined(.noneAnswered) : .value(context.scored.map(\.score).reduce(0, +))
    }
  }

  private struct OfNothing: Trial {
    static let name = "of-nothing"
    func score(_ context: ScoringContext) -> Figure<Double> { .value(1) }
  }

  private struct Fickle: Trial {
    static let name = "fickle"
    func score(_ context: ScoringContext) -> Figure<Double> {
      context.scored.isEmpty ? .undefined(.noneAnswered) : .value(Double.random(in: 1...5))
    }
  }

  private struct ReservedOption: Trial {
    static let name = "reserved-option"
    static let options = [
      RuleOption("missing", .boolean, summary: "Taken."), RuleOption("Big", .boolean, summary: "No slug."),
      RuleOption("twice", .boolean, summary: "One."), RuleOption("twice", .boolean, summary: ""),
    ]
    func score(_ context: ScoringContext) -> Figure<Double> { .undefined(.noneAnswered) }
  }

  private struct BadName: ScoringRule {
    static let name = "Bad Name"
    static let summary = ""
    init() {}
    init(_ options: RuleOptions) throws(DocumentError) {}
    func range(of items: [ScoringItem]) -> ClosedRange<Double>? { nil }
    func score(_ context: ScoringContext) -> Figure<Double> { .undefined(.noneAnswered) }
  }

  /// Says that it is linear, and weighs high scores more.
  private struct LooksAtScores: LinearScoringRule {
    static let name = "looks-at-scores"
    static let summary = "A rule on trial."
    init() {}
    init(_ options: RuleOptions) throws(DocumentError) {}
    func range(of items: [ScoringItem]) -> ClosedRange<Double>? { nil }
    func form(_ context: ScoringContext) -> Figure<LinearForm> {
      let weights = context.answers.map { $0.score.map { $0 > 3 ? 2.0 : 1.0 } ?? 0 }
      let total = weights.reduce(0, +)
      return total > 0 ? .value(LinearForm(weights: weights, divisor: total)) : .undefined(.noneAnswered)
    }
  }

  /// Says that it is linear, and scores otherwise.
  private struct OtherScore: LinearScoringRule {
    static let name = "other-score"
    static let summary = "A rule on trial."
    init() {}
    init(_ options: RuleOptions) throws(DocumentError) {}
    func range(of items: [ScoringItem]) -> ClosedRange<Double>? { nil }
    func form(_ context: ScoringContext) -> Figure<LinearForm> { WeightedMean().form(context) }
    func score(_ context: ScoringContext) -> Figure<Double> { Minimum().score(context) }
  }

  /// Counts a question that it refers to as one of its own.
  private struct ScoresReferences: Trial {
    static let name = "scores-references"
    var references: [Identifier<Question>] { ["elsewhere"] }
    func score(_ context: ScoringContext) -> Figure<Double> {
      let all = context.answers.compactMap(\.score)
      return all.isEmpty ? .undefined(.noneAnswered) : .value(all.reduce(0, +))
    }
  }

  private func expect(
    _ rule: some ScoringRule, _ words: String, _ sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let violations = ScoringRuleContract.violations(of: rule)
    #expect(violations.contains { $0.contains(words) }, "\(violations)", sourceLocation: sourceLocation)
  }

  @Test func eachBrokenPromiseIsASentence() {
    expect(NaN(), "gives the score nan, which is not finite")
    expect(OutOfRange(), "outside its declared range 1.0...5.0")
    expect(OfNothing(), "scores 1.0 when nothing is answered; it should be undefined, with a reason")
    expect(Fickle(), "scores the same answers differently when asked again")
    expect(LooksAtScores(), "the linear form changes with the scores")
    expect(OtherScore(), "the score is not that of the linear form")
    expect(ScoresReferences(), "outside its declared range")
    expect(ReservedOption(), "the option “missing” takes a key that every rule has")
    expect(ReservedOption(), "the option “Big” is not small letters, digits and hyphens")
    expect(ReservedOption(), "the option “twice” is declared twice")
    expect(ReservedOption(), "the option “twice” does not say what it does")
    expect(BadName(), "the name “Bad Name” is not small letters, digits and hyphens")
    expect(BadName(), "does not say what it does; write a summary")
  }

  @Test func aGoodRuleHasNone() {
    #expect(ScoringRuleContract.violations(of: WeightedMean()) == [])
  }

  @Test func theSameSeedFindsTheSame() {
    let first = ScoringRuleContract.violations(of: OutOfRange(), seed: 7)
    #expect(first == ScoringRuleContract.violations(of: OutOfRange(), seed: 7))
    #expect(!first.isEmpty)
  }

  @Test func violationsDoNotGrowWithoutEnd() {
    #expect(ScoringRuleContract.violations(of: NaN(), contexts: 5_000).count < 20)
    #expect(ScoringRuleContract.violations(of: NaN(), contexts: 0) == [])
    #expect(ScoringRuleContract.violations(of: NaN(), contexts: -1) == [])
  }
}
