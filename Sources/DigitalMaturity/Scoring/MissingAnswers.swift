extension ScoringDefinition {
  /// One person's score: what is to be done about missing answers, then the rule. Undefined for a score that is not
  /// finite.
  public func score(_ context: ScoringContext) -> Figure<Double> {
    var context = context
    if let reason = prepare(&context.answers, items: context.items, count: context.itemCount) {
      return .undefined(reason)
    }
    return rule.score(context).then(Figure.finite)
  }

  /// Applies what is to be done about missing answers, and finds whether there is anything to score.
  ///
  /// An imputed answer gets its item's lowest score and keeps its status: it is not answered.
  /// - Parameters:
  ///   - answers: The answers; those after `count` belong to references and are left alone.
  ///   - items: The items.
  ///   - count: How many items are the subject's own.
  /// - Returns: Why there is no score, or nil when the rule is to be asked.
  func prepare(_ answers: inout [ItemAnswer], items: [ScoringItem], count: Int) -> Undefined? {
    guard count > 0 else { return .notAsked }
    var applicable = 0
    var answered = 0
    var hasMissing = false
    var hasScore = false
    for index in 0..<count {
      let answer = answers[index]
      guard answer.status.isApplicable else { continue }
      applicable += 1
      if answer.status == .answered {
        answered += 1
        hasScore = hasScore || answer.score != nil
        continue
      }
      if policy(for: answer.status) == .block { hasMissing = true }
      if policy(for: answer.status) == .lowest {
        answers[index] = ItemAnswer(status: answer.status, score: items[index].minimum)
        hasScore = true
      }
    }
    guard applicable > 0 else { return .noneApplicable }
    if hasMissing { return .missingAnswer }
    guard hasScore else { return answered > 0 ? .noScores : .noneAnswered }
    return answered < answersNeeded(of: applicable) ? .tooFewAnswered : nil
  }

  private func policy(for status: AnswerStatus) -> MissingPolicy {
    status == .dontKnow && dontKnow == .lowest ? .lowest : missing
  }
}
