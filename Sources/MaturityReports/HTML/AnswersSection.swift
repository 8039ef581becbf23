import DigitalMaturity

/// The answers that no score tells of: several options, orders, numbers, whatever measures nothing.
struct AnswersSection: ReportSection {
  let facts: ReportFacts

  let id = "answers"
  let title: Phrase = "Answers that are not scored"

  /// Whether there is anything to tell.
  static func isNeeded(_ facts: ReportFacts) -> Bool { facts.cohorts.contains { !QuestionAnswers.all($0).isEmpty } }

  func write(to writer: inout HTMLWriter) {
    for cohort in facts.cohorts {
      let answers = QuestionAnswers.all(cohort)
      if answers.isEmpty { continue }
      if facts.cohorts.count > 1 { writer.element("h3", phrase: Phrase(cohort.name)) }
      for answer in answers { write(answer, cohort, to: &writer) }
    }
  }

  private func write(_ answer: QuestionAnswers, _ cohort: ReportFacts.Cohort, to writer: inout HTMLWriter) {
    let text = Phrase(facts.content(answer.question.text))
    writer.element(facts.cohorts.count > 1 ? "h4" : "h3", phrase: text)
    writer.element("p", .class("small"), phrase: answer.sentence(cohort))
    if answer.rows.isEmpty { return }
    writer.element("table", .class("bars")) { writer in
      writer.element("caption", phrase: answer.isRanked ? "Mean place, and who put it first" : "Who chose what")
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          writer.element("th", .fixed("scope", "col"), phrase: "Option")
          if answer.isRanked {
            writer.element("th", .fixed("scope", "col"), .class("number"), phrase: "Mean place")
          }
          writer.element("th", .fixed("scope", "col"), .class("bar"), phrase: answer.isRanked ? "First" : "Share")
          if answer.hasRanges {
            writer.element("th", .fixed("scope", "col"), .class("number"), phrase: "Likely range")
          }
          writer.element(
            "th", .fixed("scope", "col"), .class("number"), phrase: cohort.isAgreed ? "Answers" : "People")
        }
      }
      writer.element("tbody") { writer in
        for row in answer.rows { write(row, answer, to: &writer) }
      }
    }
  }

  private func write(_ row: QuestionAnswers.Row, _ answer: QuestionAnswers, to writer: inout HTMLWriter) {
    writer.element("tr") { writer in
      writer.rowHeading(Phrase(facts.content(row.option.label)))
      if answer.isRanked { writer.numberCell(QuestionAnswers.place(row.meanPlace)) }
      writer.element("td", .class("bar")) { writer in
        writer.element("span", .class("bar-track"), .fixed("aria-hidden", "true")) {
          $0.element("span", .class("bar-fill"), .barWidth(row.share))
        }
        writer.element("span", .class("share"), phrase: Phrase(NumberWords.percent(row.share)))
      }
      if answer.hasRanges { writer.numberCell(QuestionAnswers.range(row.range)) }
      writer.numberCell(String(row.count))
    }
  }
}
