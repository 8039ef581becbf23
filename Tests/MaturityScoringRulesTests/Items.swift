import DigitalMaturity

/// Items scored 1 to 5 with these weights.
func items(_ weights: [Double]) -> [ScoringItem] {
  weights.enumerated().map { ScoringItem(id: "q\($0.offset)", weight: $0.element, minimum: 1, maximum: 5) }
}

/// Scores answers to items of some weights; nil is a question left blank.
func score(
  _ rule: some ScoringRule, _ scores: [Double?], weights: [Double]? = nil, references: [ScoringItem] = [],
  answers: [ItemAnswer] = []
) -> Figure<Double> {
  let own = items(weights ?? Array(repeating: 1, count: scores.count))
  return rule.score(
    ScoringContext(
      unit: .respondent, levels: [], items: own + references, itemCount: own.count,
      answers: scores.map { $0.map { ItemAnswer(score: $0) } ?? ItemAnswer(.unanswered) } + answers))
}
