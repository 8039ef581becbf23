public import DigitalMaturity

/// Results as aligned tables for a terminal, without colour.
///
/// Names are cleaned of control characters, so that nothing in an assessment can move the cursor or change the title of
/// the window. With the option `width` tables are narrowed: names are shortened, numbers never.
public struct TextTableReportFormat: ReportFormat {
  /// `table`.
  public let name = "table"
  /// `txt`.
  public let fileExtension = "txt"

  /// Makes the format.
  public init() {}

  /// Writes the tables. O(scorecards × groups × areas).
  public func write(_ context: ReportContext, to output: inout ByteOutput) {
    TextReport(facts: ReportFacts(context)).write(to: &output)
  }
}

private struct TextReport {
  let facts: ReportFacts

  private var width: Int? { facts.options.width.map { max($0, 20) } }

  func write(to output: inout ByteOutput) {
    paragraph(Phrase(facts.content(facts.assessment.title)), to: &output)
    if let note = facts.options.note, !note.isEmpty { paragraph(Phrase(Content(note)), to: &output) }
    for cohort in facts.cohorts {
      output.write("\n")
      paragraph(facts.participation(of: cohort), to: &output)
      paragraph(Headline(cohort, facts).phrase, to: &output)
      if !cohort.isWithheld {
        areas(of: cohort, to: &output)
        if let words = PopulationWords(cohort, facts) {
          output.write("\n")
          for phrase in [words.sentence] + words.cautions { paragraph(phrase, to: &output) }
        }
        for breakdown in cohort.scorecard.breakdowns { groups(of: cohort, by: breakdown, to: &output) }
        for answer in QuestionAnswers.all(cohort) { answers(answer, cohort, to: &output) }
      }
      output.write("\n")
      withheld(cohort, to: &output)
    }
    comparison(to: &output)
    if let pooled = PooledTable(facts) {
      output.write("\n")
      paragraph("\(pooled.title). \(pooled.introduction)", to: &output)
      var table = TextTable(pooled.columns.map { .init(heading: $0.heading.plain, isNumber: $0.isNumber) })
      for row in pooled.rows { table.add(row.map(\.plain)) }
      output.write("\n")
      table.write(width: width, to: &output)
    }
  }

  private func areas(of cohort: ReportFacts.Cohort, to output: inout ByteOutput) {
    guard let everyone = cohort.everyone else { return }
    var table = TextTable([
      .init(heading: "Area", isNumber: false), .init(heading: "Score", isNumber: true),
      .init(heading: "Level", isNumber: false), .init(heading: "Target", isNumber: true),
      .init(heading: "Gap", isNumber: true), .init(heading: "Answered", isNumber: true),
      .init(heading: cohort.isAgreed ? "Agreed" : "People", isNumber: true),
    ])
    for score in everyone.areas + (everyone.overall.map { [$0] } ?? []) {
      table.add([
        score.subject == .overall ? "Overall" : facts.name(of: score).text, facts.shown(score),
        facts.levelWords(of: score).plain, score.target.map(NumberWords.exact) ?? NumberWords.none,
        facts.gap(of: score), NumberWords.percent(score.coverage), facts.people(score.people, in: cohort),
      ])
    }
    output.write("\n")
    table.write(width: width, to: &output)
  }

  private func groups(
    of cohort: ReportFacts.Cohort, by breakdown: [Identifier<Attribute>], to output: inout ByteOutput
  ) {
    let all = cohort.scorecard.groups(by: breakdown)
    let shown = all.filter { !$0.isSuppressed }
    let hidden = all.count - shown.count
    let name = facts.name(of: breakdown)
    if shown.isEmpty {
      output.write("\n")
      paragraph(hidden > 0 ? "By \(name): all \(hidden) groups are withheld." : "By \(name): no groups.", to: &output)
      return
    }
    let groups = (cohort.everyone.map { [$0] } ?? []) + shown
    var table = TextTable(
      [.init(heading: "By \(name)", isNumber: false)]
        + groups.map { .init(heading: facts.name(of: $0.key, in: cohort).plain, isNumber: true) })
    table.add([cohort.isAgreed ? "Agreed answers" : "People"] + groups.map { facts.people($0.respondents, in: cohort) })
    for area in groups.first?.areas ?? [] {
      table.add(
        [facts.name(of: area).text]
          + groups.map { $0.score(of: area.subject).map { facts.shown($0) } ?? NumberWords.none })
    }
    output.write("\n")
    table.write(width: width, to: &output)
    if hidden > 0 { paragraph("\(NumberWords.counted(hidden, "group", "groups")) withheld.", to: &output) }
  }

  private func answers(_ answer: QuestionAnswers, _ cohort: ReportFacts.Cohort, to output: inout ByteOutput) {
    output.write("\n")
    paragraph("\(facts.content(answer.question.text)) \(answer.sentence(cohort))", to: &output)
    if answer.rows.isEmpty { return }
    var columns: [TextTable.Column] = [.init(heading: "Option", isNumber: false)]
    if answer.isRanked { columns.append(.init(heading: "Mean place", isNumber: true)) }
    columns.append(.init(heading: answer.isRanked ? "First" : "Share", isNumber: true))
    if answer.hasRanges { columns.append(.init(heading: "Likely range", isNumber: true)) }
    columns.append(.init(heading: cohort.isAgreed ? "Agreed" : "People", isNumber: true))
    var table = TextTable(columns)
    for row in answer.rows { table.add([facts.content(row.option.label).text] + answer.figures(of: row)) }
    table.write(width: width, to: &output)
  }

  private func comparison(to output: inout ByteOutput) {
    let comparison = SnapshotComparison(facts)
    if comparison.rows.isEmpty { return }
    output.write("\n")
    if let reason = comparison.whyNothing {
      paragraph(reason, to: &output)
      return
    }
    paragraph("Side by side: the average answer to the question that is the same for all.", to: &output)
    let hasDifference = facts.cohorts.count == 2
    var table = TextTable(
      [.init(heading: "Area", isNumber: false)]
        + facts.cohorts.map { .init(heading: $0.name.text, isNumber: true) }
        + (hasDifference
          ? [.init(heading: "Difference", isNumber: true), .init(heading: "Likely range", isNumber: true)] : []))
    for row in comparison.rows {
      let figures = SnapshotComparison.figures(row, facts.cohorts)
      table.add(
        [facts.content(row.area.name).text]
          + row.results.map { $0.map { NumberWords.figure($0.mean, decimals: 1) } ?? "not asked" }
          + (hasDifference ? [figures.difference, figures.range] : []))
    }
    output.write("\n")
    table.write(width: width, to: &output)
  }

  private func withheld(_ cohort: ReportFacts.Cohort, to output: inout ByteOutput) {
    let words = WithheldWords(cohort, facts)
    if words.isNothing {
      paragraph(cohort.isAgreed ? words.rule : "Nothing is withheld.", to: &output)
      return
    }
    paragraph("Withheld. \(words.rule)", to: &output)
    for phrase in words.groups + words.figures { paragraph(phrase, indent: "  ", to: &output) }
    if cohort.isWithheld {
      paragraph(
        "The group can record one agreed answer instead (mode: consensus): that is not personal data and is shown.",
        to: &output)
    }
  }

  private func paragraph(_ phrase: Phrase, indent: String = "", to output: inout ByteOutput) {
    let text = phrase.plain
    let lines = width.map { DisplayWidth.wrap(text, to: $0 - indent.count) } ?? [text]
    for (index, line) in lines.enumerated() { output.write("\(indent)\(index > 0 ? indent : "")\(line)\n") }
  }
}
