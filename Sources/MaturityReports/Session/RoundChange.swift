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
      return (cohort.questionnaire?.questions ?? []).compactMap { question -> RoundChange? in
        guard let point = points.first(where: { $0.question.id == question.id }),
          let second = seconds.first(where: {
            $0.question.id == question.id && $0.cohort.scorecard.questionnaire == cohort.scorecard.questionnaire
          })
        else { return nil }
        return RoundChange(first: point, second: second)
      }
    }
  }

  /// What moved, in a sentence.
  var sentence: Phrase {
    let (before, after) = (DecimalText.rounded(first.mean, decimals: 1), DecimalText.rounded(second.mean, decimals: 1))
    let mean: Phrase = before == after ? "The mean stayed at \(before)" : "The mean went from \(before) to \(after)"
    let change = second.consensus - first.consensus
    let agreement =
      change.magnitude < 0.005
      ? "people agree as much as before"
      : change > 0 ? "people agree more than before" : "people agree less than before"
    return
      "\(mean), and \(agreement) (\(NumberWords.percent(first.consensus)), now \(NumberWords.percent(second.consensus)))."
  }
}
