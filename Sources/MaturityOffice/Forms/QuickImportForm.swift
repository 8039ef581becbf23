public import DigitalMaturity

/// A text document laid out so that Microsoft Forms makes the form from it (“Quick import”): a title, then numbered
/// questions, each with lettered options under it, and nothing else that could be taken for either.
///
/// Each question's code stands in square brackets in its text, so that the form's export can be read back.
public enum QuickImportForm {
  /// Writes the document. O(questions × options).
  /// - Parameters:
  ///   - questionnaire: The questionnaire.
  ///   - assessment: The assessment that it belongs to.
  ///   - notice: Sentences to read first, such as who sees the answers; a paragraph each.
  ///   - rows: What is asked first, each with what a response file calls it: where the questionnaire is named, the code of
  ///     the person and the day.
  ///   - statuses: The words of the statuses that a person may choose, such as “Don’t know”.
  ///   - language: The language tag of texts; the document's own when not set.
  ///   - words: The words that `notice`, `rows` and `statuses` are of: where they are a draft, the document says so before its
  ///     first question, since whatever stands after an option could be taken for one.
  public static func write(
    _ questionnaire: Questionnaire, of assessment: Assessment, notice: [String] = [],
    rows: [(column: String, label: String)] = [],
    statuses: [(status: AnswerStatus, label: String)], language: String? = nil, words: MessageCatalogue = .english
  ) -> [UInt8] {
    let title = questionnaire.title.text(in: language)
    var document = DocumentWriter(OfficeProperties(title: title, language: language ?? assessment.language))
    document.title(DocumentText(title))
    for sentence in notice { document.paragraph(DocumentText(sentence)) }
    if let introduction = questionnaire.introduction {
      document.paragraph(DocumentText(introduction.text(in: language)))
    }
    for note in words.draftNote { document.paragraph(.italic(note.text)) }
    var asked: [(text: LocalizedText, code: String, options: [String])] = []
    asked += rows.map { (LocalizedText($0.label), $0.column, []) }
    asked += questionnaire.attributes.map { attribute in
      (text: attribute.text, code: attribute.id.rawValue, options: attribute.values.map { $0.label.text(in: language) })
    }
    for question in questionnaire.questions {
      let labels = question.answers.options.map { $0.label.text(in: language) }
      let words = question.statusKeys.compactMap { key in statuses.first { $0.status == key.status }?.label }
      asked.append((question.text, question.id.rawValue, labels + words))
    }
    for (number, question) in asked.enumerated() {
      // Numbers and letters are part of the text: an import reads text, and not lists.
      document.paragraph(.bold("\(number + 1). \(question.text.text(in: language)) [\(question.code)]"))
      for (index, option) in question.options.enumerated() {
        document.paragraph(DocumentText(letter(index) + ". " + option))
      }
    }
    return document.finish()
  }

  private static func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(65 + index))) : String(index + 1)
  }
}
