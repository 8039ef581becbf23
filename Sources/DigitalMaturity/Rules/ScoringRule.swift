/// A way of making one score out of answers: a mean, a weakest link, a ladder of levels.
///
/// A rule scores one person's answers, or with `unit: question` the summaries of questions over people. The engine
/// applies what to do about missing answers, don't knows and the minimum answered before the rule is asked.
public protocol ScoringRule: Sendable {
  /// The rule's name in documents, such as `weighted-mean`.
  static var name: String { get }
  /// One sentence that says what the rule does.
  static var summary: String { get }
  /// The options a document may set. Default: none.
  static var options: [RuleOption] { get }
  /// Makes the rule of options whose names and types the reader has checked against ``options``.
  /// - Throws: ``DocumentError`` when options do not go together.
  init(_ options: RuleOptions) throws(DocumentError)
  /// The options as set, for provenance. Default: none.
  var settings: RuleOptions { get }
  /// Questions outside the subject's own whose answers the rule looks at. Default: none.
  var references: [Identifier<Question>] { get }
  /// The lowest and highest score possible; nil when scores are not on the levels' scale, so have no level and no gap.
  func range(of items: [ScoringItem]) -> ClosedRange<Double>?
  /// The score, or why there is none. The first ``ScoringContext/itemCount`` items are the subject's own.
  func score(_ context: ScoringContext) -> Figure<Double>
}

extension ScoringRule {
  /// No options.
  public static var options: [RuleOption] { [] }
  /// No options.
  public var settings: RuleOptions { RuleOptions() }
  /// No references.
  public var references: [Identifier<Question>] { [] }
}

/// A rule whose score is a linear form of the items' scores, with coefficients that depend on nothing but which items
/// have a score. The engine then scores by table.
public protocol LinearScoringRule: ScoringRule {
  /// The form for the items that have a score. Their scores are stand-ins: a rule must not look at them.
  func form(_ context: ScoringContext) -> Figure<LinearForm>
}

extension LinearScoringRule {
  /// The form, applied to the scores; undefined where the sum leaves the range of numbers.
  public func score(_ context: ScoringContext) -> Figure<Double> {
    form(context).then { .finite($0.score(context.answers)) }
  }
}

/// Σ wᵢ xᵢ / divisor + constant, over the items that have a score.
///
/// Kept as weights and one divisor, so that whole-number weights and scores add up exactly and are divided once.
public struct LinearForm: Sendable, Hashable {
  /// A weight for each item of the context; items without a score are passed over.
  public var weights: [Double]
  /// What the weighted sum is divided by: finite and not zero.
  public var divisor: Double
  /// What is added.
  public var constant: Double

  /// Makes a form.
  public init(weights: [Double], divisor: Double, constant: Double = 0) {
    self.weights = weights
    self.divisor = divisor
    self.constant = constant
  }

  /// The form's value for some answers, one for each weight; infinite or not a number where sums leave the range of numbers.
  public func score(_ answers: [ItemAnswer]) -> Double {
    var sum = 0.0
    for (weight, answer) in zip(weights, answers) {
      if let score = answer.score { sum += weight * score }
    }
    return sum / divisor + constant
  }
}
