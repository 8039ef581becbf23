/// Explains what ceilings leave of a score.
struct CeilingExplanation {
  let context: ReportContext
  let scorecard: PublishableScorecard
  let group: GroupResult
  let score: SubjectScore

  /// Nil for a rule without ceilings, for results that another state of the rule was asked for, and where answers are missing
  /// without which there is no score.
  ///
  /// One set of answers, such as what one group agreed on or what `unit: question` makes of everybody's, is calculated anew, with
  /// the score before and after each ceiling. Of many people, each is held down before they are averaged, and published results
  /// do not tell who: the ceilings are listed.
  var step: Explanation.Step? {
    guard let bound, let rule = bound.definition.rule as? any CeilingScoringRule,
      rule.settings.description == score.provenance.settings
    else { return nil }
    if let step = calculated(rule, bound) { return step }
    return Explanation.Step(
      context.say(.ceilingsOfEach, ["rule": type(of: rule.inner).name]),
      details: rule.ceilings.map { Explanation.Step(context.say(.ceiling, words($0))) })
  }

  private var bound: BoundSubject? {
    guard let plan = context.assessment.scoring, score.provenance.source == .questions,
      let questionnaire = context.assessment.questionnaire(scorecard.questionnaire)
    else { return nil }
    return Scorer.bind(plan, context.assessment, questionnaire.questions).first { $0.subject == score.subject }
  }

  private func words(_ ceiling: ScoreCeiling) -> KeyValuePairs<String, any MessageArgument> {
    ["at": context.exact(ceiling.at), "condition": ceiling.when.text]
  }

  /// Nil where the answers are not known, or do not come to the score that was published.
  private func calculated(_ rule: any CeilingScoringRule, _ bound: BoundSubject) -> Explanation.Step? {
    let known = bound.items.map { answer(to: $0, bound.definition) }
    var answers = known.compactMap(\.self)
    guard answers.count == known.count,
      bound.definition.prepare(&answers, items: bound.context.items, count: bound.itemCount) == nil
    else { return nil }
    var scored = bound.context
    scored.answers = answers
    guard let first = rule.inner.score(scored).value, let last = score.score.value else { return nil }
    var after = first
    let details = rule.ceilings.map { ceiling in
      let before = context.shown(after)
      guard ceiling.when.holds({ scored.known($0) }) else {
        return Explanation.Step(
          context.say(
            .ceilingNotMet, ["at": context.exact(ceiling.at), "condition": ceiling.when.text, "before": before]))
      }
      after = min(after, ceiling.at)
      return Explanation.Step(
        context.say(
          .ceilingMet,
          [
            "at": context.exact(ceiling.at), "condition": ceiling.when.text, "before": before,
            "after": context.shown(after),
          ]))
    }
    guard abs(after - last) < 1e-9 else { return nil }
    return Explanation.Step(
      context.say(.ceilings, ["rule": type(of: rule.inner).name, "score": context.shown(first)]), details: details)
  }

  /// What became of a question, where it is one answer or stands as one.
  private func answer(to item: BoundItem, _ definition: ScoringDefinition) -> ItemAnswer? {
    guard let result = group.questions.first(where: { $0.id == item.question.id }), let statuses = result.statuses
    else {
      return nil
    }
    if definition.unit == .question { return ScorecardMaker.summary(of: result, definition.questionSummary) }
    guard statuses.total == 1, let status = AnswerStatus.allCases.first(where: { statuses[$0] == 1 }) else {
      return nil
    }
    guard status == .answered else { return ItemAnswer(status) }
    if case .open = item.question.answers { return result.distribution.first.map { ItemAnswer(score: $0.score) } }
    let chosen = result.options.firstIndex { $0.count == 1 }
    return chosen.map { item.answers[$0] }
  }
}
