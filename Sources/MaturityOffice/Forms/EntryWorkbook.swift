public import DigitalMaturity

/// A workbook for keying paper forms in: a line a booklet, with a list of what each cell may hold.
///
/// Saved as CSV, or as it is, it is a response file: the headings are the questionnaire's own names for its columns.
public enum EntryWorkbook {
  /// Writes the workbook. O(questions × options + rows).
  /// - Parameters:
  ///   - questionnaire: The questionnaire on paper.
  ///   - assessment: The assessment that it belongs to.
  ///   - serials: The numbers of the booklets, a row each; fifty rows without a number when not given.
  ///   - session: The session of all of them, by its id, if it is known.
  ///   - language: The language tag of texts; the document's own when not set.
  ///   - words: The workbook's own words.
  public static func write(
    _ questionnaire: Questionnaire, of assessment: Assessment, serials: ClosedRange<Int>? = nil,
    session: String? = nil, language: String? = nil, words: MessageCatalogue = .english
  ) -> [UInt8] {
    let title = questionnaire.title.text(in: language)
    var workbook = WorkbookWriter(
      OfficeProperties(
        title: words.office(.entryTitle, ["title": title]), language: language ?? assessment.language))
    let rows = serials?.count ?? 50
    workbook.beginSheet(
      SheetLayout(
        words.office(.answers), columns: columns(questionnaire, language, words), freezesHeadings: true,
        frozenColumns: 1,
        rowsToFill: rows, isLandscape: true))
    let known = questionnaire.attributes.firstIndex { $0.id.rawValue == "session" }
    for serial in serials.map(Array.init) ?? [] {
      workbook.number(serial)
      for index in questionnaire.attributes.indices {
        if index == known, let session { workbook.text(session) } else { workbook.blank() }
      }
      workbook.endRow()
    }
    writeKey(to: &workbook, questionnaire, language, words)
    return workbook.finish()
  }

  private static func columns(
    _ questionnaire: Questionnaire, _ language: String?, _ words: MessageCatalogue
  ) -> [SheetColumn] {
    let attributes = questionnaire.attributes.map { attribute in
      SheetColumn(
        attribute.id.rawValue, width: 14, values: attribute.values.map(\.id.rawValue),
        prompt: attribute.text.text(in: language),
        refusal: words.office(.chooseId, ["attribute": attribute.id.rawValue, "sheet": words.office(.key)]))
    }
    let questions = questionnaire.questions.map { question in
      SheetColumn(
        question.id.rawValue, width: 12, values: values(question), prompt: question.text.text(in: language),
        refusal: words.office(.chooseLetter))
    }
    return [SheetColumn("respondent", width: 11, prompt: words.office(.bookletNumber))] + attributes + questions
  }

  /// What a cell may hold; empty where anything may be written.
  private static func values(_ question: Question) -> [String] {
    let statuses = AnswerStatus.allCases.filter(question.allowed.contains).map(\.rawValue)
    guard case .closed = question.answers else { return [] }
    return question.optionKeys + statuses
  }

  /// What each letter and each id stands for.
  private static func writeKey(
    to workbook: inout WorkbookWriter, _ questionnaire: Questionnaire, _ language: String?, _ words: MessageCatalogue
  ) {
    workbook.beginSheet(
      SheetLayout(
        words.office(.key), title: words.office(.keyTitle), notes: words.draftNote.map(\.text),
        columns: [
          SheetColumn(words.office(.column), width: 24), SheetColumn(words.office(.write), width: 16),
          SheetColumn(words.office(.means), width: 90),
        ],
        freezesHeadings: true))
    var rows: [[String]] = []
    for attribute in questionnaire.attributes {
      rows += attribute.values.map { [attribute.id.rawValue, $0.id.rawValue, $0.label.text(in: language)] }
    }
    for question in questionnaire.questions {
      rows += zip(question.optionKeys, question.answers.options).map { key, option in
        [question.id.rawValue, key, option.label.text(in: language)]
      }
    }
    for row in rows {
      for cell in row { workbook.text(cell) }
      workbook.endRow()
    }
  }
}
