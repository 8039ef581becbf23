import DigitalMaturity

/// How a score moved between two results, where both were made in the same way.
struct ScoreChange: Sendable {
  /// The earlier score; nil where there is none to compare with.
  let before: SubjectScore?
  let now: SubjectScore
  /// Why the two cannot be compared, without a full stop; nil where they can.
  let whyIncomparable: String?

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
  }

  /// The difference, unrounded; nil where either has no score.
  var difference: Double? {
    guard whyIncomparable == nil, let before = before?.score.value, let now = now.score.value else { return nil }
    return now - before
  }

  /// The change in words: “0.3 higher”.
  func words(_ words: ReportWords) -> Phrase {
    guard let difference else {
      return now.isWithheld || before?.isWithheld == true ? words(.withheldWord) : words(.changeUnknown)
    }
    if abs(difference) <= 1e-9 { return words(.noChange) }
    let isHigher = difference > 0
    if abs(difference) < 0.05 { return words(isHigher ? .hardlyHigher : .hardlyLower) }
    return words(isHigher ? .changedHigher : .changedLower, ["size": words.rounded(abs(difference), decimals: 1)])
  }
}
