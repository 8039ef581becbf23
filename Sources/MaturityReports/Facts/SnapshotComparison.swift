import DigitalMaturity

/// Cohorts beside each other on the questions that they were all asked in the same words: an area's own levels.
struct SnapshotComparison: Sendable {
  struct Row: Sendable {
    let area: Area
    /// One a cohort; nil where its questionnaire does not ask.
    let results: [QuestionResult?]
  }

  let rows: [Row]
  /// Why no row has two figures to compare, in a sentence; nil when one has.
  let whyNothing: Phrase?

  /// Empty with fewer than two cohorts, or without a question that two of them share.
  init(_ facts: ReportFacts) {
    guard facts.cohorts.count > 1 else {
      rows = []
      whyNothing = nil
      return
    }
    let snapshots: [[Identifier<Area>: QuestionResult]] = facts.cohorts.map { cohort in
      var results: [Identifier<Area>: QuestionResult] = [:]
      for question in cohort.questions {
        guard let area = question.snapshot, results[area] == nil else { continue }
        results[area] = cohort.result(of: question.id)
      }
      return results
    }
    rows = facts.assessment.areas.compactMap { area in
      let results = snapshots.map { $0[area.id] }
      return results.compactMap { $0 }.count > 1 ? Row(area: area, results: results) : nil
    }
    let isComparable = rows.contains { row in row.results.count { $0?.mean.value != nil } > 1 }
    whyNothing = isComparable || rows.isEmpty ? nil : Self.reason(facts)
  }

  private static func reason(_ facts: ReportFacts) -> Phrase {
    let withheld = facts.cohorts.filter(\.isWithheld).map { Phrase($0.name) }
    let shown = facts.cohorts.count - withheld.count
    if withheld.isEmpty || shown > 1 { return facts.words(.nothingComparable) }
    return facts.words(.nothingComparableWithheld, ["cohorts": facts.words.list(withheld)])
  }

  /// How two cohorts differ in one area, in words, with the likely range of the difference where there is one; nil with
  /// more than two, or where one has no figure.
  static func difference(_ row: Row, _ facts: ReportFacts) -> Phrase? {
    let (cohorts, words) = (facts.cohorts, facts.words)
    guard row.results.count == 2, cohorts.count == 2, let one = row.results[0], let other = row.results[1],
      let first = one.mean.value, let second = other.mean.value
    else { return nil }
    let difference = second - first
    let size =
      DecimalText.rounded(abs(difference), decimals: 1) == "0.0"
      ? words(.lessThan, ["number": words.rounded(0.1, decimals: 1)])
      : Phrase(words.rounded(abs(difference), decimals: 1))
    let sentence =
      abs(difference) <= 1e-9
      ? words(.same)
      : words(difference < 0 ? .cohortLower : .cohortHigher, ["cohort": cohorts[1].name, "size": size])
    guard let interval = interval(from: (one, cohorts[0]), to: (other, cohorts[1])) else { return sentence }
    func bound(_ number: Double) -> Phrase {
      words(number < 0 ? .lower : .higher, ["size": words.rounded(abs(number), decimals: 1)])
    }
    return words(
      .differenceRange,
      ["difference": sentence, "low": bound(interval.low), "high": bound(interval.high)])
  }

  /// The same in figures, with their sign, for a narrow table: the difference and its likely range.
  static func figures(_ row: Row, _ facts: ReportFacts) -> (difference: String, range: String) {
    let (cohorts, words) = (facts.cohorts, facts.words)
    guard row.results.count == 2, cohorts.count == 2, let one = row.results[0], let other = row.results[1],
      let first = one.mean.value, let second = other.mean.value
    else { return (NumberWords.none, NumberWords.none) }
    let range = interval(from: (one, cohorts[0]), to: (other, cohorts[1]))
    func signed(_ number: Double) -> String {
      let size = DecimalText.rounded(abs(number), decimals: 1)
      return (size == "0.0" ? "" : number < 0 ? "−" : "+") + words.catalogue.decimal(size)
    }
    return (
      signed(second - first),
      range.map { words(.range, ["low": signed($0.low), "high": signed($0.high)]).plain } ?? NumberWords.none
    )
  }

  /// The likely range of the second cohort's mean less the first's.
  private static func interval(
    from first: (result: QuestionResult, cohort: ReportFacts.Cohort),
    to second: (result: QuestionResult, cohort: ReportFacts.Cohort)
  ) -> Interval? {
    AudienceDifference(
      from: .init(first.result, mode: first.cohort.scorecard.mode),
      to: .init(second.result, mode: second.cohort.scorecard.mode)
    ).interval.value
  }
}
