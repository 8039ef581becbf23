import DigitalMaturity
import MaturityQuestionnaires
import Testing

@Suite("Numbers and their bands") struct NumberKindTests {
  private func read(_ json: String) throws -> (answers: NumberAnswers?, problems: [String]) {
    let log = DiagnosticLog()
    let document = try JSONReader.read(Array(json.utf8), file: "q.json")
    let model: AnswerModel?? = document.root.readTable(into: log) {
      NumberKind.read(&$0, in: QuestionContext(levels: []))
    }
    var answers: NumberAnswers?
    if case .open(let kind)? = model ?? nil { answers = kind as? NumberAnswers }
    return (answers, log.diagnostics.map(\.description))
  }

  private func encode(_ answers: NumberAnswers, _ cell: String) -> OpenAnswer? {
    let bytes = Array(cell.utf8)
    return answers.encode(bytes.span)
  }

  // MARK: Bands

  @Test(arguments: [(0, 1), (24.999_999, 1), (25, 2), (49, 2), (50, 4), (1e9, 4)] as [(Double, Double)])
  func bandsAreHalfOpenAndTheLastHasNoEnd(_ number: Double, _ score: Double) throws {
    let read = try read(
      #"{"bands": [{"from": 0, "score": 1}, {"from": 25, "score": 2}, {"from": 50, "score": 4}]}"#)
    #expect(read.problems.isEmpty)
    let answers = try #require(read.answers)
    #expect(answers.score(.number(number)) == score)
    #expect(answers.range == 1...4)
    #expect(Set(answers.points) == Set(answers.bands.map(\.score)))
    #expect(encode(answers, "\(number)") == .number(number))
    #expect(encode(answers, "-1") == nil, "below the first band there is none")
  }

  @Test(arguments: [
    (
      #"{"bands": [{"from": 0, "score": 1}, {"from": 0, "score": 2}]}"#,
      "q.json:1:37: error: bands go upwards; this one overlaps the one before it, so begin it higher [invalid-value]"
    ),
    (
      #"{"bands": [{"from": 9, "score": 1}, {"from": 3, "score": 2}]}"#, "q.json:1:37: error: bands go upwards"
    ),
    (
      #"{"minimum": 0, "bands": [{"from": 5, "score": 1}]}"#,
      "q.json:1:26: error: numbers from the minimum up to the first band have no band; begin the first band at the minimum [invalid-value]"
    ),
    (
      #"{"maximum": 10, "bands": [{"from": 0, "score": 1}, {"from": 11, "score": 2}]}"#,
      "q.json:1:52: error: no number reaches this band; begin it at the maximum or below, or raise that [invalid-value]"
    ),
    (
      #"{"minimum": 5, "bands": [{"from": 0, "score": 1}, {"from": 5, "score": 2}]}"#,
      "q.json:1:26: error: no number falls into this band, which ends at the minimum or below; take it out [invalid-value]"
    ),
    (
      #"{"minimum": 9, "maximum": 1}"#,
      "q.json:1:13: error: the minimum lies above the maximum; swap them [invalid-value]"
    ),
    (#"{"bands": [{"score": 1}]}"#, "q.json:1:12: error: “from” is missing here; add it [missing-key]"),
    (
      #"{"bands": [{"from": 1, "score": "x"}]}"#,
      "q.json:1:33: error: a number belongs here, not the text “x” [wrong-type]"
    ),
    (#"{"bands": [{"from": 1, "to": 2, "score": 1}]}"#, "q.json:1:24: error: unknown key “to”"),
    (#"{"minimum": "low"}"#, "q.json:1:13: error: a number belongs here"),
    (
      #"{"bands": [7, {"from": 2, "score": 1}, {"from": 1, "score": 1}]}"#,
      "q.json:1:12: error: a mapping of keys and values belongs here, not the number 7 [wrong-type]"
    ),
  ])
  func mistakesHaveAPlaceAndAMend(_ json: String, _ problem: String) throws {
    let read = try read(json)
    #expect(read.problems.first?.hasPrefix(problem) == true, "\(read.problems)")
  }

  @Test func aBandThatCannotBeReadKeepsThePlaceOfTheOverlapAfterIt() throws {
    let read = try read(#"{"bands": [7, {"from": 2, "score": 1}, {"from": 1, "score": 1}]}"#)
    #expect(read.problems.count == 2)
    #expect(read.problems.last?.hasPrefix("q.json:1:40: error: bands go upwards") == true, "\(read.problems)")
  }

  @Test func everyBandThatIsWrongIsReported() throws {
    #expect(
      try read(#"{"bands": [{"from": 3, "score": 1}, {"from": 2, "score": 1}, {"from": 1, "score": 1}]}"#).problems
        .count == 2)
  }

  // MARK: Cells

  @Test(
    arguments: [
      ("0", 0), ("100", 100), ("+5", 5), ("12.5", 12.5), (" 7 ", 7), ("\t7\t", 7), ("50%", 50), (" 50 % ", 50),
      ("1e2", 100),
      ("007", 7), (".5", 0.5),
    ] as [(String, Double)])
  func numbersAreRead(_ cell: String, _ number: Double) {
    #expect(encode(NumberAnswers(minimum: 0, maximum: 100), cell) == .number(number))
  }

  @Test(arguments: [
    "", " ", "%", "-1", "101", "1 2", "5%0", "50%%", "1,5", "12,000", "£5", "ten", "nan", "inf", "-inf", "0x10",
    "1e999",
    "--1", "1.2.3", "e5", "é", "\0", String(repeating: "0", count: 65),
  ])
  func otherCellsAreNot(_ cell: String) {
    #expect(encode(NumberAnswers(minimum: 0, maximum: 100), cell) == nil)
  }

  @Test(arguments: [
    (NumberAnswers(), "a number"), (NumberAnswers(minimum: 0), "a number of at least 0"),
    (NumberAnswers(maximum: 2.5), "a number of at most 2.5"),
    (NumberAnswers(minimum: 0, maximum: 100), "a number from 0 to 100"),
    (NumberAnswers(bands: [.init(from: 3, score: 1)]), "a number of at least 3"),
  ])
  func saysWhatBelongsInTheCell(_ answers: NumberAnswers, _ expectation: String) {
    #expect(answers.expectation == expectation)
  }

  // MARK: Scores

  @Test func withoutBandsTheNumberIsItsOwnScoreWhereItHasBothBounds() {
    #expect(NumberAnswers(minimum: 1, maximum: 5).score(.number(2.5)) == 2.5)
    #expect(NumberAnswers(minimum: 1, maximum: 5).range == 1...5)
    #expect(NumberAnswers(minimum: 1, maximum: 5).points.isEmpty)
    #expect(NumberAnswers(minimum: 1).score(.number(2)) == nil)
    #expect(NumberAnswers(minimum: 1).range == nil)
    #expect(NumberAnswers(minimum: 1, maximum: 5).score(.text("2")) == nil)
  }

  @Test func nothingTrapsOnNumbersThatAreNone() {
    let answers = NumberAnswers(minimum: .nan, maximum: .infinity, bands: [.init(from: .nan, score: .nan)])
    #expect(answers.range == nil)
    #expect(!answers.problems.isEmpty)
    #expect(answers.score(.number(1)) == nil)
    #expect(NumberAnswers(minimum: 5, maximum: 1).range == nil)
    #expect(
      NumberAnswers(minimum: 0, maximum: 9, bands: [.init(from: 0, score: 1), .init(from: 9, score: 2)]).problems == [])
  }
}
