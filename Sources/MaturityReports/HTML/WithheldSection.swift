import DigitalMaturity

/// What is withheld and why; for a cohort without any result, what it can do.
struct WithheldSection: SectionContent {
  let facts: ReportFacts

  let id = "withheld"
  var title: Phrase { facts.words(.withheldTitle) }

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
        if !cohort.isAgreed { writer.element("p", phrase: facts.words(.nothingHadToBeWithheld)) }
        continue
      }
      if !words.groups.isEmpty {
        writer.element("p", phrase: facts.words(.groupsWithheldWhole))
        writer.list(words.groups)
      }
      if !words.figures.isEmpty {
        writer.element("p", phrase: facts.words(.figuresWithheld))
        writer.list(words.figures)
      }
    }
  }

  private func wholeCohort(_ cohort: ReportFacts.Cohort, to writer: inout HTMLWriter) {
    let words = facts.words
    let threshold = cohort.scorecard.policy.threshold
    writer.element("p", phrase: words(.cohortWithheld, ["threshold": threshold]))
    writer.element("p", phrase: words(.whatGroupCanDo))
    let steps = [
      (words(.agreeTitle), words(.agreeText, ["mode": Phrase(part: .code("consensus"))])),
      (words(.askMoreTitle), words(.askMoreText, ["threshold": threshold])),
      (words(.talkTitle), words(.talkText)),
    ]
    writer.element("ol", .class("steps")) { writer in
      for (title, text) in steps {
        writer.element("li") { writer in
          writer.element("strong", phrase: title)
          writer.text(" " + text)
        }
      }
    }
  }
}

/// The levels of every area in words: of use in a discussion where no figure may be shown.
struct DiscussionSection: SectionContent {
  let facts: ReportFacts

  let id = "discussion"
  var title: Phrase { words(.discussionTitle) }
  private var words: ReportWords { facts.words }

  func write(to writer: inout HTMLWriter) {
    writer.element("p", phrase: words(.discussionIntroduction))
    for area in facts.assessment.areas {
      let levels = facts.assessment.levels.filter { area.levels[$0.id] != nil }
      if levels.isEmpty { continue }
      let caption = words(.descriptionsOf, ["area": facts.content(area.name)])
      writer.table(caption, words, id: "discuss-\(area.id)", class: "descriptions choose") { writer in
        writer.tableHead([
          (words(.level), false), (words(.whatItLooksLike), false), (words(.today), false), (words(.aim), false),
        ])
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
