/// One question of a questionnaire: what is asked, what can be answered, and what the answer is evidence of.
public struct Question: Sendable {
  /// The question's id: stable, and the name of its column in a response file.
  public var id: Identifier<Question>
  /// The name of its kind, such as `level`.
  public var kind: String
  /// What is asked.
  public var text: LocalizedText
  /// What helps to answer it.
  public var help: LocalizedText?
  /// What can be answered.
  public var answers: AnswerModel
  /// The area whose own level descriptions are the options: comparable between audiences.
  public var snapshot: Identifier<Area>?
  /// What the answer is evidence of.
  public var measures: Measures
  /// Its weight wherever it is scored: finite, not negative, at most six decimals; 0 is legal.
  public var weight: Double
  /// The level it belongs to, for rules that go level by level.
  public var level: Double?
  /// Whether a high score means the opposite: x becomes minimum + maximum − x.
  public var isReversed: Bool
  /// Whether a form should insist on an answer.
  public var isRequired: Bool
  /// The statuses a person may choose instead of an answer.
  public var allowed: AnswerStatusSet
  /// When it is shown; always, when there is no condition.
  public var showWhen: Condition?

  /// Makes a question.
  public init(
    id: Identifier<Question>, kind: String, text: LocalizedText, help: LocalizedText? = nil, answers: AnswerModel,
    snapshot: Identifier<Area>? = nil, measures: Measures = Measures(), weight: Double = 1, level: Double? = nil,
    isReversed: Bool = false, isRequired: Bool = false, allowed: AnswerStatusSet = [], showWhen: Condition? = nil
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.help = help
    self.answers = answers
    self.snapshot = snapshot
    self.measures = measures
    self.weight = weight
    self.level = level
    self.isReversed = isReversed
    self.isRequired = isRequired
    self.allowed = allowed
    self.showWhen = showWhen
  }

  /// A score as it counts: minimum + maximum − score where the question is reversed, of the scores its answers can have.
  ///
  /// Equal scores are equal to the last bit: what lies within rounding of an option's score, or of a decimal, is that.
  public func effective(_ score: Double) -> Double {
    guard isReversed, let range = answers.range else { return score }
    let mirrored = range.lowerBound + range.upperBound - score
    let tolerance = Ties.tolerance(at: mirrored)
    let options = answers.closedOptions.lazy.compactMap(\.score)
    if let option = options.first(where: { ($0 - mirrored).magnitude <= tolerance }) { return option }
    // 0.1 + 0.7 − 0.2 is a little off 0.6; as a decimal it is what somebody would write.
    let decimal = (mirrored * 1e9).rounded() / 1e9
    let rounding = 0x1p-50 * max(range.lowerBound.magnitude, range.upperBound.magnitude, score.magnitude)
    return (decimal - mirrored).magnitude <= rounding ? decimal : mirrored
  }

  /// The scores that an answer can have, as they count, in increasing order; empty where they are not a few that are known.
  var points: [Double] {
    let scores = isReversed ? answers.points.map { effective($0) } : answers.points
    // Most are written in order.
    let areApart = zip(scores, scores.dropFirst()).allSatisfy { $1 - $0 > Ties.tolerance(at: $1) }
    return areApart ? scores : Ties(scores).values
  }

  /// How answers that name several options are read; nil for a question of another kind.
  public var optionKind: (any OptionAnswerKind)? {
    if case .open(let kind) = answers { kind as? any OptionAnswerKind } else { nil }
  }
}

/// What a question's answer is evidence of, each with a share of its weight.
public struct Measures: Sendable, Hashable {
  /// Areas, with weights that multiply the question's own.
  public var areas: Weights<Area>
  /// Principles.
  public var principles: Weights<Principle>
  /// Literacies.
  public var literacies: Weights<Literacy>

  /// Makes measures of weights.
  public init(
    areas: Weights<Area> = Weights(), principles: Weights<Principle> = Weights(),
    literacies: Weights<Literacy> = Weights()
  ) {
    self.areas = areas
    self.principles = principles
    self.literacies = literacies
  }

  /// Evidence of areas alone, each in full.
  public init(areas: [Identifier<Area>]) {
    self.init()
    for area in areas { self.areas[area] = 1 }
  }

  /// Whether the answer is evidence of nothing.
  public var isEmpty: Bool { areas.isEmpty && principles.isEmpty && literacies.isEmpty }
}
