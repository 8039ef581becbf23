/// Everyone's answers to one questionnaire, in columns: a byte an answer, and open values beside the bytes.
///
/// The columns stand in the order of the questionnaire's questions, the attributes in the order of its attributes.
/// A sheet of any number of rows is scored by the same call; streams are read as a series of sheets.
public struct AnswerSheet: Sendable {
  /// The answers to one question.
  public struct Column: Sendable, Hashable {
    /// One ``AnswerCode`` a respondent.
    public internal(set) var codes: [UInt8] = []
    /// For a column of numbers, one value a respondent; 0 where the code is not ``AnswerCode/open``.
    public internal(set) var numbers: [Double] = []
    /// For a column of packed words, one value a respondent; 0 where the code is not ``AnswerCode/open``.
    public internal(set) var words: [UInt64] = []
    /// For a column of text, one value a respondent; empty where the code is not ``AnswerCode/open``.
    public internal(set) var texts: [String] = []

    /// The open answer of a row; nil for any other code.
    public func openAnswer(_ row: Int) -> OpenAnswer? {
      guard codes.indices.contains(row), codes[row] == AnswerCode.open.rawValue else { return nil }
      if numbers.indices.contains(row) { return .number(numbers[row]) }
      if words.indices.contains(row) { return .word(words[row]) }
      if texts.indices.contains(row) { return .text(texts[row]) }
      return nil
    }
  }

  /// The answers, a column a question.
  public private(set) var columns: [Column]
  /// The attributes: for each, the position of the respondent's value, or the number of values where it is not stated.
  public private(set) var attributes: [[UInt16]]
  /// The respondents' ids as the file has them; empty when the sheet keeps none.
  public private(set) var respondents: [String] = []
  /// The number of respondents.
  public private(set) var count = 0

  /// Makes an empty sheet.
  /// - Parameters:
  ///   - questions: The number of questions.
  ///   - attributes: The number of attributes.
  public init(questions: Int, attributes: Int) {
    columns = Array(repeating: Column(), count: max(questions, 0))
    self.attributes = Array(repeating: [], count: max(attributes, 0))
  }

  /// Adds a respondent with every question unanswered and every attribute not stated.
  /// - Parameters:
  ///   - respondent: The id to keep, if ids are kept: give one to every respondent or to none.
  ///   - notStated: For each attribute, its number of values.
  public mutating func addRespondent(_ respondent: String? = nil, notStated: [UInt16]) {
    for index in columns.indices { columns[index].codes.append(AnswerCode.unanswered.rawValue) }
    for index in attributes.indices {
      attributes[index].append(notStated.indices.contains(index) ? notStated[index] : 0)
    }
    if let respondent { respondents.append(respondent) }
    count += 1
  }

  /// Sets the last respondent's answer to a question, by the question's position.
  public mutating func set(_ code: AnswerCode, question: Int) {
    guard columns.indices.contains(question), count > 0 else { return }
    columns[question].codes[count - 1] = code.rawValue
  }

  /// Sets the last respondent's open answer to a question, by the question's position.
  public mutating func set(_ answer: OpenAnswer, question: Int) {
    guard columns.indices.contains(question), count > 0 else { return }
    columns[question].codes[count - 1] = AnswerCode.open.rawValue
    switch answer {
    case .number(let number): Self.put(number, into: &columns[question].numbers, row: count - 1, filler: 0)
    case .word(let word): Self.put(word, into: &columns[question].words, row: count - 1, filler: 0)
    case .text(let text): Self.put(text, into: &columns[question].texts, row: count - 1, filler: "")
    }
  }

  /// Sets the last respondent's value of an attribute, by the positions of both.
  public mutating func set(attribute: Int, value: UInt16) {
    guard attributes.indices.contains(attribute), count > 0 else { return }
    attributes[attribute][count - 1] = value
  }

  /// Adds all of another sheet's respondents. The sheets must belong to one questionnaire. O(answers).
  public mutating func append(_ other: AnswerSheet) {
    guard other.columns.count == columns.count, other.attributes.count == attributes.count else { return }
    for index in columns.indices {
      let added = other.columns[index]
      Self.append(added.numbers, to: &columns[index].numbers, rows: count, filler: 0)
      Self.append(added.words, to: &columns[index].words, rows: count, filler: 0)
      Self.append(added.texts, to: &columns[index].texts, rows: count, filler: "")
      columns[index].codes.append(contentsOf: added.codes)
    }
    for index in attributes.indices { attributes[index].append(contentsOf: other.attributes[index]) }
    respondents.append(contentsOf: other.respondents)
    count += other.count
  }

  /// Replaces an answer's code: how branching marks what was not shown.
  mutating func replace(_ code: AnswerCode, question: Int, row: Int) {
    columns[question].codes[row] = code.rawValue
  }

  /// Open values are filled up only as far as the last open answer, so a closed column costs a byte a row.
  private static func put<Value>(_ value: Value, into values: inout [Value], row: Int, filler: Value) {
    while values.count <= row { values.append(filler) }
    values[row] = value
  }

  private static func append<Value>(_ added: [Value], to values: inout [Value], rows: Int, filler: Value) {
    guard !added.isEmpty else { return }
    while values.count < rows { values.append(filler) }
    values.append(contentsOf: added)
  }
}
