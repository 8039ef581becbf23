public import DigitalMaturity

/// The charts of results, each made of what a report shows and nothing else: a figure that is withheld is not drawn, and its
/// mark stands in its place.
///
/// A chart that the results have no figures for is nil. All are O(what they show).
public struct ReportCharts: Sendable {
  private let facts: ReportFacts

  /// Makes the charts of results.
  public init(_ context: ReportContext) { facts = ReportFacts(context) }

  init(_ facts: ReportFacts) { self.facts = facts }

  /// The areas of a questionnaire's results with targets and likely ranges.
  /// - Parameter questionnaire: The questionnaire; the first of the results when not given.
  public func scores(of questionnaire: Identifier<Questionnaire>? = nil) -> LollipopChart? {
    cohort(questionnaire).flatMap(scores)
  }

  /// How people are spread over the levels, area by area.
  /// - Parameter questionnaire: The questionnaire; the first of the results when not given.
  public func levels(of questionnaire: Identifier<Questionnaire>? = nil) -> StackedBars? {
    cohort(questionnaire).flatMap { LevelSpread($0, facts)?.chart }
  }

  /// How far people agree with statements: a chart for each set of answers that questions share.
  /// - Parameter questionnaire: The questionnaire; the first of the results when not given.
  public func agreement(of questionnaire: Identifier<Questionnaire>? = nil) -> [StackedBars] {
    cohort(questionnaire).map { Statements.all($0, facts).map(\.chart) } ?? []
  }

  /// The areas of each group of a breakdown, everyone's in front.
  /// - Parameters:
  ///   - attributes: The breakdown, its attributes in the questionnaire's order.
  ///   - questionnaire: The questionnaire; the first of the results that has the breakdown when not given.
  public func heatmap(
    by attributes: [Identifier<Attribute>], of questionnaire: Identifier<Questionnaire>? = nil
  ) -> HeatmapChart? {
    let cohorts = facts.cohorts.filter {
      (questionnaire == nil || $0.scorecard.questionnaire == questionnaire)
        && $0.scorecard.breakdowns.contains(attributes)
    }
    return cohorts.first.flatMap { heatmap(by: attributes, $0) }
  }

  /// Two questionnaires beside each other on the question an area that both ask; nil unless there are two.
  public func cohorts() -> PairedChart? {
    let comparison = SnapshotComparison(facts)
    return comparison.whyNothing == nil ? cohorts(comparison) : nil
  }

  private func cohort(_ questionnaire: Identifier<Questionnaire>?) -> ReportFacts.Cohort? {
    questionnaire == nil
      ? facts.cohorts.first : facts.cohorts.first { $0.scorecard.questionnaire == questionnaire }
  }
}

extension ReportCharts {
  private var words: ReportWords { facts.words }

  /// The scale of the levels, if there is one, with a line where each begins.
  private var scale: (range: ClosedRange<Double>, ticks: [ChartTick])? {
    let levels = facts.assessment.levels
    guard let range = levels.scale, range.lowerBound < range.upperBound else { return nil }
    return (
      range,
      levels.map {
        ChartTick($0.from, label: words.exact($0.from), name: PlainText.clean(facts.content($0.name).text))
      }
    )
  }

  func scores(_ cohort: ReportFacts.Cohort) -> LollipopChart? {
    // Only scores on the levels' scale have a place.
    guard !cohort.standsSideBySide, let scores = cohort.everyone?.areas, let scale,
      scores.contains(where: { $0.score.value != nil && $0.level != nil })
    else { return nil }
    let rows = scores.map { score in
      LollipopChart.Row(
        label: PlainText.clean(facts.name(of: score).text), score: score.level == nil ? nil : score.score.value,
        range: facts.likelyRange(of: score).map { $0.low...$0.high }, target: score.target,
        text: facts.marked(score, in: cohort),
        note: score.target.map { words.text(.chartTarget, ["target": words.exact($0)]) } ?? "")
    }
    let sentences = scores.map { score in
      let value = score.score.value == nil ? facts.levelWords(of: score).plain : facts.shown(score)
      let name = facts.name(of: score)
      let row =
        score.target.map { words.text(.chartRowTarget, ["area": name, "score": value, "target": words.exact($0)]) }
        ?? words.text(.chartRow, ["area": name, "score": value])
      return facts.likelyRange(of: score).map { range in
        words.text(.chartRowRange, ["row": row, "range": facts.words(range)])
      } ?? row
    }
    return LollipopChart(
      title: words.text(.chartTitle, ["cohort": cohort.name]),
      description: words.text(
        .chartDescription,
        [
          "low": words.exact(scale.range.lowerBound), "high": words.exact(scale.range.upperBound),
          "rows": sentences.joined(separator: "; "),
        ]) + (facts.caution(on: scores, in: cohort).map { " \($0.plain)" } ?? ""), scale: scale.range,
      ticks: scale.ticks,
      names: LollipopChart.Names(
        score: words.text(.score), target: words.text(.target), range: words.text(.likelyRange)), rows: rows)
  }

