extension AssessmentChecks {
  /// Warns of texts that lack one of the languages the title is written in.
  func checkTranslations() {
    let languages = draft.title.translations.keys.sorted()
    guard languages.count > 1 else { return }
    let translations = Translations(checks: self, languages: languages)
    translations.checkModel()
    for (index, questionnaire) in draft.questionnaires.enumerated() {
      translations.check(questionnaire, ModelPath.root["questionnaires"][index])
    }
  }
}

private struct Translations {
  let checks: AssessmentChecks
  let languages: [String]

  private func missing(in text: LocalizedText?) -> [String] {
    // Blank text is reported as such.
    guard let text, !text.isEmpty else { return [] }
    return languages.filter {
      text.translations[$0] == nil && !(text.translations.isEmpty && $0 == checks.draft.language)
    }
  }

  private func check(_ text: LocalizedText?, _ path: ModelPath) {
    let missing = missing(in: text)
    guard !missing.isEmpty else { return }
    checks.warning(.missingTranslation, "this text has no translation for \(missing.joined(separator: ", "))", path)
  }

  private func check(_ texts: [(key: String, text: LocalizedText?)], _ path: ModelPath) {
    for (key, text) in texts { check(text, path[key]) }
  }

  private func check<Entity>(
    _ list: String, _ entities: [Entity], _ texts: (Entity) -> [(key: String, text: LocalizedText?)]
  ) {
    for (index, entity) in entities.enumerated() { check(texts(entity), ModelPath.root[list][index]) }
  }

  func checkModel() {
    let draft = checks.draft
    check([("summary", draft.summary), ("source", draft.source)], .root)
    check("levels", draft.levels) { [("name", $0.name), ("summary", $0.summary)] }
    check("themes", draft.themes) { [("name", $0.name), ("summary", $0.summary)] }
    check("principle-sets", draft.principleSets) { [("name", $0.name)] }
    check("principles", draft.principles) { [("name", $0.name), ("statement", $0.statement)] }
    check("literacies", draft.literacies) { [("name", $0.name), ("summary", $0.summary)] }
    check("areas", draft.areas) { [("name", $0.name), ("summary", $0.summary)] }
    for (index, area) in draft.areas.enumerated() {
      let path = ModelPath.root["areas"][index]["levels"]
      check(area.levels.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, $0.value) }, path)
    }
    check("workstreams", draft.workstreams) { [("name", $0.name), ("summary", $0.summary)] }
    check("actions", draft.actions) { [("name", $0.name), ("description", $0.description), ("lead", $0.lead)] }
    check("projects", draft.projects) { [("name", $0.name), ("description", $0.description)] }
    check("governance", draft.governance) { [("name", $0.name), ("decides", $0.decides)] }
  }

  func check(_ questionnaire: Questionnaire, _ path: ModelPath) {
    check([("title", questionnaire.title), ("introduction", questionnaire.introduction)], path)
    for (index, attribute) in questionnaire.attributes.enumerated() {
      let place = path["attributes"][index]
      check(attribute.text, place["text"])
      for (number, value) in attribute.values.enumerated() { check(value.label, place["values"][number]["label"]) }
    }
    for (number, section) in questionnaire.sections.enumerated() {
      let place = path["sections"][number]
      // A title that is not written is the section's id, in every language.
      if section.title.text != section.id.rawValue { check(section.title, place["title"]) }
      check(section.introduction, place["introduction"])
      for (index, question) in section.questions.enumerated() { check(question, place["questions"][index]) }
    }
  }

  private func check(_ question: Question, _ path: ModelPath) {
    check([("text", question.text), ("help", question.help)], path)
    // A snapshot's options are the area's descriptions, and a document without options has the levels' names.
    guard question.snapshot == nil, question.answers.options.contains(where: { !missing(in: $0.label).isEmpty })
    else { return }
    let options = path["options"]
    if let document = checks.document, document.node(at: options) == nil { return }
    for (number, option) in question.answers.options.enumerated() { check(option.label, options[number]["label"]) }
  }
}
