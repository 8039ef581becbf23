public import DigitalMaturity

/// How one score moved between two assessments, from unrounded figures.
public struct ScoreChange: Sendable, Hashable {
  /// What is scored.
  public let subject: Subject
  /// Its name in the later result.
  public let name: String
  /// The earlier score, on the later scale, or why there is none.
  public let base: Figure<Double>
  /// The later score, or why there is none.
  public let now: Figure<Double>
  /// Later − earlier; undefined where either is.
  public let change: Figure<Double>
  /// Where the change likely lies: Welch's interval of two independent groups. The people who answered twice are not known
  /// as such, and with many of them the true range is narrower. Undefined for scores that are not of single people, or of
  /// weighted ones.
  public let interval: Figure<Interval>
  /// The score aimed for in the later result.
  public let target: Double?

  /// Whether neither assessment asked about it.
  var isAskedInNeither: Bool {
    [base, now].allSatisfy { $0.reason.map { $0.code == .notAsked || $0.code == .notAskedBefore } ?? false }
  }

  /// Whether the earlier assessment alone asked about it.
  var isAskedBeforeOnly: Bool { base.value != nil && now.reason?.code == .notAsked }
  /// Whether the later assessment alone asks about it.
  var isAskedNowOnly: Bool {
    now.value != nil && base.reason.map { [.notAsked, .notAskedBefore].contains($0.code) } == true
  }

  /// Whether the change is more than noise: its likely range lies to one side of 0. Nil without a range.
  public var isMoreThanNoise: Bool? { interval.value.map { $0.low > 0 || $0.high < 0 } }

  /// (now − base)/(target − base): how much of the way to the target has been gone. Undefined when there was none to go.
  public var progress: Figure<Double> {
    guard let target else { return .undefined(.noTarget) }
    return base.then { base in
      now.then { now in
        target - base > 1e-9 ? .finite((now - base) / (target - base)) : .undefined(.onTarget)
      }
    }
  }

  init(
    _ base: SubjectScore?, _ now: SubjectScore, baseMode: Questionnaire.Mode, mode: Questionnaire.Mode,
    scale: ScaleChange
  ) {
    subject = now.subject
    name = now.name
    target = now.target
    self.base = base.map { Self.moved($0, scale) } ?? .undefined(.notAskedBefore)
    self.now = now.score
    change = self.base.then { base in now.score.then { .finite($0 - base) } }
    interval = Self.interval(base, now, isAgreed: baseMode == .consensus || mode == .consensus, scale)
  }

  init(
    subject: Subject, name: String, base: Figure<Double>, now: Figure<Double>, interval: Figure<Interval>,
    target: Double?
  ) {
    self.subject = subject
    self.name = name
    self.base = base
    self.now = now
    self.interval = interval
    self.target = target
    change = base.then { base in now.then { .finite($0 - base) } }
  }

  /// An earlier score on the later scale: where it is a mean of people's scores that are known, the mean of theirs, each moved.
  private static func moved(_ base: SubjectScore, _ scale: ScaleChange) -> Figure<Double> {
    guard scale != .same else { return base.score }
    return base.score.then { score in
      let count = Double(base.distribution.reduce(0) { $0 + $1.count })
      func mean(_ moved: (Double) -> Double?) -> Double? {
        var sum = 0.0
        for entry in base.distribution {
          guard let score = moved(entry.score) else { return nil }
          sum += score * Double(entry.count)
        }
        return count > 0 ? sum / count : nil
      }
      guard let before = mean({ $0 }), abs(before - score) < 1e-9, let now = mean({ scale.moved($0).value }) else {
        return scale.moved(score)
      }
      return .finite(now)
    }
  }

  private static func interval(
    _ base: SubjectScore?, _ now: SubjectScore, isAgreed: Bool, _ scale: ScaleChange
  ) -> Figure<Interval> {
    guard let base else { return .undefined(.notAskedBefore) }
    if let reason = base.score.reason ?? now.score.reason { return .undefined(reason) }
    if isAgreed { return .undefined(.agreedLevel) }
    if base.weighting != nil || now.weighting != nil { return .undefined(.weightedScores) }
    guard base.statistics.value != nil, now.statistics.value != nil else {
      return .undefined(base.statistics.reason ?? now.statistics.reason ?? .withheld)
    }
    let moved = base.distribution.compactMap { entry in
      scale.moved(entry.score).value.map { ScoreCount(score: $0, count: entry.count) }
    }
    guard moved.count == base.distribution.count else { return .undefined(.scaleReset) }
    return moved.asDistribution.then { first in
      now.distribution.asDistribution.then { MeanDifference(of: $0, minus: first).interval }
    }
  }
}

/// What becomes of earlier scores when the scale has changed. Chosen, never guessed.
public enum ScaleChange: Sendable, Hashable {
  /// The scale is the same.
  case same
  /// Scores beyond the later scale are put on its end: the levels mean the same, and some were added or taken away. Of a mean
  /// of people's scores each person's is, where those are known.
  case clamp(to: ClosedRange<Double>)
  /// The earlier scale is stretched over the later one: low + (score − low₀)·(high − low)/(high₀ − low₀).
  case rescale(from: ClosedRange<Double>, to: ClosedRange<Double>)
  /// Earlier scores are not compared: the levels mean something else.
  case reset

  /// An earlier score on the later scale.
  public func moved(_ score: Double) -> Figure<Double> {
    switch self {
    case .same: return .finite(score)
    case .clamp(let range): return .finite(min(max(score, range.lowerBound), range.upperBound))
    case .rescale(let from, let to):
      let width = from.upperBound - from.lowerBound
      guard width > 0 else { return .undefined(.scaleReset) }
      return .finite(to.lowerBound + (score - from.lowerBound) * (to.upperBound - to.lowerBound) / width)
    case .reset: return .undefined(.scaleReset)
    }
  }
}

extension Undefined {
  static let notAskedBefore = Undefined(.notAskedBefore, PlanMessage.notAskedBefore.rawValue)
  static let scaleReset = Undefined(.scaleReset, PlanMessage.scaleReset.rawValue)
  static let agreedLevel = Undefined(
    .agreedLevel, PlanMessage.agreedLevel.rawValue)
  static let weightedScores = Undefined(
    .weightedScores, PlanMessage.weightedScores.rawValue)
  static let onTarget = Undefined(.onTarget, PlanMessage.hadReachedTarget.rawValue)
}

extension Undefined.Code {
  /// The earlier assessment did not score it.
  public static let notAskedBefore = Self(rawValue: "not-asked-before")
  /// The scale has changed.
  public static let scaleReset = Self(rawValue: "scale-reset")
  /// A group agreed on one level.
  public static let agreedLevel = Self(rawValue: "agreed-level")
  /// Scores are weighted.
  public static let weightedScores = Self(rawValue: "weighted-scores")
  /// The target had been reached.
  public static let onTarget = Self(rawValue: "on-target")
}
