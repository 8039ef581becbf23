import DigitalMaturity

/// How a literacy's level is made of its essential competences, by any rule of the core.
///
/// A rule that looks at scores is given an item a competence: its level. A rule that goes level by level, which it says
/// itself of items without a level, is given a rung an item instead: for each level above the lowest and each competence
/// 1 where the person is as high as the rung asks, 0 where not. Up to the level that the role asks of the literacy a rung
/// asks no more of a competence than the role does; that level itself asks all that the role does; above it, a rung asks
/// for its own level. No rung is the lowest level's, so that a literacy which is asked at it while something in it is asked for
/// more is asked at the next. So without missing ratings, and by a rule that needs every rung of a level, the literacy is met
/// exactly when all its essential competences are.
///
/// While one of the competences is not rated there is no level, by whichever rule, and whatever it makes of missing answers:
/// an answer that is known early only where it is bad would make those who are rated look worse than they are.
struct LiteracyRule: Sendable {
  let definition: ScoringDefinition
  /// Whether the rule goes level by level.
  let isLadder: Bool
  /// Why the rule cannot score a literacy, a sentence each.
  let problems: [String]
  private let levels: [MaturityLevel]
  private let values: [Double]
  /// Whether the framework has no rule of its own.
  private let isAllMet: Bool

  init(_ definition: ScoringDefinition?, levels: [ProficiencyLevel]) {
    isAllMet = definition == nil
    let definition = definition ?? ScoringDefinition(rule: AllMet(), missing: .block)
    let scale = levels.map { level in
      MaturityLevel(id: Identifier(level.id.rawValue), value: level.value, name: level.name)
    }
    let values = levels.map(\.value)
    let sample = [Asked(id: "competence", required: values.last ?? 0)]
    let plain = Self.plainItems(sample, values)
    let complaints = Self.problems(definition.rule, plain, scale)
    let isLadder = definition.rule.problems(scoring: Self.subject(plain, scale)).isEmpty == false
    self.definition = definition
    self.levels = scale
    self.values = values
    self.isLadder = isLadder
    problems = isLadder ? Self.problems(definition.rule, Self.rungs(sample, values), scale) : complaints
  }

  /// An essential competence and the level that the role asks for.
  struct Asked: Hashable {
    var id: String
    var required: Double
  }

  /// The literacy's level of a person; undefined while one of the competences is not rated.
  /// - Parameters:
  ///   - asked: The essential competences.
  ///   - target: The level that the role asks of the literacy.
  ///   - answers: The person's level in each competence, or why there is none.
  func level(_ asked: [Asked], target: Double, _ answers: [ItemAnswer]) -> Figure<Double> {
    guard answers.allSatisfy({ $0.score != nil }) else { return .undefined(.missingAnswer) }
    let target = ladderTarget(asked, target)
    if isAllMet, let level = highestMet(asked, target, answers) { return .value(level) }
    let items = isLadder ? Self.rungs(asked, values) : Self.plainItems(asked, values)
    var given = answers
    if isLadder {
      given = values.dropFirst().flatMap { value in
        zip(asked, answers).map { asked, answer in
          guard let score = answer.score else { return answer }
          return ItemAnswer(
            status: answer.status, score: score >= Self.rung(value, asked.required, target) - 1e-9 ? 1 : 0)
        }
      }
    }
    return definition.score(ScoringContext(unit: .respondent, levels: levels, items: items, answers: given))
  }

  /// What ``AllMet`` gives, without an item a rung; nil where there is nothing to go by.
  private func highestMet(_ asked: [Asked], _ target: Double, _ answers: [ItemAnswer]) -> Double? {
    guard values.count > 1, !asked.isEmpty else { return nil }
    var reached = values[0]
    for value in values.dropFirst() {
      for (asked, answer) in zip(asked, answers) {
        if answer.score ?? 0 < Self.rung(value, asked.required, target) - 1e-9 { return reached }
      }
      reached = value
    }
    return reached
  }

