import DigitalMaturity

/// How a score moved between two results, where both were made in the same way.
struct ScoreChange: Sendable {
  /// The earlier score; nil where there is none to compare with.
  let before: SubjectScore?
  let now: SubjectScore
  /// Why the two cannot be compared, without a full stop; nil where they can.
  let whyIncomparable: String?
  /// Where the change likely lies: Welch's interval of two independent groups, as comparisons of assessments have it. Nil
  /// for what groups agreed on, for weighted scores, and where either may not be shown.
  let interval: Interval?

  /// - Parameters:
  ///   - score: The score now, of a group of a cohort.
  ///   - base: The earlier results: of the same questionnaire.
  init(_ score: SubjectScore, _ group: GroupResult, _ cohort: ReportFacts.Cohort, since base: ReportFacts) {
    now = score
    let earlier = base.cohorts.first { $0.scorecard.questionnaire == cohort.scorecard.questionnaire }
    let same = earlier?.scorecard.groups.first { $0.key == group.key }
    before = same?.score(of: score.subject)
    if earlier == nil {
      whyIncomparable = "the earlier results are not of the questionnaire “\(cohort.scorecard.questionnaire)”"
    } else if before == nil {
      whyIncomparable = "the earlier results do not have it"
    } else if let before, before.provenance != score.provenance {
      whyIncomparable = "it was scored in another way, or of other questions, in the earlier results"
    } else {
      whyIncomparable = nil
    }
    let isAgreed = cohort.isAgreed || earlier?.scorecard.mode == .consensus
    let isCompared = whyIncomparable == nil && !isAgreed
    interval = before.flatMap { before in
      isCompared
        ? AudienceDifference(from: .init(before, mode: .individual), to: .init(score, mode: .individual)).interval.value
        : nil
    }
  }

  /// Whether the change is more than noise: its likely range lies to one side of 0. Nil without a range.
  var isMoreThanNoise: Bool? { interval.map { $0.low > 0 || $0.high < 0 } }

  /// Of a change, and of the scores beside it: one is too few to tell 0.95 from what rounded scores differ by.
  static let decimals = 2

  /// A score beside its change.
  static func shown(_ score: SubjectScore, _ facts: ReportFacts) -> String {
    score.score.value.map { facts.words.rounded($0, decimals: decimals) } ?? facts.shown(score)
  }

  /// The difference, unrounded; nil where either has no score.
  var difference: Double? {
    guard whyIncomparable == nil, let before = before?.score.value, let now = now.score.value else { return nil }
    return now - before
  }

  /// The change in words: “0.95 higher”.
  func words(_ words: ReportWords) -> Phrase {
    guard let difference else {
      return now.isWithheld || before?.isWithheld == true ? words(.withheldWord) : words(.changeUnknown)
    }
    if abs(difference) <= 1e-9 { return words(.noChange) }
    let isHigher = difference > 0
    if abs(difference) < 0.005 { return words(isHigher ? .hardlyHigher : .hardlyLower) }
    return words(
      isHigher ? .changedHigher : .changedLower, ["size": words.rounded(abs(difference), decimals: Self.decimals)])
  }
}
