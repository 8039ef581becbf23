public import DigitalMaturity

/// 100 · Σ w (x − base) / Σ w (maximum − base) over the items that have a score.
///
/// An item that is left out, because it does not apply or because blanks are left out, leaves the maximum too: no blank
/// counts as nothing unless `missing: lowest` says so.
public struct PercentOfMaximum: LinearScoringRule {
  /// What counts as nothing.
  public enum Base: String, Sendable, Hashable, CaseIterable {
    /// The item's lowest score.
    case minimum
    /// Zero.
    case zero
  }

  /// `percent-of-maximum`.
  public static let name = "percent-of-maximum"
  /// What the rule does.
  public static let summary = "How much of the highest possible sum was reached, from 0 to 100."
  /// The options.
  public static let options = [
    RuleOption(
      "base", .word(Base.allCases.map(\.rawValue)),
      summary: "What counts as 0 %: each question's lowest score, or zero; minimum when not set.")
  ]
  /// Two questions from 1 to 5 at 3 and 5: six of eight steps.
  public static let example: RuleExample? = .points("{rule: percent-of-maximum}", [3, 5])

  /// What counts as nothing.
  public let base: Base

  /// Makes the rule.
  public init(base: Base = .minimum) { self.base = base }

  /// Makes the rule of options.
  public init(_ options: RuleOptions) throws(DocumentError) {
    base = options.word("base").flatMap { Base(rawValue: $0) } ?? .minimum
  }

  /// The options as set.
  public var settings: RuleOptions { base == .minimum ? [:] : ["base": .word(base.rawValue)] }

  /// From 0 to 100; from zero as base also what lowest scores above or below zero make of it. None where a highest score is
  /// not above zero: of questions that together reach hardly more than nothing, a percentage may be any number below 100.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? {
    let counting = items.filter { $0.weight > 0 && (base == .zero || $0.maximum > $0.minimum) }
    guard !counting.isEmpty, counting.allSatisfy({ $0.maximum > base(of: $0) }) else { return nil }
    // A mean of the items' own percentages, weighted: none lies outside theirs.
    let lowest = counting.map { 100 * ($0.minimum - base(of: $0)) / ($0.maximum - base(of: $0)) }.min() ?? 0
    return min(lowest, 100)...100
  }

  /// Weights of a hundred times whole millionths, over the highest sum. Undefined where nothing that weighs something has a
  /// score (`noWeight`), and where the highest sum is not above the base (`nothingToReach`).
  public func form(_ context: ScoringContext) -> Figure<LinearForm> {
    var weights = Array(repeating: 0.0, count: context.items.count)
    var highest = 0.0
    var nothing = 0.0
    var isWeighty = false
    for index in 0..<context.itemCount where context.answers[index].score != nil {
      let item = context.items[index]
      weights[index] = 100 * item.millionths
      nothing += 100 * item.millionths * base(of: item)
      highest += item.millionths * (item.maximum - base(of: item))
      isWeighty = isWeighty || item.millionths > 0
    }
    guard highest > 0 else { return .undefined(isWeighty ? .nothingToReach : .noWeight) }
    return .value(LinearForm(weights: weights, divisor: highest, constant: -nothing / highest))
  }

  func base(of item: ScoringItem) -> Double { base == .minimum ? item.minimum : 0 }
}

extension Undefined.Code {
  /// The highest scores together are not above the base.
  public static let nothingToReach = Self(rawValue: "nothing-to-reach")
}

extension Undefined {
  /// The highest scores together are not above the base.
  public static let nothingToReach = Undefined(
    .nothingToReach, "The highest scores of what was answered are together not above the base.")
}

extension PercentOfMaximum: ExplainedScoringRule {
  /// The base and the highest score of each question.
  public func method(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    let details = context.items.prefix(context.itemCount).filter { $0.weight > 0 }.map { item in
      writer.step(
        RuleMessage.percentItem,
        [
          "name": writer.name(of: item), "weight": writer.exact(item.weight), "base": writer.exact(base(of: item)),
          "highest": writer.exact(item.maximum), "most": writer.number(item.weight * (item.maximum - base(of: item))),
        ])
    }
    return [writer.step(RuleMessage.percentMethod, details: details)]
  }

  /// What each question adds to what was reached and to what could be, and the percentage.
  public func steps(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    guard let score = score(context).value else { return [] }
    let scored = context.scored.filter { $0.item.weight > 0 }
    var (sum, most) = (0.0, 0.0)
    let details = scored.map { item, score in
      let (part, whole) = (item.weight * (score - base(of: item)), item.weight * (item.maximum - base(of: item)))
      sum += part
      most += whole
      return writer.step(
        RuleMessage.percentPart,
        [
          "name": writer.name(of: item), "weight": writer.exact(item.weight), "score": writer.number(score),
          "base": writer.exact(base(of: item)), "part": writer.number(part), "highest": writer.exact(item.maximum),
          "most": writer.number(whole),
        ])
    }
    return writer.leftOut(context) + [
      writer.step(RuleMessage.percentOf, [:], numbers: scored.map(\.score), details: details),
      writer.step(
        RuleMessage.percentSum,
        ["sum": writer.number(sum), "most": writer.number(most), "score": writer.number(score)]),
    ]
  }
}
