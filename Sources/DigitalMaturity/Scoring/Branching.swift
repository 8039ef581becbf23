/// Marks the answers of questions that branching hid, whatever the file holds, so that they never score.
struct Branching: Sendable {
  /// The questions with a condition, each after those that its condition looks at.
  private let conditions: [(question: Int, condition: BoundCondition)]

  init(_ questions: [Question]) {
    guard questions.contains(where: { $0.showWhen != nil }) else {
      conditions = []
      return
    }
    let positions = Dictionary(
      questions.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    conditions = ShowOrder(questions).order.compactMap { index in
      questions[index].showWhen.map { (index, BoundCondition($0, questions, positions)) }
    }
  }

  /// Whether any question has a condition.
  var isNeeded: Bool { !conditions.isEmpty }

  /// Marks what was not shown. O(rows × tests).
  func mark(_ sheet: inout AnswerSheet) {
    for row in 0..<sheet.count {
      for (question, condition) in conditions where !condition.holds(for: sheet.columns, row) {
        sheet.replace(.notShown, question: question, row: row)
      }
    }
  }
}

extension AnswerSheet {
  /// Marks the answers to questions that a questionnaire's conditions hide as not shown, whatever they are: what a
  /// ``Scorer`` does before it counts. O(answers + rows × tests).
  public mutating func markNotShown(in questionnaire: Questionnaire) {
    let branching = Branching(questionnaire.questions)
    if branching.isNeeded, columns.count == questionnaire.questions.count { branching.mark(&self) }
  }
}
