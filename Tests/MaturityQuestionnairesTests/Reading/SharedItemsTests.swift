import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityYAML
import Testing

@Suite("Questions and attributes taken from another questionnaire") struct SharedItemsTests {
  private struct Text: DocumentSource {
    let text: String
    func bytes(at path: String, limit: Int) throws(DocumentError) -> [UInt8] { Array(text.utf8) }
  }

  private static let long = """
      - id: long
        title: Long
        attributes:
          - {id: team, text: Your team?, values: [{id: north, label: North}]}
        answers:
          agree: [{id: no, label: Disagree, score: 1}, {id: yes, label: Agree, score: 5}]
        sections:
          - id: s
            questions:
              - {id: led, kind: agreement, text: Are we led?, options: agree, measures: {areas: [work]}, weight: 2}
              - {id: why, kind: text, text: Why?, show-when: {question: led, is: no}}
              - {id: sure, kind: yes-no, text: Sure?}
    """

  private func read(_ others: String, long: String = SharedItemsTests.long) -> (Assessment?, [String]) {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    let head = """
      format: 1
      id: sample
      version: 1.0.0
      title: Sample
      levels: [{id: low, value: 1, name: Low}, {id: high, value: 5, name: High}]
      areas: [{id: work, name: Work}]
      scoring: {areas: {rule: weighted-mean}}
      questionnaires:

      """
    do throws(DocumentError) {
      let assessment = try vocabulary.readAssessment(from: Text(text: head + others + "\n" + long))
      return (assessment, assessment.warnings.map(\.description))
    } catch {
      return (nil, error.diagnostics.map(\.description))
    }
  }

  private func short(_ items: String, attributes: String = "[]", id: String = "short") -> String {
    """
      - id: \(id)
        title: Short
        attributes: \(attributes)
        sections:
          - id: s
            questions: \(items)
    """
  }

  /// The user stands before the questionnaire that it takes from, and has no answer sets of its own.
  @Test func theyAreTheSameInEveryWord() throws {
    let (read, problems) = read(
      short(
        "[{use: led, from: long}, {use: why, from: long}, {id: own, kind: text, text: Else?}]",
        attributes: "[{use: team, from: long}]"))
    #expect(problems == [])
    let assessment = try #require(read)
    let long = try #require(assessment.questionnaire("long"))
    let short = try #require(assessment.questionnaire("short"))
    #expect(short.questions.map(\.id) == ["led", "why", "own"])
    #expect(short.attributes == long.attributes)
    for (used, written) in zip(short.questions.prefix(2), long.questions) {
      #expect(used.text == written.text)
      #expect(used.answers.options == written.answers.options)
      #expect(used.measures == written.measures)
      #expect(used.weight == written.weight)
      #expect(used.showWhen == written.showWhen)
    }
  }

  @Test func aReferenceMayLeadToAReference() throws {
    let (read, problems) = read(
      short("[{use: led, from: middle}]") + "\n" + short("[{use: led, from: long}]", id: "middle"))
    #expect(problems == [])
    #expect(read?.questionnaire("short")?.questions.first?.text == "Are we led?")
  }

  @Test(arguments: [
    (
      "[{use: ledd, from: long}]",
      [
        "assessment.yaml:14:27: error: the questionnaire “long” has no question “ledd”; did you mean “led”? [unknown-reference]"
      ]
    ),
    (
      "[{use: led, from: lnog}]",
      [
        "assessment.yaml:14:38: error: there is no questionnaire “lnog” to take this question from; did you mean “long”? [unknown-reference]"
      ]
    ),
    ("[{use: led}]", ["assessment.yaml:14:21: error: “from” is missing here; add it [missing-key]"]),
    (
      "[{use: led, from: long, weight: 3}]",
      ["assessment.yaml:14:44: error: unknown key “weight”; known here: use, from [unknown-key]"]
    ),
    (
      "[{use: sure, from: long}, {use: sure, from: long}]",
      [
        "assessment.yaml:14:46: error: the id “sure” is already a question's in this questionnaire; give one another id [duplicate-id]"
      ]
    ),
    (
      "[{use: why, from: long}]",
      ["assessment.yaml:14:21: error: there is no question “led”; known here: why [unknown-reference]"]
    ),
    (
      "[{use: own, from: short}]",
      [
        "assessment.yaml:14:21: error: these questionnaires take the question “own” from each other in a circle: short → short; write it out in one of them [use-cycle]"
      ]
    ),
  ])
  func mistakesHaveAPlaceAndAMend(_ items: String, _ expected: [String]) {
    let (_, problems) = read(short(items))
    #expect(problems == expected)
  }

  @Test func aCircleIsReportedOnce() {
    let (_, problems) = read(
      short("[{use: own, from: other}]") + "\n" + short("[{use: own, from: short}]", id: "other"))
    #expect(
      problems == [
        "assessment.yaml:14:21: error: these questionnaires take the question “own” from each other in a circle: other → short → other; write it out in one of them [use-cycle]"
      ])
  }

  @Test func whatIsWrongWithItIsToldWhereItIsWritten() {
    let wrong = Self.long.replacing("text: Are we led?", with: "text: \"\"").replacing("weight: 2", with: "weight: -2")
      .replacing("label: Agree,", with: "label: Disagree,").replacing("text: Your team?", with: "text: \"\"")
    let (_, problems) = read(
      short("[{use: led, from: long}]", attributes: "[{use: team, from: long}]"), long: wrong)
    #expect(
      problems.map { $0.split(separator: ":").prefix(3).joined(separator: ":") } == [
        "assessment.yaml:18:26", "assessment.yaml:20:69", "assessment.yaml:24:46", "assessment.yaml:24:101",
      ], "\(problems)")
  }

  @Test func anUnknownAttributeIsNamedWithTheNearest() {
    let (_, problems) = read(short("[{use: led, from: long}]", attributes: "[{use: teem, from: long}]"))
    #expect(
      problems == [
        "assessment.yaml:11:24: error: the questionnaire “long” has no attribute “teem”; did you mean “team”? [unknown-reference]"
      ])
  }
}
