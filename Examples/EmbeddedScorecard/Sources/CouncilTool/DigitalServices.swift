public import DigitalMaturity
import MaturityReports
import MaturityScoringRules

/// The first assessment, built in Swift: how digital the council's services are, by those who run them.
public enum DigitalServices {
  /// The same checks run as for an assessment that is read from a document; all problems are thrown at once.
  public static func assessment() throws(DocumentError) -> Assessment {
    var draft = AssessmentDraft(id: "digital-services", version: "1.0.0", title: "Digital services")
    draft.levels = [
      MaturityLevel(id: "paper", value: 1, name: "On paper"),
      MaturityLevel(id: "partly", value: 3, from: 2.5, name: "Partly digital"),
      MaturityLevel(id: "digital", value: 5, from: 4, name: "Digital"),
    ]
    draft.areas = [
      Area(id: "online", name: "Online services", weight: 2, target: 4),
      Area(id: "help", name: "Help for residents", target: 4),
      Area(id: "tools", name: "Tools for staff", target: 3.5),
    ]
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean(), minimumAnswered: 0.5))
    draft.questionnaires = [questionnaire]
    (draft.workstreams, draft.actions, draft.projects) = (workstreams, actions, projects)
    return try Assessment(draft)
  }

  /// What its results can be written as. Built in Swift, it needs no names of rules and kinds.
  public static var vocabulary: Vocabulary {
    var vocabulary = Vocabulary()
    vocabulary.add(TextTableReportFormat())
    vocabulary.add(HTMLReportFormat())
    vocabulary.add(MetricsFormat())
    return vocabulary
  }

  /// What staff are asked.
  public static let questionnaire = Questionnaire(
    id: "staff", title: "How digital is your service?", audience: "staff",
    attributes: [
      Attribute(
        id: "site", text: "Where do you work?",
        values: [.init(id: "town-hall", label: "Town hall"), .init(id: "depot", label: "Depot")])
    ],
    sections: [
      .init(
        id: "service", title: "Your service",
        questions: [
          statement("start", "Residents can ask for it online.", area: "online"),
          statement("track", "Residents can see online how far it is.", area: "online"),
          statement("assist", "Somebody helps those who cannot do it online.", area: "help"),
          statement("plain", "Our letters and pages are easy to read.", area: "help"),
          statement("retype", "We type in what residents wrote on paper.", area: "tools", isReversed: true),
          statement("kit", "My computer does what I need.", area: "tools"),
        ])
    ])

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
