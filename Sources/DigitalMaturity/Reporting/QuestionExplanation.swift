/// Explains the answers to one question.
struct QuestionExplanationWriter {
  let context: ReportContext
  let scorecard: PublishableScorecard
  let group: GroupResult
  let question: Question
  let result: QuestionResult

  var explanation: Explanation {
    let title =
      "\(question.text.text(in: context.options.language)) Question “\(question.id)”, questionnaire "
      + "“\(scorecard.questionnaire)”, \(context.people(of: group, in: scorecard))"
    let nothing = "No mean. \(result.mean.reason?.sentence ?? "It has no scores.")"
    guard let statuses = result.statuses else { return Explanation(title: title, steps: [], result: nothing) }
    var steps = [Explanation.Step("Answers: \(statuses.words).")]
    if !result.options.isEmpty { steps.append(optionsStep(answered: statuses[.answered])) }
    if case .open(let kind) = question.answers, !kind.method.isEmpty { steps.append(Explanation.Step(kind.method)) }
    if question.isReversed, let range = question.answers.range {
      steps.append(
        Explanation.Step(
          "The question is reversed: a score counts as \(DecimalText.exact(range.lowerBound)) + "
            + "\(DecimalText.exact(range.upperBound)) less the score."))
    }
    guard let mean = result.mean.value else { return Explanation(title: title, steps: steps, result: nothing) }
    let products = result.distribution.map { "\($0.count) × \(DecimalText.upToFour($0.score))" }
    let sum = result.distribution.reduce(0) { $0 + Double($1.count) * $1.score }
    let n = result.distribution.reduce(0) { $0 + $1.count }
    if let weighting = result.weighting, let population = scorecard.population {
      let weighted = WeightedExplanation(
        context: context, scorecard: scorecard, population: population, weighting: weighting, people: n, mean: mean)
      steps += weighted.steps { group in
        group.questions.first { $0.id == question.id }.map { ($0.statuses?[.answered], $0.mean) }
      }
      return Explanation(title: title, steps: steps, result: "Weighted mean \(DecimalText.upToFour(mean)).")
    }
    steps.append(
      Explanation.Step(
        "\(products.joined(separator: " + ")) = \(DecimalText.upToFour(sum)), divided by \(n) answers: "
          + "\(DecimalText.upToFour(mean))."))
    return Explanation(title: title, steps: steps, result: "Mean \(DecimalText.upToFour(mean)).")
  }

  /// How many chose each option; where an answer names several, of how many.
  private func optionsStep(answered: Int) -> Explanation.Step {
    let label = { (option: AnswerOption) in "“\(option.label.text(in: context.options.language))”" }
    guard let kind = question.optionKind else {
      return Explanation.Step(
        "By option:",
        details: zip(question.answers.options, result.options).map { option, count in
          let score = option.score.map { DecimalText.exact($0) } ?? "none"
          return Explanation.Step("\(count.count) × \(label(option)) (score \(score))")
        })
    }
    let details = zip(kind.options, result.options).map { option, count in
      let share = answered > 0 ? DecimalText.rounded(100 * Double(count.count) / Double(answered), decimals: 0) : "0"
      let verb = kind.isRanked ? "put \(label(option)) first" : "chose \(label(option))"
      let place = count.meanPlace.map { "; mean place \(DecimalText.upToFour($0))" } ?? ""
      let score = option.score.map { " (score \(DecimalText.exact($0)))" } ?? ""
      return Explanation.Step("\(count.count) of \(answered), \(share) %, \(verb)\(score)\(place)")
    }
    return Explanation.Step(
      kind.isRanked
        ? "By option; one that is left out shares the places that are left:"
        : "By option; one answer may choose several:",
      details: details)
  }
}
