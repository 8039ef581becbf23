/// Explains the answers to one question.
struct QuestionExplanationWriter {
  let context: ReportContext
  let scorecard: PublishableScorecard
  let group: GroupResult
  let question: Question
  let result: QuestionResult

  var explanation: Explanation {
    let title = context.say(
      .questionTitle,
      [
        "text": question.text.text(in: context.options.language), "id": question.id.rawValue,
        "questionnaire": scorecard.questionnaire.rawValue, "people": context.people(of: group, in: scorecard),
      ])
    let reason = result.mean.reason.map { context.sentence($0) } ?? context.say(.hasNoScores)
    let nothing = context.say(.noMean, ["reason": reason])
    guard let statuses = result.statuses else { return Explanation(title: title, steps: [], result: nothing) }
    var steps = [Explanation.Step(context.say(.answers, ["statuses": context.words(statuses)]))]
    if !result.options.isEmpty { steps.append(optionsStep(answered: statuses[.answered])) }
    if case .open(let kind) = question.answers, !kind.method.isEmpty { steps.append(Explanation.Step(kind.method)) }
    if question.isReversed, let range = question.answers.range {
      let (low, high) = (context.exact(range.lowerBound), context.exact(range.upperBound))
      steps.append(Explanation.Step(context.say(.reversed, ["low": low, "high": high])))
    }
    guard let mean = result.mean.value else { return Explanation(title: title, steps: steps, result: nothing) }
    let products = result.distribution.map { "\($0.count) × \(context.shown($0.score))" }
    let sum = result.distribution.reduce(0) { $0 + Double($1.count) * $1.score }
    let n = result.distribution.reduce(0) { $0 + $1.count }
    if let weighting = result.weighting, let population = scorecard.population {
      let weighted = WeightedExplanation(
        context: context, scorecard: scorecard, population: population, weighting: weighting, people: n, mean: mean)
      steps += weighted.steps { group in
        group.questions.first { $0.id == question.id }.map { ($0.statuses?[.answered], $0.mean) }
      }
      return Explanation(title: title, steps: steps, result: context.say(.weightedMean, ["mean": context.shown(mean)]))
    }
    steps.append(
      Explanation.Step(
        context.say(
          .sumOfAnswers,
          [
            "products": products.joined(separator: " + "), "sum": context.shown(sum), "count": n,
            "mean": context.shown(mean),
          ])))
    return Explanation(title: title, steps: steps, result: context.say(.mean, ["mean": context.shown(mean)]))
  }

  /// How many chose each option; where an answer names several, of how many.
  private func optionsStep(answered: Int) -> Explanation.Step {
    func label(_ option: AnswerOption) -> String { option.label.text(in: context.options.language) }
    guard let kind = question.optionKind else {
      return Explanation.Step(
        context.say(.byOption),
        details: zip(question.answers.options, result.options).map { option, count in
          let score = option.score.map { context.exact($0) } ?? context.say(.none)
          return Explanation.Step(
            context.say(.option, ["count": count.count, "label": label(option), "score": score]))
        })
    }
    let details = zip(kind.options, result.options).map { option, count in
      let share = answered > 0 ? DecimalText.rounded(100 * Double(count.count) / Double(answered), decimals: 0) : "0"
      var text = context.say(
        kind.isRanked ? .optionFirst : .optionChosen,
        ["count": count.count, "answered": answered, "share": share, "label": label(option)])
      if let score = option.score { text = context.say(.withScore, ["option": text, "score": context.exact(score)]) }
      if let place = count.meanPlace {
        text = context.say(.withPlace, ["option": text, "place": context.shown(place)])
      }
      return Explanation.Step(text)
    }
    return Explanation.Step(context.say(kind.isRanked ? .byOptionRanked : .byOptionSeveral), details: details)
  }
}
