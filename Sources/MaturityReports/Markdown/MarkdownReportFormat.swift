public import DigitalMaturity

/// Results as Markdown: the same facts as the HTML page, short, for a paper that goes on from there.
public struct MarkdownReportFormat: ReportFormat {
  /// `markdown`.
  public let name = "markdown"
  /// `md`.
  public let fileExtension = "md"

  /// Makes the format.
  public init() {}

  /// Writes the document. O(scorecards × groups × figures).
  public func write(_ context: ReportContext, to output: inout ByteOutput) {
    var report = MarkdownReport(facts: ReportFacts(context))
    report.write()
    output.write(bytes: report.writer.output.bytes)
  }
}

private struct MarkdownReport {
  let facts: ReportFacts
  var writer = MarkdownWriter()

  mutating func write() {
    writer.heading(1, "\(facts.content(facts.assessment.title)): results")
    if let note = facts.options.note, !note.isEmpty { writer.quote(Phrase(Content(note))) }
    writer.list(facts.cohorts.map { facts.participation(of: $0) })
    for cohort in facts.cohorts { overview(of: cohort) }
    comparison()
    if let pooled = PooledTable(facts) {
      writer.heading(2, pooled.title)
      writer.paragraph(pooled.introduction)
      writer.table(pooled.columns, pooled.rows)
    }
    for cohort in facts.cohorts where !cohort.isWithheld {
      for breakdown in cohort.scorecard.breakdowns { groups(of: cohort, by: breakdown) }
    }
    if facts.cohorts.contains(where: { !$0.isWithheld }) {
      views("Themes", facts.assessment.themes.map { (Subject(.theme, $0.id.rawValue), facts.content($0.name)) })
      for set in facts.assessment.principleSets {
        views(
          "Principles: \(facts.content(set.name))",
          facts.assessment.principles.filter { $0.set == set.id }
            .map { (Subject(.principle, $0.id.rawValue), facts.content($0.name)) })
      }
      views(
        "Digital literacies",
        facts.assessment.literacies.map { (Subject(.literacy, $0.id.rawValue), facts.content($0.name)) })
    }
    answers()
    actions()
    withheld()
    method()
    sources()
  }

  private func named(_ title: String, _ cohort: ReportFacts.Cohort) -> Phrase {
    facts.cohorts.count > 1 ? "\(cohort.name): \(title)" : Phrase(NumberWords.capitalised(title))
  }

  private mutating func overview(of cohort: ReportFacts.Cohort) {
    writer.heading(2, named("at a glance", cohort))
    writer.paragraph(Headline(cohort, facts).phrase)
    guard !cohort.isWithheld, let everyone = cohort.everyone else { return }
    writer.table(
      [
        ("Area", false), ("Score", true), ("Level", false), ("Target", true), ("Gap", false), ("Answered", true),
        (cohort.isAgreed ? "Agreed answers" : "People", true),
      ],
      (everyone.areas + (everyone.overall.map { [$0] } ?? [])).map { score in
        [
          score.subject == .overall ? "Overall" : Phrase(facts.name(of: score)), Phrase(facts.shown(score)),
          facts.levelWords(of: score), Phrase(score.target.map(NumberWords.exact) ?? NumberWords.none),
          Phrase(facts.gap(of: score)), Phrase(NumberWords.percent(score.coverage)),
          Phrase(facts.people(score.people, in: cohort)),
        ]
      })
  }

  private mutating func comparison() {
    let comparison = SnapshotComparison(facts)
    if comparison.rows.isEmpty { return }
    writer.heading(2, "Side by side")
    if let reason = comparison.whyNothing {
      writer.paragraph(reason)
      return
    }
    writer.paragraph("The average answer to the one question an area that is the same for all.")
    let hasDifference = facts.cohorts.count == 2
    writer.table(
      [("Area", false)] + facts.cohorts.map { (Phrase($0.name), true) }
        + (hasDifference ? [("Difference", false)] : []),
      comparison.rows.map { row in
        [Phrase(facts.content(row.area.name))]
          + row.results.map { Phrase($0.map { NumberWords.figure($0.mean, decimals: 1) } ?? "not asked") }
          + (hasDifference ? [SnapshotComparison.difference(row, facts.cohorts) ?? Phrase(NumberWords.none)] : [])
      })
  }

