import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityYAML
import Testing

struct IndicatorsSectionTests {
  private static let head = """
    format: 1
    id: figures
    version: 1.0.0
    title: Figures
    levels: [{id: low, value: 1, name: Low}, {id: high, value: 3, name: High}]
    areas: [{id: online, name: Online, target: 3}]
    scoring: {areas: {rule: weighted-mean}, cohorts: {staff: 3, evidence: 1}}
    questionnaires:
      - id: staff
        title: Staff
        sections: [{id: all, questions: [{id: now, kind: level, text: Now?, measures: {areas: [online]}}]}]

    """

  private static let items = """
    indicators:
      id: evidence
      title: What figures show
      items:
        - id: sign-ups
          name: Sign-ups
          direction: up
          baseline: {date: 2018-01-01, value: 50, source: A paper}
          target: {value: 150, date: 2020-12-31, source: Ours}
          values:
            - {date: 2019-11-13, value: 120, source: A note, said: over 120}
          bands: [{from: 0, score: 1}, {from: 100, score: 3}]
          measures: {areas: [online]}
        - id: gave-up
          name: Gave up
          unit: "%"
          direction: down
          values: [{date: 2019-11-13, value: 25, source: A note}]
          bands: [{from: 0, score: 3}, {from: 20, score: 1}]
          measures: {areas: {online: 0.5}}
          weight: 2

    """

  private static func read(_ text: String) throws -> Assessment {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    return try vocabulary.readAssessment(from: MemorySource(texts: ["assessment.yaml": text]))
  }

  @Test("the section is content and a questionnaire")
  func contributes() throws {
    let assessment = try Self.read(Self.head + Self.items)
    #expect(assessment.warnings == [])
    let set = try #require(assessment.section(IndicatorSet.self))
    #expect(set.indicators.map(\.id.rawValue) == ["sign-ups", "gave-up"])
    #expect(set.indicators[0].progress().value == 0.7)
    #expect(set.indicators[0].values[0].said?.text == "over 120")
    let questionnaire = try #require(assessment.questionnaire("evidence"))
    #expect(questionnaire.mode == .consensus)
    #expect(questionnaire.questions.map(\.weight) == [1, 2])
    #expect(set.answers() == ["sign-ups": .number(120), "gave-up": .number(25)])
    #expect(set.answers(on: Day("2019-11-12")) == [:])
  }

  /// By hand: 120 scores 3 with weight 1, 25 scores 1 with weight 2 · 0.5; (3 + 1) / 2.
  @Test("values are scored by their bands, with their weights, and are not withheld")
  func scores() throws {
    let assessment = try Self.read(Self.head + Self.items)
    let set = try #require(assessment.section(IndicatorSet.self))
    let questionnaire = try #require(assessment.questionnaire("evidence"))
    let scorer = try Scorer(assessment, questionnaire: questionnaire.id)
    var sheet = AnswerSheet(for: questionnaire)
    try sheet.add(set.answers(), to: questionnaire)
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    let everyone = try #require(scorer.scorecard(tally).published(under: .standard).everyone)
    #expect(everyone.score(of: Subject(.area, "online"))?.score.value == 2)
  }

  @Test("the page has the figures and where they are printed")
  func page() throws {
    let assessment = try Self.read(Self.head + Self.items)
    let set = try #require(assessment.section(IndicatorSet.self))
    let page = set.page(levels: assessment.levels)
    #expect(
      page.tables[0].rows[0] == [
        "Sign-ups", "50", "120", "13\u{A0}November\u{A0}2019", "150", .share(0.7), .number(3, decimals: 1), "High",
      ])
    #expect(
      page.tables[0].rows[1] == [
        "Gave up", .none, "25\u{A0}%", "13\u{A0}November\u{A0}2019", .none, .none, .number(1, decimals: 1), "Low",
      ])
    #expect(page.tables[1].rows[1] == ["Sign-ups", "Value", "13\u{A0}November\u{A0}2019", "120", "over 120", "A note"])
    #expect(page.tables[1].rows.count == 4)
    #expect(page.data?.rows[0].dropFirst(4).first == .number(50, decimals: 2))
    let early = set.page(on: Day("2019-01-01"), levels: assessment.levels)
    #expect(early.tables[0].rows[0][2] == .none)
    let json = set.json(levels: assessment.levels).text
    #expect(json.contains("\"progress\""))
    #expect(json.contains("There is no baseline to start from."))
  }

  @Test(
    "thousands are set apart",
    arguments: [
      (999.0, "999"), (1000, "1,000"), (1_234_567.5, "1,234,567.5"), (-12_345, "-12,345"), (0.25, "0.25"),
    ])
  func thousands(_ value: Double, _ shown: String) throws {
    let measurement = Indicator.Measurement(date: .first, value: value, source: "A note")
    let indicator = Indicator(
      id: "one", name: "One", direction: .up, values: [measurement], bands: [ScoreBand(from: -1e9, score: 1)])
    let page = IndicatorSet(id: "set", title: "Set", indicators: [indicator]).page(levels: [])
    #expect(page.tables[0].rows[0][2] == .text(shown))
  }

  @Test(arguments: [
    ("direction: up", "direction: sideways", ["invalid-value"]),
    ("      direction: up\n", "", ["missing-key"]),
    ("date: 2019-11-13, value: 120", "date: 2019-02-29, value: 120", ["invalid-value"]),
    ("value: 120, source: A note, said: over 120", "value: many, source: A note", ["wrong-type"]),
    ("value: 120, source: A note, said: over 120", "value: 120", ["missing-key"]),
    ("target: {value: 150", "target: {value: 50", ["invalid-value"]),
    (
      "bands: [{from: 0, score: 1}, {from: 100, score: 3}]", "bands: [{from: 0, score: 3}, {from: 100, score: 1}]",
      ["invalid-value"]
    ),
    (
      "bands: [{from: 0, score: 3}, {from: 20, score: 1}]", "bands: [{from: 0, score: 1}, {from: 20, score: 3}]",
      ["invalid-value"]
    ),
    ("      bands: [{from: 0, score: 1}, {from: 100, score: 3}]\n", "", ["missing-key"]),
    ("{from: 100, score: 3}", "{from: 0, score: 3}", ["invalid-value"]),
    (
      "[{from: 0, score: 1}, {from: 100, score: 3}]", "[{from: 60, score: 1}, {from: 100, score: 3}]", ["invalid-value"]
    ),
    (
      "values: [{date: 2019-11-13, value: 25, source: A note}]",
      "values: [{date: 2019-11-13, value: 25, source: A note}, {date: 2019-11-13, value: 26, source: A note}]",
      ["duplicate-id"]
    ),
    ("unit: \"%\"", "units: \"%\"", ["unknown-key"]),
    ("areas: [online]", "areas: [onlin]", ["unknown-reference"]),
    ("weight: 2", "weight: -2", ["invalid-value"]),
    ("bands: [{from: 0, score: 3}, {from: 20, score: 1}]", "bands: []", ["missing-key"]),
    ("id: gave-up", "id: sign-ups", ["duplicate-id"]),
  ])
  func whatIsWrongIsSaid(_ right: String, _ wrong: String, _ codes: [String]) throws {
    let parts = Self.items.split(separator: right, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(right) stands there")
    let error = #expect(throws: DocumentError.self) { try Self.read(Self.head + parts.joined(separator: wrong)) }
    #expect(error?.diagnostics.map(\.code.rawValue) == codes, "\(error.map { "\($0)" } ?? "")")
    #expect(error?.diagnostics.allSatisfy { ($0.location?.line ?? 0) > 11 } == true)
  }
}
