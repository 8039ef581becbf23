/// Explains what a rule makes of one set of answers, such as what one group agreed on, what `unit: question` makes of
/// everybody's, or the areas of a theme; of many people's, how each is scored, since published results do not tell who.
struct RuleExplanation {
  private let context: ReportContext
  private let score: SubjectScore
  private let definition: ScoringDefinition
  /// The items, nothing answered.
  private let asked: ScoringContext
  /// What each item counts as; nil for those of many people.
  private let answers: [ItemAnswer]?
  /// Why an item has no figure.
  private let reasons: [String: Undefined]
  private let writer: RuleWriter

  /// Nil for results that another state of the assessment was scored for.
  init?(context: ReportContext, scorecard: PublishableScorecard, group: GroupResult, score: SubjectScore) {
    guard let plan = context.assessment.scoring else { return nil }
    let provenance = score.provenance
    self.context = context
    self.score = score
    switch provenance.source {
    case .questions:
      guard let questionnaire = context.assessment.questionnaire(scorecard.questionnaire),
        let bound = Scorer.bind(plan, context.assessment, questionnaire.questions)
          .first(where: { $0.subject == score.subject })
      else { return nil }
      definition = bound.definition
      asked = bound.context
      let known = bound.items.map { Self.answer(to: $0, bound.definition, in: group) }
      answers = known.contains { $0 == nil } ? nil : known.compactMap(\.self)
      reasons = Dictionary(
        group.questions.compactMap { result in result.mean.reason.map { (result.id.rawValue, $0) } },
        uniquingKeysWith: { first, _ in first })
      let isSummary = definition.unit == .question
      writer = RuleWriter(
        words: context.options.words,
        products: !isSummary
          ? .weightTimesScore : definition.questionSummary == .mean ? .weightTimesMean : .weightTimesMedian)
    case .areas:
      guard let definition = score.subject == .overall ? plan.overall : plan.themes else { return nil }
      let members = context.assessment.areas.filter { area in provenance.items.contains { $0.id == area.id.rawValue } }
      let areas = members.compactMap { member in group.areas.first { $0.subject.id == member.id.rawValue } }
      guard areas.count == members.count else { return nil }
      self.definition = definition
      asked = ScoringContext(
        unit: definition.unit, levels: context.assessment.levels,
        items: ScorecardMaker.items(members, context.assessment.levels), answers: [])
      answers = areas.map(ScorecardMaker.answer)
      reasons = Dictionary(
        areas.compactMap { area in area.score.reason.map { (area.subject.id, $0) } },
        uniquingKeysWith: { first, _ in first })
      writer = RuleWriter(
        words: context.options.words,
        names: Dictionary(areas.map { ($0.subject.id, $0.name) }, uniquingKeysWith: { first, _ in first }))
    }
    guard type(of: definition.rule).name == provenance.rule,
      definition.rule.settings.description == provenance.settings
    else { return nil }
  }

  /// Whether the answers are known, so that the score can be calculated anew.
  var isKnown: Bool { answers != nil }

  /// What a question counts as.
  func figure(of question: Identifier<Question>) -> Double? {
    asked.items.firstIndex { $0.id == question.rawValue }.flatMap { answers?[$0].score }
  }

  /// How each of many is scored.
  var method: [Explanation.Step] { writer.method(of: definition.rule, asked) }

  /// The calculation; none where the answers are not known.
  var steps: [Explanation.Step] {
    guard let answers else { return [] }
    var counted = answers
    let reason = definition.prepare(&counted, items: asked.items, count: asked.itemCount)
    var steps: [Explanation.Step] = []
    for (index, item) in asked.items.prefix(asked.itemCount).enumerated() where answers[index].score == nil {
      let name = writer.name(of: item)
      if reason == nil, let lowest = counted[index].score {
        steps.append(writer.step(ExplanationMessage.countsAsLowest, ["name": name, "score": writer.exact(lowest)]))
      } else if let reason = reasons[item.id] {
        steps.append(writer.step(missing, ["name": name, "reason": context.sentence(reason)]))
      }
    }
    guard reason == nil, let value = score.score.value else { return steps }
    var scored = asked
    scored.answers = counted
    guard let own = definition.rule.score(scored).value, (own - value).magnitude <= 1e-9 * max(1, value.magnitude)
    else {
      return steps + [
        writer.countsAs(scored.scored), writer.step(ExplanationMessage.ruleMakes, ["score": writer.number(value)]),
      ]
    }
    return steps + writer.steps(of: definition.rule, scored)
  }

  private var missing: ExplanationMessage {
    if score.provenance.source == .areas || definition.unit == .respondent { return .hasNoScore }
    return definition.questionSummary == .mean ? .hasNoMean : .hasNoMedian
  }

  /// What became of a question, where it is one answer or stands as one.
  private static func answer(
    to item: BoundItem, _ definition: ScoringDefinition, in group: GroupResult
  ) -> ItemAnswer? {
    guard let result = group.questions.first(where: { $0.id == item.question.id }), let statuses = result.statuses
    else { return nil }
    if definition.unit == .question {
      return ScorecardMaker.summary(of: result, as: item.item, definition.questionSummary)
    }
    guard statuses.total == 1, let status = AnswerStatus.allCases.first(where: { statuses[$0] == 1 }) else {
      return nil
    }
    guard status == .answered else { return ItemAnswer(status) }
    if case .open = item.question.answers { return result.distribution.first.map { ItemAnswer(score: $0.score) } }
    let chosen = result.options.firstIndex { $0.count == 1 }
    return chosen.map { item.answers[$0] }
  }
}
