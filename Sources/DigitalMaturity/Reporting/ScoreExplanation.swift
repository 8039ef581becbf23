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
        case .areas: steps += ruleSteps(ruleExplanation)
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
    let rule = ruleExplanation
    let isOneSet = rule?.isKnown ?? false
    var steps = answerSteps(rule) + (isOneSet ? ruleSteps(rule) : rule?.method ?? [])
    let people = score.people ?? 0
    let respondents = group.respondents ?? 0
    guard people > 0 else { return steps }
    // Figures that were measured are one set, which nobody gave and nothing is averaged over.
    if people == 1, context.assessment.questionnaire(scorecard.questionnaire)?.isMeasured ?? false {
      return isOneSet ? steps : steps + [step(.ruleMakes, ["score": shown(score.score.value ?? 0)])]
    }
    let without = respondents - people
    steps.append(
      Explanation.Step(
        say(
          without > 0
            ? (isAgreed ? .eachAgreedWithout : .eachPersonWithout) : isAgreed ? .eachAgreed : .eachPerson,
          ["people": people, "respondents": respondents, "without": without]),
        details: score.reasonsWithout.map { Explanation.Step(context.sentence($0)) }))
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

  /// Each question is summarised, then the rule is applied.
  private var questionSteps: [Explanation.Step] {
    let how: ExplanationMessage =
      switch score.provenance.questionSummary {
      case .mean: .questionsAveraged
      case .median: .questionsMiddle
      case .interpolatedMedian: .questionsInterpolated
      }
    let rule = ruleExplanation
    return answerSteps(rule) + [step(how)] + ruleSteps(rule)
  }

  /// What the rule makes of what is known; of results that another state of the assessment was scored for, its score alone.
  private func ruleSteps(_ rule: RuleExplanation?) -> [Explanation.Step] {
    if let rule { return rule.steps }
    return score.score.value.map { [step(.ruleMakes, ["score": shown($0)])] } ?? []
  }

  private var ruleExplanation: RuleExplanation? {
    RuleExplanation(context: context, scorecard: scorecard, group: group, score: score)
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

  /// Says that numbers are rounded, where a calculator would show it.
  private func noted(_ text: String, _ numbers: [Double]) -> Explanation.Step {
    numbers.allSatisfy { exact($0) == shown($0) }
      ? Explanation.Step(text) : Explanation.Step("\(text) \(say(.rounded))")
  }

  /// What became of each question.
  private func answerSteps(_ rule: RuleExplanation?) -> [Explanation.Step] {
    var questions: [Explanation.Step] = []
    for item in score.provenance.items {
      guard let question = group.questions.first(where: { $0.id.rawValue == item.id }) else { continue }
      guard let statuses = question.statuses else {
        questions.append(step(.questionWithheld, ["id": item.id]))
        continue
      }
      questions.append(
        Explanation.Step(
          say(.questionStatuses, ["id": item.id, "statuses": context.words(statuses)]),
          details: question.distribution.isEmpty ? [] : [scoresStep(question, rule)]))
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

  /// The answers to a question by score, and what makes one figure of them.
  private func scoresStep(_ question: QuestionResult, _ rule: RuleExplanation?) -> Explanation.Step {
    var products = question.distribution.map { "\($0.count) × \(shown($0.score))" }
    let unscored = (question.statuses?[.answered] ?? 0) - question.distribution.reduce(0) { $0 + $1.count }
    if unscored > 0 { products.append("\(unscored) × \(say(.none))") }
    let scores = products.joined(separator: ", ")
    let summary = score.provenance.unit == .question ? score.provenance.questionSummary : .mean
    if summary == .mean {
      let mean = question.mean.value.map { shown($0) } ?? say(.none)
      return step(
        question.weighting == nil ? .scoresAndMean : .scoresAndWeightedMean, ["scores": scores, "mean": mean])
    }
    let median = question.statistics.then(\.median).value
    let middle = rule?.figure(of: question.id) ?? median
    let shownMiddle = middle.map { shown($0) } ?? say(.none)
    guard question.weighting == nil else {
      return step(.scoresAndWeightedMiddle, ["scores": scores, "median": shownMiddle])
    }
    // As the answers that share the middle lie: see `Distribution.interpolatedMedian(on:)`.
    guard summary == .interpolatedMedian, let median, let middle,
      let distribution = question.distribution.asDistribution.value,
      let place = distribution.values.firstIndex(of: median), distribution.counts[place] > 1
    else { return step(.scoresAndMiddle, ["scores": scores, "median": shownMiddle]) }
    let below = distribution.counts[..<place].reduce(0, +)
    let equal = distribution.counts[place]
    let share = (Double(distribution.n) / 2 - Double(below)) / Double(equal) - 0.5
    return step(
      .scoresAndMiddleShared,
      [
        "scores": scores, "median": shown(median), "below": below, "equal": equal, "count": distribution.n,
        "step": shown(share == 0 ? 1 : (middle - median) / share), "middle": shown(middle),
      ])
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
