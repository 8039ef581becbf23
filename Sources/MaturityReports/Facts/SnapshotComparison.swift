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
      for question in cohort.questionnaire?.questions ?? [] {
        guard let area = question.snapshot, results[area] == nil else { continue }
        results[area] = cohort.everyone?.questions.first { $0.id == question.id }
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
    let start: Phrase = "Nothing can be put side by side here: "
    if withheld.isEmpty || shown > 1 { return "\(start)in no area do two of them have a figure that may be shown." }
    return "\(start)the results of \(Phrase.list(withheld)) are withheld."
  }

  /// How two cohorts differ in one area, in words; nil with more than two, or where one has no figure.
  static func difference(_ row: Row, _ cohorts: [ReportFacts.Cohort]) -> Phrase? {
    guard row.results.count == 2, cohorts.count == 2, let first = row.results[0]?.mean.value,
      let second = row.results[1]?.mean.value
    else { return nil }
    if abs(second - first) <= 1e-9 { return "the same" }
    let size = DecimalText.rounded(abs(second - first), decimals: 1)
    return "\(cohorts[1].name) \(size == "0.0" ? "less than 0.1" : size) \(second > first ? "higher" : "lower")"
  }
}
