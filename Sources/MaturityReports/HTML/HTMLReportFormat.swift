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

  /// The parts of the page, in order.
  public var sections: [ReportSection]
  /// The council's name, logo and colours.
  public var look: ReportLook

  /// Makes the format.
  /// - Parameters:
  ///   - sections: The parts of the page, in order: the report's own, and a host's.
  ///   - look: The council's name, logo and colours.
  public init(sections: [ReportSection] = ReportSection.standard, look: ReportLook = .plain) {
    self.sections = sections
    self.look = look
  }

  /// Writes the page. O(scorecards × groups × figures).
  public func write(_ context: ReportContext, to output: inout ByteOutput) {
    let facts = ReportFacts(context)
    var writer = HTMLWriter()
    ReportPage(facts: facts, look: look, sections: sections.flatMap { $0.parts(context, facts) }).write(to: &writer)
    // Most pages are all that is written.
    if output.bytes.isEmpty { output = writer.output } else { output.write(bytes: writer.bytes) }
  }
}

/// The page: sections in an order, between a heading and a foot.
struct ReportPage: Sendable {
  let facts: ReportFacts
  let look: ReportLook
  let sections: [any SectionContent]

  func write(to writer: inout HTMLWriter) {
    let words = facts.words
    let title = words(.pageTitle, ["assessment": facts.content(facts.assessment.title)])
    let contents = sections.map { (id: writer.makeID($0.id), section: $0) }
    let main = writer.makeID("main")
    writer.documentType()
    writer.element("html", .language(words.language)) { writer in
      writer.pageHead(title: title, sheets: ReportStyle.base, ReportStyle.report, ReportStyle.charts, look: look)
      writer.element("body", facts.hasShortLevelNames ? .class("short-levels") : .class("long-levels")) { writer in
        writer.element("a", .class("skip"), .link(main), phrase: words(.skip))
        writer.element("header", look.colours[.band] == nil ? .class("page") : .class("page band")) {
          header(title, &$0)
        }
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
    _ contents: [(id: ElementID, section: any SectionContent)], _ writer: inout HTMLWriter
  ) {
    writer.element("p", .class("label"), phrase: facts.words(.contents))
    writer.element("ol") { writer in
      for (id, section) in contents {
        writer.element("li") { $0.element("a", .link(id), phrase: section.title) }
      }
    }
  }

  /// The logo and the name, unless the logo says it.
  private func council(_ writer: inout HTMLWriter) {
    if look.logo == nil, look.council == nil { return }
    writer.element("div", .class("council")) { writer in
      if let logo = look.logo, let type = look.logoType {
        writer.void("img", .picture(type, logo.bytes), .alternative(logo.text))
      }
      if let name = look.council, name != look.logo?.text { writer.element("p", phrase: Phrase(Content(name))) }
    }
  }

  private func header(_ title: Phrase, _ writer: inout HTMLWriter) {
    council(&writer)
    writer.element("p", .class("label"), phrase: facts.words(.results))
    writer.element("h1", phrase: Phrase(facts.content(facts.assessment.title)))
    if let summary = facts.content(facts.assessment.summary) {
      writer.element("p", .class("lead"), phrase: Phrase(summary))
    }
    writer.element("ul", .class("facts")) { writer in
      if let occasion = facts.occasion { writer.element("li", phrase: occasion) }
      for cohort in facts.cohorts { writer.element("li", phrase: facts.participation(of: cohort)) }
      writer.element(
        "li", phrase: facts.words(.versionOfAssessment, ["version": Content(facts.assessment.version)]))
    }
    if let note = facts.options.note, !note.isEmpty {
      writer.element("p", .class("note"), .fixed("role", "note"), phrase: Phrase(Content(note)))
    }
    for cohort in facts.cohorts where cohort.isOtherVersion {
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
  mutating func pageHead(
    title: Phrase, sheets first: StaticString, _ second: StaticString, _ third: StaticString = "",
    look: ReportLook = .plain
  ) {
    element("head") { writer in
      writer.void("meta", .fixed("charset", "utf-8"))
      writer.void(
        "meta", .fixed("name", "viewport"), .fixed("content", "width=device-width, initial-scale=1"))
      writer.void("meta", .fixed("name", "color-scheme"), .fixed("content", "light dark"))
      writer.element("title", phrase: Phrase(title.plain))
      writer.style(first, second, third)
      writer.style(look)
    }
  }
}
