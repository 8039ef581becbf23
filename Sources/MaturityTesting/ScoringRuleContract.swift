public import DigitalMaturity

/// What every scoring rule promises, checked on generated answers.
///
/// Works with any test framework: expect ``violations(of:items:levels:contexts:seed:)`` to be empty.
public enum ScoringRuleContract {
  /// The promises that a rule breaks, each as a sentence; empty when it keeps them all.
  ///
  /// Checked: names are slugs, options are declared once and none takes a reserved key; a score is finite, lies in the
  /// declared range and is the same when asked again; without any answer there is no score; a linear rule scores by its
  /// form, and the form does not look at scores. Questions that the rule refers to are answered like its own.
  /// - Parameters:
  ///   - rule: The rule, with the options to be tried.
  ///   - items: What the rule scores; five items of levels 1 to 5 when not given.
  ///   - levels: The assessment's levels; five, from 1 to 5, when not given.
  ///   - contexts: How many sets of answers are generated.
  ///   - seed: The same seed generates the same answers.
  public static func violations<Rule: ScoringRule>(
    of rule: Rule, items: [ScoringItem]? = nil, levels: [MaturityLevel]? = nil, contexts: Int = 500, seed: UInt64 = 1
  ) -> [String] {
    let items = items ?? standardItems
    let levels = levels ?? standardLevels
    let all = items + rule.references.map { ScoringItem(id: $0.rawValue, minimum: 1, maximum: 5) }
    var violations = declarationViolations(Rule.self)
    var generator = SeededGenerator(seed: seed)
    func context(_ answers: [ItemAnswer]) -> ScoringContext {
      ScoringContext(unit: .respondent, levels: levels, items: all, itemCount: items.count, answers: answers)
    }
    if let score = rule.score(context(all.map { _ in ItemAnswer(.unanswered) })).value {
      violations.append("scores \(score) when nothing is answered; it should be undefined, with a reason")
    }
    for _ in 0..<max(contexts, 0) where violations.count < 10 {
      let answers = all.map { answer(to: $0, &generator) }
      violations += scoreViolations(rule, context(answers))
    }
    return violations
  }

  private static func declarationViolations<Rule: ScoringRule>(_: Rule.Type) -> [String] {
    var violations: [String] = []
    func isSlug(_ name: String) -> Bool { Identifier<Rule>(name).isValid }
    if !isSlug(Rule.name) { violations.append("the name “\(Rule.name)” is not small letters, digits and hyphens") }
    if Rule.summary.isEmpty { violations.append("the rule does not say what it does; write a summary") }
    var seen: Set<String> = []
    for option in Rule.options {
      if !isSlug(option.name) {
        violations.append("the option “\(option.name)” is not small letters, digits and hyphens")
      }
      if RuleOption.reservedNames.contains(option.name) {
        violations.append("the option “\(option.name)” takes a key that every rule has")
      }
      if !seen.insert(option.name).inserted { violations.append("the option “\(option.name)” is declared twice") }
      if option.summary.isEmpty { violations.append("the option “\(option.name)” does not say what it does") }
    }
    return violations
  }

  private static func scoreViolations(_ rule: some ScoringRule, _ context: ScoringContext) -> [String] {
    var violations: [String] = []
    let figure = rule.score(context)
    if figure != rule.score(context) { violations.append("scores the same answers differently when asked again") }
    if let score = figure.value {
      if !score.isFinite { violations.append("gives the score \(score), which is not finite") }
      if let range = rule.range(of: Array(context.items.prefix(context.itemCount)), levels: context.levels),
        score < range.lowerBound - 1e-9 || score > range.upperBound + 1e-9
      {
        violations.append("gives the score \(score), outside its declared range \(range)")
      }
    }
    if let linear = rule as? any LinearScoringRule { violations += linearViolations(linear, context) }
    return violations
  }

  private static func linearViolations(_ rule: any LinearScoringRule, _ context: ScoringContext) -> [String] {
    let form = rule.form(context)
    let others = context.answers.map { answer in
      ItemAnswer(status: answer.status, score: answer.score.map { $0 + 1 }, option: answer.option)
    }
    let changed = ScoringContext(
      unit: context.unit, levels: context.levels, items: context.items, itemCount: context.itemCount, answers: others)
    var violations: [String] = []
    if rule.form(changed) != form { violations.append("the linear form changes with the scores") }
    if form.then({ .finite($0.score(context.answers)) }) != rule.score(context) {
      violations.append("the score is not that of the linear form")
    }
    return violations
  }

  /// Mostly an answer at one of a few scores; sometimes each of the statuses without one, or an imputed answer.
  private static func answer(to item: ScoringItem, _ generator: inout SeededGenerator) -> ItemAnswer {
    let steps = 4
    let step = Int.random(in: 0...steps, using: &generator)
    let score = item.minimum + (item.maximum - item.minimum) * Double(step) / Double(steps)
    switch Int.random(in: 0..<16, using: &generator) {
    case 0: return ItemAnswer(.unanswered)
    case 1: return ItemAnswer(.notApplicable)
    case 2: return ItemAnswer(.preferNotToSay)
    case 3: return ItemAnswer(.notShown)
    case 4: return ItemAnswer(status: .dontKnow, score: item.minimum)
    case 5: return ItemAnswer(status: .unanswered, score: item.minimum)
    default:
      let option = item.options.isEmpty ? nil : Int.random(in: item.options.indices, using: &generator)
      return ItemAnswer(score: score, option: option)
    }
  }

  /// Five items of different weights, scored 1 to 5.
  public static let standardItems: [ScoringItem] = (1...5).map { number in
    ScoringItem(id: "item-\(number)", weight: Double(number), level: Double(number), minimum: 1, maximum: 5)
  }

  /// Five levels, from 1 to 5.
  public static let standardLevels: [MaturityLevel] = (1...5).map { number in
    MaturityLevel(id: Identifier("level-\(number)"), value: Double(number), name: LocalizedText("Level \(number)"))
  }
}
