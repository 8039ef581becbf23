import DigitalMaturity

/// Views across the areas: themes, principles by their sets, literacies; the cohorts in columns.
struct ViewsSection: ReportSection {
  let facts: ReportFacts
  let id: String
  let title: Phrase
  let introduction: Phrase
  /// A table each, with a heading where there are several.
  let parts: [Part]

  struct Part: Sendable {
    let heading: Phrase?
    let caption: Phrase
    let rows: [(subject: Subject, name: Phrase, text: Phrase?)]
  }

  static func all(facts: ReportFacts) -> [ViewsSection] {
    [themes(facts), principles(facts), literacies(facts)].filter { !$0.parts.isEmpty }
  }

  private static func themes(_ facts: ReportFacts) -> ViewsSection {
    let rows = facts.assessment.themes.map { theme in
      (
        subject: Subject(.theme, theme.id.rawValue), name: Phrase(facts.content(theme.name)),
        text: facts.content(theme.summary).map { Phrase($0) }
      )
    }
    return ViewsSection(
      facts: facts, id: "themes", title: "Themes",
      introduction: "Themes are views across the areas: an area may belong to several.",
      parts: rows.isEmpty ? [] : [Part(heading: nil, caption: "Scores by theme", rows: rows)])
  }

  private static func principles(_ facts: ReportFacts) -> ViewsSection {
    let parts = facts.assessment.principleSets.compactMap { set -> Part? in
      let rows = facts.assessment.principles.filter { $0.set == set.id }.map { principle in
        (
          subject: Subject(.principle, principle.id.rawValue), name: Phrase(facts.content(principle.name)),
          text: facts.content(principle.statement).map { Phrase($0) }
        )
      }
      let name = Phrase(facts.content(set.name))
      return rows.isEmpty
        ? nil
        : Part(heading: name, caption: "Scores: \(name)", rows: rows)
    }
    return ViewsSection(
      facts: facts, id: "principles", title: "Principles",
      introduction:
        "What the answers say about statements of principle. One that no question is evidence of is marked “not asked”.",
      parts: parts)
  }

  private static func literacies(_ facts: ReportFacts) -> ViewsSection {
    let rows = facts.assessment.literacies.map { literacy in
      (
        subject: Subject(.literacy, literacy.id.rawValue), name: Phrase(facts.content(literacy.name)),
        text: facts.content(literacy.summary).map { Phrase($0) }
      )
    }
    return ViewsSection(
      facts: facts, id: "literacies", title: "Digital literacies",
      introduction:
        "What the answers say about the digital skills that people are expected to have. A few questions touch each; this is not a test of anybody.",
      parts: rows.isEmpty ? [] : [Part(heading: nil, caption: "Scores by literacy", rows: rows)])
  }

  func write(to writer: inout HTMLWriter) {
    writer.element("p", phrase: introduction)
    for (index, part) in parts.enumerated() {
      if let heading = part.heading { writer.element("h3", phrase: heading) }
      writer.table(
        part.caption, id: "table-\(id)-\(index + 1)",
        class: part.heading == nil ? "figures views" : "figures views titled",
        least: isSingle ? 40 : 8 + 5.5 * Double(facts.cohorts.count)
      ) { writer in
        head(&writer)
        writer.element("tbody") { writer in
          for row in part.rows {
            writer.element("tr") { writer in
              writer.element("th", .fixed("scope", "row")) { writer in
                writer.element("span", .class("term"), phrase: row.name)
                if let text = row.text { writer.element("span", .class("small"), phrase: text) }
              }
              for cohort in facts.cohorts { cells(row.subject, cohort, &writer) }
            }
          }
        }
      }
    }
  }

  private var isSingle: Bool { facts.cohorts.count == 1 }

  private func head(_ writer: inout HTMLWriter) {
    let first: Phrase = id == "principles" ? "Principle" : id == "themes" ? "Theme" : "Literacy"
    writer.tableHead(
      isSingle
        ? [
          (first, false), ("Score", true), ("Level", false), ("Made of", false), ("Answered", true),
          ("People", true),
        ]
        : [(first, false)] + facts.cohorts.map { (Phrase($0.name), false) })
  }

  private func cells(_ subject: Subject, _ cohort: ReportFacts.Cohort, _ writer: inout HTMLWriter) {
    let score = cohort.everyone?.score(of: subject)
    let isAsked = score.map { $0.score.reason?.code != .notAsked } ?? false
    guard let score, isAsked else {
      if isSingle {
        writer.numberCell(NumberWords.none)
        writer.cell("not asked")
        writer.cell(Phrase(NumberWords.none))
        writer.numberCell(NumberWords.none)
        writer.numberCell(NumberWords.none)
      } else {
        writer.cell("not asked")
      }
      return
    }
    if isSingle {
      writer.element("td", .class("number score"), phrase: Phrase(facts.shown(score)))
      writer.element("td") { writer in
        writer.element(
          "span", score.level == nil ? .class("reason") : .class("level"), phrase: facts.levelWords(of: score))
      }
      writer.element("td", .class("basis"), phrase: Phrase(NumberWords.basis(score.provenance)))
      writer.numberCell(NumberWords.percent(score.coverage))
      writer.numberCell(facts.people(score.people, in: cohort))
    } else {
      writer.element("td") { writer in
        writer.element("span", score.level == nil ? .class("reason") : .class("level")) { writer in
          writer.element("strong", phrase: Phrase(facts.shown(score)))
          if score.isWithheld { return }
          writer.text(" ")
          writer.text(facts.levelWords(of: score))
        }
        if score.isWithheld { return }
        writer.text(" ")
        writer.element("span", .class("small"), phrase: Phrase(NumberWords.basis(score.provenance)))
      }
    }
  }
}
