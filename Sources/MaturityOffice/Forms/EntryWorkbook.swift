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
  public static func write(
    _ questionnaire: Questionnaire, of assessment: Assessment, serials: ClosedRange<Int>? = nil,
    session: String? = nil, language: String? = nil
  ) -> [UInt8] {
    let title = questionnaire.title.text(in: language)
    var workbook = WorkbookWriter(
      OfficeProperties(title: "\(title): entry sheet", language: language ?? assessment.language))
    let rows = serials?.count ?? 50
    workbook.beginSheet(
      SheetLayout(
        "Answers", columns: columns(questionnaire, language), freezesHeadings: true, frozenColumns: 1,
        rowsToFill: rows, isLandscape: true))
    let known = questionnaire.attributes.firstIndex { $0.id.rawValue == "session" }
    for serial in serials.map(Array.init) ?? [] {
      workbook.number(serial)
      for index in questionnaire.attributes.indices {
        if index == known, let session { workbook.text(session) } else { workbook.blank() }
      }
      workbook.endRow()
    }
    writeKey(to: &workbook, questionnaire, language)
    return workbook.finish()
  }

  private static func columns(_ questionnaire: Questionnaire, _ language: String?) -> [SheetColumn] {
    let attributes = questionnaire.attributes.map { attribute in
      SheetColumn(
        attribute.id.rawValue, width: 14, values: attribute.values.map(\.id.rawValue),
        prompt: attribute.text.text(in: language),
        refusal: "Choose one of the list: the ids of “\(attribute.id)” are on the sheet “Key”.")
    }
    let questions = questionnaire.questions.map { question in
      SheetColumn(
        question.id.rawValue, width: 12, values: values(question), prompt: question.text.text(in: language),
        refusal: "Choose one of the list: a letter as on the form, or why there is none. Leave a blank blank.")
    }
    return [SheetColumn("respondent", width: 11, prompt: "The number of the booklet.")] + attributes + questions
  }

  /// What a cell may hold; empty where anything may be written.
  private static func values(_ question: Question) -> [String] {
    let statuses = AnswerStatus.allCases.filter(question.allowed.contains).map(\.rawValue)
    guard case .closed = question.answers else { return [] }
    return question.optionKeys + statuses
  }

  /// What each letter and each id stands for.
  private static func writeKey(
    to workbook: inout WorkbookWriter, _ questionnaire: Questionnaire, _ language: String?
  ) {
    workbook.beginSheet(
      SheetLayout(
        "Key", title: "What each letter and id stands for",
        columns: [SheetColumn("Column", width: 24), SheetColumn("Write", width: 16), SheetColumn("Means", width: 90)],
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
