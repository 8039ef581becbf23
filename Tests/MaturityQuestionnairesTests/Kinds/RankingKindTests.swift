import DigitalMaturity
import MaturityQuestionnaires
import MaturityTesting
import Testing

@Suite("Rankings") struct RankingKindTests {
  private static let options =
    #""options": [{"id": "a", "label": "Residents"}, {"id": "b", "label": "Staff"}, {"id": "c", "label": "Costs"}, {"id": "d", "label": "Speed"}]"#

  private func read(_ json: String) throws -> (answers: RankingAnswers?, problems: [String]) {
    let log = DiagnosticLog()
    let document = try JSONReader.read(Array(json.utf8), file: "q.json")
    let model: AnswerModel?? = document.root.readTable(into: log) {
      RankingKind.read(&$0, in: QuestionContext(levels: []))
    }
    var answers: RankingAnswers?
    if case .open(let kind)? = model ?? nil { answers = kind as? RankingAnswers }
    return (answers, log.diagnostics.map(\.description))
  }

  private func sound(_ json: String) throws -> RankingAnswers {
    let read = try read(json)
    #expect(read.problems == [])
    return try #require(read.answers)
  }

  private func encode(_ answers: RankingAnswers, _ cell: String) -> [Int]? {
    let bytes = Array(cell.utf8)
    guard case .word(let word)? = answers.encode(bytes.span) else { return nil }
    return answers.positions(in: word)
  }

  private func many(_ count: Int) -> RankingAnswers {
    RankingAnswers(
      options: (0..<count).map { AnswerOption(id: Identifier("o\($0)"), label: LocalizedText("O \($0)"), score: nil) })
  }

