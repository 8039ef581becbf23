extension AssessmentChecks {
  /// Warns of texts that lack one of the languages the title is written in.
  func checkTranslations() {
    let languages = draft.title.translations.keys.sorted()
    guard languages.count > 1 else { return }
    let root = ModelPath.root
    func check(_ text: LocalizedText?, _ path: ModelPath) {
      guard let text else { return }
      let missing = languages.filter {
        text.translations[$0] == nil && !(text.translations.isEmpty && $0 == draft.language)
      }
      guard !missing.isEmpty else { return }
      warning(.missingTranslation, "this text has no translation for \(missing.joined(separator: ", "))", path)
    }
    for (index, level) in draft.levels.enumerated() {
      check(level.name, root["levels"][index]["name"])
      check(level.summary, root["levels"][index]["summary"])
    }
    for (index, area) in draft.areas.enumerated() {
      let path = root["areas"][index]
      check(area.name, path["name"])
      check(area.summary, path["summary"])
      for (id, text) in area.levels.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        check(text, path["levels"][id.rawValue])
      }
    }
    for (index, theme) in draft.themes.enumerated() { check(theme.name, root["themes"][index]["name"]) }
    for (index, questionnaire) in draft.questionnaires.enumerated() {
      let path = root["questionnaires"][index]
      check(questionnaire.title, path["title"])
      for (number, section) in questionnaire.sections.enumerated() {
        for (position, question) in section.questions.enumerated() {
          let place = path["sections"][number]["questions"][position]
          check(question.text, place["text"])
          guard question.snapshot == nil else { continue }
          for (option, answer) in question.answers.options.enumerated() {
            check(answer.label, place["options"][option]["label"])
          }
        }
      }
    }
  }
}
