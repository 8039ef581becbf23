extension ReportContext {
  /// Explains a subject's score in one group of a scorecard.
  /// - Returns: Nil when the scorecard has no such group or subject.
  public func explanation(
    of subject: Subject, in scorecard: PublishableScorecard, group key: [GroupAttribute] = []
  ) -> Explanation? {
    guard let group = scorecard.groups.first(where: { $0.key == key }), let score = group.score(of: subject) else {
      return nil
    }
    let writer = ExplanationWriter(context: self, scorecard: scorecard, group: group, score: score)
    return writer.explanation
  }

  /// Explains what one group answered to a question.
  /// - Returns: Nil when the scorecard has no such group or question.
  public func explanation(
    ofQuestion id: Identifier<Question>, in scorecard: PublishableScorecard, group key: [GroupAttribute] = []
  ) -> Explanation? {
    guard let group = scorecard.groups.first(where: { $0.key == key }),
      let result = group.questions.first(where: { $0.id == id }),
      let question = assessment.questionnaire(scorecard.questionnaire)?.questions.first(where: { $0.id == id })
    else { return nil }
    return QuestionExplanationWriter(
      context: self, scorecard: scorecard, group: group, question: question, result: result
    ).explanation
  }
}

private struct ExplanationWriter {
  let context: ReportContext
  let scorecard: PublishableScorecard
  let group: GroupResult
  let score: SubjectScore

  var explanation: Explanation {
    var steps: [Explanation.Step] = []
    if !score.provenance.items.isEmpty {
      steps = [itemsStep, policyStep]
      if !score.isWithheld {
        switch score.provenance.source {
        case .areas: steps += areaSteps
        case .questions: steps += score.provenance.unit == .respondent ? peopleSteps : questionSteps
        }
        if let step = effectsStep { steps.append(step) }
        if let note = ScoreStatistics.note(on: score.people) { steps.append(Explanation.Step(note)) }
      }
    }
    return Explanation(title: title, steps: steps, result: result)
  }

  private var title: String {
    "\(score.name): \(score.subject.kind.rawValue) “\(score.subject.id)”, questionnaire “\(scorecard.questionnaire)”, "
      + context.people(of: group, in: scorecard)
  }

  private var itemsStep: Explanation.Step {
    let provenance = score.provenance
    let items = provenance.items.map { item in
      "\(item.id) (weight \(exact(item.weight))\(item.isReversed ? ", reversed" : ""))"
    }
    let what = provenance.source == .areas ? "areas" : "questions"
    return Explanation.Step(
      "Made of \(items.count) \(items.count == 1 ? String(what.dropLast()) : what): \(items.joined(separator: ", ")).")
  }

  private var policyStep: Explanation.Step {
    let provenance = score.provenance
    var parts = ["Rule “\(provenance.rule)”"]
    if !provenance.settings.isEmpty { parts[0] += " with \(provenance.settings.joined(separator: ", "))" }
    switch provenance.missing {
    case .omit: parts.append("blank answers are left out")
    case .lowest: parts.append("a blank counts as the lowest score")
    case .block: parts.append("one blank means no score")
    }
    parts.append(
      provenance.dontKnow == .lowest ? "a don't know counts as the lowest score" : "a don't know counts as a blank")
    if provenance.minimumAnswered > 0 {
      parts.append("at least \(shown(provenance.minimumAnswered * 100)) % of what applies must be answered")
    }
    return Explanation.Step(parts.joined(separator: "; ") + ".")
  }

  /// Each person is scored, then people are averaged.
  private var peopleSteps: [Explanation.Step] {
    var steps = answerSteps
    let people = score.people ?? 0
    let respondents = group.respondents ?? 0
    guard people > 0 else { return steps }
    let without = respondents - people
    steps.append(
      Explanation.Step(
        "Each person is scored by the rule: \(people) of \(respondents) have a score"
          + (without > 0 ? "; \(without) without one \(without == 1 ? "is" : "are") left out." : ".")))
    if score.distribution.isEmpty {
      steps.append("How many people have which score is withheld, as a question that it is made of is.")
      return steps
    }
    let products = score.distribution.map { "\($0.count) × \(shown($0.score))" }
    steps.append(
      Explanation.Step(
        "People by their score: \(products.joined(separator: ", ")).\(note(score.distribution.map(\.score)))"))
    if let weighting = score.weighting, let population = scorecard.population {
      let weighted = WeightedExplanation(
        context: context, scorecard: scorecard, population: population, weighting: weighting, people: people,
        mean: score.score.value ?? 0)
      return steps + weighted.steps { $0.score(of: score.subject).map { ($0.people, $0.score) } }
    }
    let sum = score.distribution.reduce(0) { $0 + Double($1.count) * $1.score }
    steps.append(
      Explanation.Step("Sum \(shown(sum)), divided by \(people) people: \(shown(score.score.value ?? 0))."))
    return steps
  }

  /// Each question is summarised, then the rule is applied.
  private var questionSteps: [Explanation.Step] {
    let (summary, word, step): (KeyPath<ScoreStatistics, Figure<Double>>, String, Explanation.Step) =
      switch score.provenance.questionSummary {
      case .mean: (\.mean, "mean", "Each question is averaged over the people who answered it.")
      case .median: (\.median, "median", "Each question stands for the middle of its answers.")
      case .interpolatedMedian:
        (\.interpolatedMedian, "median", "Each question stands for where the middle lies within its answers.")
      }
    let parts = score.provenance.items.compactMap { item in
      group.questions.first { $0.id.rawValue == item.id }.map {
        (item: item, name: item.id, score: $0.statistics.then { $0[keyPath: summary] })
      }
    }
    return answerSteps + [step] + sumSteps(parts, word)
  }

