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
  private var words: ReportWords { facts.words }
  var writer = MarkdownWriter()

  mutating func write() {
    writer.heading(1, words(.pageTitle, ["assessment": facts.content(facts.assessment.title)]))
    if let note = facts.options.note, !note.isEmpty { writer.quote(Phrase(Content(note))) }
    writer.list((facts.occasion.map { [$0] } ?? []) + facts.cohorts.map { facts.participation(of: $0) })
    for cohort in facts.cohorts { overview(of: cohort) }
    comparison()
    if let pooled = PooledTable(facts) {
      writer.heading(2, pooled.title)
      writer.paragraph(pooled.introduction)
      writer.table(pooled.columns, pooled.rows)
    }
    for cohort in facts.cohorts where !cohort.isWithheld && !cohort.standsSideBySide {
      for breakdown in cohort.scorecard.breakdowns { groups(of: cohort, by: breakdown) }
    }
    if facts.averaged.contains(where: { !$0.isWithheld }) {
      views(words(.themes), facts.assessment.themes.map { (Subject(.theme, $0.id.rawValue), facts.content($0.name)) })
      for set in facts.assessment.principleSets {
        views(
          words(.principlesOf, ["set": facts.content(set.name)]),
          facts.assessment.principles.filter { $0.set == set.id }
            .map { (Subject(.principle, $0.id.rawValue), facts.content($0.name)) })
      }
      views(
        words(.literacies),
        facts.assessment.literacies.map { (Subject(.literacy, $0.id.rawValue), facts.content($0.name)) })
    }
    answers()
    actions()
    withheld()
    if let table = ReliabilityTable(facts) {
      writer.heading(2, table.title)
      writer.paragraph(table.introduction)
      writer.table(table.columns, table.rows)
    }
    method()
    sources()
    for phrase in words.draftNote { writer.paragraph(phrase) }
  }

  private var hasSeveral: Bool { facts.cohorts.count > 1 }

  private mutating func overview(of cohort: ReportFacts.Cohort) {
    writer.heading(2, hasSeveral ? words(.glanceOf, ["cohort": cohort.name]) : words(.glance))
    writer.paragraph(Headline(cohort, facts).phrase)
    if cohort.standsSideBySide {
      for breakdown in cohort.scorecard.breakdowns { groups(of: cohort, by: breakdown) }
      return
    }
    guard !cohort.isWithheld, let everyone = cohort.everyone else { return }
    writer.table(
      [
        (words(.area), false), (words(.score), true), (words(.level), false), (words(.target), true),
        (words(.gap), false), (words(.answered), true),
        (words(cohort.isMeasured ? .answers : cohort.isAgreed ? .agreedAnswers : .people), true),
      ],
      (everyone.areas + (everyone.overall.map { [$0] } ?? [])).map { score in
        [
          score.subject == .overall ? words(.overall) : Phrase(facts.name(of: score)),
          Phrase(facts.marked(score, in: cohort)),
          facts.levelWords(of: score), Phrase(score.target.map { words.exact($0) } ?? NumberWords.none),
          facts.gap(of: score), Phrase(words.percent(score.coverage)),
          Phrase(facts.people(score.people, in: cohort)),
        ]
      })
    let scores = everyone.areas + (everyone.overall.map { [$0] } ?? [])
    if let note = facts.caution(on: scores, in: cohort) { writer.paragraph(note) }
  }

  private mutating func comparison() {
    let comparison = SnapshotComparison(facts)
    if comparison.rows.isEmpty { return }
    writer.heading(2, words(.sideBySide))
    if let reason = comparison.whyNothing {
      writer.paragraph(reason)
      return
    }
    writer.paragraph(words(.sideBySideShort))
    let hasDifference = facts.cohorts.count == 2
    writer.table(
      [(words(.area), false)] + facts.cohorts.map { (Phrase($0.name), true) }
        + (hasDifference ? [(words(.difference), false)] : []),
      comparison.rows.map { row in
        [Phrase(facts.content(row.area.name))]
          + row.results.map { $0.map { Phrase(words.figure($0.mean, decimals: 1)) } ?? words(.notAsked) }
          + (hasDifference ? [SnapshotComparison.difference(row, facts) ?? Phrase(NumberWords.none)] : [])
      })
  }

  private mutating func groups(of cohort: ReportFacts.Cohort, by breakdown: [Identifier<Attribute>]) {
    let attributes = facts.name(of: breakdown)
    writer.heading(
      2,
      hasSeveral
        ? words(.cohortColonByAttribute, ["cohort": cohort.name, "attributes": attributes])
        : words(.byAttribute, ["attributes": attributes]))
    let groups = cohort.beside(cohort.scorecard.groups(by: breakdown))
    let table = GroupsTable(
      groups, of: cohort, heading: words(.area), headingOfGroups: words(.groupHeading), facts)
    writer.table(table.columns, table.rows)
    if let note = facts.caution(on: groups.map(\.areas), in: cohort) { writer.paragraph(note) }
  }

  private mutating func views(_ title: Phrase, _ subjects: [(subject: Subject, name: Content)]) {
    if subjects.isEmpty { return }
    writer.heading(2, title)
    if facts.averaged.count > 1 { writer.paragraph(words(.viewsOfSeveral)) }
    writer.table(
      [(words(.nameHeading), false)] + facts.averaged.map { (Phrase($0.name), false) },
      subjects.map { subject, name in
        [Phrase(name)]
          + facts.averaged.map { cohort in
            guard let score = cohort.everyone?.score(of: subject), score.score.reason?.code != .notAsked else {
              return words(.notAsked)
            }
            if score.isWithheld { return Phrase(NumberWords.withheld) }
            return words(
              .scoreLevelBasis,
              [
                "score": facts.marked(score, in: cohort), "level": facts.levelWords(of: score),
                "basis": words.basis(score.provenance),
              ])
          }
      })
  }

  private mutating func answers() {
    for cohort in facts.cohorts {
      let all = QuestionAnswers.all(cohort)
      if all.isEmpty { continue }
      writer.heading(2, hasSeveral ? words(.unscoredAnswersOf, ["cohort": cohort.name]) : words(.unscoredAnswers))
      for answer in all {
        writer.heading(3, Phrase(facts.content(answer.question.text)))
        writer.paragraph(answer.sentence(cohort, words))
        writer.list(facts.texts(of: answer.question, in: cohort).map { words(.wroteThis, ["group": $0, "text": $1]) })
        if answer.rows.isEmpty { continue }
        var columns: [(heading: Phrase, isNumber: Bool)] = [(words(.option), false)]
        if answer.isRanked { columns.append((words(.meanPlace), true)) }
        columns.append((words(answer.isRanked ? .first : .share), true))
        if answer.hasRanges { columns.append((words(.likelyRange), true)) }
        columns.append((words(cohort.isAgreed ? .answers : .people), true))
        writer.table(
          columns,
          answer.rows.map { row in
            [Phrase(facts.content(row.option.label))] + answer.figures(of: row, words).map { Phrase($0) }
          })
      }
    }
  }

  private mutating func actions() {
    let recommended = facts.assessment.areas.map { (area: $0, actions: facts.actions(for: $0.id)) }
      .filter { !$0.actions.isEmpty }
    if recommended.isEmpty { return }
    writer.heading(2, words(.recommendedActions))
    for (area, actions) in recommended {
      writer.heading(3, Phrase(facts.content(area.name)))
      writer.list(
        actions.map { action, cohorts in
          let details = ActionWords.details(of: action, cohorts, facts)
          let name = Phrase(facts.content(action.name))
          if details.isEmpty { return name }
          return words(.actionWithDetails, ["action": name, "details": Phrase.joined(details, by: "; ")])
        })
    }
  }

  private mutating func withheld() {
    writer.heading(2, words(.withheldTitle))
    for cohort in facts.cohorts {
      let withheld = WithheldWords(cohort, facts)
      if facts.cohorts.count > 1 { writer.heading(3, Phrase(cohort.name)) }
      writer.paragraph(withheld.rule)
      if withheld.isNothing, !cohort.isAgreed { writer.paragraph(words(.nothingHadToBeWithheld)) }
      writer.list(withheld.groups + withheld.figures)
      if cohort.isWithheld { writer.paragraph(words(.agreeInstead)) }
    }
  }

  private mutating func method() {
    writer.heading(2, words(.methodTitle))
    for cohort in facts.cohorts {
      if facts.cohorts.count > 1 { writer.heading(3, Phrase(cohort.name)) }
      writer.list(
        MethodWords.ways(cohort, facts).map { "\($0.subjects(words)): \(Phrase.joined($0.sentences, by: " "))" })
      if let population = PopulationWords(cohort, facts) {
        for phrase in [population.sentence] + population.cautions { writer.paragraph(phrase) }
      }
      writer.paragraph(MethodWords.versions(cohort, words))
    }
    writer.paragraph(words(.rounding))
  }

  private mutating func sources() {
    let sources = SourceWords.all(facts)
    if sources.isEmpty { return }
    writer.heading(2, words(.sourcesTitle))
    writer.list(sources.map { "\($0.name): \($0.text)" })
  }
}
