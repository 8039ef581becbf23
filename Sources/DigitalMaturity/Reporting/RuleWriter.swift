/// A rule that shows how it comes to its score, so that an explanation can be followed with a pocket calculator.
///
/// A ``LinearScoringRule`` and a ``CeilingScoringRule`` need not be one: their sums and ceilings are shown as they are. Of any
/// other rule that is none, what the parts count as is shown, and the score.
public protocol ExplainedScoringRule: ScoringRule {
  /// What is to be known of the questions to score anybody's answers by hand, such as their highest scores. Default: nothing.
  /// Nothing in the context is answered.
  func method(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step]
  /// The calculation, from what the items count as to the score. Asked only for what the rule has a score of.
  func steps(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step]
}

extension ExplainedScoringRule {
  /// Nothing.
  public func method(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] { [] }
}

/// Writes the calculation of a rule in the words of a report.
public struct RuleWriter: Sendable {
  /// The words.
  public let words: MessageCatalogue
  /// What items are called, by their ids.
  private let names: [String: String]
  private let products: ExplanationMessage

  /// - Parameters:
  ///   - names: What items are called, where it is not their id.
  ///   - products: How weights times what the items count as are announced.
  init(words: MessageCatalogue, names: [String: String] = [:], products: ExplanationMessage = .weightTimesScore) {
    self.words = words
    self.names = names
    self.products = products
  }

  /// What an item is called.
  public func name(of item: ScoringItem) -> String { names[item.id] ?? item.id }

  /// A number with four decimals at most, a small one with four digits, as the language writes it.
  public func number(_ number: Double) -> String { words.decimal(DecimalText.fourDigits(number)) }

  /// A number as its author wrote it, as the language writes it.
  public func exact(_ number: Double) -> String { words.decimal(DecimalText.plain(number)) }

