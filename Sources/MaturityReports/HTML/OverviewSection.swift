import DigitalMaturity

/// One cohort's results at a glance: a headline, figures, the areas as a chart and the same as a table.
struct OverviewSection: SectionContent {
  let facts: ReportFacts
  let cohort: ReportFacts.Cohort

  var id: String { "overview-\(cohort.scorecard.questionnaire)" }
  var title: Phrase { facts.cohorts.count > 1 ? words(.glanceOf, ["cohort": cohort.name]) : words(.glance) }
  private var words: ReportWords { facts.words }

  func write(to writer: inout HTMLWriter) {
    let headline = Headline(cohort, facts)
    writer.element("p", .class("headline"), phrase: headline.phrase)
    if cohort.isWithheld {
      writer.element("p", phrase: words(.withheldOverview))
      return
    }
    if cohort.standsSideBySide { return }
    if !headline.figures.isEmpty {
      writer.element("dl", .class("headline-figures")) { writer in
        for figure in headline.figures {
          writer.element("div") { writer in
            writer.element("dt", phrase: figure.label)
            writer.element("dd", phrase: figure.value)
          }
        }
      }
    }
    guard let everyone = cohort.everyone, !everyone.areas.isEmpty else { return }
    ReportCharts(facts).scores(cohort)?.write(to: &writer, id: cohort.scorecard.questionnaire.rawValue)
    table(of: everyone, to: &writer)
  }

  private func table(of everyone: GroupResult, to writer: inout HTMLWriter) {
    let caption =
      facts.cohorts.count > 1 ? words(.scoresByAreaOf, ["cohort": cohort.name]) : words(.scoresByArea)
    let scores = everyone.areas + (everyone.overall.map { [$0] } ?? [])
    let hasRanges = scores.contains { facts.likelyRange(of: $0) != nil }
    let columns =
      [(words(.area), false), (words(.score), true)] + (hasRanges ? [(words(.likelyRange), true)] : [])
      + [
        (words(.level), false), (words(.target), true), (words(.gap), false), (words(.answered), true),
        (words(cohort.isMeasured ? .answers : cohort.isAgreed ? .agreedAnswers : .people), true),
      ]
    writer.table(
      caption, words, id: "table-\(cohort.scorecard.questionnaire)", least: hasRanges ? 50 : 43,
      headings: columns.map(\.0)
    ) { writer in
      writer.tableHead(columns)
      writer.element("tbody") { writer in
        for score in scores {
          writer.element("tr") { writer in
            writer.rowHeading(score.subject == .overall ? words(.overall) : Phrase(facts.name(of: score)))
            writer.element("td", .class("number score"), phrase: Phrase(facts.marked(score, in: cohort)))
            if hasRanges { writer.numberCell(range(of: score)) }
            // A level's name stays on one line; a reason why there is none may not.
            writer.element(
              "td", score.level == nil ? .class("reason") : .class("level"), phrase: facts.levelWords(of: score))
            writer.numberCell(score.target.map { words.exact($0) } ?? NumberWords.none)
            writer.element("td", .class("level"), phrase: facts.gap(of: score))
            writer.numberCell(words.percent(score.coverage))
            writer.numberCell(facts.people(score.people, in: cohort))
          }
        }
      }
    }
    if let note = facts.caution(on: scores, in: cohort) { writer.element("p", .class("small"), phrase: note) }
  }

  private func range(of score: SubjectScore) -> String {
    facts.likelyRange(of: score).map { facts.words($0) }
      ?? (facts.isSpreadWithheld(score) ? NumberWords.withheld : NumberWords.none)
  }
}

/// The cohorts beside each other, on the questions that all were asked.
struct ComparisonSection: SectionContent {
  let facts: ReportFacts
  let comparison: SnapshotComparison

  let id = "side-by-side"
  var title: Phrase { words(.sideBySide) }
  private var words: ReportWords { facts.words }

  func write(to writer: inout HTMLWriter) {
    if let reason = comparison.whyNothing {
      writer.element("p", phrase: reason)
      return
    }
    writer.element("p", phrase: words(.sideBySideIntroduction))
    ReportCharts(facts).cohorts(comparison)?.write(to: &writer, id: "side-by-side")
    let hasDifference = facts.cohorts.count == 2
    let least = 10 + 7 * Double(facts.cohorts.count) + (hasDifference ? 9 : 0)
    var columns: [(heading: Phrase, isNumber: Bool)] = [(words(.area), false)]
    columns += facts.cohorts.map { (Phrase($0.name), true) }
    if hasDifference { columns.append((words(.difference), false)) }
    writer.table(
      words(.sideBySideCaption), words, id: "table-side-by-side", least: least, headings: columns.map(\.heading)
    ) { writer in
      writer.tableHead(columns)
      writer.element("tbody") { writer in
        for row in comparison.rows {
          writer.element("tr") { writer in
            writer.rowHeading(Phrase(facts.content(row.area.name)))
            for (result, cohort) in zip(row.results, facts.cohorts) { cell(result, cohort, &writer) }
            if hasDifference {
              writer.cell(SnapshotComparison.difference(row, facts) ?? Phrase(NumberWords.none))
            }
          }
        }
      }
    }
  }

  private func cell(_ result: QuestionResult?, _ cohort: ReportFacts.Cohort, _ writer: inout HTMLWriter) {
    writer.element("td", .class("number")) { writer in
      guard let result else { return writer.text(words(.notAsked)) }
      writer.element("strong", phrase: Phrase(words.figure(result.mean, decimals: 1)))
      guard let count = result.statuses?[.answered], result.mean.value != nil else { return }
      writer.text(" ")
      writer.element(
        "span", .class("small"), phrase: words(cohort.isAgreed ? .countAgreed : .countPeople, ["count": count]))
    }
  }
}

/// The areas over all audiences together, where the assessment declares what each counts.
struct PooledSection: SectionContent {
  let table: PooledTable

  let id = "together"
  var title: Phrase { table.title }

  func write(to writer: inout HTMLWriter) {
    writer.element("p", phrase: table.introduction)
    let columns = table.columns
    writer.table(
      table.caption, table.words, id: "table-together", least: 43, headings: columns.map(\.heading)
    ) { writer in
      writer.tableHead(columns)
      writer.element("tbody") { writer in
        for row in table.rows {
          writer.element("tr") { writer in
            writer.rowHeading(row.first ?? "")
            for (cell, column) in zip(row, columns).dropFirst() {
              if column.isNumber { writer.numberCell(cell.plain) } else { writer.cell(cell) }
            }
          }
        }
      }
    }
  }
}