  @Test func keepsTheContract() {
    #expect(
      QuestionKindContract.violations(
        of: RankingKind.self, question: "{\(Self.options)}", cells: ["c;a;d;b", "Costs;Staff;", "B", "d, c"]) == [])
    #expect(
      QuestionKindContract.violations(
        of: RankingKind.self,
        question: #"{\#(Self.options), "at-most": 2, "score": {"of": ["a", "b"], "places": [5, 3, 1]}}"#,
        cells: ["a;b", "d"]) == [])
  }

  // MARK: Cells

  @Test(
    arguments: [
      ("c;a;d;b", [2, 0, 3, 1]), ("Costs; Residents;", [2, 0]), ("D", [3]), ("b,a", [1, 0]), ("STAFF;d", [1, 3]),
    ] as [(String, [Int])])
  func theFirstIsNamedFirst(_ cell: String, _ order: [Int]) throws {
    #expect(encode(try sound("{\(Self.options)}"), cell) == order)
  }

  @Test(arguments: [
    ("a;x", "has “x” in it, which is none of its options"), ("a;b;A", "ranks “a” twice; it counts as blank"),
    ("a;b;c", "ranks 3 options, and at most 2 may be ranked; it counts as blank"), (";;", "names no option"),
  ])
  func aWrongCellSaysWhatIsWrong(_ cell: String, _ words: String) throws {
    let answers = try sound(#"{\#(Self.options), "at-most": 2}"#)
    let bytes = Array(cell.utf8)
    #expect(answers.encode(bytes.span) == nil)
    #expect(answers.mismatch(of: bytes.span).hasPrefix(words), "\(answers.mismatch(of: bytes.span))")
  }

  /// Every order of up to five options, and random orders of sixteen, come out as they went in.
  @Test func everyOrderIsKept() {
    func orders(_ rest: [Int]) -> [[Int]] {
      [[]] + rest.flatMap { first in orders(rest.filter { $0 != first }).map { [first] + $0 } }
    }
    let answers = many(5)
    var words: Set<OpenAnswer> = []
    for order in orders(Array(0..<5)) where !order.isEmpty {
      guard let answer = answers.encode(order), case .word(let word) = answer else {
        Issue.record("\(order)")
        continue
      }
      #expect(answers.positions(in: word) == order)
      words.insert(answer)
    }
    #expect(words.count == 5 + 20 + 60 + 120 + 120)
    var generator = Seeded(seed: 7)
    let most = many(16)
    for _ in 0..<50 {
      let order = Array(0..<16).shuffled(using: &generator)
      guard case .word(let word)? = most.encode(order) else {
        Issue.record("\(order)")
        continue
      }
      #expect(most.positions(in: word) == Array(order.prefix(15)), "the last follows from the others")
      #expect(most.encode(Array(order.prefix(15))) == .word(word))
    }
  }

  @Test func noOrderIsLongerThanAllowedOrNamesAnOptionTwice() {
    #expect(many(5).encode([0, 1, 0]) == nil)
    #expect(many(5).encode([]) == nil)
    #expect(many(5).encode([5]) == nil)
    #expect(RankingAnswers(options: many(5).options, atMost: 2).encode([0, 1, 2]) == nil)
  }

  // MARK: Scores

  @Test(
    arguments: [
      ([0, 1, 2, 3], 5), ([1, 0, 2], 3), ([1, 2, 0], 1), ([1, 2, 3, 0], 1), ([3], 1),
    ] as [([Int], Double)])
  func thePlaceOfTheNamedOptionScores(_ order: [Int], _ score: Double) throws {
    let answers = try sound(#"{\#(Self.options), "score": {"of": "a", "places": [5, 3, 1]}}"#)
    #expect(answers.range == 1...5 && answers.points.sorted() == [1, 3, 5])
    #expect(answers.encode(order).flatMap(answers.score) == score)
  }

  @Test func ofSeveralOptionsTheMeanScores() throws {
    let answers = try sound(#"{\#(Self.options), "score": {"of": ["a", "d"], "places": [4, 3, 2, 1]}}"#)
    #expect(answers.encode([0, 3, 1, 2]).flatMap(answers.score) == 3.5)
    #expect(answers.encode([1, 0]).flatMap(answers.score) == 2)
    #expect(
      answers.method
        == "An answer scores the mean over the places of “a”, “d”: 4, 3, 2, 1 from the first place on, the last also for being left out."
    )
  }

  @Test func withoutScoreThereIsNone() throws {
    let answers = try sound("{\(Self.options)}")
    #expect(answers.range == nil)
    #expect(answers.encode([0]).flatMap(answers.score) == nil)
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("{}", "q.json:1:1: error: “options” is missing here; add it [missing-key]"),
    (
      #"{"options": [{"id": "a", "label": "A"}]}"#,
      "q.json:1:13: error: one option alone has no order; add another [invalid-value]"
    ),
    (
      #"{"options": [{"id": "a", "label": "A", "score": 1}, {"id": "b", "label": "B"}]}"#,
      "q.json:1:13: error: options of a ranking have no scores of their own; give places scores under “score” [invalid-value]"
    ),
    (
      #"{"at-most": 5, \#(options)}"#,
      "q.json:1:13: error: from 1 to 4 options can be ranked here, not at most 5 [invalid-value]"
    ),
    (
      #"{"score": {"of": ["a", "cots"], "places": [1]}, \#(options)}"#,
      "q.json:1:18: error: “of” names options; there is no “cots”; known here: a, b, c, d [unknown-reference]"
    ),
    (
      #"{"score": {"of": ["a", "a"], "places": [1]}, \#(options)}"#,
      "q.json:1:18: error: an option stands twice in this list; take one out [duplicate-id]"
    ),
    (
      #"{"score": {"of": "a", "places": [1, 2, 3, 4, 5]}, \#(options)}"#,
      "q.json:1:33: error: there are 4 places to score, not 5 [invalid-value]"
    ),
    (
      #"{"score": {"of": "a", "places": []}, \#(options)}"#,
      "q.json:1:11: error: name at least one option under “of”, and the score of at least one place under “places”"
    ),
    (#"{"score": "sum", \#(options)}"#, "q.json:1:11: error: a mapping of keys and values belongs here"),
    (#"{"score": {"of": "a", "places": [1], "off": 1}, \#(options)}"#, "q.json:1:38: error: unknown key “off”"),
  ])
  func mistakesHaveAPlaceAndAMend(_ json: String, _ problem: String) throws {
    let read = try read(json)
    #expect(read.problems.first?.hasPrefix(problem) == true, "\(read.problems)")
    #expect(read.problems.count == 1, "\(read.problems)")
  }

  @Test func thereAreAtMost16Options() {
    #expect(many(16).problems == [])
    #expect(many(17).problems == ["at most 16 options can be ranked; this question has 17"])
  }
}
