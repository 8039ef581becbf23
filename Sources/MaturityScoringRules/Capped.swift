public import DigitalMaturity

/// Another rule's score, under ceilings that hold while a condition on answers does.
///
/// Conditions may look at questions of any area. Of several ceilings that hold, the lowest counts. With
/// `unit: question` a condition sees each question's summary over people, and no options.
public struct Capped: CeilingScoringRule {
  /// One ceiling.
  public typealias Ceiling = ScoreCeiling

  /// `capped`.
  public static let name = "capped"
  /// What the rule does.
  public static let summary = "Another rule's score, held under a ceiling while a condition on answers is true."
  /// The options.
  public static let options = [
    RuleOption("inner", .rule, isRequired: true, summary: "The rule whose score is held under the ceilings."),
    RuleOption(
      "ceilings",
      .list([
        RuleOption(
          "at", .number(-1e12...1e12), isRequired: true, summary: "The highest score while the condition is true."),
        RuleOption("when", .condition, isRequired: true, summary: "A condition on questions of any area."),
      ]), isRequired: true, summary: "The ceilings; the lowest of those that hold counts."),
  ]

  /// A mean of 4, held at 2 because the first question scores below 2.
  public static let example: RuleExample? = .points(
    "{rule: capped, inner: weighted-mean, ceilings: [{at: 2, when: {question: q1, below: 2}}]}", [1, 5, 5, 5])

  /// The rule whose score is held under the ceilings.
  public let inner: any ScoringRule
  /// The ceilings.
  public let ceilings: [Ceiling]

  /// Makes the rule.
  public init(_ inner: any ScoringRule, ceilings: [Ceiling]) {
    self.inner = inner
    self.ceilings = ceilings
  }

  /// Makes the rule of options. Throws without `inner` or without a ceiling.
  public init(_ options: RuleOptions) throws(DocumentError) {
    guard let inner = options.rule("inner") else {
      throw DocumentError(Diagnostic(.missingKey, "the rule “capped” needs “inner”, the rule that it holds down"))
    }
    self.inner = inner
    ceilings = options.list("ceilings").compactMap { table in
      table.number("at").flatMap { at in table.condition("when").map { Ceiling(at: at, when: $0) } }
    }
    if ceilings.isEmpty {
      throw DocumentError(Diagnostic(.invalidValue, "the rule “capped” needs at least one ceiling"))
    }
  }

  /// The options as set.
  public var settings: RuleOptions {
    [
      "inner": .rule(inner),
      "ceilings": .list(ceilings.map { ["at": .number($0.at), "when": .condition($0.when)] }),
    ]
  }

  /// The questions that conditions look at, and those of the inner rule.
  public var references: [Identifier<Question>] {
    var references = inner.references
    for question in ceilings.flatMap(\.when.questions) where !references.contains(question) {
      references.append(question)
    }
    return references
  }

  /// The inner rule's range, down to the lowest ceiling.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? { inner.range(of: items).map(lowered) }

  /// The inner rule's range, down to the lowest ceiling.
  public func range(of items: [ScoringItem], levels: [MaturityLevel]) -> ClosedRange<Double>? {
    inner.range(of: items, levels: levels).map(lowered)
  }

  private func lowered(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    min(range.lowerBound, ceilings.map(\.at).min() ?? range.lowerBound)...range.upperBound
  }

  /// What the inner rule does.
  public var defaultMissing: ScoringDefinition.MissingPolicy { inner.defaultMissing }

  /// Those of the inner rule, and a condition on one person's option where there are only summaries.
  public func problems(scoring subject: RuleSubject) -> [String] {
    var problems = inner.problems(scoring: subject)
    if subject.unit == .question, ceilings.contains(where: { $0.when.testsOptions }) {
      problems.append(
        "“\(Self.name)” tests which option was chosen with “is”, and with “unit: question” there are only summaries; test "
          + "the score with “at-least” or “below”")
    }
    return problems
  }

  /// The inner score, or the lowest ceiling that holds where that is less.
  public func score(_ context: ScoringContext) -> Figure<Double> {
    let holding = ceilings.filter { ceiling in ceiling.when.holds { context.known($0) } }.map(\.at)
    return inner.score(context).map { score in holding.reduce(score, min) }
  }
}

extension Condition {
  /// Whether any part of it tests which option was chosen.
  fileprivate var testsOptions: Bool {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.contains { $0.testsOptions }
    case .not(let condition): condition.testsOptions
    case .test(_, .isOption): true
    case .test: false
    }
  }
}
