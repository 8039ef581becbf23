import DigitalMaturity

/// How the scores were calculated: enough to repeat and to question them.
struct MethodSection: SectionContent {
  let facts: ReportFacts

  let id = "method"
  var title: Phrase { words(.methodTitle) }
  private var words: ReportWords { facts.words }

  func write(to writer: inout HTMLWriter) {
    levels(to: &writer)
    for cohort in facts.cohorts {
      if facts.cohorts.count > 1 { writer.element("h3", phrase: Phrase(cohort.name)) }
      if cohort.isAgreed {
        writer.element("p", phrase: words(cohort.isMeasured ? .measuredMethod : .agreedMethod))
      }
      if let population = PopulationWords(cohort, facts) {
        for phrase in [population.sentence] + population.cautions { writer.element("p", phrase: phrase) }
      }
      writer.element("dl", .class("method")) { writer in
        for way in MethodWords.ways(cohort, facts) {
          writer.element("div") { writer in
            writer.element("dt", phrase: way.subjects(words))
            writer.element("dd", phrase: Phrase.joined(way.sentences, by: " "))
          }
        }
      }
      writer.element("p", .class("small"), phrase: MethodWords.versions(cohort, words))
    }
    writer.element("p", phrase: words(.answeredMeans))
    writer.element("p", phrase: words(.rounding))
  }

  private func levels(to writer: inout HTMLWriter) {
    if facts.assessment.levels.isEmpty { return }
    let columns = [(words(.level), false), (words(.fromScore), true), (words(.whatItMeans), false)]
    writer.table(
      words(.theLevels), words, id: "table-levels", class: "descriptions", headings: columns.map(\.0)
    ) { writer in
      writer.tableHead(columns)
      writer.element("tbody") { writer in
        for level in facts.assessment.levels {
          writer.element("tr") { writer in
            writer.rowHeading(Phrase(facts.content(level.name)))
            writer.numberCell(words.exact(level.from))
            writer.cell(facts.content(level.summary).map { Phrase($0) } ?? Phrase(NumberWords.none))
          }
        }
      }
    }
  }
}
