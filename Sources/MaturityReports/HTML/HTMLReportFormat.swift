public import DigitalMaturity

/// Results as one HTML page that needs nothing else: no script, no font, no network.
///
/// It is made to be read on a screen of any width from 320 pixels, on paper, and with a screen reader, in light and
/// dark. The same scorecards give the same bytes: there is no clock in it.
public struct HTMLReportFormat: ReportFormat {
  /// `html`.
  public let name = "html"
  /// `html`.
  public let fileExtension = "html"

  /// Makes the format.
  public init() {}

  /// Writes the page. O(scorecards × groups × figures).
  public func write(_ context: ReportContext, to output: inout ByteOutput) {
    let facts = ReportFacts(context)
    var writer = HTMLWriter()
    ReportPage(facts: facts).write(to: &writer)
    output.write(bytes: writer.bytes)
  }
}

/// A part of the page with a heading of its own.
protocol ReportSection: Sendable {
  /// The wish for the section's id.
  var id: String { get }
  /// The heading.
  var title: Phrase { get }
  /// Writes what follows the heading; headings inside begin with `h3`.
  func write(to writer: inout HTMLWriter)
}

/// The page: sections in an order, between a heading and a foot.
struct ReportPage: Sendable {
  let facts: ReportFacts
  let sections: [any ReportSection]

  init(facts: ReportFacts) {
    self.facts = facts
    // What stands side by side leads; an average over it would tell of none of it.
    var sections: [any ReportSection] = []
    for cohort in facts.cohorts {
      sections.append(OverviewSection(facts: facts, cohort: cohort))
      if facts.standsSideBySide(cohort) { sections += BreakdownSection.all(facts: facts, cohort: cohort) }
    }
    let averaged = facts.cohorts.filter { !facts.standsSideBySide($0) }
    if let spread = SpreadSection(facts: facts) { sections.append(spread) }
    if let statements = StatementsSection(facts: facts) { sections.append(statements) }
    if let agreement = AgreementSection(facts: facts) { sections.append(agreement) }
    let comparison = SnapshotComparison(facts)
    if !comparison.rows.isEmpty { sections.append(ComparisonSection(facts: facts, comparison: comparison)) }
    if let pooled = PooledTable(facts) { sections.append(PooledSection(table: pooled)) }
    if facts.cohorts.contains(where: { !$0.isWithheld }) {
      if averaged.contains(where: { !$0.isWithheld }) { sections.append(AreasSection(facts: facts)) }
      sections += averaged.flatMap { BreakdownSection.all(facts: facts, cohort: $0) }
      sections += ViewsSection.all(facts: facts)
      if AnswersSection.isNeeded(facts) { sections.append(AnswersSection(facts: facts)) }
    }
    sections.append(WithheldSection(facts: facts))
    if facts.cohorts.contains(where: \.isWithheld) { sections.append(DiscussionSection(facts: facts)) }
    if let table = ReliabilityTable(facts) { sections.append(ReliabilitySection(table: table)) }
    sections.append(MethodSection(facts: facts))
    if !SourceWords.all(facts).isEmpty { sections.append(SourcesSection(facts: facts)) }
    self.sections = sections
  }

  func write(to writer: inout HTMLWriter) {
    let words = facts.words
    let title = words(.pageTitle, ["assessment": facts.content(facts.assessment.title)])
    let contents = sections.map { (id: writer.makeID($0.id), section: $0) }
    let main = writer.makeID("main")
    writer.documentType()
    writer.element("html", .language(words.language)) { writer in
      writer.pageHead(title: title, sheets: ReportStyle.base, ReportStyle.report, ReportStyle.charts)
      writer.element("body", facts.hasShortLevelNames ? .class("short-levels") : .class("long-levels")) { writer in
        writer.element("a", .class("skip"), .link(main), phrase: words(.skip))
        writer.element("header", .class("page")) { header(title, &$0) }
        writer.element("div", .class("columns")) { writer in
          writer.element("nav", .class("contents"), .label(words(.contents))) { list(contents, &$0) }
          writer.element("main", .id(main), .fixed("tabindex", "-1")) { writer in
            for (id, section) in contents {
              let heading = writer.makeID("\(id.value)-heading")
              writer.element("section", .id(id), .labelled(by: heading)) { writer in
                writer.element("h2", .id(heading), phrase: section.title)
                section.write(to: &writer)
              }
            }
          }
        }
        writer.element("footer", .class("page")) { writer in
          writer.element(
            "p", phrase: words(.marks, ["withheld": NumberWords.withheld, "none": NumberWords.none]))
          for phrase in words.draftNote { writer.element("p", phrase: phrase) }
        }
      }
    }
  }

  private func list(
    _ contents: [(id: ElementID, section: any ReportSection)], _ writer: inout HTMLWriter
  ) {
    writer.element("p", .class("label"), phrase: facts.words(.contents))
    writer.element("ol") { writer in
      for (id, section) in contents {
        writer.element("li") { $0.element("a", .link(id), phrase: section.title) }
      }
    }
  }

  private func header(_ title: Phrase, _ writer: inout HTMLWriter) {
    writer.element("p", .class("label"), phrase: facts.words(.results))
    writer.element("h1", phrase: Phrase(facts.content(facts.assessment.title)))
    if let summary = facts.content(facts.assessment.summary) {
      writer.element("p", .class("lead"), phrase: Phrase(summary))
    }
    writer.element("ul", .class("facts")) { writer in
      for cohort in facts.cohorts { writer.element("li", phrase: facts.participation(of: cohort)) }
      writer.element(
        "li", phrase: facts.words(.versionOfAssessment, ["version": Content(facts.assessment.version)]))
    }
    if let note = facts.options.note, !note.isEmpty {
      writer.element("p", .class("note"), .fixed("role", "note"), phrase: Phrase(Content(note)))
    }
    for cohort in facts.cohorts where facts.isOtherVersion(cohort) {
      let reference = cohort.scorecard.assessment
      writer.element(
        "p", .class("note"), .fixed("role", "note"),
        phrase: facts.words(
          .otherVersion,
          [
            "cohort": cohort.name, "id": Content(reference.id.rawValue), "version": Content(reference.version),
          ]))
    }
  }
}

extension HTMLWriter {
  /// Writes the head of a page.
  mutating func pageHead(title: Phrase, sheets first: StaticString, _ second: StaticString, _ third: StaticString = "")
  {
    element("head") { writer in
      writer.void("meta", .fixed("charset", "utf-8"))
      writer.void(
        "meta", .fixed("name", "viewport"), .fixed("content", "width=device-width, initial-scale=1"))
      writer.void("meta", .fixed("name", "color-scheme"), .fixed("content", "light dark"))
      writer.element("title", phrase: Phrase(title.plain))
      writer.style(first, second, third)
    }
  }
}
