/// A subject bound to the columns of an answer sheet: what is needed to score a row, found once.
struct BoundSubject: Sendable {
  let subject: Subject
  let definition: ScoringDefinition
  let items: [BoundItem]
  /// How many items are the subject's own; the rest are references of the rule.
  let itemCount: Int
  let context: ScoringContext
  /// The numbers that answers are packed into; nil when there are none, or ``linearKeys`` serve.
  let keys: AnswerKeys?
  /// Fewer such numbers, for a linear rule; nil when there are none.
  let linearKeys: AnswerKeys?
  /// What alpha needs, for an area of two or more closed questions.
  let itemSums: ItemSums?
  /// The weights that a linear rule gives when everything is answered.
  let linearWeights: [Double]

  init(
    _ subject: Subject, definition: ScoringDefinition, own: [(column: Int, weight: Double)], questions: [Question],
    levels: [MaturityLevel]
  ) {
    var items = own.compactMap { BoundItem(column: $0.column, question: questions[$0.column], weight: $0.weight) }
    let itemCount = items.count
    for reference in definition.rule.references {
      guard let column = questions.firstIndex(where: { $0.id == reference }) else { continue }
      items.append(BoundItem(reference: questions[column], column: column))
    }
    self.init(subject, definition: definition, items: items, itemCount: itemCount, levels: levels)
  }

  init(
    _ subject: Subject, definition: ScoringDefinition, items: [BoundItem], itemCount: Int, levels: [MaturityLevel]
  ) {
    self.subject = subject
    self.definition = definition
    self.items = items
    self.itemCount = itemCount
    context = ScoringContext(
      unit: definition.unit, levels: levels, items: items.map(\.item), itemCount: itemCount, answers: [])
    linearWeights = Self.weights(definition.rule, context)
    linearKeys = linearWeights.isEmpty ? nil : AnswerKeys(linear: items, weights: linearWeights)
    keys = linearKeys == nil ? AnswerKeys(items) : nil
    itemSums = subject.kind == .area ? ItemSums(Array(items.prefix(itemCount))) : nil
  }

  /// A linear rule's weights for an answer to everything; empty for any other rule, and one that looks at other questions.
  private static func weights(_ rule: any ScoringRule, _ context: ScoringContext) -> [Double] {
    guard let rule = rule as? any LinearScoringRule, context.itemCount == context.items.count else { return [] }
    var context = context
    context.answers = context.items.map { ItemAnswer(score: $0.minimum) }
    guard let form = rule.form(context).value, form.weights.count == context.items.count else { return [] }
    return form.weights
  }

  /// The provenance that every score of the subject carries.
  var provenance: Provenance {
    Provenance(
      definition, source: .questions,
      items: items.prefix(itemCount).map {
        Provenance.Item(id: $0.item.id, weight: $0.item.weight, isReversed: $0.isReversed)
      })
  }

  /// Scores answers that have a status and score each.
  func score(_ answers: [ItemAnswer], in context: inout ScoringContext) -> Figure<Double> {
    var answers = answers
    if let reason = definition.prepare(&answers, items: context.items, count: itemCount) { return .undefined(reason) }
    context.answers = answers
    return definition.rule.score(context).then(Figure.finite)
  }
}

/// A question bound to its column: what each code of the column means to a rule.
struct BoundItem: Sendable {
  let column: Int
  let item: ScoringItem
  let isReversed: Bool
  /// For each ``AnswerPlace`` the answer; that of ``AnswerCode/open`` comes from the question's kind.
  var answers: [ItemAnswer]
  /// Whether every answer counts as the next higher one.
  var isRaised = false
  let question: Question
  /// The place of each code in ``answers``.
  let places: AnswerPlace
  private let optionKind: (any OptionAnswerKind)?

  /// A question that is scored; nil when its answers have no scores.
  init?(column: Int, question: Question, weight: Double) {
    guard let item = question.item(weight: weight) else { return nil }
    self.init(column: column, question: question, item: item)
  }

  /// A question that a rule refers to, which need not have scores.
  init(reference question: Question, column: Int) {
    let range = question.answers.range ?? 0...0
    let item = ScoringItem(
      id: question.id.rawValue, level: question.level, minimum: range.lowerBound, maximum: range.upperBound,
      options: question.answers.options.map(\.id), points: question.points)
    self.init(column: column, question: question, item: item)
  }

  private init(column: Int, question: Question, item: ScoringItem) {
    self.column = column
    self.item = item
    self.question = question
    optionKind = question.optionKind
    isReversed = question.isReversed
    let options = question.answers.closedOptions
    let places = AnswerPlace(options: options.count)
    self.places = places
    answers = (0..<places.count).map { place in
      let code = places.code(of: place)
      // An open answer to a closed question is none.
      guard let index = code.option else { return ItemAnswer(code == .open ? .unanswered : code.status) }
      return ItemAnswer(status: .answered, score: options[index].score.map { question.effective($0) }, option: index)
    }
  }

  /// The score of an option.
  func score(ofOption index: Int) -> Double? { answers[index].score }

  /// A row's answer.
  func answer(_ column: AnswerSheet.Column, row: Int) -> ItemAnswer {
    let code = column.codes[row]
    guard case .open = question.answers, code == AnswerCode.open.rawValue else {
      return answers[Int(places.of(code))]
    }
    guard let answer = column.openAnswer(row) else { return ItemAnswer(.answered) }
    var item = ItemAnswer(status: .answered, score: question.score(answer))
    switch answer {
    case .number(let number): item.number = number
    case .word(let word): item.chosen = optionKind.map { $0.first(in: word) } ?? 0
    case .text: break
    }
    return item
  }
}

extension OptionAnswerKind {
  /// A bit for each option that has the first place in an answer.
  func first(in answer: UInt64) -> UInt64 {
    options.indices.prefix(64).reduce(0) { bits, option in
      place(of: option, in: answer) == 1 ? bits | 1 << UInt64(option) : bits
    }
  }
}

extension Question {
  /// The score of an open answer as it counts: finite, reversed where the question is.
  func score(_ answer: OpenAnswer) -> Double? {
    guard case .open(let kind) = answers, let score = kind.score(answer).map(effective), score.isFinite else {
      return nil
    }
    return score
  }

  /// What an open answer is counted by: its score, or the number itself of one that has no scores.
  func counted(_ answer: OpenAnswer) -> Double? {
    if answers.range == nil, case .number(let number) = answer, number.isFinite { return number }
    return score(answer)
  }

  /// Whether answers are figures that have a mean: scores, or numbers.
  var hasFigures: Bool {
    if answers.range != nil { return true }
    if case .open(let kind) = answers { return kind is any NumberAnswerKind }
    return false
  }
}
