import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules
import MaturityTables
import MaturityYAML
import Testing

@Suite("Several options in response files") struct OptionResponsesTests {
  private static let document = """
    format: 1
    id: sample
    version: 1.0.0
    title: Sample
    levels:
      - {id: low, value: 1, name: Low}
      - {id: high, value: 5, name: High}
    areas: [{id: work, name: Work}]
    scoring: {areas: {rule: weighted-mean}}
    questionnaires:
      - id: staff
        title: Staff
        answers:
          barriers:
            - {id: cost, label: Cost}
            - {id: time, label: "Time; and patience"}
            - {id: none-of-these, label: None of these}
        sections:
          - id: s
            questions:
              - id: barriers
                kind: choices
                text: What stops you?
                options: barriers
                none: none-of-these
                score: count
                bands: [{from: 0, score: 5}, {from: 1, score: 3}, {from: 2, score: 1}]
                measures: {areas: [work]}
                allow: [dont-know]
              - id: first
                kind: ranking
                text: What matters most?
                options: [{id: price, label: Price}, {id: speed, label: Speed}, {id: care, label: Care}]
                score: {of: care, places: [5, 3, 1]}
                measures: {areas: [work]}
              - id: share
                kind: percentage
                text: How much is online?
                bands: [{from: 0, score: 1}, {from: 50, score: 5}]
                measures: {areas: [work]}
                show-when: {question: barriers, is: cost}
    """

  private func makeAssessment() throws -> Assessment {
    var vocabulary = Vocabulary()
    vocabulary.add(.yaml)
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    let bytes = Array(Self.document.utf8)
    return try vocabulary.readAssessment(from: Files(["assessment.yaml": bytes]))
  }

  private struct Files: DocumentSource {
    let files: [String: [UInt8]]
    init(_ files: [String: [UInt8]]) { self.files = files }
    func bytes(at path: String, limit: Int) throws(DocumentError) -> [UInt8] {
      guard let bytes = files[path] else { throw DocumentError(Diagnostic(.unreadableFile, "no file \(path)")) }
      return bytes
    }
  }

  private func read(_ text: String, _ file: String) throws -> (rows: [[String]], problems: [String], sheet: AnswerSheet)
  {
    let questionnaire = try #require(try makeAssessment().questionnaire("staff"))
    var reader = try ResponseReader(.bytes(Array(text.utf8)), file: file, questionnaire: questionnaire)
    var sheet = AnswerSheet(for: questionnaire)
    while let block = try reader.next() { sheet.append(block) }
    let rows = (0..<sheet.count).map { row in
      zip(questionnaire.questions, sheet.columns).map { question, column in
        switch column.openAnswer(row) {
        case .word(let word)?:
          question.optionKind?.positions(in: word).map { question.answers.options[$0].id.rawValue }.joined(
            separator: " ")
            ?? ""
        case .number(let number)?: "\(number)"
        default: AnswerCode(rawValue: column.codes[row]).status.rawValue
        }
      }
    }
    return (rows, reader.problems.list.map(\.description), sheet)
  }

  private let expected = [
    ["cost time", "care price speed", "50.0"], ["none-of-these", "speed", "unanswered"],
    ["dont-know", "unanswered", "unanswered"], ["unanswered", "unanswered", "7.5"],
  ]

  @Test func csvHasThemWithSemicolons() throws {
    let read = try read(
      """
      barriers,first,share
      Cost;Time; and patience;,care;price;speed,50 %
      none-of-these;,B,
      don't know,,
      ,,7.5

      """, "r.csv")
    #expect(read.problems == [])
    #expect(read.rows == expected)
  }

  @Test func jsonLinesHaveThemAsListsOrText() throws {
    let read = try read(
      """
      {"barriers":["cost","Time; and patience"],"first":["care","price","speed"],"share":50}
      {"barriers":"none-of-these","first":["B"]}
      {"barriers":"dont-know","first":[]}
      {"share":7.5}

      """, "r.jsonl")
    #expect(read.problems == [])
    #expect(read.rows == expected)
  }

  @Test func aWrongCellHasItsPlaceAndSaysWhatIsWrong() throws {
    let csv = try read(
      """
      barriers,first,share
      cost;tiem,care;care,half
      cost;none-of-these,price,12

      """, "r.csv")
    #expect(
      csv.problems == [
        "r.csv:2:1: warning: “cost;tiem” in column “barriers” has “tiem” in it, which is none of its options; the whole cell counts as blank; did you mean “time”? [unknown-answer]",
        "r.csv:2:2: warning: “care;care” in column “first” ranks “care” twice; it counts as blank [unknown-answer]",
        "r.csv:2:3: warning: “half” in column “share” is not a percentage from 0 to 100; it counts as blank [unknown-answer]",
        "r.csv:3:1: warning: “cost;none-of-these” in column “barriers” chooses “none-of-these”, which goes with no other option; it counts as blank [unknown-answer]",
      ])
    #expect(csv.rows == [["unanswered", "unanswered", "unanswered"], ["unanswered", "price", "12.0"]])
    let json = try read(#"{"first":["care","cafe"],"barriers":[["cost"]],"share":[5]}"#, "r.jsonl")
    #expect(
      json.problems.map { $0.prefix(22) } == [
        "r.jsonl:1:10: warning:", "r.jsonl:1:37: warning:", "r.jsonl:1:56: warning:",
      ],
      "\(json.problems)")
  }

  /// Golden by hand: barriers 1, 5; first 5, 1; share 5 and hidden.
  @Test func theyScoreAndAreCountedByOption() throws {
    let assessment = try makeAssessment()
    let read = try read("barriers,first,share\nA;B,care;price;speed,50\nC,B,100\n", "r.csv")
    let scorer = try Scorer(assessment, questionnaire: "staff")
    var tally = scorer.makeTally()
    scorer.tally(read.sheet, into: &tally)
    let everyone = try #require(scorer.scorecard(tally, intervals: .none).everyone)
    let score = try #require(everyone.areas[0].score.value)
    #expect(abs(score - 10.0 / 3) < 1e-12)
    #expect(everyone.questions[0].options.map(\.count) == [1, 1, 1])
    #expect(everyone.questions[0].statuses?[.answered] == 2)
    #expect(everyone.questions[1].options.map(\.count) == [0, 1, 1])
    // The second left price and care to share the places 2 and 3.
    #expect(everyone.questions[1].options.map(\.meanPlace) == [2.25, 2, 1.75])
    #expect(everyone.questions[2].statuses?[.notShown] == 1)
    #expect(everyone.questions[2].distribution == [ScoreCount(score: 5, count: 1)])
  }
}
