import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityTesting
import MaturityYAML
import StageChain
import Testing

@Suite struct StageChainTests {
  /// Twelve criteria: four of stage 2, two of stage 3, two of stage 4, four of stage 5.
  static let items = [(2, 4), (3, 2), (4, 2), (5, 4)].flatMap { stage, count in
    (1...count).map { ScoringItem(id: "s\(stage)-\($0)", level: Double(stage), minimum: 0, maximum: 1) }
  }

  func score(_ met: [Int], statuses: [String: AnswerStatus] = [:]) -> Figure<Double> {
    var left = Dictionary(uniqueKeysWithValues: zip([2.0, 3, 4, 5], met))
    let answers = Self.items.map { item in
      if let status = statuses[item.id] { return ItemAnswer(status) }
      let stage = item.level ?? 0
      let isMet = (left[stage] ?? 0) > 0
      if isMet { left[stage, default: 0] -= 1 }
      return ItemAnswer(score: isMet ? 1 : 0)
    }
    return StageChain().score(
      ScoringContext(unit: .respondent, levels: [], items: Self.items, answers: answers))
  }

  @Test("3/4, 1/2, 1/2, 1/4 give 2.359375, as published")
  func publishedExample() {
    #expect(score([3, 1, 1, 1]) == .value(2.359375))
  }

  @Test(
    "each stage counts only as far as those before it",
    arguments: [
      ([0, 2, 2, 4], 1.0), ([4, 0, 2, 4], 2.0), ([4, 2, 0, 4], 3.0), ([4, 2, 2, 0], 4.0), ([4, 2, 2, 4], 5.0),
    ])
  func chain(_ met: [Int], _ expected: Double) {
    #expect(score(met) == .value(expected))
  }

  @Test("what does not apply is left out, a blank is not met")
  func missing() {
    #expect(score([2, 0, 0, 0], statuses: ["s2-3": .notApplicable, "s2-4": .notApplicable]) == .value(2))
    #expect(score([2, 0, 0, 0], statuses: ["s2-3": .unanswered, "s2-4": .unanswered]) == .value(1.5))
  }

  @Test("keeps the contract of scoring rules")
  func contract() {
    #expect(ScoringRuleContract.violations(of: StageChain(), items: Self.items) == [])
  }

  @Test("is named from YAML, and its options are checked there")
  func named() throws {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addQuestionnaires()
    vocabulary.addStageChain()
    func document(_ rule: String) -> MemorySource {
      MemorySource(texts: [
        "assessment.yaml": """
        format: 1
        id: one
        version: 1.0.0
        title: One
        levels: [{id: low, value: 1, name: Low}, {id: high, value: 5, name: High}]
        areas: [{id: process, name: Process}]
        scoring:
          areas: \(rule)
        questionnaires:
          - id: q
            title: Q
            sections:
              - id: s
                questions:
                  - {id: c, kind: yes-no, text: Is it met?, level: 2, measures: {areas: [process]}}
        """
      ])
    }
    let assessment = try vocabulary.readAssessment(from: document("{rule: stage-chain, met-at: 3}"))
    #expect((assessment.scoring?.areas.rule as? StageChain)?.metAt == 3)

    let error = #expect(throws: DocumentError.self) {
      try vocabulary.readAssessment(from: document("{rule: stage-chain, met-it: 3}"))
    }
    let problem = try #require(error?.diagnostics.first)
    #expect(problem.code == .unknownKey)
    #expect(problem.location == SourceLocation(file: "assessment.yaml", line: 8, column: 30))
    #expect(problem.message.contains("met-at"))
  }
}
