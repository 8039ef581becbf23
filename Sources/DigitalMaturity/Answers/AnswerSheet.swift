/// Everyone's answers to one questionnaire, in columns: a byte an answer, and open values beside the bytes.
///
/// The columns stand in the order of the questionnaire's questions, the attributes in the order of its attributes.
/// A sheet of any number of rows is scored by the same call; streams are read as a series of sheets.
public struct AnswerSheet: Sendable {
  /// The answers to one question. Open answers of one column are all of one type.
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
  ///   - notStated: For each attribute, its number of values; a larger number means the same.
  public mutating func addRespondent(_ respondent: String? = nil, notStated: [UInt16]) {
    for index in columns.indices { columns[index].codes.append(AnswerCode.unanswered.rawValue) }
    for index in attributes.indices {
      attributes[index].append(notStated.indices.contains(index) ? notStated[index] : .max)
    }
    if let respondent { respondents.append(respondent) }
    count += 1
  }

  /// Adds respondents with every question unanswered and every attribute not stated, to be filled column by column.
  public mutating func addRespondents(_ number: Int) {
    guard number > 0 else { return }
    for index in columns.indices {
      columns[index].codes.append(contentsOf: repeatElement(AnswerCode.unanswered.rawValue, count: number))
    }
    for index in attributes.indices { attributes[index].append(contentsOf: repeatElement(.max, count: number)) }
    count += number
  }

  /// Sets the answers of the last respondents to a closed question: a code each. ``AnswerCode/open`` has no value here
  /// and counts as unanswered. O(codes).
  public mutating func setLast(_ codes: [UInt8], question: Int) {
    guard columns.indices.contains(question), codes.count <= count else { return }
    let first = count - codes.count
    for (offset, code) in codes.enumerated() {
      let isOpen = code == AnswerCode.open.rawValue
      columns[question].codes[first + offset] = isOpen ? AnswerCode.unanswered.rawValue : code
    }
  }

  /// Sets the last respondents' values of an attribute, by the positions of the values. O(values).
  public mutating func setLast(_ values: [UInt16], attribute: Int) {
    guard attributes.indices.contains(attribute), values.count <= count else { return }
    attributes[attribute].replaceSubrange((count - values.count)..., with: values)
  }

  /// Adds respondents whose answers stand in columns: how readers fill a sheet. O(codes).
  /// - Parameters:
  ///   - number: How many.
  ///   - codes: The codes of all to the first question, then to the next, and perhaps more. None is ``AnswerCode/open``.
  ///   - stride: How far one question's codes are from the next one's; as many as there are respondents, when not given.
  ///   - values: The positions of their values of the first attribute, then of the next.
  package mutating func addRespondents(_ number: Int, codes: [UInt8], stride: Int? = nil, values: [UInt16]) {
    let stride = stride ?? number
    precondition(
      stride >= number && codes.count >= stride * columns.count && values.count == number * attributes.count)
    for index in columns.indices {
      columns[index].codes.append(contentsOf: codes[index * stride..<index * stride + number])
    }
    for index in attributes.indices {
      attributes[index].append(contentsOf: values[index * number..<(index + 1) * number])
    }
    count += number
  }

  /// Takes all respondents out, and keeps the memory unless someone else still holds the sheet.
  package mutating func removeAll() {
    for index in columns.indices {
      columns[index].codes.removeAll(keepingCapacity: true)
      columns[index].numbers.removeAll(keepingCapacity: true)
      columns[index].words.removeAll(keepingCapacity: true)
      columns[index].texts.removeAll(keepingCapacity: true)
    }
    for index in attributes.indices { attributes[index].removeAll(keepingCapacity: true) }
    respondents.removeAll(keepingCapacity: true)
    count = 0
  }

  /// Makes room for a number of respondents more.
  package mutating func reserve(_ number: Int) {
    for index in columns.indices { columns[index].codes.reserveCapacity(columns[index].codes.count + number) }
    for index in attributes.indices { attributes[index].reserveCapacity(attributes[index].count + number) }
  }

  /// Takes respondents out, by their rows in ascending order. O(answers).
  package mutating func remove(rows: [Int]) {
    guard !rows.isEmpty else { return }
    for index in columns.indices {
      rows.removeAll(from: &columns[index].codes)
      rows.removeAll(from: &columns[index].numbers)
      rows.removeAll(from: &columns[index].words)
      rows.removeAll(from: &columns[index].texts)
    }
    for index in attributes.indices { rows.removeAll(from: &attributes[index]) }
    rows.removeAll(from: &respondents)
    count -= rows.count
  }

