/// Scores people by a linear rule from tables: the rule is asked once for each pattern of statuses, not once a person.
///
/// Used by one tally call and then forgotten, so that a ``Scorer`` stays immutable.
struct LinearScorer {
  private let subject: BoundSubject
  private let rule: any LinearScoringRule
  private var forms: [UInt64: Figure<Prepared>] = [:]

  /// A form as it is for one pattern. An item has a weight, or the product of its weight and imputed score, or neither.
  private struct Prepared: Sendable, Hashable {
    var weights: [Double]
    var imputed: [Double]
    var divisor: Double
    var constant: Double
  }

  /// Nil when the rule is not linear, looks at other questions, or has more items than a pattern holds.
  init?(_ subject: BoundSubject) {
    guard let rule = subject.definition.rule as? any LinearScoringRule, subject.items.count == subject.itemCount,
      subject.itemCount <= 21
    else { return nil }
    self.subject = subject
    self.rule = rule
  }

  /// Three bits an item: its status, or 6 for an answer that has no score.
  static func state(of answer: ItemAnswer) -> Int {
    answer.status == .answered && answer.score == nil ? 6 : answer.status.ordinal
  }

  /// What makes a score of the sum of these answers; nil when the rule weighs one of them by what else is missing, so that
  /// a sum with the usual weights says too little.
  mutating func sumForm(_ answers: [ItemAnswer]) -> Figure<SumForm>? {
    let form = form(answers)
    if let form = form.value {
      let items = subject.items.span
      for index in items.indices {
        let (usual, answer) = (subject.linearWeights[index], answers[index])
        if answer.status == .answered, answer.score != nil {
          if form.weights[index] != usual { return nil }
        } else {
          let imputed = form.imputed[index]
          if imputed != 0, imputed != usual * items[index].item.minimum { return nil }
        }
      }
    }
    return form.map { SumForm(imputed: $0.imputed.reduce(0, +), divisor: $0.divisor, constant: $0.constant) }
  }

  /// The score of one person. A question answered without a score counts as left out.
  mutating func score(_ answers: [ItemAnswer]) -> Figure<Double> {
    switch form(answers) {
    case .undefined(let reason): return .undefined(reason)
    case .value(let form):
      // In the order of the items, so that the sum is the rule's own to the last bit.
      var sum = 0.0
      for index in form.weights.indices {
        sum += form.weights[index] * (answers[index].score ?? 0) + form.imputed[index]
      }
      return .finite(sum / form.divisor + form.constant)
    }
  }

  private mutating func form(_ answers: [ItemAnswer]) -> Figure<Prepared> {
    var pattern: UInt64 = 0
    for answer in answers { pattern = pattern << 3 | UInt64(Self.state(of: answer)) }
    if let known = forms[pattern] { return known }
    let form = prepare(answers)
    forms[pattern] = form
    return form
  }

  private func prepare(_ answers: [ItemAnswer]) -> Figure<Prepared> {
    var answers = answers
    let items = subject.context.items
    if let reason = subject.definition.prepare(&answers, items: items, count: subject.itemCount) {
      return .undefined(reason)
    }
    var context = subject.context
    // Stand-ins: the form must not depend on the scores.
    context.answers = zip(answers, items).map { answer, item in
      ItemAnswer(status: answer.status, score: answer.score.map { _ in item.minimum }, option: nil)
    }
    return rule.form(context).map { form in
      var prepared = Prepared(
        weights: Array(form.weights.prefix(answers.count)), imputed: Array(repeating: 0, count: answers.count),
        divisor: form.divisor, constant: form.constant)
      for index in prepared.weights.indices {
        let answer = answers[index]
        if answer.status == .answered, answer.score != nil { continue }
        if let score = answer.score { prepared.imputed[index] = prepared.weights[index] * score }
        prepared.weights[index] = 0
      }
      return prepared
    }
  }
}
