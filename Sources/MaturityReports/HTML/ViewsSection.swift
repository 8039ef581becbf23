import DigitalMaturity

/// Views across the areas: themes, principles by their sets, literacies; the cohorts in columns.
struct ViewsSection: SectionContent {
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
    facts.averaged.isEmpty
      ? [] : [themes(facts), principles(facts), literacies(facts)].filter { !$0.parts.isEmpty }
  }

  private static func themes(_ facts: ReportFacts) -> ViewsSection {
    let rows = facts.assessment.themes.map { theme in
      (
        subject: Subject(.theme, theme.id.rawValue), name: Phrase(facts.content(theme.name)),
        text: facts.content(theme.summary).map { Phrase($0) }
      )
    }
    let words = facts.words
    return ViewsSection(
      facts: facts, id: "themes", title: words(.themes), introduction: words(.themesIntroduction),
      parts: rows.isEmpty ? [] : [Part(heading: nil, caption: words(.scoresByTheme), rows: rows)])
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
        : Part(heading: name, caption: facts.words(.scoresOf, ["name": name]), rows: rows)
    }
    return ViewsSection(
      facts: facts, id: "principles", title: facts.words(.principles),
      introduction: facts.words(.principlesIntroduction),
      parts: parts)
  }

  private static func literacies(_ facts: ReportFacts) -> ViewsSection {
    let rows = facts.assessment.literacies.map { literacy in
      (
        subject: Subject(.literacy, literacy.id.rawValue), name: Phrase(facts.content(literacy.name)),
        text: facts.content(literacy.summary).map { Phrase($0) }
      )
    }
    let words = facts.words
    return ViewsSection(
      facts: facts, id: "literacies", title: words(.literacies), introduction: words(.literaciesIntroduction),
      parts: rows.isEmpty ? [] : [Part(heading: nil, caption: words(.scoresByLiteracy), rows: rows)])
  }

  func write(to writer: inout HTMLWriter) {
    writer.element("p", phrase: introduction)
    if !isSingle { writer.element("p", phrase: words(.viewsOfSeveral)) }
    for (index, part) in parts.enumerated() {
      if let heading = part.heading { writer.element("h3", phrase: heading) }
      writer.table(
        part.caption, words, id: "table-\(id)-\(index + 1)",
        class: part.heading == nil ? "figures views" : "figures views titled",
        least: isSingle ? 40 : 8 + 5.5 * Double(facts.averaged.count), headings: columns.map(\.heading)
      ) { writer in
        writer.tableHead(columns)
        writer.element("tbody") { writer in
          for row in part.rows {
            writer.element("tr") { writer in
              writer.element("th", .fixed("scope", "row")) { writer in
                writer.element("span", .class("term"), phrase: row.name)
                if let text = row.text { writer.element("span", .class("small"), phrase: text) }
              }
              for cohort in facts.averaged { cells(row.subject, cohort, &writer) }
            }
          }
        }
      }
    }
  }

  private var words: ReportWords { facts.words }

  private var isSingle: Bool { facts.averaged.count == 1 }

  private var columns: [(heading: Phrase, isNumber: Bool)] {
    let first = words(id == "principles" ? .principle : id == "themes" ? .theme : .literacy)
    return isSingle
      ? [
        (first, false), (words(.score), true), (words(.level), false), (words(.madeOf), false),
        (words(.answered), true), (words(.people), true),
      ]
      : [(first, false)] + facts.averaged.map { (Phrase($0.name), false) }
  }

  private func cells(_ subject: Subject, _ cohort: ReportFacts.Cohort, _ writer: inout HTMLWriter) {
    let score = cohort.everyone?.score(of: subject)
    let isAsked = score.map { $0.score.reason?.code != .notAsked } ?? false
    guard let score, isAsked else {
      if isSingle {
        // A narrow page leaves out what there is none of.
        writer.element("td", .class("number none"), phrase: Phrase(NumberWords.none))
        writer.element("td", .class("short"), phrase: words(.notAsked))
        writer.element("td", .class("basis none"), phrase: Phrase(NumberWords.none))
        for _ in 0..<2 { writer.element("td", .class("number none"), phrase: Phrase(NumberWords.none)) }
      } else {
        writer.element("td", .class("short"), phrase: words(.notAsked))
      }
      return
    }
    if isSingle {
      writer.element("td", .class("number score"), phrase: Phrase(facts.marked(score, in: cohort)))
      writer.element("td", .class("short")) { writer in
        writer.element(
          "span", score.level == nil ? .class("reason") : .class("level"), phrase: facts.levelWords(of: score))
      }
      writer.element("td", .class("basis short"), phrase: words.basis(score.provenance))
      writer.numberCell(words.percent(score.coverage))
      writer.numberCell(facts.people(score.people, in: cohort))
    } else {
      writer.element("td", .class("short")) { writer in
        writer.element("span", score.level == nil ? .class("reason") : .class("level")) { writer in
          writer.element("strong", phrase: Phrase(facts.marked(score, in: cohort)))
          if score.isWithheld { return }
          writer.text(" ")
          writer.text(facts.levelWords(of: score))
        }
        if score.isWithheld { return }
        writer.text(" ")
        writer.element("span", .class("small"), phrase: words.basis(score.provenance))
      }
    }
  }
}
