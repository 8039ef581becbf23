import DigitalMaturity

/// One cohort's results at a glance: a headline, figures, the areas as a chart and the same as a table.
struct OverviewSection: ReportSection {
  let facts: ReportFacts
  let cohort: ReportFacts.Cohort

  var id: String { "overview-\(cohort.scorecard.questionnaire)" }
  var title: Phrase { facts.cohorts.count > 1 ? "\(cohort.name): at a glance" : "At a glance" }

  func write(to writer: inout HTMLWriter) {
    let headline = Headline(cohort, facts)
    writer.element("p", .class("headline"), phrase: headline.phrase)
    if cohort.isWithheld {
      writer.element(
        "p",
        phrase:
          "Below are the reason, what this group can do to have results that can be shown, and a way to use the assessment at once."
      )
      return
    }
    if !headline.figures.isEmpty {
      writer.element("dl", .class("headline-figures")) { writer in
        for figure in headline.figures {
          writer.element("div") { writer in
            writer.element("dt", phrase: Phrase(figure.label))
            writer.element("dd", phrase: Phrase(figure.value))
          }
        }
      }
    }
    guard let everyone = cohort.everyone, !everyone.areas.isEmpty else { return }
    let chart = LollipopChart(scores: everyone.areas, cohort: cohort, facts: facts)
    chart?.write(to: &writer)
    table(of: everyone, to: &writer)
  }

  private func table(of everyone: GroupResult, to writer: inout HTMLWriter) {
    let caption: Phrase = facts.cohorts.count > 1 ? "\(cohort.name): scores by area" : "Scores by area"
    writer.table(caption, id: "table-\(cohort.scorecard.questionnaire)", least: 43) { writer in
      writer.tableHead([
        ("Area", false), ("Score", true), ("Level", false), ("Target", true), ("Gap", false), ("Answered", true),
        (cohort.isAgreed ? "Agreed answers" : "People", true),
      ])
      writer.element("tbody") { writer in
        for score in everyone.areas + (everyone.overall.map { [$0] } ?? []) {
          writer.element("tr") { writer in
            writer.rowHeading(score.subject == .overall ? "Overall" : Phrase(facts.name(of: score)))
            writer.element("td", .class("number score"), phrase: Phrase(facts.shown(score)))
            writer.cell(facts.levelWords(of: score))
            writer.numberCell(score.target.map(NumberWords.exact) ?? NumberWords.none)
            writer.cell(Phrase(facts.gap(of: score)))
            writer.numberCell(NumberWords.percent(score.coverage))
            writer.numberCell(facts.people(score.people, in: cohort))
          }
        }
      }
    }
  }
}

/// The cohorts beside each other, on the questions that all were asked.
struct ComparisonSection: ReportSection {
  let facts: ReportFacts
  let comparison: SnapshotComparison

  let id = "side-by-side"
  let title: Phrase = "Side by side"

  func write(to writer: inout HTMLWriter) {
    if let reason = comparison.whyNothing {
      writer.element("p", phrase: reason)
      return
    }
    writer.element(
      "p",
      phrase:
        "Each questionnaire asks its own questions, so scores of different questionnaires are not compared. One question an area is the same: which description is closest to how things are today. Here are the average answers to it."
    )
    let hasDifference = facts.cohorts.count == 2
    let least = 10 + 7 * Double(facts.cohorts.count) + (hasDifference ? 9 : 0)
    writer.table("Average answer to the same question", id: "table-side-by-side", least: least) { writer in
      var columns: [(heading: Phrase, isNumber: Bool)] = [("Area", false)]
      columns += facts.cohorts.map { (Phrase($0.name), true) }
      if hasDifference { columns.append(("Difference", false)) }
      writer.tableHead(columns)
      writer.element("tbody") { writer in
        for row in comparison.rows {
          writer.element("tr") { writer in
            writer.rowHeading(Phrase(facts.content(row.area.name)))
            for (result, cohort) in zip(row.results, facts.cohorts) { cell(result, cohort, &writer) }
            if hasDifference {
              writer.cell(SnapshotComparison.difference(row, facts.cohorts) ?? Phrase(NumberWords.none))
            }
          }
        }
      }
    }
  }

  private func cell(_ result: QuestionResult?, _ cohort: ReportFacts.Cohort, _ writer: inout HTMLWriter) {
    writer.element("td", .class("number")) { writer in
      guard let result else { return writer.text("not asked") }
      writer.element("strong", phrase: Phrase(NumberWords.figure(result.mean, decimals: 1)))
      guard let count = result.statuses?[.answered], result.mean.value != nil else { return }
      let people =
        cohort.isAgreed
        ? NumberWords.counted(count, "agreed answer", "agreed answers") : NumberWords.counted(count, "person", "people")
      writer.text(" ")
      writer.element("span", .class("small"), phrase: Phrase(people))
    }
  }
}

/// The areas over all audiences together, where the assessment declares what each counts.
struct PooledSection: ReportSection {
  let table: PooledTable

  let id = "together"
  var title: Phrase { table.title }

  func write(to writer: inout HTMLWriter) {
    writer.element("p", phrase: table.introduction)
    let columns = table.columns
    writer.table("Scores by area, all audiences together", id: "table-together", least: 43) { writer in
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
