public import DigitalMaturity

extension RuleWriter {
  /// The scores of what weighs something in order, which rules of the lowest and the middle look at.
  fileprivate func inOrder(_ context: ScoringContext) -> [Explanation.Step] {
    let scored = context.scored.filter { $0.item.weight > 0 }.sorted { $0.score < $1.score }
    let shown = scored.map { "\(number($0.score)) (\(name(of: $0.item)))" }.joined(separator: ", ")
    return leftOut(context) + [step(RuleMessage.inOrder, ["scores": shown], numbers: scored.map(\.score))]
  }

  /// The middle one, or what lies halfway between the middle two.
  fileprivate func middle(_ context: ScoringContext, _ score: Double) -> Explanation.Step {
    let scores = context.scored.filter { $0.item.weight > 0 }.map(\.score).sorted()
    let (low, high) = (scores[(scores.count - 1) / 2], scores[scores.count / 2])
    return scores.count.isMultiple(of: 2)
      ? step(
        RuleMessage.middleTwo,
        ["count": scores.count, "low": number(low), "high": number(high), "score": number(score)])
      : step(RuleMessage.middleIs, ["count": scores.count, "score": number(score)])
  }
}

extension Minimum: ExplainedScoringRule {
  /// The scores in order, and the lowest.
  public func steps(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    guard let score = score(context).value else { return [] }
    return writer.inOrder(context) + [writer.step(RuleMessage.lowestIs, ["score": writer.number(score)])]
  }
}

extension Median: ExplainedScoringRule {
  /// The scores in order, and the middle.
  public func steps(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    guard let score = score(context).value else { return [] }
    return writer.inOrder(context) + [writer.middle(context, score)]
  }
}

extension InterpolatedMedian: ExplainedScoringRule {
  /// The scores in order, and where the middle lies among those that share it.
  public func steps(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    let scores = context.scored.filter { $0.item.weight > 0 }.map(\.score)
    let points = context.items.prefix(context.itemCount).filter { $0.weight > 0 }.flatMap(\.points)
    let ties = Ties(scores, anchors: Ties(points).values)
    guard let score = score(context).value,
      let distribution = (Figure { () throws(Undefined) in try Distribution(of: scores.map { ties.value(of: $0) }) })
        .value,
      let median = distribution.median.value
    else { return [] }
    let steps = writer.inOrder(context)
    guard let place = distribution.values.firstIndex(of: median), distribution.counts[place] > 1 else {
      return steps + [writer.middle(context, score)]
    }
    let below = distribution.counts[..<place].reduce(0, +)
    let equal = distribution.counts[place]
    let share = (Double(distribution.n) / 2 - Double(below)) / Double(equal) - 0.5
    // The width of what shares the middle is the step of the scale.
    let width = share == 0 ? 1 : (score - median) / share
    return steps + [
      writer.step(
        RuleMessage.middleShared,
        [
          "count": distribution.n, "median": writer.number(median), "below": below, "equal": equal,
          "step": writer.number(width), "score": writer.number(score),
        ])
    ]
  }
}
