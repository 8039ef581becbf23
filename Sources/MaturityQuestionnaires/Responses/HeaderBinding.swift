import DigitalMaturity

/// What a column of a response file holds.
enum ResponseColumn: Sendable {
  case respondent
  case attribute(Int, CellCodes)
  case closed(Int, Question, CellCodes)
  case open(Int, Question, any OpenAnswerKind)
  case ignored

  var question: Question? {
    switch self {
    case .closed(_, let question, _), .open(_, let question, _): question
    case .respondent, .attribute, .ignored: nil
    }
  }

  /// The id of its attribute or question; nil when it has neither.
  func name(in questionnaire: Questionnaire) -> String? {
    switch self {
    case .attribute(let index, _): questionnaire.attributes[index].id.rawValue
    case .closed(_, let question, _), .open(_, let question, _): question.id.rawValue
    case .respondent, .ignored: nil
    }
  }
}

/// Binds the header of a response file to the columns of a questionnaire.
struct HeaderBinding {
  private(set) var columns: [ResponseColumn] = []
  private let questionnaire: Questionnaire
  private let questions: [Question]
  /// The positions of the attributes and of the questions by their ids.
  private let attributeOf: [String: Int]
  private let questionOf: [String: Int]
  /// The last closed question, and what its cells mean: many a question is answered like the one before.
  private var last: (question: Question, meanings: CellCodes)?
  private let file: String
  private let line: Int
  /// The names of all columns that there can be.
  let known: [String]
  private var met: [String: Int] = [:]
  private var problems: [Diagnostic] = []
  /// What seems to stand between cells in place of commas.
  private var separator: String?

  init(_ questionnaire: Questionnaire, file: String, line: Int) {
    self.questionnaire = questionnaire
    self.file = file
    self.line = line
    questions = questionnaire.questions
    attributeOf = Self.positions(questionnaire.attributes.map(\.id.rawValue))
    questionOf = Self.positions(questions.map(\.id.rawValue))
    known =
      RowColumns.names(of: questionnaire) + questionnaire.attributes.map(\.id.rawValue) + questions.map(\.id.rawValue)
  }

  /// Binds the next column.
  mutating func add(_ name: String) {
    let folded = Spelling.folded(name)
    let number = columns.count + 1
    if folded.isEmpty {
      note(.unknownColumn, "the column has no name in the first row and is left out", number)
      columns.append(.ignored)
      return
    }
    if let first = met[folded] {
      note(
        .repeatedColumn, "the column “\(name)” stands twice (first as number \(first)); this one is left out", number)
      columns.append(.ignored)
      return
    }
    met[folded] = number
    if name.utf8.contains(UInt8(ascii: ";")) {
      separator = "semicolons"
    } else if name.utf8.contains(UInt8(ascii: "\t")) {
      separator = "tabs"
    }
    if folded == RowColumns.respondent || questionnaire.isNamed && folded == RowColumns.person {
      columns.append(.respondent)
    } else if questionnaire.isNamed, folded == RowColumns.rater || folded == RowColumns.date {
      columns.append(.ignored)
    } else if let index = attributeOf[folded] {
      columns.append(.attribute(index, CellCodes(questionnaire.attributes[index])))
    } else if let index = questionOf[folded] {
      switch questions[index].answers {
      case .closed: columns.append(.closed(index, questions[index], meanings(of: questions[index])))
      case .open(let kind): columns.append(.open(index, questions[index], kind))
      }
    } else {
      note(.unknownColumn, Self.unknown(name, folded: folded, of: questionnaire, known), number)
      columns.append(.ignored)
    }
  }

  /// The first place of each name.
  private static func positions(_ names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  private mutating func meanings(of question: Question) -> CellCodes {
    if let last, last.question.kind == question.kind, last.question.allowed == question.allowed,
      last.question.answers.options == question.answers.options
    {
      return last.meanings
    }
    let meanings = CellCodes(question)
    last = (question, meanings)
    return meanings
  }

  /// The problems of the whole header.
  /// - Throws: ``DocumentError`` when no column is a question.
  func finish() throws(DocumentError) -> [Diagnostic] {
    let location = SourceLocation(file: file, line: line, column: 1)
    guard columns.contains(where: { $0.question != nil }) else {
      if columns.count == 1, let separator = separator {
        throw DocumentError(
          Diagnostic(
            .missingColumn,
            "the cells of this file are separated by \(separator); save it again as CSV with commas (in Excel: Save As, "
              + "“CSV UTF-8 (Comma delimited)”)", at: location))
      }
      let example = questions.prefix(3).map(\.id.rawValue).joined(separator: ", ")
      throw DocumentError(
        problems + [
          Diagnostic(
            .missingColumn,
            "no column of the first row is a question of “\(questionnaire.id)”; columns are named by question ids, such as \(example)",
            at: location)
        ])
    }
    let missing = (questionnaire.attributes.map(\.id.rawValue) + questions.map(\.id.rawValue)).filter { met[$0] == nil }
    return problems
      + missing.map {
        Diagnostic(
          .missingColumn, severity: .warning, "there is no column “\($0)”; it counts as blank for everyone",
          at: location)
      }
  }

  /// What is said of a column that is neither a question nor an attribute.
  static func unknown(_ name: String, folded: String, of questionnaire: Questionnaire, _ known: [String]) -> String {
    let hint = NearestName.nearest(folded, in: known)
    return "the column “\(name.prefix(60))” is no question or attribute of “\(questionnaire.id)” and is left out\(hint)"
  }

  private mutating func note(_ code: Diagnostic.Code, _ message: String, _ column: Int) {
    problems.append(
      Diagnostic(code, severity: .warning, message, at: SourceLocation(file: file, line: line, column: column)))
  }
}
