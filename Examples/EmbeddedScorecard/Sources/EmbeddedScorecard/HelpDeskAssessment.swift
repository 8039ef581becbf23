import DigitalMaturity
import MaturityScoringRules

/// A small assessment built in Swift: two areas, four statements, one attribute.
enum HelpDeskAssessment {
  static let questionnaire = Questionnaire(
    id: "help-desk", title: "How our help desk works", audience: "staff",
    attributes: [
      Attribute(
        id: "site", text: "Where do you work?",
        values: [.init(id: "town-hall", label: "Town hall"), .init(id: "depot", label: "Depot")])
    ],
    sections: [
      .init(
        id: "help", title: "Help",
        questions: [
          statement("quick", "I get an answer the same day.", area: "support"),
          statement("clear", "I understand the answer.", area: "support"),
          statement("kit", "My computer does what I need.", area: "tools"),
          statement("slow", "I wait for my computer every day.", area: "tools", isReversed: true),
        ])
    ])

  /// The same checks run as for an assessment that is read from YAML.
  static func make() throws -> Assessment {
    var draft = AssessmentDraft(id: "help-desk", version: "1.0.0", title: "Help desk")
    draft.levels = [
      MaturityLevel(id: "weak", value: 1, name: "Weak"),
      MaturityLevel(id: "fair", value: 2.5, from: 2, name: "Fair"),
      MaturityLevel(id: "strong", value: 5, from: 3.5, name: "Strong"),
    ]
    draft.areas = [
      Area(id: "support", name: "Support", target: 4),
      Area(id: "tools", name: "Tools", target: 3.5),
    ]
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean(), minimumAnswered: 0.5))
    draft.questionnaires = [questionnaire]
    return try Assessment(draft)
  }

  private static func statement(
    _ id: Identifier<Question>, _ text: LocalizedText, area: Identifier<Area>, isReversed: Bool = false
  ) -> Question {
    let words = ["No", "Hardly", "Partly", "Mostly", "Yes"]
    let options = words.enumerated().map { index, word in
      AnswerOption(id: Identifier("a\(index + 1)"), label: LocalizedText(word), score: Double(index + 1))
    }
    return Question(
      id: id, kind: "agreement", text: text, answers: .closed(options), measures: Measures(areas: [area]),
      isReversed: isReversed, allowed: [.dontKnow])
  }
}
