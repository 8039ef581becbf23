public import DigitalMaturity

/// A workbook for keying paper forms in: a line a booklet, with a list of what each cell may hold.
///
/// Saved as CSV, or as it is, it is a response file: the headings are the questionnaire's own names for its columns.
public enum EntryWorkbook {
  /// Writes the workbook. O(questions × options + rows).
  /// - Parameters:
  ///   - questionnaire: The questionnaire on paper.
  ///   - assessment: The assessment that it belongs to.
  ///   - notice: Sentences to read first, such as who sees the answers, where those who answer fill the workbook in themselves:
  ///     they stand on a sheet of their own, with the questionnaire's introduction. No such sheet without any.
  ///   - serials: The numbers of the booklets, a row each; fifty rows without a number when not given. Those of a named
  ///     questionnaire have the person's code in place of a number.
  ///   - session: The session of all of them, by its id, if it is known.
  ///   - prompts: Of a named questionnaire what asks for the code of the person and the day, with what a response file calls each.
  ///   - statuses: The words of the statuses that a person may choose, such as “Don’t know”.
  ///   - language: The language tag of texts; the document's own when not set.
  ///   - words: The workbook's own words.
  public static func write(
    _ questionnaire: Questionnaire, of assessment: Assessment, notice: [String] = [],
    serials: ClosedRange<Int>? = nil, session: String? = nil, rows prompts: [(column: String, label: String)] = [],
    statuses: [(status: AnswerStatus, label: String)] = [], language: String? = nil,
    words: MessageCatalogue = .english
  ) -> [UInt8] {
    let title = questionnaire.title.text(in: language)
    var workbook = WorkbookWriter(
      OfficeProperties(
        title: words.office(.entryTitle, ["title": title]), language: language ?? assessment.language))
    let rows = serials?.count ?? 50
    workbook.beginSheet(
      SheetLayout(
        words.office(.answers), columns: columns(questionnaire, prompts, language, words), freezesHeadings: true,
        frozenColumns: 1,
        rowsToFill: rows, isLandscape: true))
    let known = questionnaire.attributes.firstIndex { $0.id.rawValue == "session" }
    // Who rates is known before anybody does.
    for serial in serials.map(Array.init) ?? (questionnaire.isNamed ? Array(1...rows) : []) {
      if questionnaire.isNamed {
        workbook.blank()
        workbook.text(questionnaire.audience)
        workbook.blank()
      } else {
        workbook.number(serial)
      }
      for index in questionnaire.attributes.indices {
        if index == known, let session { workbook.text(session) } else { workbook.blank() }
      }
      workbook.endRow()
    }
    if !notice.isEmpty { writeNotice(notice, to: &workbook, questionnaire, language, words) }
    writeKey(to: &workbook, questionnaire, statuses, language, words)
    return workbook.finish()
  }

  private static func columns(
    _ questionnaire: Questionnaire, _ prompts: [(column: String, label: String)], _ language: String?,
    _ words: MessageCatalogue
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
    guard questionnaire.isNamed else {
      return [SheetColumn("respondent", width: 11, prompt: words.office(.bookletNumber))] + attributes + questions
    }
    func prompt(_ column: String) -> String? { prompts.first { $0.column == column }?.label }
    return [
      SheetColumn("person", width: 14, prompt: prompt("respondent")), SheetColumn("rater", width: 11),
      SheetColumn("date", width: 14, prompt: prompt("date")),
    ] + attributes + questions
  }

  /// What a cell may hold; empty where anything may be written.
  private static func values(_ question: Question) -> [String] {
    guard case .closed = question.answers else { return [] }
    return question.optionKeys + question.statusKeys.map(\.key)
  }

  /// What somebody should know before answering.
  private static func writeNotice(
    _ notice: [String], to workbook: inout WorkbookWriter, _ questionnaire: Questionnaire, _ language: String?,
    _ words: MessageCatalogue
  ) {
    workbook.beginSheet(
      SheetLayout(
        words.office(.beforeYouStart), title: questionnaire.title.text(in: language),
        columns: [SheetColumn(width: 90, wraps: true)]))
    let introduction = questionnaire.introduction?.text(in: language).split(separator: "\n").map(String.init) ?? []
    for paragraph in introduction + notice {
      workbook.text(paragraph)
      workbook.endRow()
    }
  }

  /// What each letter and each id stands for.
  private static func writeKey(
    to workbook: inout WorkbookWriter, _ questionnaire: Questionnaire,
    _ statuses: [(status: AnswerStatus, label: String)], _ language: String?, _ words: MessageCatalogue
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
      for (status, key) in question.statusKeys where !key.isEmpty {
        let label = statuses.first { $0.status == status }?.label ?? status.rawValue
        rows.append([question.id.rawValue, key, label])
      }
    }
    for row in rows {
      for cell in row { workbook.text(cell) }
      workbook.endRow()
    }
  }
}
