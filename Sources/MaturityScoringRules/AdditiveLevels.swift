public import DigitalMaturity

/// Σ over levels of the mean of that level's items: each level adds what is done of it, whether or not those below are
/// complete (the way of OWASP SAMM).
///
/// Items carry the value of the level they belong to, and count by their weight within it. A blank counts as the lowest
/// score unless the document says otherwise.
public struct AdditiveLevels: ScoringRule {
  /// `additive-levels`.
  public static let name = "additive-levels"
  /// What the rule does.
  public static let summary =
    "The mean of each level's questions, added up over the levels; questions carry “level”, and a blank counts as the lowest score."
  /// Two questions a level: 1, then a half, then a quarter.
  public static let example: RuleExample? = RuleExample(
    "{rule: additive-levels}",
    [(1.0, 1.0), (1, 1), (2, 0.5), (2, 0.5), (3, 0.5), (3, 0)].enumerated().map { index, item in
      (
        ScoringItem(id: "q\(index + 1)", level: item.0, minimum: 0, maximum: 1),
        ItemAnswer(score: item.1)
      )
    })

  /// Makes the rule.
  public init() {}

  /// Makes the rule; it has no options.
  public init(_ options: RuleOptions) throws(DocumentError) {}

  /// A blank counts as the lowest score.
  public var defaultMissing: ScoringDefinition.MissingPolicy { .lowest }

  /// From the sum of each level's lowest scores to that of the highest.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? {
    let levels = LevelItems.byLevel(items)
    guard !levels.isEmpty else { return nil }
    var low = 0.0
    var high = 0.0
    for (_, items) in levels {
      low += items.map(\.minimum).min() ?? 0
      high += items.map(\.maximum).max() ?? 0
    }
    return low.isFinite && high.isFinite ? low...high : nil
  }

  /// Items without a level, or with one that the assessment does not have.
  public func problems(scoring subject: RuleSubject) -> [String] { LevelItems.problems(Self.name, subject) }

  /// The sum. Undefined (`level-without-answers`) where no item of a level has a score: leaving the level out would count
  /// it as nothing. O(items · levels).
  public func score(_ context: ScoringContext) -> Figure<Double> {
    let own = zip(context.items, context.answers).prefix(context.itemCount)
      .filter { $0.0.weight > 0 && $0.0.level != nil }
    let levels = Set(own.compactMap(\.0.level)).sorted()
    guard !levels.isEmpty else { return .undefined(.noLevel) }
    var score = 0.0
    for level in levels {
      var sum = 0.0
      var weights = 0.0
      for (item, answer) in own where item.level == level {
        guard let score = answer.score else { continue }
        sum += item.millionths * score
        weights += item.millionths
      }
      guard weights > 0 else { return .undefined(.levelWithoutAnswers) }
      score += sum / weights
    }
    return .finite(score)
  }
}

extension AdditiveLevels: ExplainedScoringRule {
  /// The questions of each level.
  public func method(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    let details = LevelItems.byLevel(Array(context.items.prefix(context.itemCount))).map { level, items in
      let names = items.map {
        writer.words.text(
          RuleMessage.weighted, ["name": writer.name(of: $0), "weight": writer.exact($0.weight)])
      }
      return writer.step(
        RuleMessage.levelItems, ["level": writer.exact(level), "items": names.joined(separator: ", ")])
    }
    return [writer.step(RuleMessage.byLevel, details: details)]
  }

  /// The mean of each level, and their sum.
  public func steps(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    guard let score = score(context).value else { return [] }
    let scored = context.scored.filter { $0.item.weight > 0 && $0.item.level != nil }
    var means: [Double] = []
    let details = Set(scored.compactMap(\.item.level)).sorted().map { level in
      let own = scored.filter { $0.item.level == level }
      let sum = own.reduce(0) { $0 + $1.item.weight * $1.score }
      let weights = RuleWriter.millionths(own.reduce(0) { $0 + $1.item.weight })
      means.append(sum / weights)
      let products = own.map {
        "\(writer.exact($0.item.weight)) × \(writer.number($0.score)) (\(writer.name(of: $0.item)))"
      }
      return writer.step(
        RuleMessage.levelMean,
        [
          "level": writer.exact(level), "products": products.joined(separator: " + "), "sum": writer.number(sum),
          "weights": writer.exact(weights), "mean": writer.number(sum / weights),
        ])
    }
    return writer.leftOut(context) + [
      writer.step(RuleMessage.meansOfLevels, [:], numbers: scored.map(\.score) + means, details: details),
      writer.step(
        RuleMessage.addedUp,
        ["means": means.map { writer.number($0) }.joined(separator: " + "), "score": writer.number(score)]),
    ]
  }
}
