import DigitalMaturity

/// Reads questionnaires and their questions.
struct QuestionnaireReader {
  let log: DiagnosticLog
  let vocabulary: Vocabulary
  let draft: AssessmentDraft
  /// What questionnaires take from each other.
  let shared: SharedItems

  func questionnaire(_ node: DocumentNode) -> Questionnaire? {
    node.readTable(into: log) { table in
      let id: Identifier<Questionnaire> = table.requiredIdentifier("id") ?? ""
      let title = table.requiredLocalized("title") ?? ""
      let sets = answerSets(&table)
      return Questionnaire(
        id: id, title: title, audience: table.text("audience") ?? "everyone",
        mode: table.word("mode", Questionnaire.Mode.self),
        introduction: table.localized("introduction"),
        attributes: list("attributes", &table, QuestionnaireReader.attribute),
        sections: table.requiredList("sections").compactMap { node in
          section(node, sets) ?? silent.section(.emptyMapping, sets)
        })
    }
  }

  /// A reader whose reports are thrown away: makes the stand-ins for what is no mapping.
  private var silent: QuestionnaireReader {
    QuestionnaireReader(log: DiagnosticLog(), vocabulary: vocabulary, draft: draft, shared: shared)
  }

  private func list<Entity>(
    _ key: DocumentKey, _ table: inout TableReader, _ read: (QuestionnaireReader) -> (DocumentNode) -> Entity?
  ) -> [Entity] {
    table.list(key).compactMap { read(self)($0) ?? read(silent)(.emptyMapping) }
  }

  func attribute(_ node: DocumentNode) -> Attribute? {
    if SharedItems.isUse(node) { return shared.attribute(node) }
    return node.readTable(into: log) { table in
      let values = table.requiredList("values")
      return Attribute(
        id: table.requiredIdentifier("id") ?? "", text: table.requiredLocalized("text") ?? "",
        values: values.compactMap { value($0) ?? silent.value(.emptyMapping) })
    }
  }

  private func value(_ node: DocumentNode) -> Attribute.Value? {
    node.readTable(into: log) { table in
      Attribute.Value(id: table.requiredIdentifier("id") ?? "", label: table.requiredLocalized("label") ?? "")
    }
  }

  func answerSets(_ table: inout TableReader) -> [String: [AnswerOption]] {
    guard let node = table.value("answers") else { return [:] }
    var sets: [String: [AnswerOption]] = [:]
    _ = node.readTable(into: log) { table in
      table.acceptAllKeys()
      for (key, value) in node.members {
        guard let name = key.readText(into: log) else { continue }
        sets[name] = OptionsReader(log: log).options(value)
      }
    }
    return sets
  }

  private func section(_ node: DocumentNode, _ sets: [String: [AnswerOption]]) -> Questionnaire.Section? {
    node.readTable(into: log) { table in
      let id: Identifier<Questionnaire.Section> = table.requiredIdentifier("id") ?? ""
      return Questionnaire.Section(
        id: id, title: table.localized("title") ?? LocalizedText(id.rawValue),
        introduction: table.localized("introduction"),
        questions: table.requiredList("questions").compactMap { node in
          question(node, sets) ?? silent.question(.emptyMapping, sets)
        })
    }
  }

  // MARK: Questions

  func question(_ node: DocumentNode, _ sets: [String: [AnswerOption]]) -> Question? {
    if SharedItems.isUse(node) { return shared.question(node) }
    return node.readTable(into: log) { table in
      let id: Identifier<Question> = table.requiredIdentifier("id") ?? ""
      let snapshot: Identifier<Area>? = table.identifier("snapshot")
      let area = snapshot.flatMap { id in draft.areas.first { $0.id == id } }
      let kind = table.text("kind") ?? (snapshot == nil ? nil : LevelKind.name)
      let text = table.localized("text") ?? area.map { LocalizedText("\($0.name.text): where are we today?") }
      if text == nil { _ = table.required("text") }
      if kind == nil { _ = table.required("kind") }
      var measures = readMeasures(&table)
      if let area, measures.areas[area.id] == nil { measures.areas[area.id] = 1 }
      let context = QuestionContext(levels: draft.levels, snapshot: area, answerSets: sets)
      let answers = answers(of: kind, &table, context, isSnapshot: snapshot != nil)
      return Question(
        id: id, kind: kind ?? "", text: text ?? "", help: table.localized("help"),
        answers: answers ?? .closed([]), snapshot: snapshot, measures: measures,
        weight: table.number("weight") ?? 1, level: table.number("level"),
        isReversed: table.boolean("reverse") ?? false, isRequired: table.boolean("required") ?? false,
        allowed: allowed(&table), showWhen: table.value("show-when")?.readCondition(into: log))
    }
  }

  /// What the kind reads; a snapshot of an area that does not exist has no options, which the checks report as such.
  private func answers(
    of kind: String?, _ table: inout TableReader, _ context: QuestionContext, isSnapshot: Bool
  ) -> AnswerModel? {
    guard let kind else {
      table.acceptAllKeys()
      return nil
    }
    guard let type = vocabulary.kinds[kind] else {
      let known = vocabulary.kinds.keys.sorted()
      let place = table.value("kind")?.location ?? table.node.location
      log.error(
        .unknownKind, "there is no kind of question “\(kind)”\(NearestName.hint(kind, in: known))", at: place)
      // Its keys are unknown, not misspelt.
      table.acceptAllKeys()
      return nil
    }
    if isSnapshot, context.snapshot == nil { return nil }
    return type.read(&table, in: context)
  }

  private func allowed(_ table: inout TableReader) -> AnswerStatusSet {
    var allowed: AnswerStatusSet = []
    for node in table.list("allow") {
      if let word = node.readWord(AllowedStatus.self, into: log) { allowed.insert(word.status) }
    }
    return allowed
  }

  func readMeasures(_ table: inout TableReader) -> Measures {
    guard let node = table.value("measures") else { return Measures() }
    return node.readTable(into: log) { table in
      Measures(
        areas: weights("areas", &table), principles: weights("principles", &table),
        literacies: weights("literacies", &table))
    } ?? Measures()
  }

  /// A list of ids, each in full, or a mapping of ids to shares of the question's weight.
  private func weights<Named>(_ key: DocumentKey, _ table: inout TableReader) -> Weights<Named> {
    var weights = Weights<Named>()
    guard let node = table.value(key) else { return weights }
    if node.kind == .mapping {
      for (key, value) in node.members {
        guard let id = key.readText(into: log), let weight = value.readNumber(into: log) else { continue }
        weights[Identifier(id)] = weight
      }
    } else {
      for element in node.readList(into: log) {
        guard let text = element.readText(into: log) else { continue }
        let id = Identifier<Named>(text)
        if weights[id] != nil {
          log.error(.duplicateID, "“\(id)” stands twice in this list; take one out", at: element.location)
        }
        weights[id] = 1
      }
    }
    return weights
  }
}

/// The statuses that a person may choose instead of an answer.
enum AllowedStatus: String, CaseIterable {
  case dontKnow = "dont-know"
  case notApplicable = "not-applicable"
  case preferNotToSay = "prefer-not-to-say"

  var status: AnswerStatus {
    switch self {
    case .dontKnow: .dontKnow
    case .notApplicable: .notApplicable
    case .preferNotToSay: .preferNotToSay
    }
  }
}
