import DigitalMaturity

/// Who took part, of those there are: in all and by group.
struct ParticipationSection: SectionContent {
  let facts: ReportFacts
  let rates: [ResponseRates]

  let id = "participation"
  var title: Phrase { words(.participationTitle) }
  private var words: ReportWords { facts.words }

  /// Nil without headcounts.
  init?(facts: ReportFacts) {
    rates = facts.cohorts.compactMap { ResponseRates($0, facts) }
    if rates.isEmpty { return nil }
    self.facts = facts
  }

  func write(to writer: inout HTMLWriter) {
    for rates in rates {
      if facts.cohorts.count > 1 { writer.element("h3", phrase: Phrase(rates.cohort.name)) }
      let everyone = rates.everyone
      writer.element(
        "p",
        phrase: everyone.respondents.map {
          words(.tookPartOf, ["count": $0, "people": everyone.people, "share": words.percent(everyone.rate)])
        } ?? words(.tookPartWithheld, ["people": everyone.people]))
      for part in rates.parts { table(part, to: &writer) }
      for row in [everyone] + rates.parts.flatMap(\.rows) {
        guard let respondents = row.respondents, respondents > row.people, row.people > 0 else { continue }
        writer.element(
          "p", .class("small"),
          phrase: words(
            .moreThanHeadcount, ["group": row.name, "people": respondents, "headcount": row.people]))
      }
    }
    writer.element("p", .class("small"), phrase: words(.rateMeans))
  }

  private func table(_ part: ResponseRates.Part, to writer: inout HTMLWriter) {
    writer.element("table", .class("bars rates")) { writer in
      writer.element("caption", phrase: words(.rateCaption, ["attributes": facts.name(of: part.attributes)]))
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          writer.element("th", .fixed("scope", "col"), phrase: words(.groupHeading))
          writer.element("th", .fixed("scope", "col"), .class("bar"), phrase: words(.share))
          writer.element("th", .fixed("scope", "col"), .class("number"), phrase: words(.tookPart))
          writer.element("th", .fixed("scope", "col"), .class("number"), phrase: words(.outOf))
        }
      }
      writer.element("tbody") { writer in
        for row in part.rows {
          writer.element("tr") { writer in
            writer.rowHeading(row.name)
            writer.element("td", .class("bar")) { writer in
              if let rate = row.rate.value {
                writer.element("span", .class("bar-track"), .fixed("aria-hidden", "true")) {
                  $0.element("span", .class("bar-fill"), .barWidth(rate))
                }
              }
              writer.element("span", .class("share"), phrase: Phrase(words.percent(row.rate)))
            }
            writer.numberCell(facts.people(row.respondents, in: rates[0].cohort))
            writer.numberCell(String(row.people))
          }
        }
      }
    }
  }
}
