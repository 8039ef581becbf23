import DigitalMaturity
import MaturityTables

/// What people answered in several files, put together by respondent: a short questionnaire in a session, and the rest of it
/// before. Memory is that of all answers.
struct JoinedResponses {
  private(set) var sheet: AnswerSheet
  private let questionnaire: Questionnaire
  private let policy: DuplicatePolicy
  /// The row of each respondent, by the key of the id.
  private var rows: [UInt128: Int] = [:]
  /// The ids of attributes and questions that some file has a column of.
  private var met: Set<String> = []

  /// What a row says that an earlier one says otherwise.
  struct Conflict {
    /// How many answers to questions differ.
    var answers = 0
    /// The ids of what differs, attributes first.
    var names: [String] = []
  }

  init(_ questionnaire: Questionnaire, _ policy: DuplicatePolicy) {
    self.questionnaire = questionnaire
    self.policy = policy
    sheet = AnswerSheet(for: questionnaire)
  }

  // MARK: Rows

  /// Adds a row of another sheet to what its respondent has answered so far. O(questions).
  /// - Parameter key: The key of the id; 0 where the row has none, so that its answers stand alone.
  mutating func add(_ row: Int, of other: AnswerSheet, key: UInt128) -> Conflict {
    var conflict = Conflict()
    let place = key == 0 ? sheet.count : rows[key] ?? sheet.count
    if place == sheet.count {
      sheet.addRespondent(notStated: questionnaire.attributes.map(\.notStated))
      if key != 0 { rows[key] = place }
    }
    for (index, attribute) in questionnaire.attributes.enumerated() {
      let value = other.attributes[index][row]
      let before = sheet.attributes[index][place]
      if value >= attribute.notStated || value == before { continue }
      let isRepeat = before < attribute.notStated
      if isRepeat { conflict.names.append(attribute.id.rawValue) }
      if !isRepeat || policy == .last { sheet.set(attribute: index, value: value, row: place) }
    }
    var index = -1
    for section in questionnaire.sections {
      for question in section.questions {
        index += 1
        let code = other.columns[index].codes[row]
        if code == AnswerCode.unanswered.rawValue { continue }
        let open = other.columns[index].openAnswer(row)
        // No column is held while it is written to: it would be copied.
        let before = sheet.columns[index].codes[place]
        let isRepeat = before != AnswerCode.unanswered.rawValue
        if isRepeat, code == before, open == sheet.columns[index].openAnswer(place) { continue }
        if isRepeat {
          conflict.answers += 1
          conflict.names.append(question.id.rawValue)
          guard policy == .last else { continue }
        }
        if let open {
          sheet.set(open, question: index, row: place)
        } else {
          sheet.set(AnswerCode(rawValue: code), question: index, row: place)
        }
      }
    }
    return conflict
  }

  /// What is said of a row that says something otherwise; nil where nothing is to be said.
  private func words(_ conflict: Conflict, of id: String) -> String? {
    guard policy == .reject, !conflict.names.isEmpty else { return nil }
    let more = conflict.names.count - 3
    let names =
      conflict.names.prefix(3).map { "“\($0)”" }.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    return "the respondent “\(id)” says something else about \(names) in an earlier row or file; that counts, and what "
      + "stands here is left out"
  }

  // MARK: Files

  /// Reads a file with a row a respondent.
  /// - Throws: `DocumentError` when it has no header, no column of respondents, none of its columns is a question, or it
  ///   cannot be read to its end.
  mutating func read(
    _ file: ResponseFile, _ source: consuming ByteSource
  ) throws(DocumentError) -> ResponseFileReport {
    var opened = try OpenedResponses(
      source, format: file.format ?? TableFormat(path: file.name), file: file.name, questionnaire: questionnaire)
    guard let respondent = opened.plan.respondent else {
      throw DocumentError(
        Diagnostic(
          .missingColumn,
          "there is no column “\(RowColumns.respondent)”, which says whose answers a row has; files are put together by it",
          at: SourceLocation(file: file.name, line: 1, column: 1)))
    }
    met.formUnion(opened.plan.names ?? Set(allNames))
    var parser = ResponseParser(opened.plan)
    // Nobody is left out; what one file does not ask another may.
    var order = opened.order(RespondentRepeats(lastOf: [:]), without: .missingColumn)
    var repeats = 0
    while true {
      let chunk: TableChunk?
      do throws(TableError) {
        chunk = try opened.next()
      } catch {
        throw ResponseOrder.documentError(error, file: file.name)
      }
      guard let chunk else { break }
      var block = parser.parse(chunk)
      for row in 0..<block.sheet.count {
        let key = block.ids.keys[row]
        let conflict = add(row, of: block.sheet, key: key)
        repeats += conflict.answers
        let line = Int(block.lines[row])
        if key == 0 {
          block.notes.append(
            ResponseBlock.Note(
              code: .emptyRespondent,
              message: "the row names no respondent: its answers count as those of one more person",
              line: line, column: respondent.number + 1))
        } else if let words = words(conflict, of: String(decoding: block.ids.id(row), as: UTF8.self)) {
          block.notes.append(
            ResponseBlock.Note(
              code: .duplicateRespondent, message: words, line: line, column: respondent.number + 1, isDamage: false))
        }
      }
      _ = order.settle(&block)
      if let failure = order.failure { throw failure }
      parser.recycle(block)
    }
    return ResponseFileReport(
      name: file.name, problems: order.problems, respondents: order.respondents, repeats: repeats, rows: order.rows,
      damagedRows: order.damagedRows)
  }

  /// Adds what people answered in files with a row an answer.
  mutating func add(_ long: consuming LongResponses) -> [ResponseFileReport] {
    met.formUnion(long.names)
    return long.given { row, id, sheet in
      let conflict = add(row, of: sheet, key: RespondentIds.key(Array(id.utf8).span))
      return (conflict.answers, words(conflict, of: id))
    }
  }

  /// What no file asks; nothing where there are JSON Lines, which may have any key.
  var missing: [String] { allNames.filter { !met.contains($0) } }

  private var allNames: [String] {
    questionnaire.attributes.map(\.id.rawValue) + questionnaire.questions.map(\.id.rawValue)
  }
}
