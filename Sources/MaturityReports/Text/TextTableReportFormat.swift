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

  private var words: ReportWords { facts.words }
  private var width: Int? { facts.options.width.map { max($0, 20) } }

  func write(to output: inout ByteOutput) {
    paragraph(Phrase(facts.content(facts.assessment.title)), to: &output)
    if let occasion = facts.occasion { paragraph(occasion, to: &output) }
    if let note = facts.options.note, !note.isEmpty { paragraph(Phrase(Content(note)), to: &output) }
    for cohort in facts.cohorts {
      output.write("\n")
      paragraph(facts.participation(of: cohort), to: &output)
      paragraph(Headline(cohort, facts).phrase, to: &output)
      if !cohort.isWithheld {
        if !cohort.standsSideBySide { areas(of: cohort, to: &output) }
        if let population = PopulationWords(cohort, facts) {
          output.write("\n")
          for phrase in [population.sentence] + population.cautions { paragraph(phrase, to: &output) }
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
    for phrase in words.draftNote {
      output.write("\n")
      paragraph(phrase, to: &output)
    }
  }

  private func areas(of cohort: ReportFacts.Cohort, to output: inout ByteOutput) {
    guard let everyone = cohort.everyone else { return }
    var table = TextTable([
      column(.area, isNumber: false), column(.score), column(.level, isNumber: false), column(.target), column(.gap),
      column(.answered), column(cohort.isMeasured ? .answers : cohort.isAgreed ? .agreed : .people),
    ])
    for score in everyone.areas + (everyone.overall.map { [$0] } ?? []) {
      table.add([
        score.subject == .overall ? words.text(.overall) : facts.name(of: score).text,
        facts.marked(score, in: cohort),
        facts.levelWords(of: score).plain, score.target.map { words.exact($0) } ?? NumberWords.none,
        facts.gap(of: score).plain, words.percent(score.coverage), facts.people(score.people, in: cohort),
      ])
    }
    output.write("\n")
    table.write(width: width, to: &output)
    let scores = everyone.areas + (everyone.overall.map { [$0] } ?? [])
    if let note = facts.caution(on: scores, in: cohort) { paragraph(note, to: &output) }
  }

  private func column(_ heading: ReportMessage, isNumber: Bool = true) -> TextTable.Column {
    TextTable.Column(heading: words.text(heading), isNumber: isNumber)
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
      paragraph(
        hidden > 0
          ? words(.byAttributeAllWithheld, ["attributes": name, "count": hidden])
          : words(.byAttributeNoGroups, ["attributes": name]), to: &output)
      return
    }
    let groups = cohort.beside(shown)
    let heading = words(.byAttribute, ["attributes": name])
    let cells = GroupsTable(groups, of: cohort, heading: heading, headingOfGroups: heading, facts)
    var table = TextTable(cells.columns.map { .init(heading: $0.heading.plain, isNumber: $0.isNumber) })
    for row in cells.rows { table.add(row.map(\.plain)) }
    output.write("\n")
    table.write(width: width, to: &output)
    if let note = facts.caution(on: groups.map(\.areas), in: cohort) { paragraph(note, to: &output) }
    if hidden > 0 { paragraph(words(.groupsWithheld, ["count": hidden]), to: &output) }
  }

  private func answers(_ answer: QuestionAnswers, _ cohort: ReportFacts.Cohort, to output: inout ByteOutput) {
    output.write("\n")
    paragraph("\(facts.content(answer.question.text)) \(answer.sentence(cohort, words))", to: &output)
    for (group, text) in facts.texts(of: answer.question, in: cohort) {
      paragraph("  \(words(.wroteThis, ["group": group, "text": text]))", to: &output)
    }
    if answer.rows.isEmpty { return }
    var columns = [column(.option, isNumber: false)]
    if answer.isRanked { columns.append(column(.meanPlace)) }
    columns.append(column(answer.isRanked ? .first : .share))
    if answer.hasRanges { columns.append(column(.likelyRange)) }
    columns.append(column(cohort.isAgreed ? .agreed : .people))
    var table = TextTable(columns)
    for row in answer.rows { table.add([facts.content(row.option.label).text] + answer.figures(of: row, words)) }
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
    paragraph(words(.sideBySideText), to: &output)
    let hasDifference = facts.cohorts.count == 2
    var table = TextTable(
      [column(.area, isNumber: false)]
        + facts.cohorts.map { .init(heading: $0.name.text, isNumber: true) }
        + (hasDifference
          ? [column(.difference), column(.likelyRange)] : []))
    for row in comparison.rows {
      let figures = SnapshotComparison.figures(row, facts)
      table.add(
        [facts.content(row.area.name).text]
          + row.results.map { $0.map { words.figure($0.mean, decimals: 1) } ?? words.text(.notAsked) }
          + (hasDifference ? [figures.difference, figures.range] : []))
    }
    output.write("\n")
    table.write(width: width, to: &output)
  }

  private func withheld(_ cohort: ReportFacts.Cohort, to output: inout ByteOutput) {
    let withheld = WithheldWords(cohort, facts)
    if withheld.isNothing {
      paragraph(cohort.isAgreed ? withheld.rule : words(.nothingWithheld), to: &output)
      return
    }
    paragraph(words(.withheldText, ["rule": withheld.rule]), to: &output)
    for phrase in withheld.groups + withheld.figures { paragraph(phrase, indent: "  ", to: &output) }
    if cohort.isWithheld { paragraph(words(.agreeInstead), to: &output) }
  }

  private func paragraph(_ phrase: Phrase, indent: String = "", to output: inout ByteOutput) {
    let text = phrase.plain
    let lines = width.map { DisplayWidth.wrap(text, to: $0 - indent.count) } ?? [text]
    for (index, line) in lines.enumerated() { output.write("\(indent)\(index > 0 ? indent : "")\(line)\n") }
  }
}
