import DigitalMaturity

/// A question that was asked again after people had talked: the second round beside the first.
struct RoundChange: Sendable {
  let first: TalkingPoint
  let second: TalkingPoint

  /// The questions of a report that were answered in a second round too, in the order of the questionnaires.
  static func all(_ first: ReportFacts, again: ReportFacts) -> [RoundChange] {
    let seconds = TalkingPoint.all(again)
    return first.cohorts.flatMap { cohort in
      let points = TalkingPoint.all(first).filter { $0.cohort.position == cohort.position }
      return cohort.questions.compactMap { question -> RoundChange? in
        guard let point = points.first(where: { $0.question.id == question.id }),
          let second = seconds.first(where: {
            $0.question.id == question.id && $0.cohort.scorecard.questionnaire == cohort.scorecard.questionnaire
          })
        else { return nil }
        return RoundChange(first: point, second: second)
      }
    }
  }

  /// Whether everybody gave one answer when asked again, so that the page tells what each of them answered.
  var isUnanimous: Bool {
    !second.cohort.isAgreed && second.total > 1 && second.answers.contains { $0.count == second.total }
  }

  /// What moved, in a sentence.
  func sentence(_ words: ReportWords) -> Phrase {
    let (before, after) = (words.rounded(first.mean, decimals: 1), words.rounded(second.mean, decimals: 1))
    let (agreed, agree) = (words.percent(first.consensus), words.percent(second.consensus))
    let change = second.consensus - first.consensus
    let agreesAsBefore = change.magnitude < 0.005
    if before == after {
      let message: SessionMessage =
        agreesAsBefore ? .stayedAndAgreeAsBefore : change > 0 ? .stayedAndAgreeMore : .stayedAndAgreeLess
      return words(message, ["mean": before, "before": agreed, "after": agree])
    }
    let message: SessionMessage =
      agreesAsBefore ? .movedAndAgreeAsBefore : change > 0 ? .movedAndAgreeMore : .movedAndAgreeLess
    return words(message, ["first": before, "second": after, "before": agreed, "after": agree])
  }
}
