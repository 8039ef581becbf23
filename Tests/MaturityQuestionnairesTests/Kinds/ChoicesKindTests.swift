import DigitalMaturity
import MaturityQuestionnaires
import MaturityTesting
import Testing

@Suite("Several choices") struct ChoicesKindTests {
  private static let plain =
    #""options": [{"id": "cost", "label": "Cost"}, {"id": "time", "label": "No time; too busy"}, {"id": "skills", "label": {"en": "Skills, or lack of them", "cy": "Sgiliau"}}, {"id": "nothing", "label": "Nothing"}]"#
  private static let scored =
    #""options": [{"id": "a", "label": "Aye", "score": 1}, {"id": "b", "label": "Bee", "score": 2}, {"id": "c", "label": "Sea", "score": 4}, {"id": "d", "label": "None of them"}]"#

  private func read(_ json: String) throws -> (answers: ChoicesAnswers?, problems: [String]) {
    let log = DiagnosticLog()
    let document = try JSONReader.read(Array(json.utf8), file: "q.json")
    let model: AnswerModel?? = document.root.readTable(into: log) {
      ChoicesKind.read(&$0, in: QuestionContext(levels: []))
    }
    var answers: ChoicesAnswers?
    if case .open(let kind)? = model ?? nil { answers = kind as? ChoicesAnswers }
    return (answers, log.diagnostics.map(\.description))
  }

  private func sound(_ json: String) throws -> ChoicesAnswers {
    let read = try read(json)
    #expect(read.problems == [])
    return try #require(read.answers)
  }

  private func encode(_ answers: ChoicesAnswers, _ cell: String) -> [Int]? {
    let bytes = Array(cell.utf8)
    guard case .word(let word)? = answers.encode(bytes.span) else { return nil }
    return answers.positions(in: word)
  }

