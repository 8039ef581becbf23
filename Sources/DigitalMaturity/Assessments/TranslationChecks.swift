extension AssessmentChecks {
  /// Warns of texts that lack one of the languages the title is written in.
  func checkTranslations() {
    let languages = draft.title.translations.keys.sorted()
    guard languages.count > 1 else { return }
    draft.visitTexts { text, place in
      // Blank text is reported as such.
      guard let text, !text.isEmpty else { return }
      let missing = languages.filter {
        text.translations[$0] == nil && !(text.translations.isEmpty && $0 == draft.language)
      }
      if missing.isEmpty || isPutIn(place.path) { return }
      warning(.missingTranslation, "this text has no translation for \(missing.joined(separator: ", "))", place.path)
    }
  }

  /// Whether a text is an option of a question without options of its own, which a reader puts in.
  private func isPutIn(_ path: ModelPath) -> Bool {
    guard let document, let options = path.steps.lastIndex(of: .key("options")) else { return false }
    return document.node(at: ModelPath(steps: Array(path.steps[...options]))) == nil
  }
}