  private func heatmap(by attributes: [Identifier<Attribute>], _ cohort: ReportFacts.Cohort) -> HeatmapChart? {
    let groups = cohort.beside(cohort.scorecard.groups(by: attributes))
    let levels = facts.assessment.levels
    guard levels.count > 1, let areas = groups.first?.areas, !areas.isEmpty else { return nil }
    func cell(_ score: SubjectScore?) -> HeatmapChart.Shade {
      guard let score else { return .none(NumberWords.none) }
      // As in the report's table: the shade is that of the level reached.
      guard score.score.value != nil, let level = levels.firstIndex(where: { $0.id == score.level }) else {
        return .none(facts.shown(score))
      }
      return .number(Double(level), text: facts.marked(score, in: cohort))
    }
    let names = groups.map { facts.name(of: $0.key, in: cohort).plain }
    let areaNames = areas.map { PlainText.clean(facts.name(of: $0).text) }
    let title = words.text(
      .heatmapTitle, ["cohort": cohort.name, "attributes": facts.name(of: attributes)])
    let range = 0...Double(levels.count - 1)
    let key = levels.map { PlainText.clean(facts.content($0.name).text) }
    let hasWithheld = groups.contains { $0.isSuppressed || $0.areas.withheldCount > 0 }
    let notes =
      (hasWithheld ? [words(.withheldMark, ["mark": NumberWords.withheld])] : [])
      + [facts.caution(on: groups.map(\.areas), in: cohort)].compactMap { $0 }
    let note = Phrase.joined(notes, by: " ").plain
    // The longer side runs down.
    if groups.count > max(areas.count, 8) {
      return HeatmapChart(
        title: title, scale: range, key: key, note: note, columns: areaNames,
        rows: zip(names, groups).map { name, group in
          (label: name, cells: areas.map { cell(group.score(of: $0.subject)) })
        })
    }
    return HeatmapChart(
      title: title, scale: range, key: key, note: note, columns: names,
      rows: zip(areaNames, areas).map { name, area in
        (label: name, cells: groups.map { cell($0.score(of: area.subject)) })
      })
  }

  func cohorts(_ comparison: SnapshotComparison) -> PairedChart? {
    guard facts.cohorts.count == 2, let scale, !comparison.rows.isEmpty else { return nil }
    let rows = comparison.rows.map { row in
      let means = row.results.map { $0?.mean.value }
      let texts = row.results.map { $0.map { words.figure($0.mean, decimals: 1) } ?? NumberWords.none }
      let (difference, range) = SnapshotComparison.figures(row, facts)
      let more =
        range != NumberWords.none
        ? words.text(.differenceFigures, ["difference": difference, "range": range])
        : difference != NumberWords.none ? difference : ""
      return PairedChart.Row(
        label: PlainText.clean(facts.content(row.area.name).text), first: means[0], second: means[1],
        note: words.text(.bothFigures, ["first": texts[0], "second": texts[1]]), more: more)
    }
    let names = facts.cohorts.map { PlainText.clean($0.name.text) }
    return PairedChart(
      title: words.text(.pairedTitle, ["first": names[0], "second": names[1]]), names: (names[0], names[1]),
      scale: scale.range, ticks: scale.ticks, rows: rows)
  }
}

extension ReportFacts {
  /// Where a score on the levels' scale would probably lie; nil where that was not found.
  func likelyRange(of score: SubjectScore) -> Interval? {
    guard score.level != nil, score.score.value != nil else { return nil }
    return score.statistics.then(\.interval).value
  }

  /// A likely range of scores in words: `2.8 to 3.1`.
  func words(_ range: Interval) -> String {
    words(.range, ["low": words.rounded(range.low, decimals: 1), "high": words.rounded(range.high, decimals: 1)]).plain
  }
}