  /// A step of one phrase.
  public func step(
    _ message: some CatalogueMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:],
    details: [Explanation.Step] = []
  ) -> Explanation.Step {
    Explanation.Step(words.text(message, arguments), details: details)
  }

  /// A step of one phrase, which says that numbers are rounded, where a calculator would show it.
  public func step(
    _ message: some CatalogueMessage, _ arguments: KeyValuePairs<String, any MessageArgument>, numbers: [Double],
    details: [Explanation.Step] = []
  ) -> Explanation.Step {
    let text = words.text(message, arguments)
    return Explanation.Step(
      numbers.allSatisfy { exact($0) == number($0) } ? text : "\(text) \(words.text(ExplanationMessage.rounded))",
      details: details)
  }

  /// The items that weigh nothing, for a rule that leaves them out; no step where there are none.
  public func leftOut(_ context: ScoringContext) -> [Explanation.Step] {
    let names = context.items.prefix(context.itemCount).filter { $0.weight == 0 }.map { name(of: $0) }
    return names.isEmpty ? [] : [step(ExplanationMessage.weighNothing, ["items": names.joined(separator: ", ")])]
  }

  /// What is to be known to score answers by a rule.
  public func method(of rule: any ScoringRule, _ context: ScoringContext) -> [Explanation.Step] {
    if let rule = rule as? any CeilingScoringRule {
      let ceilings = rule.ceilings.map {
        step(ExplanationMessage.ceiling, ["at": exact($0.at), "condition": $0.when.text])
      }
      return method(of: rule.inner, context)
        + [step(ExplanationMessage.ceilingsOfEach, ["rule": type(of: rule.inner).name], details: ceilings)]
    }
    return (rule as? any ExplainedScoringRule)?.method(context, self) ?? []
  }

  /// The calculation of a rule's score.
  public func steps(of rule: any ScoringRule, _ context: ScoringContext) -> [Explanation.Step] {
    if let rule = rule as? any CeilingScoringRule { return steps(of: rule.inner, context) + ceilings(rule, context) }
    if let rule = rule as? any ExplainedScoringRule { return rule.steps(context, self) }
    if let form = (rule as? any LinearScoringRule)?.form(context).value { return steps(of: form, context) }
    return [countsAs(context.scored)] + made(by: rule, context)
  }

  // MARK: Any rule

  func countsAs(_ scored: [(item: ScoringItem, score: Double)]) -> Explanation.Step {
    step(
      ExplanationMessage.countsAs,
      ["scores": scored.map { "\(number($0.score)) (\(name(of: $0.item)))" }.joined(separator: ", ")],
      numbers: scored.map(\.score))
  }

  private func made(by rule: any ScoringRule, _ context: ScoringContext) -> [Explanation.Step] {
    rule.score(context).value.map { [step(ExplanationMessage.ruleMakes, ["score": number($0)])] } ?? []
  }

  // MARK: Sums

  /// A sum, in the items' own weights where the form's are these times one number.
  private func steps(of form: LinearForm, _ context: ScoringContext) -> [Explanation.Step] {
    let parts = zip(form.weights, zip(context.items, context.answers)).prefix(context.itemCount)
      .compactMap { weight, part in part.1.score.map { (item: part.0, weight: weight, score: $0) } }
    let unit = parts.first { $0.weight != 0 && $0.item.weight > 0 }.map { $0.weight / $0.item.weight } ?? 1
    func isNear(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude <= 1e-9 * b.magnitude }
    let isOwn = parts.allSatisfy { isNear($0.weight, unit * $0.item.weight) }
    let scale = isOwn ? unit : 1
    let products = parts.map {
      "\(isOwn ? exact($0.item.weight) : number($0.weight)) × \(number($0.score)) (\(name(of: $0.item)))"
    }
    var steps = [
      step(
        isOwn ? self.products : .factorTimes, ["products": products.joined(separator: ", ")],
        numbers: parts.map(\.score) + (isOwn ? [] : parts.map(\.weight)))
    ]
    let sum = parts.reduce(0) { $0 + $1.weight * $1.score } / scale
    let weights = parts.reduce(0) { $0 + $1.weight } / scale
    let divisor = form.divisor / scale
    let quotient = sum / divisor
    if isNear(divisor, weights) {
      steps.append(
        step(
          ExplanationMessage.sumOfWeights,
          ["sum": number(sum), "weights": exact(Self.millionths(weights)), "mean": number(quotient)]))
    } else if isNear(divisor, 1) {
      steps.append(step(ExplanationMessage.sum, ["sum": number(sum)]))
    } else {
      steps.append(
        step(
          ExplanationMessage.sumDivided, ["sum": number(sum), "divisor": number(divisor), "score": number(quotient)]))
    }
    if form.constant != 0 {
      steps.append(
        step(
          ExplanationMessage.constantAdded,
          ["constant": number(form.constant), "score": number(quotient + form.constant)]))
    }
    return steps
  }

  /// A sum of weights as it is on paper: each has at most six decimals.
  public static func millionths(_ weights: Double) -> Double {
    let whole = (weights * 1_000_000).rounded()
    return whole.magnitude < 0x1p53 ? whole / 1_000_000 : weights
  }

  // MARK: Ceilings

  /// What ceilings leave of a score, with the score before and after each.
  private func ceilings(_ rule: any CeilingScoringRule, _ context: ScoringContext) -> [Explanation.Step] {
    guard let first = rule.inner.score(context).value else { return [] }
    var after = first
    let details = rule.ceilings.map { ceiling in
      let before = number(after)
      let looksAt = ceiling.when.questions.compactMap { id in
        context.items.firstIndex { $0.id == id.rawValue }.map { lookedAt(context.items[$0], context.answers[$0]) }
      }
      guard ceiling.when.holds({ context.known($0) }) else {
        return step(
          ExplanationMessage.ceilingNotMet,
          ["at": exact(ceiling.at), "condition": ceiling.when.text, "before": before], details: looksAt)
      }
      after = min(after, ceiling.at)
      return step(
        ExplanationMessage.ceilingMet,
        ["at": exact(ceiling.at), "condition": ceiling.when.text, "before": before, "after": number(after)],
        details: looksAt)
    }
    return [
      step(
        ExplanationMessage.ceilings, ["rule": type(of: rule.inner).name, "score": number(first)], details: details)
    ]
  }

  /// What a condition sees of a question.
  private func lookedAt(_ item: ScoringItem, _ answer: ItemAnswer) -> Explanation.Step {
    var seen = answer.options.compactMap { item.options.indices.contains($0) ? item.options[$0].rawValue : nil }
    if answer.status == .answered, let score = answer.number ?? answer.score { seen.append(number(score)) }
    if seen.isEmpty { seen = [words.text(ExplanationMessage.none)] }
    return step(ExplanationMessage.questionStatuses, ["id": item.id, "statuses": seen.joined(separator: ", ")])
  }
}
