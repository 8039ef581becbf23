public import DigitalMaturity

/// A ladder: a level is reached when the level below it is, and enough of what is asked up to it is met.
///
/// Items carry the value of the level they belong to. Over the items of levels up to L, the weights of those met must make
/// up `share` of all. An item is met when its score is at least `met-at`. One that is not answered is not met; one that
/// does not apply or was not shown is passed over, and so is one answered without a score. The lowest level needs nothing
/// unless items carry it: then whoever does not reach it has no score and is left out of the mean over people, which is
/// higher for it. No level above the highest that an item carries is reached, since nothing shows it.
public struct Staged: ScoringRule {
  /// `staged`.
  public static let name = "staged"
  /// What the rule does.
  public static let summary =
    "The highest level whose questions, and those of all levels below it, are met, and no score where not even the lowest is; questions carry “level”."
  /// The options.
  public static let options = [
    RuleOption(
      "met-at", .number(-1e12...1e12),
      summary: "The score from which a question is met; its highest score when not set."),
    RuleOption(
      "share", .number(0...1),
      summary: "The share of the questions up to a level, by weight, that must be met; 1, so all, when not set."),
    RuleOption(
      "partial-credit", .boolean,
      summary: "Whether the share met of the next level's questions is added as part of that step; false when not set."),
  ]
  /// Level 2 is met in full, level 3 by half: with partial credit, half of that step is added.
  public static let example: RuleExample? = RuleExample(
    "{rule: staged, partial-credit: true}",
    [(2.0, 1.0), (2, 1), (3, 1), (3, 0)].enumerated().map { index, item in
      (
        ScoringItem(id: "q\(index + 1)", level: item.0, minimum: 0, maximum: 1),
        ItemAnswer(score: item.1)
      )
    })

  /// The score from which an item is met; its maximum when nil.
  public let metAt: Double?
  /// The share of items that must be met, from 0 to 1.
  public let share: Double
  /// Whether part of the next step counts.
  public let givesPartialCredit: Bool

  /// Makes the rule.
  public init(metAt: Double? = nil, share: Double = 1, partialCredit: Bool = false) {
    self.metAt = metAt
    self.share = share
    givesPartialCredit = partialCredit
  }

  /// Makes the rule of options.
  public init(_ options: RuleOptions) throws(DocumentError) {
    self.init(
      metAt: options.number("met-at"), share: options.number("share") ?? 1,
      partialCredit: options.boolean("partial-credit") ?? false)
  }

  /// The options as set.
  public var settings: RuleOptions {
    var settings: RuleOptions = [:]
    if let metAt { settings.values["met-at"] = .number(metAt) }
    if share != 1 { settings.values["share"] = .number(share) }
    if givesPartialCredit { settings.values["partial-credit"] = .boolean(true) }
    return settings
  }

  /// From the lowest to the highest level that items carry which weigh something: all that is known without the assessment's
  /// levels.
  public func range(of items: [ScoringItem]) -> ClosedRange<Double>? {
    let carried = items.filter { $0.weight > 0 }.compactMap(\.level)
    guard let low = carried.min(), let high = carried.max() else { return nil }
    return low...high
  }

  /// From the lowest level to the highest that items carry which weigh something.
  public func range(of items: [ScoringItem], levels: [MaturityLevel]) -> ClosedRange<Double>? {
    guard let range = range(of: items), let lowest = levels.first?.value else { return nil }
    return min(lowest, range.lowerBound)...range.upperBound
  }

  /// Items without a level, or with one that the assessment does not have.
  public func problems(scoring subject: RuleSubject) -> [String] { LevelItems.problems(Self.name, subject) }

  /// The value of the highest level reached. Undefined when the lowest is asked about and not reached
  /// (`below-lowest-level`), and without any item that carries a level (`no-level`). O(items · levels).
  public func score(_ context: ScoringContext) -> Figure<Double> {
    let items = zip(context.items, context.answers).prefix(context.itemCount)
      .filter { $0.0.weight > 0 && $0.0.level != nil }
    guard let highest = items.compactMap(\.0.level).max() else { return .undefined(.noLevel) }
    var reached: Double?
    for level in context.levels where level.value <= highest {
      let asked = Met(items.filter { $0.0.level ?? 0 <= level.value }, metAt: metAt)
      guard asked.reaches(share) else {
        guard let reached else { return .undefined(.belowLowestLevel) }
        guard givesPartialCredit else { return .value(reached) }
        // Of the step's own items, since those below are done with.
        let step = Met(items.filter { $0.0.level ?? 0 > reached && $0.0.level ?? 0 <= level.value }, metAt: metAt)
        return .finite(reached + step.share * (level.value - reached))
      }
      reached = level.value
    }
    return reached.map { .value($0) } ?? .undefined(.noLevel)
  }

