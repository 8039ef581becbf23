public import DigitalMaturity
public import MaturityTables

/// What was answered in a workshop: every file of it, each given to the questionnaire that it answers, in rounds.
///
/// ```swift
/// var workshop = Workshop(assessment.questionnaires)
/// for file in files { try workshop.read(.file(file), file: file) }
/// for part in workshop.parts { … part.questionnaire, part.round, part.sheet … }
/// ```
///
/// A file answers the questionnaire most of whose questions its columns are; of two that ask the same, one that it
/// answers as a whole, then the one that its name names, then one that was answered in files before. A file whose name says “round 2”, as in `session-3 round 2.csv`, holds
/// what was asked again after people had talked; all others are round 1, and are best read first. Within a round a
/// respondent counts once.
public struct Workshop: Sendable {
  /// The answers to one questionnaire in one round.
  public struct Part: Sendable {
    /// The questionnaire.
    public let questionnaire: Questionnaire
    /// The round, from 1.
    public let round: Int
    /// What was imported.
    public internal(set) var responses: ResponseImport

    /// The answers.
    public var sheet: AnswerSheet { responses.sheet }
  }

  /// What was read, by the assessment's order of questionnaires and by rounds.
  public private(set) var parts: [Part] = []

  private let questionnaires: [Questionnaire]
  /// Of each questionnaire, made once for all files.
  private let matchers: [ColumnMatcher]
  private let importers: [any ResponseImporter]
  private let options: ImportOptions

  /// Makes a workshop without answers.
  /// - Parameters:
  ///   - questionnaires: The questionnaires that may have been answered.
  ///   - importers: The products whose tables are recognised.
  ///   - options: How responses are imported.
  public init(
    _ questionnaires: [Questionnaire], importers: [any ResponseImporter] = .standard,
    options: ImportOptions = ImportOptions()
  ) {
    self.questionnaires = questionnaires
    matchers = questionnaires.map { ColumnMatcher($0) }
    self.importers = importers
    self.options = options
  }

  /// Reads what a form exported as CSV, or a response file of any shape.
  /// - Throws: `DocumentError` when it cannot be read to its end, or answers no questionnaire. Nothing of it counts then.
  public mutating func read(_ source: consuming ByteSource, file: String) throws(DocumentError) {
    var rows = try FormRows(source, file: file, columns: names, duplicates: options.duplicates)
    try read(file: file, hasRowPerAnswer: rows.hasRowPerAnswer) { () throws(DocumentError) in try rows.next() }
  }

  /// Reads the rows of any table, such as a sheet of a workbook.
  /// - Throws: `DocumentError` when there is no row, the table answers no questionnaire, and what `next` throws. Nothing of the
  ///   table counts then.
  public mutating func read(
    file: String, _ next: () throws(DocumentError) -> FormRow?
  ) throws(DocumentError) {
    try read(file: file, hasRowPerAnswer: false, next)
  }

  private mutating func read(
    file: String, hasRowPerAnswer: Bool, _ next: () throws(DocumentError) -> FormRow?
  ) throws(DocumentError) {
    var head: [FormRow] = []
    while head.count < 3, let row = try next() { head.append(row) }
    guard !head.isEmpty else { throw Self.empty(file) }
    let questionnaire = try questionnaire(of: head, file)
    let before = parts
    let index = part(of: questionnaire, round: Self.round(of: file))
    var rest = head[...]
    do throws(DocumentError) {
      try parts[index].responses.read(file: file, hasRowPerAnswer: hasRowPerAnswer) { () throws(DocumentError) in
        if let row = rest.popFirst() { return row }
        return try next()
      }
    } catch {
      // Some of a session's answers would look like all of them.
      parts = before
      throw error
    }
  }

  /// Every file that was read, in the order of the parts.
  public var files: [ImportedFile] { parts.flatMap(\.responses.files) }

  // MARK: Choosing

  /// The questionnaire most of whose questions are columns. Of equals one all of whose questions are, then the one that the
  /// file's name names, then one that has been answered, then the one with the fewest questions, then the first.
  private func questionnaire(of head: [FormRow], _ file: String) throws(DocumentError) -> Questionnaire {
    let name = Self.name(of: file)
    var best: (questionnaire: Questionnaire, rank: [Int])?
    for (questionnaire, matcher) in zip(questionnaires, matchers) {
      let (id, questions) = (questionnaire.id, questionnaire.questions.count)
      let columns = ResponseImport.questions(in: head, importers, options.map, matcher)
      guard columns > 0 else { continue }
      let isAnswered = parts.contains { $0.questionnaire.id == id && $0.round == 1 }
      let rank = [
        columns, columns == questions ? 1 : 0, name.contains(id.rawValue) ? id.rawValue.count : 0, isAnswered ? 1 : 0,
        -questions,
      ]
      if let best, !best.rank.lexicographicallyPrecedes(rank) { continue }
      best = (questionnaire, rank)
    }
    if let best { return best.questionnaire }
    let known = questionnaires.map { "“\($0.id)”" }.joined(separator: ", ")
    throw DocumentError(
      Diagnostic(
        .missingColumn, "no column of the first row asks a question of \(known)",
        at: SourceLocation(file: file, line: head[0].line, column: 1)))
  }

  private mutating func part(of questionnaire: Questionnaire, round: Int) -> Int {
    func position(_ questionnaire: Questionnaire) -> Int {
      questionnaires.firstIndex { $0.id == questionnaire.id } ?? 0
    }
    let place = (position(questionnaire), round)
    let index = parts.firstIndex { (position($0.questionnaire), $0.round) >= place } ?? parts.count
    if index < parts.count, (position(parts[index].questionnaire), parts[index].round) == place { return index }
    var options = options
    // Only what people talked about is asked again.
    options.expectsAllQuestions = round == 1
    let responses = ResponseImport(to: questionnaire, importers, options, matchers[place.0])
    parts.insert(Part(questionnaire: questionnaire, round: round, responses: responses), at: index)
    return index
  }

  /// The round that a file's name says: 2 for “round 2”, “Round-2” and “round2”; 1 where it says none.
  public static func round(of file: String) -> Int {
    let name = name(of: file)
    var parts: [(text: String, isNumber: Bool)] = []
    var isInside = false
    for character in name {
      let isNumber = character.isASCII && character.isNumber
      if isNumber || character.isLetter {
        if !isInside || parts.last?.isNumber != isNumber { parts.append(("", isNumber)) }
        parts[parts.count - 1].text.append(character)
      }
      isInside = isNumber || character.isLetter
    }
    let place = parts.indices.dropFirst().first { parts[$0 - 1].text == "round" && parts[$0].isNumber }
    return place.flatMap { Int(parts[$0].text) }.map { min(max($0, 1), 99) } ?? 1
  }

  private static func name(of file: String) -> String {
    (file.split(separator: "/").last.map(String.init) ?? file).lowercased()
  }

  /// The names of all columns that there can be.
  private var names: [String] {
    ["respondent"] + questionnaires.flatMap { $0.attributes.map(\.id.rawValue) + $0.questions.map(\.id.rawValue) }
  }

  private static func empty(_ file: String) -> DocumentError {
    DocumentError(
      Diagnostic(
        .emptyDocument, "the file is empty; its first row names the columns",
        at: SourceLocation(file: file, line: 1, column: 1)))
  }
}
