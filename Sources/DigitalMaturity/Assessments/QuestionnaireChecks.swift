extension AssessmentChecks {
  /// Columns of a response file that are never a question or an attribute.
  static let reservedColumns: Set<String> = ["respondent"]

  func checkQuestionnaire(_ questionnaire: Questionnaire, at path: ModelPath) {
    checkID(questionnaire.id, path)
    checkText(questionnaire.title, "the questionnaire's title", path["title"])
    checkColumns(of: questionnaire, at: path)
    checkUnique(questionnaire.sections.map(\.id.rawValue), in: "sections", base: path)
    let questions = questionnaire.questions
    let scope = QuestionScope(questions)
    var reportedOptions: Set<ModelPath> = []
    for (number, section) in questionnaire.sections.enumerated() {
      let sectionPath = path["sections"][number]
      checkID(section.id, sectionPath)
      checkText(section.title, "the section's title", sectionPath["title"])
      for (index, question) in section.questions.enumerated() {
        let place = sectionPath["questions"][index]
        checkQuestion(question, in: scope, at: place)
        guard case .closed(let options) = question.answers, hasProblems(options) else { continue }
        // Options that several questions share by name are reported once, where they are written.
        var optionsPath = place["options"]
        if let name = document?.node(at: optionsPath)?.text { optionsPath = path["answers"][name] }
        if reportedOptions.insert(optionsPath).inserted { checkOptions(options, at: optionsPath) }
      }
    }
    let sections = path["sections"]
    if questions.isEmpty, document?.node(at: sections)?.isSequence ?? (document == nil),
      questionnaire.sections.indices.allSatisfy({
        document?.node(at: sections[$0]["questions"])?.isSequence ?? (document == nil)
      })
    {
      error(.missingKey, "a questionnaire asks at least one question; add one", path["sections"])
    }
    checkCycles(of: questionnaire, at: path)
    checkTexts(of: questionnaire, at: path)
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
      if attribute.values.isEmpty, document?.node(at: place["values"])?.isSequence ?? (document == nil) {
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

  private func checkQuestion(_ question: Question, in scope: QuestionScope, at path: ModelPath) {
    checkID(question.id, path)
    checkText(question.text, "the question's text", path["text"])
    checkWeight(question.weight, path["weight"])
    if let level = question.level, !level.isFinite {
      error(.invalidValue, "a question's level is a finite number", path["level"])
    }
    if let snapshot = question.snapshot {
      checkReference(snapshot.rawValue, to: "area", in: areas, path["snapshot"])
      checkSnapshot(question, at: path)
    }
    checkMeasures(question, at: path["measures"])
    if case .open(let kind) = question.answers, document == nil {
      for problem in kind.problems { error(.invalidValue, problem, path) }
    }
    if let condition = question.showWhen { checkShowWhen(condition, in: scope, at: path["show-when"]) }
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
    guard !measures.isEmpty, question.answers.range == nil else { return }
    switch question.answers {
    case .closed(let options):
      // Options that are missing have been reported as such.
      guard !options.isEmpty else { return }
      error(
        .invalidValue, "a question that measures something needs answers with scores; add “score” to its options", path)
    case .open:
      error(
        .invalidValue,
        "answers to this “\(question.kind)” question have no scores, so it measures nothing; give it scores, or take "
          + "“measures” out", path)
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

  /// Whether options need a closer look. Looks nothing up in the document, which takes time.
  private func hasProblems(_ options: [AnswerOption]) -> Bool {
    var trial = self
    trial.document = nil
    trial.log = DiagnosticLog()
    trial.checkOptions(options, at: .root)
    return !trial.log.diagnostics.isEmpty
  }

  private func checkOptions(_ options: [AnswerOption], at path: ModelPath) {
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
      // Not a number, in a document: a level's value that could not be read, and was reported.
      if let score = option.score, !(abs(score) <= 1e12), document == nil || !score.isNaN {
        error(.invalidValue, "a score lies between -1e12 and 1e12, unlike \(shown(score))", place["score"])
      }
      checkNoStatus(option, at: place)
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

  /// A cell that says “don't know” is never an option.
  private func checkNoStatus(_ option: AnswerOption, at place: ModelPath) {
    for (text, key) in [(option.id.rawValue, "id")] + option.label.all.map({ ($0, "label") }) {
      guard let status = AnswerStatus(spelling: Spelling.folded(text)) else { continue }
      error(
        .ambiguousOption,
        "“\(DocumentNode.short(text))” is not an answer but says why there is none; take the option out and add "
          + "“\(status.rawValue)” to the question's “allow”", place[key])
      return
    }
  }

  /// Form exports name columns by what is asked, so two questions with one text cannot be told apart there.
  private func checkTexts(of questionnaire: Questionnaire, at path: ModelPath) {
    var owners: [String: Identifier<Question>] = [:]
    for (number, section) in questionnaire.sections.enumerated() {
      for (index, question) in section.questions.enumerated() where !question.text.isEmpty {
        let text = Spelling.folded(question.text.text)
        if let owner = owners[text] {
          warning(
            .similarStatements, "“\(owner)” asks the same in the same words; word one of them differently",
            path["sections"][number]["questions"][index]["text"])
        } else {
          owners[text] = question.id
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
}
