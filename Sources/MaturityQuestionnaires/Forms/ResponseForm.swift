public import DigitalMaturity
import MaturityTables

/// Response files as ``ResponseReader`` understands them: empty ones for keying answers in, and filled ones.
///
/// Of a named questionnaire, whose answers rate people, they are files of ratings: `person` says whose answers they are,
/// and behind it stand `rater`, which is the questionnaire's audience, and `date`.
public enum ResponseForm {
  /// An empty file as CSV: one row, the names of columns. Of a named questionnaire so many rows more, in which who rates is
  /// filled in.
  public static func csv(_ questionnaire: Questionnaire, rows: Int = 0) -> ByteOutput {
    var writer = CSVWriter()
    let columns = columns(of: questionnaire)
    for name in columns { writer.text(name) }
    writer.endRow()
    for _ in 0..<(questionnaire.isNamed ? max(0, rows) : 0) {
      for name in columns { writer.text(name == RowColumns.rater ? questionnaire.audience : "") }
      writer.endRow()
    }
    var output = ByteOutput()
    output.write(bytes: writer.bytes)
    return output
  }

  /// A row of CSV for the names of columns and one for each respondent. Answers are written as options' ids and statuses
  /// as their names; one that is unanswered or was not shown is left blank. O(answers).
  /// - Parameters:
  ///   - sheet: The answers; respondents without an id are numbered.
  ///   - questionnaire: The questionnaire that the sheet belongs to.
  ///   - days: Of a named questionnaire the day of each respondent's answers, as ISO 8601 has it.
  ///   - extra: Columns to add at the end, each with a text for every respondent.
  public static func csv(
    _ sheet: AnswerSheet, of questionnaire: Questionnaire, days: [String] = [],
    extra: [(name: String, texts: [String])] = []
  ) -> ByteOutput {
    var output = header(of: questionnaire, extra: extra.map(\.name))
    output.write(bytes: rows(sheet, of: questionnaire, days: days, extra: extra).bytes)
    return output
  }

  /// The row of CSV with the names of columns.
  public static func header(of questionnaire: Questionnaire, extra: [String] = []) -> ByteOutput {
    var writer = CSVWriter()
    for name in columns(of: questionnaire) + extra { writer.text(name) }
    writer.endRow()
    var output = ByteOutput()
    output.write(bytes: writer.bytes)
    return output
  }

  /// A row of CSV for each respondent, as in ``csv(_:of:days:extra:)``: for a file that has the names of columns already.
  public static func rows(
    _ sheet: AnswerSheet, of questionnaire: Questionnaire, days: [String] = [],
    extra: [(name: String, texts: [String])] = []
  ) -> ByteOutput {
    var writer = CSVWriter()
    let cells = ResponseCells(questionnaire)
    for row in 0..<sheet.count {
      writer.text(cells.respondent(of: sheet, row))
      if questionnaire.isNamed {
        writer.text(questionnaire.audience)
        writer.text(days.indices.contains(row) ? days[row] : "")
      }
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

  /// A line of JSON for each respondent, with what was answered; what is unanswered or was not shown has no key. Of a named
  /// questionnaire with the days of ``csv(_:of:days:extra:)``. O(answers).
  public static func jsonLines(
    _ sheet: AnswerSheet, of questionnaire: Questionnaire, days: [String] = []
  ) -> ByteOutput {
    let cells = ResponseCells(questionnaire)
    var output = ByteOutput()
    for row in 0..<sheet.count {
      let line = JSONLine.bytes { json in
        json.member(RowColumns.names(of: questionnaire)[0], cells.respondent(of: sheet, row))
        if questionnaire.isNamed {
          json.member(RowColumns.rater, questionnaire.audience)
          if days.indices.contains(row), !days[row].isEmpty { json.member(RowColumns.date, days[row]) }
        }
        for (index, attribute) in questionnaire.attributes.enumerated() {
          let value = cells.attribute(index, of: sheet, row)
          if !value.isEmpty { json.member(attribute.id.rawValue, value) }
        }
        for (index, question) in cells.questions.enumerated() {
          switch cells.answer(index, of: sheet, row) {
          case .text(""), .number(""): continue
          case .text(let text): json.member(question.id.rawValue, text)
          case .number(let number): json.member(question.id.rawValue, Double(number))
          }
        }
      }
      output.write(bytes: line)
    }
    return output
  }

  /// The names of columns: `respondent`, of a named questionnaire `person`, `rater` and `date`, then the attributes and the
  /// questions.
  public static func columns(of questionnaire: Questionnaire) -> [String] {
    RowColumns.names(of: questionnaire) + questionnaire.attributes.map(\.id.rawValue)
      + questionnaire.questions.map(\.id.rawValue)
  }
}

/// The cells of a response file that say what a sheet holds.
struct ResponseCells {
  let questions: [Question]
  /// For each question, the ids of its options.
  private let options: [[String]]
  private let attributes: [Attribute]
  private let isNamed: Bool

  enum Cell {
    case text(String)
    case number(String)
  }

  init(_ questionnaire: Questionnaire) {
    questions = questionnaire.questions
    options = questions.map { $0.answers.options.map(\.id.rawValue) }
    attributes = questionnaire.attributes
    isNamed = questionnaire.isNamed
  }

  func respondent(of sheet: AnswerSheet, _ row: Int) -> String {
    sheet.respondents.indices.contains(row) ? sheet.respondents[row] : String(row + 1)
  }

  func attribute(_ index: Int, of sheet: AnswerSheet, _ row: Int) -> String {
    let value = Int(sheet.attributes[index][row])
    return attributes[index].values.indices.contains(value) ? attributes[index].values[value].id.rawValue : ""
  }

  func answer(_ index: Int, of sheet: AnswerSheet, _ row: Int) -> Cell {
    let code = AnswerCode(rawValue: sheet.columns[index].codes[row])
    if let option = code.option {
      return .text(options[index].indices.contains(option) ? options[index][option] : "")
    }
    if let answer = sheet.columns[index].openAnswer(row) {
      switch answer {
      case .number(let number): return .number(DecimalText.exact(number))
      case .text(let text): return .text(text)
      case .word(let word):
        guard let kind = questions[index].optionKind else { return .text("") }
        return .text(kind.positions(in: word).map { options[index][$0] }.joined(separator: ";"))
      }
    }
    switch code.status {
    case .answered, .unanswered, .notShown: return .text("")
    // Files of ratings have a word of their own.
    case .notApplicable where isNamed: return .text("not-needed")
    case .dontKnow, .notApplicable, .preferNotToSay: return .text(code.status.rawValue)
    }
  }
}
