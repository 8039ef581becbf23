/// A condition on questions bound to the columns of an answer sheet, so that a row is decided by look-ups.
///
/// Decides as ``Condition/holds(_:)`` does.
indirect enum BoundCondition: Sendable {
  case all([BoundCondition])
  case any([BoundCondition])
  case not(BoundCondition)
  case test(BoundTest)

  /// - Parameter positions: The questions' columns by their ids.
  init(_ condition: Condition, _ questions: [Question], _ positions: [Identifier<Question>: Int]) {
    switch condition {
    case .all(let conditions): self = .all(conditions.map { BoundCondition($0, questions, positions) })
    case .any(let conditions): self = .any(conditions.map { BoundCondition($0, questions, positions) })
    case .not(let condition): self = .not(BoundCondition(condition, questions, positions))
    case .test(.question(let id), let test):
      guard let column = positions[id] else {
        self = BoundCondition.always(test.holds(.nothing))
        return
      }
      self = .test(BoundTest(test, of: questions[column], column: column))
    case .test(_, let test): self = BoundCondition.always(test.holds(.nothing))
    }
  }

  /// Of no conditions, all hold and not one does.
  private static func always(_ holds: Bool) -> BoundCondition { holds ? .all([]) : .any([]) }

  func holds(for columns: [AnswerSheet.Column], _ row: Int) -> Bool {
    switch self {
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: columns, row) }
    case .any(let conditions): conditions.contains { $0.holds(for: columns, row) }
    case .not(let condition): !condition.holds(for: columns, row)
    case .test(let test): test.holds(columns[test.column], row)
    }
  }
}

/// A test of one question's answer.
struct BoundTest: Sendable {
  let column: Int
  private let test: Condition.Test
  private let question: Question
  /// For each of the 256 codes, whether the test holds; an open answer to an open question is looked at itself.
  private let codes: [Bool]
  /// Of an open question's options, those that `is` asks for.
  private let asked: [Int]
  private let optionKind: (any OptionAnswerKind)?
  private let isOpen: Bool

  init(_ test: Condition.Test, of question: Question, column: Int) {
    self.test = test
    self.question = question
    self.column = column
    optionKind = question.optionKind
    isOpen = if case .open = question.answers { true } else { false }
    let options = question.answers.closedOptions
    codes = (0...255).map { raw in
      guard let index = AnswerCode(rawValue: UInt8(raw)).option, options.indices.contains(index) else {
        return test.holds(.nothing)
      }
      let score = options[index].score.map(question.effective)
      return test.holds(Condition.Known(options: [options[index].id], score: score, isAnswered: true))
    }
    if case .isOption(let ids) = test, let kind = optionKind {
      asked = kind.options.indices.filter { ids.contains(kind.options[$0].id) }
    } else {
      asked = []
    }
  }

  func holds(_ column: AnswerSheet.Column, _ row: Int) -> Bool {
    guard isOpen, let answer = column.openAnswer(row) else { return codes[Int(column.codes[row])] }
    if case .isOption = test {
      guard let optionKind, case .word(let word) = answer else { return false }
      return asked.contains { optionKind.place(of: $0, in: word) == 1 }
    }
    return test.holds(Condition.Known(score: question.compared(answer), isAnswered: true))
  }
}

extension Question {
  /// What a condition compares of an open answer: the number of one that is a number, else its score.
  func compared(_ answer: OpenAnswer) -> Double? {
    if case .number(let number) = answer { number } else { score(answer) }
  }
}
