import DigitalMaturity

/// A section an area: what the level means, what comes next, and what is recommended. How people are spread over the levels is
/// told once, for all areas together: ``SpreadSection``.
struct AreasSection: SectionContent {
  let facts: ReportFacts

  let id = "areas"
  var title: Phrase { words(.areaByArea) }
  private var words: ReportWords { facts.words }

  func write(to writer: inout HTMLWriter) {
    for area in facts.assessment.areas {
      let id = writer.makeID("area-\(area.id)")
      writer.element("section", .class("area"), .labelled(by: id)) { writer in
        writer.element("h3", .id(id), phrase: Phrase(facts.content(area.name)))
        if let summary = facts.content(area.summary) {
          writer.element("p", .class("summary"), phrase: Phrase(summary))
        }
        for cohort in facts.cohorts where !cohort.isWithheld {
          guard let score = cohort.everyone?.score(of: Subject(.area, area.id.rawValue)) else { continue }
          write(score, of: area, cohort, to: &writer)
        }
        write(facts.actions(for: area.id), to: &writer)
      }
    }
  }

  private func write(
    _ score: SubjectScore, of area: Area, _ cohort: ReportFacts.Cohort, to writer: inout HTMLWriter
  ) {
    if facts.cohorts.count > 1 { writer.element("h4", .class("cohort"), phrase: Phrase(cohort.name)) }
    writer.element("p", .class("result")) { writer in
      writer.element("strong", .class("badge"), phrase: Phrase(facts.shown(score)))
      writer.text(" ")
      // One piece, whatever languages its words are of.
      writer.element("span", phrase: result(score))
    }
    if facts.isUnanimous(score, in: cohort) {
      writer.element("p", .class("caution"), phrase: words(.unanimous))
    }
    if score.score.value == nil { return }
    meaning(of: score, area, to: &writer)
  }

  /// The level, the gap and how many answered, in words.
  private func result(_ score: SubjectScore) -> Phrase {
    var parts: [Phrase] = [facts.levelWords(of: score)]
    if score.score.value != nil, score.level == nil { parts = [words(.notOnScale)] }
    if let gap = facts.gapToTarget(of: score) { parts.append(gap) }
    if score.coverage.value != nil { parts.append(words(.shareAnswered, ["share": words.percent(score.coverage)])) }
    return Phrase.joined(parts, by: " · ")
  }

  /// What the level looks like, and beside it the next one.
  private func meaning(of score: SubjectScore, _ area: Area, to writer: inout HTMLWriter) {
    let levels = facts.assessment.levels
    guard let index = levels.firstIndex(where: { $0.id == score.level }) else { return }
    let heading: StaticString = facts.cohorts.count > 1 ? "h5" : "h4"
    func describe(_ level: MaturityLevel, _ message: ReportMessage, to writer: inout HTMLWriter) {
      writer.element(heading, phrase: words(message, ["level": facts.content(level.name)]))
      if let text = facts.content(area.levels[level.id] ?? level.summary) { writer.element("p", phrase: Phrase(text)) }
    }
    writer.element("div", .class("pair")) { writer in
      writer.element("div") { writer in
        describe(levels[index], .looksLikeHere, to: &writer)
        if index == levels.count - 1 { writer.element("p", .class("small"), phrase: words(.highestLevel)) }
      }
      if index < levels.count - 1 {
        writer.element("div") { describe(levels[index + 1], .comesNext, to: &$0) }
      }
    }
  }

  private func write(
    _ actions: [(action: Action, cohorts: [ReportFacts.Cohort])], to writer: inout HTMLWriter
  ) {
    if actions.isEmpty { return }
    writer.element("h4", phrase: words(.recommendedActions))
    writer.element("ul", .class("actions")) { writer in
      for (action, cohorts) in actions {
        writer.element("li") { writer in
          writer.element("strong", phrase: Phrase(facts.content(action.name)))
          if let description = facts.content(action.description) {
            writer.element("p", phrase: Phrase(description))
          }
          let details = ActionWords.details(of: action, cohorts, facts)
          if !details.isEmpty {
            writer.element("p", .class("small"), phrase: Phrase.joined(details, by: " · "))
          }
        }
      }
    }
  }
}
