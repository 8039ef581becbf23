public import MaturityStatistics

/// How far one audience's figure lies above another's, and where the difference likely lies.
///
/// People who answered may stand for others, so their mean has a likely range. What a group agreed on, or what figures show, is
/// taken as it is: the range of a difference is then that of the people's mean alone (Student's), else that of two independent
/// groups (Welch's), at 95 %.
public struct AudienceDifference: Sendable, Hashable {
  /// One audience's figure.
  public struct Side: Sendable, Hashable {
    /// The figure.
    public let score: Figure<Double>
    /// The people behind it by their scores; empty when withheld.
    public let distribution: [ScoreCount]
    /// Whether it is fixed: a group agreed on it, or it is a figure that was measured.
    public let isFixed: Bool
    /// Why the people behind it say nothing of how sure it is, where they do not.
    let reason: Undefined?

    /// An audience's score of a subject.
    /// - Parameters:
    ///   - score: The published score.
    ///   - mode: How the audience answered.
    public init(_ score: SubjectScore, mode: Questionnaire.Mode) {
      self.score = score.score
      distribution = score.distribution
      isFixed = mode == .consensus
      reason = score.weighting != nil ? .weightedCounts : score.statistics.reason
    }

    /// An audience's answers to a question.
    /// - Parameters:
    ///   - question: The published answers.
    ///   - mode: How the audience answered.
    public init(_ question: QuestionResult, mode: Questionnaire.Mode) {
      score = question.mean
      distribution = question.distribution
      isFixed = mode == .consensus
      reason = question.weighting != nil ? .weightedCounts : question.statistics.reason
    }
  }

  /// The second figure less the first; undefined where either is.
  public let value: Figure<Double>
  /// Where it likely lies. Undefined where both are fixed, where people's scores are not kept or weighted to a population, and
  /// where fewer than two people answered or all gave the same score.
  public let interval: Figure<Interval>

  /// The difference of two audiences.
  public init(from first: Side, to second: Side) {
    let value = first.score.then { one in second.score.then { .finite($0 - one) } }
    self.value = value
    interval = value.then { _ in
      if first.isFixed, second.isFixed { return .undefined(.twoFixedFigures) }
      // The counts of people that a population is weighted from are not those its scores are of.
      if let reason = [first, second].filter({ !$0.isFixed }).compactMap(\.reason).first { return .undefined(reason) }
      if second.isFixed {
        return first.distribution.asDistribution.then { people in
          second.score.then { MeanDifference(of: people, minus: $0).interval }
        }.map { Interval(low: -$0.high, high: -$0.low, confidence: $0.confidence, method: $0.method) }
      }
      return second.distribution.asDistribution.then { people in
        if first.isFixed { return first.score.then { MeanDifference(of: people, minus: $0).interval } }
        return first.distribution.asDistribution.then { MeanDifference(of: people, minus: $0).interval }
      }
    }
  }

  /// Writes `value`, `interval` and, where either is null, the `reason`.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("value", value.value)
      writer.key("interval")
      if let interval = interval.value {
        writer.object { writer in
          writer.member("low", interval.low)
          writer.member("high", interval.high)
          writer.member("confidence", interval.confidence)
          writer.member("method", interval.method.rawValue)
        }
      } else {
        writer.null()
      }
      guard let reason = value.reason ?? interval.reason else { return }
      writer.member("reason", reason.sentence)
      writer.member("reasonCode", reason.code.rawValue)
    }
  }
}

extension Undefined {
  static let twoFixedFigures = Undefined(
    .agreedAnswer, "Neither is an average over people who may stand for others, so there is no likely range.")
  static let weightedCounts = Undefined(
    .weightedCounts, "The score is weighted to a population, and the counts that a range needs are not.")
}

extension Undefined.Code {
  /// Scores are weighted to a population, and the counts behind them are not.
  public static let weightedCounts = Self(rawValue: "weighted-counts")
}
