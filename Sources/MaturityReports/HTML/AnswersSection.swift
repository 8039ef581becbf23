import DigitalMaturity

/// The answers that no score tells of: several options, orders, numbers, whatever measures nothing.
struct AnswersSection: SectionContent {
  let facts: ReportFacts
  private let parts: [(cohort: ReportFacts.Cohort, answers: [QuestionAnswers])]

  let id = "answers"
  var title: Phrase { words(.unscoredAnswers) }
  private var words: ReportWords { facts.words }

  /// Nil where there is nothing to tell.
  init?(facts: ReportFacts) {
    parts = facts.cohorts.compactMap { cohort in
      let answers = QuestionAnswers.all(cohort)
      return answers.isEmpty ? nil : (cohort, answers)
    }
    if parts.isEmpty { return nil }
    self.facts = facts
  }

  func write(to writer: inout HTMLWriter) {
    for (cohort, answers) in parts {
      if facts.cohorts.count > 1 { writer.element("h3", phrase: Phrase(cohort.name)) }
      for answer in answers { write(answer, cohort, to: &writer) }
    }
  }

  private func write(_ answer: QuestionAnswers, _ cohort: ReportFacts.Cohort, to writer: inout HTMLWriter) {
    let text = Phrase(facts.content(answer.question.text))
    writer.element(facts.cohorts.count > 1 ? "h4" : "h3", phrase: text)
    writer.element("p", .class("small"), phrase: answer.sentence(cohort, words))
    writer.list(facts.texts(of: answer.question, in: cohort).map { words(.wroteThis, ["group": $0, "text": $1]) })
    if answer.rows.isEmpty { return }
    writer.element("table", .class("bars answers")) { writer in
      writer.element("caption", phrase: words(answer.isRanked ? .placesCaption : .choicesCaption))
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          writer.element("th", .fixed("scope", "col"), phrase: words(.option))
          if answer.isRanked {
            writer.element("th", .fixed("scope", "col"), .class("number"), phrase: words(.meanPlace))
          }
          writer.element("th", .fixed("scope", "col"), .class("bar"), phrase: words(answer.isRanked ? .first : .share))
          if answer.hasRanges {
            writer.element("th", .fixed("scope", "col"), .class("number range"), phrase: words(.likelyRange))
          }
          writer.element(
            "th", .fixed("scope", "col"), .class("number"), phrase: words(cohort.isAgreed ? .answers : .people))
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
      if answer.isRanked { writer.numberCell(QuestionAnswers.place(row.meanPlace, words)) }
      writer.element("td", .class("bar")) { writer in
        writer.element("span", .class("bar-track"), .fixed("aria-hidden", "true")) {
          $0.element("span", .class("bar-fill"), .barWidth(row.share))
        }
        writer.element("span", .class("share"), phrase: Phrase(words.percent(row.share)))
      }
      if answer.hasRanges {
        writer.element("td", .class("number range"), phrase: Phrase(QuestionAnswers.range(row.range, words)))
      }
      writer.numberCell(String(row.count))
    }
  }
}
