import DigitalMaturity
import MaturityScoringRules

/// A questionnaire of nine areas with six questions each, and made-up answers to it.
struct SampleWorkshop {
  let questionnaire: Questionnaire
  let assessment: Assessment

  init() throws {
    let levels = (1...5).map { MaturityLevel(id: Identifier("level-\($0)"), value: Double($0), name: "Level") }
    let options = levels.map { AnswerOption(id: Identifier("\(Int($0.value))"), label: "", score: $0.value) }
      .map { option in
        AnswerOption(id: option.id, label: LocalizedText("Statement \(option.id)"), score: option.score)
      }
    func attribute(_ id: Identifier<Attribute>, _ count: Int) -> Attribute {
      Attribute(
        id: id, text: "Which?",
        values: (1...count).map { .init(id: Identifier("\(id)-\($0)"), label: LocalizedText("\(id) \($0)")) })
    }
    questionnaire = Questionnaire(
      id: "sample", title: "Sample", attributes: [attribute("directorate", 12), attribute("role", 6)],
      sections: (1...9).map { area in
        Questionnaire.Section(
          id: Identifier("area-\(area)"), title: "Area",
          questions: (1...6).map { number in
            Question(
              id: Identifier("q-\(area)-\(number)"), kind: "level", text: "Which is closest?",
              answers: .closed(options), measures: Measures(areas: [Identifier("area-\(area)")]),
              allowed: [.dontKnow, .notApplicable])
          })
      })
    var draft = AssessmentDraft(id: "sample", version: "1.0.0", title: "Sample")
    draft.levels = levels
    draft.areas = (1...9).map { Area(id: Identifier("area-\($0)"), name: "Area") }
    draft.scoring = ScoringPlan(areas: ScoringDefinition(rule: WeightedMean(), minimumAnswered: 0.5))
    draft.questionnaires = [questionnaire]
    assessment = try Assessment(draft)
  }

  /// The answers as CSV; the same every time.
  func csv(respondents: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 2017)
    var text = ByteOutput(reserving: respondents * 140)
    text.write(
      (["respondent", "directorate", "role"] + questionnaire.questions.map(\.id.rawValue)).joined(separator: ","))
    for respondent in 1...max(respondents, 1) {
      text.write("\n")
      text.write(respondent)
      text.write(",directorate-\(Int.random(in: 1...12, using: &random)),role-\(Int.random(in: 1...6, using: &random))")
      for _ in questionnaire.questions {
        text.write(",")
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<4: continue
        case 4..<6: text.write("dont-know")
        case 6: text.write("not-applicable")
        default: text.write(Int.random(in: 1...5, using: &random))
        }
      }
    }
    text.write("\n")
    return text.bytes
  }
}
