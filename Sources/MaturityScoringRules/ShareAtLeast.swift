public import DigitalMaturity

/// The share of people whose score by another rule is at least so much, from 0 to 1.
///
/// A person scores 1 or 0, so the mean over people is the share; its interval is Wilson's. It has no level and no gap.
public struct ShareAtLeast: ShareScoringRule {
  /// `share-at-least`.
  public static let name = "share-at-least"
  /// What the rule does.
  public static let summary = "The share of people, from 0 to 1, whose score by another rule is at least so much."
  /// The options.
  public static let options = [
    RuleOption("inner", .rule, isRequired: true, summary: "The rule that scores each person."),
    RuleOption(
      "at-least", .number(-1e12...1e12), isRequired: true, summary: "The score from which a person counts."),
  ]
  /// One person whose mean is 3: counted, so 1.
  public static let example: RuleExample? = .points(
    "{rule: share-at-least, inner: weighted-mean, at-least: 3}", [2, 3, 4])

  /// The rule that scores each person.
  public let inner: any ScoringRule
  /// The score from which a person counts.
  public let bound: Double

  /// Makes the rule.
  public init(_ inner: any ScoringRule, atLeast bound: Double) {
    self.inner = inner
    self.bound = bound
  }

  /// Makes the rule of options. Throws without `inner` or `at-least`.
  public init(_ options: RuleOptions) throws(DocumentError) {
    guard let inner = options.rule("inner"), let bound = options.number("at-least") else {
      throw DocumentError(
        Diagnostic(.missingKey, "the rule “share-at-least” needs “inner”, a rule, and “at-least”, a score"))
    }
    self.init(inner, atLeast: bound)
  }

  /// The options as set.
  public var settings: RuleOptions { ["inner": .rule(inner), "at-least": .number(bound)] }

  /// The questions that the inner rule looks at.
  public var references: [Identifier<Question>] { inner.references }

  /// What the inner rule does.
  public var defaultMissing: ScoringDefinition.MissingPolicy { inner.defaultMissing }

  /// None: a share is not on the levels' scale.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? { nil }

  /// A share of people needs people.
  public func problems(scoring subject: RuleSubject) -> [String] {
    var problems = inner.problems(scoring: subject)
    if subject.source == .areas {
      problems.append(
        "“\(Self.name)” is a share of people, and areas are no people; choose another rule, or for themes add “of: questions”"
      )
    } else if subject.unit == .question {
      problems.append("“\(Self.name)” is a share of people; take “unit: question” out")
    }
    return problems
  }

  /// 1 where the inner score reaches the bound, within 1e-9; else 0. Undefined where the inner score is.
  public func score(_ context: ScoringContext) -> Figure<Double> {
    inner.score(context).map { $0 >= bound - 1e-9 ? 1 : 0 }
  }
}

extension ShareAtLeast: ExplainedScoringRule {
  /// That of the inner rule.
  public func method(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    writer.method(of: inner, context)
  }

  /// Those of the inner rule, and whether its score reaches the bound.
  public func steps(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    guard let own = inner.score(context).value else { return [] }
    return writer.steps(of: inner, context) + [
      writer.step(
        own >= bound - 1e-9 ? RuleMessage.countsOne : .countsNothing,
        ["score": writer.number(own), "bound": writer.exact(bound)])
    ]
  }
}
