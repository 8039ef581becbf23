import DigitalMaturity

/// What a group answered to a question that no score tells of: several options, an order of them, or anything that
/// measures nothing.
struct QuestionAnswers: Sendable {
  /// One option, with how many chose it; of a ranking, how many put it first.
  struct Row: Sendable {
    let option: AnswerOption
    let count: Int
    /// Of all who answered, 0 to 1.
    let share: Double
    /// Its mean place in a ranking.
    let meanPlace: Double?
  }

  let question: Question
  let result: QuestionResult
  /// The options in the order of the form, of a ranking the best first; empty without options, and when withheld.
  let rows: [Row]

  /// How many answered; nil when withheld.
  var answered: Int? { result.statuses?[.answered] }
  /// Whether options are put in order.
  var isRanked: Bool { question.optionKind?.isRanked ?? false }
  /// What stands behind a number.
  var unit: String { numberKind?.unit ?? "" }

  private var numberKind: (any NumberAnswerKind)? {
    if case .open(let kind) = question.answers { kind as? any NumberAnswerKind } else { nil }
  }

  /// Nil for a question whose answers are told of by scores.
  init?(_ question: Question, in group: GroupResult) {
    guard question.optionKind != nil || question.measures.isEmpty,
      let result = group.questions.first(where: { $0.id == question.id })
    else { return nil }
    self.question = question
    self.result = result
    let answered = result.statuses?[.answered] ?? 0
    let rows = zip(question.answers.options, result.options).map { option, count in
      Row(
        option: option, count: count.count, share: answered > 0 ? Double(count.count) / Double(answered) : 0,
        meanPlace: count.meanPlace)
    }
    self.rows =
      answered == 0
      ? [] : rows.allSatisfy { $0.meanPlace != nil } ? rows.sorted { $0.meanPlace ?? 0 < $1.meanPlace ?? 0 } : rows
  }

  /// Those of a cohort's questionnaire, in order.
  static func all(_ cohort: ReportFacts.Cohort) -> [QuestionAnswers] {
    guard let everyone = cohort.everyone, !everyone.isSuppressed else { return [] }
    return (cohort.questionnaire?.questions ?? []).compactMap { QuestionAnswers($0, in: everyone) }
  }

  /// How many answered, and what figures there are beside the options.
  func sentence(_ cohort: ReportFacts.Cohort) -> Phrase {
    guard let answered else {
      return "\(NumberWords.withheld) The answers are withheld, because too few people stand behind them."
    }
    if answered == 0 { return "Nobody answered." }
    let count = NumberWords.counted(
      answered, cohort.isAgreed ? "agreed answer" : "person answered",
      cohort.isAgreed ? "agreed answers" : "people answered")
    if isRanked {
      return
        "\(count). They are in order of the mean place; 1 would be first for everyone. An option left out shares the places that were left."
    }
    if question.optionKind != nil {
      return "\(count). Each could choose several, so shares may add up to more than 100\u{A0}%."
    }
    if numberKind != nil, let mean = result.mean.value, let middle = result.statistics.then(\.median).value {
      return "\(count). Mean \(figure(mean)), middle \(figure(middle))."
    }
    return "\(count)."
  }

  private func figure(_ number: Double) -> String {
    DecimalText.rounded(number, decimals: 1) + (unit.isEmpty ? "" : "\u{A0}\(unit)")
  }

  /// A mean place in words.
  static func place(_ place: Double?) -> String {
    place.map { DecimalText.rounded($0, decimals: 1) } ?? NumberWords.none
  }
}
