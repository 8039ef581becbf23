import DigitalMaturity
import MaturityQuestionnaires
import MaturityTables

/// What came of reading a response file.
struct ReadFile {
  var sheet: AnswerSheet
  var problems: ResponseProblems
  var respondents: Int

  /// The problems as `line:column code`.
  var places: [String] {
    problems.list.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.code.rawValue)" }
  }

  /// The cells as a person reads them, a row a respondent, a column a question, then the attributes.
  func cells(_ questionnaire: Questionnaire) -> [[String]] {
    (0..<sheet.count).map { row in
      questionnaire.questions.enumerated().map { index, question in
        let column = sheet.columns[index]
        if let answer = column.openAnswer(row) {
          switch answer {
          case .number(let number): return "\(number)"
          case .text(let text): return text
          case .word(let word): return "\(word)"
          }
        }
        let code = AnswerCode(rawValue: column.codes[row])
        return code.option.map { question.answers.options[$0].id.rawValue } ?? code.status.rawValue
      }
        + questionnaire.attributes.enumerated().map { index, attribute in
          let value = Int(sheet.attributes[index][row])
          return attribute.values.indices.contains(value) ? attribute.values[value].id.rawValue : "not stated"
        }
    }
  }
}

/// Reads a response file as a host does, block by block.
func readFile(
  _ bytes: [UInt8], _ questionnaire: Questionnaire = Example.questionnaire, met: RespondentsMet = RespondentsMet()
) throws(DocumentError) -> ReadFile {
  var reader = try ResponseReader(.bytes(bytes), file: "r.csv", questionnaire: questionnaire, met: met)
  var sheet = AnswerSheet(for: questionnaire)
  while let block = try reader.next() { sheet.append(block) }
  return ReadFile(sheet: sheet, problems: reader.problems, respondents: reader.respondents)
}

func readFile(_ text: String) throws(DocumentError) -> ReadFile { try readFile(Array(text.utf8)) }

enum Example {
  static let questionnaire = Questionnaire(
    id: "staff", title: "Staff",
    attributes: [
      Attribute(
        id: "team", text: "Team?",
        values: [.init(id: "north", label: "Team north"), .init(id: "south", label: "Team south")])
    ],
    sections: [
      .init(
        id: "s", title: "S",
        questions: [
          Question(
            id: "led", kind: "level", text: "Led?",
            answers: .closed([
              AnswerOption(id: "low", label: "Nobody leads", score: 1),
              AnswerOption(id: "high", label: "All lead", score: 2),
            ]), allowed: [.dontKnow]),
          Question(
            id: "helped", kind: "choice", text: "Helped?",
            answers: .closed([
              AnswerOption(id: "no", label: "Never", score: nil),
              AnswerOption(id: "yes", label: "Yes, often", score: nil),
            ])),
          Question(
            id: "share", kind: "number", text: "Share?", answers: .open(NumberAnswers(minimum: 0, maximum: 100)),
            allowed: [.notApplicable]),
          Question(id: "why", kind: "text", text: "Why?", answers: .open(TextAnswers())),
        ])
    ])

  static let header = "respondent,team,led,helped,share,why\n"
}
