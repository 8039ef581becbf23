public import DigitalMaturity

/// A maturity score in which each stage counts only as far as the stages before it are met:
///
///     1 + s₂ + s₂·s₃ + s₂·s₃·s₄ + s₂·s₃·s₄·s₅
///
/// where sₖ is the share of stage k's criteria that are met. Each question carries its stage as `level`; a criterion is
/// met when its score is at least `met-at`. A blank is not met; what does not apply is left out. A stage without
/// criteria is met in full when it stands below one that has some.
public struct StageChain: ScoringRule {
  /// `stage-chain`.
  public static let name = "stage-chain"
  /// What the rule does.
  public static let summary =
    "Stage by stage: each counts by the share of its criteria met, times all the shares before it."
  /// The options.
  public static let options = [
    RuleOption("met-at", .number(-1e6...1e6), summary: "The lowest score at which a criterion is met; 1 when not set.")
  ]

  /// The stages that add to the score, upwards.
  public static let stages: [Double] = [2, 3, 4, 5]

  /// The lowest score at which a criterion is met.
  public let metAt: Double

  /// Makes the rule.
  public init(metAt: Double = 1) { self.metAt = metAt }

  /// Makes the rule of options.
  public init(_ options: RuleOptions) throws(DocumentError) { self.init(metAt: options.number("met-at") ?? 1) }

  /// The options as set.
  public var settings: RuleOptions { ["met-at": .number(metAt)] }

  /// From 1 to 1 and one for each stage.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? { 1...Double(1 + Self.stages.count) }

  /// The chain; undefined when nothing was answered.
  public func score(_ context: ScoringContext) -> Figure<Double> {
    let own = zip(context.items, context.answers).prefix(context.itemCount)
    guard own.contains(where: { $0.1.score != nil }) else { return .undefined(.noneAnswered) }
    let highest = own.compactMap { $0.0.level }.max() ?? 0
    var product = 1.0
    var score = 1.0
    for stage in Self.stages where stage <= highest {
      let criteria = own.filter { $0.0.level == stage && $0.1.status.isApplicable }
      if !criteria.isEmpty {
        let met = criteria.count { ($0.1.score ?? -.infinity) >= metAt }
        product *= Double(met) / Double(criteria.count)
      }
      score += product
    }
    return .value(score)
  }
}

extension Vocabulary {
  /// Adds the rule `stage-chain`.
  public mutating func addStageChain() { add(StageChain.self) }
}