  /// What each part does to the score, the strongest first.
  private var effectsStep: Explanation.Step? {
    guard let value = score.score.value, !score.effects.isEmpty else { return nil }
    let what = score.provenance.source == .areas ? "area" : "question"
    func change(_ figure: Figure<Double>) -> Double { figure.value.map { $0 - value } ?? 0 }
    func words(_ figure: Figure<Double>) -> String {
      guard let other = figure.value else { return "no score (\(figure.reason?.sentence ?? ""))" }
      let change = other - value
      if abs(change) < 0.5e-4 { return "\(shown(other)), no change" }
      return "\(shown(other)), \(shown(abs(change))) \(change > 0 ? "more" : "less")"
    }
    let details = score.effects.sorted { abs(change($0.without)) > abs(change($1.without)) }.map { effect in
      Explanation.Step(
        "\(effect.id): without it \(words(effect.without)); one \(what == "area" ? "level" : "answer") higher "
          + words(effect.oneHigher))
    }
    return Explanation.Step("What each \(what) does to the score, the strongest first:", details: details)
  }

  private var areaSteps: [Explanation.Step] {
    let parts = score.provenance.items.compactMap { item in
      group.areas.first { $0.subject.id == item.id }.map { (item: item, name: $0.name, score: $0.score) }
    }
    return sumSteps(parts, "score")
  }

  /// What a rule makes of the parts. Any rule whose score is their weighted mean is shown as the sum it is.
  private func sumSteps(
    _ parts: [(item: Provenance.Item, name: String, score: Figure<Double>)], _ what: String
  ) -> [Explanation.Step] {
    var steps: [Explanation.Step] = []
    let known = parts.compactMap { part in part.score.value.map { (item: part.item, name: part.name, score: $0) } }
    if !known.isEmpty {
      let products = known.map { "\(exact($0.item.weight)) × \(shown($0.score)) (\($0.name))" }
      steps.append(
        Explanation.Step("Weight × \(what): \(products.joined(separator: ", ")).\(note(known.map(\.score)))"))
    }
    for part in parts {
      if let reason = part.score.reason {
        steps.append(Explanation.Step("\(part.name) has no \(what): \(reason.sentence)"))
      }
    }
    guard let value = score.score.value else { return steps }
    let sum = known.reduce(0) { $0 + $1.item.weight * $1.score }
    let weights = known.reduce(0) { $0 + $1.item.weight }
    if weights > 0, abs(sum / weights - value) < 1e-9 {
      steps.append(
        Explanation.Step("Sum \(shown(sum)), divided by the weights \(shown(weights)): \(shown(value))."))
    } else {
      steps.append(Explanation.Step("The rule makes of them \(shown(value))."))
    }
    return steps
  }

  /// Says that numbers are rounded, where a calculator would show it.
  private func note(_ numbers: [Double]) -> String {
    numbers.allSatisfy { DecimalText.exact($0) == shown($0) } ? "" : " Shown to four decimals, added up unrounded."
  }

  /// What became of each question.
  private var answerSteps: [Explanation.Step] {
    var questions: [Explanation.Step] = []
    for item in score.provenance.items {
      guard let question = group.questions.first(where: { $0.id.rawValue == item.id }) else { continue }
      guard let statuses = question.statuses else {
        questions.append(Explanation.Step("\(item.id): withheld"))
        continue
      }
      let scores = question.distribution.map { "\($0.count) × \(shown($0.score))" }.joined(separator: ", ")
      questions.append(
        Explanation.Step(
          "\(item.id): \(statuses.words)",
          details: scores.isEmpty
            ? []
            : [
              Explanation.Step(
                "scores \(scores); \(question.weighting == nil ? "mean" : "weighted mean") "
                  + "\(question.mean.value.map(shown) ?? "none")")
            ]))
    }
    var steps = [Explanation.Step("What became of the questions:", details: questions)]
    if let coverage = score.coverage.value, let statuses = score.statuses {
      steps.append(
        Explanation.Step(
          "Answered: \(statuses[.answered]) of \(statuses.applicable) that were shown and applied, \(percent(coverage))."
        ))
    }
    return steps
  }

  private var result: String {
    guard let value = score.score.value else { return "No score. \(score.score.reason?.sentence ?? "")" }
    let levels = score.level == nil ? [] : context.assessment.levels
    let text = ShownScore.text(value, levels: levels, target: score.target, decimals: 4)
    var parts = ["Score \(Self.withoutZeros(text))"]
    if let id = score.level, let level = context.assessment.levels.first(where: { $0.id == id }) {
      parts.append("level “\(level.name.text(in: context.options.language))”, which begins at \(exact(level.from))")
    }
    if let target = score.target, let gap = score.gap {
      let below = Self.withoutZeros(ShownScore.text(gap, levels: [], target: 0, decimals: 4))
      parts.append(
        gap > 1e-9 ? "target \(exact(target)), \(below) below it" : "target \(exact(target)), reached")
    }
    return parts.joined(separator: "; ") + "."
  }

  private func exact(_ number: Double) -> String { DecimalText.exact(number) }

  private func shown(_ number: Double) -> String { DecimalText.upToFour(number) }

  private static func withoutZeros(_ text: String) -> String { DecimalText.withoutZeros(text) }

  private func percent(_ share: Double) -> String { DecimalText.rounded(share * 100, decimals: 0) + " %" }
}
