import DigitalMaturity

/// How the scores were calculated: enough to repeat and to question them.
struct MethodSection: ReportSection {
  let facts: ReportFacts

  let id = "method"
  let title: Phrase = "How it was calculated"

  func write(to writer: inout HTMLWriter) {
    levels(to: &writer)
    for cohort in facts.cohorts {
      if facts.cohorts.count > 1 { writer.element("h3", phrase: Phrase(cohort.name)) }
      if cohort.isAgreed {
        writer.element("p", phrase: "Groups recorded answers that they agreed on. They are not a sample of anybody.")
      }
      if let words = PopulationWords(cohort, facts) {
        for phrase in [words.sentence] + words.cautions { writer.element("p", phrase: phrase) }
      }
      writer.element("dl", .class("method")) { writer in
        for way in MethodWords.ways(cohort, facts) {
          writer.element("div") { writer in
            writer.element("dt", phrase: way.subjects)
            writer.element("dd", phrase: Phrase.joined(way.sentences, by: " "))
          }
        }
      }
      writer.element("p", .class("small"), phrase: MethodWords.versions(cohort))
    }
    writer.element(
      "p",
      phrase:
        "“Answered” is the share of questions that were answered, of all that were shown to people and applied to them."
    )
    writer.element("p", phrase: MethodWords.rounding)
  }

  private func levels(to writer: inout HTMLWriter) {
    if facts.assessment.levels.isEmpty { return }
    writer.table("The levels", id: "table-levels", class: "descriptions") { writer in
      writer.tableHead([("Level", false), ("From score", true), ("What it means", false)])
      writer.element("tbody") { writer in
        for level in facts.assessment.levels {
          writer.element("tr") { writer in
            writer.rowHeading(Phrase(facts.content(level.name)))
            writer.numberCell(NumberWords.exact(level.from))
            writer.cell(facts.content(level.summary).map { Phrase($0) } ?? Phrase(NumberWords.none))
          }
        }
      }
    }
  }
}
