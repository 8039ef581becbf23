import DigitalMaturity

extension RuleExample {
  /// An example of questions from 1 to 5, called q1, q2 and so on, each with a score.
  static func points(_ definition: String, _ scores: [Double], weights: [Double] = []) -> RuleExample {
    RuleExample(
      definition,
      scores.enumerated().map { index, score in
        let weight = weights.indices.contains(index) ? weights[index] : 1
        return (ScoringItem(id: "q\(index + 1)", weight: weight, minimum: 1, maximum: 5), ItemAnswer(score: score))
      })
  }
}
