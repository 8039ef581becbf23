import DigitalMaturity

/// What the pages of a session write in the same way.
struct SessionParts: Sendable {
  let facts: ReportFacts
  var words: ReportWords { facts.words }
  let again: ReportFacts?
  let points: [TalkingPoint]
  let changes: [RoundChange]

  init(_ context: ReportContext, again: [PublishableScorecard]) {
    facts = ReportFacts(context)
    self.again =
      again.isEmpty
      ? nil
      : ReportFacts(ReportContext(assessment: context.assessment, scorecards: again, options: context.options))
    points = TalkingPoint.all(facts)
    changes = self.again.map { [facts] in RoundChange.all(facts, again: $0) } ?? []
  }

  /// Who answered, and the note.
  func header(_ title: Phrase, to writer: inout HTMLWriter) {
    writer.element("header") { writer in
      writer.element("p", .class("label"), phrase: Phrase(facts.content(facts.assessment.title)))
      writer.element("h1", phrase: title)
      writer.element("ul", .class("facts")) { writer in
        for cohort in facts.cohorts { writer.element("li", phrase: facts.participation(of: cohort)) }
        for cohort in again?.cohorts ?? [] {
          let participation = again?.participation(of: cohort) ?? ""
          writer.element("li", phrase: words(.askedAgainOf, ["participation": participation]))
        }
      }
      if let note = facts.options.note, !note.isEmpty {
        writer.element("p", .class("note"), .fixed("role", "note"), phrase: Phrase(Content(note)))
      }
    }
  }

  /// Why a cohort has no figures.
  func withheld(to writer: inout HTMLWriter) {
    for cohort in facts.cohorts where cohort.isWithheld {
      writer.element(
        "p", .class("note"),
        phrase: words(
          .withheld, ["cohort": cohort.name, "threshold": cohort.scorecard.policy.threshold]))
    }
  }

  /// How often each answer was given, in one round or two.
  func bars(_ rounds: [TalkingPoint], caption: Phrase, to writer: inout HTMLWriter) {
    guard let first = rounds.first else { return }
    writer.element("table", .class("bars")) { writer in
      writer.element("caption", phrase: caption)
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          writer.element("th", .fixed("scope", "col"), phrase: words(.answer))
          writer.element("th", .fixed("scope", "col"), .class("bar"), phrase: words(.share))
          for (number, _) in rounds.enumerated() {
            if rounds.count == 1 {
              writer.element("th", .fixed("scope", "col"), .class("number"), phrase: words(.people))
            } else {
              writer.element(
                "th", .fixed("scope", "col"), number == 0 ? .class("number first") : .class("number again"),
                phrase: words(.round, ["number": number + 1]))
            }
          }
        }
      }
      let letters = first.letters
      writer.element("tbody") { writer in
        for (place, answer) in first.answers.enumerated() {
          writer.element("tr") { writer in
            writer.rowHeading(letters.map { "\($0[place]). \(answer.label)" } ?? Phrase(answer.label))
            writer.element("td", .class("bar")) { writer in
              for (number, point) in rounds.enumerated() {
                let share = point.total > 0 ? Double(point.answers[place].count) / Double(point.total) : 0
                writer.element("span", .class("bar-track"), .fixed("aria-hidden", "true")) {
                  $0.element("span", number == 0 ? .class("bar-fill") : .class("bar-fill again"), .barWidth(share))
                }
              }
            }
            for point in rounds { writer.numberCell(String(point.answers[place].count)) }
          }
        }
      }
    }
  }

  /// A whole page.
  func page(
    _ title: SessionMessage, _ name: StaticString, sheet: StaticString, body: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var writer = HTMLWriter()
    writer.documentType()
    writer.element("html", .language(words.language)) { writer in
      writer.pageHead(
        title: words(title, ["assessment": facts.content(facts.assessment.title)]), sheets: ReportStyle.base, sheet)
      writer.element("body", .class(name)) { writer in
        writer.element("main") { writer in
          body(&writer)
          for phrase in words.draftNote { writer.element("p", .class("note"), phrase: phrase) }
        }
      }
    }
    return writer.bytes
  }
}
