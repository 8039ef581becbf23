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
    return noted(writer.explanation)
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
    let writer = QuestionExplanationWriter(
      context: self, scorecard: scorecard, group: group, question: question, result: result)
    return noted(writer.explanation)
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
        // What groups agreed on is no sample of anybody.
        if !isAgreed, let note = ScoreStatistics.note(on: score.people, in: context.options.words) {
          steps.append(Explanation.Step(note))
        }
      }
    }
    return Explanation(title: title, steps: steps, result: result)
  }

  private var isAgreed: Bool { scorecard.mode == .consensus }

  private func say(
    _ message: ExplanationMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> String {
    context.say(message, arguments)
  }

  private func step(
    _ message: ExplanationMessage, _ arguments: KeyValuePairs<String, any MessageArgument> = [:]
  ) -> Explanation.Step {
    Explanation.Step(say(message, arguments))
  }

  private var title: String {
    say(
      .scoreTitle,
      [
        "name": score.name, "kind": say(kind), "id": score.subject.id,
        "questionnaire": scorecard.questionnaire.rawValue, "people": context.people(of: group, in: scorecard),
      ])
  }

  private var kind: ExplanationMessage {
    switch score.subject.kind {
    case .area: .kindArea
    case .theme: .kindTheme
    case .principle: .kindPrinciple
    case .literacy: .kindLiteracy
    case .overall: .kindOverall
    }
  }

  private var itemsStep: Explanation.Step {
    let provenance = score.provenance
    let items = provenance.items.map { item in
      say(item.isReversed ? .itemReversed : .item, ["id": item.id, "weight": exact(item.weight)])
    }
    return step(
      provenance.source == .areas ? .madeOfAreas : .madeOfQuestions,
      ["count": items.count, "items": items.joined(separator: ", ")])
  }

  private var policyStep: Explanation.Step {
    let provenance = score.provenance
    var clauses = [
      provenance.settings.isEmpty
        ? say(.rule, ["rule": provenance.rule])
        : say(.ruleWith, ["rule": provenance.rule, "settings": provenance.settings.joined(separator: ", ")])
    ]
    switch provenance.missing {
    case .omit: clauses.append(say(.blanksLeftOut))
    case .lowest: clauses.append(say(.blankLowest))
    case .block: clauses.append(say(.blankBlocks))
    }
    clauses.append(say(provenance.dontKnow == .lowest ? .dontKnowLowest : .dontKnowBlank))
    if provenance.minimumAnswered > 0 {
      clauses.append(say(.least, ["share": shown(provenance.minimumAnswered * 100)]))
    }
    return Explanation.Step(clauses.joined(separator: "; ") + ".")
  }

  /// Each person is scored, then people are averaged.
  private var peopleSteps: [Explanation.Step] {
    var steps = answerSteps + ceilingSteps
    let people = score.people ?? 0
    let respondents = group.respondents ?? 0
    guard people > 0 else { return steps }
    // Figures that were measured are one set, which nobody gave and nothing is averaged over.
    if people == 1, context.assessment.questionnaire(scorecard.questionnaire)?.isMeasured ?? false {
      return steps + [step(.ruleMakes, ["score": shown(score.score.value ?? 0)])]
    }
    let without = respondents - people
    steps.append(
      step(
        without > 0
          ? (isAgreed ? .eachAgreedWithout : .eachPersonWithout) : isAgreed ? .eachAgreed : .eachPerson,
        ["people": people, "respondents": respondents, "without": without]))
    if score.distribution.isEmpty {
      steps.append(step(.scoresWithheld))
      return steps
    }
    let products = score.distribution.map { "\($0.count) × \(shown($0.score))" }.joined(separator: ", ")
    steps.append(
      noted(say(isAgreed ? .agreedByScore : .peopleByScore, ["products": products]), score.distribution.map(\.score)))
    if let weighting = score.weighting, let population = scorecard.population {
      let weighted = WeightedExplanation(
        context: context, scorecard: scorecard, population: population, weighting: weighting, people: people,
        mean: score.score.value ?? 0)
      return steps + weighted.steps { $0.score(of: score.subject).map { ($0.people, $0.score) } }
    }
    let sum = score.distribution.reduce(0) { $0 + Double($1.count) * $1.score }
    steps.append(
      step(
        isAgreed ? .sumOfAgreed : .sumOfPeople,
        ["sum": shown(sum), "people": people, "mean": shown(score.score.value ?? 0)]))
    return steps
  }

  private var ceilingSteps: [Explanation.Step] {
    let ceilings = CeilingExplanation(context: context, scorecard: scorecard, group: group, score: score)
    return ceilings.step.map { [$0] } ?? []
  }

  /// Each question is summarised, then the rule is applied.
  private var questionSteps: [Explanation.Step] {
    let (summary, sums, how): (KeyPath<ScoreStatistics, Figure<Double>>, Sums, ExplanationMessage) =
      switch score.provenance.questionSummary {
      case .mean: (\.mean, .means, .questionsAveraged)
      case .median: (\.median, .medians, .questionsMiddle)
      case .interpolatedMedian: (\.interpolatedMedian, .medians, .questionsInterpolated)
      }
    let parts = score.provenance.items.compactMap { item in
      group.questions.first { $0.id.rawValue == item.id }.map {
        (item: item, name: item.id, score: $0.statistics.then { $0[keyPath: summary] })
      }
    }
    return answerSteps + [step(how)] + sumSteps(parts, sums) + ceilingSteps
  }

  /// What each part does to the score, the strongest first.
  private var effectsStep: Explanation.Step? {
    guard let value = score.score.value, !score.effects.isEmpty else { return nil }
    let isOfAreas = score.provenance.source == .areas
    func change(_ figure: Figure<Double>) -> Double { figure.value.map { $0 - value } ?? 0 }
    func words(_ figure: Figure<Double>) -> String {
      guard let other = figure.value else {
        return say(.noScoreBecause, ["reason": context.sentence(figure.reason)])
      }
      let change = other - value
      if abs(change) < 0.5e-4 { return say(.noChange, ["score": shown(other)]) }
      return say(change > 0 ? .more : .less, ["score": shown(other), "change": shown(abs(change))])
    }
    // Numbers have no next higher answer, which need not be said of each.
    let isOpen = score.effects.allSatisfy { $0.oneHigher.reason?.code == .openItem }
    let details = score.effects.sorted { abs(change($0.without)) > abs(change($1.without)) }.map { effect in
      step(
        isOfAreas ? .effectOfArea : isOpen ? .effectOfOpen : .effectOfQuestion,
        ["id": effect.id, "without": words(effect.without), "higher": words(effect.oneHigher)])
    }
    return Explanation.Step(say(isOfAreas ? .effectsOfAreas : .effectsOfQuestions), details: details)
  }

  private var areaSteps: [Explanation.Step] {
    let parts = score.provenance.items.compactMap { item in
      group.areas.first { $0.subject.id == item.id }.map { (item: item, name: $0.name, score: $0.score) }
    }
    return sumSteps(parts, .scores)
  }

  /// What is added up.
  private enum Sums {
    case means, medians, scores

    var products: ExplanationMessage {
      switch self {
      case .means: .weightTimesMean
      case .medians: .weightTimesMedian
      case .scores: .weightTimesScore
      }
    }

    var missing: ExplanationMessage {
      switch self {
      case .means: .hasNoMean
      case .medians: .hasNoMedian
      case .scores: .hasNoScore
      }
    }
  }

  /// What a rule makes of the parts. Any rule whose score is their weighted mean is shown as the sum it is.
  private func sumSteps(
    _ parts: [(item: Provenance.Item, name: String, score: Figure<Double>)], _ sums: Sums
  ) -> [Explanation.Step] {
    var steps: [Explanation.Step] = []
    let known = parts.compactMap { part in part.score.value.map { (item: part.item, name: part.name, score: $0) } }
    if !known.isEmpty {
      let products = known.map { "\(exact($0.item.weight)) × \(shown($0.score)) (\($0.name))" }
      steps.append(noted(say(sums.products, ["products": products.joined(separator: ", ")]), known.map(\.score)))
    }
    for part in parts {
      if let reason = part.score.reason {
        steps.append(step(sums.missing, ["name": part.name, "reason": context.sentence(reason)]))
      }
    }
    guard let value = score.score.value else { return steps }
    let sum = known.reduce(0) { $0 + $1.item.weight * $1.score }
    let weights = known.reduce(0) { $0 + $1.item.weight }
    if weights > 0, abs(sum / weights - value) < 1e-9 {
      steps.append(step(.sumOfWeights, ["sum": shown(sum), "weights": shown(weights), "mean": shown(value)]))
    } else {
      steps.append(step(.ruleMakes, ["score": shown(value)]))
    }
    return steps
  }

  /// Says that numbers are rounded, where a calculator would show it.
  private func noted(_ text: String, _ numbers: [Double]) -> Explanation.Step {
    numbers.allSatisfy { exact($0) == shown($0) }
      ? Explanation.Step(text) : Explanation.Step("\(text) \(say(.rounded))")
  }

  /// What became of each question.
  private var answerSteps: [Explanation.Step] {
    var questions: [Explanation.Step] = []
    for item in score.provenance.items {
      guard let question = group.questions.first(where: { $0.id.rawValue == item.id }) else { continue }
      guard let statuses = question.statuses else {
        questions.append(step(.questionWithheld, ["id": item.id]))
        continue
      }
      let scores = question.distribution.map { "\($0.count) × \(shown($0.score))" }.joined(separator: ", ")
      let mean = question.mean.value.map { shown($0) } ?? say(.none)
      let message: ExplanationMessage = question.weighting == nil ? .scoresAndMean : .scoresAndWeightedMean
      questions.append(
        Explanation.Step(
          say(.questionStatuses, ["id": item.id, "statuses": context.words(statuses)]),
          details: scores.isEmpty ? [] : [step(message, ["scores": scores, "mean": mean])]))
    }
    var steps = [Explanation.Step(say(.whatBecame), details: questions)]
    if let coverage = score.coverage.value, let statuses = score.statuses {
      steps.append(
        step(
          .answeredOf,
          [
            "answered": statuses[.answered], "applicable": statuses.applicable,
            "share": DecimalText.rounded(coverage * 100, decimals: 0),
          ]))
    }
    return steps
  }

  private var result: String {
    guard let value = score.score.value else { return say(.noScore, ["reason": context.sentence(score.score.reason)]) }
    let levels = score.level == nil ? [] : context.assessment.levels
    let text = ShownScore.text(value, levels: levels, target: score.target, decimals: 4)
    var clauses = [say(.score, ["score": withoutZeros(text)])]
    if let id = score.level, let level = context.assessment.levels.first(where: { $0.id == id }) {
      clauses.append(
        say(.levelFrom, ["level": level.name.text(in: context.options.language), "from": exact(level.from)]))
    }
    if let target = score.target, let gap = score.gap {
      let below = withoutZeros(ShownScore.text(gap, levels: [], target: 0, decimals: 4))
      clauses.append(
        say(gap > 1e-9 ? .targetBelow : .targetReached, ["target": exact(target), "gap": below]))
    }
    return clauses.joined(separator: "; ") + "."
  }

  private func exact(_ number: Double) -> String { context.exact(number) }

  private func shown(_ number: Double) -> String { context.shown(number) }

  private func withoutZeros(_ text: String) -> String { context.options.words.decimal(DecimalText.withoutZeros(text)) }
}
