public import DigitalMaturity

/// What a form in another tool, and the file it exports, would not tell apart.
///
/// Such a file names a column by the question's text alone and an answer by the statement that was chosen, so two that read
/// alike become one; several choices are joined by semicolons.
public enum FormLint {
  /// The most questions that Microsoft Forms takes (its own documented limit).
  public static let mostQuestions = 200

  /// Everything that would go wrong, as warnings with a path into the questionnaire. O(questions × options²).
  /// - Parameters:
  ///   - questionnaire: The questionnaire.
  ///   - language: The language tag of the form; the document's own when not set.
  public static func problems(in questionnaire: Questionnaire, language: String? = nil) -> [Diagnostic] {
    var lint = Lint(language: language)
    let asked = questionnaire.attributes.count + questionnaire.questions.count
    if asked > mostQuestions {
      lint.warn(
        .limit, "the form asks \(asked) things, and Microsoft Forms takes \(mostQuestions); split it in two", .root)
    }
    for (index, attribute) in questionnaire.attributes.enumerated() {
      let path = ModelPath.root["attributes"][index]
      lint.check(heading: attribute.text, attribute.id.rawValue, path)
      lint.check(options: attribute.values.map(\.label), of: attribute.id.rawValue, path["values"], areJoined: false)
    }
    for (number, section) in questionnaire.sections.enumerated() {
      for (index, question) in section.questions.enumerated() {
        let path = ModelPath.root["sections"][number]["questions"][index]
        lint.check(heading: question.text, question.id.rawValue, path)
        var areJoined = false
        if case .open = question.answers { areJoined = true }
        lint.check(
          options: question.answers.options.map(\.label), of: question.id.rawValue, path["options"],
          areJoined: areJoined)
      }
    }
    return lint.problems
  }
}

private struct Lint {
  let language: String?
  private(set) var problems: [Diagnostic] = []
  private var headings: [String: String] = [:]

  init(language: String?) { self.language = language }

  mutating func warn(_ code: Diagnostic.Code, _ message: String, _ path: ModelPath) {
    problems.append(Diagnostic(code, severity: .warning, message, path: path))
  }

  /// Two questions with one text have one heading in the export.
  mutating func check(heading: LocalizedText, _ id: String, _ path: ModelPath) {
    let folded = LooseText.folded(heading.text(in: language))
    if let other = headings[folded] {
      warn(
        .alike, "“\(id)” asks in the same words as “\(other)”, and an export would not tell them apart; word one anew",
        path)
    } else {
      headings[folded] = id
    }
  }

  mutating func check(options: [LocalizedText], of id: String, _ path: ModelPath, areJoined: Bool) {
    let texts = options.map { $0.text(in: language) }
    let folded = texts.map { LooseText.folded($0) }
    for (index, text) in folded.enumerated() {
      if let other = folded[..<index].firstIndex(of: text) {
        warn(.alike, "“\(id)”: the statements \(other + 1) and \(index + 1) are the same; word one anew", path[index])
      } else if areJoined, texts[index].contains(";") {
        warn(
          .alike, "“\(id)”: label \(index + 1) has a semicolon, which parts several choices in an export; take it out",
          path[index])
      } else if areJoined, let whole = folded.firstIndex(where: { $0 != text && $0.contains(text) }) {
        warn(
          .alike,
          "“\(id)”: label \(index + 1) stands inside number \(whole + 1), and an export joins several choices; word one anew",
          path[index])
      } else if text.utf8.count > 24, let whole = folded.firstIndex(where: { $0 != text && $0.contains(text) }) {
        warn(
          .alike,
          "“\(id)”: statement \(index + 1) stands inside number \(whole + 1), which people hardly tell apart; word one anew",
          path[index])
      }
    }
  }
}

extension Diagnostic.Code {
  /// Two texts that a form's export would not tell apart.
  public static let alike = Self(rawValue: "alike")
}
