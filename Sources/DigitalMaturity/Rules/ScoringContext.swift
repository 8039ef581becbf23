/// What a rule is given: the items of one subject, and the answers of one person or the summaries over people.
public struct ScoringContext: Sendable {
  /// Whether answers are one person's or summaries of questions.
  public let unit: ScoringUnit
  /// The assessment's levels, in order.
  public let levels: [MaturityLevel]
  /// The subject's own items, then the questions that the rule refers to.
  public let items: [ScoringItem]
  /// How many items are the subject's own.
  public let itemCount: Int
  /// An answer for each item, missing-answer policies applied.
  public internal(set) var answers: [ItemAnswer]

  /// Makes a context; missing answers are unanswered, surplus ones are passed over.
  /// - Parameters:
  ///   - unit: Whether answers are one person's or summaries of questions.
  ///   - levels: The assessment's levels, in order.
  ///   - items: The subject's own items, then the questions that the rule refers to.
  ///   - itemCount: How many items are the subject's own; all, when not given.
  ///   - answers: An answer for each item.
  public init(
    unit: ScoringUnit, levels: [MaturityLevel], items: [ScoringItem], itemCount: Int? = nil, answers: [ItemAnswer]
  ) {
    self.unit = unit
    self.levels = levels
    self.items = items
    self.itemCount = min(max(itemCount ?? items.count, 0), items.count)
    self.answers = items.indices.map { answers.indices.contains($0) ? answers[$0] : ItemAnswer(.unanswered) }
  }

  /// What is known of a question, for a rule that looks at conditions. Looks through own items and references.
  public func known(_ subject: Condition.Subject) -> Condition.Known {
    guard case .question(let id) = subject, let index = items.firstIndex(where: { $0.id == id.rawValue }) else {
      return .nothing
    }
    let answer = answers[index]
    guard answer.status == .answered else { return .nothing }
    let options = answer.options.compactMap { option in
      items[index].options.indices.contains(option) ? items[index].options[option] : nil
    }
    return Condition.Known(options: options, score: answer.number ?? answer.score, isAnswered: true)
  }

  /// The subject's own items that have a score, with their scores, in order.
  public var scored: [(item: ScoringItem, score: Double)] {
    zip(items, answers).prefix(itemCount).compactMap { item, answer in answer.score.map { (item, $0) } }
  }
}

/// Whether each person is scored, or each question is first summarised over people.
public enum ScoringUnit: String, Sendable, Hashable, CaseIterable {
  /// The rule scores each person; the people are averaged.
  case respondent
  /// Each question is averaged over people; the rule scores the averages.
  case question
}

/// What a subject is scored from: a question, or, for a theme made of areas, an area.
public struct ScoringItem: Sendable, Hashable {
  /// The question's or the area's id.
  public let id: String
  /// The weight: finite, not negative, rounded to six decimals, since it may be a product of two.
  public let weight: Double
  /// The level the item belongs to, for rules that go level by level.
  public let level: Double?
  /// The lowest score an answer can have.
  public let minimum: Double
  /// The highest score an answer can have.
  public let maximum: Double
  /// The ids of the question's options, in order.
  public let options: [Identifier<AnswerOption>]
  /// The points of its scale: the scores an answer can have, in increasing order; empty where any score of its range may
  /// be, or it is not known which.
  public let points: [Double]

  /// Makes an item.
  public init(
    id: String, weight: Double = 1, level: Double? = nil, minimum: Double, maximum: Double,
    options: [Identifier<AnswerOption>] = [], points: [Double] = []
  ) {
    self.id = id
    let millionths = (weight * 1_000_000).rounded()
    self.weight = millionths.isFinite ? millionths / 1_000_000 : weight
    self.level = level
    self.minimum = minimum
    self.maximum = maximum
    self.options = options
    self.points = points
  }

  /// The weight in whole millionths: sums of such weights, and of their products with whole scores, are exact.
  public var millionths: Double { (weight * 1_000_000).rounded() }
}

extension ScoringItem {
  /// Where the middle of some answers lies within those that share it: in the steps of the item's scale, or of 1 within its
  /// range where the scale has no points that are known.
  func interpolatedMedian(of answers: Distribution) -> Figure<Double> {
    if points.count > 1 { return answers.interpolatedMedian(on: points) }
    return answers.interpolatedMedian().map { min(max($0, minimum), maximum) }
  }
}

/// One answer as a rule sees it.
public struct ItemAnswer: Sendable, Hashable {
  /// What became of the question; an imputed answer is not `answered`.
  public let status: AnswerStatus
  /// The score, reversed where the question is; also of an imputed answer; nil when the item does not count.
  public let score: Double?
  /// The position of the option chosen, for a closed question and one person.
  public let option: Int?
  /// For one person's answer that names several options, a bit for each one chosen; of a ranking for the one put first.
  public internal(set) var chosen: UInt64 = 0
  /// The number, for one person's answer that is one.
  public internal(set) var number: Double?

  /// Makes an answer without a score.
  public init(_ status: AnswerStatus) { self.init(status: status, score: nil) }

  /// Makes an answer with a score.
  public init(score: Double, option: Int? = nil) { self.init(status: .answered, score: score, option: option) }

  /// Makes an answer.
  public init(status: AnswerStatus, score: Double?, option: Int? = nil) {
    self.status = status
    self.score = score
    self.option = option
  }

  /// The positions of the options chosen; of a ranking, that of the one put first.
  var options: [Int] {
    if let option { return [option] }
    return chosen == 0 ? [] : (0..<64).filter { chosen & 1 << UInt64($0) != 0 }
  }
}