  @Test func keepsTheContract() {
    let cells = ["cost", "COST;time;", "No time; too busy;Cost", "Skills, or lack of them", "A;B", "nothing", "b, a"]
    #expect(QuestionKindContract.violations(of: ChoicesKind.self, question: "{\(Self.plain)}", cells: cells) == [])
    #expect(
      QuestionKindContract.violations(
        of: ChoicesKind.self, question: #"{\#(Self.plain), "none": "nothing", "at-most": 2}"#,
        cells: ["nothing", "a;b"])
        == [])
    for scoring in ["sum", "mean", "highest"] {
      #expect(
        QuestionKindContract.violations(
          of: ChoicesKind.self, question: #"{\#(Self.scored), "none": "d", "score": "\#(scoring)"}"#,
          cells: ["a;b", "d"])
          == [])
    }
    #expect(
      QuestionKindContract.violations(
        of: ChoicesKind.self,
        question:
          #"{\#(Self.plain), "none": "nothing", "score": "count", "bands": [{"from": 0, "score": 5}, {"from": 2, "score": 1}]}"#,
        cells: ["cost", "nothing"]) == [])
  }

  // MARK: Cells

  @Test(
    arguments: [
      ("cost", [0]), ("cost;skills", [0, 2]), ("Cost;Nothing;", [0, 3]), (" COST ; skills ;", [0, 2]),
      ("skills;cost;skills", [0, 2]), ("Sgiliau", [2]), ("A;C", [0, 2]), ("a, c", [0, 2]), ("A,B,D", [0, 1, 3]),
      ("No time; too busy", [1]), ("Cost;No time; too busy;Nothing;", [0, 1, 3]), ("no time;  TOO busy;A", [0, 1]),
      ("Skills, or lack of them", [2]), ("Cost, Skills, or lack of them, Nothing", [0, 2, 3]),
      ("\"No time; too busy\";cost", [0, 1]), (";cost;;", [0]),
    ] as [(String, [Int])])
  func partsAreIdsLabelsAndLetters(_ cell: String, _ positions: [Int]) throws {
    #expect(encode(try sound("{\(Self.plain)}"), cell) == positions)
  }

  @Test(
    arguments: [
      (
        "cost;tiem",
        "has “tiem” in it, which is none of its options; the whole cell counts as blank; did you mean “time”?"
      ),
      ("No time", "has “No time” in it, which is none of its options; the whole cell counts as blank"),
      ("cost skills", "has “cost skills” in it, which is none of its options"),
      (";", "names no option; it counts as blank"), ("\"", "has “\"” in it"),
      ("cost;nothing", "chooses “nothing”, which goes with no other option; it counts as blank"),
      ("cost;time;skills", "chooses 3 options, and at most 2 may be chosen; it counts as blank"),
    ])
  func aWrongCellSaysWhatIsWrong(_ cell: String, _ words: String) throws {
    let answers = try sound(#"{\#(Self.plain), "none": "nothing", "at-most": 2}"#)
    let bytes = Array(cell.utf8)
    #expect(answers.encode(bytes.span) == nil)
    #expect(answers.mismatch(of: bytes.span).hasPrefix(words), "\(answers.mismatch(of: bytes.span))")
  }

  @Test func saysWhatBelongsInTheCell() throws {
    #expect(try sound("{\(Self.plain)}").expectation == "some of its options, separated by semicolons")
    #expect(
      try sound(#"{\#(Self.plain), "at-most": 2}"#).expectation
        == "at most 2 of its options, separated by semicolons")
  }

  // MARK: Scores

  @Test(
    arguments: [
      ("sum", [0, 1], 3), ("sum", [0, 1, 2], 7), ("sum", [3], 0), ("mean", [0, 1], 1.5), ("mean", [0, 1, 2], 7.0 / 3),
      ("mean", [3], nil), ("highest", [0, 1], 2), ("highest", [2, 0], 4), ("highest", [3], nil),
    ] as [(String, [Int], Double?)])
  func scoresArePutTogether(_ scoring: String, _ chosen: [Int], _ score: Double?) throws {
    let answers = try sound(#"{\#(Self.scored), "none": "d", "score": "\#(scoring)"}"#)
    #expect(answers.encode(chosen).flatMap(answers.score) == score)
  }

  @Test func aCountCountsAndNoneIsNothing() throws {
    let answers = try sound(#"{\#(Self.plain), "none": "nothing", "score": "count"}"#)
    #expect(answers.range == 0...3 && Set(answers.points) == [0, 1, 2, 3])
    #expect(answers.encode([0, 1, 2]).flatMap(answers.score) == 3)
    #expect(answers.encode([3]).flatMap(answers.score) == 0)
    #expect(try sound(#"{\#(Self.plain), "score": "count", "at-most": 2}"#).range == 1...2)
  }

  /// What every possible answer scores lies within the declared range, and the ends of the range are reached.
  @Test(arguments: [ChoicesAnswers.Scoring.sum, .mean, .count, .highest], UInt64(1)...25)
  func theRangeIsThatOfAllAnswers(_ scoring: ChoicesAnswers.Scoring, _ seed: UInt64) {
    var generator = Seeded(seed: seed)
    let count = Int.random(in: 1...7, using: &generator)
    let hasNone = Bool.random(using: &generator) && count > 1
    let options = (0..<count).map { index in
      AnswerOption(
        id: Identifier("o\(index)"), label: LocalizedText("O \(index)"),
        score: scoring == .count || hasNone && index == 0 && Bool.random(using: &generator)
          ? nil : Double(Int.random(in: -8...8, using: &generator)) / 2)
    }
    let answers = ChoicesAnswers(
      options: options, none: hasNone ? "o0" : nil,
      atMost: Bool.random(using: &generator) ? Int.random(in: 1...max(count - 1, 1), using: &generator) : nil,
      scoring: scoring)
    var scores: [Double] = []
    for bits in 1..<(1 << count) {
      let chosen = (0..<count).filter { bits & 1 << $0 != 0 }
      guard let answer = answers.encode(chosen) else { continue }
      #expect(chosen.count <= answers.most)
      if let score = answers.score(answer) { scores.append(score) }
      // By another way: over the list of the chosen.
      let isNone = hasNone && chosen == [0]
      let own = chosen.compactMap { options[$0].score }
      let expected: Double? =
        switch scoring {
        case .sum: own.reduce(0, +)
        case .mean: own.isEmpty ? nil : own.reduce(0, +) / Double(own.count)
        case .highest: own.max()
        case .count: isNone ? 0 : Double(chosen.count)
        }
      #expect(answers.score(answer) == expected, "\(chosen)")
      if !answers.points.isEmpty { #expect(expected.map { answers.points.contains($0) } ?? true, "\(chosen)") }
    }
    #expect(answers.range == scores.min().flatMap { low in scores.max().map { low...$0 } })
    #expect(answers.problems == [])
  }

  @Test func bandsTurnASumIntoLevels() throws {
    let answers = try sound(
      #"{\#(Self.scored), "none": "d", "score": "sum", "bands": [{"from": 0, "score": 1}, {"from": 3, "score": 2}, {"from": 7, "score": 3}]}"#
    )
    #expect(answers.range == 1...3 && Set(answers.points) == Set(answers.bands.map(\.score)))
    #expect(answers.encode([3]).flatMap(answers.score) == 1)
    #expect(answers.encode([1]).flatMap(answers.score) == 1)
    #expect(answers.encode([0, 1]).flatMap(answers.score) == 2)
    #expect(answers.encode([0, 1, 2]).flatMap(answers.score) == 3)
    #expect(
      answers.method
        == "An answer scores by bands of the sum of the chosen options' scores: from 0: 1; from 3: 2; from 7: 3.")
  }

  @Test func withoutScoreThereIsNone() throws {
    let answers = try sound("{\(Self.plain)}")
    #expect(answers.range == nil)
    #expect(answers.encode([0]).flatMap(answers.score) == nil)
    #expect(answers.score(.number(1)) == nil)
    #expect(answers.method.isEmpty)
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("{}", "q.json:1:1: error: “options” is missing here; add it [missing-key]"),
    (
      #"{"none": "nothign", \#(plain)}"#,
      "q.json:1:10: error: “none” names one of the options; there is no “nothign”; did you mean “nothing”? [unknown-reference]"
    ),
    (
      #"{"at-most": 5, \#(plain)}"#,
      "q.json:1:13: error: from 1 to 4 options can be chosen here, not at most 5 [invalid-value]"
    ),
    (#"{"at-most": 0, \#(plain)}"#, "q.json:1:13: error: from 1 to 4 options can be chosen here, not at most 0"),
    (
      #"{"score": "summ", \#(scored)}"#,
      "q.json:1:11: error: “summ” is not one of the words for this key; did you mean “sum”?"
    ),
    (
      #"{"score": "mean", \#(scored)}"#,
      "q.json:1:30: error: with “score” every option that counts has a score; add one to d [missing-key]"
    ),
    (
      #"{"score": "count", \#(scored)}"#,
      "q.json:1:11: error: a count looks at no option's score; take the scores out, or choose sum, mean or highest [invalid-value]"
    ),
    (
      "{\(scored)}",
      "q.json:1:13: error: options have scores, so say how those of several are put together: add “score” with sum, mean, count or highest [missing-key]"
    ),
    (
      #"{"bands": [{"from": 0, "score": 1}], \#(plain)}"#,
      "q.json:1:11: error: bands need a score to look at: add “score” with sum, mean, count or highest [missing-key]"
    ),
    (
      #"{"score": "count", "bands": [{"from": 2, "score": 1}], \#(plain)}"#,
      "q.json:1:30: error: numbers from the minimum up to the first band have no band; begin the first band at the minimum"
    ),
    (
      #"{"score": "count", "bands": [{"from": 1, "score": 1}, {"from": 9, "score": 2}], \#(plain)}"#,
      "q.json:1:55: error: no number reaches this band; begin it at the maximum or below"
    ),
    (
      #"{"score": "count", "bands": [{"from": 1, "score": 1}, {"from": 1, "score": 2}], \#(plain)}"#,
      "q.json:1:55: error: bands go upwards; this one overlaps the one before it"
    ),
  ])
  func mistakesHaveAPlaceAndAMend(_ json: String, _ problem: String) throws {
    let read = try read(json)
    #expect(read.problems.count == 1)
    #expect(read.problems.first?.hasPrefix(problem) == true, "\(read.problems)")
  }

  @Test func thereAreAtMost64Options() throws {
    func options(_ count: Int) -> String {
      let list = (1...count).map { #"{"id": "o\#($0)", "label": "Option \#($0)"}"# }.joined(separator: ", ")
      return #"{"options": [\#(list)]}"#
    }
    let full = try sound(options(64))
    #expect(encode(full, (1...64).map { "o\($0)" }.joined(separator: ";")) == Array(0..<64))
    #expect(full.encode(Array(0..<64)) == .word(.max))
    #expect(
      try read(options(65)).problems == [
        "q.json:1:13: error: a question of kind “choices” has at most 64 options; this one has 65 [limit]"
      ])
  }
}
