import DigitalMaturity

/// How a cohort's people are spread over the levels in each area.
struct LevelSpread: Sendable {
  struct Row: Sendable {
    let score: SubjectScore
    /// Nil where it is withheld, or there is no score.
    let histogram: LevelHistogram?
  }

  let cohort: ReportFacts.Cohort
  let rows: [Row]
  /// The names of the steps, the lowest first.
  let steps: [Phrase]
  /// Whether people are counted; else answers are.
  let isOfPeople: Bool

  private let facts: ReportFacts
  private let hasBelow: Bool

  /// Nil without a level to fall in, and for what a group agreed on, which is no spread.
  init?(_ cohort: ReportFacts.Cohort, _ facts: ReportFacts) {
    let levels = facts.assessment.levels
    guard !cohort.isAgreed, !cohort.isWithheld, levels.count > 1 else { return nil }
    rows = (cohort.everyone?.areas ?? []).map { Row(score: $0, histogram: LevelHistogram($0, levels: levels)) }
    let histograms = rows.compactMap(\.histogram)
    guard !histograms.isEmpty else { return nil }
    hasBelow = histograms.contains { $0.bands.count > levels.count }
    isOfPeople = histograms.allSatisfy(\.isOfPeople)
    steps =
      (hasBelow ? [facts.words(.belowFirstLevel)] : []) + levels.map { Phrase(facts.content($0.name)) }
    self.cohort = cohort
    self.facts = facts
  }

  /// The shares of the steps, 0 to 1; nil where there are none to show.
  func shares(_ row: Row) -> [Double]? {
    row.histogram.map { histogram in
      let shares = histogram.bands.map { histogram.share($0) }
      return (hasBelow && shares.count < steps.count ? [0] : []) + shares
    }
  }

  /// What the mark of unanimous scores means; nil where there is none.
  var note: Phrase? { facts.caution(on: rows.map(\.score), in: cohort) }

  /// How many stand behind a row, with a mark where all have the same score; or the mark of why nothing is shown.
  func total(_ row: Row) -> String {
    row.histogram.map { String($0.total) + facts.mark(row.score, in: cohort) }
      ?? (facts.isSpreadWithheld(row.score) ? NumberWords.withheld : NumberWords.none)
  }

  /// The spread as bars.
  var chart: StackedBars {
    let words = facts.words
    return StackedBars(
      title: words.text(.spreadChart, ["cohort": cohort.name]), order: .sequential, steps: steps.map(\.plain),
      rows: rows.map { row in
        let note =
          row.histogram.map { histogram in
            (histogram.isOfPeople
              ? words.text(.countPeople, ["count": histogram.total])
              : words.text(.countAnswersGiven, ["count": histogram.total])) + facts.mark(row.score, in: cohort)
          } ?? total(row)
        return StackedBars.Row(
          label: PlainText.clean(facts.name(of: row.score).text), shares: shares(row), note: note)
      })
  }
}
