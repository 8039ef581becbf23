import DigitalMaturity
import MaturityTesting
import Testing

@testable import CouncilTool

@Suite("Durations") struct DurationKindTests {
  static let levels = [
    MaturityLevel(id: "slow", value: 1, name: "Slow"), MaturityLevel(id: "quick", value: 5, name: "Quick"),
  ]

  @Test(
    "are read as people write them",
    arguments: [
      ("12", 12), ("12 min", 12), ("7.5min", 7.5), ("1 h 20", 80), ("1 h 20 min", 80), ("1h", 60), (" 0 h 35 ", 35),
      ("", nil), ("soon", nil), ("1:20", nil), ("h", nil), ("-5", nil), ("1 h 2 h", nil), ("25 h", nil), ("1e3", nil),
    ] as [(String, Double?)])
  func read(_ text: String, _ minutes: Double?) {
    let answers = DurationAnswers(good: 5, poor: 45, scale: 1...5)
    let bytes = Array(text.utf8)
    #expect(answers.encode(bytes.span) == minutes.map { .number($0) })
  }

  @Test(
    "score evenly from poor to good",
    arguments: [(0.0, 5.0), (5, 5), (15, 4), (25, 3), (45, 1), (1440, 1)])
  func score(_ minutes: Double, _ score: Double) {
    #expect(DurationAnswers(good: 5, poor: 45, scale: 1...5).score(.number(minutes)) == score)
  }

  @Test("keep the contract of question kinds")
  func contract() {
    let violations = QuestionKindContract.violations(
      of: DurationKind.self, question: #"{"good": "5 min", "poor": "45 min"}"#,
      in: QuestionContext(levels: Self.levels), cells: ["12 min", "1 h 20", "24 h"])
    #expect(violations == [])
  }

  @Test(
    "say what is wrong in a document, and where",
    arguments: [
      (#""good": "soon""#, #"“soon” is no duration"#), (#""good": "50 min""#, "“good” is shorter than “poor”"),
      (#""goood": "5 min""#, "“good” is missing"),
    ])
  func mistakes(_ wrong: String, _ message: String) throws {
    let text = Counter.document.split(separator: #""good": "5 min""#, maxSplits: 1).joined(separator: wrong)
    let error = #expect(throws: DocumentError.self) {
      try Counter.vocabulary.readAssessment(from: MemorySource(texts: ["assessment.json": text]))
    }
    let problem = try #require(error?.diagnostics.first { $0.message.contains(message) })
    #expect(problem.location?.file == "assessment.json")
    #expect([27, 28].contains(problem.location?.line))
  }
}