  private mutating func groups(of cohort: ReportFacts.Cohort, by breakdown: [Identifier<Attribute>]) {
    writer.heading(2, named("by \(facts.name(of: breakdown))", cohort))
    let groups = (cohort.everyone.map { [$0] } ?? []) + cohort.scorecard.groups(by: breakdown)
    let people: [Phrase] =
      [cohort.isAgreed ? "Agreed answers" : "People"] + groups.map { Phrase(facts.people($0.respondents, in: cohort)) }
    writer.table(
      [("Area", false)] + groups.map { (facts.name(of: $0.key, in: cohort), true) },
      [people]
        + (groups.first?.areas ?? []).map { area in
          [Phrase(facts.name(of: area))]
            + groups.map { Phrase($0.score(of: area.subject).map { facts.shown($0) } ?? NumberWords.none) }
        })
  }

  private mutating func views(_ title: Phrase, _ subjects: [(subject: Subject, name: Content)]) {
    if subjects.isEmpty { return }
    writer.heading(2, title)
    writer.table(
      [("Name", false)] + facts.cohorts.map { (Phrase($0.name), false) },
      subjects.map { subject, name in
        [Phrase(name)]
          + facts.cohorts.map { cohort in
            guard let score = cohort.everyone?.score(of: subject), score.score.reason?.code != .notAsked else {
              return "not asked"
            }
            return score.isWithheld
              ? Phrase(NumberWords.withheld)
              : "\(facts.shown(score)) \(facts.levelWords(of: score)) (\(NumberWords.basis(score.provenance)))"
          }
      })
  }

  private mutating func answers() {
    for cohort in facts.cohorts {
      let all = QuestionAnswers.all(cohort)
      if all.isEmpty { continue }
      writer.heading(2, named("answers that are not scored", cohort))
      for answer in all {
        writer.heading(3, Phrase(facts.content(answer.question.text)))
        writer.paragraph(answer.sentence(cohort))
        if answer.rows.isEmpty { continue }
        let people: Phrase = cohort.isAgreed ? "Answers" : "People"
        var columns: [(heading: Phrase, isNumber: Bool)] = [("Option", false)]
        if answer.isRanked { columns.append(("Mean place", true)) }
        columns.append((answer.isRanked ? "First" : "Share", true))
        if answer.hasRanges { columns.append(("Likely range", true)) }
        columns.append((people, true))
        writer.table(
          columns,
          answer.rows.map { [Phrase(facts.content($0.option.label))] + answer.figures(of: $0).map { Phrase($0) } })
      }
    }
  }

  private mutating func actions() {
    let recommended = facts.assessment.areas.map { (area: $0, actions: facts.actions(for: $0.id)) }
      .filter { !$0.actions.isEmpty }
    if recommended.isEmpty { return }
    writer.heading(2, "Recommended actions")
    for (area, actions) in recommended {
      writer.heading(3, Phrase(facts.content(area.name)))
      writer.list(
        actions.map { action, cohorts in
          let details = ActionWords.details(of: action, cohorts, facts)
          let name = Phrase(facts.content(action.name))
          return details.isEmpty ? name : "\(name). \(Phrase.joined(details, by: "; "))."
        })
    }
  }

  private mutating func withheld() {
    writer.heading(2, "What is withheld, and why")
    for cohort in facts.cohorts {
      let words = WithheldWords(cohort, facts)
      if facts.cohorts.count > 1 { writer.heading(3, Phrase(cohort.name)) }
      writer.paragraph(words.rule)
      if words.isNothing, !cohort.isAgreed { writer.paragraph("In these results nothing had to be withheld.") }
      writer.list(words.groups + words.figures)
      if cohort.isWithheld {
        writer.paragraph(
          "The group can record one agreed answer instead (mode: consensus): that is not personal data and is shown.")
      }
    }
  }

  private mutating func method() {
    writer.heading(2, "How it was calculated")
    for cohort in facts.cohorts {
      if facts.cohorts.count > 1 { writer.heading(3, Phrase(cohort.name)) }
      writer.list(
        MethodWords.ways(cohort, facts).map { "\($0.subjects): \(Phrase.joined($0.sentences, by: " "))" })
      if let words = PopulationWords(cohort, facts) {
        for phrase in [words.sentence] + words.cautions { writer.paragraph(phrase) }
      }
      writer.paragraph(MethodWords.versions(cohort))
    }
    writer.paragraph(MethodWords.rounding)
  }

  private mutating func sources() {
    let sources = SourceWords.all(facts)
    if sources.isEmpty { return }
    writer.heading(2, SourceWords.title)
    writer.list(sources.map { "\($0.name): \($0.text)" })
  }
}
