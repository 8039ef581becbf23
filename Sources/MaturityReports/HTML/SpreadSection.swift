import DigitalMaturity

/// How people are spread over the levels in each area, as bars of 100 % and the same as a table.
struct SpreadSection: SectionContent {
  let facts: ReportFacts
  let spreads: [LevelSpread]

  let id = "spread"
  var title: Phrase { words(.spreadTitle) }
  private var words: ReportWords { facts.words }

  /// Nil where no cohort has a spread to show.
  init?(facts: ReportFacts) {
    spreads = facts.cohorts.compactMap { LevelSpread($0, facts) }
    if spreads.isEmpty { return nil }
    self.facts = facts
  }

  func write(to writer: inout HTMLWriter) {
    writer.element(
      "p", phrase: words(spreads.allSatisfy(\.isOfPeople) ? .spreadIntroduction : .spreadIntroductionAnswers))
    for spread in spreads {
      if facts.cohorts.count > 1 { writer.element("h3", phrase: Phrase(spread.cohort.name)) }
      let name = "spread-\(spread.cohort.scorecard.questionnaire)"
      spread.chart.write(to: &writer, id: name)
      let caption = facts.caption(words(spread.isOfPeople ? .spreadCaption : .spreadCaptionAnswers), of: spread.cohort)
      let least = 12 + 5 * Double(spread.steps.count)
      let columns =
        [(words(.area), false)] + spread.steps.map { ($0, true) }
        + [(words(spread.isOfPeople ? .people : .answers), true)]
      writer.table(
        caption, words, id: "table-\(name)", class: "figures shares", least: least, headings: columns.map(\.0)
      ) { writer in
        writer.tableHead(columns)
        writer.element("tbody") { writer in
          for row in spread.rows {
            writer.element("tr") { writer in
              writer.rowHeading(Phrase(facts.name(of: row.score)))
              let shares = spread.shares(row)
              for step in spread.steps.indices {
                writer.numberCell(shares.map { words.percent($0[step]) } ?? spread.total(row))
              }
              writer.numberCell(spread.total(row))
            }
          }
        }
      }
      if let note = spread.note { writer.element("p", .class("small"), phrase: note) }
    }
  }
}

/// Statements that people were asked to agree with: bars on both sides of a middle, and the same as a table.
struct StatementsSection: SectionContent {
  let facts: ReportFacts
  let parts: [Statements]

  let id = "statements"
  var title: Phrase { words(.statementsTitle) }
  private var words: ReportWords { facts.words }

  /// Nil where no statement was asked about.
  init?(facts: ReportFacts) {
    parts = facts.cohorts.flatMap { Statements.all($0, facts) }
    if parts.isEmpty { return nil }
    self.facts = facts
  }

  func write(to writer: inout HTMLWriter) {
    let hasMiddle = parts.contains { !$0.answers.count.isMultiple(of: 2) }
    writer.element("p", phrase: words(hasMiddle ? .statementsIntroduction : .statementsIntroductionEven))
    for (index, part) in parts.enumerated() {
      let isFirst = index == 0 || parts[index - 1].cohort.position != part.cohort.position
      if facts.cohorts.count > 1, isFirst { writer.element("h3", phrase: Phrase(part.cohort.name)) }
      let name = "statements-\(part.cohort.scorecard.questionnaire)"
      part.chart.write(to: &writer, id: name)
      let least = 18 + 6 * Double(part.answers.count)
      let caption = facts.caption(words(.statementsCaption), of: part.cohort)
      let columns = [(words(.statement), false)] + part.answers.map { (Phrase($0), true) } + [(words(.people), true)]
      writer.table(
        caption, words, id: "table-\(name)", class: "figures shares", least: least, headings: columns.map(\.0)
      ) { writer in
        writer.tableHead(columns)
        writer.element("tbody") { writer in
          for row in part.rows {
            writer.element("tr") { writer in
              writer.rowHeading(part.text(row))
              for place in part.answers.indices {
                writer.numberCell(row.shares.map { words.percent($0[place]) } ?? row.note)
              }
              writer.numberCell(row.note)
            }
          }
        }
      }
      if let note = part.note { writer.element("p", .class("small"), phrase: note) }
    }
  }
}
