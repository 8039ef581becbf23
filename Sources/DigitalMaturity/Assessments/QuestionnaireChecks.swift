extension AssessmentChecks {
  /// Columns of a response file that are never a question or an attribute.
  static let reservedColumns: Set<String> = ["respondent"]

  func checkQuestionnaire(_ questionnaire: Questionnaire, at path: ModelPath) {
    checkID(questionnaire.id, path)
    checkText(questionnaire.title, "the questionnaire's title", path["title"])
    checkColumns(of: questionnaire, at: path)
    checkUnique(questionnaire.sections.map(\.id.rawValue), in: "sections", base: path)
    let questions = questionnaire.questions
    let byID = Dictionary(questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (number, section) in questionnaire.sections.enumerated() {
      let sectionPath = path["sections"][number]
      checkID(section.id, sectionPath)
      checkText(section.title, "the section's title", sectionPath["title"])
      for (index, question) in section.questions.enumerated() {
        checkQuestion(question, among: byID, at: sectionPath["questions"][index])
      }
    }
    if questions.isEmpty, document == nil || questionnaire.sections.isEmpty {
      error(.missingKey, "a questionnaire asks at least one question; add one", path["sections"])
    }
    checkCycles(of: questionnaire, byID: byID, at: path)
  }

  /// Question and attribute ids name columns of one file, so they are unique together.
  private func checkColumns(of questionnaire: Questionnaire, at path: ModelPath) {
    var columns: [String: String] = [:]
    func check(_ id: String, _ what: String, _ place: ModelPath) {
      guard !id.isEmpty else { return }
      if Self.reservedColumns.contains(id) {
        error(.invalidID, "“\(id)” names a column of its own in response files; choose another id", place["id"])
      } else if let other = columns[id] {
        error(
          .duplicateID, "the id “\(id)” is already \(other)'s in this questionnaire; give one another id", place["id"])
      } else {
        columns[id] = what
      }
    }
    for (index, attribute) in questionnaire.attributes.enumerated() {
      let place = path["attributes"][index]
      checkID(attribute.id, place)
      check(attribute.id.rawValue, "an attribute", place)
      checkText(attribute.text, "the attribute's text", place["text"])
      checkUnique(attribute.values.map(\.id.rawValue), in: "values", base: place)
      for (number, value) in attribute.values.enumerated() {
        checkID(value.id, place["values"][number])
        checkText(value.label, "the label", place["values"][number]["label"])
      }
      if attribute.values.isEmpty, document == nil {
        error(.missingKey, "an attribute lists its values; add them", place["values"])
      }
      if attribute.values.count > 65_534 {
        error(.limit, "an attribute has at most 65,534 values", place["values"])
      }
      checkSpellings(attribute.values.map { ($0.id.rawValue, $0.label) }, at: place["values"])
    }
    for (number, section) in questionnaire.sections.enumerated() {
      for (index, question) in section.questions.enumerated() {
        check(question.id.rawValue, "a question", path["sections"][number]["questions"][index])
      }
    }
  }

  private func checkQuestion(_ question: Question, among byID: [Identifier<Question>: Question], at path: ModelPath) {
    checkID(question.id, path)
    checkText(question.text, "the question's text", path["text"])
    checkWeight(question.weight, path["weight"])
    if let level = question.level, !level.isFinite {
      error(.invalidValue, "a question's level is a finite number", path["level"])
    }
    if let snapshot = question.snapshot {
      checkReference(snapshot.rawValue, to: "area", in: areas, path["snapshot"])
    }
    checkMeasures(question, at: path["measures"])
    if case .closed(let options) = question.answers { checkOptions(options, of: question, at: path["options"]) }
    if let condition = question.showWhen { checkShowWhen(condition, among: byID, at: path["show-when"]) }
  }

  private func checkMeasures(_ question: Question, at path: ModelPath) {
    func check(_ measured: [(id: String, weight: Double)], _ list: String, _ kind: String, _ known: Set<String>) {
      for entry in measured.sorted(by: { $0.id < $1.id }) {
        checkReference(entry.id, to: kind, in: known, path[list][entry.id])
        checkWeight(entry.weight, path[list][entry.id])
      }
    }
    let measures = question.measures
    check(measures.areas.map { ($0.key.rawValue, $0.value) }, "areas", "area", areas)
    check(measures.principles.map { ($0.key.rawValue, $0.value) }, "principles", "principle", principles)
    check(measures.literacies.map { ($0.key.rawValue, $0.value) }, "literacies", "literacy", literacies)
    if !measures.isEmpty, question.answers.range == nil, document == nil || !question.answers.options.isEmpty {
      error(
        .invalidValue, "a question that measures something needs answers with scores; add “score” to its options", path)
    }
  }

  private func checkOptions(_ options: [AnswerOption], of question: Question, at path: ModelPath) {
    if options.isEmpty, document == nil {
      error(.missingKey, "a question of this kind lists its options; add them", path)
    }
    if options.count > AnswerCode.maximumOptions {
      error(.limit, "a question has at most \(AnswerCode.maximumOptions) options; this one has \(options.count)", path)
    }
    var seen: Set<String> = []
    for (index, option) in options.enumerated() {
      let place = path[index]
      checkID(option.id, place)
      if !option.id.rawValue.isEmpty, !seen.insert(option.id.rawValue).inserted {
        error(.duplicateID, "the id “\(option.id)” stands twice among these options; give one another id", place["id"])
      }
      checkText(option.label, "the option's label", place["label"])
      if let score = option.score, !score.isFinite || abs(score) > 1e12 {
        error(.invalidValue, "a score is a finite number of sensible size, not \(score)", place["score"])
      }
    }
    checkSpellings(options.map { ($0.id.rawValue, $0.label) }, at: path)
    checkStatements(options, at: path)
  }

  /// A cell is spelled by an id or a label: no label may be another option's id or label.
  private func checkSpellings(_ options: [(id: String, label: LocalizedText)], at path: ModelPath) {
    var owners: [String: Int] = [:]
    for (index, option) in options.enumerated() { owners[Spelling.folded(option.id)] = index }
    for (index, option) in options.enumerated() {
      for label in option.label.all where !label.isEmpty {
        let spelling = Spelling.folded(label)
        if let owner = owners[spelling], owner != index {
          error(
            .ambiguousOption,
            "“\(DocumentNode.short(label))” could mean “\(option.id)” or “\(options[owner].id)”; word one differently",
            path[index]["label"])
        } else {
          owners[spelling] = index
        }
      }
    }
  }

  /// A statement inside another: exports that join answers could not tell them apart, and people hardly can.
  private func checkStatements(_ options: [AnswerOption], at path: ModelPath) {
    guard options.count <= 64 else { return }
    let labels = options.map { Spelling.folded($0.label.text) }
    for (index, label) in labels.enumerated() where label.utf8.count > 24 {
      for (other, longer) in labels.enumerated() where other != index && longer.utf8.count > label.utf8.count {
        guard longer.utf8.count <= 2_000, Self.contains(Array(longer.utf8), Array(label.utf8)) else { continue }
        warning(
          .similarStatements,
          "the statement of “\(options[index].id)” stands inside that of “\(options[other].id)”; word it differently",
          path[index]["label"])
      }
    }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }

  // MARK: Conditions

  private func checkShowWhen(
    _ condition: Condition, among byID: [Identifier<Question>: Question], at path: ModelPath
  ) {
    let known = Set(byID.keys.map(\.rawValue))
    for subject in condition.subjects {
      if case .question(let id) = subject {
        checkReference(id.rawValue, to: "question", in: known, path)
      } else {
        error(
          .invalidValue,
          "“show-when” looks at questions, since scores do not exist while people answer; “\(subject.id)” is not one",
          path)
      }
    }
    checkOptionTests(condition, among: byID, at: path)
    if !Self.canHold(condition, among: byID) {
      warning(.neverShown, "no answers make this condition true, so the question is never shown", path)
    }
  }

  /// Options named by a test exist.
  func checkOptionTests(_ condition: Condition, among byID: [Identifier<Question>: Question], at path: ModelPath) {
    switch condition {
    case .all(let conditions), .any(let conditions):
      for condition in conditions { checkOptionTests(condition, among: byID, at: path) }
    case .not(let condition): checkOptionTests(condition, among: byID, at: path)
    case .test(.question(let id), .isOption(let options)):
      guard let question = byID[id] else { return }
      let known = Set(question.answers.options.map(\.id.rawValue))
      for option in options { checkReference(option.rawValue, to: "option of “\(id)”", in: known, path) }
    case .test: return
    }
  }

  /// Whether some answers could make a condition true; errs on the side of yes.
  private static func canHold(_ condition: Condition, among byID: [Identifier<Question>: Question]) -> Bool {
    switch condition {
    case .all(let conditions): return conditions.allSatisfy { canHold($0, among: byID) }
    case .any(let conditions): return conditions.contains { canHold($0, among: byID) }
    case .not: return true
    case .test(.question(let id), let test):
      guard let question = byID[id], let range = question.answers.range else { return true }
      switch test {
      case .atLeast(let bound): return bound <= range.upperBound
      case .above(let bound): return bound < range.upperBound
      case .atMost(let bound): return bound >= range.lowerBound
      case .below(let bound): return bound > range.lowerBound
      case .isOption(let options): return !options.isEmpty
      case .answered: return true
      }
    case .test: return true
    }
  }

  /// Reports questions that wait for each other.
  private func checkCycles(
    of questionnaire: Questionnaire, byID: [Identifier<Question>: Question], at path: ModelPath
  ) {
    let order = ShowOrder(questionnaire.questions)
    guard !order.cyclic.isEmpty else { return }
    let names = order.cyclic.map { questionnaire.questions[$0].id.rawValue }
    for (number, section) in questionnaire.sections.enumerated() {
      for (index, question) in section.questions.enumerated() where names.contains(question.id.rawValue) {
        error(
          .conditionCycle, "these questions wait for each other's answers: \(names.joined(separator: ", "))",
          path["sections"][number]["questions"][index]["show-when"])
        return
      }
    }
  }
}
