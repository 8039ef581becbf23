import DigitalMaturity
import MaturityScoringRules

/// A questionnaire of nine areas with eight questions each, and made-up answers to it.
struct SampleWorkshop {
  let questionnaire: Questionnaire
  let assessment: Assessment

  private let directorates: Int
  private let roles: Int

  init(directorates: Int = 12, roles: Int = 6) throws {
    (self.directorates, self.roles) = (directorates, roles)
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
      id: "sample", title: "Sample", attributes: [attribute("directorate", directorates), attribute("role", roles)],
      sections: (1...9).map { area in
        Questionnaire.Section(
          id: Identifier("area-\(area)"), title: "Area",
          questions: (1...8).map { number in
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

  /// The answers as CSV; the same every time. 7 % of the answers are missing.
  func csv(respondents: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 2017)
    var text = ByteOutput(reserving: respondents * 190)
    let names = ["respondent", "directorate", "role"] + questionnaire.questions.map(\.id.rawValue)
    text.write(names.joined(separator: ","))
    let questions = questionnaire.questions
    for respondent in 1...max(respondents, 1) {
      let (directorate, role) = place(&random)
      text.write("\n")
      text.write("person-\(respondent)")
      text.write(",directorate-\(directorate),role-\(role)")
      for _ in questions {
        text.write(byte: UInt8(ascii: ","))
        if let answer = answer(&random) { text.write(byte: UInt8(ascii: "0") + answer) }
      }
    }
    text.write("\n")
    return text.bytes
  }

  /// The same answers as JSON Lines; a missing answer has no key.
  func jsonLines(respondents: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 2017)
    var text = ByteOutput(reserving: respondents * 740)
    let keys = questionnaire.questions.map { Array(",\"\($0.id)\":".utf8) }
    for respondent in 1...max(respondents, 1) {
      let (directorate, role) = place(&random)
      text.write("{\"respondent\":\"person-\(respondent)\",\"directorate\":\"directorate-\(directorate)\"")
      text.write(",\"role\":\"role-\(role)\"")
      for key in keys {
        guard let answer = answer(&random) else { continue }
        text.write(bytes: key)
        text.write(byte: UInt8(ascii: "0") + answer)
      }
      text.write("}\n")
    }
    return text.bytes
  }

  private func place(_ random: inout SeededGenerator) -> (directorate: Int, role: Int) {
    (Int.random(in: 1...directorates, using: &random), Int.random(in: 1...roles, using: &random))
  }

  private func answer(_ random: inout SeededGenerator) -> UInt8? {
    Int.random(in: 0..<100, using: &random) < 7 ? nil : UInt8.random(in: 1...5, using: &random)
  }
}
