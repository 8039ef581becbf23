extension Assessment {
  /// The actions whose condition holds for everyone's published scores, in the assessment's order; what is done or stopped is
  /// recommended no more.
  ///
  /// A score that is undefined or withheld makes no comparison true.
  public func recommendedActions(for scorecard: PublishableScorecard) -> [Action] {
    guard let everyone = scorecard.everyone else { return [] }
    return actions.filter { action in
      if action.progress?.state.isOver == true { return false }
      guard let condition = action.when else { return true }
      return condition.holds { subject in
        guard let kind = Subject.Kind(rawValue: subject.kind),
          let score = everyone.score(of: Subject(kind, subject.id))?.score.value
        else { return .nothing }
        return Condition.Known(score: score, isAnswered: true)
      }
    }
  }
}
