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
    /// The likely range of the share (Wilson); nil of a ranking, of what groups agreed on, and of weighted counts.
    let range: Interval?
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
  /// - Parameter isSample: Whether the answers are those of people who may stand for others.
  init?(_ question: Question, in group: GroupResult, isSample: Bool) {
    guard question.optionKind != nil || question.measures.isEmpty,
      let result = group.questions.first(where: { $0.id == question.id })
    else { return nil }
    self.question = question
    self.result = result
    let answered = result.statuses?[.answered] ?? 0
    let hasRange = isSample && question.optionKind?.isRanked != true && result.weighting == nil
    let rows = zip(question.answers.options, result.options).map { option, count in
      Row(
        option: option, count: count.count, share: answered > 0 ? Double(count.count) / Double(answered) : 0,
        range: hasRange ? wilsonInterval(successes: count.count, of: answered).value : nil,
        meanPlace: count.meanPlace)
    }
    self.rows =
      answered == 0
      ? [] : rows.allSatisfy { $0.meanPlace != nil } ? rows.sorted { $0.meanPlace ?? 0 < $1.meanPlace ?? 0 } : rows
  }

  /// Those of a cohort's questionnaire, in order.
  static func all(_ cohort: ReportFacts.Cohort) -> [QuestionAnswers] {
    guard let everyone = cohort.everyone, !everyone.isSuppressed else { return [] }
    return cohort.questions.compactMap {
      QuestionAnswers($0, in: everyone, isSample: !cohort.isAgreed)
    }
  }

  /// How many answered, and what figures there are beside the options.
  func sentence(_ cohort: ReportFacts.Cohort, _ words: ReportWords) -> Phrase {
    guard let answered else { return words(.answersWithheld, ["mark": NumberWords.withheld]) }
    if answered == 0 { return words(.nobodyAnswered) }
    let count =
      cohort.isAgreed
      ? words(.agreedAnswersGiven, ["count": answered])
      : notAnswered(words).map { words(.peopleAnsweredOthers, ["count": answered, "others": $0]) }
        ?? words(.peopleAnswered, ["count": answered])
    return note(words).map { "\(count) \($0)" } ?? count
  }

  private func note(_ words: ReportWords) -> Phrase? {
    if isRanked { return words(.rankedNote) }
    if question.optionKind != nil { return words(.severalNote) }
    guard numberKind != nil, let mean = result.mean.value, let middle = result.statistics.then(\.median).value else {
      return nil
    }
    func figure(_ number: Double) -> String {
      words.rounded(number, decimals: 1) + (unit.isEmpty ? "" : "\u{A0}\(unit)")
    }
    return words(.meanAndMiddle, ["mean": figure(mean), "middle": figure(middle)])
  }

  /// Whether shares have likely ranges to show.
  var hasRanges: Bool { rows.contains { $0.range != nil } }

  /// What those said who gave no answer; each kind for itself, and none for those who were not asked.
  private func notAnswered(_ words: ReportWords) -> Phrase? {
    let kinds: [(status: AnswerStatus, message: ReportMessage)] = [
      (.unanswered, .leftBlank), (.dontKnow, .didNotKnow), (.notApplicable, .didNotApply),
      (.preferNotToSay, .preferredNotToSay),
    ]
    let phrases = kinds.compactMap { kind -> Phrase? in
      guard let count = result.statuses?[kind.status], count > 0 else { return nil }
      return words(kind.message, ["count": count])
    }
    return phrases.isEmpty ? nil : Phrase.joined(phrases, by: ", ")
  }

  /// The figures of an option, in the order of every table: mean place, share, likely range, people.
  func figures(of row: Row, _ words: ReportWords) -> [String] {
    (isRanked ? [Self.place(row.meanPlace, words)] : []) + [words.percent(row.share)]
      + (hasRanges ? [Self.range(row.range, words)] : []) + [String(row.count)]
  }

  /// A likely range in words.
  static func range(_ range: Interval?, _ words: ReportWords) -> String {
    guard let range else { return NumberWords.none }
    let low = DecimalText.rounded(range.low * 100, decimals: 0)
    return words(.range, ["low": low, "high": words.percent(range.high)]).plain
  }

  /// A mean place in words.
  static func place(_ place: Double?, _ words: ReportWords) -> String {
    place.map { words.rounded($0, decimals: 1) } ?? NumberWords.none
  }
}
