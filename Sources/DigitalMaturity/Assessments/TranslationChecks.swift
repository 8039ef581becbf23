extension AssessmentChecks {
  /// Warns of texts that lack one of the languages the title is written in.
  func checkTranslations() {
    let languages = draft.title.translations.keys.sorted()
    guard languages.count > 1 else { return }
    var told: Set<ModelPath> = []
    draft.visitTexts { text, place in
      // Blank text is reported as such.
      guard let text, !text.isEmpty else { return }
      let missing = languages.filter {
        text.translations[$0] == nil && !(text.translations.isEmpty && $0 == draft.language)
      }
      if missing.isEmpty || isPutIn(place.path) { return }
      let path = sharedAnswer(place.path) ?? place.path
      guard told.insert(path).inserted else { return }
      warning(.missingTranslation, "this text has no translation for \(missing.joined(separator: ", "))", path)
    }
  }

  /// Where an option stands that a question has by the name of an answer set: once, among the questionnaire's answers.
  private func sharedAnswer(_ path: ModelPath) -> ModelPath? {
    guard let document, let options = path.steps.lastIndex(of: .key("options")),
      let sections = path.steps.firstIndex(of: .key("sections")),
      let name = document.node(at: ModelPath(steps: Array(path.steps[...options])))?.text
    else { return nil }
    let set = ModelPath(steps: Array(path.steps[..<sections]))["answers"][name]
    let shared = ModelPath(steps: set.steps + path.steps[(options + 1)...])
    return document.node(at: shared) == nil ? nil : shared
  }

  /// Whether a text is an option of a question without options of its own, which a reader puts in.
  private func isPutIn(_ path: ModelPath) -> Bool {
    guard let document, let options = path.steps.lastIndex(of: .key("options")) else { return false }
    return document.node(at: ModelPath(steps: Array(path.steps[...options]))) == nil
  }
}