  /// Sets a respondent's answer to a question, by the positions of both; the last respondent's without a row.
  /// ``AnswerCode/open`` without its value is no answer: it counts as unanswered.
  public mutating func set(_ code: AnswerCode, question: Int, row: Int? = nil) {
    let row = row ?? count - 1
    guard columns.indices.contains(question), (0..<count).contains(row) else { return }
    columns[question].codes[row] = (code == .open ? .unanswered : code).rawValue
  }

  /// Sets a respondent's open answer to a question, by the positions of both; the last respondent's without a row.
  /// - Returns: False, with the question left unanswered, for an answer of another type than the column's others.
  @discardableResult
  public mutating func set(_ answer: OpenAnswer, question: Int, row: Int? = nil) -> Bool {
    let row = row ?? count - 1
    guard columns.indices.contains(question), (0..<count).contains(row) else { return false }
    guard columns[question].put(answer, row: row) else {
      columns[question].codes[row] = AnswerCode.unanswered.rawValue
      return false
    }
    columns[question].codes[row] = AnswerCode.open.rawValue
    return true
  }

  /// Sets a respondent's value of an attribute, by the positions of both; the last respondent's without a row. The number
  /// of values means not stated.
  public mutating func set(attribute: Int, value: UInt16, row: Int? = nil) {
    let row = row ?? count - 1
    guard attributes.indices.contains(attribute), (0..<count).contains(row) else { return }
    attributes[attribute][row] = value
  }

  /// Adds all of another sheet's respondents. The sheets must belong to one questionnaire. O(their answers).
  /// - Returns: False, with nobody added, when the other has other columns, or open answers of another type.
  @discardableResult
  public mutating func append(_ other: AnswerSheet) -> Bool {
    guard other.columns.count == columns.count, other.attributes.count == attributes.count,
      zip(columns, other.columns).allSatisfy({ $0.accepts($1) })
    else { return false }
    for index in columns.indices { columns[index].append(other.columns[index], rows: count) }
    for index in attributes.indices { attributes[index].append(contentsOf: other.attributes[index]) }
    respondents.append(contentsOf: other.respondents)
    count += other.count
    return true
  }

  /// Replaces an answer's code: how branching marks what was not shown.
  mutating func replace(_ code: AnswerCode, question: Int, row: Int) {
    columns[question].codes[row] = code.rawValue
  }
}

extension AnswerSheet.Column {
  /// Keeps an open answer; false when the column's others are of another type.
  fileprivate mutating func put(_ answer: OpenAnswer, row: Int) -> Bool {
    switch answer {
    case .number(let number) where words.isEmpty && texts.isEmpty: Self.put(number, into: &numbers, row, filler: 0)
    case .word(let word) where numbers.isEmpty && texts.isEmpty: Self.put(word, into: &words, row, filler: 0)
    case .text(let text) where numbers.isEmpty && words.isEmpty: Self.put(text, into: &texts, row, filler: "")
    case .number, .word, .text: return false
    }
    return true
  }

  /// Whether another column's open answers are of the type of this one's, or one of the two has none.
  fileprivate func accepts(_ other: Self) -> Bool {
    let types = [numbers.isEmpty && other.numbers.isEmpty, words.isEmpty && other.words.isEmpty]
    return (types + [texts.isEmpty && other.texts.isEmpty]).count { !$0 } <= 1
  }

  /// Adds another column after this one's rows.
  fileprivate mutating func append(_ other: Self, rows: Int) {
    Self.append(other.numbers, to: &numbers, rows, filler: 0)
    Self.append(other.words, to: &words, rows, filler: 0)
    Self.append(other.texts, to: &texts, rows, filler: "")
    codes.append(contentsOf: other.codes)
  }

  /// Open values are filled up only as far as the last open answer, so a closed column costs a byte a row.
  private static func put<Element>(_ value: Element, into values: inout [Element], _ row: Int, filler: Element) {
    while values.count <= row { values.append(filler) }
    values[row] = value
  }

  private static func append<Element>(_ added: [Element], to values: inout [Element], _ rows: Int, filler: Element) {
    guard !added.isEmpty else { return }
    while values.count < rows { values.append(filler) }
    values.append(contentsOf: added)
  }
}

extension [Int] {
  /// Takes the elements at these places, which ascend, out of a list; places past its end have none.
  fileprivate func removeAll<Item>(from elements: inout [Item]) {
    var next = 0
    var kept = 0
    for index in elements.indices {
      if next < count, self[next] == index {
        next += 1
      } else {
        if kept != index { elements.swapAt(kept, index) }
        kept += 1
      }
    }
    elements.removeLast(elements.count - kept)
  }
}
