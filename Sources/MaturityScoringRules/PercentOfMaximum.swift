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

  /// From 0 to 100; from zero as base also what lowest scores above or below zero make of it.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? {
    let counting = items.filter { $0.weight > 0 && $0.maximum > base(of: $0) }
    guard !counting.isEmpty else { return nil }
    // A mean of the items' own percentages, weighted: none lies outside theirs.
    let lowest = counting.map { 100 * ($0.minimum - base(of: $0)) / ($0.maximum - base(of: $0)) }.min() ?? 0
    return min(lowest, 100)...100
  }

  /// Weights of a hundred times whole millionths, over the highest sum. Undefined (`noWeight`) where that is nothing.
  public func form(_ context: ScoringContext) -> Figure<LinearForm> {
    var weights = Array(repeating: 0.0, count: context.items.count)
    var highest = 0.0
    var nothing = 0.0
    for index in 0..<context.itemCount where context.answers[index].score != nil {
      let item = context.items[index]
      guard item.maximum > base(of: item) else { continue }
      weights[index] = 100 * item.millionths
      nothing += 100 * item.millionths * base(of: item)
      highest += item.millionths * (item.maximum - base(of: item))
    }
    guard highest > 0 else { return .undefined(.noWeight) }
    return .value(LinearForm(weights: weights, divisor: highest, constant: -nothing / highest))
  }

  private func base(of item: ScoringItem) -> Double { base == .minimum ? item.minimum : 0 }
}
