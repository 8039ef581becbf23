/// An assessment that names the rule: twelve criteria in stages 2 to 5, each met (1) or not (0).
enum StagesDocument {
  static let yaml = """
    format: 1
    id: stages
    version: 1.0.0
    title: Stages
    levels:
      - {id: stage-1, value: 1, name: Stage 1}
      - {id: stage-2, value: 2, name: Stage 2}
      - {id: stage-3, value: 3, name: Stage 3}
      - {id: stage-4, value: 4, name: Stage 4}
      - {id: stage-5, value: 5, name: Stage 5}
    areas: [{id: process, name: Process}]
    scoring:
      areas: {rule: stage-chain, met-at: 1}
    questionnaires:
      - id: criteria
        title: Criteria
        answers:
          met: [{id: no, label: Not met, score: 0}, {id: yes, label: Met, score: 1}]
        sections:
          - id: criteria
            title: Criteria
            questions:
    \(questions)
    """

  /// How many criteria each stage has.
  static let criteria = [(stage: 2, count: 4), (stage: 3, count: 2), (stage: 4, count: 2), (stage: 5, count: 4)]

  private static let questions = criteria.flatMap { stage, count in
    (1...count).map { number in
      "          - {id: s\(stage)-\(number), kind: choice, options: met, level: \(stage), "
        + "text: Criterion \(number) of stage \(stage), measures: {areas: [process]}}"
    }
  }.joined(separator: "\n")
}
