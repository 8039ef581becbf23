import DigitalMaturity

/// What is withheld and why; for a cohort without any result, what it can do.
struct WithheldSection: ReportSection {
  let facts: ReportFacts

  let id = "withheld"
  let title: Phrase = "What is withheld, and why"

  func write(to writer: inout HTMLWriter) {
    for cohort in facts.cohorts {
      let words = WithheldWords(cohort, facts)
      if facts.cohorts.count > 1 { writer.element("h3", phrase: Phrase(cohort.name)) }
      if cohort.isWithheld {
        wholeCohort(cohort, to: &writer)
        continue
      }
      writer.element("p", phrase: words.rule)
      if words.isNothing {
        if !cohort.isAgreed { writer.element("p", phrase: "In these results nothing had to be withheld.") }
        continue
      }
      if !words.groups.isEmpty {
        writer.element("p", phrase: "These groups are withheld whole:")
        writer.list(words.groups)
      }
      if !words.figures.isEmpty {
        writer.element("p", phrase: "Of groups that are shown, these figures are withheld:")
        writer.list(words.figures)
      }
    }
  }

  private func wholeCohort(_ cohort: ReportFacts.Cohort, to writer: inout HTMLWriter) {
    let threshold = cohort.scorecard.policy.threshold
    writer.element(
      "p",
      phrase:
        """
        All results of this group are withheld. A figure is shown only when at least \(threshold) people stand behind \
        it: with fewer, it could tell what one of them said. This is a promise made to everyone who took part. It says \
        nothing about how good or bad the results are.
        """)
    writer.element("p", phrase: "What this group can do:")
    writer.element("ol", .class("steps")) { writer in
      writer.element("li") { writer in
        writer.element("strong", phrase: "Agree one answer together.")
        writer.text(
          " Talk each question through and record the answer that the group agrees on, with a questionnaire whose mode is "
        )
        writer.element("code", phrase: "consensus")
        writer.text(
          ". An agreed answer belongs to the group and is not personal data, so it is shown, whatever the group’s size."
        )
      }
      writer.element("li") { writer in
        writer.element("strong", phrase: "Ask more people.")
        writer.text(" From \(threshold) people on, results can be shown.")
      }
      writer.element("li") { writer in
        writer.element("strong", phrase: "Begin to talk now.")
        writer.text(" The descriptions below need no figures.")
      }
    }
  }
}

/// The levels of every area in words: of use in a discussion where no figure may be shown.
struct DiscussionSection: ReportSection {
  let facts: ReportFacts

  let id = "discussion"
  let title: Phrase = "For your discussion: what each level looks like"

  func write(to writer: inout HTMLWriter) {
    writer.element(
      "p",
      phrase:
        "For each area, agree which description is closest to how things are today, and which you want to reach. Mark both."
    )
    for area in facts.assessment.areas {
      let levels = facts.assessment.levels.filter { area.levels[$0.id] != nil }
      if levels.isEmpty { continue }
      writer.table("\(facts.content(area.name)): the descriptions", id: "discuss-\(area.id)", class: "descriptions") {
        writer in
        writer.tableHead([("Level", false), ("What it looks like", false), ("Today", false), ("Aim", false)])
        writer.element("tbody") { writer in
          for level in levels {
            writer.element("tr") { writer in
              writer.rowHeading(Phrase(facts.content(level.name)))
              writer.cell(facts.content(area.levels[level.id]).map { Phrase($0) } ?? "")
              for _ in 0..<2 {
                writer.element("td", .class("mark")) {
                  $0.element("span", .class("box"), .fixed("aria-hidden", "true"))
                }
              }
            }
          }
        }
      }
    }
  }
}
