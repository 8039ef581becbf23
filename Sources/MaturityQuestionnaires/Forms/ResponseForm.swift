public import DigitalMaturity
import MaturityTables

/// Response files as ``ResponseReader`` understands them: empty ones for keying answers in, and filled ones.
public enum ResponseForm {
  /// One row of CSV: `respondent`, the attributes, the questions.
  public static func csv(_ questionnaire: Questionnaire) -> ByteOutput {
    csv(AnswerSheet(for: questionnaire), of: questionnaire)
  }

  /// A row of CSV for the names of columns and one for each respondent. Answers are written as options' ids and statuses
  /// as their names; one that is unanswered or was not shown is left blank. O(answers).
  /// - Parameters:
  ///   - sheet: The answers; respondents without an id are numbered.
  ///   - questionnaire: The questionnaire that the sheet belongs to.
  ///   - extra: Columns to add at the end, each with a text for every respondent.
  public static func csv(
    _ sheet: AnswerSheet, of questionnaire: Questionnaire, extra: [(name: String, texts: [String])] = []
  ) -> ByteOutput {
    var writer = CSVWriter()
    for name in names(questionnaire) + extra.map(\.name) { writer.text(name) }
    writer.endRow()
    let cells = ResponseCells(questionnaire)
    for row in 0..<sheet.count {
      writer.text(cells.respondent(of: sheet, row))
      for index in questionnaire.attributes.indices { writer.text(cells.attribute(index, of: sheet, row)) }
      for index in cells.questions.indices {
        // A number may be negative; text that looks like a formula is made harmless.
        switch cells.answer(index, of: sheet, row) {
        case .text(let text): writer.text(text)
        case .number(let number): writer.number(number)
        }
      }
      for column in extra { writer.text(column.texts.indices.contains(row) ? column.texts[row] : "") }
      writer.endRow()
    }
    var output = ByteOutput()
    output.write(bytes: writer.bytes)
    return output
  }

  private static func names(_ questionnaire: Questionnaire) -> [String] {
    ["respondent"] + questionnaire.attributes.map(\.id.rawValue) + questionnaire.questions.map(\.id.rawValue)
  }
}

/// The cells of a response file that say what a sheet holds.
struct ResponseCells {
  let questions: [Question]
  private let attributes: [Attribute]

  enum Cell {
    case text(String)
    case number(String)
  }

  init(_ questionnaire: Questionnaire) {
    questions = questionnaire.questions
    attributes = questionnaire.attributes
  }

  func respondent(of sheet: AnswerSheet, _ row: Int) -> String {
    sheet.respondents.indices.contains(row) ? sheet.respondents[row] : String(row + 1)
  }

  func attribute(_ index: Int, of sheet: AnswerSheet, _ row: Int) -> String {
    let value = Int(sheet.attributes[index][row])
    return attributes[index].values.indices.contains(value) ? attributes[index].values[value].id.rawValue : ""
  }

  func answer(_ index: Int, of sheet: AnswerSheet, _ row: Int) -> Cell {
    let column = sheet.columns[index]
    if let answer = column.openAnswer(row) {
      switch answer {
      case .number(let number): return .number(DecimalText.exact(number))
      case .text(let text): return .text(text)
      case .word(let word):
        guard let kind = questions[index].optionKind else { return .text("") }
        return .text(kind.positions(in: word).map { kind.options[$0].id.rawValue }.joined(separator: ";"))
      }
    }
    let code = AnswerCode(rawValue: column.codes[row])
    if let option = code.option {
      let options = questions[index].answers.options
      return .text(options.indices.contains(option) ? options[option].id.rawValue : "")
    }
    switch code.status {
    case .answered, .unanswered, .notShown: return .text("")
    case .dontKnow, .notApplicable, .preferNotToSay: return .text(code.status.rawValue)
    }
  }
}
