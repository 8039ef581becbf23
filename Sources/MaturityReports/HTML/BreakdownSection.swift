import DigitalMaturity

/// The groups of one breakdown beside each other: areas by groups, shaded by level.
struct BreakdownSection: SectionContent {
  let facts: ReportFacts
  let cohort: ReportFacts.Cohort
  let attributes: [Identifier<Attribute>]
  let groups: [GroupResult]
  /// The groups, behind everyone where that tells of something.
  private let columns: [GroupResult]

  private init(facts: ReportFacts, cohort: ReportFacts.Cohort, attributes: [Identifier<Attribute>]) {
    self.facts = facts
    self.cohort = cohort
    self.attributes = attributes
    groups = cohort.scorecard.groups(by: attributes)
    columns = cohort.beside(groups)
  }

  /// A section a breakdown of a cohort.
  static func all(facts: ReportFacts, cohort: ReportFacts.Cohort) -> [BreakdownSection] {
    cohort.scorecard.breakdowns.map { BreakdownSection(facts: facts, cohort: cohort, attributes: $0) }
  }

  var id: String { "by-\(attributes.map(\.rawValue).joined(separator: "-"))-\(cohort.scorecard.questionnaire)" }
  var title: Phrase {
    let attributes = facts.name(of: attributes)
    return facts.cohorts.count > 1
      ? words(.cohortByAttribute, ["cohort": cohort.name, "attributes": attributes])
      : words(.byAttribute, ["attributes": attributes])
  }
  private var words: ReportWords { facts.words }

  func write(to writer: inout HTMLWriter) {
    let areas = groups.first?.areas ?? []
    let hasWithheld = columns.indices.contains {
      columns[$0].isSuppressed || columns[$0].areas.withheldCount > 0
    }
    // The longer side runs down the page.
    let isDown = groups.count > max(areas.count, 8)
    let least = 10 + 6 * Double(isDown ? areas.count + 1 : columns.count)
    key(to: &writer)
    let caption = facts.caption(
      words(.scoresByAreaAndAttribute, ["attributes": facts.name(of: attributes)]), of: cohort)
    let style: StaticString = isDown ? "figures heat down" : "figures heat"
    let headings = isDown ? headingsOfAreas(areas) : headingsOfGroups
    writer.table(
      caption, words, id: "table-\(id)", class: style, least: least, headings: headings.map(\.heading)
    ) { writer in
      writer.tableHead(headings)
      if isDown { groupsDown(areas, to: &writer) } else { areasDown(areas, to: &writer) }
    }
    var notes: [Phrase] = []
    if facts.assessment.levels.count > 1 { notes.append(words(.shade)) }
    if hasWithheld { notes.append(words(.withheldMark, ["mark": NumberWords.withheld])) }
    if let note = facts.caution(on: columns.map(\.areas), in: cohort) { notes.append(note) }
    writer.element("p", .class("small"), phrase: Phrase.joined(notes, by: " "))
  }

  /// The levels' shades.
  private func key(to writer: inout HTMLWriter) {
    let levels = facts.assessment.levels
    if levels.count < 2 { return }
    writer.element("ul", .class("key")) { writer in
      for (index, level) in levels.enumerated() {
        writer.element("li") { writer in
          writer.element("span", Self.shade(index, of: levels.count, isNumber: false), .fixed("aria-hidden", "true"))
          writer.text(Phrase(facts.content(level.name)))
        }
      }
    }
  }

  private var headingsOfGroups: [(heading: Phrase, isNumber: Bool)] {
    [(words(.area), false)] + columns.map { (facts.name(of: $0.key, in: cohort), true) }
  }

  private func headingsOfAreas(_ areas: [SubjectScore]) -> [(heading: Phrase, isNumber: Bool)] {
    [(words(.groupHeading), false), (words(cohort.isAgreed ? .agreedAnswers : .people), true)]
      + areas.map { (Phrase(facts.name(of: $0)), true) }
  }

  private func areasDown(_ areas: [SubjectScore], to writer: inout HTMLWriter) {
    writer.element("tbody") { writer in
      writer.element("tr", .class("counts")) { writer in
        writer.rowHeading(words(cohort.isAgreed ? .agreedAnswers : .people))
        for group in columns { writer.numberCell(facts.people(group.respondents, in: cohort)) }
      }
      for area in areas {
        writer.element("tr") { writer in
          writer.rowHeading(Phrase(facts.name(of: area)))
          for group in columns { cell(group.score(of: area.subject), &writer) }
        }
      }
    }
  }

  private func groupsDown(_ areas: [SubjectScore], to writer: inout HTMLWriter) {
    let subjects = areas.map(\.subject)
    writer.element("tbody") { writer in
      for group in columns {
        // On a narrow page one line says that a group is withheld.
        writer.element("tr", group.isSuppressed ? .class("withheld") : .class("shown")) { writer in
          writer.rowHeading(facts.name(of: group.key, in: cohort))
          writer.numberCell(facts.people(group.respondents, in: cohort))
          for subject in subjects { cell(group.score(of: subject), &writer) }
        }
      }
    }
  }

  private func cell(_ score: SubjectScore?, _ writer: inout HTMLWriter) {
    guard let score else { return writer.numberCell(NumberWords.none) }
    writer.element("td", shade(score), phrase: Phrase(facts.marked(score, in: cohort)))
  }

  /// One of five shades: the level's place among the levels.
  private func shade(_ score: SubjectScore) -> HTMLAttribute {
    let levels = facts.assessment.levels
    guard let index = levels.firstIndex(where: { $0.id == score.level }) else {
      return score.isWithheld ? .class("number hidden") : .class("number")
    }
    return Self.shade(index, of: levels.count, isNumber: true)
  }

  private static func shade(_ index: Int, of levels: Int, isNumber: Bool) -> HTMLAttribute {
    let shades: [StaticString] = ["heat-0", "heat-1", "heat-2", "heat-3", "heat-4"]
    let shade = shades[levels > 1 ? min(index * 4 / (levels - 1), 4) : 0]
    return isNumber ? .classes(["number", shade]) : .class(shade)
  }
}