  /// The level that a literacy needs: what the rule gives somebody who is exactly at what the role asks; for a rule that
  /// goes level by level, the level that the role asks of the literacy.
  func required(_ asked: [Asked], target: Double) -> Figure<Double> {
    if isLadder { return .value(ladderTarget(asked, target)) }
    return level(asked, target: target, asked.map { ItemAnswer(score: $0.required) })
  }

  /// The level at which everything that the role asks is met: the one that it asks of the literacy, unless that is the lowest,
  /// which everybody has, and something in it is asked for more.
  private func ladderTarget(_ asked: [Asked], _ target: Double) -> Double {
    guard values.count > 1, target <= values[0] + 1e-9, asked.contains(where: { $0.required > values[0] + 1e-9 }) else {
      return target
    }
    return values[1]
  }

  /// What the rung of a level asks of a competence.
  private static func rung(_ level: Double, _ required: Double, _ target: Double) -> Double {
    if level == target { return required }
    return level < target ? min(level, required) : max(level, required)
  }

  private static func plainItems(_ asked: [Asked], _ values: [Double]) -> [ScoringItem] {
    asked.map { ScoringItem(id: $0.id, minimum: values.first ?? 0, maximum: values.last ?? 0, points: values) }
  }

  private static func rungs(_ asked: [Asked], _ values: [Double]) -> [ScoringItem] {
    values.dropFirst().flatMap { value in
      asked.map { ScoringItem(id: $0.id, level: value, minimum: 0, maximum: 1) }
    }
  }

  private static func subject(_ items: [ScoringItem], _ levels: [MaturityLevel]) -> RuleSubject {
    RuleSubject(source: .questions, unit: .respondent, items: items, levels: levels)
  }

  private static func problems(
    _ rule: any ScoringRule, _ items: [ScoringItem], _ levels: [MaturityLevel]
  ) -> [String] {
    let own = rule.problems(scoring: subject(items, levels))
    guard own.isEmpty else { return own }
    let name = type(of: rule).name
    guard rule.references.isEmpty else {
      return ["“\(name)” looks at questions, and there are none; choose another rule"]
    }
    guard let low = levels.first?.value, let high = levels.last?.value else { return [] }
    guard let range = rule.range(of: items, levels: levels) else {
      return ["scores of “\(name)” are not levels of proficiency; choose another rule"]
    }
    if range.lowerBound >= low - 1e-9, range.upperBound <= high + 1e-9 { return [] }
    return [
      "scores of “\(name)” go from \(DecimalText.exact(range.lowerBound)) to \(DecimalText.exact(range.upperBound)), the "
        + "levels of proficiency from \(DecimalText.exact(low)) to \(DecimalText.exact(high)); choose another rule"
    ]
  }
}

/// The highest level at which all of its rungs, and those of all levels below it, are met; the lowest needs nothing.
///
/// What the rule `staged` is without options; a module of its own holds that one.
private struct AllMet: ScoringRule {
  static let name = "all-met"
  static let summary = "The highest level at which every essential competence is met."

  init() {}
  init(_ options: RuleOptions) throws(DocumentError) {}

  func range(of items: [ScoringItem]) -> ClosedRange<Double>? {
    let carried = items.compactMap(\.level)
    guard let low = carried.min(), let high = carried.max() else { return nil }
    return low...high
  }

  func range(of items: [ScoringItem], levels: [MaturityLevel]) -> ClosedRange<Double>? {
    guard let high = range(of: items)?.upperBound, let low = levels.first?.value else { return nil }
    return min(low, high)...high
  }

  func problems(scoring subject: RuleSubject) -> [String] {
    subject.items.allSatisfy { $0.level != nil } ? [] : ["it goes level by level"]
  }

  func score(_ context: ScoringContext) -> Figure<Double> {
    let missed = zip(context.items, context.answers).filter { $0.1.status.isApplicable && $0.1.score != 1 }
    let first = missed.compactMap(\.0.level).min() ?? .infinity
    let reached = context.levels.last { $0.value < first }?.value
    return reached.map { .value($0) } ?? .undefined(.noneAnswered)
  }
}
