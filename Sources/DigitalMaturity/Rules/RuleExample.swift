/// A small case of a rule: its options as a document sets them, and what one person answered.
///
/// The score is not part of it. Whoever shows the example reads the options and asks the rule, so an example can never
/// say anything but what the rule does.
public struct RuleExample: Sendable {
  /// The rule with its options, as it stands after `areas:` in a document.
  public let definition: String
  /// The questions: ids, weights, levels and the ends of their scales.
  public let items: [ScoringItem]
  /// The person's answer to each.
  public let answers: [ItemAnswer]

  /// Makes an example.
  /// - Parameters:
  ///   - definition: The rule with its options, as it stands after `areas:` in a document.
  ///   - items: The questions, each with the person's answer.
  public init(_ definition: String, _ items: [(item: ScoringItem, answer: ItemAnswer)]) {
    self.definition = definition
    self.items = items.map(\.item)
    answers = items.map(\.answer)
  }

  /// What a rule makes of the answers, and the sum behind it where the rule is linear.
  /// - Parameters:
  ///   - rule: The rule that ``definition`` says, as it was read.
  ///   - levels: The levels; five, from 1 to 5, when not given.
  public func worked(
    by rule: any ScoringRule, levels: [MaturityLevel]? = nil
  ) -> (calculation: String, score: Figure<Double>) {
    let levels =
      levels
      ?? (1...5).map { MaturityLevel(id: Identifier("level-\($0)"), value: Double($0), name: LocalizedText("\($0)")) }
    let context = ScoringContext(unit: .respondent, levels: levels, items: items, answers: answers)
    func text(_ number: Double) -> String { DecimalText.exact(number) }
    var calculation = zip(items, answers).map { item, answer in
      var notes: [String] = []
      if item.weight != 1 { notes.append("weight \(text(item.weight))") }
      if let level = item.level { notes.append("level \(text(level))") }
      let note = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
      return "\(item.id)\(note): \(answer.score.map(text) ?? answer.status.rawValue)"
    }.joined(separator: ", ")
    if let linear = rule as? any LinearScoringRule, let form = linear.form(context).value {
      // Forms are in millionths, and people are not.
      let terms = zip(form.weights, answers).compactMap { weight, answer in
        answer.score.map { "\(text(weight / 1_000_000)) × \(text($0))" }
      }
      calculation += "; (\(terms.joined(separator: " + "))) / \(text(form.divisor / 1_000_000))"
      if form.constant != 0 {
        calculation += form.constant < 0 ? " − \(text(-form.constant))" : " + \(text(form.constant))"
      }
    }
    return (calculation, rule.score(context))
  }
}
