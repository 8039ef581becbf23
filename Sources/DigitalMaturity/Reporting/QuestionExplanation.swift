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
    guard let statuses = result.statuses, let mean = result.mean.value else {
      return Explanation(
        title: title, steps: [], result: "No mean. \(result.mean.reason?.sentence ?? "It has no scores.")")
    }
    var steps = [Explanation.Step("Answers: \(statuses.words).")]
    if !result.options.isEmpty { steps.append(Explanation.Step("By option:", details: options)) }
    if question.isReversed, let range = question.answers.range {
      steps.append(
        Explanation.Step(
          "The question is reversed: a score counts as \(DecimalText.exact(range.lowerBound)) + "
            + "\(DecimalText.exact(range.upperBound)) less the score."))
    }
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

  private var options: [Explanation.Step] {
    zip(question.answers.options, result.options).map { option, count in
      let score = option.score.map { DecimalText.exact($0) } ?? "none"
      return Explanation.Step(
        "\(count.count) × “\(option.label.text(in: context.options.language))” (score \(score))")
    }
  }
}
