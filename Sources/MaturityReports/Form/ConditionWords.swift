import DigitalMaturity

/// Conditions on questions as a person filling in a form reads them: “your answer to question 3 is “Yes””.
struct ConditionWords: Sendable {
  private let questions: [Identifier<Question>: (number: Int, question: Question)]
  private let facts: ReportFacts

  init(questionnaire: Questionnaire, facts: ReportFacts) {
    self.facts = facts
    questions = Dictionary(
      questionnaire.questions.enumerated().map { ($0.element.id, (number: $0.offset + 1, question: $0.element)) },
      uniquingKeysWith: { first, _ in first })
  }

  func phrase(_ condition: Condition) -> Phrase {
    switch condition {
    case .all(let conditions): return .joined(conditions.map { part($0) }, by: " and ")
    case .any(let conditions): return .joined(conditions.map { part($0) }, by: " or ")
    case .not(let condition): return "it is not so that \(part(condition))"
    case .test(let subject, let test): return phrase(subject, test)
    }
  }

  /// A condition inside another: brackets where the words would be ambiguous.
  private func part(_ condition: Condition) -> Phrase {
    switch condition {
    case .all(let conditions) where conditions.count > 1, .any(let conditions) where conditions.count > 1:
      "(\(phrase(condition)))"
    default: phrase(condition)
    }
  }

  private func phrase(_ subject: Condition.Subject, _ test: Condition.Test) -> Phrase {
    guard case .question(let id) = subject, let known = questions[id] else {
      return "the score of \(Content(subject.id)) \(Self.comparison(test))"
    }
    let question: Phrase = "question \(known.number)"
    switch test {
    case .isOption(let options):
      let labels = options.map { option -> Phrase in
        let label = known.question.answers.options.first { $0.id == option }?.label
        return "“\(label.map { facts.content($0) } ?? Content(option.rawValue))”"
      }
      let list = Phrase.list(labels, last: "or")
      guard let kind = known.question.optionKind else { return "your answer to \(question) is \(list)" }
      return kind.isRanked ? "you put \(list) first in \(question)" : "you chose \(list) in \(question)"
    case .answered(let isAnswered):
      return isAnswered ? "you answered \(question)" : "you did not answer \(question)"
    case .atLeast, .atMost, .above, .below:
      if known.question.optionKind != nil {
        return "your answer to \(question) scores \(Self.comparison(test))"
      }
      let options = known.question.answers.options.filter { option in
        option.score.map { Self.holds(test, known.question.effective($0)) } ?? false
      }
      if options.isEmpty { return "your answer to \(question) is \(Self.comparison(test))" }
      let labels = options.map { option -> Phrase in "“\(facts.content(option.label))”" }
      return "your answer to \(question) is \(Phrase.list(labels, last: "or"))"
    }
  }

  private static func comparison(_ test: Condition.Test) -> String {
    switch test {
    case .atLeast(let bound): "at least \(NumberWords.exact(bound))"
    case .atMost(let bound): "at most \(NumberWords.exact(bound))"
    case .above(let bound): "above \(NumberWords.exact(bound))"
    case .below(let bound): "below \(NumberWords.exact(bound))"
    case .isOption(let options): "is \(options.map(\.rawValue).joined(separator: " or "))"
    case .answered(let expected): expected ? "is known" : "is not known"
    }
  }

  private static func holds(_ test: Condition.Test, _ score: Double) -> Bool {
    Condition.test(.question(""), test).holds { _ in Condition.Known(score: score, isAnswered: true) }
  }
}
