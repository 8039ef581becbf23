import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables
import Testing

@Suite("made-up answers") struct SyntheticResponsesTests {
  /// A questionnaire of two areas, with a branch, a reversed question, and open ones.
  private static let questionnaire: Questionnaire = {
    let options = (1...5).map {
      AnswerOption(
        id: Identifier("o\($0)"), label: LocalizedText("Option \($0)"), score: Double($0))
    }
    func closed(_ id: Identifier<Question>, _ area: Identifier<Area>, reversed: Bool = false)
      -> Question
    {
      Question(
        id: id, kind: "level", text: "Q", answers: .closed(options),
        measures: Measures(areas: [area]),
        isReversed: reversed, allowed: [.dontKnow])
    }
    var branch = closed("branch", "a")
    branch.showWhen = .test(.question("a-1"), .atLeast(3))
    return Questionnaire(
      id: "q", title: "Q",
      attributes: [
        Attribute(
          id: "team", text: "T", values: [.init(id: "x", label: "X"), .init(id: "y", label: "Y")])
      ],
      sections: [
        .init(
          id: "s", title: "S",
          questions: [
            closed("a-1", "a"), closed("a-2", "a", reversed: true), closed("b-1", "b"),
            closed("b-2", "b"), branch,
            Question(
              id: "n", kind: "number", text: "N",
              answers: .open(NumberAnswers(minimum: 10, maximum: 20)), isRequired: true),
            Question(
              id: "m", kind: "choices", text: "M",
              answers: .open(ChoicesAnswers(options: options, none: "o5", atMost: 3))),
            Question(id: "r", kind: "ranking", text: "R", answers: .open(RankingAnswers(options: options))),
            Question(id: "t", kind: "text", text: "T", answers: .open(TextAnswers())),
            Question(
              id: "c", kind: "choice", text: "C",
              answers: .closed([
                .init(id: "p", label: "P", score: nil), .init(id: "q", label: "Q", score: nil),
              ])),
          ])
      ])
  }()

  private func sheet(_ people: Int, seed: UInt64 = 1) -> AnswerSheet {
    SyntheticResponses(Self.questionnaire, seed: seed).sheet(people: people)
  }

  private func text(_ sheet: AnswerSheet) -> String {
    ResponseForm.csv(sheet, of: Self.questionnaire).text
  }

  @Test("the same seed gives the same answers, another one others, and more people only add")
  func seeds() {
    #expect(text(sheet(50)) == text(sheet(50)))
    #expect(text(sheet(50)) != text(sheet(50, seed: 2)))
    let few = text(sheet(20)).split(separator: "\r\n")
    let many = text(sheet(90)).split(separator: "\r\n")
    #expect(many.starts(with: few))
    #expect(sheet(0).count == 0)
    #expect(sheet(-1).count == 0)
  }

  @Test(
    "respondents are called synthetic, and the file is read back without a problem",
    arguments: 0..<10)
  func readable(seed: UInt64) throws {
    let sheet = sheet(100, seed: seed)
    #expect(sheet.respondents.first == "synthetic-001" && sheet.respondents.last == "synthetic-100")
    var reader = try ResponseReader(
      .bytes(Array(text(sheet).utf8)), file: "r.csv", questionnaire: Self.questionnaire)
    var count = 0
    while let block = try reader.next() { count += block.count }
    #expect(count == 100)
    #expect(reader.problems.count == 0)
  }

  @Test("what branching hides is not answered")
  func branching() {
    let sheet = sheet(300)
    let (first, branch) = (sheet.columns[0].codes, sheet.columns[4].codes)
    var hidden = 0
    for (answer, follows) in zip(first, branch) {
      let isShown = answer < 250 && answer >= 2
      #expect((follows == AnswerCode.notShown.rawValue) == !isShown)
      if !isShown { hidden += 1 }
    }
    #expect((1..<300).contains(hidden))
  }

  @Test("a part belongs to its whole, by the longest id; who does not say the whole does not say the part")
  func parts() {
    func attribute(_ id: Identifier<Attribute>, _ values: [String]) -> Attribute {
      Attribute(id: id, text: "T", values: values.map { .init(id: Identifier($0), label: LocalizedText($0)) })
    }
    var questionnaire = Self.questionnaire
    let parts = ["care-home", "care-old-day", "care-other", "streets-bins"]
    questionnaire.attributes = [
      attribute("directorate", ["care", "care-old", "streets", "homes"]), attribute("service", parts),
      attribute("role", ["care-home", "office"]),
    ]
    let sheet = SyntheticResponses(questionnaire, seed: 3).sheet(people: 2_000)
    let values = zip(sheet.attributes[0], sheet.attributes[1])
    let pairs = Set(values.map { [$0, $1] })
    // 4 stands for not stated, of both. Nothing is a part of “homes”.
    #expect(pairs == [[0, 0], [0, 2], [0, 4], [1, 1], [1, 4], [2, 3], [2, 4], [3, 4], [4, 4]])
    // A role is no part: one of its ids begins otherwise.
    #expect(Set(zip(sheet.attributes[0], sheet.attributes[2]).map { [$0, $1] }).count == 15)
  }

  @Test("areas differ, some answers are missing, and every kind is answered")
  func variety() {
    let sheet = sheet(1_000)
    func mean(_ question: Int) -> Double {
      let scores = sheet.columns[question].codes.filter { $0 < 250 }.map { Double($0) }
      return scores.reduce(0, +) / Double(scores.count)
    }
    #expect((mean(0) - mean(2)).magnitude > 0.8)
    // Reversed: high where the others of its area are low.
    #expect(((4 - mean(1)) - mean(0)).magnitude < 1)
    for question in 0..<4 {
      let codes = sheet.columns[question].codes
      #expect(
        codes.contains(AnswerCode.dontKnow.rawValue)
          && codes.contains(AnswerCode.unanswered.rawValue))
      #expect(!codes.contains(AnswerCode.notApplicable.rawValue))
      #expect(Set(codes.filter { $0 < 250 }).count == 5)
    }
    #expect(
      sheet.columns[5].numbers.allSatisfy { (10...20).contains($0) }
        && sheet.columns[5].numbers.count == 1_000)
    #expect(sheet.columns[6].words.contains(1 << 4) && Set(sheet.columns[6].words).count > 10)
    #expect(Set(sheet.columns[7].words).count > 50)
    #expect(sheet.columns[8].texts.contains { $0.hasPrefix("Synthetic comment") })
    #expect(Set(sheet.columns[9].codes.filter { $0 < 250 }).count == 2)
    #expect(Set(sheet.attributes[0]) == [0, 1, 2])
  }
}
