extension AssessmentChecks {
  /// Columns of a response file that are never a question or an attribute.
  static let reservedColumns: Set<String> = ["respondent"]

  func checkQuestionnaire(_ questionnaire: Questionnaire, at path: ModelPath) {
    checkID(questionnaire.id, path)
    checkText(questionnaire.title, "the questionnaire's title", path["title"])
    checkColumns(of: questionnaire, at: path)
    checkUnique(questionnaire.sections.map(\.id.rawValue), in: "sections", base: path)
    let hasConditions = questionnaire.hasConditions
    let scope = QuestionScope(hasConditions ? questionnaire.questions : [])
    var glance = OptionGlance()
    var reportedOptions: Set<ModelPath> = []
    for (number, section) in questionnaire.sections.enumerated() {
      let sectionPath = path["sections"][number]
      checkID(section.id, sectionPath)
      checkText(section.title, "the section's title", sectionPath["title"])
      // A span lends a question out; an array would give a copy of its many parts.
      let questions = section.questions.span
      for index in questions.indices {
        checkQuestion(questions[index], in: scope, at: sectionPath["questions"][index])
        let options = questions[index].answers.options
        if options.isEmpty, case .open = questions[index].answers { continue }
        if glance.findsSound(options) { continue }
        // Options that several questions share by name are reported once, where they are written.
        var optionsPath = sectionPath["questions"][index]["options"]
        if let name = document?.node(at: optionsPath)?.text { optionsPath = path["answers"][name] }
        if reportedOptions.insert(optionsPath).inserted { checkOptions(options, at: optionsPath) }
      }
    }
    let sections = path["sections"]
    if questionnaire.sections.allSatisfy(\.questions.isEmpty),
      document?.node(at: sections)?.isSequence ?? (document == nil),
      questionnaire.sections.indices.allSatisfy({
        document?.node(at: sections[$0]["questions"])?.isSequence ?? (document == nil)
      })
    {
      error(.missingKey, "a questionnaire asks at least one question; add one", path["sections"])
    }
    if hasConditions { checkCycles(of: questionnaire, at: path) }
    checkTexts(of: questionnaire, at: path)
  }

  /// Question and attribute ids name columns of one file, so they are unique together.
  private func checkColumns(of questionnaire: Questionnaire, at path: ModelPath) {
    var columns: [String: String] = [:]
    columns.reserveCapacity(questionnaire.sections.reduce(0) { $0 + $1.questions.count })
    func check(_ id: String, _ what: String, _ place: @autoclosure () -> ModelPath) {
      guard !id.isEmpty else { return }
      if Self.reservedColumns.contains(id) {
        error(.invalidID, "“\(id)” names a column of its own in response files; choose another id", place()["id"])
      } else if let other = columns[id] {
        error(
          .duplicateID, "the id “\(id)” is already \(other)'s in this questionnaire; give one another id",
          place()["id"])
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
      if attribute.values.isEmpty, document?.node(at: place["values"])?.isSequence ?? (document == nil) {
        error(.missingKey, "an attribute lists its values; add them", place["values"])
      }
      if attribute.values.count > 65_534 {
        error(.limit, "an attribute has at most 65,534 values; take some out", place["values"])
      }
      checkSpellings(OptionSpellings(attribute.values), at: place["values"])
    }
    for (number, section) in questionnaire.sections.enumerated() {
      for index in section.questions.indices {
        check(section.questions[index].id.rawValue, "a question", path["sections"][number]["questions"][index])
      }
    }
  }

  private func checkQuestion(_ question: Question, in scope: QuestionScope, at path: @autoclosure () -> ModelPath) {
    checkID(question.id, path())
    checkText(question.text, "the question's text", path()["text"])
    checkWeight(question.weight, path()["weight"])
    if let level = question.level, !level.isFinite {
      error(.invalidValue, "a question's level is a finite number", path()["level"])
    }
    if let snapshot = question.snapshot {
      checkReference(snapshot.rawValue, to: "area", in: areas, path()["snapshot"])
      checkSnapshot(question, at: path())
    }
    checkMeasures(question, at: path())
    if case .open(let kind) = question.answers, document == nil {
      for problem in kind.problems { error(.invalidValue, problem, path()) }
    }
    if let condition = question.showWhen { checkShowWhen(condition, in: scope, at: path()["show-when"]) }
  }

  private func checkMeasures(_ question: Question, at path: @autoclosure () -> ModelPath) {
    func check(_ id: String, _ weight: Double, _ list: String, _ kind: String, _ known: Set<String>) {
      checkReference(id, to: kind, in: known, path()["measures"][list][id])
      checkWeight(weight, path()["measures"][list][id])
      checkProduct(question.weight, weight, path()["measures"][list][id])
    }
    let measures = question.measures
    for entry in measures.areas { check(entry.id.rawValue, entry.weight, "areas", "area", areas) }
    for entry in measures.principles {
      check(entry.id.rawValue, entry.weight, "principles", "principle", principles)
    }
    for entry in measures.literacies { check(entry.id.rawValue, entry.weight, "literacies", "literacy", literacies) }
    guard !measures.isEmpty, question.answers.range == nil else { return }
    switch question.answers {
    case .closed(let options):
      // Options that are missing have been reported as such.
      guard !options.isEmpty else { return }
      error(
        .invalidValue, "a question that measures something needs answers with scores; add “score” to its options",
        path()["measures"])
    case .open(let kind):
      // What is wrong with the kind's own settings has been reported as such.
      guard kind.problems.isEmpty else { return }
      error(
        .invalidValue,
        "answers to this “\(question.kind)” question have no scores, so it measures nothing; give it scores, or take "
          + "“measures” out", path()["measures"])
    }
  }

  /// A snapshot is comparable between audiences because its options are the levels, whoever is asked.
  private func checkSnapshot(_ question: Question, at path: ModelPath) {
    let scores = Dictionary(draft.levels.map { ($0.id.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    let options = question.answers.options
    let areLevels = options.allSatisfy { option in
      scores[option.id.rawValue].map { $0.isNaN || $0 == option.score } ?? false
    }
    if case .closed = question.answers, areLevels, document != nil || options.count == draft.levels.count { return }
    error(
      .invalidValue,
      "the answers of a snapshot question are the area's levels; make its kind “level”, or take "
        + "“snapshot” out", path["kind"])
  }

  /// Form exports name columns by what is asked, so two questions with one text cannot be told apart there.
  private func checkTexts(of questionnaire: Questionnaire, at path: ModelPath) {
    var texts = FoldedTexts()
    var places: [(section: Int, question: Int)] = []
    for (number, section) in questionnaire.sections.enumerated() {
      let questions = section.questions.span
      for index in questions.indices where !questions[index].text.isEmpty {
        texts.append(questions[index].text.text)
        places.append((number, index))
      }
    }
    for (first, later) in texts.repeats {
      let owner = questionnaire.sections[places[first].section].questions[places[first].question].id
      warning(
        .similarStatements, "“\(owner)” asks the same in the same words; word one of them differently",
        path["sections"][places[later].section]["questions"][places[later].question]["text"])
    }
  }
}
