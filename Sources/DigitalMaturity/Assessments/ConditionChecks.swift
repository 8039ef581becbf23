extension AssessmentChecks {
  // MARK: Conditions on questions

  /// A condition that people's answers decide: it tests questions that exist, and options that they have.
  /// - Parameter owner: What the condition belongs to, such as “show-when”, and why it can look at nothing else.
  func checkAnswerCondition(_ condition: Condition, of owner: String, in scope: QuestionScope, at path: ModelPath) {
    for (subject, test, path) in Self.tests(in: condition, at: path) {
      guard case .question(let id) = subject else {
        error(
          .invalidValue, "\(owner); “\(subject.id)” is not one, so test a question instead", path[subject.kind])
        continue
      }
      checkReference(id.rawValue, to: "question", in: scope.ids, path["question"])
      guard case .isOption(let named) = test, let options = scope.options[id] else { continue }
      for option in named where !options.contains(option.rawValue) {
        let mend =
          options.isEmpty
          ? "; test it with at-least, at-most, above, below or answered"
          : hint(option.rawValue, in: options)
        error(
          .unknownReference, "“\(id)” has no option “\(DocumentNode.short(option.rawValue))”\(mend)",
          path["is"][option.rawValue])
      }
    }
  }

  func checkShowWhen(_ condition: Condition, in scope: QuestionScope, at path: ModelPath) {
    checkAnswerCondition(
      condition, of: "“show-when” looks at questions, since scores do not exist while people answer",
      in: scope, at: path)
    if !Self.canHold(condition, in: scope) {
      warning(
        .neverShown, "no answers make this condition true, so the question is never shown; change the condition", path)
    }
  }

  /// Whether some answers could make a condition true; errs on the side of yes.
  private static func canHold(_ condition: Condition, in scope: QuestionScope) -> Bool {
    switch condition {
    case .all(let conditions):
      // One answer cannot be two options, unless it may name several.
      var options: [Identifier<Question>: Set<Identifier<AnswerOption>>] = [:]
      for case .test(.question(let id), .isOption(let named)) in conditions where !scope.several.contains(id) {
        options[id, default: Set(named)].formIntersection(named)
      }
      return !options.values.contains { $0.isEmpty } && conditions.allSatisfy { canHold($0, in: scope) }
    case .any(let conditions): return conditions.contains { canHold($0, in: scope) }
    case .not: return true
    case .test(.question(let id), let test):
      guard scope.options[id] != nil else { return true }
      let range = scope.ranges[id]
      switch test {
      case .atLeast(let bound): return range.map { bound <= $0.upperBound } ?? false
      case .above(let bound): return range.map { bound < $0.upperBound } ?? false
      case .atMost(let bound): return range.map { bound >= $0.lowerBound } ?? false
      case .below(let bound): return range.map { bound > $0.lowerBound } ?? false
      case .isOption(let options): return !options.isEmpty
      case .answered: return true
      }
    case .test: return true
    }
  }

  /// Reports questions that wait for each other.
  func checkCycles(of questionnaire: Questionnaire, at path: ModelPath) {
    let questions = questionnaire.questions
    let cyclic = Set(ShowOrder(questions).cyclic)
    guard !cyclic.isEmpty else { return }
    let names = cyclic.sorted().prefix(20).map { questions[$0].id.rawValue }.joined(separator: ", ")
    var position = 0
    for (number, section) in questionnaire.sections.enumerated() {
      for index in section.questions.indices {
        if cyclic.contains(position) {
          error(
            .conditionCycle, "these questions wait for each other's answers: \(names); take one condition out",
            path["sections"][number]["questions"][index]["show-when"])
          return
        }
        position += 1
      }
    }
  }

  // MARK: Conditions on scores

  /// A condition that scores decide: it compares areas, principles or literacies that exist.
  func checkScoreCondition(_ condition: Condition, _ path: ModelPath) {
    for (subject, test, path) in Self.tests(in: condition, at: path) {
      switch subject {
      case .area(let id): checkReference(id.rawValue, to: "area", in: areas, path["area"])
      case .principle(let id): checkReference(id.rawValue, to: "principle", in: principles, path["principle"])
      case .literacy(let id): checkReference(id.rawValue, to: "literacy", in: literacies, path["literacy"])
      case .question(let id):
        error(
          .invalidValue, "an action waits for the score of an area, principle or literacy; “\(id)” is a question",
          path["question"])
        continue
      }
      if case .isOption = test {
        error(
          .invalidValue, "a score is no option; compare it with at-least, at-most, above or below", path["is"])
      }
    }
  }

  /// Every test in a condition, with the path to it.
  private static func tests(
    in condition: Condition, at path: ModelPath
  ) -> [(subject: Condition.Subject, test: Condition.Test, path: ModelPath)] {
    switch condition {
    case .all(let conditions):
      conditions.enumerated().flatMap { tests(in: $0.element, at: path["all"][$0.offset]) }
    case .any(let conditions):
      conditions.enumerated().flatMap { tests(in: $0.element, at: path["any"][$0.offset]) }
    case .not(let condition): tests(in: condition, at: path["not"])
    case .test(let subject, let test): [(subject, test, path)]
    }
  }
}

/// What conditions may test of questions.
struct QuestionScope {
  /// The questions' ids.
  let ids: Set<String>
  /// The ids of each question's options; none for a question whose options could not be read.
  private(set) var options: [Identifier<Question>: Set<String>] = [:]
  /// What comparisons can meet: the numbers or the scores of each question that has some.
  private(set) var ranges: [Identifier<Question>: ClosedRange<Double>] = [:]
  /// The questions to which one answer may choose several options.
  private(set) var several: Set<Identifier<Question>> = []

  /// - Parameter questions: Of one questionnaire, or of several that may ask the same question.
  init(_ questions: [Question]) {
    ids = Set(questions.map(\.id.rawValue))
    for question in questions {
      let known = question.answers.options.map(\.id.rawValue)
      if case .closed = question.answers, known.isEmpty { continue }
      options[question.id, default: []].formUnion(known)
      ranges[question.id] = Self.compared(question.answers)
      if let kind = question.optionKind, !kind.isRanked, kind.most > 1 { several.insert(question.id) }
    }
  }

  private static func compared(_ answers: AnswerModel) -> ClosedRange<Double>? {
    guard case .open(let kind as any NumberAnswerKind) = answers else { return answers.range }
    let (least, greatest) = (kind.least ?? -.infinity, kind.greatest ?? .infinity)
    return least <= greatest ? least...greatest : nil
  }
}
