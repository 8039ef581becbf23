/// Marks the answers of questions that branching hid, whatever the file holds, so that they never score.
struct Branching: Sendable {
  private let questions: [Question]
  private let order: [Int]
  private let positions: [Identifier<Question>: Int]

  init(_ questions: [Question]) {
    self.questions = questions
    order = ShowOrder(questions).order
    positions = Dictionary(
      questions.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether any question has a condition.
  var isNeeded: Bool { !order.isEmpty }

  /// Marks what was not shown. O(rows × questions with a condition).
  func mark(_ sheet: inout AnswerSheet) {
    for row in 0..<sheet.count {
      for index in order {
        guard let condition = questions[index].showWhen else { continue }
        let holds = condition.holds { subject in
          guard case .question(let id) = subject, let position = positions[id] else { return .nothing }
          return known(questions[position], sheet.columns[position], row)
        }
        if !holds { sheet.replace(.notShown, question: index, row: row) }
      }
    }
  }

  private func known(_ question: Question, _ column: AnswerSheet.Column, _ row: Int) -> Condition.Known {
    let code = AnswerCode(rawValue: column.codes[row])
    guard code.status == .answered else { return .nothing }
    switch question.answers {
    case .closed(let options):
      guard let index = code.option, options.indices.contains(index) else { return .nothing }
      let score = options[index].score.map(question.effective)
      return Condition.Known(option: options[index].id, score: score, isAnswered: true)
    case .open:
      return Condition.Known(score: column.openAnswer(row).flatMap(question.score), isAnswered: true)
    }
  }
}
