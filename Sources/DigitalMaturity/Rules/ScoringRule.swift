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
  /// The same for a rule whose scores are levels. Default: that of the items alone.
  func range(of items: [ScoringItem], levels: [MaturityLevel]) -> ClosedRange<Double>?
  /// What is done about a blank where the document does not say. Default: it is left out.
  var defaultMissing: ScoringDefinition.MissingPolicy { get }
  /// What keeps the rule from scoring a subject, a sentence each: checked when an assessment is made, so that it is not
  /// found out from a missing score. Default: nothing.
  func problems(scoring subject: RuleSubject) -> [String]
  /// A small case with its score worked out, for people who choose a rule. Default: none.
  static var example: RuleExample? { get }
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
  /// The range of the items alone.
  public func range(of items: [ScoringItem], levels: [MaturityLevel]) -> ClosedRange<Double>? { range(of: items) }
  /// Left out.
  public var defaultMissing: ScoringDefinition.MissingPolicy { .omit }
  /// Nothing.
  public func problems(scoring subject: RuleSubject) -> [String] { [] }
  /// None.
  public static var example: RuleExample? { nil }
}

/// What a rule is to score, as far as it is known before anybody has answered.
public struct RuleSubject: Sendable {
  /// What the score is made of: questions, or areas.
  public let source: ScoringPlan.Source
  /// Whether people or questions are summarised first.
  public let unit: ScoringUnit
  /// The questions or areas.
  public let items: [ScoringItem]
  /// The assessment's levels, in order.
  public let levels: [MaturityLevel]

  /// Makes a subject.
  public init(source: ScoringPlan.Source, unit: ScoringUnit, items: [ScoringItem], levels: [MaturityLevel]) {
    self.source = source
    self.unit = unit
    self.items = items
    self.levels = levels
  }
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

/// A rule that gives each person 0 or 1, so that the mean over people is a share of them.
///
/// Shares have Wilson's interval. They are not on the levels' scale.
public protocol ShareScoringRule: ScoringRule {}

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
