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
    case .all(let conditions): return joined(conditions, by: .conditionAnd)
    case .any(let conditions): return joined(conditions, by: .conditionOr)
    case .not(let condition): return words(.conditionNot, ["condition": part(condition)])
    case .test(let subject, let test): return phrase(subject, test)
    }
  }

  private var words: ReportWords { facts.words }

  private func joined(_ conditions: [Condition], by message: FormMessage) -> Phrase {
    let parts = conditions.map { part($0) }
    return parts.dropFirst().reduce(parts.first ?? "") { words(message, ["conditions": $0, "condition": $1]) }
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
      return words(.scoreOf, ["subject": Content(subject.id), "comparison": comparison(test)])
    }
    let number = known.number
    switch test {
    case .isOption(let options):
      let labels = options.map { option -> Phrase in
        let label = known.question.answers.options.first { $0.id == option }?.label
        return words.quoted(label.map { facts.content($0) } ?? Content(option.rawValue))
      }
      let list = words.listOr(labels)
      guard let kind = known.question.optionKind else { return words(.answerIs, ["number": number, "answer": list]) }
      return words(kind.isRanked ? .putFirst : .chose, ["options": list, "number": number])
    case .answered(let isAnswered):
      return words(isAnswered ? .youAnswered : .youDidNotAnswer, ["number": number])
    case .atLeast, .atMost, .above, .below:
      if known.question.optionKind != nil {
        return words(.answerScores, ["number": number, "comparison": comparison(test)])
      }
      let options = known.question.answers.options.filter { option in
        option.score.map { Self.holds(test, known.question.effective($0)) } ?? false
      }
      if options.isEmpty { return words(.answerIs, ["number": number, "answer": comparison(test)]) }
      let labels = options.map { words.quoted(facts.content($0.label)) }
      return words(.answerIs, ["number": number, "answer": words.listOr(labels)])
    }
  }

  private func comparison(_ test: Condition.Test) -> Phrase {
    switch test {
    case .atLeast(let bound): words(.atLeast, ["bound": words.exact(bound)])
    case .atMost(let bound): words(.atMost, ["bound": words.exact(bound)])
    case .above(let bound): words(.above, ["bound": words.exact(bound)])
    case .below(let bound): words(.below, ["bound": words.exact(bound)])
    case .isOption(let options): words(.isOption, ["options": words.listOr(options.map { Phrase($0.rawValue) })])
    case .answered(let expected): words(expected ? .isKnown : .isNotKnown)
    }
  }

  private static func holds(_ test: Condition.Test, _ score: Double) -> Bool {
    Condition.test(.question(""), test).holds { _ in Condition.Known(score: score, isAnswered: true) }
  }
}
