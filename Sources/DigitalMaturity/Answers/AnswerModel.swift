/// What can be answered to a question, and what each answer scores.
public enum AnswerModel: Sendable {
  /// One of a list of options: at most ``AnswerCode/maximumOptions``.
  case closed([AnswerOption])
  /// Anything a kind can read: a number, several choices, text.
  case open(any OpenAnswerKind)

  /// The options that people choose from, one or several; empty for a question without any.
  public var options: [AnswerOption] {
    switch self {
    case .closed(let options): options
    case .open(let kind): (kind as? any OptionAnswerKind)?.options ?? []
    }
  }

  /// The options that codes stand for: those of a closed question; empty for an open one.
  var closedOptions: [AnswerOption] {
    if case .closed(let options) = self { options } else { [] }
  }

  /// The scores that an answer can have, in no order; empty where they are not a few that are known.
  var points: [Double] {
    switch self {
    case .closed(let options): options.compactMap { $0.score.flatMap { $0.isFinite ? $0 : nil } }
    case .open(let kind): kind.points
    }
  }

  /// The lowest and highest score an answer can have; nil when answers have none.
  public var range: ClosedRange<Double>? {
    switch self {
    case .closed(let options):
      var range: ClosedRange<Double>?
      for option in options {
        guard let score = option.score, score.isFinite else { continue }
        range = min(range?.lowerBound ?? score, score)...max(range?.upperBound ?? score, score)
      }
      return range
    case .open(let kind): return kind.range
    }
  }
}

/// One option of a closed question.
public struct AnswerOption: Sendable, Hashable {
  /// Its id, unique in the question: what a response file holds.
  public var id: Identifier<AnswerOption>
  /// What the person reads.
  public var label: LocalizedText
  /// Its score on the assessment's scale; nil for an option that has none.
  public var score: Double?

  /// Makes an option.
  public init(id: Identifier<AnswerOption>, label: LocalizedText, score: Double?) {
    self.id = id
    self.label = label
    self.score = score
  }
}
