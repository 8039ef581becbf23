import DigitalMaturity

/// Several options or an order of them, through the public API alone: a cell has the options' ids with spaces between.
struct SampleOptions: OptionAnswerKind {
  let options: [AnswerOption]
  let isRanked: Bool
  var exclusive: Int?

  var most: Int { options.count }
  var expectation: String { "options" }

  init(_ ids: [String], isRanked: Bool = false, exclusive: Int? = nil) {
    options = ids.map { AnswerOption(id: Identifier($0), label: LocalizedText("The \($0)"), score: nil) }
    self.isRanked = isRanked
    self.exclusive = exclusive
  }

  func encode(_ cell: Span<UInt8>) -> OpenAnswer? { nil }

  func encode(_ named: [Int]) -> OpenAnswer? {
    named.isEmpty
      ? nil
      : .word(named.enumerated().reduce(0) { $0 | UInt64(isRanked ? $1.offset + 1 : 1) << UInt64(4 * $1.element) })
  }

  func place(of option: Int, in answer: UInt64) -> Int? {
    let place = Int(answer >> UInt64(4 * option) & 15)
    return place == 0 ? nil : place
  }

  func score(_ answer: OpenAnswer) -> Double? { nil }
}

/// Numbers without a score.
struct SampleNumbers: NumberAnswerKind {
  var least: Double? { 0 }
  var greatest: Double? { nil }
  var unit: String { "%" }
  var expectation: String { "a number" }
  func encode(_ cell: Span<UInt8>) -> OpenAnswer? {
    Double(String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)).map { .number($0) }
  }
  func score(_ answer: OpenAnswer) -> Double? { nil }
}

/// An assessment that asks what no score tells of, and people's answers.
struct AnswersSample {
  var people = 20
  /// How many of them answer the questions after the first.
  var answering = 15

  func questionnaire() -> Questionnaire {
    func question(_ id: String, _ answers: AnswerModel, measures: Measures = Measures()) -> Question {
      Question(
        id: Identifier(id), kind: "any", text: LocalizedText("About \(id)?"), answers: answers, measures: measures,
        allowed: [.dontKnow])
    }
    let one = ["low", "high"].enumerated().map { index, id in
      AnswerOption(id: Identifier(id), label: LocalizedText("Rather \(id)"), score: Double(index * 4 + 1))
    }
    let plain = ["tea", "coffee"].map { AnswerOption(id: Identifier($0), label: LocalizedText("A \($0)"), score: nil) }
    return Questionnaire(
      id: "staff", title: "Staff", audience: "staff",
      sections: [
        .init(
          id: "s", title: "S",
          questions: [
            question("now", .closed(one), measures: Measures(areas: ["work"])),
            question("barriers", .open(SampleOptions(["cost", "time", "nothing"], exclusive: 2))),
            question("order", .open(SampleOptions(["speed", "care", "price"], isRanked: true))),
            question("drink", .closed(plain)), question("share", .open(SampleNumbers())),
          ])
      ])
  }

  func makeContext() throws -> ReportContext {
    var draft = AssessmentDraft(id: "sample", version: "1.0.0", title: "Sample")
    draft.levels = [
      MaturityLevel(id: "low", value: 1, name: "Low"), MaturityLevel(id: "high", value: 5, name: "High"),
    ]
    draft.areas = [Area(id: "work", name: "Work")]
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: SampleMean()))
    draft.questionnaires = [questionnaire()]
    let assessment = try Assessment(draft)
    let scorer = try Scorer(assessment, questionnaire: "staff")
    var sheet = AnswerSheet(for: questionnaire())
    for person in 0..<people {
      var answers: [Identifier<Question>: Answer] = ["now": .option(person % 2 == 0 ? "low" : "high")]
      if person < answering {
        answers["barriers"] = .options(person % 3 == 0 ? ["cost", "time"] : person % 3 == 1 ? ["cost"] : ["nothing"])
        answers["order"] = .options(person % 5 == 0 ? ["care"] : ["speed", "price", "care"])
        answers["drink"] = .option(person % 5 < 2 ? "tea" : "coffee")
        answers["share"] = .number(person % 2 == 0 ? 10 : 40)
      }
      try sheet.add(answers, to: questionnaire())
    }
    var tally = scorer.makeTally()
    scorer.tally(sheet, into: &tally)
    let published = scorer.scorecard(tally, intervals: .none).published()
    return ReportContext(assessment: assessment, scorecards: [published])
  }

  func write(_ format: any ReportFormat) throws -> String {
    var output = ByteOutput()
    format.write(try makeContext(), to: &output)
    return output.text
  }
}