  /// One that does not apply, was not shown, or was answered without a score.
  private static func isPassedOver(_ answer: ItemAnswer) -> Bool {
    !answer.status.isApplicable || answer.status == .answered && answer.score == nil
  }

  private static func isMet(_ score: Double, _ item: ScoringItem, _ metAt: Double?) -> Bool {
    score >= (metAt ?? item.maximum) - 1e-9
  }

  /// How much of some items is met, by weight in whole millionths.
  private struct Met {
    var met = 0.0
    var all = 0.0

    init(_ items: [(ScoringItem, ItemAnswer)], metAt: Double?) {
      for (item, answer) in items {
        if Staged.isPassedOver(answer) { continue }
        all += item.millionths
        // Within rounding, so that a mean of thirds that should be 2 is 2.
        if let score = answer.score, Staged.isMet(score, item, metAt) { met += item.millionths }
      }
    }

    /// The share met; nothing asked is all met.
    var share: Double { all > 0 ? met / all : 1 }

    func reaches(_ wanted: Double) -> Bool { share >= wanted - 1e-9 }
  }
}

extension Staged: ExplainedScoringRule {
  /// The questions of each level, and from which score each is met.
  public func method(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    let details = LevelItems.byLevel(Array(context.items.prefix(context.itemCount))).map { level, items in
      let names = items.map {
        writer.words.text(
          RuleMessage.metFrom,
          [
            "name": writer.name(of: $0), "weight": writer.exact($0.weight),
            "score": writer.exact(metAt ?? $0.maximum),
          ])
      }
      return writer.step(
        RuleMessage.levelItems, ["level": writer.exact(level), "items": names.joined(separator: ", ")])
    }
    return [writer.step(RuleMessage.byLevel, details: details)]
  }

  /// What is met, and which levels are reached.
  public func steps(_ context: ScoringContext, _ writer: RuleWriter) -> [Explanation.Step] {
    let items = zip(context.items, context.answers).prefix(context.itemCount)
      .filter { $0.0.weight > 0 && $0.0.level != nil }
    guard let score = score(context).value, let highest = items.compactMap(\.0.level).max() else { return [] }
    var steps =
      writer.leftOut(context) + [
        writer.step(
          RuleMessage.whatIsMet, [:], numbers: items.compactMap(\.1.score), details: items.map { met($0, $1, writer) })
      ]
    var reached: Double?
    for level in context.levels where level.value <= highest {
      let asked = Met(items.filter { $0.0.level ?? 0 <= level.value }, metAt: metAt)
      steps.append(Self.reached(level.value, asked, share, writer))
      guard asked.reaches(share) else {
        guard let reached, givesPartialCredit else { break }
        let step = Met(items.filter { $0.0.level ?? 0 > reached && $0.0.level ?? 0 <= level.value }, metAt: metAt)
        return steps + [
          writer.step(
            RuleMessage.partOfStep,
            [
              "next": writer.exact(level.value), "reached": writer.exact(reached),
              "met": writer.exact(step.met / 1_000_000), "all": writer.exact(step.all / 1_000_000),
              "score": writer.number(score),
            ])
        ]
      }
      reached = level.value
    }
    return steps + [writer.step(RuleMessage.highestReached, ["level": writer.exact(score)])]
  }

  /// Whether one question is met.
  private func met(_ item: ScoringItem, _ answer: ItemAnswer, _ writer: RuleWriter) -> Explanation.Step {
    let needed = metAt ?? item.maximum
    let message: RuleMessage =
      if Self.isPassedOver(answer) {
        .passedOver
      } else if let score = answer.score {
        Self.isMet(score, item, metAt) ? .isMet : .isNotMet
      } else {
        .blankNotMet
      }
    return writer.step(
      message,
      [
        "name": writer.name(of: item), "level": writer.exact(item.level ?? 0), "weight": writer.exact(item.weight),
        "score": writer.number(answer.score ?? 0), "needed": writer.exact(needed),
      ])
  }

  /// Whether a level is reached.
  private static func reached(_ level: Double, _ asked: Met, _ share: Double, _ writer: RuleWriter) -> Explanation.Step
  {
    guard asked.all > 0 else { return writer.step(RuleMessage.nothingAsked, ["level": writer.exact(level)]) }
    return writer.step(
      asked.reaches(share) ? RuleMessage.levelReached : .levelNotReached,
      [
        "level": writer.exact(level), "met": writer.exact(asked.met / 1_000_000),
        "all": writer.exact(asked.all / 1_000_000), "share": writer.number(asked.share), "needed": writer.exact(share),
      ])
  }
}
