import DigitalMaturity
import MaturityQuestionnaires
import MaturityTesting
import Testing

@Suite("Percentages") struct PercentageKindTests {
  private func read(_ json: String) throws -> (answers: NumberAnswers?, problems: [String]) {
    let log = DiagnosticLog()
    let document = try JSONReader.read(Array(json.utf8), file: "q.json")
    let model: AnswerModel?? = document.root.readTable(into: log) {
      PercentageKind.read(&$0, in: QuestionContext(levels: []))
    }
    var answers: NumberAnswers?
    if case .open(let kind)? = model ?? nil { answers = kind as? NumberAnswers }
    return (answers, log.diagnostics.map(\.description))
  }

  @Test func keepsTheContract() {
    let cells = ["0", "100", "33.3", "50%", " 50 % "]
    #expect(QuestionKindContract.violations(of: PercentageKind.self, question: "{}", cells: cells) == [])
    #expect(
      QuestionKindContract.violations(
        of: PercentageKind.self, question: #"{"bands": [{"from": 0, "score": 1}, {"from": 25, "score": 2}]}"#,
        cells: cells) == [])
  }

  @Test(arguments: [(0, 1), (24.9, 1), (25, 2), (99, 2), (100, 5)] as [(Double, Double)])
  func bandsAreHalfOpen(_ number: Double, _ score: Double) throws {
    let read = try read(
      #"{"bands": [{"from": 0, "score": 1}, {"from": 25, "score": 2}, {"from": 100, "score": 5}]}"#)
    #expect(read.problems == [])
    #expect(read.answers?.score(.number(number)) == score)
    #expect(read.answers?.range == 1...5)
  }

  @Test(arguments: ["-1", "100.1", "101%", "half", "1;2"]) func outsideItIsNotUnderstood(_ cell: String) {
    let bytes = Array(cell.utf8)
    #expect(NumberAnswers.percentage().encode(bytes.span) == nil)
    #expect(
      NumberAnswers.percentage().mismatch(of: bytes.span) == "is not a percentage from 0 to 100; it counts as blank")
  }

  @Test func withoutBandsItIsItsOwnScore() {
    #expect(NumberAnswers.percentage().score(.number(12.5)) == 12.5)
    #expect(NumberAnswers.percentage().range == 0...100)
    #expect(NumberAnswers.percentage().unit == "%")
  }

  @Test(arguments: [
    (
      #"{"bands": [{"from": 10, "score": 1}]}"#,
      "q.json:1:12: error: numbers from the minimum up to the first band have no band; begin the first band at the minimum [invalid-value]"
    ),
    (
      #"{"bands": [{"from": 0, "score": 1}, {"from": 101, "score": 2}]}"#,
      "q.json:1:37: error: no number reaches this band; begin it at the maximum or below, or raise that [invalid-value]"
    ),
    (
      #"{"bands": [{"from": 0, "score": 1}, {"from": 0, "score": 2}]}"#,
      "q.json:1:37: error: bands go upwards; this one overlaps the one before it, so begin it higher [invalid-value]"
    ),
    (#"{"minimum": 10}"#, "q.json:1:2: error: unknown key “minimum”; known here: bands [unknown-key]"),
  ])
  func mistakesHaveAPlaceAndAMend(_ json: String, _ problem: String) throws {
    #expect(try read(json).problems == [problem])
  }
}
