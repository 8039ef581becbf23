import DigitalMaturity

/// A table with a row an answer, by its header: columns `respondent`, `question` and `answer`, in any order.
struct LongTable: Sendable {
  /// What a row says beside its answer.
  struct Row {
    /// The respondent as written, and folded.
    let respondent: (text: String, folded: String)
    /// The question as written.
    let question: String
  }

  /// Something wrong with a row or the header, and the column that it is about.
  struct Problem: Error {
    let code: Diagnostic.Code
    let message: String
    let place: Int
  }

  /// The names of its columns.
  static let header: Set<String> = ["respondent", "question", "answer"]

  /// The number of each column.
  let respondent: Int
  let question: Int
  let answer: Int
  /// How many columns there are.
  let width: Int
  /// The columns that are none of these.
  let others: [Problem]

  /// - Returns: Nil unless all three columns are named.
  init?(header names: [String]) {
    var found: [String: Int] = [:]
    var others: [Problem] = []
    for (place, name) in names.enumerated() {
      let folded = LooseText.folded(name)
      if Self.header.contains(folded), found[folded] == nil {
        found[folded] = place
      } else if !folded.isEmpty {
        others.append(
          Problem(
            code: .unknownColumn,
            message: "the column “\(name.prefix(60))” is none of respondent, question and answer, and is left out",
            place: place))
      }
    }
    guard let respondent = found["respondent"], let question = found["question"], let answer = found["answer"] else {
      return nil
    }
    (self.respondent, self.question, self.answer) = (respondent, question, answer)
    self.others = others
    width = names.count
  }

  /// What a row says.
  /// - Parameter text: The text of the row's cell with a number.
  /// - Throws: What is wrong with a row that is left out.
  func row(cells: Int, _ text: (Int) -> String) throws(Problem) -> Row {
    func cell(_ place: Int) -> String { place < cells ? text(place) : "" }
    let id = cell(respondent)
    let folded = Spelling.folded(id)
    guard !folded.isEmpty else {
      throw Problem(
        code: .emptyRespondent, message: "the row names no respondent and is left out", place: respondent)
    }
    let name = cell(question)
    guard !Spelling.folded(name).isEmpty else {
      throw Problem(code: .unknownColumn, message: "the row names no question and is left out", place: question)
    }
    return Row(respondent: (id, folded), question: name)
  }

  /// What is said of a row with more cells than the header; nil for one without.
  func surplus(cells: Int) -> Problem? {
    guard cells > width else { return nil }
    return Problem(
      code: .raggedRow, message: "the row has \(cells) cells and the header \(width); the surplus ones are left out",
      place: width)
  }
}

/// Who has answered what so far, in one table with a row an answer or in several.
struct LongAnswers: Sendable {
  /// The row of each respondent, by the folded id.
  private(set) var rows: [String: Int] = [:]
  private let policy: DuplicatePolicy
  /// The columns of each respondent that have an answer.
  private var answered: [Set<Int>] = []

  init(_ policy: DuplicatePolicy) { self.policy = policy }

  /// The row of a respondent. A new one gets the next, which is as many as there were before.
  mutating func row(of folded: String) -> Int {
    if let row = rows[folded] { return row }
    rows[folded] = rows.count
    answered.append([])
    return rows.count - 1
  }

  /// The columns that anybody has answered.
  var columns: Set<Int> { answered.reduce(into: []) { $0.formUnion($1) } }

  /// Takes an answer that is not blank.
  /// - Returns: Whether the respondent has answered that before, whether this answer counts, and what is said of one that
  ///   does not.
  mutating func take(
    _ row: Int, _ column: Int, respondent folded: String, question: String, place: Int
  ) -> (isRepeat: Bool, counts: Bool, problem: LongTable.Problem?) {
    if answered[row].insert(column).inserted { return (false, true, nil) }
    guard policy == .reject else { return (true, policy == .last, nil) }
    return (
      true, false,
      LongTable.Problem(
        code: .duplicateRespondent,
        message:
          "the respondent “\(folded)” answers “\(question.prefix(60))” in an earlier row; this one is left out",
        place: place)
    )
  }
}
