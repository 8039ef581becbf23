import DigitalMaturity
import Testing

@Suite("What groups wrote") struct AgreedTextsTests {
  struct Words: OpenAnswerKind {
    var expectation: String { "text" }
    func encode(_ cell: Span<UInt8>) -> OpenAnswer? {
      .text(String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self))
    }
    func score(_ answer: OpenAnswer) -> Double? { nil }
  }

  static func questionnaire(_ mode: Questionnaire.Mode) -> Questionnaire {
    func text(_ id: String, showWhen: Condition? = nil) -> Question {
      Question(
        id: Identifier(id), kind: "text", text: "Why?", answers: .open(Words()), showWhen: showWhen)
    }
    return Questionnaire(
      id: "q", title: "Q", mode: mode,
      attributes: [Attribute("session", values: ["a", "b"]), Attribute("present", values: ["five", "six"])],
      sections: [
        .init(
          id: "s", title: "S",
          questions: [
            .closed("now"), text("why"),
            text("more", showWhen: .test(.question("now"), .isOption(["a"]))),
          ])
      ])
  }

  static func sheet(_ rows: [(now: String, why: String, session: String?)]) throws -> AnswerSheet {
    let questionnaire = questionnaire(.consensus)
    var sheet = AnswerSheet(for: questionnaire)
    for row in rows {
      try sheet.add(
        ["now": .option(Identifier(row.now)), "why": .text(row.why), "more": .text("More of \(row.why)")],
        attributes: row.session.map { ["session": Identifier($0), "present": "six"] } ?? [:], to: questionnaire)
    }
    return sheet
  }

  @Test("stands by its group, in the order of the groups, whatever the order of rows and files")
  func order() throws {
    let rows =
      [("b", "Third", nil), ("a", "Second", "b"), ("b", "First", "a"), ("a", "  ", "a")]
      as [(
        now: String, why: String, session: String?
      )]
    var one = try #require(AgreedTexts(of: Self.questionnaire(.consensus)))
    one.add(try Self.sheet(rows))
    #expect(one["why"].map(\.text) == ["First", "Second", "Third"])
    #expect(one["why"].map { $0.group.map(\.value?.rawValue) } == [["a"], ["b"], [nil]])
    var other = try #require(AgreedTexts(of: Self.questionnaire(.consensus)))
    var rest = try #require(AgreedTexts(of: Self.questionnaire(.consensus)))
    other.add(try Self.sheet(Array(rows[2...])))
    rest.add(try Self.sheet(Array(rows[..<2])))
    other.merge(rest)
    #expect(other["why"] == one["why"])
    // What branching hid is not shown, although the file holds it.
    #expect(one["more"].map(\.text) == ["More of   ", "More of Second"])
    #expect(one["now"] == [] && one["nothing"] == [])
  }

  @Test("is never collected of people who answer one by one, nor shown beside their results")
  func people() throws {
    #expect(AgreedTexts(of: Self.questionnaire(.individual)) == nil)
    var texts = try #require(AgreedTexts(of: Self.questionnaire(.consensus)))
    texts.add(try Self.sheet([("a", "Ours", "a")]))
    func shown(_ mode: Questionnaire.Mode) throws -> [AgreedTexts.Text] {
      var sample = ScoringSample()
      sample.questions = [.closed("now")]
      var draft = try sample.assessment().draft
      draft.questionnaires = [Self.questionnaire(mode)]
      let assessment = try Assessment(draft)
      let scorer = try Scorer(assessment, questionnaire: "q")
      var tally = scorer.makeTally()
      scorer.tally(try Self.sheet([("a", "Ours", "a")]), into: &tally)
      let context = ReportContext(
        assessment: assessment, scorecards: [scorer.scorecard(tally).published()], agreedTexts: [texts])
      return context.texts(of: "why", in: "q")
    }
    #expect(try shown(.consensus).map(\.text) == ["Ours"])
    #expect(try shown(.individual) == [])
  }
}
