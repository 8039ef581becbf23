import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityYAML
import Testing

/// Three areas with a question each, scored from 1 to 5.
struct PlanSample {
  var id = "plan"
  var version = "1.0.0"
  /// YAML of `actions:`, `projects:` and `workstreams:`.
  var programme = ""
  /// What the second question says.
  var onlineText = "How far are services online?"
  var onlineWeight = 1
  /// What leadership aims for.
  var target = 4
  var levels = "[{id: low, value: 1, name: Low}, {id: high, value: 5, name: High}]"
  var mode = "individual"
  /// Where the assessment says that it comes from.
  var source = "Ours."

  func assessment() throws -> Assessment {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    let text = """
      format: 1
      id: \(id)
      version: \(version)
      title: Plan
      source: \(source)
      levels: \(levels)
      areas:
        - {id: leadership, name: Leadership, target: \(target)}
        - {id: online, name: Online services, target: 4, weight: 2}
        - {id: people, name: People, target: 4}
      scoring: {areas: {rule: weighted-mean}}
      questionnaires:
        - id: staff
          audience: employees
          mode: \(mode)
          title: Staff
          attributes:
            - {id: team, text: Which team?, values: [{id: north, label: North}, {id: south, label: South}]}
          answers:
            five:
              - {id: a, label: One, score: 1}
              - {id: b, label: Two, score: 2}
              - {id: c, label: Three, score: 3}
              - {id: d, label: Four, score: 4}
              - {id: e, label: Five, score: 5}
          sections:
            - id: all
              title: All
              questions:
                - {id: led, kind: choice, text: How well are you led?, options: five, measures: {areas: [leadership]}}
                - {id: served, kind: choice, text: "\(onlineText)", options: five, measures: {areas: [online]},
                   weight: \(onlineWeight)}
                - {id: able, kind: choice, text: How able are you?, options: five, measures: {areas: [people]}}
      \(programme)
      """
    return try vocabulary.readAssessment(from: MemorySource(texts: ["assessment.yaml": text]))
  }

  /// Published results, a person a list of three scores (0 for no answer) and a team (empty for not stated).
  func results(_ people: [([Int], String)], threshold: Int = 5) throws -> PublishableScorecard {
    let assessment = try assessment()
    let questionnaire = try #require(assessment.questionnaire("staff"))
    let scorer = try Scorer(assessment, questionnaire: "staff", breakdowns: [["team"]])
    var sheet = AnswerSheet(for: questionnaire)
    let ids = questionnaire.questions.map(\.id)
    for (scores, team) in people {
      var answers: [Identifier<Question>: Answer] = [:]
      for (id, score) in zip(ids, scores) where score > 0 {
        answers[id] = .option(Identifier(["a", "b", "c", "d", "e"][score - 1]))
      }
      try sheet.add(answers, attributes: team.isEmpty ? [:] : ["team": Identifier(team)], to: questionnaire)
    }
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    return scorer.scorecard(tally).published(under: DisclosurePolicy(threshold: threshold))
  }

  /// Everyone answers the same, ten in each team.
  func results(all scores: [Int]) throws -> PublishableScorecard {
    try results(Array(repeating: (scores, "north"), count: 10) + Array(repeating: (scores, "south"), count: 10))
  }
}
